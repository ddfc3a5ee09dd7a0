from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucoop.model.dates import Period, is_rate, read_date

PUBLISHED = date(2025, 5, 14)  # a Wednesday
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905

# Expressions that need nothing beside them; the first four are those on which the incumbent toolkit fails.
ABSOLUTE = [
    ("в первом квартале 2024 года", "2024-01-01", "2024-03-31", "quarter"),
    ("за 9 месяцев 2023 года", "2023-01-01", "2023-09-30", "range"),
    ("в 2021-2023 годах", "2021-01-01", "2023-12-31", "range"),
    ("за январь-август 2023 года", "2023-01-01", "2023-08-31", "range"),
    ("12 декабря 2019 года", "2019-12-12", "2019-12-12", "day"),
    ("12.03.2024", "2024-03-12", "2024-03-12", "day"),
    ("2024-03-12", "2024-03-12", "2024-03-12", "day"),
    ("в пятницу, 27 июня 2025 года", "2025-06-27", "2025-06-27", "day"),
    ("15-16 мая 2024", "2024-05-15", "2024-05-16", "range"),
    ("с 30 мая по 2 июня 2024 г.", "2024-05-30", "2024-06-02", "range"),
    ("с 1 марта 2022 года по 31 мая 2023 года", "2022-03-01", "2023-05-31", "range"),
    ("2022-2024 годы", "2022-01-01", "2024-12-31", "range"),
    ("2025–2029 гг.", "2025-01-01", "2029-12-31", "range"),
    ("с 2022 по 2024 год", "2022-01-01", "2024-12-31", "range"),
    ("за 11 месяцев 2021 года", "2021-01-01", "2021-11-30", "range"),
    ("за девять месяцев 2021 года", "2021-01-01", "2021-09-30", "range"),
    ("I квартал 2024 года", "2024-01-01", "2024-03-31", "quarter"),
    ("IV кв. 2024 г.", "2024-10-01", "2024-12-31", "quarter"),
    ("1-3 кварталы 2022 года", "2022-01-01", "2022-09-30", "range"),
    ("первое полугодие 2024 года", "2024-01-01", "2024-06-30", "half"),
    ("вторую половину 2024 года", "2024-07-01", "2024-12-31", "half"),
    ("феврале 2024 года", "2024-02-01", "2024-02-29", "month"),
    ("февраль 2022-го", "2022-02-01", "2022-02-28", "month"),
    ("осенью 2023 года", "2023-09-01", "2023-11-30", "range"),
    ("в конце 2024 года", "2024-01-01", "2024-12-31", "year"),
    ("2027 г.", "2027-01-01", "2027-12-31", "year"),
    ("2030 года", "2030-01-01", "2030-12-31", "year"),
    ("1938 году", "1938-01-01", "1938-12-31", "year"),
    ("в 90-е годы", "1990-01-01", "1999-12-31", "range"),
    ("начало 2000-х", "2000-01-01", "2009-12-31", "range"),
]
RELATIVE = [
    ("сегодня", "2025-05-14", "2025-05-14", "day"),
    ("Вчера", "2025-05-13", "2025-05-13", "day"),
    ("завтра", "2025-05-15", "2025-05-15", "day"),
    ("накануне вечером", "2025-05-13", "2025-05-13", "day"),
    ("понедельник", "2025-05-12", "2025-05-12", "day"),
    ("следующий вторник", "2025-05-20", "2025-05-20", "day"),
    ("на прошлой неделе", "2025-05-05", "2025-05-11", "range"),
    ("в прошлом месяце", "2025-04-01", "2025-04-30", "month"),
    ("в прошлом году", "2024-01-01", "2024-12-31", "year"),
    ("этом году", "2025-01-01", "2025-12-31", "year"),
    ("в декабре позапрошлого года", "2023-12-01", "2023-12-31", "month"),
    ("прошлом феврале", "2025-02-01", "2025-02-28", "month"),
    ("этим летом", "2025-06-01", "2025-08-31", "range"),
    ("к весне", "2025-03-01", "2025-05-31", "range"),
    ("к концу года", "2025-01-01", "2025-12-31", "year"),
    ("с начала года", "2025-01-01", "2025-05-14", "range"),
    ("24 ЯНВАРЯ", "2025-01-24", "2025-01-24", "day"),
    ("с 15 по 16 мая", "2025-05-15", "2025-05-16", "range"),
    ("ноябре", "2024-11-01", "2024-11-30", "month"),
    ("к 1 сентября", "2025-09-01", "2025-09-01", "day"),
    ("за девять месяцев", "2024-01-01", "2024-09-30", "range"),
    ("за первое полугодие", "2024-01-01", "2024-06-30", "half"),
    ("в ближайшие два года", "2025-05-14", "2027-05-14", "range"),
    ("за последние три года", "2022-05-14", "2025-05-14", "range"),
    ("три дня назад", "2025-05-11", "2025-05-11", "day"),
    ("два года назад", "2023-01-01", "2023-12-31", "year"),
]
UNKNOWN = [
    "на 15 лет",
    "в последние годы",
    "на протяжении шести лет",
    "на два месяца",
    "десять лет",
    "на днях",
    "31 февраля 2024 года",
    "",
    "слово",
]


