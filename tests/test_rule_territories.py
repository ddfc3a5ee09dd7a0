"""Territories as sides and as places."""

import pytest

from rucoop.model.rule_territories import territory_spans
from rucoop.model.rule_text import RuleText


def found(text: str) -> set[tuple[str, str]]:
    return {(span.label, text[span.start : span.end]) for span in territory_spans(RuleText(text))}


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("прибыл в Казахстан", {("PARTNER", "Казахстан")}),
        ("живут в Казахстане", {("LOCATION", "Казахстане")}),
        ("студенты из Омской области", {("PARTNER", "Омской области")}),
        ("построен в Омске и Томске", {("LOCATION", "Омске"), ("LOCATION", "Томске")}),
        ("самолёт между Омском и Минском", {("LOCATION", "Омском"), ("LOCATION", "Минском")}),
        ("аким Атырауской области Казахстана", {("PARTNER", "Атырауской области Казахстана")}),
        ("достиг 5 млн долларов США", set()),
        (
            "планы с Гомельской и Могилевской областями",
            {("PARTNER", "Гомельской"), ("PARTNER", "Могилевской областями")},
        ),
        ("делегация провинции Хэйлунцзян", {("PARTNER", "провинции Хэйлунцзян")}),
        ("сказал Марсель Ганиев", set()),
    ],
)
def test_labels(text: str, spans: set[tuple[str, str]]) -> None:
    assert found(text) == spans


def test_dateline() -> None:
    assert ("LOCATION", "ОМСК") in found("ОМСК. 24 ЯНВАРЯ - Губернатор принял гостей.")
