"""Documents and their annotation, as immutable values. Offsets count Unicode code points, end exclusive."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A labelled stretch of text. ``code`` is the sector code of a SECTOR span, where annotated."""

    start: int
    end: int
    label: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its event types (zero or more of ``labels.EVENT_TYPES``)."""

    start: int
    end: int
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureFact:
    """What a figure of the document says. ``value`` is an exact decimal after scale; ``period`` is
    ``start/end`` in ISO dates; ``partner`` a territory code."""

    metric: str
    value: str | None
    unit: str | None
    comparator: str = "="
    value_to: str | None = None
    status: str | None = None
    period: str | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """A document that binds the sides."""

    kind: str
    title: str | None = None
    status: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class EventFact:
    """What happened, between which territories (codes, sorted), on which day (ISO date) if known."""

    type: str
    partners: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Document facts. ``agreements`` and ``events`` are None where they were not annotated."""

    partners: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    figures: tuple[FigureFact, ...] = ()
    agreements: tuple[AgreementFact, ...] | None = None
    events: tuple[EventFact, ...] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text, and what is known or annotated about it.

    ``published`` is an ISO date, ``home`` the code of the home side (``RU-TA``), ``meta`` free facts about
    the document (genre, year, scenario, brief, reader). Only ``text`` is needed for extraction.
    """

    text: str
    id: str = ""
    source: str = "user"
    split: str | None = None
    home: str | None = None
    published: str | None = None
    url: str | None = None
    spans: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    facts: Facts | None = None
    meta: Mapping[str, Any] | None = None
