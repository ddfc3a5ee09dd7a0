"""Figures in the light of their neighbours and of the countries of the document."""

from typing import Any

import pytest

ROWS = [
    ("Отгружено [[FIGURE:46 тысяч тонн]]. Хотим [[FIGURE:60]].", ("60000", "t")),
    ("Торговля: [[FIGURE:17 миллионов долларов]]. Задача – выйти на [[FIGURE:70]].", ("70000000", "USD")),
    ("Подписано [[FIGURE:11 документов]]. В прошлый раз было [[FIGURE:семь]].", ("7", "документ")),
    ("Экономия – [[FIGURE:18%]]. На деле выходит [[FIGURE:десять]].", ("10", "percent")),
    ("Подписано [[FIGURE:11 документов]].\nБыло [[FIGURE:семь]].", ("7", None)),
    ("Летом продали [[FIGURE:5 млн рублей]]. Приехали [[FIGURE:двое]].", ("2", None)),
    ("Товарооборот – [[FIGURE:28,5 миллиарда]].", ("28500000000", "RUB")),
    ("В крае живут [[FIGURE:5 миллионов]].", ("5000000", None)),
    ("[[PARTNER:Иордания]] платит [[FIGURE:390 тыс. динаров]].", ("390000", "JOD")),
    ("[[PARTNER:Иордания]] платит [[FIGURE:390 тыс. кувейтских динаров]].", ("390000", "KWD")),
    ("[[PARTNER:Минская область]] платит [[FIGURE:3 рубля]].", ("3", "RUB")),
]


@pytest.mark.parametrize(("text", "last"), ROWS)
def test_what_the_last_figure_says(marked: Any, text: str, last: tuple[str, str | None]) -> None:
    figure = marked(text).record().figures[-1]
    assert (figure.value, figure.unit) == last
