"""FIGURE spans: comparator, number, scale and unit, read with the same readers that give figures their values."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rucoop.model.amounts import Amount, read_amount
from rucoop.model.comparators import after_reaching, take_late
from rucoop.model.lexemes import Lexeme, fold, lexemes, touches, word_at, word_set
from rucoop.model.number_words import HALVES, NUMBERS, SCALES, half_scale
from rucoop.model.numerals import NumberError
from rucoop.model.rule_text import RuleText
from rucoop.model.spans import ScoredSpan

_CONFIDENCE: Final = 0.88
_COMPARATOR: Final = re.compile(
    r"(?:(?:чуть|немногим)\s+)?(?:не\s+(?:менее|более|больше|меньше|ниже|выше)|более|больше|свыше|около|порядка|почти|"
    r"примерно|приблизительно|под|менее|меньше|без\s+малого|как\s+минимум|минимум|в\s+районе|до|от)\s+"
    r"(?:чем\s+)?(?:(?:на|в)\s+)?$"
)
_TIME: Final = word_set(
    "год лето месяц день неделя час минута секунда сутки век квартал десятилетие полугодие этап январь "
    "февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь этаж класс глава тур матч гол "
    "очко номер дом корпус том"
)
_SIDES: Final = word_set(
    "сторона регион республика страна государство народ раз половина встреча дело слово человек друг сосед "
    "партнер губернатор"
)
_RATIO_WORDS: Final = re.compile(
    r"(?:вдвое|втрое|вчетверо|впятеро|вшестеро|вдесятеро|вполовину|наполовину|половин[ауыеой]+|"
    r"трет[ьи]|четверть|четверти)\b"
)
_NO_RATIO: Final = re.compile(r"\s+(?:века|часа|финала|года)\b")
_FORBIDDEN_BEFORE: Final = re.compile(
    r"(?:(?:№|ул\.|дом|тел|\+\d*|статьи|пункт\w*|главы|\bп\.|курс\w*:?|usd|eur|cny)\s*|[:/.])$", re.IGNORECASE
)
_FORBIDDEN_AFTER: Final = re.compile(r"\s*(?:[-–]?(?:летн|й\b|го\b|му\b|ый|ой\b)|[:/]\d|\.\d\d\.)")
_LATIN: Final = re.compile(r"[a-z]{3,}|\s{2,}")
_DOTTED: Final = ("руб.", "долл.", "тыс.", "чел.", "шт.")
_COUNTERS: Final = re.compile(r"(?:просмотр|комментари|мин\b|мб\b|кадр|снимк)")
_OFTEN: Final = re.compile(r"\s+в\s+(?:неделю|год|месяц|день|сутки|сезон)")
_RATIOS: Final = frozenset({"times", "percent"})
_OBLIQUE: Final = re.compile(r"\b(?:в|на|для|между|к|о|об|из|по|с|у|от)\s+$")
_ELLIPSIS: Final = re.compile(r"\bс\s+(\d[\d\s,.]*?)\s+(?:до|на)\s+(?=\d)")


def figure_spans(source: RuleText, taken: Sequence[ScoredSpan]) -> Iterator[ScoredSpan]:
    """FIGURE spans in text order, outside the spans ``taken`` (dates)."""
    inside = source.by_sentence(taken)
    for number, sentence in enumerate(source.sentences):
        if not source.is_boilerplate(number):
            dates = [(span.start, span.end) for span in inside[number]]
            yield from _of_sentence(source.text, sentence.start, sentence.end, dates)


def _of_sentence(text: str, start: int, end: int, dates: Sequence[tuple[int, int]]) -> Iterator[ScoredSpan]:
    folded = fold(text[start:end])
    items = lexemes(text[start:end])
    position = 0
    while position < len(items):
        found = None
        if _may_open(items, position) and not any(
            a < start + items[position].end and start + items[position].start < b for a, b in dates
        ):
            found = _at(folded, items, position)
        if found is None:
            position += 1
            continue
        left, right = found
        opening = _ELLIPSIS.match(folded, max(0, left - 2), right)
        if opening:  # `с 68 до 82%`: two spans
            yield ScoredSpan(start + left, start + opening.end(1), "FIGURE", _CONFIDENCE)
            left = opening.end()
        yield ScoredSpan(start + left, start + right, "FIGURE", _CONFIDENCE)
        while position < len(items) and items[position].start < right:
            position += 1


def _may_open(items: list[Lexeme], i: int) -> bool:
    word = items[i].text
    if items[i].kind == "digits" or word in ("$", "€", "₽", "¥"):
        return True
    if word in ("+", "-"):
        return touches(items, i + 1) and items[i + 1].kind == "digits" and not touches(items, i)
    return (
        word in NUMBERS
        or word in HALVES
        or word in SCALES
        or half_scale(word) is not None
        or _RATIO_WORDS.match(word) is not None
    )


def _at(folded: str, items: list[Lexeme], i: int) -> tuple[int, int] | None:
    """Start and end of the figure whose number begins at lexeme ``i``."""
    before = folded[: items[i].start]
    if touches(items, i) and items[i - 1].kind != "sign" and items[i].kind == "digits":
        return None
    if _FORBIDDEN_BEFORE.search(before):
        return None
    window, _ = take_late(items[i : i + 16])
    multiple = word_at(items, i - 1) == "в"
    try:
        amount = read_amount(window, 0, multiple=multiple)
    except NumberError:
        amount = _shorter(window, multiple)
    if amount is None or not _is_figure(folded, items, i, window, amount):
        return None
    end = window[amount.end - 1].end
    if folded[end - 1 : end] == "." and not folded[end:].strip() and not folded[:end].endswith(_DOTTED):
        end -= 1  # the full stop of the sentence
    return _with_comparator(folded, items, i, amount), end


def _shorter(window: list[Lexeme], multiple: bool) -> Amount | None:
    """The amount before a second number that has nothing to do with it."""
    numbers = [k for k, item in enumerate(window) if item.kind == "digits"]
    for cut in reversed(numbers[1:]):
        try:
            found = read_amount(window[:cut], 0, multiple=multiple)
        except NumberError:
            continue
        if found is not None:
            return found
    return None


def _is_figure(folded: str, items: list[Lexeme], i: int, window: list[Lexeme], amount: Amount) -> bool:
    start, end = items[i].start, window[amount.end - 1].end
    if _FORBIDDEN_AFTER.match(folded, end if amount.unit is None else items[i].end):
        return False
    if _RATIO_WORDS.match(folded, start):
        return not _NO_RATIO.match(folded, end)
    if amount.unit is None:
        return amount.scale > 1 or _ELLIPSIS.match(folded, max(0, start - 2)) is not None
    in_words = items[i].kind == "word"
    if amount.unit == "раз":
        return _OFTEN.match(folded, end) is not None
    if _COUNTERS.match(folded, window[amount.end - 1].start) or (
        in_words
        and amount.unit not in _RATIOS
        and amount.value <= 12
        and amount.scale == 1
        and _OBLIQUE.search(folded[:start])
    ):
        return False
    if amount.unit in _TIME or (in_words and amount.value <= 3 and amount.unit in _SIDES):
        return False
    if in_words and amount.value == 1 and amount.scale == 1:
        return False
    return not _LATIN.search(folded[start:end])


def _with_comparator(folded: str, items: list[Lexeme], i: int, amount: Amount) -> int:
    """Where the figure starts: at its comparator, at ``в`` of a multiple, at ``на`` of a fraction, or at the number."""
    start = items[i].start
    before = folded[:start]
    match = _COMPARATOR.search(before)
    if (
        match
        and not (match[0].startswith("до") and after_reaching(before[: match.start() + 3]))
        and not match[0].startswith("от")
    ):
        return match.start()
    if match and match[0].startswith("от") and amount.value_to is not None:
        return match.start()
    if amount.unit == "times" and before.endswith("в "):
        return start - 2
    if items[i].kind == "word" and amount.unit == "percent" and before.endswith("на "):
        return start - 3
    return start
