"""Pieces -> overlapping windows that a model of limited length can read, and scores back to pieces.

Windows begin and end between sentences where they can, and between words otherwise; every piece is in at least
one window, and takes its scores from the window in which it stands farthest from an inner edge.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rucoop.model.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of pieces [start, end) that is read at once, and the part [use_start, use_end) it speaks for."""

    start: int
    end: int
    use_start: int
    use_end: int


def windows(pieces: Pieces, size: int, overlap: int) -> list[Window]:
    """Windows of at most ``size`` pieces; neighbours share about ``overlap`` pieces (none are shared if 0)."""
    if not 0 <= overlap < size:
        raise ValueError(f"overlap of {overlap} pieces must be at least 0 and less than the window size {size}")
    ranges = _ranges(pieces, size, overlap)
    cuts = [0, *((nxt[0] + this[1]) // 2 for this, nxt in pairwise(ranges)), len(pieces)]
    cuts[1:-1] = [
        _snap(pieces, cut, nxt[0], this[1]) for cut, (this, nxt) in zip(cuts[1:-1], pairwise(ranges), strict=True)
    ]
    return [Window(start, end, cuts[i], cuts[i + 1]) for i, (start, end) in enumerate(ranges)]


def _ranges(pieces: Pieces, size: int, overlap: int) -> list[tuple[int, int]]:
    total, ranges, start = len(pieces), [], 0
    new_sentence = np.ones(total, dtype=np.bool_)
    new_sentence[1:] = pieces.sentence[1:] != pieces.sentence[:-1]
    while start < total:
        end = total if total - start <= size else _cut(new_sentence, pieces.word_start, start + size // 2, start + size)
        ranges.append((start, end))
        if end == total:
            break
        start = _cut_after(new_sentence, pieces.word_start, max(end - overlap, start + 1), end)
    return ranges


def _cut(sentence: NDArray[np.bool_], word: NDArray[np.bool_], low: int, high: int) -> int:
    """The last sentence start in (low, high], else the last word start, else ``high`` (a word longer than a window)."""
    for starts in (sentence, word):
        found = np.flatnonzero(starts[low + 1 : high + 1])
        if len(found):
            return low + 1 + int(found[-1])
    return high


def _cut_after(sentence: NDArray[np.bool_], word: NDArray[np.bool_], low: int, high: int) -> int:
    """The first sentence start in [low, high), else the first word start, else ``low``."""
    for starts in (sentence, word):
        found = np.flatnonzero(starts[low:high])
        if len(found):
            return low + int(found[0])
    return low if low < high else high


def _snap(pieces: Pieces, cut: int, low: int, high: int) -> int:
    """The sentence start in [low, high] nearest to ``cut``, so that one window speaks for a whole sentence."""
    if low >= high:
        return cut
    sentence = pieces.sentence[low : high + 1]
    found = low + 1 + np.flatnonzero(sentence[1:] != sentence[:-1])
    candidates = [int(i) for i in found]
    if low == 0 or pieces.sentence[low] != pieces.sentence[low - 1]:
        candidates.append(low)
    return min(candidates, key=lambda i: abs(i - cut)) if candidates else cut


def join(parts: Sequence[NDArray[np.float32]], spread: Sequence[Window]) -> NDArray[np.float32]:
    """Scores per window, each [window piece, tag] -> [piece, tag] of the whole text."""
    used = [part[w.use_start - w.start : w.use_end - w.start] for part, w in zip(parts, spread, strict=True)]
    return np.concatenate(used) if used else np.zeros((0, 0), dtype=np.float32)
