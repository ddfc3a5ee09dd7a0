"""PERSON spans -> people: which mentions are one person, and the name in the nominative."""

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from rucoop.model.declension import CASES, Reading, readings
from rucoop.model.layout import Layout

_ENDING: Final = re.compile(
    r"(?:(?<=ов)|(?<=ев)|(?<=ёв)|(?<=ин)|(?<=ын))(?:а|у|ым|е|ой|ою)$"
    r"|(?<=[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую)$|(?:ом|ем|ой|ей|ою|[аеиоуыюяйьё])$"
)
_PATRONYMIC: Final = re.compile(r"(?:[оеё]вич|[ьи]ич|[оеё]вн|ичн)(?:[ауеыой]|ем|ом|ой)?$", re.IGNORECASE)
_INITIAL: Final = re.compile(r"[А-ЯЁ]\.")


@dataclass
class Person:
    """One person: ``mentions`` are indices of PERSON spans in the layout, in text order."""

    name: str
    words: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)


def people(layout: Layout) -> list[Person]:
    """The people of a document in order of first mention; a bare surname joins the fuller name."""
    named = [(i, name_words(layout.covered(layout.spans[i]))) for i in layout.of_label("PERSON")]
    by_stem: dict[str, list[Person]] = {}
    groups: list[Person] = []
    for i, words in sorted((item for item in named if item[1]), key=lambda item: (-len(item[1]), item[0])):
        alike = [g for key in dict.fromkeys(map(stem, words)) for g in by_stem.get(key, ()) if _same(g.words, words)]
        group = min(alike, key=lambda g: _distance(g, i), default=None)
        if group is None:
            group = Person("", words)
            groups.append(group)
            for key in dict.fromkeys(map(stem, words)):
                by_stem.setdefault(key, []).append(group)
        insort(group.mentions, i)
    for group in groups:
        group.name = _best_name([layout.covered(layout.spans[i]) for i in group.mentions])
    return sorted(groups, key=lambda g: g.mentions[0])


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, initials with their dots apart."""
    return tuple(re.findall(r"[А-ЯЁ]\.|[^\W\d_]+(?:[-’'][^\W\d_]+)*", text))


@lru_cache(maxsize=4096)
def nominative_name(text: str) -> str:
    """``Касым-Жомартом Токаевым`` -> ``Касым-Жомарт Токаев``: one case and gender for all words."""
    words = list(name_words(text))
    options = [readings(w) if not _INITIAL.fullmatch(w) else () for w in words]
    best = max(
        ((case, gender) for gender in ("masc", "femn") for case in CASES),
        key=lambda pair: sum(_weight(group, *pair) for group in options),
    )
    names = [_form(word, group, *best) for word, group in zip(words, options, strict=True)]
    return re.sub(r"(?<=\.) (?=[А-ЯЁ]\.)", "", " ".join(names))


def stem(word: str) -> str:
    """What the case forms of a name word share."""
    return _ENDING.sub("", word.lower().replace("ё", "е"))


def _weight(group: Sequence[Reading], case: str, gender: str) -> float:
    return max((r.weight for r in group if r.case == case and r.gender == gender), default=0.0)


def _form(word: str, group: Sequence[Reading], case: str, gender: str) -> str:
    return next((r.nominative for r in group if r.case == case and r.gender == gender), word)


def _best_name(forms: list[str]) -> str:
    """The nominative of the fullest form; a form that stands in the text as its own nominative wins."""
    fullest = max(len(name_words(form)) for form in forms)
    full = [form for form in forms if len(name_words(form)) == fullest]
    names = [nominative_name(form) for form in full]
    as_written = [name for name, form in zip(names, full, strict=True) if name == " ".join(form.split())]
    return _commonest(as_written or names)


def _commonest(names: list[str]) -> str:
    return max(dict.fromkeys(names), key=names.count)


def _distance(group: Person, index: int) -> tuple[bool, int]:
    """How far a group is from a span: those mentioned before it come first, the latest of them foremost."""
    earlier = bisect_left(group.mentions, index)
    return (False, index - group.mentions[earlier - 1]) if earlier else (True, group.mentions[0] - index)


def _same(full: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """True if ``words`` may name the person ``full``: same surname, and no first name that contradicts."""
    if len(words) == 1:
        return any(stem(words[0]) == stem(part) for part in full if not _PATRONYMIC.search(part))
    if not any(stem(a) == stem(b) for a in _surnames(full) for b in _surnames(words)):
        return False
    mine, theirs = _given(full), _given(words)
    if not mine or not theirs:
        return True
    return stem(mine[0]) == stem(theirs[0]) or (
        "." in mine[0] + theirs[0] and mine[0][0].lower() == theirs[0][0].lower()
    )


def _surnames(words: tuple[str, ...]) -> list[str]:
    """Words that may be the surname: the last, or the first where the name ends in a patronymic or an initial."""
    if len(words) > 1 and (_PATRONYMIC.search(words[-1]) or _INITIAL.fullmatch(words[-1])):
        return [words[0]]
    return [words[-1]] if len(words) > 1 else list(words)


def _given(words: tuple[str, ...]) -> list[str]:
    surname = _surnames(words)[0]
    return [word for word in words if word is not surname]
