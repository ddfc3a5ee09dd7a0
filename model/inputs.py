"""A window of pieces -> what the network reads. The same code serves training and extraction."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rucoop.model.pieces import Pieces
from rucoop.model.windows import Window


@dataclass(frozen=True, slots=True)
class WindowInput:
    """ids: [piece] int64 with a special piece at both ends; pool: [sentence, piece] float32, rows sum to one;
    sentences: [sentence] int64, which sentences of the document the rows stand for."""

    ids: NDArray[np.int64]
    pool: NDArray[np.float32]
    sentences: NDArray[np.int64]


def special_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """Ids of the pieces that open and close a text (``[CLS]`` and ``[SEP]``, ``<s>`` and ``</s>``)."""
    ids = tokenizer.encode("", add_special_tokens=True).ids
    if len(ids) != 2:
        raise ValueError(
            f"the tokenizer puts {len(ids)} special pieces around a text, expected 2 (an opening and a closing one)"
        )
    return ids[0], ids[1]


def window_input(pieces: Pieces, window: Window, special: tuple[int, int]) -> WindowInput:
    """The input for one window of a document."""
    ids = np.concatenate([[special[0]], pieces.ids[window.start : window.end], [special[1]]]).astype(np.int64)
    owner = pieces.sentence[window.start : window.end]
    present, row = np.unique(owner, return_inverse=True)
    pool = np.zeros((len(present), len(ids)), dtype=np.float32)
    pool[row, np.arange(1, len(owner) + 1)] = 1.0
    pool /= pool.sum(axis=1, keepdims=True)
    return WindowInput(ids, pool, present)
