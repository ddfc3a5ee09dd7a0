from decimal import Decimal

import pytest

from rucoop.model.lexemes import lexemes
from rucoop.model.units import read_sign, read_unit

UNITS = [
    ("%", "percent", 1), ("процентных пунктов", "percent", 2), ("долл. США", "USD", 3), ("бел. рублей", "BYN", 3),
    ("российских рублей", "RUB", 2), ("азербайджанских манатов", "AZN", 2), ("кв. метров", "m2", 3), ("м³", "m3", 1),
    ("кубических метров", "m3", 2), ("киловатт-часов", "kWh", 3), ("лошадиных сил", "[HP]", 2), ("руб.", "RUB", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "symbol", "end"), UNITS)
def test_symbol_and_end(text: str, symbol: str, end: int) -> None:
    unit = read_unit(lexemes(text), 0)
    assert unit is not None
    assert (unit.symbol, unit.end) == (symbol, end)


def test_a_noun_of_several_currencies_without_a_default_is_left_open() -> None:
    assert read_unit(lexemes("студентов"), 0) is None
    assert read_unit(lexemes("марок"), 0) is None
    million = read_unit(lexemes("крон"), 0, scale=Decimal(10**6))
    assert million is not None
    assert million.money


def test_measures_have_the_factor_of_the_table() -> None:
    unit = read_unit(lexemes("центнеров"), 0)
    assert unit is not None
    assert (unit.symbol, str(unit.factor)) == ("t", "0.1")


def test_signs_before_numbers() -> None:
    sign = read_sign(lexemes("$ 630 млн"), 0)
    assert sign is not None
    assert (sign.symbol, sign.end, sign.money) == ("USD", 1, True)
