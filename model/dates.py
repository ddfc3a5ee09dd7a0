"""DATE spans -> days, months, quarters, years and ranges.

An expression is read as a point of the calendar (``24 января``, ``за 9 месяцев``, ``первом квартале``) and the year it
lies in, which stands behind it (``2025 года``, ``прошлого года``) or comes from the publication date or an earlier DATE.
What only a reader's guess could place in time (``в последние годы``, ``на 15 лет``) is None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from rucoop.model.calendar_points import Found, Granularity, is_span_of_months, read_point
from rucoop.model.calendar_words import LAST, NEXT, SAME, THIS
from rucoop.model.lexemes import fold
from rucoop.model.relative_dates import read_relative

_LONGEST: Final = 120
_PREPOSITIONS: Final = re.compile(
    r"^(?:(?:в|во|за|к|ко|на|от|до|с|со|по|весь|всего|всем|уже|еще|только|лишь|около|примерно|ориентировочно|итог[а-я]*|"
    r"течение|протяжении|период|не ранее|не позднее|состоянию)\s+)+"
)
_YEAR: Final = r"((?:1[5-9]|20)[0-9]{2})"
_TAIL: Final = re.compile(rf"(?:^|(?<=[\s.])){_YEAR}(?:\s*-\s*(?:го|м|й|му|е|х))?\s*(?:г|год|года|году|годом|годе)?\.?$")
_RELATIVE_TAIL: Final = re.compile(rf"(?:^|\s)(?:({THIS})|({LAST})|({NEXT})|(позапрошл[а-я]+)|{SAME})\s+(?:год[ауе]?|годом|г\.?)$")
_YEARS: Final = re.compile(
    rf"{_YEAR}(?:\s*(?:г|год|года|году)\.?)?\s*(?:-|/|по|до|и|,)\s*(?:по\s+)?((?:1[5-9]|20)?[0-9]{{2}})(?:\s*-\s*[а-я]{{1,2}})?"
    r"\s*(?:гг|г\.\s*г|г|годы|годов|годах|годам|годами|год|года|году|годом)?\.?"
)
_TWO_DATES: Final = re.compile(rf"(?:со?\s+)?(.+{_YEAR}(?:\s*(?:г|год|года|году)\.?)?)\s*(?:-|по|до)\s*(.+)")
_NUMERIC: Final = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})(?:\s*г(?:ода|\.)?)?|([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DECADE: Final = re.compile(
    r"(?:(?:начал|кон(?:ец|ц)|середин)[а-я]*\s+)?(?:((?:1[5-9]|20)[0-9]0|[3-9]0)\s*-?\s*(?:е|х|ые|ых|м|ым)|([а-я]+)(?:ые|ых|ым))"
    r"(?:\s+(?:годы|годов|годах|годам|гг\.?))?"
)
_DECADES: Final = {
    "двухтысячн": 2000, "девяност": 1990, "восьмидесят": 1980, "семидесят": 1970, "шестидесят": 1960,
    "пятидесят": 1950, "сороков": 1940, "тридцат": 1930,
}  # fmt: skip
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


def _bare(words: str) -> str:
    return _PREPOSITIONS.sub("", words + " ").strip(" ,")


def _numeric(words: str, _published: date | None, _anchor: Period | None) -> Found | None:
    """``12.03.2024``, ``2024-03-12``."""
    match = _NUMERIC.fullmatch(_bare(words))
    if match is None:
        return None
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    found = date(int(year), int(month), int(day))
    return found, found, "day"


def _years(words: str, _published: date | None, _anchor: Period | None) -> Found | None:
    """``2022-2024 годы``, ``в 2021–2023 годах``, ``с 2022 по 2024 год``, ``2023/24``."""
    match = _YEARS.fullmatch(_bare(words))
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2])
    return (date(first, 1, 1), date(last, 12, 31), "range") if last > first else None


def _decade(words: str, _published: date | None, _anchor: Period | None) -> Found | None:
    """``90-е годы``, ``начало 2000-х``, ``восьмидесятые``."""
    match = _DECADE.fullmatch(_bare(words))
    if match is None:
        return None
    first = _DECADES.get(match[2]) if match[2] else int(match[1]) + (1900 if len(match[1]) == 2 else 0)
    return (date(first, 1, 1), date(first + 9, 12, 31), "range") if first else None


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
    rest = _bare(words[: match.start()])
    if year is None or any(char.isdigit() for char in rest) and read_point(rest, year) is None:
        return None
    if anchor is not None and re.search(rf"{SAME} период", rest):
        move = year - anchor.end.year
        return anchor.start.replace(year=anchor.start.year + move), anchor.end.replace(year=year), anchor.granularity
    return read_point(rest, year) or read_point("", year)


def _relative_year(match: re.Match[str], published: date | None, anchor: Period | None) -> int | None:
    this, last, following, before_last = match.groups()
    if this or last or following or before_last:
        return published and published.year + (-1 if last else 1 if following else -2 if before_last else 0)
    return anchor.end.year if anchor is not None and anchor.start.year == anchor.end.year else None


def _relative(words: str, published: date | None, anchor: Period | None) -> Found | None:
    return read_relative(words, published, anchor and (anchor.start, anchor.end))


def _yearless(words: str, published: date | None, anchor: Period | None) -> Found | None:
    """A point of the calendar without a year: ``24 января``, ``к весне``, ``за 9 месяцев``."""
    rest = _bare(words)
    if not rest or (published is None and anchor is None):
        return None
    if published is None:
        known = anchor is not None and anchor.start.year == anchor.end.year
        return read_point(rest, anchor.end.year) if known and anchor is not None else None
    found = [point for move in (-1, 0, 1) if (point := read_point(rest, published.year + move)) is not None]
    if is_span_of_months(rest) or words.startswith(("за ", "по итогам ")):
        return next((point for point in reversed(found) if point[1] <= published), None)
    if words.startswith(("к ", "ко ", "до ")):
        return next((point for point in found if point[1] >= published), None)
    return min(found, key=lambda point: max((point[0] - published).days, (published - point[1]).days, 0), default=None)


_Rule = Callable[[str, date | None, Period | None], Found | None]
_RULES: Final[tuple[_Rule, ...]] = (_numeric, _years, _decade, _two_dates, _dated, _relative, _yearless)
