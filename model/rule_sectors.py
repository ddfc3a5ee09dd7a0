"""SECTOR spans: terms of the sector table in sentences that speak of working together."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from rucoop.data.tables import sector_terms
from rucoop.model.rule_text import RuleText, Word, grammemes
from rucoop.model.spans import ScoredSpan
from rucoop.model.terms import Hit, Terms

_CONFIDENCE: Final = 0.7
_CONTEXT: Final = re.compile(
    r"\b(?:сотруднич\w*|взаимодейств\w*|партн[её]рств\w*|сфер\w{0,3}|отрасл\w+|направлени\w+|област(?:и|ях)\s|обсу\w+|обмен\w*|опыт\w*|интерес\w*|заинтересован\w*|"
    r"перспектив\w*|проект\w*|коопераци\w*|предл[оа]\w+|договорил\w+|развит\w+|развива\w+|вопрос\w*|тем[аыуеой]{1,2}\b|реч[ьи]\b|связ[ьи]\w*|соглашени\w+|меморандум\w*|"
    r"протокол\w*|план\w*|совместн\w+|говорил\w*|переговор\w*|готов\w*|приоритет\w*|ко[нт]такт\w*|создани\w+|строительств\w+|производств\w+|завод\w*|подготовк\w+|"
    r"поддержк\w+|внимани\w+|возможност\w+|рассмотр\w+|затрон\w+|назва[лн]\w*|инвестиц\w+|обуч\w+|изуч\w+|поделит\w+)\b",
    re.IGNORECASE,
)
_GENERIC: Final = frozenset({"развитие", "поддержка", "повышение", "привлечение", "создание", "сохранение", "локализация", "сотрудничество"})
_BARRED: Final = re.compile(r"(?:министр\w*|министерств\w*|минист\w+|комитет\w*|управлени\w+|департамент\w*|форум\w*|выставк\w+|институт\w*|университет\w*|конференц\w+|недел\w+)\s+(?:[а-яё]+\s+){0,3}$", re.IGNORECASE)
_SPHERE_NOUN: Final = re.compile(r"^(?:сфер|отрасл|област|направлени|сотрудничеств|связ|обмен|отношени|контакт|взаимодейств)")


def sector_spans(source: RuleText) -> Iterator[ScoredSpan]:
    """SECTOR spans in text order: the longest term at each place, weak terms left out."""
    for number, words in enumerate(source.words):
        if source.is_boilerplate(number) or not _CONTEXT.search(source.covered(number)):
            continue
        hits = _terms().hits([word.low for word in words])
        taken = -1
        for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
            if hit.first <= taken or not _stands(source.text, words, hit):
                continue
            last = _with_tail(words, hit)
            taken = last
            first = _with_adjective(words, hit, taken)
            yield ScoredSpan(words[first].start, words[last].end, "SECTOR", _CONFIDENCE)


def _stands(text: str, words: list[Word], hit: Hit[bool]) -> bool:
    first = words[hit.first]
    if hit.value or (first.text[0].isupper() and hit.first and text[first.start - 2 : first.start] not in (". ", "» ")):
        return False
    return not _BARRED.search(text[max(0, first.start - 70) : first.start])


def _with_tail(words: list[Word], hit: Hit[bool]) -> int:
    """A noun of activity with its object: ``производство шин``; an adjective with its noun: ``легкой промышленности``."""
    return hit.last


def _with_adjective(words: list[Word], hit: Hit[bool], last: int) -> int:
    """Adjectives that agree belong to the phrase: ``высшее образование``."""
    first = hit.first
    while first and _is_adjective(words[first - 1]) and words[first - 1].end + 1 == words[first].start and "NOUN" in grammemes(words[first].text):
        first -= 1
    return first


def _is_adjective(word: Word) -> bool:
    tags = grammemes(word.text)
    return "ADJF" in tags and "Apro" not in tags and "Qual" not in tags and not word.text[0].isupper() and not _ORDINARY.match(word.low)


_ORDINARY: Final = re.compile(r"^(?:совместн|двусторонн|взаимн|различн|друг|нов|общ|межрегиональн|перв|втор|дальнейш|соответству|важн|ряд|татарстанск|российск|белорусск|казахстанск|турецк|китайск|кажд|мест)")


@cache
def _terms() -> Terms[bool]:
    return Terms((term.term, term.weak) for term in sector_terms())
