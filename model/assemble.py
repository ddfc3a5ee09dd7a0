"""Spans and sentence types -> the record. Deterministic: the same input gives the same record."""

from collections.abc import Sequence
from datetime import date

from rucoop.data.records import Document
from rucoop.model.agreements import Agreements
from rucoop.model.event_time import EventTime
from rucoop.model.events import Events
from rucoop.model.figure_facts import FigureFacts
from rucoop.model.goods import goods_items
from rucoop.model.language import language_warnings
from rucoop.model.layout import Layout
from rucoop.model.partner_items import partner_items
from rucoop.model.partners import partner_groups
from rucoop.model.persons import people
from rucoop.model.representatives import ties
from rucoop.model.schema import Coder, Engine, Partner, Record, RecordWarning
from rucoop.model.sector_items import sector_items
from rucoop.model.sides import Sides
from rucoop.model.spans import ScoredSentence, ScoredSpan
from rucoop.model.when import When

LOW_CONFIDENCE = 0.5


def assemble(
    document: Document,
    spans: Sequence[ScoredSpan],
    sentences: Sequence[ScoredSentence],
    *,
    coder: Coder,
    source: Engine,
) -> Record:
    """The record of a document.

    ``spans`` do not overlap; ``sentences`` cover the text and carry the event types above the threshold. ``source``
    says who found them. Raises ValueError where a span or sentence lies outside the text, and where ``published`` is
    no ISO date.
    """
    layout = Layout.of(document.text, spans, sentences)
    published = _published(document)
    when = When(layout, published)
    groups = partner_groups(layout, document.home)
    tied = ties(layout, people(layout))
    sides = Sides(layout, groups, tied, document.home)
    partners = partner_items(layout, sides, tied, source)
    sectors = sector_items(layout, source)
    reader = FigureFacts(layout, sides, when, source)
    figures = reader.read()
    goods = goods_items(layout, sides, source)
    agreements = Agreements(layout, sides, when, source).read()
    events = Events(layout, sides, EventTime(layout, when), (sectors, figures, goods, agreements), source).read()
    warnings = [
        *language_warnings(document.text),
        *_unlinked(partners),
        *reader.warnings,
        *when.warnings.values(),
        *_unsure(layout),
    ]
    return Record(
        schema_="rucoop/1",
        doc_id=document.id,
        url=document.url,
        published=None if published is None else published.isoformat(),
        home=document.home,
        coder=coder,
        partners=partners,
        sectors=sectors,
        goods=goods,
        figures=figures,
        agreements=agreements,
        events=events,
        spans=list(layout.labelled()),
        warnings=warnings,
    )


def _published(document: Document) -> date | None:
    if document.published is None:
        return None
    try:
        return date.fromisoformat(document.published)
    except ValueError:
        where = f"document {document.id!r}: " if document.id else ""
        given = document.published
        raise ValueError(f"{where}published is {given!r}, expected an ISO date such as '2025-02-05'") from None


def _unlinked(partners: Sequence[Partner]) -> list[RecordWarning]:
    return [
        RecordWarning(
            code="unlinked_partner",
            message=f"no code is known for the {partner.kind} {partner.name!r}",
            start=partner.mentions[0].start,
            end=partner.mentions[0].end,
        )
        for partner in partners
        # Organisations and most cities have no code by design; a warning for each would hide the rest.
        if partner.code is None and partner.kind in {"country", "region"}
    ]


def _unsure(layout: Layout) -> list[RecordWarning]:
    return [
        RecordWarning(
            code="low_confidence",
            message=f"{span.label} {layout.covered(span)!r} was found with confidence {span.confidence:.3f}",
            start=span.start,
            end=span.end,
        )
        for span in layout.spans
        if span.confidence < LOW_CONFIDENCE
    ]
