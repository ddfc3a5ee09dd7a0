"""Units left out because a neighbour has them: ``с [68] до [82%]``, ``[10] и [30] тонн``, ``из 12 проектов [три]``."""

import re
from dataclasses import replace
from typing import Final

from rucoop.model.amounts import Amount, near
from rucoop.model.counted import read_counted
from rucoop.model.lexemes import Lexeme, lexemes, word_at, word_set
from rucoop.model.numerals import Number, NumberError, read_number
from rucoop.model.units import Unit, read_sign

_CLOSING: Final = re.compile(r"\b(?:до|против|по|и|или|с|вместо|за|было|стало)\s+(?:[а-я]+\s+){0,2}$")
_CONNECTING: Final = word_set(
    "до и или либо , - по против с со от на более свыше около почти примерно порядка не менее чем"
)
_REACH: Final = 16
"""How many lexemes behind a figure its construction may go on."""
_MONEY_SCALE: Final = 1000
MILLION: Final = 1_000_000
_WHOLE: Final = 100
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_NEVER: Final = word_set(
    "times год месяц день неделя час min век сутки раз квартал треть четверть половина часть "
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
)


def borrow_after(amount: Amount, after: list[Lexeme], *, opened: bool) -> Amount:
    """The amount with the unit that the construction behind it names, and with its scale if it has none.

    ``opened``: the figure begins a ``с ... до`` or ``от ... до``, whose second part may stand further off.
    """
    after = after[:_REACH]
    if after and (after[0].kind == "word" or after[0].text == "%"):
        unit = read_counted(after, 0, amount.scale) if word_at(after, 0) not in _CONNECTING else None
        if unit is not None and _direct(amount, unit):
            return with_unit(amount, unit)
    start = next((i for i, item in enumerate(after) if item.text == "до"), 0) if opened else 0
    neighbour, unit = _chain(after, start)
    if neighbour is None:
        return amount
    if amount.scale == 1 and near(amount.value, neighbour):
        amount = replace(amount.scaled(neighbour.scale), scale=neighbour.scale)
    fits = unit is not None and (amount.scale < MILLION or unit.money or amount.scale == neighbour.scale)
    return with_unit(amount, unit) if unit is not None and fits else amount


def borrow_before(amount: Amount, before: str) -> Amount:
    """The amount with the unit of an earlier figure in the folded words before it: the last one that fits."""
    closing = _CLOSING.search(before) is not None
    for number, unit in reversed(_figures(lexemes(before))):
        if unit.symbol not in _NEVER and _fits(amount, number, unit, closing):
            if unit.money and amount.scale < _MONEY_SCALE:
                amount = amount.scaled(number.scale)
            return with_unit(amount, unit)
    return amount


def _fits(amount: Amount, number: Number, unit: Unit, closing: bool) -> bool:
    """True if a figure without a unit can go on about the same: money by thousands and more, shares below one hundred,
    things of the same order. ``closing``: the figure ends a construction (``с 68% до [82]``)."""
    if unit.symbol == "percent":
        return amount.scale == 1 and amount.value <= _WHOLE
    if unit.money:
        shared = number.scale >= MILLION and near(amount.value, number) and (closing or amount.value % 1 > 0)
        return amount.scale >= _MONEY_SCALE or shared
    return amount.scale <= _MONEY_SCALE or amount.scale == number.scale


def _direct(amount: Amount, unit: Unit) -> bool:
    """True if the words right behind a figure are its unit; behind millions only a unit of the tables or people."""
    known = unit.money or unit.symbol.isascii() or unit.symbol == "человек"
    return (
        unit.symbol not in _NEVER
        and (amount.scale == 1 or unit.symbol != "percent")
        and (known or amount.scale < MILLION)
    )


def with_unit(amount: Amount, unit: Unit) -> Amount:
    """The amount in ``unit``, unless it has a unit of its own."""
    if amount.unit is not None:
        return amount
    return replace(amount.scaled(unit.factor), unit=unit.symbol, money=unit.money)


def _chain(items: list[Lexeme], i: int) -> tuple[Number | None, Unit | None]:
    """Over connecting words and numbers to the first number with a unit; the last one with a scale if none has."""
    found: Number | None = None
    while i < len(items):
        sign = read_sign(items, i)
        sign = sign if sign is not None and sign.money else None
        number = _number(items, sign.end if sign else i)
        if number is not None:
            unit = sign or read_counted(items, number.end, number.scale)
            if unit is not None:
                return number, None if unit.symbol in _NEVER else unit
            found, i = number if number.scale > 1 else found, number.end
        elif items[i].text in _CONNECTING:
            i += 1
        else:
            break
    return found, None


def _figures(items: list[Lexeme]) -> list[tuple[Number, Unit]]:
    """Every number that has a unit or a currency sign, in order; years are none."""
    found, i = [], 0
    while i < len(items):
        sign = read_sign(items, i)
        sign = sign if sign is not None and sign.money else None
        number = None if _YEAR.fullmatch(items[i].text) else _number(items, sign.end if sign else i)
        if number is None:
            i += 1
            continue
        unit = sign or read_counted(items, number.end, number.scale)
        found += [(number, unit)] if unit is not None else []
        i = max(number.end, i + 1)
    return found


def _number(items: list[Lexeme], i: int) -> Number | None:
    try:
        return read_number(items, i)
    except NumberError:
        return None
