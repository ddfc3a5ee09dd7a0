"""Whether a figure is a fact, a plan or a target, from the wording around it.

A target is a level or change that somebody wants to reach (``намерены довести до``, ``целевой показатель``); a plan is
what is to come otherwise (``составит``, ``планируется построить``). The nearest verb or word of purpose decides.
"""

import re
from functools import lru_cache
from typing import Final, Literal

from rucoop.model.lexemes import Lexeme, fold, lexemes, word_set
from rucoop.model.morphology import parses

Status = Literal["fact", "plan", "target"]

_REACH: Final = word_set(
    "довести увеличить нарастить достичь достигнуть выйти повысить удвоить утроить поднять расширить дойти "
    "приблизиться снизить сократить уменьшить доводить наращивать повышать превысить достигать вывести"
)
_AIMS: Final = re.compile(r"(?:доведени[а-я]+|цел(?:ь|и|ью|ей|ям|ев[а-я]+)|задач[а-я]*|планк[а-я]+|ориентир[а-я]*)$")
_PLANS: Final = re.compile(
    r"запланир|планир|планах$|плану$|плановый|намерен|намет|намеч|предусм|предполаг|ожида|ждем$|ждут$|рассчит|прогноз|"
    r"предлаг|предлож|предвар|готов[аыия]?т?$|готовят|хот|хоч|собира|предстоит|обеща|заинтересован|прос[ия]|попрос|перспектив|"
    r"проектн|нужн[оаы]?$|нужда|долж[ен]|потребу|обсужда|рассматрива|переговор|оценива|оценен|оценил|берутся|приступ|тендер|"
    r"сметн|мог(?:ут|ли)$|может$|инициатив|потенциал|договорились$|законтракт|речь$|изуча|поставку$|закупк|следующ|договор|протокол|строит"
)
_ACHIEVED: Final = re.compile(r"(?:удал|смог|сумел|позволил|помог|удава|удаетс)")
_POSSIBLE: Final = frozenset({"может", "могут", "мог", "могла", "могли", "если"})
_COST: Final = re.compile(r"\b(?:стоимост|затрат|вложени|инвестици|мощност|смет|бюджет|цена вопроса|участок)")
_DUE: Final = re.compile(r"(?<!рост )\bк\s+(?:концу\s+)?20[0-9]{2}\s+г")
_WANTED: Final = re.compile(r"\b(?:рассчитыва\w+|выйти|вывести)\s+на\s+(?:уровень\s+(?:в\s+)?)?$")
_START: Final = re.compile(r"\b(?:с|со)\s+(?:нынешних\s+|сегодняшних\s+)?$")
_BREAKS: Final = frozenset(".;!?")
_BREAKS_BEHIND: Final = frozenset(".;!?,:»")
_BEHIND: Final = 2  # a word behind the figure counts as so many times further off
_FAR: Final = 6


def figure_status(sentence: str, start: int, end: int) -> Status:
    """The status of the figure at ``sentence[start:end]``."""
    words = fold(sentence)
    before, after = lexemes(words[:start])[::-1], lexemes(words[end:])
    if _WANTED.search(words[:start]):
        return "target"
    cues = sorted([*_cues(before, _BREAKS, 1), *_cues(after, _BREAKS_BEHIND, _BEHIND)])
    if not cues:
        return "target" if _DUE.search(words) else "plan" if _COST.search(words[:start]) else "fact"
    status = cues[0][1]
    if status == "target":
        return _reached(words[:start], before)
    waiting = any(item.text in ("будет", "будут") for item in (*before[:_FAR], *after[:_FAR]))
    return "plan" if status == "fact" and waiting else status


def _reached(text: str, before: list[Lexeme]) -> Status:
    """A verb of reaching is no target where it was done, is only possible, or the figure is where it starts from."""
    if _START.search(text) or any(_ACHIEVED.match(item.text) for item in before):
        return "fact"
    return "plan" if any(item.text in _POSSIBLE for item in before[:_FAR]) else "target"


def _cues(near: list[Lexeme], breaks: frozenset[str], weight: int) -> list[tuple[int, Status]]:
    """The cues of one side with their distances in words, up to the end of the clause; the figure is at the start."""
    found: list[tuple[int, Status]] = []
    for i, item in enumerate(near):
        if item.text in breaks:
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
    if best.tag.POS == "INFN" or (best.tag.POS == "VERB" and best.tag.tense == "futr"):
        return "target" if best.normal_form in _REACH else "plan"
    return "fact" if best.tag.POS in ("VERB", "PRTS", "GRND") else None
