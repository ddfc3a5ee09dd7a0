"""A reading: what somebody (an annotator, an engine, a baseline) says about a document, in comparable form."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rucoop.data.records import Document, Span
from rucoop.data.segment import sentences
from rucoop.eval.facts import DocumentFacts, gold_facts, record_facts
from rucoop.model.assemble import assemble
from rucoop.model.schema import Coder, Record
from rucoop.model.spans import ScoredSentence, ScoredSpan
from rucoop.model.version import VERSION

TypedSentence = tuple[int, int, str]
_CODER = Coder(name="rucoop", version=VERSION, engine="model", weights=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """Spans, (start, end, event type) of sentences, and facts; ``types`` is None where sentences were not typed."""

    spans: tuple[Span, ...]
    types: frozenset[TypedSentence] | None
    facts: DocumentFacts


def gold_reading(document: Document) -> Reading:
    """What the annotators of a document say."""
    types = frozenset((s.start, s.end, name) for s in document.sentences for name in s.types)
    return Reading(document.spans, types if document.sentences else None, gold_facts(document.facts))


def record_reading(record: Record) -> Reading:
    """What a record says. Every typed sentence is part of an event."""
    return Reading(
        spans=tuple(Span(span.start, span.end, span.label) for span in record.spans),
        types=frozenset((s.start, s.end, event.type) for event in record.events for s in event.sentences),
        facts=record_facts(record),
    )


def assembled(document: Document) -> Record:
    """The record that assembly makes of a document's annotated spans and sentence types.

    A document whose sentences were not annotated is split into sentences without types.
    """
    spans = [ScoredSpan(span.start, span.end, span.label, 1.0) for span in document.spans]
    found = document.sentences or sentences(document.text)
    typed = [ScoredSentence(s.start, s.end, dict.fromkeys(s.types, 1.0)) for s in found]
    return assemble(document, spans, typed, coder=_CODER, source="model")


def tagged(document: Document, row: Mapping[str, Any]) -> Record:
    """The record of a document tagged elsewhere; ``row`` is a line that ``rucoop-train loo`` writes."""
    spans = [ScoredSpan(s["start"], s["end"], s["label"], s.get("confidence", 1.0)) for s in row["spans"]]
    typed = [ScoredSentence(s["start"], s["end"], s["types"]) for s in row["sentences"]]
    return assemble(document, spans, typed, coder=_CODER, source="model")


def unread(document: Document) -> Document:
    """A document without its annotation: what an engine is given."""
    return replace(document, spans=(), sentences=(), facts=None)
