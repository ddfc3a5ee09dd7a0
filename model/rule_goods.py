"""GOODS spans: the enumerations behind verbs and nouns of supply."""

import re
from collections.abc import Iterator
from typing import Final

from rucoop.model.rule_text import RuleText, Word, grammemes
from rucoop.model.spans import ScoredSpan

_CONFIDENCE: Final = 0.65
_SUPPLY: Final = re.compile(
    r"\b(?:постав(?:ля[а-яё]+|ит[ь]?|ят|ил[аио]?|к[аиуе]|ок|кой|ками|ках)|отгру[а-яё]+|экспортир[а-яё]+|импортир[а-яё]+|ввоз(?:ит|ят)|вывоз(?:ит|ят)|завоз(?:ит|ят)|везут|"
    r"ид[уё]т|уходят|поступа[а-яё]+|прода[её]т|продают|покупает|покупают|закупа[а-яё]+|закупк[аиу]|закупил[аи]?|получа(?:ет|ют|ем)|отправля(?:ет|ют|ем)|отправил[аи]?|"
    r"приобрета(?:ет|ют)|бер[её]т|берут|предлагает\s+поставлять|основу\s+(?:экспорта|импорта|поставок|составля\w+)|в\s+обратн\w+\s+(?:направлении|сторону))\b",
    re.IGNORECASE,
)
_STOP: Final = re.compile(
    r"^(?:продукци|товар|поставк|рынок|рынк|регион|республик|област|предприяти|компани|сторон|год|объем|сотруднич|проект|рост|дол|продаж|экспорт|импорт|час|день|месяц|"
    r"партн|стран|город|завод|тонн|рубл|доллар|млн|млрд|штук|процент|раз|партия|сумм|основ|договор|контракт|соглашени|меморандум|отношени|направлени|последн|многие|друг|числ|"
    r"услуг|потребител|клиент|заказчик|эконом|отрасл|мероприят|заявк|средств[оа]?$|рейс|поезд|делегац|вопрос|работ|помощ|результат|интерес|возможност|качеств|цен|уров)"
)
_ITEM_BREAK: Final = re.compile(r"\s*(?:,|;|\bи\b|\bа\s+также\b|:|\(|\)|[–—])\s*")


def goods_spans(source: RuleText) -> Iterator[ScoredSpan]:
    """GOODS spans in text order."""
    for number, words in enumerate(source.words):
        if source.is_boilerplate(number):
            continue
        cue = _SUPPLY.search(source.text, source.sentences[number].start, source.sentences[number].end)
        if cue is not None:
            yield from _items(source.text, [word for word in words if word.start >= cue.end()])


def _items(text: str, words: list[Word]) -> Iterator[ScoredSpan]:
    """Noun phrases that stand in the enumeration: adjectives, a noun, its genitive."""
    i = 0
    while i < len(words):
        last = _phrase(text, words, i)
        if last is None:
            i += 1
            continue
        yield ScoredSpan(words[i].start, words[last].end, "GOODS", _CONFIDENCE)
        i = last + 1


def _phrase(text: str, words: list[Word], first: int) -> int | None:
    """Index of the last word of the noun phrase that begins at ``first``; None if none does."""
    if first and not _opens(text[words[first - 1].end : words[first].start], words[first - 1]):
        return None
    i = first
    while i < len(words) and _is_adjective(words[i]) and _adjoins(text, words, i):
        i += 1
    if i >= len(words) or not _is_product(words[i]):
        return None
    if i + 1 < len(words) and _adjoins(text, words, i):
        if _is_genitive(words[i + 1]):
            return i + 1
        if _is_adjective(words[i + 1]) and i + 2 < len(words) and _adjoins(text, words, i + 1) and _is_genitive(words[i + 2]) and "gent" in grammemes(words[i + 1].text):
            return i + 2
    return i


def _opens(gap: str, before: Word) -> bool:
    """A phrase may begin after a break of the enumeration, a preposition's name, or the cue."""
    return bool(_ITEM_BREAK.fullmatch(gap)) or before.text[0].isupper() or before.low in ("и", "также", "это", "как", "такие", "идут", "области", "республику")


def _adjoins(text: str, words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and text[words[i].end : words[i + 1].start] in (" ", "\u00a0")


def _is_adjective(word: Word) -> bool:
    tags = grammemes(word.text)
    return bool({"ADJF", "PRTF"} & tags) and "Apro" not in tags and not word.text[0].isupper() and not _STOP.match(word.low)


def _is_product(word: Word) -> bool:
    tags = grammemes(word.text)
    return "NOUN" in tags and "anim" not in tags and not {"Geox", "Name", "PREP", "CONJ", "NPRO"} & tags and word.text[0].islower() and not _STOP.match(word.low) and len(word.low) > 2


def _is_genitive(word: Word) -> bool:
    tags = grammemes(word.text)
    return "NOUN" in tags and "gent" in tags and word.text[0].islower() and not _STOP.match(word.low) and not {"PREP", "CONJ"} & tags
