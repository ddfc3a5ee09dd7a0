"""The metric code of a figure, from its METRIC span, its unit and the words of its sentence.

The METRIC span decides where it can be measured in the unit at all; a turnover is not measured in students. Where there
is none, the unit decides (``114 студентов``, ``12 га``), and where that is money or tonnes, the sentence.
"""

import re
from functools import cache, lru_cache
from typing import Any, Final

from rucoop.data.tables import currencies, metrics, units
from rucoop.model.figure_status import figure_status
from rucoop.model.lexemes import fold, lexemes, word_set
from rucoop.model.morphology import lemma, lemmas, parses

__all__ = ["figure_status", "metric_code"]

def metric_code(metric_text: str | None, unit: str | None, context: str, *, direction: str | None = None) -> str:
    """One of the codes of ``metrics()``.

    ``metric_text`` is the METRIC span that goes with the figure, in any case; ``unit`` as ``read_figure`` gives it;
    ``context`` the sentence; ``direction`` that of the figure, where known: a change in percent or times is ``growth``.
    """
    named = _named(metric_text) if metric_text else None
    words = fold(context)
    if unit in ("percent", "times"):
        return _ratio(named, unit, words, direction)
    kind = _kind(unit)
    thing = _thing(unit, words) if kind == "count" and unit is not None else None
    if thing is not None and named not in ("jobs", "students", "companies"):
        return thing
    if kind == "count" and thing is None and named in words.THINGS:
        return "other"
    if named == "other" and kind == "money":
        return _turnover(fold(metric_text or ""), words)
    if named is None or named in words.NEVER[kind] or (named == "growth" and direction is None):
        return thing or _otherwise(unit, kind, words)
    return named


def _ratio(named: str | None, unit: str, words: str, direction: str | None) -> str:
    """``growth`` for changes, else ``share``; rates of interest and the like are ``other``."""
    if named in ("price", "salary"):
        return named
    if direction is not None or named == "growth":
        return "growth"
    if named == "share" or (unit == "percent" and words.SHARE.search(words)):
        return "share"
    if words.RATES.search(words):
        return "other"
    if unit == "times" or words.GROWTH.search(words):
        return "growth"
    return "share"


def _otherwise(unit: str | None, kind: str, words: str) -> str:
    """The code by the unit alone, else by the first kind of words that stands in the sentence."""
    if unit in words.BY_UNIT:
        return words.BY_UNIT[unit]
    return next((code for code, pattern in words.SENTENCE[kind] if pattern.search(words)), "other")


def _turnover(metric: str, words: str) -> str:
    """``оборот`` between sides is their trade; the ``сумма`` of a contract is its cost."""
    if metric.startswith("оборот"):
        return "trade_turnover"
    return "project_cost" if metric.startswith("сумм") and re.search(r"контракт|сделк|договор|соглашен", words) else "other"


@cache
def _symbols() -> dict[str, str]:
    return {unit.symbol: "measure" for unit in units()} | {currency.code: "money" for currency in currencies()}


def _kind(unit: str | None) -> str:
    """``money`` (also where there is no unit: amounts are left without one), ``measure`` or ``count``."""
    return "money" if unit is None else _symbols().get(unit, "count")


def _thing(unit: str, words: str) -> str | None:
    """The code of a counted noun; persons and places at schools are students where the sentence says so."""
    code = _noun_code(unit)
    if unit == "место" or code == "people":
        if words.STUDY.search(words):
            return "students"
        return "jobs" if code == "people" and words.WORK.search(words) else code
    return code


@lru_cache(maxsize=4096)
def _noun_code(unit: str) -> str | None:
    if unit in words.FIRMS:
        return "companies"
    words = [(word, frozenset(lemmas(word))) for word in unit.split()]
    codes = (code for code in words.THINGS for term in _terms()[code] if len(term) == len(words) and _stands(term, words, 0))
    found = next(codes, None)
    if (found is None or unit in words.PERSONS) and unit not in words.LIVESTOCK and any(_is_person(p) for p in parses(unit) if fold(p.normal_form) == unit):
        return "people"
    return found


def _is_person(parse: Any) -> bool:
    """True for the reading of a noun as a living being that is not somebody's name."""
    return parse.tag.POS == "NOUN" and "anim" in parse.tag and not parse.tag.grammemes & {"Name", "Surn", "Patr"}


@cache
def _terms() -> dict[str, frozenset[tuple[str, ...]]]:
    return {metric.code: frozenset(_phrase(term) for term in metric.terms) for metric in metrics()}


def _phrase(term: str) -> tuple[str, ...]:
    """The words of a term as they are compared: dictionary forms, beginnings with their ``*``."""
    return tuple(word if word.endswith("*") else lemma(word) for word in fold(term).split())


@lru_cache(maxsize=4096)
def _named(metric_text: str) -> str | None:
    """The code whose longest term stands in a METRIC span, the first of equals; ``other`` only if there is no better."""
    words = [(item.text, frozenset(lemmas(item.text))) for item in lexemes(metric_text) if item.kind == "word"]
    best: tuple[tuple[bool, int, int], str] | None = None
    for code, terms in _terms().items():
        for term in terms:
            for i in range(len(words) - len(term) + 1):
                if _stands(term, words, i):
                    rank = (code != "other", len(term), -i)
                    best = max(best, (rank, code)) if best is not None else (rank, code)
    return best[1] if best is not None else None


def _stands(term: tuple[str, ...], words: list[tuple[str, frozenset[str]]], i: int) -> bool:
    """True if the words from ``i`` on are those of the term."""
    pairs = zip(term, words[i : i + len(term)], strict=True)
    return all(word.startswith(part[:-1]) if part.endswith("*") else part in forms for part, (word, forms) in pairs)