def _summary(period: Period | None) -> tuple[str, str, str] | None:
    return None if period is None else (period.start.isoformat(), period.end.isoformat(), period.granularity)


@pytest.mark.parametrize(("text", "start", "end", "granularity"), ABSOLUTE)
def test_absolute_expressions_need_nothing(text: str, start: str, end: str, granularity: str) -> None:
    assert _summary(read_date(text)) == (start, end, granularity)
    assert _summary(read_date(text, published=date(1990, 1, 1))) == (start, end, granularity)


@pytest.mark.parametrize(("text", "start", "end", "granularity"), RELATIVE)
def test_relative_expressions_need_the_publication(text: str, start: str, end: str, granularity: str) -> None:
    assert _summary(read_date(text, published=PUBLISHED)) == (start, end, granularity)
    assert read_date(text) is None


@pytest.mark.parametrize("text", UNKNOWN)
def test_nothing_is_guessed(text: str) -> None:
    assert read_date(text, published=PUBLISHED) is None


def test_an_earlier_date_is_the_anchor() -> None:
    anchor = read_date("сентябре 2023 года")
    assert _summary(read_date("марте того же года", anchor=anchor)) == ("2023-03-01", "2023-03-31", "month")
    assert _summary(read_date("24 января", anchor=anchor)) == ("2023-01-24", "2023-01-24", "day")
    assert _summary(read_date("годом ранее", anchor=anchor)) == ("2022-01-01", "2022-12-31", "year")
    assert _summary(read_date("тому же периоду 2017-го", anchor=anchor)) == ("2017-09-01", "2017-09-30", "month")
    assert read_date("марте того же года") is None


@pytest.mark.parametrize("text", ["в год", "ежегодно", "в неделю", "дважды в неделю", "каждую пятницу", "годовых"])
def test_rates_are_no_dates(text: str) -> None:
    assert is_rate(text)
    assert read_date(text, published=PUBLISHED) is None


@pytest.mark.parametrize("text", ["в 2024 году", "за год до того", "на год", "в прошлом году"])
def test_dates_are_no_rates(text: str) -> None:
    assert not is_rate(text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    for text in (f"{day.day} {MONTHS[day.month - 1]} {day.year} года", f"{day:%d.%m.%Y}"):
        assert _summary(read_date(text)) == (day.isoformat(), day.isoformat(), "day")


@given(st.text(alphabet="0123456789 .-–завгодумесяцквртлпшыйх", max_size=60))
def test_any_text_gives_an_ordered_period_or_nothing(text: str) -> None:
    period = read_date(text, published=PUBLISHED)
    assert period is None or period.start <= period.end


def test_endless_text_takes_no_time() -> None:
    assert read_date("1 " * 50_000, published=PUBLISHED) is None
    assert not is_rate("в год " * 20_000)
