"""Span edges by the rules of annotation that a program can apply: paired quotation marks, no general nouns."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rucoop.model.spans import ScoredSpan

_PAIRS: Final = {"«": "»", "„": "“", "(": ")", "“": "”"}
_STRAY: Final = " \t\u00a0,;:!?–—-/|*•"
# Guidelines, rule 5: these stay outside when the rest of the span names the area.
_SECTOR_TAIL: Final = re.compile(
    r"\s+(?:сфер\w*|отрасл\w*|област\w*|сотрудничеств\w*|взаимодействи\w*|обмен\w*|связ(?:и|ей|ям|ями|ях)|направлени\w*)$",
    re.I,
)
_SECTOR_HEAD: Final = re.compile(
    r"^(?:(?:развити|поддержк|повышени|привлечени|создани|сохранени|расширени|увеличени|укреплени|реализаци|локализаци|"
    r"наращивани|углублени)\w*|сфер\w{1,2}|отрасл\w{1,3}|област\w{1,3})\s+",
    re.I,
)


def tidy(text: str, spans: Iterable[ScoredSpan]) -> Iterator[ScoredSpan]:
    """Spans with tidy edges, in order; a span of which nothing is left is dropped."""
    for span in spans:
        start, end = _trim(text, span.start, span.end)
        if span.label == "SECTOR":
            start, end = _area(text, start, end)
        if start < end:
            yield ScoredSpan(start, end, span.label, span.confidence)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Takes stray punctuation, and quotation marks and brackets without their partner, off both ends."""
    while start < end and ((text[start] in _STRAY and not _signed(text, start)) or _lone_open(text[start:end])):
        start += 1
    while start < end and (text[end - 1] in _STRAY or _lone_close(text[start:end])):
        end -= 1
    return start, end


def _signed(text: str, start: int) -> bool:
    """True at a sign that touches its digits (``-5%``)."""
    return text[start] in "-–—" and start + 1 < len(text) and text[start + 1].isdigit()


def _lone_open(covered: str) -> bool:
    first = covered[0]
    if first == '"':
        return covered.count('"') % 2 == 1
    if first == "“" and "”" not in covered:
        return True
    return first in "»”)" or (first in _PAIRS and covered.count(first) > covered.count(_PAIRS[first]))


def _lone_close(covered: str) -> bool:
    last = covered[-1]
    if last == '"':
        return covered.count('"') % 2 == 1
    if last == "“":
        return covered.count("„") < covered.count("“")
    return (
        any(last == close and covered.count(opening) < covered.count(close) for opening, close in _PAIRS.items())
        or last in "«„("
    )


def _area(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest phrase that names the area: without general nouns behind it and process nouns before it."""
    if tail := _SECTOR_TAIL.search(text[start:end]):
        end = start + tail.start()
    if head := _SECTOR_HEAD.match(text[start:end]):
        start += head.end()
    return start, end
