"""PARTNER and LOCATION spans of territories: a side unless the case and preposition make it a place."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from rucoop.model.mentions import Mention, territory_mentions
from rucoop.model.rule_text import RuleText, grammemes
from rucoop.model.spans import ScoredSpan

_CONFIDENCE: Final = 0.85
_PLACE_PREPOSITIONS: Final = frozenset({"под", "при", "до", "от", "у"})
_ROUTE: Final = re.compile(
    r"\b(?:рейс\w*|авиа\w+|самол[её]т\w*|поезд\w*|маршрут\w*|трасс\w+|автодорог\w*|дорог\w*|"
    r"магистрал\w*|летает|летать|перел[её]т\w*|сообщени[еяюи])\b",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    r"(?:^|\n)\s*\(?([А-ЯЁ][А-ЯЁа-яё-]+(?:[ /][А-ЯЁ][А-ЯЁа-яё-]+)?)(?=\s*[,.]\s*(?:/|"
    r"\d{1,2}\s+[А-ЯЁа-яё]+|[А-ЯЁ]{4,}))"
)
_SITES: Final = re.compile(
    r"(?<=\s)(?:[А-ЯЁ][а-яё]+ском\s+)?Кремле\b|Доме\s+Правительства(?:\s+РТ|\s+Республики\s+Татарстан)?|"
    r"(?:запад|восток|юг|север|северо-западе?|юго-восток)[еу]?\s+(?=[А-ЯЁ])(?:Казахстана|России|Китая|республики)"
)
_LEGAL_FRAME: Final = re.compile(
    r"(?:Правительств\w*|Президент\w*|законодательств\w*|Герой|заслуженн\w+|регион\w*|"
    r"субъект\w*|Закон\w*|Минист\w+\s+[а-яё ]+)\s+$",
    re.IGNORECASE,
)
_ROW: Final = re.compile(r"\s*(?:,|,?\s*(?:и|а\s+также|или))\s*")
_TYPE_NOUN: Final = re.compile(
    r"\b(?:провинци[иеяюй]{1,2}|штат[аеуом]{0,2}|земл[иеяюёй]{1,2}|эмират[аеуом]{0,2}|"
    r"губернаторств[аоеуом]{1,2}|кантон[аеуом]{0,2})\s$",
    re.IGNORECASE,
)
_PROVINCE: Final = re.compile(
    r"\b(?:[Пп]ровинци(?:и|я|ю|ей)|[Шш]тат(?:а|е|у|ом)?|[Ээ]мират(?:а|е|у|ом)?|[Пп]рефектур(?:а|"
    r"ы|е|у|ой)|[Гг]убернаторств(?:а|о|е|у|ом)|"
    r"[Вв]оеводств(?:а|о|е|у|ом)|[Кк]антон(?:а|е|у|ом)?)\s+[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)?"
)
_KAZAKH: Final = re.compile(r"\b[Оо]бласт(?:и|ь|ью)\s+(?:Абай|Улытау|Жет[іиы]су|Ұлытау)(?:\s+Казахстана)?")
_SHARED: Final = re.compile(
    r"\b[А-ЯЁ][а-яё-]+(?:ск|цк)(?:ой|ого|ому|ий|ую|им|ом|ая)(?=(?:,\s+[А-ЯЁ][а-яё-]+(?:ой|ого|"
    r"ий|ую|им|ом))*\s+и\s+[А-ЯЁ][а-яё-]+\s+(?:област|кра[её]в|краям))"
)
_BODY: Final = re.compile(r"(?<![\w-])облисполком(?:а|у|ом|е)?\b")
_WATERS: Final = re.compile(
    r"\b(?:Волг(?:а|и|е|у|ой)|Кам(?:е|ой|у)|Поволжь(?:е|я|ю|ем)|Африк(?:е|и|у)|Каспи(?:й|я|и|ю))\b"
)
_IN_PLACE: Final = re.compile(r"\b[Вв]о?\s+([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)\b")
_CREDIT: Final = re.compile(r"(?:Фото|Источник|Читайте|Пресс-служба)[^.\n]{0,70}$", re.IGNORECASE)
_QUOTE_ENDS: Final = re.compile(r"[^«»„“”\"\n]{0,40}[»”\"]")
_SURNAME: Final = re.compile(r" [А-ЯЁ][а-яё]+")
_INSIDE_QUOTES: Final = re.compile(r"[«„“\"][^«»„“”\"\n]{0,40}$")


def territory_spans(source: RuleText) -> Iterator[ScoredSpan]:
    """PARTNER and LOCATION spans in text order; ``США`` as the tail of a currency is left to the figures."""
    mentions = territory_mentions(source.text)
    previous: Mention | None = None
    last: str | None = None
    for mention, following in zip_longest(mentions, mentions[1:]):
        label, start = _label(source, mention), _start(source.text, mention)
        if previous is not None and last == "LOCATION" and _continues(source.text, previous, mention):
            label, start = "LOCATION", previous.start  # `в Сарани Карагандинской области`
        elif previous is not None and last == "LOCATION" and _in_row(source.text, previous, mention):
            label = "LOCATION"  # `в Альметьевске и Казани`
        open_end = label == "LOCATION" and following is not None and _continues(source.text, mention, following)
        if label is not None and not open_end:
            yield ScoredSpan(start, mention.end, label, _CONFIDENCE)
        previous, last = mention, label
    yield from _sites(source)
    yield from _by_form(source)


def _label(source: RuleText, mention: Mention) -> str | None:
    text, kind = source.text, mention.territory.kind
    before = text[max(0, mention.start - 60) : mention.start]
    if before.rstrip().endswith(("доллара", "долларов", "долл.", "доллары", "долларах", "доллар")):
        return None
    if _CREDIT.search(text[max(0, mention.start - 80) : mention.start]):
        return None
    if _INSIDE_QUOTES.search(before) and _QUOTE_ENDS.match(text, mention.end):
        return None
    if kind == "city" and "Name" in grammemes(text[mention.start : mention.end]) and _SURNAME.match(text, mention.end):
        return None  # `Марсель Гараев`
    if mention.territory.id == "RU":
        return _of_russia(mention, before)
    if mention.locative or (mention.preposition in _PLACE_PREPOSITIONS and kind == "city"):
        return "LOCATION"
    if kind != "city":
        return "PARTNER"
    if mention.preposition == "между" or (mention.preposition in ("в", "во") and not mention.directive):
        return "LOCATION"
    if mention.cases == "l":
        return "LOCATION"
    sentence = source.sentences[source.sentence_at(mention.start)]
    if _ROUTE.search(text, sentence.start, sentence.end):
        return "LOCATION"
    return "PARTNER"


def _of_russia(mention: Mention, before: str) -> str | None:
    """Russia is mostly a frame; as a side it stands with a preposition of direction or company."""
    if mention.locative:
        return "LOCATION"
    if mention.preposition in ("с", "между", "в") or (
        mention.preposition is None and "g" in mention.cases and not _LEGAL_FRAME.search(before)
    ):
        return "PARTNER" if mention.preposition or before.rstrip().endswith((" и", " –", " —")) else None
    return None


def _continues(text: str, mention: Mention, following: Mention) -> bool:
    """True for ``в Сарани Карагандинской области``, which is one place."""
    return (
        text[mention.end : following.start] in (" ", " (")
        and "g" in following.cases
        and following.territory.kind != "city"
    )


def _in_row(text: str, previous: Mention, mention: Mention) -> bool:
    """True for a second name behind one preposition."""
    return mention.preposition is None and _ROW.fullmatch(text, previous.end, mention.start) is not None


def _start(text: str, mention: Mention) -> int:
    """The start of the mention with the type noun before its name: ``провинции Хунань``."""
    noun = _TYPE_NOUN.search(text[max(0, mention.start - 20) : mention.start])
    return mention.start - len(noun[0]) if noun and mention.territory.kind != "country" else mention.start


def _sites(source: RuleText) -> Iterator[ScoredSpan]:
    for match in _SITES.finditer(source.text):
        yield ScoredSpan(match.start(), match.end(), "LOCATION", _CONFIDENCE)
    for match in _DATELINE.finditer(source.text):
        yield ScoredSpan(match.start(1), match.end(1), "LOCATION", _CONFIDENCE)
    for match in _WATERS.finditer(source.text):
        yield ScoredSpan(match.start(), match.end(), "LOCATION", _CONFIDENCE)
    for match in _IN_PLACE.finditer(source.text):
        if {"Geox", "loct"} <= grammemes(match[1]):
            yield ScoredSpan(match.start(1), match.end(1), "LOCATION", _CONFIDENCE - 0.1)


def _by_form(source: RuleText) -> Iterator[ScoredSpan]:
    """Sides that their form alone shows: ``провинции Хэйлунцзян``, ``облисполкома``, ``Псковской и ... областей``."""
    for pattern in (_PROVINCE, _KAZAKH, _SHARED, _BODY):
        for match in pattern.finditer(source.text):
            yield ScoredSpan(match.start(), match.end(), "PARTNER", _CONFIDENCE)
