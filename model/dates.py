"""DATE spans -> days, months, quarters, years and ranges.

An expression is read as a point of the calendar (``24 января``, ``за 9 месяцев``, ``первом квартале``) and the year it
lies in, which stands behind it (``2025 года``, ``прошлого года``) or comes from the publication or an earlier date.
What only a reader's guess could place in time (``в последние годы``, ``на 15 лет``) is None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from rucoop.model.calendar_points import Found, Granularity, is_span_of_months, read_point
from rucoop.model.calendar_words import LAST, NEXT, SAME, THIS, YEAR, bare
from rucoop.model.full_dates import read_full
from rucoop.model.lexemes import fold
from rucoop.model.relative_dates import read_relative

_LONGEST: Final = 120
_TAIL: Final = re.compile(rf"(?:^|(?<=[\s.])){YEAR}(?:\s*-\s*(?:го|м|й|му|е|х))?\s*(?:г|год|года|году|годом|годе)?\.?$")
_RELATIVE_TAIL: Final = re.compile(
    rf"(?:^|\s)(?:({THIS})|({LAST})|({NEXT})|(позапрошл[а-я]+)|{SAME})\s+(?:год[ауе]?|годом|г\.?)$"
)
_COUNTED: Final = re.compile(r"(?:за|по итогам|итог[а-я]+)\s|перв|[а-я]+(?:и|ех)\s+месяцев$")
_RELATIVE_POINT: Final = re.compile(rf"(?:(?:в|во|с|к|до|за)\s+)?(?:({LAST})|({NEXT}))\s+([а-я]+)$")
_TWO_DATES: Final = re.compile(rf"(?:со?\s+)?(.+{YEAR}(?:\s*(?:г|год|года|году)\.?)?)\s*(?:-|по|до)\s*(.+)")
_RATE: Final = re.compile(
    r"(?:по\s+)?(?:(?:раз|раза|дважды|трижды|один|два|две|три|четыре|[0-9]{1,3})\s+){0,3}"
    r"(?:(?:в|за)\s+(?:год|месяц|неделю|сутки|день|час|смену|квартал|минуту|секунду)|кажд(?:ый|ую|ое|ые)\s+[а-я]+|"
    r"еже(?:годн|месячн|недельн|дневн|квартальн|суточн|часн)[а-я]+|годовых|из года в год|год от года)"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A day or stretch of days, both ends included, and the expression it was read from."""

    text: str
    start: date
    end: date
    granularity: Granularity


def read_date(text: str, *, published: date | None = None, anchor: Period | None = None) -> Period | None:
    """The period that a DATE span means, or None where it cannot be known.

    ``published`` resolves relative expressions and dates without a year: what was counted up (``за 9 месяцев``) is the
    last that was over, what is due (``к 1 мая``) the next, anything else the nearest. ``anchor``, the period of an
    earlier DATE, resolves ``того же года``, and dates without a year where ``published`` is not known.
    """
    words = _words(text)
    if not words or is_rate(words):
        return None
    try:
        found = next((found for rule in _RULES if (found := rule(words, published, anchor)) is not None), None)
    except (ValueError, OverflowError):  # the 31st of February, the year 0
        return None
    return Period(text, *found) if found is not None and found[0] <= found[1] else None


def is_rate(text: str) -> bool:
    """True for how often something happens (``в год``, ``ежегодно``), which is no place in time."""
    return _RATE.fullmatch(_words(text)) is not None


def _words(text: str) -> str:
    """``text`` folded, white space made single; empty where it is longer than any date."""
    words = " ".join(fold(text[: 4 * _LONGEST]).split()).strip(" ,;:()")
    return words if len(words) <= _LONGEST else ""


def _full(words: str, _published: date | None, _anchor: Period | None) -> Found | None:
    return read_full(bare(words))


def _two_dates(words: str, published: date | None, anchor: Period | None) -> Found | None:
    """``с 12 мая 2022 года по 15 июня 2023 года``: two dates, each with a year of its own."""
    match = _TWO_DATES.fullmatch(words)
    first = match and read_date(match[1], published=published, anchor=anchor)
    last = match and read_date(match[3], published=published, anchor=anchor)
    return (first.start, last.end, "range") if first and last else None


def _dated(words: str, published: date | None, anchor: Period | None) -> Found | None:
    """An expression that names its year, in digits or as ``прошлого года``. Unknown words before it leave the year."""
    if match := _TAIL.search(words):
        year: int | None = int(match[1])
    elif match := _RELATIVE_TAIL.search(words):
        year = _relative_year(match, published, anchor)
    else:
        return None
    rest = bare(words[: match.start()])
    if year is None or (any(char.isdigit() for char in rest) and read_point(rest, year) is None):
        return None
    if anchor is not None and re.search(rf"{SAME} период", rest):
        move = year - anchor.end.year
        return anchor.start.replace(year=anchor.start.year + move), anchor.end.replace(year=year), anchor.granularity
    return read_point(rest, year) or read_point("", year)


def _relative_year(match: re.Match[str], published: date | None, anchor: Period | None) -> int | None:
    this, last, following, before_last = match.groups()
    if this or last or following or before_last:
        move = -1 if last else 1 if following else -2 if before_last else 0
        return None if published is None else published.year + move
    return anchor.end.year if anchor is not None and anchor.start.year == anchor.end.year else None


def _last_or_next(words: str, published: date | None, _anchor: Period | None) -> Found | None:
    """``прошлом феврале``, ``будущего сентября``: the last that is over, the next that has not begun."""
    match = _RELATIVE_POINT.fullmatch(words)
    if match is None or published is None:
        return None
    years = range(published.year - 1, published.year + 2)
    found = [point for year in years if (point := read_point(match[3], year)) is not None]
    if match[1]:
        return next((point for point in reversed(found) if point[1] < published), None)
    return next((point for point in found if point[0] > published), None)


def _relative(words: str, published: date | None, anchor: Period | None) -> Found | None:
    return read_relative(words, published, None if anchor is None else (anchor.start, anchor.end))


def _yearless(words: str, published: date | None, anchor: Period | None) -> Found | None:
    """A point of the calendar without a year: ``24 января``, ``к весне``, ``за 9 месяцев``."""
    rest = bare(words)
    if not rest or (published is None and anchor is None):
        return None
    if published is None:
        known = anchor is not None and anchor.start.year == anchor.end.year
        return read_point(rest, anchor.end.year) if known and anchor is not None else None
    found = [point for move in (-1, 0, 1) if (point := read_point(rest, published.year + move)) is not None]
    counted = is_span_of_months(rest)
    if counted and not _COUNTED.match(words):
        return None  # `на два месяца` lasts, `за девять месяцев` tells of a year
    if counted or words.startswith(("за ", "по итогам ")):
        return next((point for point in reversed(found) if point[1] <= published), None)
    if words.startswith(("к ", "ко ", "до ")):
        return next((point for point in found if point[1] >= published), None)
    return min(found, key=lambda point: max((point[0] - published).days, (published - point[1]).days, 0), default=None)


_Rule = Callable[[str, date | None, Period | None], Found | None]
_RULES: Final[tuple[_Rule, ...]] = (_full, _two_dates, _dated, _relative, _last_or_next, _yearless)
