"""What the tagger or the rules hand to assembly: labelled stretches and sentence types, each with a confidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

# Labels that only a document in which sides deal with each other can have.
ONLY_TOGETHER: Final = frozenset({"PARTNER", "SECTOR", "GOODS", "AGREEMENT"})


@dataclass(frozen=True, slots=True, order=True)
class ScoredSpan:
    """A labelled stretch ``[start, end)`` of the text, in code points, with a confidence in [0, 1]."""

    start: int
    end: int
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence ``[start, end)`` and its event types above the threshold, each with its confidence."""

    start: int
    end: int
    types: Mapping[str, float]
