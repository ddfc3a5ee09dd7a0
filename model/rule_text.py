"""A text as the rules see it: sentences, words with their offsets, and which lines are boilerplate."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from rucoop.data.records import Sentence
from rucoop.data.segment import sentences
from rucoop.model.morphology import analyzer, parses
from rucoop.model.spans import ScoredSpan

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'‑][^\W\d_]+)*")
_BOILERPLATE: Final = re.compile(
    r"\s*(?:Фото\b|Поделит|Подписат|Подпишит|Читайте|Комментари|Просмотр|Источник|Теги?\b|Следите|"
    r"Актуальное|Телефон|Тел\.|Контакты|E-mail|"
    r"Журнал\b|Газета\b|ИА\b|Портал\b|Все СМИ|photo\b|[\d\s|:+-]+$)",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word and where it stands; ``low`` is lower case with ``е`` for ``ё``."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True)
class RuleText:
    """A text with what several rules need, computed once."""

    text: str

    @cached_property
    def sentences(self) -> list[Sentence]:
        return sentences(self.text)

    @cached_property
    def words(self) -> list[list[Word]]:
        """The words of every sentence."""
        return [list(_words(self.text, s.start, s.end)) for s in self.sentences]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def covered(self, sentence: int) -> str:
        found = self.sentences[sentence]
        return self.text[found.start : found.end]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that an offset stands in, or of the last before it; 0 before the first."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def by_sentence(self, spans: Iterable[ScoredSpan]) -> list[list[ScoredSpan]]:
        """The spans of every sentence."""
        found: list[list[ScoredSpan]] = [[] for _ in self.sentences]
        for span in spans if self.sentences else ():
            found[self.sentence_at(span.start)].append(span)
        return found

    def is_boilerplate(self, sentence: int) -> bool:
        """True for share buttons, counters, captions and lists of media."""
        return _BOILERPLATE.match(self.covered(sentence)) is not None


def _words(text: str, start: int, end: int) -> Iterable[Word]:
    for match in _WORD.finditer(text, start, end):
        yield Word(match[0], match[0].lower().replace("ё", "е"), match.start(), match.end())


@lru_cache(maxsize=65536)
def grammemes(word: str) -> frozenset[str]:
    """All grammemes that any likely reading of a word has."""
    return frozenset(g for parse in parses(word)[:8] if parse.score > 0.01 for g in parse.tag.grammemes)


@lru_cache(maxsize=65536)
def part_of_speech(word: str) -> str | None:
    """The part of speech of a word's likeliest reading (OpenCorpora)."""
    return None if not parses(word) else parses(word)[0].tag.POS


@lru_cache(maxsize=65536)
def is_future(word: str) -> bool:
    """True for a form of a verb whose likeliest reading is the future tense."""
    return bool(parses(word)) and "futr" in parses(word)[0].tag.grammemes


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """True if the word is in the dictionary."""
    return bool(analyzer().word_is_known(word.lower()))
