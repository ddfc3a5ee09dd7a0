"""Text -> word pieces with character offsets that are fit for span edges."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rucoop.data.records import Sentence

_SPACES: Final = np.array([c for c in range(0x3001) if chr(c).isspace()], dtype=np.uint32)
_SURROGATES: Final = (0xD800, 0xDFFF)
_REPLACEMENT: Final = 0xFFFD


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one text, in order.

    ids: [piece] int64; starts, ends: [piece] int64 code point offsets, never empty, without outer spaces;
    word_start: [piece] bool, True where a cut before the piece splits no word; sentence: [piece] int64,
    index of the sentence the piece starts in.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    word_start: NDArray[np.bool_]
    sentence: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def encode(tokenizer: Tokenizer, text: str, sentences: list[Sentence]) -> Pieces:
    """Pieces of ``text`` of any length. The tokenizer must neither truncate nor pad."""
    points = code_points(text)
    encoding = tokenizer.encode(_clean(text, points), add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = _trim(offsets[:, 0].copy(), offsets[:, 1].copy(), np.isin(points, _SPACES))
    keep = starts < ends
    ids = np.array(encoding.ids, dtype=np.int64)[keep]
    starts, ends = starts[keep], ends[keep]
    bounds = np.array([s.start for s in sentences], dtype=np.int64)
    owner = np.maximum(np.searchsorted(bounds, starts, side="right") - 1, 0)
    return Pieces(ids, starts, ends, _word_starts(points, starts), owner)


def code_points(text: str) -> NDArray[np.uint32]:
    """[character] uint32 code points; lone surrogates are kept as they are."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _clean(text: str, points: NDArray[np.uint32]) -> str:
    """The text with lone surrogates, which no tokenizer takes, replaced one for one."""
    lone = (points >= _SURROGATES[0]) & (points <= _SURROGATES[1])
    if not lone.any():
        return text
    return np.where(lone, _REPLACEMENT, points).astype(np.uint32).tobytes().decode("utf-32-le")


def _trim(
    starts: NDArray[np.int64], ends: NDArray[np.int64], space: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Takes spaces off both ends: a word-initial piece of a SentencePiece vocabulary covers the space before it."""
    if not len(starts):
        return starts, ends
    while (step := (starts < ends) & space[np.minimum(starts, len(space) - 1)]).any():
        starts += step
    while (step := (starts < ends) & space[ends - 1]).any():
        ends -= step
    return starts, ends


def _word_starts(points: NDArray[np.uint32], starts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """True where the character before the piece or its own first character is no letter or digit."""
    if not len(starts):
        return np.zeros(0, dtype=np.bool_)
    here = _alphanumeric(points[starts])
    before = np.where(starts > 0, _alphanumeric(points[starts - 1]), False)
    return ~(here & before)


def _alphanumeric(points: NDArray[np.uint32]) -> NDArray[np.bool_]:
    unique, inverse = np.unique(points, return_inverse=True)
    known = np.array([chr(c).isalnum() for c in unique.tolist()], dtype=np.bool_)
    return known[inverse]
