"""Typed sentences -> events: sentences of one type about the same partners and date become one event."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

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
        sectors, figures, goods, agreements = contents
        self.sectors, self.figures = _Shelf(layout, sectors), _Shelf(layout, figures)
        self.goods, self.agreements = _Shelf(layout, goods), _Shelf(layout, agreements)

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
        """The sides of an event told in a sentence; where trade, visits and agreements are with counterparties that are
        not listed together, each is apart."""
        indices = self.layout.in_sentence(sentence, "PARTNER", "PERSON")
        between = self.sides.with_both(self.sides.of_sentence(sentence))
        runs = self.sides.runs(indices) if kind in _APART and self.sides.home is not None else []
        if len(runs) > 1:
            others = [[n for n in run if n != between[0]] for run in runs]
            return list(dict.fromkeys((between[0], *sorted(run)) for run in others if run))
        return [tuple(between)]

    def _event(self, draft: _Draft, ref: str) -> Event:
        inside = [(self.layout.sentences[i].start, self.layout.sentences[i].end) for i in draft.sentences]
        sectors, goods = self.sectors.inside(draft.sentences), self.goods.inside(draft.sentences)
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
            figures=[item.ref for item in self.figures.inside(draft.sentences)],
            goods=[item.ref for item in goods],
            agreements=[item.ref for item in self.agreements.inside(draft.sentences)],
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


class _Shelf(Generic[Part]):
    """Items by the sentences that mention them."""

    def __init__(self, layout: Layout, items: Sequence[Part]) -> None:
        self.items: Sequence[Part] = items
        self.places: dict[int, list[int]] = {}
        for place, item in enumerate(items):
            for sentence in {layout.sentence_index(mention.start) for mention in item.mentions}:
                self.places.setdefault(sentence, []).append(place)

    def inside(self, sentences: Sequence[int]) -> list[Part]:
        """The items mentioned in the sentences, in their order."""
        found = {place for sentence in sentences for place in self.places.get(sentence, ())}
        return [self.items[place] for place in sorted(found)]
