"""Words that allude to a side without naming it: ``в республику``, ``татарстанской продукции``, a town of its."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from rucoop.model.layout import Layout
from rucoop.model.names import PartnerName, by_id, link_partner
from rucoop.model.sides import Sides

_NOUNS: Final = {
    "Республика": re.compile(r"\bреспублик(?:а|и|е|у|ой)\b", re.IGNORECASE),
    "область": re.compile(r"\bобласт(?:ь|и|ью)\b", re.IGNORECASE),
    "край": re.compile(r"\bкра(?:й|я|ю|е|ем)\b", re.IGNORECASE),
}


class Allusion(NamedTuple):
    """Where it starts, the partner number it is about, and whether it is an adjective."""

    start: int
    side: int
    adjective: bool


def allusions(layout: Layout, sides: Sides, start: int, end: int) -> list[Allusion]:
    """The allusions to home and the main counterparty in a stretch of a sentence, in order."""
    found = [
        *_places(layout, sides, start, end),
        *(a for side in (sides.home, sides.main) if side is not None for a in _words(layout, sides, side, start, end)),
    ]
    near = layout.in_sentence(layout.sentence_index(start), "PARTNER", "POSITION")
    covered = [(layout.spans[i].start, layout.spans[i].end) for i in near]
    return sorted(a for a in found if not any(first <= a.start < last for first, last in covered))


def _places(layout: Layout, sides: Sides, start: int, end: int) -> Iterator[Allusion]:
    """LOCATION spans that name a side or lie in one."""
    for span in (layout.spans[i] for i in layout.in_sentence(layout.sentence_index(start), "LOCATION")):
        if start <= span.start < end:
            name = link_partner(layout.covered(span), home=sides.home_code)
            known = [n for n in (sides.home, sides.main) if n is not None]
            side = next((n for n in known if _is(sides.groups[n].name, name)), None)
            if side is not None:
                yield Allusion(span.start, side, False)


def _is(side: PartnerName, name: PartnerName) -> bool:
    return side.key in (name.key, name.parent) or (side.kind == "country" and name.country == side.code is not None)


def _words(layout: Layout, sides: Sides, side: int, start: int, end: int) -> Iterator[Allusion]:
    other = sides.main if side == sides.home else sides.home
    for noun, pattern in _NOUNS.items():
        if noun in sides.groups[side].name.name and (other is None or noun not in sides.groups[other].name.name):
            yield from (Allusion(m.start(), side, False) for m in pattern.finditer(layout.text, start, end))
    adjectives = _adjectives(sides.groups[side].name.key)
    if adjectives is not None:
        yield from (Allusion(m.start(), side, True) for m in adjectives.finditer(layout.text, start, end))


@lru_cache(maxsize=1024)
def _adjectives(key: str) -> re.Pattern[str] | None:
    """The adjectives of a territory and of its capital, in any form."""
    territory = by_id().get(key)
    if territory is None or not territory.adjectives:
        return None
    stems = [re.escape(adjective[:-2]) for adjective in territory.adjectives]
    return re.compile(rf"\b(?:{'|'.join(stems)})(?:[иоы][йехм]|ая|ую|ого|ому|ими|ыми)\b", re.IGNORECASE)
