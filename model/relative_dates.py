"""Expressions that are dates only beside the publication or an earlier date: ``вчера``, ``на прошлой неделе``."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from rucoop.model.calendar_points import Found
from rucoop.model.calendar_words import (
    LAST,
    NEXT,
    SAME,
    SEASON,
    THIS,
    WEEKDAY,
    months,
    season,
    shifted,
    week_of,
    weekday_of,
)
from rucoop.model.lexemes import lexemes
from rucoop.model.numerals import NumberError, read_number

Anchor = tuple[date, date] | None

_DAYS: Final = {"позавчера": -2, "вчера": -1, "накануне": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}
_TIME: Final = r"(?:\s+(?:утром|днем|вечером|ночью|в [0-9]{1,2}[:.][0-9]{2}))?"
_UNITS: Final = r"(д(?:ень|ня|ней)|недел[юия]|недель|месяц(?:а|ев)?|год(?:а)?|лет|полгода)"


def read_relative(words: str, published: date | None, anchor: Anchor) -> Found | None:
    """The period of a folded relative expression, or None."""
    if anchor is not None and (found := _beside(words, *anchor)) is not None:
        return found
    if published is None:
        return None
    return next((found for rule in _RULES if (found := rule(words, published)) is not None), None)


def _beside(words: str, start: date, end: date) -> Found | None:
    """``в тот же день``, ``на следующий день``, ``годом ранее``: relative to the date named before."""
    if re.fullmatch(rf"(?:в\s+)?{SAME} день", words) and start == end:
        return start, end, "day"
    if re.fullmatch(r"(?:на\s+)?следующ[а-я]+ день|днем позже", words) and start == end:
        return start + timedelta(days=1), end + timedelta(days=1), "day"
    if re.fullmatch(rf"(?:в\s+)?{SAME} месяц[а-я]*", words) and (start.year, start.month) == (end.year, end.month):
        return *months(start.year, start.month, start.month), "month"
    match = re.fullmatch(r"(?:годом|([а-я]+) годами) (ранее|раньше|позже|прежде)", words)
    count = _count(match[1], "год") if match else None
    if match and count and start.year == end.year:
        year = start.year + (count if match[2] == "позже" else -count)
        return date(year, 1, 1), date(year, 12, 31), "year"
    return None


def _day(words: str, published: date) -> Found | None:
    adjective = re.fullmatch(r"(сегодня|вчера|завтра)шн[а-я]+ (?:день|дня|дню|днем|дне|утро|вечер)", words)
    match = adjective or re.fullmatch(rf"(?:уже\s+|во\s+|в\s+)?([а-я]+){_TIME}", words)
    move = _DAYS.get(match[1]) if match else None
    return None if move is None else _one(published + timedelta(days=move))


def _weekday(words: str, published: date) -> Found | None:
    """``в понедельник``: news tells of the last one, ``в следующий понедельник`` of the one to come."""
    match = re.fullmatch(rf"(?:во?\s+)?(?:({NEXT}|ближайш[а-я]+)\s+|({LAST})\s+|{THIS}\s+)?{WEEKDAY}", words)
    if match is None:
        return None
    since = (published.weekday() - weekday_of(match[3])) % 7
    if match[1]:
        return _one(published + timedelta(days=7 - since))
    return _one(published - timedelta(days=7 if match[2] and not since else since))


def _calendar(words: str, published: date) -> Found | None:
    """``на прошлой неделе``, ``в этом месяце``, ``в следующем квартале``, ``в прошлом году`` without more."""
    match = re.fullmatch(
        rf"(?:в|во|на|за|к)?\s*(?:({THIS})|({LAST})|({NEXT}))\s+(недел[а-я]+|месяц[а-я]*|квартал[а-я]*)", words
    )
    if match is None:
        return None
    move = -1 if match[2] else 1 if match[3] else 0
    if match[4].startswith("недел"):
        return *week_of(published + timedelta(weeks=move)), "range"
    if match[4].startswith("месяц"):
        day = shifted(published.replace(day=1), months=move)
        return *months(day.year, day.month, day.month), "month"
    day = shifted(published.replace(day=1), months=3 * move)
    first = (day.month - 1) // 3 * 3 + 1
    return *months(day.year, first, first + 2), "quarter"


def _this_season(words: str, published: date) -> Found | None:
    """``этим летом``, ``прошлой осенью``: seasons of this year, of the last, of the next; winter is left alone."""
    match = re.fullmatch(rf"(?:к\s+)?(?:({THIS})|({LAST})|({NEXT}))\s+({SEASON})", words)
    bounds = match and season(published.year + (-1 if match[2] else 1 if match[3] else 0), match[4])
    return (*bounds, "range") if bounds else None


def _part_of_year(words: str, published: date) -> Found | None:
    """``к концу года`` is the year; ``с начала года`` runs up to the publication."""
    first = date(published.year, 1, 1)
    if re.fullmatch(rf"с начала (?:{THIS} )?года", words):
        return first, published, "range"
    if re.fullmatch(
        r"(?:в|к|до|с|под)?\s*(?:сам[а-я]+ )?(?:начал[ауео]|кон(?:ец|ц)[ауе]?|середин[аеуы])\s+года", words
    ):
        return first, date(published.year, 12, 31), "year"
    return None


def _away(words: str, published: date) -> Found | None:
    """``три дня назад``, ``через два года``, ``за последние три года``, ``в ближайшие полгода``."""
    match = re.fullmatch(
        rf"(?:(?:(через)|(?:за|в|во|на)?\s*(?:(последн[а-я]+|прошедш[а-я]+|минувш[а-я]+)|(ближайш[а-я]+|следующ[а-я]+|предстоящ[а-я]+)))\s+)?"
        rf"(?:(.{{1,40}})\s+)?{_UNITS}(?:\s+(назад|спустя))?",
        words,
    )
    if match is None or sum(map(bool, (match[1], match[2], match[3], match[6]))) != 1 or match[6] == "спустя":
        return None
    count = _count(match[4], match[5])
    if count is None:
        return None
    there = _moved(published, count if match[1] or match[3] else -count, match[5])
    if match[2] or match[3]:
        return min(there, published), max(there, published), "range"
    return _around(there, match[5])


def _count(number: str | None, unit: str) -> int | None:
    """A whole number of units; one where none is written and the unit stands in the singular."""
    if number is None:
        return 6 if unit == "полгода" else 1 if unit in ("день", "неделю", "месяц", "год") else None
    items = lexemes(number)
    try:
        found = read_number(items, 0)
    except NumberError:
        return None
    whole = found is not None and found.end == len(items) and found.value == int(found.value)
    return int(found.value) if found is not None and whole and found.value <= 1000 else None


def _moved(day: date, count: int, unit: str) -> date:
    if unit.startswith(("д", "недел")):
        return day + timedelta(days=count if unit.startswith("д") else 7 * count)
    if unit.startswith(("месяц", "полгода")):
        return shifted(day, months=count)
    return shifted(day, years=count)


def _around(day: date, unit: str) -> Found:
    """The day, week, month or year around a day: as exact as the unit it was counted in."""
    if unit.startswith("д"):
        return _one(day)
    if unit.startswith("недел"):
        return *week_of(day), "range"
    if unit.startswith(("месяц", "полгода")):
        return *months(day.year, day.month, day.month), "month"
    return date(day.year, 1, 1), date(day.year, 12, 31), "year"


def _one(day: date) -> Found:
    return day, day, "day"


_RULES: Final[tuple[Callable[[str, date], Found | None], ...]] = (
    _day, _weekday, _calendar, _this_season, _part_of_year, _away,
)  # fmt: skip
