"""The metric code of a figure, from its METRIC span, its unit and the words of its sentence.

The METRIC span decides where it can be measured in the unit at all; a turnover is not measured in students. Where there
is none, the unit decides (``114 студентов``, ``12 га``), and where that is money or tonnes, the sentence.
"""

import re
from functools import cache, lru_cache
from typing import Final

from rucoop.data.tables import currencies, metrics, units
from rucoop.model.figure_status import figure_status
from rucoop.model.lexemes import fold, lexemes
from rucoop.model.morphology import lemma, lemmas, parses

__all__ = ["figure_status", "metric_code"]

_MONEY_ONLY: Final = frozenset({"trade_turnover", "investment", "project_cost", "price", "salary", "grp"})
_THINGS: Final = ("students", "jobs", "people", "companies", "meetings")
_BY_UNIT: Final = {
    "ha": "area", "m2": "area", "km2": "area", "km": "distance", "m": "distance",
    "MW": "capacity", "kW": "capacity", "GW": "capacity", "MVA": "capacity", "W": "capacity", "kV": "capacity",
}  # fmt: skip
_LIVESTOCK: Final = frozenset(
    "бык корова нетель телка теленок лошадь овца свинья поросенок коза птица кобыла жеребец верблюд олень голова".split()
)
_ENTREPRENEUR: Final = "предприниматель"
_RATES: Final = re.compile(r"\b(?:ставк|годовых|скидк|пошлин|рентабельн|кешб|кэшб)")
_GROWTH: Final = re.compile(
    r"\b(?:рост(?:а|у|ом|е)?\b|вырос|выраст|возрос|увелич|прирос|повы[сш]|снизи|сниже|сокра[тщ]|уменьш|упал|паден|спад|динамик)"
)
_SHARE: Final = re.compile(r"\b(?:дол[яиюе]\b|дол[яеи]й\b|от общ|из них|удельн|приходит|локализ|процент\w* всех|всего объем)")
_SENTENCE: Final = {
    "money": (
        ("salary", re.compile(r"\b(?:зарплат|заработн|оклад)")),
        ("trade_turnover", re.compile(r"\b(?:товарооборот|оборот\b|оборот[а-я]{1,2}\b|торговл)")),
        ("export", re.compile(r"\b(?:экспорт|вывоз|вывез|отгру[зж])")),
        ("import", re.compile(r"\b(?:импорт|ввоз|ввез)")),
        ("investment", re.compile(r"\b(?:инвест|капиталовлож|вложени|вложи|вложат|вкладыва)")),
        ("project_cost", re.compile(r"\b(?:стоимост|стоит\b|контракт|смет[аыу]|бюджет|обойдет|профинансир|финансир)")),
        ("price", re.compile(r"\b(?:цен[аыуе]\b|тариф|подорожа|подешев)")),
        ("export", re.compile(r"\b(?:постав|продал|продаж)")),
        ("import", re.compile(r"\b(?:закуп|купил)")),
    ),
    "measure": (
        ("capacity", re.compile(r"\b(?:мощност|производительност|вместимост)")),
        ("export", re.compile(r"\b(?:экспорт|вывоз|вывез|отгру[зж])")),
        ("import", re.compile(r"\b(?:импорт|ввоз|ввез|закуп)")),
        ("output", re.compile(r"\b(?:произв[оеё]|выпуск|добы[тчв]|урожа|надо[ий]|намоло|собра)")),
        ("export", re.compile(r"\bпостав")),
    ),
    "count": (
        ("capacity", re.compile(r"\bмощност")),
        ("export", re.compile(r"\b(?:экспорт|отгру[зж])")),
    ),
}  # fmt: skip


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
    if named is not None and named != "other" and not (named in _MONEY_ONLY and kind in ("measure", "count")):
        return named if named != "growth" or direction is not None else _otherwise(unit, kind, words)
    return _otherwise(unit, kind, words) if named is None or kind == "count" else "other"


def _ratio(named: str | None, unit: str, words: str, direction: str | None) -> str:
    """``growth`` for changes, else ``share``; rates of interest and the like are ``other``."""
    if direction is not None or named == "growth":
        return "growth"
    if named == "share" or (unit == "percent" and _SHARE.search(words)):
        return "share"
    if _RATES.search(words):
        return "other"
    if unit == "times" or _GROWTH.search(words):
        return "growth"
    return "share"


def _otherwise(unit: str | None, kind: str, words: str) -> str:
    """The code by the unit alone, else by the first word of the sentence's kind that stands in the sentence."""
    if unit in _BY_UNIT:
        return _BY_UNIT[unit]
    if kind == "count" and unit is not None and (code := _thing(unit)) is not None:
        return code
    return next((code for code, pattern in _SENTENCE[kind] if pattern.search(words)), "other")


@cache
def _symbols() -> dict[str, str]:
    return {unit.symbol: "measure" for unit in units()} | {currency.code: "money" for currency in currencies()}


def _kind(unit: str | None) -> str:
    """``money`` (also where there is no unit: amounts are left without one), ``measure`` or ``count``."""
    return "money" if unit is None else _symbols().get(unit, "count")


@lru_cache(maxsize=4096)
def _thing(unit: str) -> str | None:
    """The code of a counted noun: of the table, else ``people`` for the names of persons."""
    codes = {code for code, terms in _terms().items() if code in _THINGS and (unit,) in terms or _phrase(unit) in terms}
    found = next((code for code in _THINGS if code in codes), None)
    noun = unit.split()[-1]
    person = next((p for p in parses(noun) if p.tag.POS == "NOUN"), None)
    if person is not None and "anim" in person.tag and noun not in _LIVESTOCK:
        return found if found is not None and noun != _ENTREPRENEUR else "people"
    return found


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
                if all(_fits(part, *word) for part, word in zip(term, words[i:], strict=False)):
                    rank = (code != "other", len(term), -i)
                    best = max(best, (rank, code)) if best is not None else (rank, code)
    return best[1] if best is not None else None


def _fits(part: str, word: str, forms: frozenset[str]) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else part in forms
