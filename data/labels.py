"""The ten span labels and seven event types, and spans <-> BIO tags.

Rules of annotation: ``GUIDELINES.md`` in this folder.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal, get_args

from rucoop.data.records import Span

Label = Literal[
    "PARTNER", "SECTOR", "FIGURE", "METRIC", "DATE", "PERSON", "POSITION", "LOCATION", "GOODS", "AGREEMENT",
]  # fmt: skip
EventType = Literal["meeting", "visit", "agreement", "trade", "project", "forum", "intent"]

LABELS: Final[tuple[Label, ...]] = get_args(Label)
CORE_LABELS: Final[tuple[Label, ...]] = ("PARTNER", "SECTOR", "FIGURE")
EVENT_TYPES: Final[tuple[EventType, ...]] = get_args(EventType)
TAGS: Final[tuple[str, ...]] = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))


def may_follow(tag: str, previous: str) -> bool:
    """True if ``tag`` is legal after ``previous``: I-X only after B-X or I-X."""
    return not tag.startswith("I-") or previous[2:] == tag[2:]


def spans_to_tags(spans: Sequence[Span], tokens: Sequence[tuple[int, int]]) -> list[str]:
    """BIO tags of ``tokens`` (character ranges, in order); a token belongs to the span it overlaps.

    A span that covers no token cannot be expressed and raises ValueError.
    """
    tags = ["O"] * len(tokens)
    for span in spans:
        covered = [i for i, (start, end) in enumerate(tokens) if start < span.end and end > span.start]
        if not covered:
            raise ValueError(f"span {span.label} [{span.start}, {span.end}) covers no token")
        for i in covered:
            tags[i] = ("B-" if i == covered[0] else "I-") + span.label
    return tags


def tags_to_spans(tags: Sequence[str], tokens: Sequence[tuple[int, int]]) -> list[Span]:
    """Spans of a BIO sequence over ``tokens`` (character ranges).

    The one rule for ill-formed tags: an I-X that may not follow its predecessor opens a span, as B-X does.
    """
    if len(tags) != len(tokens):
        raise ValueError(f"{len(tags)} tags for {len(tokens)} tokens")
    opens = [i for i, tag in enumerate(tags) if tag != "O" and _opens(tags, i)]
    spans = []
    for first, limit in pairwise([*opens, len(tags)]):
        last = first
        while last + 1 < limit and tags[last + 1] != "O":
            last += 1
        spans.append(Span(tokens[first][0], tokens[last][1], tags[first][2:]))
    return spans


def _opens(tags: Sequence[str], i: int) -> bool:
    return tags[i].startswith("B-") or not may_follow(tags[i], tags[i - 1] if i else "O")
