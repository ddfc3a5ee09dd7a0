"""Which span of a sentence goes with which: distances within clauses, and the words between."""

import re
from typing import Final

from rucoop.model.layout import Layout

_BOUNDARY: Final = re.compile(r"[;:()«»\"„“—–]|,\s|\s-\s|\.\s|\s(?:и|а|но|тогда как|который|которая|которое|которые)\s")
_BREAK: Final = 40  # a clause boundary weighs as much as so many characters


def distance(layout: Layout, left: int, right: int) -> int:
    """How far two spans of a sentence stand apart: characters, and a surcharge for every clause boundary between."""
    first, second = sorted((left, right))
    gap = layout.gap(first, second)
    return len(gap) + _BREAK * len(_BOUNDARY.findall(gap))


def nearest(layout: Layout, index: int, candidates: list[int], *, after: int = 0) -> int | None:
    """The candidate closest to span ``index``; candidates behind it pay ``after`` more. None if there is none."""
    return min(
        candidates,
        key=lambda c: (distance(layout, c, index) + (after if c > index else 0), c > index, c),
        default=None,
    )
