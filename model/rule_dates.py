"""DATE spans by pattern. The preposition is inside for stretches of time and rates, outside for points."""

import re
from collections.abc import Iterator
from typing import Final

from rucoop.model.rule_text import RuleText
from rucoop.model.spans import ScoredSpan

_CONFIDENCE: Final = 0.9
_MONTH: Final = (
    r"(?:январ[ьяею]|феврал[ьяею]|март[аеу]?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|август[аеу]?|сентябр[ьяею]|"
    r"октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])"
)
_YEAR: Final = r"(?:(?:19|20)\d\d)"
_Y: Final = rf"(?:{_YEAR}(?:-?(?:го|м|му|й))?(?:\s*(?:год[ауе]?|годом|г\.|г\b))?)"
_OF_YEAR: Final = (
    rf"(?:\s+(?:{_Y}|того\s+же\s+года|этого\s+года|(?:прошлого|минувшего|текущего|нынешнего|"
    r"следующего|позапрошлого)\s+года))"
)
_DAY: Final = r"(?:[1-9]|[12]\d|3[01])"
_COUNT: Final = (
    r"(?:\d{1,2}|один|одного|одну|дв[ае]|двух|две|три|тремя|трех|трёх|четыр\w+|пят\w+|шест\w+|"
    r"сем[ьи]|восемь|восьми|девят\w+|десят\w+|"
    r"одиннадцат\w+|полтора|полутора|пол)"
)
_SPAN_UNIT: Final = (
    r"(?:месяц\w*|год[ауы]?|лет|годов|дн[яей]+|день|недел[юиьяею]+|квартал\w*|полугоди[еяю]|"
    r"сут\w+|десятилети\w+|полгода|сезон\w*)"
)
_ORDINAL: Final = r"(?:перв\w+|втор\w+|треть\w+|четв[её]рт\w+|последн\w+|IV|I{1,3}|[1-4](?:-?[а-я]{1,2})?)"
_SEASON: Final = r"(?:весн(?:ой|у|ы|е)|летом|лето|осень(?:ю)?|осени|зим(?:ой|у|ы|е))"
_THIS: Final = (
    r"(?:прошл\w+|минувш\w+|нынешн\w+|текущ\w+|следующ\w+|будущ\w+|эт(?:ом|от|ого|ой|им|у)|"
    r"позапрошл\w+|ближайш\w+)"
)

