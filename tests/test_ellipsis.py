from dataclasses import replace
from decimal import Decimal

import pytest

from rucoop.model.amounts import Amount
from rucoop.model.ellipsis import borrow_after, borrow_before
from rucoop.model.lexemes import lexemes

FIVE = Amount(Decimal(5), 1, bare=True)
MILLIONS = replace(FIVE.scaled(Decimal(10**6)), scale=Decimal(10**6))


@pytest.mark.parametrize(
    ("after", "opened", "value", "unit"),
    [
        (" до 7 млн рублей", False, 5_000_000, "RUB"), (" и 7 тонн", False, 5, "t"),
        (" в 2021 году до 7 млн тонн", True, 5_000_000, "t"),
        (" в 2021 году и 7 тонн", False, 5, None), (" проектов", False, 5, "проект"), (" лет назад", False, 5, None),
    ],
)  # fmt: skip
def test_after(after: str, opened: bool, value: int, unit: str | None) -> None:
    amount = borrow_after(FIVE, lexemes(after), opened=opened)
    assert (amount.value, amount.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("before", "amount", "value", "unit"),
    [
        ("доля выросла с 3% до ", FIVE, 5, "percent"), ("из 12 проектов ", FIVE, 5, "проект"),
        ("за 3 года открыто ", FIVE, 5, None),
        ("было 3 млн рублей, открыто ", FIVE, 5, None), ("было 3 млн рублей против ", FIVE, 5_000_000, "RUB"),
        ("3 млн евро и 2 автобуса, затем ", MILLIONS, 5_000_000, "EUR"), ("рост 3%, затем ", MILLIONS, 5_000_000, None),
    ],
)  # fmt: skip
def test_before(before: str, amount: Amount, value: int, unit: str | None) -> None:
    found = borrow_before(amount, before)
    assert (found.value, found.unit) == (Decimal(value), unit)
