"""Dates as periods of figures."""

from datetime import date
from typing import Any

from rucoop.model.dates import Period
from rucoop.model.when import When, granularity


def chosen(marked: Any, text: str) -> str | None:
    layout = marked(text).layout()
    when = When(layout, date(2024, 5, 20))
    index = when.of_figure(layout.of_label("FIGURE")[0])
    return None if index is None else layout.covered(layout.spans[index])


def test_rates_comparisons_and_days_are_no_periods(marked: Any) -> None:
    assert chosen(marked, "[[FIGURE:9 тонн]] [[DATE:в год]]") is None
    assert chosen(marked, "[[FIGURE:9 тонн]], больше, чем в [[DATE:2022 году]]") is None
    assert chosen(marked, "[[DATE:19 мая]] приехали [[FIGURE:9 гостей]]") is None
    assert chosen(marked, "[[DATE:за 2023 год]] [[FIGURE:9 тонн]], больше, чем в [[DATE:2022 году]]") == "за 2023 год"


def test_the_nearest_period_is_taken(marked: Any) -> None:
    assert chosen(marked, "В [[DATE:2022 году]] тихо, в [[DATE:2023 году]] ушло [[FIGURE:9 тонн]].") == "2023 году"


def test_ranges_count_in_the_unit_of_their_ends() -> None:
    assert granularity(Period("", date(2022, 1, 1), date(2024, 12, 31), "range")) == "year"
    assert granularity(Period("", date(2023, 1, 1), date(2023, 8, 31), "range")) == "month"
    assert granularity(Period("", date(2023, 5, 15), date(2023, 5, 16), "range")) == "day"
    assert granularity(Period("", date(2023, 1, 1), date(2023, 3, 31), "quarter")) == "quarter"


def test_a_date_out_of_time_leaves_a_warning(marked: Any) -> None:
    layout = marked("[[DATE:в последние годы]]").layout()
    when = When(layout, None)
    assert when.item(0).start is None
    assert [warning.code for warning in when.warnings.values()] == ["unresolved_date"]


def test_years_of_documents_history_and_rolling_spans_are_no_periods(marked: Any) -> None:
    assert chosen(marked, "[[AGREEMENT:План]] на [[DATE:2022-2024 годы]] выполнен на [[FIGURE:90%]].") is None
    assert chosen(marked, "Район основан: в [[DATE:1938 году]] жили [[FIGURE:9 человек]].") is None
    assert chosen(marked, "[[DATE:За последние три года]] ушло [[FIGURE:9 тонн]].") is None
    assert chosen(marked, "Вложено [[FIGURE:9 рублей]], пуск в [[DATE:2026 году]].") is None


def test_the_years_of_a_document_are_those_of_its_items(marked: Any) -> None:
    record = marked("Принят [[AGREEMENT:План]] на [[DATE:2022-2024 годы]] из [[FIGURE:57 пунктов]].").record()
    assert record.figures[0].period is not None
    assert record.figures[0].period.start == "2022-01-01"


def test_a_season_of_a_figure_is_its_year(marked: Any) -> None:
    record = marked("[[DATE:Летом]] ушло [[FIGURE:9 тонн]].").record(published="2024-05-20")
    period = record.figures[0].period
    assert period is not None
    assert (period.text, period.start, period.end, period.granularity) == ("Летом", "2024-01-01", "2024-12-31", "year")
