"""Whether a figure is a fact, a plan or a target, from the wording around it.

A target is a level or change that somebody wants to reach (``намерены довести до``, ``целевой показатель``); a plan is
what is to come otherwise (``составит``, ``планируется построить``). The nearest verb or word of purpose decides.
"""

import re
from functools import lru_cache
from typing import Final, Literal

from rucoop.model.lexemes import Lexeme, lexemes
from rucoop.model.morphology import parses

Status = Literal["fact", "plan", "target"]

_REACH: Final = frozenset(
    "довести увеличить нарастить достичь достигнуть выйти повысить удвоить утроить поднять расширить дойти приблизиться "
    "снизить сократить уменьшить доводить наращивать повышать превысить достигать вывести".split()
)
_AIMS: Final = re.compile(r"(?:цел(?:ь|и|ью|ей|ям|ев[а-я]+)|задач[а-я]*|планк[а-я]+|ориентир[а-я]*)$")
_PLANS: Final = re.compile(
    r"(?:за)?планир[а-я]+|план(?:е|ах|ом|у|ы|ам)?$|намерен[а-я]*|намети[а-я]+|намечен[а-я]*|предусм[а-я]+|предполаг[а-я]+|ожида[а-я]+|"
    r"рассчитыва[а-я]+|прогноз[а-я]*|предлага[а-я]+|предложи[а-я]+|готов[аы]?$|хот[а-я]+|хоч[а-я]+|собира[а-я]+|предстоит|обеща[а-я]+|"
    r"договорил[а-я]+|заинтересован[а-я]*|проси[а-я]+|просят|перспектив[а-я]+|потенциал[а-я]*|проектн[а-я]+|нужн[оаы]$|должн[аоы]$|должен|"
    r"рассчитан[а-я]*|потребу[а-я]+"
)
_ACHIEVED: Final = re.compile(r"(?:удал|смог|сумел|позволил|помог|удава|удаетс)")
_DUE: Final = re.compile(r"\bк\s+(?:концу\s+)?20[0-9]{2}")
_BREAKS: Final = frozenset(";.!?")
_FAR: Final = 6
_BEHIND: Final = 2
"""A word behind the figure counts as so many times further off."""


def figure_status(sentence: str, start: int, end: int) -> Status:
    """The status of the figure at ``sentence[start:end]``."""
    before, after = lexemes(sentence[:start])[::-1], lexemes(sentence[end:])
    cues = sorted([*_cues(before, 1), *_cues(after, _BEHIND)])
    if not cues:
        return "target" if _DUE.search(sentence) else "fact"
    if cues[0][1] == "target" and any(_ACHIEVED.match(item.text) for item in before):
        return "fact"
    passive = cues[0][1] == "fact" and any(item.text in ("будет", "будут") for item in (*before[:_FAR], *after[:_FAR]))
    return "plan" if passive else cues[0][1]


def _cues(near: list[Lexeme], weight: int) -> list[tuple[int, Status]]:
    """The cues of one side with their distances in words, up to the end of the clause; ``near`` starts at the figure."""
    found: list[tuple[int, Status]] = []
    for i, item in enumerate(near):
        if item.text in _BREAKS:
            break
        status = _cue(item.text) if item.kind == "word" else None
        if status is not None:
            found.append((weight * (i + 1), status))
    return found


@lru_cache(maxsize=8192)
def _cue(word: str) -> Status | None:
    """What a word says of a figure near it, or None."""
    if _AIMS.match(word):
        return "target"
    if _PLANS.match(word):
        return "plan"
    best = parses(word)[0]
    if best.tag.POS == "INFN":
        return "target" if best.normal_form in _REACH else "plan"
    if best.tag.POS == "VERB":
        return "plan" if best.tag.tense == "futr" else "fact"
    return "fact" if best.tag.POS == "PRTS" else None
