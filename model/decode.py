"""Tag scores -> the best legal tag path -> spans with a confidence."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rucoop.data.labels import LABELS, TAGS
from rucoop.model.pieces import Pieces
from rucoop.model.spans import ScoredSpan

_BEGIN = np.array([TAGS.index(f"B-{label}") for label in LABELS])
_INSIDE = np.array([TAGS.index(f"I-{label}") for label in LABELS])
_LABEL_OF = np.array([-1 if tag == "O" else LABELS.index(tag[2:]) for tag in TAGS])
_IS_INSIDE = np.array([tag.startswith("I-") for tag in TAGS])
_IS_BEGIN = np.array([tag.startswith("B-") for tag in TAGS])


def log_softmax(logits: NDArray[np.float32], temperature: float = 1.0) -> NDArray[np.float32]:
    """[..., tag] logits -> log-probabilities; ``temperature`` above 1 makes them less sure."""
    scaled = logits / np.float32(temperature)
    scaled = scaled - scaled.max(axis=-1, keepdims=True)
    return np.asarray(scaled - np.log(np.exp(scaled).sum(axis=-1, keepdims=True)), dtype=np.float32)


def best_path(log_probs: NDArray[np.float32], pieces: Pieces, split_cost: float = 0.0) -> NDArray[np.int64]:
    """[piece, tag] -> [piece] tags of the likeliest path in which I-X follows only B-X or I-X of its sentence.

    ``split_cost``: what it costs, in log-probability, to begin or end a span inside a word; pages have run-together
    words, so it is possible, but rare. Where the best tags are legal and split no word they are the best path;
    Viterbi search (Viterbi 1967) runs only over sentences where they are not.
    """
    path: NDArray[np.int64] = log_probs.argmax(axis=1)
    for index in np.unique(pieces.sentence[_doubtful(path, pieces, split_cost)]).tolist():
        low, high = np.searchsorted(pieces.sentence, [index, index + 1]).tolist()
        path[low:high] = _viterbi(log_probs[low:high], np.where(pieces.word_start[low:high], 0.0, split_cost))
    return path


def _doubtful(path: NDArray[np.int64], pieces: Pieces, split_cost: float) -> NDArray[np.bool_]:
    """True at steps of the path that are illegal or cost something."""
    previous = np.concatenate([[0], path[:-1]])
    previous[np.concatenate([[True], pieces.sentence[1:] != pieces.sentence[:-1]])[: len(path)]] = 0
    illegal: NDArray[np.bool_] = _IS_INSIDE[path] & (_LABEL_OF[path] != _LABEL_OF[previous])
    if not split_cost:
        return illegal
    goes_on = _IS_INSIDE[path] | ((path == 0) & (previous == 0))
    return np.asarray(illegal | (~pieces.word_start & ~goes_on))


def _viterbi(log_probs: NDArray[np.float32], costs: NDArray[np.float64]) -> NDArray[np.int64]:
    """[piece, tag], [piece] cost of a span edge before the piece -> [piece]."""
    length = len(log_probs)
    back = np.zeros(log_probs.shape, dtype=np.int64)
    score = log_probs[0].astype(np.float64)
    score[_INSIDE] = -np.inf
    for i in range(1, length):
        best = int(score.argmax())
        came = np.full(len(TAGS), score[best] - costs[i])
        back[i] = best
        if score[0] >= came[0]:  # outside stays outside: no edge, no cost
            came[0], back[i][0] = score[0], 0
        from_begin = score[_BEGIN] >= score[_INSIDE]
        back[i][_INSIDE] = np.where(from_begin, _BEGIN, _INSIDE)
        came[_INSIDE] = np.maximum(score[_BEGIN], score[_INSIDE])
        score = came + log_probs[i]
    path = np.zeros(length, dtype=np.int64)
    path[-1] = score.argmax()
    for i in range(length - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def spans_of(path: NDArray[np.int64], log_probs: NDArray[np.float32], pieces: Pieces) -> list[ScoredSpan]:
    """The spans of a legal path, in order. Confidence: the smallest probability of a tag inside the span, or
    of the span ending where it does."""
    begins = np.flatnonzero(_IS_BEGIN[path])
    breaks = np.flatnonzero(~_IS_INSIDE[path])
    spans = []
    for begin in begins.tolist():
        at = int(np.searchsorted(breaks, begin, side="right"))
        end = int(breaks[at]) if at < len(breaks) else len(path)
        label = int(_LABEL_OF[path[begin]])
        sure = _confidence(log_probs, path, begin, end, label)
        spans.append(ScoredSpan(int(pieces.starts[begin]), int(pieces.ends[end - 1]), LABELS[label], sure))
    return _disjoint(spans)


def _confidence(log_probs: NDArray[np.float32], path: NDArray[np.int64], begin: int, end: int, label: int) -> float:
    inside = float(log_probs[np.arange(begin, end), path[begin:end]].min())
    ends = 1.0 - float(np.exp(log_probs[end, _INSIDE[label]])) if end < len(path) else 1.0
    return round(min(1.0, max(0.0, min(float(np.exp(inside)), ends))), 3)


def _disjoint(spans: Sequence[ScoredSpan]) -> list[ScoredSpan]:
    """Spans without overlaps: where several pieces share one character (``…``), the earlier span keeps it."""
    kept: list[ScoredSpan] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
