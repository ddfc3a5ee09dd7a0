"""Annotated documents -> windows with tags and types -> padded batches."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from rucoop.data.labels import EVENT_TYPES, TAGS, spans_to_tags
from rucoop.data.records import Document
from rucoop.data.segment import sentences
from rucoop.model.inputs import special_ids, window_input
from rucoop.model.pieces import encode
from rucoop.model.windows import windows

IGNORED = -100  # the index that torch's cross entropy leaves out


class Example(TypedDict):
    """One window: input_ids [piece], tags [piece], pool [sentence, piece], types [sentence, type]; ``length`` in
    pieces. Types are -1 where the document has no annotated sentences."""

    input_ids: NDArray[np.int64]
    tags: NDArray[np.int64]
    pool: NDArray[np.float32]
    types: NDArray[np.float32]
    length: int


def examples(documents: Iterable[Document], tokenizer: Tokenizer, window: int, overlap: int) -> list[Example]:
    """All windows of all documents. Raises ValueError naming the document whose spans no piece can express."""
    return [example for document in documents for example in document_examples(document, tokenizer, window, overlap)]


def document_examples(document: Document, tokenizer: Tokenizer, window: int, overlap: int) -> list[Example]:
    """The windows of one document, in order."""
    found = list(document.sentences) or sentences(document.text)
    pieces = encode(tokenizer, document.text, found)
    try:
        names = spans_to_tags(document.spans, list(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)))
    except ValueError as error:
        raise ValueError(f"document {document.id}: {error}; check its offsets with rucoop-data validate") from None
    tags = np.array([TAGS.index(name) for name in names], dtype=np.int64)
    types = _types(document, len(found))
    special = special_ids(tokenizer)
    out: list[Example] = []
    for part in windows(pieces, window, overlap):
        given = window_input(pieces, part, special)
        inner = np.full(len(given.ids), IGNORED, dtype=np.int64)
        inner[1:-1] = tags[part.start : part.end]
        out.append(
            Example(
                input_ids=given.ids, tags=inner, pool=given.pool, types=types[given.sentences], length=len(given.ids)
            )
        )
    return out


def _types(document: Document, n_sentences: int) -> NDArray[np.float32]:
    """[sentence, type] 0/1, or -1 throughout where sentence types were not annotated."""
    if not any(sentence.types for sentence in document.sentences) and (document.meta or {}).get("types") == "none":
        return np.full((n_sentences, len(EVENT_TYPES)), -1.0, dtype=np.float32)
    types = np.zeros((n_sentences, len(EVENT_TYPES)), dtype=np.float32)
    for i, sentence in enumerate(document.sentences):
        for name in sentence.types:
            types[i, EVENT_TYPES.index(name)] = 1.0
    return types


class Collator:
    """Pads windows to the longest of the batch."""

    def __init__(self, pad: int) -> None:
        self.pad = pad

    def __call__(self, batch: Sequence[Example] | Sequence[Mapping[str, Any]]) -> dict[str, Tensor]:
        """-> input_ids, attention_mask, tags [window, piece]; pool [window, sentence, piece]; types [window, sentence,
        type]"""
        size, width = len(batch), max(len(e["input_ids"]) for e in batch)
        height = max(len(e["types"]) for e in batch)
        ids = torch.full((size, width), self.pad, dtype=torch.int64)
        mask = torch.zeros((size, width), dtype=torch.int64)
        tags = torch.full((size, width), IGNORED, dtype=torch.int64)
        pool = torch.zeros((size, height, width))
        types = torch.full((size, height, len(EVENT_TYPES)), -1.0)
        for i, e in enumerate(batch):
            n, s = len(e["input_ids"]), len(e["types"])
            ids[i, :n] = torch.from_numpy(np.asarray(e["input_ids"]))
            mask[i, :n] = 1
            tags[i, :n] = torch.from_numpy(np.asarray(e["tags"]))
            pool[i, :s, :n] = torch.from_numpy(np.asarray(e["pool"]))
            types[i, :s] = torch.from_numpy(np.asarray(e["types"]))
        return {"input_ids": ids, "attention_mask": mask, "tags": tags, "pool": pool, "types": types}


def pad_id(tokenizer: Tokenizer) -> int:
    """The padding piece of a tokenizer, whatever its name (``[PAD]`` or ``<pad>``); 0 where it has none."""
    return next((i for name in ("<pad>", "[PAD]") if (i := tokenizer.token_to_id(name)) is not None), 0)
