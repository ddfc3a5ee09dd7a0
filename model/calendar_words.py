"""The Russian words of the calendar: months, seasons, weekdays, ordinals, and which year is meant."""

import calendar
import re
from datetime import date, timedelta
from typing import Final

YEAR: Final = r"((?:1[0-9]|20)[0-9]{2})"
MONTH: Final = r"(янв|фев|мар|апр|ма[йяею]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?"
SEASON: Final = r"(весн|лет(?:о|а|у|ом)\b|осен|зим)[а-я]*"
WEEKDAY: Final = r"(понедельник|вторник|сред|четверг|пятниц|суббот|воскресен)[а-я]*"
THIS: Final = r"(?:эт|нынешн|текущ|настоящ)[а-я]+"
LAST: Final = r"(?:прошл|прошедш|минувш|предыдущ|истекш)[а-я]+"
NEXT: Final = r"(?:следующ|будущ|предстоящ|грядущ|наступающ)[а-я]+"
SAME: Final = r"(?:(?:т|эт)(?:ого|ом|ому|от|ой|у|ем|им) же|аналогичн[а-я]+|соответствующ[а-я]+)"

_PREPOSITIONS: Final = re.compile(
    r"^(?:(?:в|во|за|к|ко|на|от|до|с|со|по|весь|всего|всем|уже|еще|только|лишь|около|примерно|ориентировочно|итог[а-я]*|"
    r"течение|протяжении|период|не ранее|не позднее|состоянию)\s+)+"
)
_MONTHS: Final = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_WEEKDAYS: Final = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен")
_SEASONS: Final = {"вес": 3, "лет": 6, "осе": 9}
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3}
_ORDINALS: Final = {"перв": 1, "втор": 2, "трет": 3, "четверт": 4}

Bounds = tuple[date, date]


def bare(words: str) -> str:
    """Folded words without the prepositions and particles before them."""
    return _PREPOSITIONS.sub("", words + " ").strip(" ,")


def month_of(word: str) -> int:
    """1..12 for any form or abbreviation of a month's name that ``MONTH`` matches."""
    return 5 if word.startswith("ма") and not word.startswith("мар") else _MONTHS.index(word[:3]) + 1


def weekday_of(word: str) -> int:
    """0 (Monday) to 6 for any form of a weekday's name that ``WEEKDAY`` matches."""
    return next(i for i, stem in enumerate(_WEEKDAYS) if word.startswith(stem))


def ordinal_of(word: str) -> int | None:
    """1..4 for ``первом``, ``1-м``, ``I``; None for anything else."""
    if match := re.match(r"[1-4](?![0-9])", word):
        return int(match[0])
    return _ROMAN.get(word.split("-")[0]) or next((n for stem, n in _ORDINALS.items() if word.startswith(stem)), None)


def months(year: int, first: int, last: int) -> Bounds:
    """From the first day of month ``first`` to the last day of month ``last`` of a year."""
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def season(year: int, word: str) -> Bounds | None:
    """The three months of a season; None for winter, which lies in two years."""
    first = _SEASONS.get(word[:3])
    return None if first is None else months(year, first, first + 2)


def week_of(day: date) -> Bounds:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def shifted(day: date, *, years: int = 0, months: int = 0) -> date:
    """The same day some months away, or the last day of a shorter month."""
    count = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
