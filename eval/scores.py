"""Span scores: exact character spans per label, the core micro-F1, and confidence intervals over documents."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from rucoop.data.labels import CORE_LABELS, EVENT_TYPES, LABELS
from rucoop.eval.matching import Counts, match


class LabelledSpan(Protocol):
    """Anything with offsets and a label."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over all documents, and the 95% bootstrap interval of their F1."""

    counts: Counts
    low: float
    high: float

    @property
    def empty(self) -> bool:
        """True where there was nothing to find and nothing was found: no score can be given."""
        return self.counts == Counts()

    def row(self) -> dict[str, Any]:
        """The score as JSON, four decimals."""
        counts = self.counts
        return {
            "precision": round(counts.precision, 4),
            "recall": round(counts.recall, 4),
            "f1": round(counts.f1, 4),
            "support": counts.support,
            "found": counts.tp + counts.fp,
            "right": counts.tp,
            "interval": [round(self.low, 4), round(self.high, 4)],
        }


def score(documents: Sequence[Counts]) -> Score:
    """Micro score of the counts of documents, with its interval."""
    return Score(sum(documents, Counts()), *interval(documents))


def span_counts(gold: Iterable[LabelledSpan], predicted: Iterable[LabelledSpan]) -> dict[str, Counts]:
    """Label -> counts of one document. A span is right if start, end and label are."""
    wanted, found = list(gold), list(predicted)
    return {
        label: match(*([(s.start, s.end) for s in spans if s.label == label] for spans in (wanted, found)))
        for label in LABELS
    }


def type_counts(gold: Iterable[tuple[int, int, str]], predicted: Iterable[tuple[int, int, str]]) -> dict[str, Counts]:
    """Event type -> counts of one document. Items are (start, end, type) of sentences; all three must be right."""
    wanted, found = list(gold), list(predicted)
    return {name: match(*([s for s in side if s[2] == name] for side in (wanted, found))) for name in EVENT_TYPES}


def total(documents: Iterable[Mapping[str, Counts]], labels: Sequence[str] = LABELS) -> Counts:
    """Counts summed over documents and labels (micro)."""
    return sum((counts[label] for counts in documents for label in labels), Counts())


def core_f1(documents: Iterable[Mapping[str, Counts]]) -> float:
    """Micro-F1 over PARTNER, SECTOR and FIGURE: the score of this project."""
    return total(documents, CORE_LABELS).f1


def interval(
    documents: Sequence[Counts],
    statistic: Callable[[Counts], float] = lambda c: c.f1,
    rounds: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """95% percentile bootstrap interval of a statistic, resampling documents (Efron 1979)."""
    if not documents:
        return (0.0, 0.0)
    table = np.array([(c.tp, c.fp, c.fn) for c in documents])
    draws = np.random.default_rng(seed).integers(len(documents), size=(rounds, len(documents)))
    values = [statistic(Counts(*map(int, sums))) for sums in table[draws].sum(axis=1)]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
