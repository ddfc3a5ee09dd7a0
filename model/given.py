"""What users give along with a text, checked once at the door: the home side and the date of publication."""

import re
from datetime import date
from functools import cache
from typing import Any

from rucoop.data.tables import territories

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_RUSSIAN = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")


def home_code(given: Any) -> str | None:
    """The code of the home side as our tables spell it; ValueError if there is no such territory."""
    if given is None or given == "":
        return None
    if not isinstance(given, str) or given.upper() not in _codes():
        raise ValueError(f"home {given!r}: expected the code of a territory, such as RU-TA, KZ-23 or BY")
    return given.upper()


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for t in territories() for code in (t.code, t.id) if code)


def iso_date(given: Any) -> str | None:
    """An ISO date, the date of an ISO timestamp, or a Russian date (``14.03.2025``) -> ISO date; else ValueError."""
    if given is None or given == "":
        return None
    text = str(given).strip()
    found = _ISO.fullmatch(text)
    parts = found.groups() if found else (m.groups()[::-1] if (m := _RUSSIAN.fullmatch(text)) else None)
    try:
        return date(*map(int, parts or ())).isoformat()
    except (TypeError, ValueError):
        raise ValueError(f"published is {given!r}, expected an ISO date such as '2025-02-05'") from None
