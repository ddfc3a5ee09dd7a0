"""Ratios in words: how many times (``вдвое``, ``двукратно``) and what part (``треть``, ``две трети``)."""

from decimal import Decimal
from typing import Final, NamedTuple

from rucoop.model.lexemes import Lexeme, word_at, word_set
from rucoop.model.number_words import NUMBERS
from rucoop.model.numerals import NumberError, plain

_TIMES: Final = {
    "вдвое": 2, "втрое": 3, "вчетверо": 4, "впятеро": 5, "вшестеро": 6, "всемеро": 7, "ввосьмеро": 8,
    "вдевятеро": 9, "вдесятеро": 10,
}  # fmt: skip
_OFTEN: Final = {"раз": 1, "дважды": 2, "трижды": 3}
_FOLD_STEMS: Final = {
    "полуторакратн": Decimal("1.5"), "двукратн": Decimal(2), "двухкратн": Decimal(2), "трехкратн": Decimal(3),
    "троекратн": Decimal(3), "четырехкратн": Decimal(4), "пятикратн": Decimal(5), "шестикратн": Decimal(6),
    "семикратн": Decimal(7), "восьмикратн": Decimal(8), "девятикратн": Decimal(9), "десятикратн": Decimal(10),
}  # fmt: skip
_VAGUE: Final = ("многократн", "кратно", "разы", "порядок", "порядки")
_HALVES: Final = word_set("половина половину половины половине половиной наполовину вполовину")
_PARTS: Final = {
    "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9, "десят": 10,
    "двадцат": 20, "сот": 100,
}  # fmt: skip
_NOUN_ENDINGS: Final = frozenset({"ь", "и", "ью", "ей", "ям", "ями", "ях"})
_ORDINAL_ENDINGS: Final = frozenset(
    {"ая", "ую", "ой", "ых", "ый", "ого", "ьего", "ьему", "ому", "ым", "ом", "ье", "ья", "ью", "ьей", "ий"}
)


class Ratio(NamedTuple):
    """``unit`` is ``times``, ``percent`` or ``раз`` (how often); ``exact`` is False for a rounded percentage."""

    value: Decimal
    unit: str
    end: int
    exact: bool = True


def read_ratio(items: list[Lexeme], i: int) -> Ratio | None:
    """The ratio in words at lexeme ``i``, or None. Raises NumberError on words that leave it open (``в разы``)."""
    word = word_at(items, i)
    if not word.isalpha():
        return None
    if word.startswith(_VAGUE):
        raise NumberError(f"vague amount {word!r}")
    if word in _TIMES:
        return Ratio(Decimal(_TIMES[word]), "times", i + 1)
    if word in _OFTEN:
        return Ratio(Decimal(_OFTEN[word]), "раз", i + 1)
    if word in _HALVES:
        return Ratio(Decimal(50), "percent", i + 1)
    if "кратн" in word:
        stem = word[: word.index("кратн") + len("кратн")]
        return Ratio(_FOLD_STEMS[stem], "times", i + 1) if stem in _FOLD_STEMS else None
    return _part(items, i)


def _part(items: list[Lexeme], i: int) -> Ratio | None:
    """``треть``, ``две трети``, ``одна пятая``, ``десятая часть``, ``каждый четвертый``, ``две десятых процента``."""
    word, following = word_at(items, i), word_at(items, i + 1)
    if _denominator(word, _NOUN_ENDINGS) in (3, 4):
        return _percent(Decimal(1), _denominator(word, _NOUN_ENDINGS), i + 1)
    if following.startswith("част") or word.startswith("кажд"):
        whole = _denominator(following if word.startswith("кажд") else word, _ORDINAL_ENDINGS)
        return _percent(Decimal(1), whole, i + 2) if whole else None
    count, whole = NUMBERS.get(word), _denominator(following, _ORDINAL_ENDINGS | _NOUN_ENDINGS)
    if not count or not whole or following in NUMBERS:
        return None
    if word_at(items, i + 2).startswith("процент"):
        return Ratio(count / whole, "percent", i + 3)
    return _percent(count, whole, i + 2 + word_at(items, i + 2).startswith("част"))


def _denominator(word: str, endings: frozenset[str]) -> int:
    """3 for a form of ``треть`` or ``третий``, and so on; 0 for a word that names no part."""
    return next((whole for stem, whole in _PARTS.items() if word.startswith(stem) and word[len(stem) :] in endings), 0)


def _percent(count: Decimal, whole: int, end: int) -> Ratio:
    """``count`` of ``whole`` equal parts in percent, to one decimal."""
    value = (count * 100 / whole).quantize(Decimal("0.1"))
    return Ratio(plain(value), "percent", end, value * whole == count * 100)
