"""Organisations by form."""

import pytest

from rucoop.model.rule_organizations import organization_spans
from rucoop.model.rule_text import RuleText


def found(text: str) -> set[str]:
    return {text[span.start : span.end] for span in organization_spans(RuleText(text)) if span.label == "PARTNER"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("компания «Эдельвейс» и ООО «Рассвет»", {"«Эдельвейс»", "ООО «Рассвет»"}),
        ("форум «Россия и мир»", set()),
        ("построил Омский тракторный завод", {"Омский тракторный завод"}),
        ("гости из ТПП и НЕФАЗа", {"ТПП", "НЕФАЗа"}),
        ("страны СНГ и ЕАЭС", set()),
        ("прошло в Торгово-промышленной палате", {"Торгово-промышленной палате"}),
        ("немецкая фирма Volkswagen Group купила старый завод на берегу реки", {"Volkswagen Group"}),
        ("сказал: «Мы рады гостям»", set()),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert found(text) == names


def test_a_zone_where_something_stands_is_a_place() -> None:
    text = "завод в ОЭЗ «Липецк»"
    assert [
        span.label for span in organization_spans(RuleText(text)) if text[span.start : span.end].startswith("ОЭЗ «")
    ] == ["LOCATION"]
