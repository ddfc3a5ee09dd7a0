"""How the words of a person's name decline: every reading of a word as (case, gender, nominative form).

Dictionary readings come first; endings of Russian and Turkic surnames give readings to unknown words, so that
``Уранхаевым`` is an instrumental of ``Уранхаев`` whatever the dictionary holds.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from rucoop.model.morphology import parses

CASES: Final = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_NAME_TAGS: Final = frozenset({"Name", "Surn", "Patr"})
_OWN: Final = r"(?:[оеё]в|[иы]н)"
# (pattern of the ending, what the nominative ends in instead, case, gender)
_ENDINGS: Final = tuple(
    (re.compile(pattern + "$"), ending, case, gender)
    for pattern, ending, case, gender in (
        (f"(?<={_OWN})", "", "nomn", "masc"),
        (f"(?<={_OWN})а", "", "gent", "masc"),
        (f"(?<={_OWN})а", "", "accs", "masc"),
        (f"(?<={_OWN})у", "", "datv", "masc"),
        (f"(?<={_OWN})ым", "", "ablt", "masc"),
        (f"(?<={_OWN})е", "", "loct", "masc"),
        (f"(?<={_OWN})а", "а", "nomn", "femn"),
        (f"(?<={_OWN})ой", "а", "gent", "femn"),
        (f"(?<={_OWN})ой", "а", "datv", "femn"),
        (f"(?<={_OWN})у", "а", "accs", "femn"),
        (f"(?<={_OWN})ой", "а", "ablt", "femn"),
        (f"(?<={_OWN})ой", "а", "loct", "femn"),
        ("(?<=[сц]к)ий", "ий", "nomn", "masc"),
        ("(?<=[сц]к)ого", "ий", "gent", "masc"),
        ("(?<=[сц]к)ому", "ий", "datv", "masc"),
        ("(?<=[сц]к)ого", "ий", "accs", "masc"),
        ("(?<=[сц]к)им", "ий", "ablt", "masc"),
        ("(?<=[сц]к)ом", "ий", "loct", "masc"),
        ("(?<=[сц]к)ая", "ая", "nomn", "femn"),
        ("(?<=[сц]к)ой", "ая", "gent", "femn"),
        ("(?<=[сц]к)ой", "ая", "datv", "femn"),
        ("(?<=[сц]к)ую", "ая", "accs", "femn"),
        ("(?<=[сц]к)ой", "ая", "ablt", "femn"),
        ("(?<=[сц]к)ой", "ая", "loct", "femn"),
    )
)
_CONSONANT: Final = "бвгджзклмнпрстфхцчшщ"
_PLAIN: Final = tuple(
    (re.compile(f"(?<=[{_CONSONANT}]){ending}$"), case)
    for ending, case in (
        ("", "nomn"),
        ("а", "gent"),
        ("у", "datv"),
        ("а", "accs"),
        ("ом", "ablt"),
        ("ем", "ablt"),
        ("е", "loct"),
    )
)


class Reading(NamedTuple):
    """One way to read a word of a name; ``weight`` says how far to trust it."""

    case: str
    gender: str
    nominative: str
    weight: float


@lru_cache(maxsize=4096)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of one word of a name, best first within a case and gender."""
    head, hyphen, last = word.rpartition("-")
    if hyphen:
        return tuple(r._replace(nominative=f"{head}-{r.nominative}") for r in readings(last))
    found = [*_from_dictionary(word), *_from_endings(word)]
    if not found or not any(r.case == "nomn" for r in found):
        found += [Reading(case, gender, word, 0.05) for case in CASES for gender in ("masc", "femn")]
    return tuple(sorted(found, key=lambda r: -r.weight))


def _from_dictionary(word: str) -> list[Reading]:
    found = []
    for parse in parses(word)[:12]:
        tag = parse.tag
        if not _NAME_TAGS & set(tag.grammemes) or "sing" not in tag.grammemes or tag.case not in CASES:
            continue
        nominative = parse.inflect({"nomn", "sing"})
        if nominative is None:
            continue
        genders = [tag.gender] if tag.gender in ("masc", "femn") else ["masc", "femn"]
        found += [Reading(tag.case, gender, _like(nominative.word, word), 1.0) for gender in genders]
    return found


def _from_endings(word: str) -> list[Reading]:
    low = word.lower()
    found = [
        Reading(case, gender, word[: match.start()] + ending, 0.8)
        for pattern, ending, case, gender in _ENDINGS
        if (match := pattern.search(low))
    ]
    if found:
        return found
    return [
        Reading(case, "masc", word[: match.start()], 0.3 if case == "nomn" and low.endswith(("ом", "ем")) else 0.5)
        for pattern, case in _PLAIN
        if (match := pattern.search(low)) and match.start() > 1
    ]


def _like(form: str, word: str) -> str:
    """``form`` with the letter case of ``word`` and, where the text writes it so, ``е`` for ``ё``."""
    if "ё" not in word.lower():
        form = form.replace("ё", "е")
    return form.upper() if word.isupper() and len(word) > 1 else form[:1].upper() + form[1:]
