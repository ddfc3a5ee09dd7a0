"""The only place where all steps meet: text -> pieces -> windows -> scores -> spans -> record."""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rucoop.data.labels import EVENT_TYPES
from rucoop.data.records import Document, Sentence
from rucoop.data.segment import sentences
from rucoop.model.assemble import assemble
from rucoop.model.decode import best_path, log_softmax, spans_of
from rucoop.model.inputs import WindowInput, special_ids, window_input
from rucoop.model.pieces import Pieces, encode
from rucoop.model.runtime import Runtime, Scores
from rucoop.model.schema import Coder, Record
from rucoop.model.spans import ScoredSentence, ScoredSpan
from rucoop.model.store import Weights, load_weights
from rucoop.model.version import VERSION
from rucoop.model.windows import Window, join, windows

SHIPPED = Path(__file__).parent / "weights" / "base"
Tags = tuple[list[ScoredSpan], list[ScoredSentence]]
Ready = tuple[list[Sentence], Pieces, list[Window], list[WindowInput]]


class Extractor:
    """Reads articles into records with a model. Safe to call from several threads."""

    def __init__(self, weights: Weights, *, threads: int | None = None, precision: str | None = None) -> None:
        """``threads`` and ``precision`` as in ``runtime.Runtime``."""
        self.weights = weights
        self._runtime = Runtime(weights, threads=threads, precision=precision)
        self._special = special_ids(weights.tokenizer)
        self._coder = Coder(name="rucoop", version=VERSION, engine="model", weights=f"sha256:{weights.digest[:12]}")

    @classmethod
    def from_pretrained(
        cls, path: str | Path | None = None, *, threads: int | None = None, precision: str | None = None
    ) -> "Extractor":
        """The extractor of a weights folder (None: the one shipped with the package)."""
        return cls(load_weights(SHIPPED if path is None else path), threads=threads, precision=precision)

    def extract(
        self, text: str, *, doc_id: str | None = None, published: str | None = None, url: str | None = None,
        home: str | None = None,
    ) -> Record:  # fmt: skip
        """The record of one article.

        text: the article, of any length; doc_id, url: passed through; published: ISO date against which ``yesterday`` is
        resolved; home: code of the home side (``RU-TA``). Raises TypeError if text is no string, ValueError on a bad date.
        """
        return next(self.extract_many([Document(text, doc_id or "", published=published, url=url, home=home)]))

    def extract_many(self, documents: Iterable[str | Document], *, batch_size: int = 16) -> Iterator[Record]:
        """Records of articles in input order; at most ``batch_size`` documents are held at a time.

        A record does not depend on its neighbours. A bad item raises an error that names its position.
        """
        if batch_size < 1:
            raise ValueError(f"batch_size={batch_size}: expected at least 1")
        source = enumerate(documents)
        while batch := [as_document(item, position) for position, item in islice(source, batch_size)]:
            for document, (spans, typed) in zip(batch, self.tag_many([d.text for d in batch]), strict=True):
                yield assemble(document, spans, typed, coder=self._coder, source="model")

    def tag(self, text: str) -> Tags:
        """Spans and typed sentences of one text."""
        return self.tag_many([text])[0]

    def tag_many(self, texts: list[str]) -> list[Tags]:
        """Spans and typed sentences of several texts, each as if it stood alone."""
        ready = [self._prepare(text) for text in texts]
        scores = deque(self._runtime.run([(w.ids, w.pool) for item in ready for w in item[3]]))
        return [self._decode(item, [scores.popleft() for _ in item[3]]) for item in ready]

    def _prepare(self, text: str) -> Ready:
        found = sentences(text)
        pieces = encode(self.weights.tokenizer, text, found)
        spread = windows(pieces, self.weights.config.window, self.weights.config.overlap)
        return found, pieces, spread, [window_input(pieces, w, self._special) for w in spread]

    def _decode(self, item: Ready, scores: list[Scores]) -> Tags:
        found, pieces, spread, inputs = item
        if not len(pieces):
            return [], [ScoredSentence(s.start, s.end, {}) for s in found]
        config = self.weights.config
        log_probs = log_softmax(join([tags[1:-1] for tags, _ in scores], spread), config.temperature)
        spans = spans_of(best_path(log_probs, pieces.sentence), log_probs, pieces)
        probs = sentence_probs([types for _, types in scores], inputs, spread, pieces, len(found))
        limits = [config.type_thresholds.get(name, 0.5) for name in EVENT_TYPES]
        return spans, [
            ScoredSentence(
                s.start, s.end,
                {n: round(float(p), 3) for n, p, limit in zip(EVENT_TYPES, row, limits, strict=True) if p >= limit},
            )
            for s, row in zip(found, probs, strict=True)
        ]  # fmt: skip


def sentence_probs(
    scores: list[NDArray[np.float32]], inputs: list[WindowInput], spread: list[Window], pieces: Pieces, n_sentences: int
) -> NDArray[np.float32]:
    """Type probabilities [sentence, type]: each sentence is judged in the window that speaks for most of its pieces."""
    logits = np.full((n_sentences, len(EVENT_TYPES)), -np.inf, dtype=np.float32)
    best = np.zeros(n_sentences, dtype=np.int64)
    for part, given, window in zip(scores, inputs, spread, strict=True):
        used = np.bincount(pieces.sentence[window.use_start : window.use_end], minlength=n_sentences)[given.sentences]
        take = used > best[given.sentences]
        logits[given.sentences[take]] = part[take]
        best[given.sentences[take]] = used[take]
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -60, 60))), dtype=np.float32)


def as_document(item: str | Document, position: int) -> Document:
    """A Document for an item of an iterable; TypeError that names the position for anything else."""
    document = Document(item) if isinstance(item, str) else item
    if not isinstance(document, Document) or not isinstance(document.text, str):
        raise TypeError(f"item {position}: expected a string or a Document with a text, got {type(item).__name__}")
    return document


_lock = threading.Lock()


def extract(text: str, **known: str | None) -> Record:
    """The record of one article with the shipped weights, which are loaded once; arguments as ``Extractor.extract``."""
    with _lock:
        extractor = _shipped()
    return extractor.extract(text, **known)  # type: ignore[arg-type]


@cache
def _shipped() -> Extractor:
    return Extractor.from_pretrained()
