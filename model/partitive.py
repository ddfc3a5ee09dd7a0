"""What is counted where it stands before the number: ``Новых вагонов закуплено [62]``, ``число рабочих мест – [450]``.

The noun is a genitive plural that begins its clause, or that a noun of number governs.
"""

import re
from typing import Final

from rucoop.model.counted import read_counted
from rucoop.model.lexemes import Lexeme, lexemes, word_at, word_set
from rucoop.model.morphology import parses
from rucoop.model.units import Unit

_CLAUSE: Final = re.compile(r"[.;!?:,()«»\"]|\s(?:и|а|но|зато|причем)\s")
_NUMBER_NOUN: Final = re.compile(r"(?:числ|количеств|численност|нехватк)[а-я]+$")
_PREPOSITIONS: Final = word_set("из для у от до без около среди после с")
_PARTICLES: Final = word_set("зато всего теперь сейчас уже таких этих общих наших своих и")
_REACH: Final = 4  # clauses looked back at
_UNLIKELY: Final = 0.2


def read_partitive(before: str) -> Unit | None:
    """The counted noun in the folded words before a bare number, or None; the clause nearest to the number decides."""
    for clause in reversed(_CLAUSE.split(before)[-_REACH:]):
        items = lexemes(clause)
        if any(item.kind == "digits" for item in items):
            return None
        found = _governed(items) or _first(items)
        if found is not None:
            return found
    return None


def _governed(items: list[Lexeme]) -> Unit | None:
    """The genitive behind ``число``, ``количество``, ``нехватка``: the last one."""
    for i in range(len(items) - 1, 0, -1):
        if _NUMBER_NOUN.match(items[i - 1].text):
            return _phrase(items, i)
    return None


def _first(items: list[Lexeme]) -> Unit | None:
    """The genitive plural that a clause begins with."""
    i = 0
    while word_at(items, i) in _PARTICLES or word_at(items, i) in "-—":
        if i >= len(items):
            return None
        i += 1
    return None if word_at(items, i) in _PREPOSITIONS else _phrase(items, i)


def _phrase(items: list[Lexeme], i: int) -> Unit | None:
    """The noun of the genitive plurals that stand in a row from lexeme ``i`` on."""
    end = i
    while end < len(items) and _plural(items[end].text):
        end += 1
    return read_counted(items[:end], i) if end > i else None


def _plural(word: str) -> bool:
    """True if a word is first of all a genitive plural, of a noun or of its attribute."""
    readings = parses(word) if word[:1].isalpha() else ()
    best = max((p.score for p in readings), default=0)
    likely = [p for p in readings if p.is_known and p.score >= best * (1 - _UNLIKELY)]
    return any({"plur", "gent"} <= set(p.tag.grammemes) and "Apro" not in p.tag for p in likely)
