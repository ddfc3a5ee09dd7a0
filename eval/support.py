"""Facts that no span supports: a partner, sector or figure in a document's facts that its spans do not tell of.

Spans are read as the engines read them, so that what is reported is a slip of the annotation or a name that the tables
do not know; either wants a look.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rucoop.data.records import Document, Facts, Span
from rucoop.eval.facts import as_facts, exact
from rucoop.eval.readings import assembled
from rucoop.model.names import context_codes, link_partner
from rucoop.model.sectors import sector_code


@dataclass(frozen=True, slots=True)
class _Case:
    """A document, its facts, and the facts that its spans are read to."""

    document: Document
    facts: Facts
    read: Facts

    def covered(self, label: str) -> list[tuple[Span, str]]:
        return [(s, self.document.text[s.start : s.end]) for s in self.document.spans if s.label == label]


def unsupported(document: Document) -> list[str]:
    """Everything in a document's facts that its spans and sentence types do not support, as readable sentences."""
    if document.facts is None:
        return []
    case = _Case(document, document.facts, as_facts(assembled(document)))
    return [problem for rule in RULES for problem in rule(case)]


def _partners(case: _Case) -> Iterator[str]:
    """Codes of names read alone count beside those of assembly, which takes a capital for its country."""
    texts = [text for _, text in case.covered("PARTNER")]
    context = context_codes(texts)
    alone = {link_partner(text, home=case.document.home, context=context).code for text in texts}
    linked = alone | set(case.read.partners)
    for code in case.facts.partners:
        if code not in linked:
            yield f"partner {code}: no PARTNER span links to it; spans link to {_listed(linked)}"


def _sectors(case: _Case) -> Iterator[str]:
    carried = {span.code for span, _ in case.covered("SECTOR")} | set(case.read.sectors)
    for span, text in case.covered("SECTOR"):
        found = sector_code(text)
        carried |= {found.code} if span.code is None and found is not None else set()
    for code in case.facts.sectors:
        if code not in carried:
            yield f"sector {code}: no SECTOR span carries it; spans carry {_listed(carried)}"


def _figures(case: _Case) -> Iterator[str]:
    values = {(exact(f.value), exact(f.value_to)) for f in case.read.figures}
    for figure in case.facts.figures:
        if (exact(figure.value), exact(figure.value_to)) not in values:
            shown = figure.value if figure.value_to is None else f"{figure.value}..{figure.value_to}"
            read = _listed(f.value for f in case.read.figures)
            yield f"figure {figure.metric} {shown} {figure.unit}: no FIGURE span reads to it; spans read to {read}"


def _counts(case: _Case) -> Iterator[str]:
    """A fact stands for one span, or for several that say the same."""
    spans, facts = len(case.covered("FIGURE")), len(case.facts.figures)
    distinct = len({(exact(f.value), exact(f.value_to), f.unit) for f in case.read.figures})
    if not distinct <= facts <= spans:
        yield f"{facts} figures for {spans} FIGURE spans with {distinct} different readings"
    agreements = case.facts.agreements or ()
    if len(agreements) > len(case.covered("AGREEMENT")):
        yield f"{len(agreements)} agreements for {len(case.covered('AGREEMENT'))} AGREEMENT spans"


def _types(case: _Case) -> Iterator[str]:
    if not case.document.sentences:
        return
    typed = {name for sentence in case.document.sentences for name in sentence.types}
    for name in case.facts.event_types:
        if name not in typed:
            yield f"event type {name}: no sentence carries it"
    for name in sorted(typed - set(case.facts.event_types)):
        yield f"event type {name}: a sentence carries it, the facts do not"


def _events(case: _Case) -> Iterator[str]:
    for event in case.facts.events or ():
        if event.type not in case.facts.event_types:
            yield f"event {event.type}: its type is not among the document's event types"
        for code in event.partners:
            if code not in case.facts.partners:
                yield f"event {event.type}: its partner {code} is not among the document's partners"


RULES: Final[Sequence[Callable[[_Case], Iterator[str]]]] = (_partners, _sectors, _figures, _counts, _types, _events)


def _listed(items: Iterable[str | None]) -> str:
    return ", ".join(sorted({item for item in items if item})) or "nothing"
