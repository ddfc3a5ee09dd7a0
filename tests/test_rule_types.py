"""Event types by words."""

from typing import Any

import pytest

from rucoop.model.rule_text import RuleText
from rucoop.model.rule_types import typed_sentences


def types(marked: Any, text: str) -> set[str]:
    written = marked(text)
    return set(typed_sentences(RuleText(written.text), written.spans)[0].types)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[PARTNER:Карелия]] и [[PARTNER:Турция]] провели переговоры.", {"meeting"}),
        ("Делегация [[PARTNER:Турции]] прибыла на завод.", {"visit"}),
        ("[[PARTNER:Карелия]] подписала [[AGREEMENT:меморандум]].", {"agreement"}),
        ("[[METRIC:Товарооборот]] с [[PARTNER:Турцией]] достиг [[FIGURE:9 млн евро]].", {"trade"}),
        ("[[PARTNER:Турция]] предложила дружбу.", {"intent"}),
        ("[[PARTNER:Турция]] построит мост.", {"intent", "project"}),
        ("В [[PARTNER:Турции]] тепло.", set()),
    ],
)
def test_types(marked: Any, text: str, expected: set[str]) -> None:
    assert types(marked, text) == expected


def test_without_sides_there_are_no_types(marked: Any) -> None:
    assert types(marked, "[[PERSON:Ларин]] провёл переговоры.") == set()
