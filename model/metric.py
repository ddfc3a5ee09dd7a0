"""The metric code of a figure, from its METRIC span, its unit and the words of its sentence.

The METRIC span decides where it can be measured in the unit at all; a turnover is not measured in students. Where there
is none, the unit decides (``114 студентов``, ``12 га``), and where that is money or tonnes, the sentence.
"""

import re
from functools import cache, lru_cache
from typing import Any, Final

from rucoop.data.tables import currencies, metrics, units
from rucoop.model import metric_words as cues
from rucoop.model.figure_status import figure_status
from rucoop.model.lexemes import fold, lexemes
from rucoop.model.morphology import lemma, lemmas, parses

__all__ = ["figure_status", "metric_code"]

_BEFORE: Final = 90  # characters
_AFTER: Final = 40
_CONTRACT: Final = re.compile(r"\b(?:контракт|сделк|договор|соглашен)")

Word = tuple[str, frozenset[str]]
"""A folded word and its dictionary forms."""


def metric_code(
    metric_text: str | None,
    unit: str | None,
    context: str,
    *,
    direction: str | None = None,
    before: str | None = None,
    after: str = "",
) -> str:
    """One of the codes of ``metrics()``.

    ``metric_text`` is the METRIC span that goes with the figure, in any case; ``unit`` as ``read_figure`` gives it;
    ``context`` the sentence, ``before`` and ``after`` its parts around the figure, where known: words near by count
    before others. ``direction`` is that of the figure: a change in percent or times is ``growth``.
    """
    named = _named(metric_text) if metric_text else None
    sentence = fold(context)
    lead = None if before is None else fold(before)
    near = sentence if lead is None else _near(lead, fold(after))
    if unit in ("percent", "times"):
        return _ratio(named, unit, sentence, direction, lead)
    kind = _kind(unit)
    thing = _thing(unit, near) if kind == "count" and unit is not None else None
    if thing is not None and named not in ("jobs", "students", "companies"):
        return thing
    if kind != "money" and named in (None, "other", "area") and lead is not None and cues.CAPACITY.search(lead):
        return cues.BY_UNIT.get(unit or "", "capacity")
    if kind == "count" and thing is None and named in cues.THINGS:
        return "other"
    if named == "other" and kind == "money":
        return _sum(fold(metric_text or ""), sentence)
    misfit = named in cues.NEVER[kind] or (named != cues.BY_UNIT.get(unit or "", named))
    if named is None or misfit or (named == "growth" and direction is None):
        return thing or _otherwise(unit, kind, near, sentence)
    return named


def _near(before: str, after: str) -> str:
    """The words around a figure: of its clause, but some words at least."""
    return f"{before[-_BEFORE:]} {after[:_AFTER]}"


def _ratio(named: str | None, unit: str, sentence: str, direction: str | None, before: str | None) -> str:
    """``growth`` for changes, whatever changes, else ``share``; rates of interest are ``other``."""
    if direction is not None or named == "growth":
        return "growth"
    if named in ("price", "salary"):
        return named
    if named == "share" or (unit == "percent" and cues.SHARE.search(sentence)):
        return "share"
    if cues.RATES.search(sentence):
        return "other"
    if unit == "percent" and before is not None and cues.LEVEL.search(before):
        return "share"
    return "growth" if unit == "times" or cues.GROWTH.search(sentence) else "share"


def _otherwise(unit: str | None, kind: str, near: str, sentence: str) -> str:
    """The code by the unit alone, else by the first kind of words that stands near by, else in the sentence."""
    if unit in cues.BY_UNIT:
        return cues.BY_UNIT[unit]
    found = (code for text in (near, sentence) for code, pattern in cues.SENTENCE[kind] if pattern.search(text))
    return next(found, "other")


def _sum(metric: str, sentence: str) -> str:
    """``оборот`` between sides is their trade; the ``сумма`` of a contract is its cost."""
    if metric.startswith("оборот"):
        return "trade_turnover"
    return "project_cost" if metric.startswith("сумм") and _CONTRACT.search(sentence) else "other"


@cache
def _kinds() -> dict[str, str]:
    return {unit.symbol: "measure" for unit in units()} | {currency.code: "money" for currency in currencies()}


def _kind(unit: str | None) -> str:
    """``money`` (also where there is no unit: sums are often left without one), ``measure`` or ``count``."""
    return "money" if unit is None else _kinds().get(unit, "count")


def _thing(unit: str, sentence: str) -> str | None:
    """The code of a counted noun; persons and places at schools are students where the sentence says so."""
    code = _noun_code(unit)
    if unit == "место" or (code == "people" and unit not in cues.SKILLED):
        if cues.STUDY.search(sentence):
            return "students"
        return "jobs" if code == "people" and cues.WORK.search(sentence) else code
    return code


@lru_cache(maxsize=4096)
def _noun_code(unit: str) -> str | None:
    """The code whose terms hold the lemma of a counted noun, else ``people`` for persons."""
    if unit in cues.FIRMS:
        return "companies"
    words = [_word(word) for word in unit.split()]
    terms = ((code, term) for code in cues.THINGS for term in _terms()[code] if len(term) == len(words))
    found = next((code for code, term in terms if _stands(term, words, 0)), None)
    if unit in cues.PERSONS:
        return "people"
    nouns = [parse for parse in _readings(unit) if parse.tag.POS == "NOUN"]
    persons = bool(nouns) and unit not in cues.LIVESTOCK and all(map(_is_person, nouns))
    return "people" if found is None and persons else found


def _readings(unit: str) -> list[Any]:
    return [parse for parse in parses(unit) if fold(parse.normal_form) == unit]


def _is_person(parse: Any) -> bool:
    """True for the reading of a noun as a living being that is not somebody's name."""
    return parse.tag.POS == "NOUN" and "anim" in parse.tag and not parse.tag.grammemes & {"Name", "Surn", "Patr"}


@cache
def _terms() -> dict[str, frozenset[tuple[str, ...]]]:
    return {metric.code: frozenset(_phrase(term) for term in metric.terms) for metric in metrics()}


def _phrase(term: str) -> tuple[str, ...]:
    """The words of a term as they are compared: dictionary forms, beginnings with their ``*``."""
    return tuple(word if word.endswith("*") else lemma(word) for word in fold(term).split())


def _word(word: str) -> Word:
    return word, frozenset(lemmas(word))


@lru_cache(maxsize=4096)
def _named(metric_text: str) -> str | None:
    """The code whose longest term stands in a METRIC span, the first of equals; ``other`` if there is no better."""
    words = [_word(item.text) for item in lexemes(metric_text) if item.kind == "word"]
    ranked = (
        ((code != "other", len(term), -i), code)
        for code, terms in _terms().items()
        for term in terms
        for i in range(len(words) - len(term) + 1)
        if _stands(term, words, i)
    )
    return max(ranked, default=(None, None))[1]


def _stands(term: tuple[str, ...], words: list[Word], i: int) -> bool:
    """True if the words from ``i`` on are those of the term."""
    pairs = zip(term, words[i : i + len(term)], strict=True)
    return all(word.startswith(part[:-1]) if part.endswith("*") else part in forms for part, (word, forms) in pairs)
