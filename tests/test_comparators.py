import pytest

from rucoop.model.comparators import after_reaching, outside_comparator, read_comparator, take_late
from rucoop.model.lexemes import lexemes


@pytest.mark.parametrize(
    ("text", "code", "end"),
    [
        ("не менее чем 5", ">=", 3),
        ("более чем в 2", ">", 3),
        ("в районе 5", "~", 2),
        ("всего 5", None, 1),
        ("5", None, 0),
    ],
)
def test_the_longest_phrase_wins_and_particles_are_passed_over(text: str, code: str | None, end: int) -> None:
    assert read_comparator(lexemes(text)) == (code, end)


@pytest.mark.parametrize(
    ("text", "rest", "code"),
    [("700 с лишним тысяч", "700 тысяч", ">"), ("100+ компаний", "100 компаний", ">="), ("+14%", "+ 14 %", None)],
)
def test_late_comparators_are_taken_out(text: str, rest: str, code: str | None) -> None:
    items, found = take_late(lexemes(text))
    assert (" ".join(item.text for item in items), found) == (rest, code)


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("оборот превысил ", ">"), ("сумма перевалила за отметку в ", ">"), ("рост не превысит ", "<="),
        ("число приблизилось к ", "~"), ("оборот не дотянул в этом году до ", "<"), ("оборот превысил план на ", None),
        ("намерены довести до ", None),
    ],
)  # fmt: skip
def test_words_before_a_figure(before: str, code: str | None) -> None:
    assert outside_comparator(before) == code


def test_verbs_of_reaching_hold_to_the_end_of_the_sentence_or_the_next_number() -> None:
    assert after_reaching("намерены увеличить оборот ")
    assert not after_reaching("оборот вырос. мощность ")
    assert not after_reaching("снизили на 5%, приняли ")
