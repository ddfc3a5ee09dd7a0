"""How the words of a place name decline, from the nominative alone: a stem, and the endings it takes with their cases.

Place names are regular where dictionaries are full of holes (``Атырау``, ``Жетысу``, ``Хувсгел``), so that the ending
of the nominative decides. Cases are letters: n(ominative) g(enitive) d(ative) a(ccusative) i(nstrumental) l(ocative).
"""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

ALL_CASES: Final = "ngdail"
LONGEST_ENDING: Final = 3
Endings = Mapping[str, str]


class Paradigm(NamedTuple):
    """``stem`` + a key of ``endings`` is a form; the value lists the cases of that form."""

    stem: str
    endings: Endings


_FIXED: Final = {"": ALL_CASES}
_MASCULINE: Final = {"": "na", "а": "g", "у": "dl", "ом": "i", "ем": "i", "е": "l"}
_FLEETING: Final = {"а": "g", "у": "d", "ом": "i", "ем": "i", "е": "l"}
_SOFT: Final = {"ь": "na", "и": "gdl", "ью": "i", "я": "g", "ю": "d", "ем": "i", "е": "l"}
_SHORT_I: Final = {"й": "na", "я": "g", "ю": "d", "ем": "i", "е": "l"}
_IN_IYA: Final = {"я": "n", "и": "gdl", "ю": "a", "ей": "i", "ею": "i"}
_IN_A: Final = {"а": "n", "ы": "g", "и": "g", "е": "dl", "у": "a", "ой": "i", "ою": "i", "ей": "i"}
_IN_YA: Final = {"я": "n", "и": "g", "е": "dl", "ю": "a", "ей": "i"}
_NEUTER: Final = {"о": "na", "а": "g", "у": "d", "ом": "i", "е": "l"}
_IN_YE: Final = {"е": "nal", "я": "g", "ю": "d", "ем": "i", "и": "l"}
# ``Иванова`` is far more often a person than a town, so that town names in -ово keep to two forms.
_IN_OVO: Final = {"о": ALL_CASES, "е": "l"}
_PLURAL: Final = {"": "g", "ов": "g", "ам": "d", "ами": "i", "ах": "l"}
_ADJECTIVE: Final = {
    "m": {"ий": "na", "ый": "na", "ой": "na", "ого": "g", "ому": "d", "им": "i", "ым": "i", "ом": "l"},
    "f": {"ая": "n", "яя": "n", "ой": "gdil", "ей": "gdil", "ую": "a", "юю": "a", "ою": "i"},
    "n": {"ое": "na", "ее": "na", "ого": "g", "его": "g", "ому": "d", "ему": "d", "им": "i", "ым": "i", "ом": "l",
          "ем": "l"},
    "p": {"ые": "na", "ие": "na", "ых": "gl", "их": "gl", "ым": "d", "им": "d", "ыми": "i", "ими": "i"},
}  # fmt: skip
_VOWELS: Final = "аеиоуыэюя"
_INDECLINABLE: Final = frozenset({"алматы", "мары", "эл", "марий", "ханты", "санкт", "кот"})
_FLEETING_VOWEL: Final = {"орел": "орл", "елец": "ельц"}


@cache
def paradigms(word: str) -> tuple[Paradigm, ...]:
    """The paradigms of one lower-case word (``е`` for ``ё``) in the nominative; never empty."""
    adjective = None if word in _INDECLINABLE else _adjective(word)
    if adjective is not None:
        return (adjective,)
    if word in _FLEETING_VOWEL or (word.endswith("ец") and len(word) > 4):
        oblique = _FLEETING_VOWEL.get(word, word[:-2] + "ц")
        return Paradigm(word, {"": "na"}), Paradigm(oblique, _FLEETING)
    return (_noun(word),)


def _adjective(word: str) -> Paradigm | None:
    if len(word) < 5:
        return None
    stem, ending = word[:-2], word[-2:]
    if ending in ("ий", "ый") or (ending == "ой" and stem.endswith(("ск", "цк"))):
        return Paradigm(stem, _ADJECTIVE["m"])
    for gender, endings in (("f", ("ая", "яя")), ("n", ("ое", "ее")), ("p", ("ые", "ие"))):
        if ending in endings:
            return Paradigm(stem, _ADJECTIVE[gender])
    return None


def _noun(word: str) -> Paradigm:
    stem, last = word[:-1], word[-1:]
    if (len(word) < 3 and word != "ош") or word in _INDECLINABLE:
        return Paradigm(word, _FIXED)
    if last == "я":
        return Paradigm(stem, _IN_IYA if stem.endswith("и") else _IN_YA)
    if last in "аьй":
        return Paradigm(stem, {"а": _IN_A, "ь": _SOFT, "й": _SHORT_I}[last])
    if last == "е" and stem.endswith("ь"):
        return Paradigm(stem, _IN_YE)
    if last == "о" and stem.endswith(("ов", "ев", "ин", "ын")):
        return Paradigm(stem, _IN_OVO)
    if last == "о" and stem.endswith("ств"):
        return Paradigm(stem, _NEUTER)
    if last == "ы" or (last == "и" and stem.endswith(("к", "щ"))):
        return Paradigm(stem, {last: "na", **_PLURAL})
    return Paradigm(word, _FIXED if last in _VOWELS or not last.isalpha() else _MASCULINE)


def agreeing(first: str, second: str) -> str:
    """The cases in both; those of ``first`` where there are none (``Республикой Беларусь``: the type noun decides)."""
    both = "".join(case for case in first if case in second)
    return both or first
