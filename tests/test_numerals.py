from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucoop.model.lexemes import lexemes
from rucoop.model.number_words import NUMBERS, SCALES
from rucoop.model.numerals import MAX_DIGITS, NumberError, plain, read_number

READ = {
    "7": "7",
    "007": "7",
    "3,456": "3.456",
    "3.456 млрд": "3456000000",
    "3,456 млрд": "3456000000",
    "343,512 млн": "343512000",
    "0,735 млрд": "735000000",
    "5,3млн": "5300000",
    "5,3 млн.": "5300000",
    "1 234 567": "1234567",
    "1\u00a0234\u00a0567,8": "1234567.8",
    "1\u2009234": "1234",
    "1\u202f234": "1234",
    "1.844.036.360,12": "1844036360.12",
    "1,844,036.12": "1844036.12",
    "1'234'567": "1234567",
    "1’234": "1234",
    "1 млрд 200 млн": "1200000000",
    "2 млн 300 тыс. 15": "2300015",
    "1,5 тыс. млрд": "1500000000000",
    "2 с половиной тысячи": "2500",
    "два с половиной миллиарда": "2500000000",
    "сто двадцать пять": "125",
    "двухсот тридцати": "230",
    "пять тысяч": "5000",
    "девятьсот девяносто девять тысяч девятьсот девяносто девять": "999999",
    "тысяча двести": "1200",
    "миллион": "1000000",
    "две сотни": "200",
    "полтора десятка": "15",
    "полтора миллиарда": "1500000000",
    "полторы тысячи": "1500",
    "полмиллиона": "500000",
    "полумиллиарда": "500000000",
    "ноль целых пять десятых": "0.5",
    "две целых и три сотых": "2.03",
    "3-х": "3",
    "10-ти": "10",
}
UNREADABLE = ["12.03.2024", "1,2,3", "десятки тысяч", "тысяч", "миллионы", "несколько", "млн", "две целых"]


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_numbers_read_exactly_and_to_their_end(text: str, value: str) -> None:
    items = lexemes(text)
    number = read_number(items, 0)
    assert number is not None
    assert (str(number.value), number.end) == (value, len(items))


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_number_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(NumberError):
        read_number(lexemes(text), 0)


def test_years_are_not_grouped_with_what_follows() -> None:
    number = read_number(lexemes("2024 500"), 0)
    assert number is not None
    assert (number.value, number.end) == (Decimal(2024), 1)


def test_one_dot_before_three_digits_keeps_both_readings() -> None:
    number = read_number(lexemes("12.500"), 0)
    assert number is not None
    assert (number.value, number.grouped) == (Decimal("12.5"), Decimal(12500))


def test_a_plural_that_could_be_a_genitive_needs_its_governor() -> None:
    number = read_number(lexemes("более тысячи"), 1)
    assert number is not None
    assert number.value == 1000
    with pytest.raises(NumberError, match="тысячи"):
        read_number(lexemes("тысячи"), 0)


def test_endless_digits_are_refused_at_once() -> None:
    with pytest.raises(NumberError, match=str(MAX_DIGITS)):
        read_number(lexemes("9" * 100_000), 0)


@pytest.mark.parametrize("word", ["слово", "%", "-"])
def test_other_lexemes_are_no_numbers(word: str) -> None:
    assert read_number(lexemes(word), 0) is None


def test_word_tables_have_every_form_once() -> None:
    assert not NUMBERS.keys() & SCALES.keys()
    assert all(word == word.lower() and "ё" not in word for word in (*NUMBERS, *SCALES))


@given(
    st.decimals(min_value=0, max_value=10**15, places=3, allow_nan=False, allow_infinity=False),
    st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", "'", ""]),
)
def test_russian_notation_reads_back_exactly(value: Decimal, separator: str) -> None:
    text = f"{value:,f}".replace(",", separator).replace(".", ",")
    number = read_number(lexemes(text), 0)
    assert number is not None
    assert number.value == value


@given(st.decimals(min_value=0, max_value=10**6, places=3, allow_nan=False, allow_infinity=False))
def test_millions_have_no_rounding(value: Decimal) -> None:
    number = read_number(lexemes(f"{value:f} млн".replace(".", ",")), 0)
    assert number is not None
    assert number.value == value * 10**6
    assert number.value == plain(number.value)


@given(st.integers(min_value=0, max_value=999))
def test_hundreds_in_words_read_back(value: int) -> None:
    by_value = {number: word for word, number in reversed(NUMBERS.items())}
    rest = value % 100
    parts = [value - rest, *([rest] if rest <= 19 else [rest - rest % 10, rest % 10])]
    words = " ".join(by_value[Decimal(part)] for part in parts if part) or "ноль"
    number = read_number(lexemes(words), 0)
    assert number is not None
    assert number.value == value
