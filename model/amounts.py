"""Amounts: ``[sign] number [unit] [- number [unit]]``, without what stands before and behind them."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, NamedTuple

from rucoop.model.counted import read_counted
from rucoop.model.lexemes import Lexeme, touches, word_at
from rucoop.model.numerals import EXACT, Number, NumberError, plain, read_number
from rucoop.model.ratios import read_ratio
from rucoop.model.units import ONE, Unit, read_sign

SIGNS: Final = {"+": 1, "-": -1, "плюс": 1, "минус": -1}
_RANGE: Final = frozenset({"-", "до", "или", "…"})
_NEAR: Final = 100


@dataclass(frozen=True, slots=True)
class Amount:
    """``scale`` is the multiplier that stood with the number, ``sign`` what stood before it (0: nothing); ``exact`` is
    False for a rounded percentage; ``end`` is the index behind the amount; ``bare`` if no unit stands behind it."""

    value: Decimal
    end: int
    value_to: Decimal | None = None
    unit: str | None = None
    money: bool = False
    scale: Decimal = ONE
    sign: int = 0
    exact: bool = True
    bare: bool = False

    def scaled(self, factor: Decimal) -> "Amount":
        """The same amount multiplied, exactly."""
        if factor == 1:
            return self
        value_to = None if self.value_to is None else plain(EXACT.multiply(self.value_to, factor))
        return replace(self, value=plain(EXACT.multiply(self.value, factor)), value_to=value_to)


class _Part(NamedTuple):
    number: Number
    unit: Unit | None
    end: int
    bare: bool


def read_amount(items: list[Lexeme], i: int, *, multiple: bool = False) -> Amount | None:
    """The amount that begins at lexeme ``i``, or None. ``multiple``: ``в`` stands before it, so that ``раза`` is times.

    Raises NumberError on numbers that cannot be read, and on a second one that is no end of a range.
    """
    sign, i = _sign(items, i)
    if (ratio := read_ratio(items, i)) is not None:
        return Amount(ratio.value, ratio.end, unit=ratio.unit, sign=sign, exact=ratio.exact)
    first = _part(items, i, multiple)
    if first is None:
        return None
    last = _part(items, first.end + 1, multiple) if word_at(items, first.end) in _RANGE else None
    amount = _with_kopecks(items, _single(first)) if last is None else _range(first, last)
    rest = next((items[j].text for j in range(amount.end, len(items)) if _apart(items, j)), None)
    if rest is not None:
        raise NumberError(f"a second number {rest!r} that is neither the end of a range nor a part of the first")
    return replace(amount, sign=sign) if sign else amount


def near(value: Decimal, neighbour: Number) -> bool:
    """True if a number without a scale can share the scale of its neighbour.

    In ``с 5 до 7 млн`` both are millions; ``с 900 до 1,2 тысячи`` starts at nine hundred, 100 times the digits or more.
    """
    return value * neighbour.scale < _NEAR * neighbour.value


def _apart(items: list[Lexeme], i: int) -> bool:
    """True for digits that are no part of a name: of ``Ми-17``, ``Т-34``, ``№ 5``."""
    named = word_at(items, i - 1) == "-" and touches(items, i - 1) and touches(items, i) and items[i - 2].kind == "word"
    return items[i].kind == "digits" and not named and word_at(items, i - 1) != "№"


def _sign(items: list[Lexeme], i: int) -> tuple[int, int]:
    """A sign that touches the digits, or its word; a dash that stands apart is passed over."""
    sign = SIGNS.get(word_at(items, i), 0)
    if sign and items[i].kind == "sign" and not touches(items, i + 1):
        sign, i = 0, i + 1
    return sign, i + (sign != 0)


def _part(items: list[Lexeme], i: int, multiple: bool) -> _Part | None:
    """A number with the currency sign before it or the unit behind it."""
    sign = read_sign(items, i)
    if sign is None or not sign.money or sign.end >= len(items) or items[sign.end].kind != "digits":
        sign = None
    number = read_number(items, sign.end if sign else i)
    if number is None:
        return None
    unit = sign or _unit(items, number, multiple)
    return _Part(number, unit, max(number.end, unit.end if unit else 0), unit is None or unit is sign)


def _unit(items: list[Lexeme], number: Number, multiple: bool) -> Unit | None:
    end = number.end
    word, hyphen = word_at(items, end), word_at(items, end) == "-"
    if word_at(items, end + hyphen).startswith("кратн"):
        return Unit("times", ONE, end + 1 + hyphen)
    if word in ("раз", "раза"):
        return Unit("times" if multiple or number.value % 1 else "раз", ONE, end + 1)
    if hyphen and not word_at(items, end + 1).startswith("процентн"):
        return None
    return read_counted(items, end, number.scale)


def _single(part: _Part) -> Amount:
    number, unit = part.number, part.unit
    if unit is None:
        return Amount(number.value, part.end, scale=number.scale, bare=True)
    noun = unit.money or not unit.symbol.isascii()
    value = number.grouped if number.grouped is not None and noun else number.value  # 12.500 рублей, but 12.500 га
    return Amount(value, part.end, None, unit.symbol, unit.money, number.scale, bare=part.bare).scaled(unit.factor)


def _range(first: _Part, last: _Part) -> Amount:
    """``30–35%``, ``2-3 млрд``, ``от 500 млн до 1 млрд рублей``: what the first number lacks it has from the second."""
    amount = _single(last._replace(unit=last.unit or first.unit, bare=last.bare and first.bare))
    low = _single(first._replace(unit=first.unit or last.unit)).value
    if first.bare and first.number.scale == 1 and near(first.number.value, last.number):
        low = EXACT.multiply(low, last.number.scale)
    return replace(amount, value=plain(low), value_to=amount.value)


def _with_kopecks(items: list[Lexeme], amount: Amount) -> Amount:
    """``5 рублей 20 копеек``."""
    number = read_number(items, amount.end) if amount.money else None
    if number is None or not word_at(items, number.end).startswith(("коп", "цент", "тиын")):
        return amount
    value = EXACT.add(amount.value, EXACT.multiply(number.value, Decimal("0.01")))
    return replace(amount, value=plain(value), end=number.end + 1)