# The first pattern that matches at a place wins; longer expressions stand first.
_PATTERNS: Final = re.compile(
    "|".join(
        (
            rf"\bс\s+{_DAY}\s+(?:{_MONTH}\s+)?по\s+{_DAY}\s+{_MONTH}{_OF_YEAR}?",
            rf"\b{_DAY}\s*[-–—]\s*{_DAY}\s+{_MONTH}{_OF_YEAR}?",
            rf"\b{_DAY}\s+{_MONTH}{_OF_YEAR}?",
            rf"\b{_DAY}\.\d\d\.{_YEAR}\b",
            rf"\bза\s+{_MONTH}\s*[-–—]\s*{_MONTH}{_OF_YEAR}?",
            rf"\bза\s+(?:(?:{_ORDINAL}|{_THIS}|прошедш\w+|весь|целых)\s+)*(?:{_COUNT}\s+)*{_SPAN_UNIT}{_OF_YEAR}?",
            rf"\bза\s+{_Y}",
            rf"\bза\s+тот\s+же\s+период(?:\s+прошлого\s+года|{_OF_YEAR})?",
            rf"\bв\s+(?:ближайш\w+|последн\w+|перв\w+)\s+(?:{_COUNT}\s+)?(?:годы|года|лет|месяц\w*|"
            r"недел\w+|дни|дней|врем\w+|десятилети\w+|полгода)",
            rf"\bв\s+течение\s+(?:{_COUNT}\s+|ближайш\w+\s+|{_THIS}\s+)*{_SPAN_UNIT}",
            rf"\bна\s+протяжени[еи]\s+(?:многих\s+|{_COUNT}\s+|последн\w+\s+)+{_SPAN_UNIT}",
            rf"\bна\s+(?:ближайш\w+\s+)?(?:{_COUNT}|первые|ближайшие)\s+(?:год[ау]?|лет|месяц\w*|полгода)\b",
            rf"\bчерез\s+(?:{_COUNT}\s+)?(?:год[ау]?|лет|месяц\w*|недел\w+|дн\w+|день)\b",
            rf"\b(?:{_COUNT}\s+)?(?:год[ау]?|лет|месяц\w*|недел\w+|дн\w+|день)\s+(?:назад|спустя)\b",
            r"\b(?:в|за|каждый|каждую)\s+(?:год|месяц|неделю|сутки|день|час|смену|квартал|сезон)\b",
            r"\b(?:ежегодно|ежемесячно|еженедельно|ежедневно|ежеквартально|ежесуточно)\b",
            rf"\b{_YEAR}\s*[-–—]\s*{_YEAR}\s*(?:год\w*|гг\.?|г\.)?",
            rf"\b{_ORDINAL}\s+(?:квартал\w*|полугоди\w+)(?:{_OF_YEAR}|\s+года)?",
            rf"\b(?:(?:начал[оеау]|конц[аеу]|конец|середин[аеуы])\s+)?(?:{_THIS}\s+)?{_MONTH}{_OF_YEAR}",
            rf"\b(?:начал[оеау]|конц[аеу]|конец|середин[аеуы])\s+(?:{_Y}|{_THIS}\s+год[ау]?|года|"
            rf"{_MONTH}|{_SEASON}|лета|месяца|недели)",
            rf"\b{_THIS}\s+(?:год[ауе]?|годом|недел[еиью]+|месяц[ае]?|квартал[еа]?|выходн\w+|{_SEASON}|"
            rf"{_MONTH}|лета|сезон[еа]?)",
            rf"(?<=\bв\s){_MONTH}\b|(?<=\bВ\s){_MONTH}\b|(?<=\bк\s){_MONTH}\b|(?<=\bдо\s){_MONTH}\b|"
            rf"(?<=\b[сС]\s){_MONTH}\b|(?<=\bна\s){_MONTH}\b",
            r"\b(?:на\s+(?:следующий|другой|второй|третий)|(?:тот|этот)\s+же|следующий|первый|второй|"
            r"третий)\s+(?:день|вечер|год)\b",
            rf"\b(?:{_COUNT}|тридцать|двадцать|сорок|двенадцать)\s+(?:дн[яей]+|лет|год[ау]|месяц(?:ев|а)|"
            r"недел[иь]|суток)\b",
            r"\b(?:кажд\w+\s+(?:день|год|месяц|неделю|сутки)|раз\s+в\s+год)\b",
            r"\b(?:новом\s+)?учебном\s+году\b",
            rf"\b(?:{_SEASON})(?=[\s,.])(?:{_OF_YEAR})?",
            rf"\b{_YEAR}(?:-?(?:го|м|му|й))?\s*(?:год[ауе]?|годом|г\.|г\b)",
            rf"\b{_YEAR}-(?:го|м|му|й)\b",
            r"\b(?:вчера|завтра|накануне|позавчера|послезавтра|сегодня|[Гг]одом\s+(?:ранее|раньше|позже))\b",
        )
    ),
    re.IGNORECASE,
)
_NOW: Final = re.compile(r"(?:\bуже|\bи|\bна|\bчто|\bтолько)\s+$|[«„\"][^»“\"]*$", re.IGNORECASE)


def date_spans(source: RuleText) -> Iterator[ScoredSpan]:
    """DATE spans in text order."""
    for number, sentence in enumerate(source.sentences):
        if source.is_boilerplate(number):
            continue
        for match in _PATTERNS.finditer(source.text, sentence.start, sentence.end):
            if _is_date(source, number, match):
                yield ScoredSpan(match.start(), match.end(), "DATE", _CONFIDENCE)


def _is_date(source: RuleText, number: int, match: re.Match[str]) -> bool:
    sentence = source.sentences[number]
    before = source.text[sentence.start : match.start()]
    low = match[0].lower()
    if low == "сегодня":  # "now" is no date
        return _NOW.search(before) is None
    return not before.endswith(("№ ", "№"))
