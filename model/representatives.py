"""Who speaks for whom: PERSON spans tied to the POSITION and PARTNER spans beside them."""

import re
from dataclasses import dataclass
from typing import Final

from rucoop.model.layout import Layout
from rucoop.model.persons import Person
from rucoop.model.posts import post_name

_TIGHT: Final = re.compile(r"[\s(«\"]*(?:в\s+|[–—-]\s+)?")
# Between a post and the side or the name stand only small words: `директор завода`, `глава представительства`.
_WORDS: Final = re.compile(r"[\s«\"(]*(?:[А-ЯЁа-яё-]+\s+){0,4}[«\"(]?")
_BEHIND: Final = re.compile(r"\s*[,(–—-]\s*")


@dataclass(frozen=True)
class Tie:
    """A person with the post and the PARTNER span (index) that the text gives them; None where it gives none."""

    person: Person
    post: str | None
    partner: int | None


def ties(layout: Layout, persons: list[Person]) -> list[Tie]:
    """One tie per person: the first mention that tells most."""
    return [max((_tie(layout, person, i) for i in person.mentions), key=_worth) for person in persons]


def _worth(tie: Tie) -> int:
    return 2 * (tie.partner is not None) + (tie.post is not None)


def _tie(layout: Layout, person: Person, index: int) -> Tie:
    """Reads leftwards from the name (``губернатор Омской области Виктор Ларин``), then behind it after a comma."""
    post, partner = _leftward(layout, index)
    if post is None and partner is None:
        post, partner = _rightward(layout, index)
    return Tie(person, None if post is None else post_name(layout.covered(layout.spans[post])), partner)


def _leftward(layout: Layout, index: int) -> tuple[int | None, int | None]:
    """Post and side in front of the name; of two names (``ТПП РТ``) the first is the one that has the post."""
    partner = None
    for at in range(index - 1, max(-1, index - 6), -1):
        gap, label = layout.gap(at, at + 1), layout.spans[at].label
        if label == "POSITION":
            return (at, partner) if _WORDS.fullmatch(gap) else (None, partner)
        if label not in ("PARTNER", "LOCATION") or not _TIGHT.fullmatch(gap):
            break
        partner = at if label == "PARTNER" else partner
    return None, partner


def _rightward(layout: Layout, index: int) -> tuple[int | None, int | None]:
    """``Виктор Ларин, губернатор Омской области``."""
    spans = layout.spans
    if (
        index + 1 >= len(spans)
        or spans[index + 1].label != "POSITION"
        or not _BEHIND.fullmatch(layout.gap(index, index + 1))
    ):
        return None, None
    beside = index + 2
    if beside < len(spans) and spans[beside].label == "PARTNER" and _WORDS.fullmatch(layout.gap(index + 1, beside)):
        return index + 1, beside
    return index + 1, None
