"""Dates that need nothing beside them: ``12.03.2024``, ``2022-2024 годы``, ``90-е годы``."""

import re
from datetime import date
from typing import Final

from rucoop.model.calendar_points import Found
from rucoop.model.calendar_words import YEAR

_YEARS: Final = re.compile(
    rf"{YEAR}(?:\s*(?:г|год|года|году)\.?)?\s*(?:-|/|по|до|и|,)\s*(?:по\s+)?((?:1[0-9]|20)?[0-9]{{2}})(?:\s*-\s*[а-я]{{1,2}})?"
    r"\s*(?:гг|г\.\s*г|г|годы|годов|годах|годам|годами|год|года|году|годом)?\.?"
)
_NUMERIC: Final = re.compile(
    r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})(?:\s*г(?:ода|\.)?)?|([0-9]{4})-([0-9]{2})-([0-9]{2})"
)
_DECADE: Final = re.compile(
    r"(?:(?:начал|кон(?:ец|ц)|середин)[а-я]*\s+)?(?:((?:1[5-9]|20)[0-9]0|[3-9]0)\s*-?\s*(?:е|х|ые|ых|ым|м(?=\s+год(?:ам|ы)))|([а-я]+)(?:ые|ых|ым))"
    r"(?:\s+(?:годы|годов|годах|годам|гг\.?))?"
)
_DECADES: Final = {
    "двухтысячн": 2000, "девяност": 1990, "восьмидесят": 1980, "семидесят": 1970, "шестидесят": 1960,
    "пятидесят": 1950, "сороков": 1940, "тридцат": 1930,
}  # fmt: skip


def read_full(words: str) -> Found | None:
    """The period of a folded expression without prepositions, or None. Raises ValueError on days that do not exist."""
    return _numeric(words) or _years(words) or _decade(words)


def _numeric(words: str) -> Found | None:
    """``12.03.2024``, ``2024-03-12``."""
    match = _NUMERIC.fullmatch(words)
    if match is None:
        return None
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    found = date(int(year), int(month), int(day))
    return found, found, "day"


def _years(words: str) -> Found | None:
    """``2022-2024 годы``, ``в 2021–2023 годах``, ``с 2022 по 2024 год``, ``2023/24``."""
    match = _YEARS.fullmatch(words)
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2])
    return (date(first, 1, 1), date(last, 12, 31), "range") if last > first else None


def _decade(words: str) -> Found | None:
    """``90-е годы``, ``начало 2000-х``, ``восьмидесятые``."""
    match = _DECADE.fullmatch(words)
    if match is None:
        return None
    first = _DECADES.get(match[2]) if match[2] else int(match[1]) + (1900 if len(match[1]) == 2 else 0)
    return (date(first, 1, 1), date(first + 9, 12, 31), "range") if first else None
