"""Typed sentences -> events: sentences of one type about the same partners and date become one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from rucoop.data.labels import EVENT_TYPES, EventType
from rucoop.model.event_codes import codes
from rucoop.model.event_roles import Roles, roles
from rucoop.model.event_time import EventTime
from rucoop.model.layout import Layout
from rucoop.model.schema import Agreement, Engine, Event, Figure, Goods, Range, Sector
from rucoop.model.sides import Sides

Part = TypeVar("Part", Sector, Figure, Goods, Agreement)
Contents = tuple[Sequence[Sector], Sequence[Figure], Sequence[Goods], Sequence[Agreement]]

_APART: Final = frozenset({"trade", "visit", "agreement"})


@dataclass
class _Draft:
    """An event under construction."""

    kind: EventType
    between: tuple[int, ...]
    date: str | None
    date_span: int | None
    sentences: list[int] = field(default_factory=list)
    confidences: list[float] = field(default_factory=list)


class Events:
    """Reads the events of one document out of its typed sentences."""

    def __init__(self, layout: Layout, sides: Sides, time: EventTime, contents: Contents, source: Engine) -> None:
        self.layout, self.sides, self.time, self.source = layout, sides, time, source
        self.sectors, self.figures, self.goods, self.agreements = contents

    def read(self) -> list[Event]:
        """The events in order of first mention, within a sentence in the order of the types."""
        drafts: dict[tuple[object, ...], _Draft] = {}
        for number, sentence in enumerate(self.layout.sentences):
            for kind in (name for name in EVENT_TYPES if name in sentence.types):
                for between in self._between(kind, number):
                    date, span = self.time.of(kind, number, about_main=self.sides.main in between)
                    key = (kind, frozenset(between), date)
                    draft = drafts.setdefault(key, _Draft(kind, between, date, span))
                    draft.sentences.append(number)
                    draft.confidences.append(sentence.types[kind])
        return [self._event(draft, f"e{i}") for i, draft in enumerate(drafts.values(), 1)]

    def _between(self, kind: EventType, sentence: int) -> list[tuple[int, ...]]:
        """The sides of an event told in a sentence; trade, visits and agreements with counterparties that are not listed
        together are apart."""
        indices = self.layout.in_sentence(sentence, "PARTNER", "PERSON")
        between = self.sides.with_both(self.sides.of_sentence(sentence))
        runs = self.sides.runs(indices) if kind in _APART and self.sides.home is not None else []
        if len(runs) > 1:
            return list(dict.fromkeys((between[0], *sorted(run)) for run in runs))
        return [tuple(between)]

    def _event(self, draft: _Draft, ref: str) -> Event:
        inside = [(self.layout.sentences[i].start, self.layout.sentences[i].end) for i in draft.sentences]
        sectors, goods = _inside(self.sectors, inside), _inside(self.goods, inside)
        sides = self._roles(draft, goods)
        text = " ".join(self.layout.text[start:end] for start, end in inside)
        plover, cameo = codes(draft.kind, text, [sector.code for sector in sectors])
        return Event(
            ref=ref,
            type=draft.kind,
            plover=plover,
            cameo=cameo,
            date=draft.date,
            date_text=None if draft.date_span is None else self.layout.covered(self.layout.spans[draft.date_span]),
            location=self._location(draft),
            actor=[self.sides.ref(n) for n in sides.actor],
            recipient=[self.sides.ref(n) for n in sides.recipient],
            sectors=[item.ref for item in sectors],
            figures=[item.ref for item in _inside(self.figures, inside)],
            goods=[item.ref for item in goods],
            agreements=[item.ref for item in _inside(self.agreements, inside)],
            sentences=[Range(start=start, end=end) for start, end in inside],
            confidence=round(max(draft.confidences), 3),
            source=self.source,
        )

    def _roles(self, draft: _Draft, goods: Sequence[Goods]) -> Roles:
        """Roles by the first sentence that tells them: its words name who visits, supplies or proposes."""
        return roles(draft.kind, self.layout, self.sides, draft.sentences[0], draft.between, goods)

    def _location(self, draft: _Draft) -> str | None:
        """The first LOCATION of the sentences that tell of an occasion."""
        if draft.kind in ("trade", "intent"):
            return None
        found = [i for s in draft.sentences for i in self.layout.in_sentence(s, "LOCATION")]
        return self.layout.covered(self.layout.spans[found[0]]) if found else None


def _inside(items: Iterable[Part], stretches: Sequence[tuple[int, int]]) -> list[Part]:
    """The items that have a mention in one of the stretches."""
    return [
        item for item in items
        if any(start <= mention.start < end for mention in item.mentions for start, end in stretches)
    ]  # fmt: skip
