"""Rows are (text, value, unit, comparator); context rows add what stands before and after."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucoop.model.figures import read_figure

# The strings on which the incumbent toolkit fails, and those it reads right.
PROBES = [
    ("3,456 млрд рублей", "3456000000", "RUB"),
    ("343,512 млн долларов США", "343512000", "USD"),
    ("0,735 млрд долларов", "735000000", "USD"),
    ("1,5 трлн рублей", "1500000000000", "RUB"),
    ("$2,3 млрд", "2300000000", "USD"),
    ("300 млн юаней", "300000000", "CNY"),
    ("150 млн тенге", "150000000", "KZT"),
    ("12,75 млн белорусских рублей", "12750000", "BYN"),
    ("полтора миллиарда рублей", "1500000000", "RUB"),
    ("1 млрд 200 млн рублей", "1200000000", "RUB"),
    ("500 тыс. тонн", "500000", "t"),
    ("25%", "25", "percent"),
    ("1,25 млрд рублей", "1250000000", "RUB"),
    ("2,3 млрд рублей", "2300000000", "RUB"),
    ("2.5 млрд рублей", "2500000000", "RUB"),
    ("350 млн евро", "350000000", "EUR"),
    ("1.844.036.360,12 рублей", "1844036360.12", "RUB"),
    ("5,3млн рублей", "5300000", "RUB"),
]
UNITS = [
    ("18 машин Ми-17", "18", "машина"),
    ("31 копейку", "0.31", "RUB"),
    ("минус 34 градуса", "-34", "Cel"),
    ("плюс сорок", "40", "Cel"),
    ("11 тыс. кв. дециметров", "11000", "dm2"),
    ("$ 630 млн", "630000000", "USD"),
    ("630 млн $", "630000000", "USD"),
    ("US$ 5 млн", "5000000", "USD"),
    ("€ 4 млн", "4000000", "EUR"),
    ("14,2 млрд ₽", "14200000000", "RUB"),
    ("3,1 млрд руб.", "3100000000", "RUB"),
    ("400 р.", "400", "RUB"),
    ("1,9 млрд.руб.", "1900000000", "RUB"),
    ("41 млн долл. США", "41000000", "USD"),
    ("10 млн долларов Сингапура", "10000000", "SGD"),
    ("500 млн дирхамов ОАЭ", "500000000", "AED"),
    ("36 млн турецких лир", "36000000", "TRY"),
    ("75 млн сомов", "75000000", "KGS"),
    ("290 млрд сумов", "290000000000", "UZS"),
    ("45 рублей 20 копеек", "45.2", "RUB"),
    ("12.500 рублей", "12500", "RUB"),
    ("12.500 га", "12.5", "ha"),
    ("20 марок", "20", "марка"),
    ("2 процентных пункта", "2", "percent"),
    ("12 п.п.", "12", "percent"),
    ("20-процентный", "20", "percent"),
    ("70 процентов", "70", "percent"),
    ("5 млн кв. м жилья", "5000000", "m2"),
    ("12 куб. м", "12", "m3"),
    ("650 тысяч кубометров", "650000", "m3"),
    ("12 м3", "12", "m3"),
    ("6,5 гектара", "6.5", "ha"),
    ("275 км", "275", "km"),
    ("110 мегаватт", "110", "MW"),
    ("3 млрд кВт·ч", "3000000000", "kWh"),
    ("1,5 млн баррелей", "1500000", "bbl"),
    ("10 центнеров", "1", "t"),
    ("70 шт.", "70", "pcs"),
    ("12 студентов", "12", "студент"),
    ("11заседаний", "11", "заседание"),
    ("2,5 миллиона многослойных панелей", "2500000", "панель"),
    ("350 рабочих мест", "350", "рабочее место"),
    ("1,2 млн человек", "1200000", "человек"),
    ("40 малых и средних предприятий", "40", "предприятие"),
    ("4 меморандума", "4", "меморандум"),
    ("18 бизнес-миссий", "18", "бизнес-миссия"),
    ("600 детей", "600", "ребенок"),
    ("первые 14 человек", "14", "человек"),
    ("Один из делегатов", "1", "делегат"),
    ("сто двадцать пять тысяч рублей", "125000", "RUB"),
    ("полмиллиона тонн", "500000", "t"),
]
RATIOS = [
    ("вдвое", "2", "times", "="),
    ("втрое", "3", "times", "="),
    ("в 2,5 раза", "2.5", "times", "="),
    ("в полтора раза", "1.5", "times", "="),
    ("двукратно", "2", "times", "="),
    ("2,5-кратный", "2.5", "times", "="),
    ("на треть", "33.3", "percent", "~"),
    ("треть", "33.3", "percent", "~"),
    ("две трети", "66.7", "percent", "~"),
    ("половину", "50", "percent", "="),
    ("четверть", "25", "percent", "="),
    ("более трети", "33.3", "percent", ">"),
    ("десятая часть", "10", "percent", "="),
    ("каждый четвертый доллар", "25", "percent", "="),
    ("две десятых процента", "0.2", "percent", "="),
]
COMPARATORS = [
    ("более 2 млрд рублей", ">"), ("свыше 2 млрд рублей", ">"), ("больше 2 млрд рублей", ">"),
    ("не менее 2 млрд рублей", ">="), ("от 2 млрд рублей", ">="), ("минимум 2 млрд рублей", ">="),
    ("менее 2 млрд рублей", "<"), ("меньше 2 млрд рублей", "<"), ("чуть меньше 2 млрд рублей", "<"),
    ("до 2 млрд рублей", "<="), ("не более 2 млрд рублей", "<="), ("в пределах 2 млрд рублей", "<="),
    ("около 2 млрд рублей", "~"), ("порядка 2 млрд рублей", "~"), ("примерно 2 млрд рублей", "~"),
    ("почти 2 млрд рублей", "~"), ("под 2 млрд рублей", "~"), ("в районе 2 млрд рублей", "~"),
    ("без малого 2 млрд рублей", "~"), ("2 с лишним млрд рублей", ">"), ("2 млрд рублей", "="),
]  # fmt: skip
RANGES = [
    ("30–35%", "30", "35", "percent"),
    ("от 5 до 7 млрд рублей", "5000000000", "7000000000", "RUB"),
    ("2-3 млрд рублей", "2000000000", "3000000000", "RUB"),
    ("от 500 млн до 1 млрд рублей", "500000000", "1000000000", "RUB"),
    ("от 900 до 1,2 тысячи рублей", "900", "1200", "RUB"),
    ("$45–50 млн", "45000000", "50000000", "USD"),
    ("полтора-два миллиарда рублей", "1500000000", "2000000000", "RUB"),
    ("4–5 тысяч тонн", "4000", "5000", "t"),
]
# text, before, after, value, unit, comparator, direction
CONTEXTS = [
    ("68", "доля выросла с ", " до 82%", "68", "percent", "=", None),
    ("82%", "доля выросла с 68 до ", "", "82", "percent", "=", None),
    ("68", "доля выросла с ", " в 2021 году до 82%", "68", "percent", "=", None),
    ("от 2", "вложат ", " до 3 млрд рублей", "2000000000", "RUB", "=", None),
    ("10", "отгрузили ", ", 20 и 30 тонн", "10", "t", "=", None),
    ("20", "отгрузили 10, ", " и 30 тонн", "20", "t", "=", None),
    ("120", "отправят ", " троллейбусов", "120", "троллейбус", "=", None),
    ("пять", "из девяти проектов ", " уже завершены", "5", "проект", "=", None),
    ("18 млн", "оборот — 41 млн долларов, с областью — ", "", "18000000", "USD", "=", None),
    ("9,6", "вложили 14 млн долларов, а соседи — ", "", "9600000", "USD", "=", None),
    ("5%", "экспорт снизился на ", "", "-5", "percent", "=", "decrease"),
    ("3%", "падение составило ", "", "-3", "percent", "=", "decrease"),
    ("12%", "поставки сократились почти на ", "", "-12", "percent", "~", "decrease"),
    ("200 млн рублей", "доходы уменьшились на ", "", "-200000000", "RUB", "=", "decrease"),
    ("вдвое", "срок сократится ", "", "-2", "times", "=", "decrease"),
    ("25%", "оборот вырос на ", "", "25", "percent", "=", "increase"),
    ("25%", "рост — ", "", "25", "percent", "=", "increase"),
    ("11,5%", "оборот прибавил ", "", "11.5", "percent", "=", "increase"),
    ("на 14%", "", " выросли продажи", "14", "percent", "=", "increase"),
    ("вдвое", "экспорт увеличился ", "", "2", "times", "=", "increase"),
    ("5 млрд рублей", "оборот вырос до ", "", "5000000000", "RUB", "=", None),
    ("5 млрд рублей", "оборот вырос на 25%, до ", "", "5000000000", "RUB", "=", None),
    ("30%", "доля выросла до ", "", "30", "percent", "=", None),
    ("24%", "на область приходится ", " от общего объема", "24", "percent", "=", None),
    ("68 млрд рублей", "оборот превысил ", "", "68000000000", "RUB", ">", None),
    ("2 млрд рублей", "сумма перевалила за ", "", "2000000000", "RUB", ">", None),
    ("2 тысячам", "число приблизилось к ", " человек", "2000", "человек", "~", None),
    ("9 млн рублей", "оборот не дотянул до ", "", "9000000", "RUB", "<", None),
    ("до 1 млрд долларов", "намерены довести оборот ", "", "1000000000", "USD", "=", None),
    ("1 млрд долларов", "намерены довести оборот до ", "", "1000000000", "USD", "=", None),
    ("на треть", "сборы больше ", "", "33.3", "percent", "=", "increase"),
]
PROBLEMS = [
    "в разы",
    "десятки компаний",
    "миллионы рублей",
    "несколько проектов",
    "12.03.2024",
    "рублей",
    "",
    "5 рублей 7 евро",
]


@pytest.mark.parametrize(("text", "value", "unit"), PROBES + UNITS)
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    quantity = read_figure(text)
    assert (quantity.value, quantity.unit, quantity.problem) == (Decimal(value), unit, None)


@pytest.mark.parametrize(("text", "value", "unit", "comparator"), RATIOS)
def test_ratios_in_words(text: str, value: str, unit: str, comparator: str) -> None:
    quantity = read_figure(text)
    assert (quantity.value, quantity.unit, quantity.comparator) == (Decimal(value), unit, comparator)


@pytest.mark.parametrize(("text", "comparator"), COMPARATORS)
def test_comparators(text: str, comparator: str) -> None:
    quantity = read_figure(text)
    assert (quantity.value, quantity.unit, quantity.comparator) == (Decimal(2_000_000_000), "RUB", comparator)


@pytest.mark.parametrize(("text", "value", "value_to", "unit"), RANGES)
def test_ranges(text: str, value: str, value_to: str, unit: str) -> None:
    quantity = read_figure(text)
    assert (quantity.value, quantity.value_to, quantity.unit) == (Decimal(value), Decimal(value_to), unit)
    assert quantity.comparator == "="


def test_the_range_of_the_probe() -> None:
    quantity = read_figure("от 2 до 3 млрд рублей")
    assert (quantity.value, quantity.value_to, quantity.unit) == (Decimal(2 * 10**9), Decimal(3 * 10**9), "RUB")


@pytest.mark.parametrize(("text", "before", "after", "value", "unit", "comparator", "direction"), CONTEXTS)
def test_context(
    text: str, before: str, after: str, value: str, unit: str, comparator: str, direction: str | None
) -> None:
    quantity = read_figure(text, before=before, after=after)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)
    assert (quantity.comparator, quantity.direction) == (comparator, direction)


@pytest.mark.parametrize(
    ("text", "value", "direction"), [("+14%", "14", "increase"), ("−5%", "-5", "decrease"), ("-5%", "-5", "decrease")]
)
def test_signs_that_touch_the_digits(text: str, value: str, direction: str) -> None:
    quantity = read_figure(text)
    assert (quantity.value, quantity.direction) == (Decimal(value), direction)


def test_noun_before_number_means_about() -> None:
    quantity = read_figure("метров сорок")
    assert (quantity.value, quantity.unit, quantity.comparator) == (Decimal(40), "m", "~")


@pytest.mark.parametrize("text", PROBLEMS)
def test_what_cannot_be_read_says_why(text: str) -> None:
    quantity = read_figure(text)
    assert quantity.value is None
    assert quantity.problem


MONEY = st.decimals(min_value=Decimal("0.001"), max_value=10**9, places=3, allow_nan=False, allow_infinity=False)


@given(
    MONEY,
    st.sampled_from([("", 0), ("тыс. ", 3), ("млн ", 6), ("млрд. ", 9), ("трлн ", 12)]),
    st.sampled_from(" \u00a0\u2009"),
)
def test_money_in_russian_notation_reads_back_exactly(value: Decimal, scale: tuple[str, int], space: str) -> None:
    written = f"{value:,f}".replace(",", space).replace(".", ",")
    quantity = read_figure(f"{written} {scale[0]}рублей")
    assert (quantity.value, quantity.unit, quantity.comparator) == (value.scaleb(scale[1]), "RUB", "=")


@given(
    st.text(alphabet="0123456789 .,-–%$€отдомлнрублейсячс+", max_size=80), st.text(max_size=40), st.text(max_size=40)
)
def test_any_text_gives_a_value_or_a_problem(text: str, before: str, after: str) -> None:
    quantity = read_figure(text, before=before, after=after)
    assert (quantity.value is None) == (quantity.problem is not None)


@pytest.mark.parametrize("piece", ["9", "1 ", "1.", "1 000", "до ", "сто ", "(", "- ", "тыс. ", "с половиной "])
def test_very_long_texts_take_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    assert read_figure(text).problem
    read_figure("5", before=text, after=text)
    read_figure(text[:400])
    assert time.process_time() - started < 1
