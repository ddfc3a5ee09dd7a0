"""Units of figures at a place in the lexemes: percent, currencies, measures.

Abbreviations count as they stand (``млн кв. м``, ``$``), words by their dictionary forms (``белорусских рублей``).
"""

from decimal import Decimal
from itertools import product
from typing import Final, NamedTuple

from rucoop.data.tables import Currency
from rucoop.model import unit_tables as tables
from rucoop.model.lexemes import Lexeme, word_at

ONE: Final = Decimal(1)
_HUNDREDTH: Final = Decimal("0.01")
_LONGEST: Final = 4
_THINGS_TOO: Final = frozenset({"марка", "соль", "лев", "крона"})  # money only by adjective or in millions
_POINTS: Final = (("п", ".", "п", "."), ("п", ".", "п"), ("п", "п"), ("проц", "."))


class Unit(NamedTuple):
    """``symbol`` as in the record; a value is multiplied by ``factor``; ``end`` is the index behind the unit."""

    symbol: str
    factor: Decimal
    end: int
    money: bool = False


def read_unit(items: list[Lexeme], i: int, scale: Decimal = ONE) -> Unit | None:
    """The percent sign, currency or measure that begins at lexeme ``i``, or None. ``scale`` stood with the number."""
    if i >= len(items):
        return None
    if (end := _percent(items, i)) is not None:
        return Unit("percent", ONE, end)
    if word_at(items, i).startswith("копе"):
        return Unit("RUB", _HUNDREDTH, i + 1, money=True)
    return read_sign(items, i) or _currency(items, i, scale) or _measure(items, i)


def read_sign(items: list[Lexeme], i: int) -> Unit | None:
    """A sign or abbreviation of a currency or measure with its dots and its tail: ``$``, ``долл. США``, ``кв. м``."""
    key: tuple[str, ...] = ()
    found, end = None, i
    for j in range(i, min(i + 2 * _LONGEST, len(items))):
        if items[j].text == "." and key:
            end = j + 1 if end == j and found else end
            continue
        key = (*key, items[j].text)
        if (here := tables.signs().get(key)) is not None:
            found, end = here, j + 1
        if key not in tables.sign_beginnings():
            end = end + 1 if found and word_at(items, end) == "." else end
            break
    if isinstance(found, Currency):
        return _with_tail(found, items, end)
    return Unit(found.symbol, found.factor, end) if found is not None else None


def _percent(items: list[Lexeme], i: int) -> int | None:
    """The index behind ``%``, ``процентов``, ``процентных пункта``, ``п. п.``, ``-процентный``; None if not there."""
    i += word_at(items, i) == "-"
    word = word_at(items, i)
    if word == "%":
        return i + 1
    if word.startswith("процент"):
        return i + 1 + word_at(items, i + 1).startswith("пункт")
    spelled = tuple(item.text for item in items[i : i + 4]) if word in ("п", "проц") else ()
    return next((i + len(points) for points in _POINTS if spelled[: len(points)] == points), None)


def _currency(items: list[Lexeme], i: int, scale: Decimal) -> Unit | None:
    """``долларов США``, ``белорусских рублей``, ``юаней``."""
    adjectives: frozenset[str] = frozenset()
    for j in range(i, min(i + 3, len(items))):
        forms = tables.normal_forms(items[j].text)
        if nouns := forms & tables.money_nouns().keys():
            group = tables.money_nouns()[min(nouns)]
            named = next((c for c in group if adjectives.intersection(c.adjectives)), None)
            if named is None and not group[0].default:
                return None
            found = Unit(named.code, ONE, j + 1, money=True) if named else _with_tail(group[0], items, j + 1)
            bare = named is None and found.end == j + 1
            return None if bare and group[0].noun in _THINGS_TOO and scale < 1_000_000 else found
        if not forms & tables.money_adjectives():
            return None
        adjectives |= forms
    return None


def _with_tail(currency: Currency, items: list[Lexeme], end: int) -> Unit:
    """The currency that the words behind a noun or sign make of it: ``долларов`` + ``Гонконга``."""
    for tail, named in tables.money_tails().get(currency.noun, ()):
        if tuple(item.text for item in items[end : end + len(tail)]) == tail:
            chosen = named if currency.default else currency
            return Unit(chosen.code, ONE, end + len(tail), money=True)
    return Unit(currency.code, ONE, end, money=True)


def _measure(items: list[Lexeme], i: int) -> Unit | None:
    """A measure in words, the longest that fits: ``тонн``, ``кубических метров``, ``киловатт-часов``."""
    keys: list[tuple[str, ...]] = [()]
    found = None
    for j in range(i, min(i + _LONGEST, len(items))):
        longer = [(*key, form) for key, form in product(keys, tables.normal_forms(items[j].text))]
        if (here := next((tables.measures()[key] for key in longer if key in tables.measures()), None)) is not None:
            found = Unit(here.symbol, here.factor, j + 1)
        keys = [key for key in longer if key in tables.measure_beginnings()]
        if not keys:
            break
    return found
