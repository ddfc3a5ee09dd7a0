"""GOODS spans: noun phrases behind words of supply, and enumerations that hold a name of goods."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rucoop.model.goods_words import names_goods
from rucoop.model.lexemes import word_set
from rucoop.model.rule_text import RuleText, Word, grammemes
from rucoop.model.spans import ScoredSpan

_CONFIDENCE: Final = 0.65
_SUPPLY: Final = re.compile(
    r"\b(?:постав(?:ля[а-яё]+|ит[ь]?|ят|ил[аио]?|к[аиуе]|ок|кой|ками|ках)|отгру[а-яё]+|"
    r"экспортир[а-яё]+|импортир[а-яё]+|ввоз(?:ит|ят)|вывоз(?:ит|ят)|завоз(?:ит|ят)|везут|"
    r"ид[уё]т|уходят|поступают|поступа[ею]т|прода[её]т|продают|покупает|покупают|закупа[а-яё]+|"
    r"закупк[аиу]|закупил[аи]?|получа(?:ет|ют|ем)|отправля(?:ет|ют|ем)|"
    r"приобрета(?:ет|ют)|бер[её]т|берут|предлагает\s+поставлять|основу\s+(?:экспорта|импорта|"
    r"поставок|составля\w+)|в\s+обратн\w+\s+(?:направлении|сторону))\b",
    re.IGNORECASE,
)
_TRADE: Final = re.compile(
    r"\b(?:постав|отгру|экспорт|импорт|ввоз|вывоз|завоз|ве[зс]|ид[уё]т|уход|поступа|прод[аою]|"
    r"покуп|закуп|получ|отправ|приобр|бер[её]|брать|нуж[ен]|ждут|просит|предл|интерес|едут|ушл|"
    r"товар|торгов|куп|забира|да[её]т|рын|сырь|спрос|реализу|хочет|хотят)\w*",
    re.IGNORECASE,
)
_STOP: Final = re.compile(
    r"^(?:продукци|товар|поставк|рынок|рынк|регион|республик|област|предприяти|компани|сторон|"
    r"год|объем|сотруднич|проект|рост|дол|продаж|экспорт|импорт|час|день|месяц|"
    r"партн|стран|город|завод|тонн|рубл|доллар|млн|млрд|штук|процент|раз|партия|сумм|основ|"
    r"договор|контракт|соглашени|меморандум|отношени|направлени|последн|многие|друг|числ|"
    r"услуг|потребител|клиент|заказчик|эконом|отрасл|мероприят|заявк|средств[оа]?$|рейс|поезд|"
    r"делегац|вопрос|работ|помощ|результат|интерес|возможност|качеств|цен|уров|"
    r"участи|профессию|образом|переговор|подписи|участок|линию|задач|наладк|открыти|ответ|цель|"
    r"дом|настроени|документ|производств|развити|стро|подготовк|обмен)"
)
_ITEM_BREAK: Final = re.compile(r"\s*(?:,|;|\bи\b|,?\s*\bа\s+также\b|:|\(|\)|[–—])\s*")
_LISTED: Final = re.compile(r"\s*(?:,|,?\s*(?:и|а\s+также|или|да))\s*")
_ORIGIN: Final = re.compile(
    r"^(?:татарстанск|казанск|российск|белорусск|казахстанск|узбекск|турецк|китайск|татарск|наш|"
    r"ваш|сво|местн|нов|перв|основн|друг|различн|так|сами|кажд|эт|как)[а-яё]*$"
)
_BEFORE_ITEM: Final = word_set("и также это как такие идут области республику нужны ваши наши нам еще только")
Item = tuple[int, int]


def goods_spans(source: RuleText, sectors: Sequence[ScoredSpan]) -> Iterator[ScoredSpan]:
    """GOODS spans in text order; a row of which ``sectors`` cover half is a row of sectors, whatever it holds."""
    areas = source.by_sentence(sectors)
    for number, words in enumerate(source.words):
        if source.is_boilerplate(number):
            continue
        sentence = source.sentences[number]
        cue = _SUPPLY.search(source.text, sentence.start, sentence.end)
        trade = _TRADE.search(source.text, sentence.start, sentence.end) is not None
        inside = [(span.start, span.end) for span in areas[number]]
        for row in _rows(source.text, words):
            covered = sum(any(a < words[last].end and words[first].start < b for a, b in inside) for first, last in row)
            if 2 * covered >= len(row) and covered:
                continue
            named = sum(any(names_goods(w.low) for w in words[first : last + 1]) for first, last in row)
            behind = cue is not None and words[row[0][0]].start >= cue.end()
            if behind or (named and trade) or 2 * named > len(row) > 1:
                yield from (ScoredSpan(words[a].start, words[b].end, "GOODS", _CONFIDENCE) for a, b in row)


def _rows(text: str, words: list[Word]) -> Iterator[list[Item]]:
    """Enumerations of noun phrases: items divided by commas and ``и``; a phrase alone is a row of one."""
    row: list[Item] = []
    i = 0
    while i < len(words):
        last = _phrase(text, words, i)
        if last is None:
            i += 1
            continue
        if row and not _LISTED.fullmatch(text[words[row[-1][1]].end : words[i].start]):
            yield row
            row = []
        row.append((i, last))
        i = last + 1
    if row:
        yield row


def _phrase(text: str, words: list[Word], first: int) -> int | None:
    """Index of the last word of the noun phrase that begins at ``first``; None if none does."""
    if first and not _opens(text, words, first):
        return None
    if _ORIGIN.match(words[first].low):
        return None
    i = first
    while i < len(words) and _is_adjective(words[i]) and _adjoins(text, words, i):
        i += 1
    if i >= len(words) or not _is_product(words[i]):
        return None
    if not _adjoins(text, words, i):
        return i
    if _is_genitive(words[i + 1]):
        return i + 1
    pair = _is_adjective(words[i + 1]) and i + 2 < len(words) and _adjoins(text, words, i + 1)
    if pair and _is_genitive(words[i + 2]) and "gent" in grammemes(words[i + 1].text):
        return i + 2
    return i


def _opens(text: str, words: list[Word], first: int) -> bool:
    """A phrase of the enumeration begins after a break, a name, or a word of supply; a name of goods after anything."""
    before = words[first - 1]
    gap = text[before.end : words[first].start]
    if (
        _ORIGIN.match(before.low)
        or _ITEM_BREAK.fullmatch(gap)
        or before.text[0].isupper()
        or before.low in _BEFORE_ITEM
        or _TRADE.match(before.low)
    ):
        return True
    return names_goods(words[first].low) and not {"ADJF", "PRTF"} & grammemes(before.text)


def _adjoins(text: str, words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and text[words[i].end : words[i + 1].start] in (" ", "\u00a0")


def _is_adjective(word: Word) -> bool:
    tags = grammemes(word.text)
    return (
        bool({"ADJF", "PRTF"} & tags)
        and "Apro" not in tags
        and not word.text[0].isupper()
        and not _STOP.match(word.low)
    )


def _is_product(word: Word) -> bool:
    tags = grammemes(word.text)
    known = {"NOUN", "inan"} <= tags and word.text[0].islower() and not _STOP.match(word.low) and len(word.low) > 2
    return known and not {"Geox", "Name", "PREP", "CONJ", "NPRO"} & tags


def _is_genitive(word: Word) -> bool:
    tags = grammemes(word.text)
    return (
        "NOUN" in tags
        and "gent" in tags
        and word.text[0].islower()
        and not _STOP.match(word.low)
        and not {"PREP", "CONJ"} & tags
    )
