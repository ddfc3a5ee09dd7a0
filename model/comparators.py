"""Comparators: the words that turn a number into a bound or an approximation (table in ``data/GUIDELINES.md``)."""

import re
from typing import Final, get_args

from rucoop.model.lexemes import Lexeme, touches, word_at, word_set
from rucoop.model.schema import Comparator

_LEADING: Final = """
> | более | свыше | больше | более чем | больше чем | чуть более | чуть больше | немногим более | немногим больше
> | превысил | превысила | превысило | превысили | превышает | превышают | превысит | превысив | не один | выше | >
> | перевалил за | перевалила за | перевалило за | перевалили за | более , чем | больше , чем
>= | не менее | не меньше | не менее чем | не меньше чем | минимум | как минимум | не ниже | от | ≥ | по меньшей мере
< | менее | меньше | менее чем | меньше чем | чуть менее | чуть меньше | немногим менее | немногим меньше | ниже | <
<= | до | не более | не больше | не более чем | не больше чем | максимум | не выше | в пределах
<= | не дороже | не превышает | не превысит | не свыше | ≤
~ | около | порядка | примерно | приблизительно | почти | под | в районе | без малого | практически | ориентировочно
~ | где-то | возле | ~ | ≈
~ | приблизился к | приблизилась к | приблизилось к | приблизились к
~ | близко к | плюс-минус | едва ли не | чуть ли не | почти что
"""
_LATE: Final = """
> | с лишним | с небольшим | с гаком | с хвостиком
>= | и более | и больше | и выше | и свыше | или более | +
<= | и менее | и меньше | или менее
~ | без малого | примерно | приблизительно | ориентировочно
"""
_FILLERS: Final = word_set(
    "на в во по за с у всего ровно целых лишь только уже еще как что чем составляет объемом сумму"
)


_CODES: Final[dict[str, Comparator]] = {code: code for code in get_args(Comparator)}


def _table(lines: str) -> dict[tuple[str, ...], Comparator]:
    rows = (line.split(" | ") for line in lines.strip().splitlines())
    return {tuple(re.findall(r"\w+|\S", phrase)): _CODES[code] for code, *phrases in rows for phrase in phrases}


_LEADING_CODES: Final = _table(_LEADING)
_LATE_CODES: Final = _table(_LATE)
_LATE_STARTS: Final = frozenset(key[0] for key in _LATE_CODES)
_LEADING_STARTS: Final = frozenset(key[0] for key in _LEADING_CODES)
_LONGEST: Final = 3
_NEAR: Final = 80  # no comparator outside a figure begins further off
_MARK: Final = r"(?:(?:отметк|планк|рубеж|уровен|порог|показател)\w*\s+(?:в\s+)?)?"
_OUTSIDE: Final[list[tuple[re.Pattern[str], Comparator]]] = [
    (re.compile(r"\bне\s+(?:дотян|дош|добра)\w*\s+(?:[а-я]+\s+){0,4}до\s+$"), "<"),
    (re.compile(rf"\bне\s+(?:долж\w+\s+)?превы(?:сил|шал|шает|сит|шают|сят)\w*\s+{_MARK}$"), "<="),
    (re.compile(rf"\b(?:превы(?:сил|шал|шает|сит|шают|сят|сив|шающ)\w*)\s+{_MARK}$"), ">"),
    (re.compile(rf"\b(?:(?:перевалил|вышел|вышл)\w*\s+за|перешагнул\w*(?:\s+за)?)\s+{_MARK}$"), ">"),
    (re.compile(rf"\b(?:приблизил|приближает|приблизит(?!ь))\w*\s+(?:вплотную\s+)?к\s+{_MARK}$"), "~"),
    (re.compile(r"\bне\s+(?:более|больше)\s+(?:чем\s+)?$"), "<="),
    (re.compile(r"\bне\s+(?:менее|меньше)\s+(?:чем\s+)?$"), ">="),
    (re.compile(r"\b(?:более|свыше|больше)\s+(?:чем\s+(?:на\s+|в\s+)?)?$"), ">"),
    (re.compile(r"\b(?:менее|меньше)\s+(?:чем\s+(?:на\s+|в\s+)?)?$"), "<"),
    (re.compile(r"\b(?:около|порядка|примерно|почти|приблизительно|без\s+малого|возле)\s+(?:на\s+|в\s+)?$"), "~"),
]  # fmt: skip
_REACHING: Final = re.compile(
    r"\b(?:дове(?:ст|д)|увелич|нара(?:ст|щ)|вырос|выраст|возрос|возраст[еуё]|сни[зж]|сокра[тщ]|уменьш|дойт|дош|"
    r"подн|повы[сш]|рост|расшир|достич|достиг)\w*[^.;!?\d]*$"
)


def take_late(items: list[Lexeme]) -> tuple[list[Lexeme], Comparator | None]:
    """The lexemes without a comparator that stands behind a number (``700 с лишним тысяч``), and its code."""
    for i in range(1, len(items)):
        if items[i].text not in _LATE_STARTS:
            continue
        for length in (2, 1):
            code = _LATE_CODES.get(tuple(item.text for item in items[i : i + length]))
            touching = items[i - 1].kind == "digits" and touches(items, i)
            if code is not None and (items[i].text != "+" or touching):
                return items[:i] + items[i + length :], code
    return items, None


def read_comparator(items: list[Lexeme]) -> tuple[Comparator | None, int]:
    """The comparator a figure starts with, and the index behind it and the words that mean nothing beside it."""
    code, i = None, 0
    while i < len(items):
        found, length = _longest(items, i)
        if found is not None:
            code, i = code or found, i + length
        elif word_at(items, i) in _FILLERS:
            i += 1
        else:
            break
    return code, i


def outside_comparator(before: str) -> Comparator | None:
    """The comparator in the folded words that lead up to a figure (``товарооборот превысил ``), or None."""
    near = before[-_NEAR:]
    return next((code for pattern, code in _OUTSIDE if pattern.search(near)), None)


def after_reaching(before: str) -> bool:
    """True if the folded words before a figure hold a verb or noun of reaching, whose ``до`` is no comparator."""
    return _REACHING.search(before) is not None


def _longest(items: list[Lexeme], i: int) -> tuple[Comparator | None, int]:
    if items[i].text not in _LEADING_STARTS:
        return None, 0
    for length in range(_LONGEST, 0, -1):
        code = _LEADING_CODES.get(tuple(item.text for item in items[i : i + length]))
        if code is not None:
            return code, length
    return None, 0
