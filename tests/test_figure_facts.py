"""Figures with their metric, period, status and counterparty."""

from decimal import Decimal
from typing import Any

import pytest

from rucoop.model.figure_facts import digits


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2300000000", "2300000000"),
        ("1E+9", "1000000000"),
        ("33.30", "33.3"),
        ("-0.50", "-0.5"),
        ("-0", "0"),
        ("10", "10"),
    ],
)
def test_digits(value: str, text: str) -> None:
    assert digits(Decimal(value)) == text


def test_metric_period_and_comparator(marked: Any) -> None:
    record = marked(
        "[[METRIC:Товарооборот]] [[PARTNER:Карелии]] с [[PARTNER:Турцией]] [[DATE:за 2023 год]] составил "
        "[[FIGURE:более 12,5 млн долларов]], рост на [[FIGURE:4%]] к [[DATE:2022 году]].{{trade}}"
    ).record(home="RU-KR")
    turnover, growth = record.figures
    assert (turnover.metric, turnover.comparator, turnover.value, turnover.unit) == (
        "trade_turnover",
        ">",
        "12500000",
        "USD",
    )
    assert (growth.metric, growth.value, growth.unit, growth.direction) == ("growth", "4", "percent", "increase")
    assert turnover.period == growth.period
    assert (turnover.period.start, turnover.period.end) == ("2023-01-01", "2023-12-31")


def test_an_anaphoric_figure_takes_the_metric_of_the_sentence_before(marked: Any) -> None:
    record = marked(
        "[[METRIC:Товарооборот]] с [[PARTNER:Турцией]] растёт. [[DATE:За 2023 год]] он составил "
        "[[FIGURE:12 млн евро]].{{trade}}"
    ).record()
    assert record.figures[0].metric == "trade_turnover"


def test_one_figure_said_twice_is_one(marked: Any) -> None:
    record = marked("Ушло [[FIGURE:200 тонн]]. Снова ушло [[FIGURE:200 тонн]].").record()
    assert [len(figure.mentions) for figure in record.figures] == [2]


def test_a_figure_that_cannot_be_read_is_kept_with_a_warning(marked: Any) -> None:
    record = marked("Выросло [[FIGURE:в разы]].").record()
    assert record.figures[0].value is None
    assert [(w.code, w.start, w.end) for w in record.warnings] == [("unread_figure", 8, 14)]


@pytest.mark.parametrize(
    ("text", "metric"), [("в [[PARTNER:Турцию]] ушло", "export"), ("из [[PARTNER:Турции]] пришло", "import")]
)
def test_trade_is_seen_from_home(marked: Any, text: str, metric: str) -> None:
    record = marked(f"[[PARTNER:Карелия]] ждёт. За год {text} [[FIGURE:40 тонн]] груза.{{{{trade}}}}").record(
        home="RU-KR"
    )
    assert record.figures[0].metric == metric
