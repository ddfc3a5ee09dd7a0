"""The document facts that are compared: what a reader of the record uses, whoever wrote it.

Each measure takes a set from a document: a fact told twice is one fact. A measure is None where it was not annotated,
or where a system does not give it at all.
"""

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Final

from rucoop.data.records import AgreementFact, EventFact, Facts, FigureFact
from rucoop.eval.matching import Counts, match
from rucoop.model.schema import Figure, Period, Record

Items = frozenset[Hashable]
DocumentFacts = Mapping[str, Items | None]

MEASURES: Final = (
    "partners",
    "sectors",
    "figures: value + unit",
    "figures: metric + value + unit",
    "figures: all fields",
    "event types",
    "events: type + partners",
    "events: type + partners + date",
    "agreements: kind",
    "agreements: kind + status + period",
)


def gold_facts(facts: Facts | None) -> DocumentFacts:
    """Measure -> items of annotated facts. Events, agreements and figures' status may be left unannotated."""
    if facts is None:
        return dict.fromkeys(MEASURES)
    return {
        "partners": frozenset(facts.partners),
        "sectors": frozenset(facts.sectors),
        "event types": frozenset(facts.event_types),
        **_figures(facts.figures),
        **_events(facts.events),
        **_agreements(facts.agreements),
    }


def record_facts(record: Record) -> DocumentFacts:
    """Measure -> items of a record; every measure is given."""
    return gold_facts(as_facts(record))


def as_facts(record: Record) -> Facts:
    """A record in the form in which facts are annotated: codes in place of references."""
    codes = {partner.ref: partner.code for partner in record.partners}
    return Facts(
        partners=tuple(sorted({code for code in codes.values() if code})),
        sectors=tuple(sorted({sector.code for sector in record.sectors})),
        event_types=tuple(sorted({event.type for event in record.events})),
        figures=tuple(_figure(figure, codes) for figure in record.figures),
        agreements=tuple(AgreementFact(a.kind, a.title, a.status, _days(a.period)) for a in record.agreements),
        events=tuple(
            EventFact(e.type, tuple(sorted({c for ref in (*e.actor, *e.recipient) if (c := codes[ref])})), e.date)
            for e in record.events
        ),
    )


def fact_counts(gold: DocumentFacts, found: DocumentFacts) -> dict[str, Counts | None]:
    """Measure -> counts of one document; None where either side does not give the measure."""
    counts: dict[str, Counts | None] = {}
    for name in MEASURES:
        wanted, given = gold.get(name), found.get(name)
        counts[name] = None if wanted is None or given is None else match(wanted, given)
    return counts


def exact(value: str | None) -> Decimal | None:
    """A decimal without idle zeros (``5.0`` is ``5``), so that equal numbers compare equal."""
    return None if value is None else Decimal(value).normalize()


def quantity(value: str | None, value_to: str | None, unit: str | None) -> Hashable:
    """What "value + unit" compares: both ends of a range, and the unit with ё read as е."""
    return exact(value), exact(value_to), unit and unit.replace("ё", "е")


def _figure(f: Figure, codes: Mapping[str, str | None]) -> FigureFact:
    partner = None if f.partner is None else codes[f.partner]
    return FigureFact(f.metric, f.value, f.unit, f.comparator, f.value_to, f.status, _days(f.period), partner)


def _figures(figures: tuple[FigureFact, ...]) -> dict[str, Items | None]:
    amounts = [(f, quantity(f.value, f.value_to, f.unit)) for f in figures]
    whole = [(f.metric, amount, f.comparator, f.status, f.period, f.partner) for f, amount in amounts]
    annotated = all(f.status is not None for f in figures)
    return {
        "figures: value + unit": frozenset(amount for _, amount in amounts),
        "figures: metric + value + unit": frozenset((f.metric, amount) for f, amount in amounts),
        "figures: all fields": frozenset(whole) if annotated else None,
    }


def _events(events: tuple[EventFact, ...] | None) -> dict[str, Items | None]:
    if events is None:
        return {}
    return {
        "events: type + partners": frozenset((e.type, tuple(sorted(e.partners))) for e in events),
        "events: type + partners + date": frozenset((e.type, tuple(sorted(e.partners)), e.date) for e in events),
    }


def _agreements(agreements: tuple[AgreementFact, ...] | None) -> dict[str, Items | None]:
    if agreements is None:
        return {}
    return {
        "agreements: kind": frozenset(a.kind for a in agreements),
        "agreements: kind + status + period": frozenset((a.kind, a.status, a.period) for a in agreements),
    }


def _days(period: Period | None) -> str | None:
    return None if period is None or period.start is None else f"{period.start}/{period.end}"
