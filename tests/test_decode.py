import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucoop.data.labels import TAGS, may_follow
from rucoop.model.decode import best_path, log_softmax, spans_of
from rucoop.model.pieces import Pieces

FEW = [TAGS.index(t) for t in ("O", "B-PARTNER", "I-PARTNER", "B-DATE", "I-DATE")]


def logits(seed: int, length: int) -> np.ndarray:
    scores = np.full((length, len(TAGS)), -50.0, dtype=np.float32)
    scores[:, FEW] = np.random.default_rng(seed).normal(size=(length, len(FEW)))
    return scores


def pieces_of(length: int, sentence: list[int] | None = None, word_start: list[bool] | None = None) -> Pieces:
    starts = np.arange(length, dtype=np.int64)
    return Pieces(
        starts, starts, starts + 1, np.array(word_start or [True] * length), np.array(sentence or [0] * length)
    )  # fmt: skip


def legal(path: tuple[int, ...]) -> bool:
    return all(may_follow(TAGS[t], TAGS[p]) for p, t in itertools.pairwise((0, *path)))


@given(st.integers(0, 10_000), st.integers(1, 5))
def test_the_path_is_the_likeliest_legal_one(seed: int, length: int) -> None:
    scores = log_softmax(logits(seed, length))
    path = tuple(best_path(scores, pieces_of(length)).tolist())
    best = max(
        (p for p in itertools.product(FEW, repeat=length) if legal(p)), key=lambda p: scores[range(length), p].sum()
    )
    assert legal(path)
    assert scores[range(length), path].sum() == pytest.approx(scores[range(length), best].sum(), abs=1e-5)


@given(st.integers(0, 10_000), st.integers(1, 5), st.lists(st.booleans(), min_size=5, max_size=5))
def test_a_span_edge_inside_a_word_costs(seed: int, length: int, starts: list[bool]) -> None:
    scores, cost = log_softmax(logits(seed, length)), 1.5
    starts = [True, *starts[1:length]]

    def value(path: tuple[int, ...]) -> float:
        steps = zip(itertools.pairwise((0, *path)), starts, strict=True)
        edges = sum(not start and not (TAGS[t].startswith("I-") or (p == t == 0)) for (p, t), start in steps)
        return float(scores[range(length), path].sum()) - cost * edges

    path = tuple(best_path(scores, pieces_of(length, None, starts), cost).tolist())
    assert legal(path)
    best = max(value(p) for p in itertools.product(FEW, repeat=length) if legal(p))
    assert value(path) == pytest.approx(best, abs=1e-4)


def test_no_span_crosses_a_sentence() -> None:
    scores = logits(0, 4)
    scores[:] = -9
    scores[range(4), [TAGS.index("B-DATE")] + [TAGS.index("I-DATE")] * 3] = 9
    path = best_path(log_softmax(scores), pieces_of(4, [0, 0, 1, 1]))
    assert [TAGS[t] for t in path] == ["B-DATE", "I-DATE", "B-DATE", "I-DATE"]


def test_spans_have_offsets_of_pieces_and_a_confidence() -> None:
    starts = np.array([0, 4, 9, 15])
    pieces = Pieces(starts, starts, starts + 3, np.ones(4, dtype=np.bool_), np.zeros(4, dtype=np.int64))
    path = np.array([TAGS.index(t) for t in ("B-DATE", "I-DATE", "O", "B-PERSON")])
    scores = np.full((4, len(TAGS)), -3.0, dtype=np.float32)
    scores[range(4), path] = 3.0
    spans = spans_of(path, log_softmax(scores), pieces)
    assert [(s.start, s.end, s.label) for s in spans] == [(0, 7, "DATE"), (15, 18, "PERSON")]
    assert all(0.9 < s.confidence <= 1 for s in spans)


def test_temperature_lowers_confidence_and_changes_no_order() -> None:
    scores = logits(3, 4)
    hot, cold = log_softmax(scores, 4.0), log_softmax(scores)
    assert (hot.argmax(1) == cold.argmax(1)).all()
    assert hot.max() < cold.max()
