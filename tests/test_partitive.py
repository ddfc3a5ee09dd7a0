"""What is counted where it stands before the number."""

import pytest

from rucoop.model.figures import read_figure
from rucoop.model.partitive import read_partitive

ROWS = [
    ("новых вагонов закуплено ", "вагон"),
    ("прямых рейсов между городами – ", "рейс"),
    ("гости довольны, а общих складов у них ", "склад"),
    ("число рабочих мест – ", "рабочее место"),
    ("к концу лета количество резидентов достигло ", "резидент"),
    ("из города уехали ", None),
    ("завод построил ", None),
    ("из 30 складов пустуют ", None),
    ("складов 30, пустуют ", None),
    ("сухогрузов, которых порту нужно ", "сухогруз"),
    ("", None),
]


@pytest.mark.parametrize(("before", "noun"), ROWS)
def test_the_noun_that_begins_the_clause(before: str, noun: str | None) -> None:
    found = read_partitive(before)
    assert (found and found.symbol) == noun


def test_figures_take_it_before_units_of_their_neighbours() -> None:
    assert read_figure("62", before="Куплено 5 кранов, новых вагонов закуплено ").unit == "вагон"
    assert read_figure("62 тонны", before="Новых вагонов закуплено ").unit == "t"
