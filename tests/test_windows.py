import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rucoop.model.pieces import Pieces
from rucoop.model.windows import join, windows


def pieces(sentence_lengths: list[int], word: int = 1) -> Pieces:
    total = sum(sentence_lengths)
    starts = np.arange(total, dtype=np.int64)
    return Pieces(
        ids=starts, starts=starts, ends=starts + 1, word_start=starts % word == 0,
        sentence=np.repeat(np.arange(len(sentence_lengths)), sentence_lengths),
    )  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.integers(1, 60), max_size=12), st.integers(4, 40), st.integers(0, 39), st.integers(1, 6))
def test_windows_fit_and_speak_for_every_piece_once(lengths: list[int], size: int, overlap: int, word: int) -> None:
    given_pieces = pieces(lengths, word)
    spread = windows(given_pieces, size, min(overlap, size - 1))
    assert all(0 < w.end - w.start <= size for w in spread)
    assert all(w.start <= w.use_start <= w.use_end <= w.end for w in spread)
    assert [i for w in spread for i in range(w.use_start, w.use_end)] == list(range(sum(lengths)))


def test_windows_begin_at_sentences_where_they_can() -> None:
    given_pieces = pieces([10] * 10)
    for window in windows(given_pieces, 40, 10):
        assert window.start % 10 == 0
        assert window.use_start % 10 == 0


def test_no_word_is_cut() -> None:
    given_pieces = pieces([100], word=7)
    for window in windows(given_pieces, 30, 10):
        assert given_pieces.word_start[window.start]


def test_scores_come_back_in_order() -> None:
    given_pieces = pieces([9, 9, 9])
    spread = windows(given_pieces, 12, 4)
    parts = [np.arange(w.start, w.end, dtype=np.float32)[:, None] for w in spread]
    assert join(parts, spread)[:, 0].tolist() == list(range(27))


def test_an_overlap_as_large_as_the_window_is_refused() -> None:
    with pytest.raises(ValueError, match="overlap of 8 pieces"):
        windows(pieces([5]), 8, 8)
