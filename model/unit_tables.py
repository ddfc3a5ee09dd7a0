"""The tables of currencies and measures, arranged for look-up by folded lexemes and dictionary forms."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from rucoop.data.tables import Currency, currencies, units
from rucoop.model.lexemes import fold, lexemes
from rucoop.model.morphology import lemma, lemmas


class Measure(NamedTuple):
    """A symbol, and what a value in the named measure is multiplied by to be in it."""

    symbol: str
    factor: Decimal


Key = tuple[str, ...]


@cache
def signs() -> dict[Key, Currency | Measure]:
    """Signs and abbreviations without their dots (``кв``, ``м``). A currency wins over a measure."""
    found: dict[Key, Currency | Measure] = {}
    for unit in units():
        found.update((_key(text), Measure(unit.symbol, unit.factor)) for text in unit.abbreviations)
    for currency in currencies():
        found.update((_key(text), currency) for text in currency.symbols)
    return found


@cache
def sign_beginnings() -> frozenset[Key]:
    """Every true beginning of a sign of more than one lexeme."""
    return _beginnings(signs())


@cache
def measures() -> dict[Key, Measure]:
    """Measures by the dictionary forms of their words."""
    return {
        tuple(lemma(word) for word in _key(phrase)): Measure(unit.symbol, unit.factor)
        for unit in units()
        for phrase in unit.lemmas
    }


@cache
def measure_beginnings() -> frozenset[Key]:
    """Every true beginning of a measure of more than one word."""
    return _beginnings(measures())


@cache
def money_nouns() -> dict[str, tuple[Currency, ...]]:
    """Currencies by their noun, the one meant by the bare noun first."""
    found: dict[str, tuple[Currency, ...]] = {}
    for currency in sorted(currencies(), key=lambda c: not c.default):
        noun = fold(currency.noun)
        found[noun] = (*found.get(noun, ()), currency)
    return found


@cache
def money_adjectives() -> frozenset[str]:
    """All adjectives that stand before the nouns of currencies."""
    return frozenset(fold(adjective) for currency in currencies() for adjective in currency.adjectives)


@cache
def money_tails() -> dict[str, tuple[tuple[Key, Currency], ...]]:
    """By noun: what may stand behind it (``США``) and the currency that is meant then."""
    return {
        noun: tuple((_key(tail), currency) for currency in group for tail in currency.tails)
        for noun, group in money_nouns().items()
    }


@lru_cache(maxsize=8192)
def normal_forms(word: str) -> frozenset[str]:
    """The dictionary forms that a folded word may have, folded."""
    return frozenset((*lemmas(word), word))


def _key(text: str) -> Key:
    return tuple(item.text for item in lexemes(text) if item.text != ".")


def _beginnings(keys: Iterable[Key]) -> frozenset[Key]:
    return frozenset(key[:length] for key in keys for length in range(1, len(key)))
