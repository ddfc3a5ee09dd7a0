from decimal import Decimal

import pytest

from rucoop.model.amounts import near, read_amount
from rucoop.model.lexemes import lexemes
from rucoop.model.numerals import Number, NumberError


def test_a_range_shares_what_its_first_number_lacks() -> None:
    amount = read_amount(lexemes("5–7 млн центнеров"), 0)
    assert amount is not None
    assert (amount.value, amount.value_to, amount.unit) == (Decimal(500_000), Decimal(700_000), "t")


@pytest.mark.parametrize(
    ("text", "multiple", "unit"), [("2 раза", True, "times"), ("2 раза", False, "раз"), ("2,5 раза", False, "times")]
)
def test_how_often_and_how_many_times(text: str, multiple: bool, unit: str) -> None:
    amount = read_amount(lexemes(text), 0, multiple=multiple)
    assert amount is not None
    assert amount.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "sign"), [("-5%", 5, -1), ("- 5%", 5, 0), ("минус 5%", 5, -1), ("+5%", 5, 1)]
)
def test_signs(text: str, value: int, sign: int) -> None:
    amount = read_amount(lexemes(text), 0)
    assert amount is not None
    assert (amount.value, amount.sign) == (Decimal(value), sign)


def test_two_numbers_that_are_no_range_are_refused() -> None:
    with pytest.raises(NumberError, match="15"):
        read_amount(lexemes("2 млрд рублей (15 млн долларов)"), 0)


def test_scales_are_shared_among_numbers_of_one_size() -> None:
    neighbour = Number(Decimal(1200), 0, Decimal(1000))
    assert near(Decimal(5), neighbour)
    assert not near(Decimal(900), neighbour)
