"""Which predicted items are right: exact matching of spans and of facts, as multisets."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives and false negatives; they add up."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """2 tp / (2 tp + fp + fn); 0 where there is nothing to find and nothing found."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 0.0

    @property
    def support(self) -> int:
        return self.tp + self.fn


def match(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Counts:
    """Counts of exact matches; an item that occurs twice must be found twice."""
    wanted, found = Counter(gold), Counter(predicted)
    tp = sum((wanted & found).values())
    return Counts(tp, sum(found.values()) - tp, sum(wanted.values()) - tp)
