"""Short period notation (``2022``, ``2022-05``, ``2022-Q1``, ``2022-H1``, ``2022/2024``) -> ``start/end`` ISO dates."""

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?")


def expand_period(short: str) -> str:
    """``2022-Q1`` -> ``2022-01-01/2022-03-31``. Raises ValueError on anything else."""
    first, _, last = short.partition("/")
    start, end = _bounds(first)[0], _bounds(last or first)[1]
    if end < start:
        raise ValueError(f"period {short!r} ends before it starts")
    return f"{start}/{end}"


def _bounds(point: str) -> tuple[date, date]:
    match = _POINT.fullmatch(point.strip())
    if not match:
        raise ValueError(
            f"period {point!r}: expected 2022, 2022-05, 2022-05-17, 2022-Q1, 2022-H1 or two of them with /"
        )
    year = int(match[1])
    if match[5]:
        day = date(year, int(match[4]), int(match[5]))
        return day, day
    first, last = _months(match)
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _months(match: re.Match[str]) -> tuple[int, int]:
    if match[2]:
        return 3 * int(match[2]) - 2, 3 * int(match[2])
    if match[3]:
        return 6 * int(match[3]) - 5, 6 * int(match[3])
    return (int(match[4]), int(match[4])) if match[4] else (1, 12)
