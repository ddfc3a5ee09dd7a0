"""The marked-up document as assembly sees it: spans in order, sentences with their types, and who stands where."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rucoop.model.schema import LabelledMention, Mention
from rucoop.model.spans import ScoredSentence, ScoredSpan

# What stands farther off says nothing about a span, and sentences without end must not cost time without end.
NEAR: Final = 1000


@dataclass(frozen=True)
class Layout:
    """A text, its spans and its sentences, both sorted by start.

    Spans are looked up by position in ``spans``; a span belongs to the last sentence that starts at or before it.
    """

    text: str
    spans: tuple[ScoredSpan, ...]
    sentences: tuple[ScoredSentence, ...]

    @classmethod
    def of(cls, text: str, spans: Sequence[ScoredSpan], sentences: Sequence[ScoredSentence]) -> "Layout":
        """Sorts, and refuses (ValueError) a span or sentence that is not a stretch of the text."""
        ranges = [(span.start, span.end, span.label) for span in spans]
        ranges += [(sentence.start, sentence.end, "sentence") for sentence in sentences]
        for start, end, name in ranges:
            if not 0 <= start < end <= len(text):
                raise ValueError(f"{name} [{start}, {end}) is not a stretch of a text of {len(text)} characters")
        return cls(text, tuple(sorted(spans)), tuple(sorted(sentences, key=lambda s: s.start)))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _by_sentence(self) -> dict[int, list[int]]:
        table: dict[int, list[int]] = {}
        for i, span in enumerate(self.spans):
            table.setdefault(self.sentence_index(span.start), []).append(i)
        return table

    def covered(self, span: ScoredSpan) -> str:
        return self.text[span.start : span.end]

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence an offset belongs to; 0 before the first."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_text(self, index: int) -> str:
        return self.text[self.sentences[index].start : self.sentences[index].end] if self.sentences else self.text

    def of_label(self, *labels: str) -> list[int]:
        """Indices of the spans with one of ``labels``, in text order."""
        return [i for i, span in enumerate(self.spans) if span.label in labels]

    def in_sentence(self, index: int, *labels: str) -> list[int]:
        """Indices of the spans of a sentence, in text order; of ``labels`` only, where given."""
        found = self._by_sentence.get(index, [])
        return [i for i in found if not labels or self.spans[i].label in labels]

    def before(self, span: ScoredSpan) -> str:
        """The part of the span's sentence before it; at most ``NEAR`` characters."""
        return self.text[max(self._bounds(span)[0], span.start - NEAR) : span.start]

    def after(self, span: ScoredSpan) -> str:
        """The part of the span's sentence after it; at most ``NEAR`` characters."""
        return self.text[span.end : max(span.end, min(self._bounds(span)[1], span.end + NEAR))]

    def gap(self, left: int, right: int) -> str:
        """The text between two spans, given by index."""
        return self.text[self.spans[left].end : self.spans[right].start]

    def mention(self, index: int) -> Mention:
        span = self.spans[index]
        confidence = round(span.confidence, 3)
        return Mention(start=span.start, end=span.end, text=self.covered(span), confidence=confidence)

    def labelled(self) -> Iterator[LabelledMention]:
        """All spans as the record lists them."""
        for i, span in enumerate(self.spans):
            yield LabelledMention(**self.mention(i).model_dump(), label=span.label)  # type: ignore[arg-type]

    def _bounds(self, span: ScoredSpan) -> tuple[int, int]:
        if not self.sentences:
            return 0, len(self.text)
        sentence = self.sentences[self.sentence_index(span.start)]
        return min(sentence.start, span.start), sentence.end
