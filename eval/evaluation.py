"""All scores of one system over annotated documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rucoop.data.labels import CORE_LABELS, EVENT_TYPES, LABELS
from rucoop.data.records import Document
from rucoop.eval.facts import MEASURES, fact_counts
from rucoop.eval.matching import Counts
from rucoop.eval.readings import Reading, gold_reading
from rucoop.eval.scores import Score, score, span_counts, total, type_counts
from rucoop.eval.sequences import seqeval_scores, word_tags


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of one system.

    spans: ``core``, ``all`` and each label; types: ``all`` and each event type, None where the system types none;
    facts: each measure, None where the system does not give it; seqeval: None where it was not wanted;
    negatives: number of documents without any co-operation; flagged: id -> what the system claims in it all the same.
    """

    spans: dict[str, Score]
    types: dict[str, Score] | None
    facts: dict[str, Score | None]
    seqeval: dict[str, dict[str, Any]] | None
    negatives: int
    flagged: dict[str, tuple[str, ...]]

    def row(self) -> dict[str, Any]:
        """The evaluation as JSON."""
        return {
            "spans": {name: one.row() for name, one in self.spans.items()},
            "seqeval": self.seqeval,
            "sentence_types": None if self.types is None else {name: one.row() for name, one in self.types.items()},
            "facts": {name: one and one.row() for name, one in self.facts.items()},
            "negatives": {"documents": self.negatives, "flagged": len(self.flagged), "claims": self.flagged},
        }


def evaluate(documents: Sequence[Document], readings: Sequence[Reading], *, seqeval: bool = True) -> Evaluation:
    """Scores of ``readings``, one for each of ``documents``, against their annotation.

    Raises ValueError if the numbers differ, ImportError if seqeval is wanted and missing.
    """
    if len(documents) != len(readings):
        raise ValueError(f"{len(readings)} readings for {len(documents)} documents, expected one each")
    gold = [gold_reading(document) for document in documents]
    negative = [not claims(reading) for reading in gold]
    return Evaluation(
        spans=_spans(gold, readings),
        types=_types(gold, readings),
        facts=_facts(gold, readings),
        seqeval=_seqeval(documents, readings) if seqeval else None,
        negatives=sum(negative),
        flagged={
            document.id: claimed
            for document, reading, is_one in zip(documents, readings, negative, strict=True)
            if is_one and (claimed := claims(reading))
        },
    )


def claims(reading: Reading) -> tuple[str, ...]:
    """Which of ``partner``, ``sector`` and ``event`` a reading claims; none in a negative."""
    labels, facts = {span.label for span in reading.spans}, reading.facts
    claimed = {
        "partner": "PARTNER" in labels or facts.get("partners"),
        "sector": "SECTOR" in labels or facts.get("sectors"),
        "event": reading.types or facts.get("event types"),
    }
    return tuple(name for name, is_one in claimed.items() if is_one)


def _spans(gold: Sequence[Reading], readings: Sequence[Reading]) -> dict[str, Score]:
    counts = [span_counts(g.spans, r.spans) for g, r in zip(gold, readings, strict=True)]
    groups: dict[str, Sequence[str]] = {"core": CORE_LABELS, "all": LABELS, **{label: (label,) for label in LABELS}}
    return {name: score([total([c], labels) for c in counts]) for name, labels in groups.items()}


def _types(gold: Sequence[Reading], readings: Sequence[Reading]) -> dict[str, Score] | None:
    counts = [
        type_counts(g.types, r.types)
        for g, r in zip(gold, readings, strict=True)
        if g.types is not None and r.types is not None
    ]
    if not counts:
        return None
    groups: dict[str, Sequence[str]] = {"all": EVENT_TYPES, **{name: (name,) for name in EVENT_TYPES}}
    return {name: score([total([c], types) for c in counts]) for name, types in groups.items()}


def _facts(gold: Sequence[Reading], readings: Sequence[Reading]) -> dict[str, Score | None]:
    table = [fact_counts(g.facts, r.facts) for g, r in zip(gold, readings, strict=True)]
    return {name: _score_of(row[name] for row in table) for name in MEASURES}


def _score_of(counts: Iterable[Counts | None]) -> Score | None:
    known = [one for one in counts if one is not None]
    return score(known) if known else None


def _seqeval(documents: Sequence[Document], readings: Sequence[Reading]) -> dict[str, dict[str, Any]]:
    gold = [word_tags(d.text, d.spans) for d in documents]
    found = [word_tags(d.text, r.spans) for d, r in zip(documents, readings, strict=True)]
    return seqeval_scores(gold, found)
