"""Documents and their annotation: records, labels, sentences, corpus files, code tables."""

from rucoop.data.labels import CORE_LABELS, EVENT_TYPES, LABELS
from rucoop.data.records import AgreementFact, Document, EventFact, Facts, FigureFact, Sentence, Span

__all__ = [
    "CORE_LABELS",
    "EVENT_TYPES",
    "LABELS",
    "AgreementFact",
    "Document",
    "EventFact",
    "Facts",
    "FigureFact",
    "Sentence",
    "Span",
]
