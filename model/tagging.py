"""Text -> pieces -> windows -> scores -> spans and sentence types, on any runtime."""

from collections import deque
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rucoop.data.labels import EVENT_TYPES
from rucoop.data.records import Sentence
from rucoop.data.segment import sentences
from rucoop.model.decode import best_path, log_softmax, spans_of
from rucoop.model.edges import tidy
from rucoop.model.inputs import WindowInput, special_ids, window_input
from rucoop.model.pieces import Pieces, encode
from rucoop.model.spans import ONLY_TOGETHER, ScoredSentence, ScoredSpan
from rucoop.model.store import TaggerConfig
from rucoop.model.windows import Window, join, windows

Tags = tuple[list[ScoredSpan], list[ScoredSentence]]
Ready = tuple[str, list[Sentence], Pieces, list[Window], list[WindowInput]]
Scores = tuple[NDArray[np.float32], NDArray[np.float32]]


class RunsWindows(Protocol):
    """A runtime: scores of windows, in order (shapes: ``runtime.Runtime.run``)."""

    def run(self, windows: Sequence[tuple[NDArray[np.int64], NDArray[np.float32]]]) -> list[Scores]: ...


class Tagging:
    """Text -> spans and typed sentences, on any runtime. Nothing is cut, however long the text."""

    def __init__(self, config: TaggerConfig, tokenizer: Tokenizer, runtime: RunsWindows) -> None:
        self.config, self.tokenizer, self._runtime = config, tokenizer, runtime
        self._special = special_ids(tokenizer)

    def tag(self, text: str) -> Tags:
        """Spans and typed sentences of one text."""
        return self.tag_many([text])[0]

    def tag_many(self, texts: list[str]) -> list[Tags]:
        """Spans and typed sentences of several texts, each as if it stood alone."""
        ready = [self._prepare(text) for text in texts]
        scores = deque(self._runtime.run([(w.ids, w.pool) for item in ready for w in item[4]]))
        return [self._decode(item, [scores.popleft() for _ in item[4]]) for item in ready]

    def _prepare(self, text: str) -> Ready:
        found = sentences(text)
        pieces = encode(self.tokenizer, text, found)
        spread = windows(pieces, self.config.window, self.config.overlap)
        return text, found, pieces, spread, [window_input(pieces, w, self._special) for w in spread]

    def _decode(self, item: Ready, scores: list[Scores]) -> Tags:
        text, found, pieces, spread, inputs = item
        if not len(pieces):
            return [], [ScoredSentence(s.start, s.end, {}) for s in found]
        config = self.config
        log_probs = log_softmax(join([tags[1:-1] for tags, _ in scores], spread), config.temperature)
        spans = list(tidy(text, spans_of(best_path(log_probs, pieces, config.split_cost), log_probs, pieces)))
        probs = sentence_probs([types for _, types in scores], inputs, spread, pieces, len(found))
        if float(probs.max(initial=0.0)) < config.cooperation:
            spans = [span for span in spans if span.label not in ONLY_TOGETHER]
            probs = np.zeros_like(probs)
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
