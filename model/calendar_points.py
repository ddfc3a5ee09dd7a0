"""Points of the calendar within a known year: days, months, quarters, halves, seasons, the first months of a year."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final, Literal

from rucoop.model.calendar_words import MONTH, SEASON, WEEKDAY, month_of, months, ordinal_of, season
from rucoop.model.lexemes import lexemes
from rucoop.model.number_words import read_words

Granularity = Literal["day", "month", "quarter", "half", "year", "range"]
Found = tuple[date, date, Granularity]

_DAY: Final = r"([0-9]{1,2})(?:\s*-\s*(?:го|е|му|м))?"
_ORDINAL: Final = r"([1-4]\b(?:\s*-\s*[а-я]{1,3})?|[iі]{1,3}v?(?:\s*-\s*[а-я]{1,3})?|(?:перв|втор|трет|четверт)[а-я]+)"
_TO: Final = r"\s*(?:-|по|до|и|,)\s*"
_LEAD: Final = re.compile(
    rf"^(?:(?:утро|утру|утром|утра|днем|вечер|вечером|вечера|ночь|ночью|ночи)\s+|(?:во?\s+)?{WEEKDAY}\s*,?\s+(?=[0-9]))+"
)
_TRAIL: Final = re.compile(
    r",?\s+(?:(?:утром|днем|вечером|ночью|утра|вечера)|в [0-9]{1,2}[:.][0-9]{2}|(?:с|со) [0-9]{1,2}[:.][0-9]{2}.*)$"
)
_PART: Final = re.compile(
    r"^(?:сам[а-я]+\s+)?(?:начал[а-я]*|кон(?:ец|ц)[а-я]*|середин[а-я]*|исход[а-я]*|(?:перв|втор|трет|последн)[а-я]+\s+(?:декад|половин|числ|недел)[а-я]*)\s+"
)


def read_point(words: str, year: int) -> Found | None:
    """The stretch of ``year`` that folded words without a preposition name; the whole year if there are none."""
    words = _TRAIL.sub("", _LEAD.sub("", words)).strip(" ,")
    if not words:
        return date(year, 1, 1), date(year, 12, 31), "year"
    for rule in _RULES:
        if (found := rule(words, year)) is not None:
            return found
    part = _PART.match(words + " ")
    return read_point(words[part.end() :], year) if part else None


def is_span_of_months(words: str) -> bool:
    """True for months counted from the start of a year (``9 месяцев``), which are told of when they are over."""
    return _count_of_months(words) is not None


def _days(words: str, year: int) -> Found | None:
    """``24 января``, ``15-16 мая``, ``с 30 мая по 2 июня``, ``4, 5 и 6 марта``."""
    match = re.fullmatch(
        rf"(?:с\s+|со\s+)?{_DAY}(?:\s+{MONTH})?(?:(?:,\s*[0-9]{{1,2}})*{_TO}{_DAY})?(?:\s+{MONTH})?", words
    )
    if match is None or not (match[2] or match[4]):
        return None
    last_month = month_of(match[4] or match[2])
    first = date(year, month_of(match[2] or match[4]), int(match[1]))
    last = date(year, last_month, int(match[3] or match[1]))
    return first, last, "day" if first == last else "range"


def _months(words: str, year: int) -> Found | None:
    """``ноябре``, ``январь-август``, ``с марта по май``."""
    match = re.fullmatch(rf"(?:с\s+|со\s+)?{MONTH}(?:{_TO}{MONTH})?", words)
    if match is None:
        return None
    first, last = month_of(match[1]), month_of(match[2] or match[1])
    return *months(year, first, last), "month" if first == last else "range"


def _quarters(words: str, year: int) -> Found | None:
    """``первом квартале``, ``I кв.``, ``1-3 кварталы``."""
    match = re.fullmatch(rf"{_ORDINAL}(?:{_TO}{_ORDINAL})?\s*кв(?:артал[а-я]*|\.)?", words)
    first = match and ordinal_of(match[1])
    last = match and ordinal_of(match[2] or match[1])
    if not first or not last:
        return None
    return *months(year, 3 * first - 2, 3 * last), "quarter" if first == last else "range"


def _half(words: str, year: int) -> Found | None:
    """``первое полугодие``, ``второй половине`` of a year, ``первые полгода``."""
    match = re.fullmatch(rf"{_ORDINAL}\s*(?:полугоди[а-я]+|половин[а-я]+|полгода)", words)
    which = match and ordinal_of(match[1])
    if which not in (1, 2):
        return None
    return *months(year, 6 * which - 5, 6 * which), "half"


def _first_months(words: str, year: int) -> Found | None:
    """``9 месяцев``, ``первые пять месяцев``: counted from January."""
    count = _count_of_months(words)
    return (*months(year, 1, count), "range") if count else None


def _count_of_months(words: str) -> int | None:
    match = re.fullmatch(r"(?:перв[а-я]+\s+)?([0-9]{1,2}(?:-[а-я]{1,2})?|[а-я]+)\s+мес(?:яц[а-я]*|\.)?", words)
    if match is None:
        return None
    number = read_words(lexemes(match[1]), 0)
    count = int(re.split("-", match[1])[0]) if match[1][0].isdigit() else int(number[0]) if number else 0
    return count if 2 <= count <= 12 else None


def _season(words: str, year: int) -> Found | None:
    match = re.fullmatch(SEASON, words)
    bounds = match and season(year, words)
    return (*bounds, "range") if bounds else None


_RULES: Final[tuple[Callable[[str, int], Found | None], ...]] = (
    _days,
    _months,
    _quarters,
    _half,
    _first_months,
    _season,
)
