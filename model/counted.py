"""What is counted: the dictionary form of the head noun behind a number (``малых и средних предприятий``)."""

from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from rucoop.model.lexemes import Lexeme, fold, touches, word_at
from rucoop.model.morphology import parses
from rucoop.model.number_words import NUMBERS
from rucoop.model.units import ONE, Unit, read_unit

_ADJECTIVES: Final = frozenset({"ADJF", "PRTF"})
_BETWEEN: Final = frozenset({"и", ",", "или", "-", "«", "»", '"', "из"})
_OPENING: Final = frozenset({"из", "«", '"'})
_FUNCTION_WORDS: Final = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "ADVB", "COMP", "INFN", "ADJS", "PRTS"})
_COMPOUNDS: Final = {("рабочий", "место"): "рабочее место", ("рабочий", "рука"): "рабочая рука"}
_IRREGULAR: Final = {
    "лет": "год",
    "голов": "голова",
    "тем": "тема",
    "люди": "человек",
    "людей": "человек",
    "чел": "человек",
    "ребят": "ребенок",
    "ребята": "ребенок",
    "ребятам": "ребенок",
}
_FURTHEST: Final = 12
_UNLIKELY: Final = 0.02  # a reading so much rarer than the first is none


def read_counted(items: list[Lexeme], i: int, scale: Decimal = ONE) -> Unit | None:
    """The unit or the counted noun of the phrase that begins at lexeme ``i``; its attributes are passed over.

    The symbol is the lemma of the noun, ``ё`` as ``е``. A phrase of attributes alone (``рабочих``) gives the last one.
    """
    j, attribute_unit = i, None
    while j < min(i + _FURTHEST, len(items)):
        if (unit := read_unit(items, j, scale)) is not None:
            return unit
        word, end = _word(items, j)
        joined = word_at(items, end) in (",", "и")
        following, behind = _word(items, end + joined)
        if (attribute := _attribute(word, following)) is not None:
            attribute_unit = Unit(attribute, ONE, end)
            if (compound := _COMPOUNDS.get((attribute, _noun(following) or ""))) is not None:
                return Unit(compound, ONE, behind)
        elif (lemma := _noun(word)) is not None:
            return Unit(lemma, ONE, end)
        elif word not in (_BETWEEN if attribute_unit else _OPENING):
            break
        j = end
    return attribute_unit


def _word(items: list[Lexeme], i: int) -> tuple[str, int]:
    """The word at lexeme ``i``, parts joined by hyphens being one word (``бизнес-миссий``), and the index behind it."""
    word, end = word_at(items, i), i + 1
    while word_at(items, end) == "-" and touches(items, end) and touches(items, end + 1):
        if items[end + 1].kind != "word" or not word[-1:].isalpha():
            break
        word, end = f"{word}-{items[end + 1].text}", end + 2
    return word, end


@lru_cache(maxsize=8192)
def _attribute(word: str, following: str) -> str | None:
    """The lemma of ``word`` if it is an adjective of what follows: always if it can be nothing else."""
    if not word[:1].isalpha() or word in _IRREGULAR:
        return None
    readings = parses(word)
    adjectives = [p for p in readings if p.tag.POS in _ADJECTIVES or "Apro" in p.tag]
    if not adjectives:
        return None
    nouns = [p for p in readings if p.tag.POS == "NOUN"]
    if not nouns or any(_agree(a, other) for a in adjectives for other in parses(following)):
        return fold(adjectives[0].normal_form)
    return None


def _agree(adjective: Any, other: Any) -> bool:
    """True if an adjective can stand in a row with another or before a noun: also ``двух крупных завода``."""
    a, n = adjective.tag, other.tag
    if n.POS not in ("NOUN", "ADJF", "PRTF"):
        return False
    same_case = a.case == n.case and a.number == n.number
    return bool(same_case) or bool(a.number == "plur" and a.case == "gent" and n.number == "sing" and n.case == "gent")


def _joined(word: str) -> str | None:
    """The lemma of two nouns that are both declined: ``станков-качалок``."""
    parts = [max(_genitives(part), key=lambda p: p.score, default=None) for part in word.split("-")]
    if len(parts) < 2 or not all(parts):
        return None
    return "-".join(fold(part.normal_form) for part in parts if part is not None)


def _genitives(word: str) -> list[Any]:
    """The readings of a word as a common noun in the genitive plural, where they are likely."""
    readings = parses(word) if word else ()
    found = [p for p in readings if {"NOUN", "gent", "plur"} <= p.tag.grammemes and p.is_known and "Name" not in p.tag]
    return [p for p in found if p.score >= readings[0].score]


@lru_cache(maxsize=8192)
def _noun(word: str) -> str | None:
    """The lemma of a noun, read as a genitive if it can be one, since that is what numbers govern."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in NUMBERS:
        return None
    if (joined := _joined(word)) is not None:
        return joined
    readings = parses(word) if word[:1].isalpha() else ()
    if not readings:
        return None
    nouns = [p for p in readings if p.tag.POS == "NOUN" and p.score > _UNLIKELY * readings[0].score]
    genitives = [p for p in nouns if p.tag.case == "gent"]
    rivals = genitives and readings[0].tag.POS == "ADJS" and genitives[0].score >= readings[0].score
    if readings[0].tag.POS in _FUNCTION_WORDS and not rivals:  # `парков` is short for `парковый` too
        return None
    if not nouns:
        return word if word.isalpha() and word.isascii() else None
    return fold(max(genitives or nouns[:1], key=lambda p: p.score).normal_form)
