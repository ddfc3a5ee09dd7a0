"""Figures by the readers of figures."""

import pytest

from rucoop.model.rule_dates import date_spans
from rucoop.model.rule_figures import figure_spans
from rucoop.model.rule_text import RuleText


def found(text: str) -> list[str]:
    source = RuleText(text)
    return [text[span.start : span.end] for span in figure_spans(source, list(date_spans(source)))]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("составил более 2,3 млрд рублей в год", ["более 2,3 млрд рублей"]),
        ("учатся 114 студентов", ["114 студентов"]),
        ("вырос на 25% и ещё вдвое", ["25%", "вдвое"]),
        ("вырос в полтора раза", ["в полтора раза"]),
        ("увеличился с 68 до 82%", ["68", "82%"]),
        ("от 5 до 7 млн евро", ["от 5 до 7 млн евро"]),
        ("30–35 тыс. тонн зерна", ["30–35 тыс. тонн"]),
        ("товаров на $96 млн за год", ["$96 млн"]),
        ("довести до 1 миллиарда долларов", ["1 миллиарда долларов"]),
        ("10 мая 2023 года, дом № 7, тел. 8 (800) 200-10-20", []),
        ("52-летний житель, счёт 3:2", []),
        ("из двух регионов", []),
        ("Просмотров: 1 412", []),
        ("5,3млрд рублей", ["5,3млрд рублей"]),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    assert found(text) == figures
