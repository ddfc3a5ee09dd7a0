"""A short text as lexemes: runs of digits, runs of letters, single signs; each knows where it stands."""

import re
from typing import Final, NamedTuple

_LEXEME: Final = re.compile(r"([0-9]+)|([^\W\d_]+)|[^\s\u200b\u00ad]")
_KINDS: Final = ("sign", "digits", "word")
_FOLD: Final = (("ё", "е"), *((dash, "-") for dash in "−–—‑‐"), *((apostrophe, "'") for apostrophe in "’ʼ`"))


class Lexeme(NamedTuple):
    """``text`` is folded for look-up: lower case, ``ё`` as ``е``, one kind of dash and of apostrophe."""

    text: str
    start: int
    end: int
    kind: str  # "digits", "word" or "sign"


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of ``text`` in order; white space only shows as a gap between offsets. Linear in the length."""
    return [
        Lexeme(match[0], match.start(), match.end(), _KINDS[match.lastindex or 0])
        for match in _LEXEME.finditer(fold(text))
    ]


def fold(text: str) -> str:
    """``text`` as lexemes show it; the length does not change."""
    low = text.lower()
    if len(low) != len(text):  # a few letters outside Russian grow in lower case; they stay as they are
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    for char, folded in _FOLD:
        low = low.replace(char, folded)
    return low


def word_at(items: list[Lexeme], i: int) -> str:
    """The text of lexeme ``i``, or an empty string past either end."""
    return items[i].text if 0 <= i < len(items) else ""


def touches(items: list[Lexeme], i: int) -> bool:
    """True if lexeme ``i`` exists and follows its predecessor without a gap."""
    return 0 < i < len(items) and items[i - 1].end == items[i].start


def word_set(words: str) -> frozenset[str]:
    """The words of a blank-separated list, as look-up tables are written here."""
    return frozenset(words.split())
