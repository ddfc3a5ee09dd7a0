from decimal import Decimal

import pytest

from rucoop.model.lexemes import lexemes
from rucoop.model.numerals import NumberError
from rucoop.model.ratios import read_ratio


@pytest.mark.parametrize(
    ("text", "value", "unit", "exact"),
    [
        ("вчетверо", "4", "times", True), ("трехкратный", "3", "times", True), ("дважды", "2", "раз", True),
        ("три четверти", "75", "percent", True), ("шестую часть", "16.7", "percent", False),
        ("трети", "33.3", "percent", False),
        ("каждого третьего", "33.3", "percent", False), ("одна пятая", "20", "percent", True),
    ],
)  # fmt: skip
def test_ratios(text: str, value: str, unit: str, exact: bool) -> None:
    ratio = read_ratio(lexemes(text), 0)
    assert ratio is not None
    assert (ratio.value, ratio.unit, ratio.exact) == (Decimal(value), unit, exact)


@pytest.mark.parametrize("text", ["пять студентов", "третий студент", "десять", "5", "часть"])
def test_counts_and_ordinals_are_no_ratios(text: str) -> None:
    assert read_ratio(lexemes(text), 0) is None


def test_open_ratios_are_refused() -> None:
    with pytest.raises(NumberError, match="разы"):
        read_ratio(lexemes("разы"), 0)
