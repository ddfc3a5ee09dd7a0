"""When an event happened: the day its sentence names, or the day of the occasion that the document tells of."""

import re
from typing import Final

from rucoop.data.labels import EventType
from rucoop.model.layout import Layout
from rucoop.model.when import When

_OCCASION: Final = frozenset({"meeting", "visit", "agreement", "forum"})
_TAIL: Final = re.compile(
    r"[\s*«\"—–-]*(?:напомн\w+|ранее\b|справк\w+|справочно|для\s+справки|тогда\b|до\s+этого|"
    r"до\s+сих\s+пор|прежде\b|кстати)",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(r"[\s*]*(?:справк\w+|справочно|для\s+справки|досье|контекст)", re.IGNORECASE)
_LIMIT: Final = re.compile(r"(?:\bдо|\bк|\bс|\bсо|\bот|\bпосле|\bначиная\s+с|\bпо)\s+$", re.IGNORECASE)
_RELATIVE: Final = re.compile(r"\bкотор[а-я]+\b")
_DATELINE: Final = 250  # a day this near the beginning is the day of the report


class EventTime:
    """Dates the sentences of one document."""

    def __init__(self, layout: Layout, when: When) -> None:
        self.layout, self.when = layout, when
        self._tails = self._find_tails()
        self.occasion = self._find_occasion()

    def of(self, kind: EventType, sentence: int, *, about_main: bool) -> tuple[str | None, int | None]:
        """ISO day and DATE span of an event told in a sentence; trade and projects are no matter of a day.

        Meetings, visits, signings and forums without a date of their own share the day of the occasion, unless they
        are background or told of another counterparty.
        """
        if kind not in _OCCASION and kind != "intent":
            return None, None
        own = self._own_day(sentence)
        if own is not None:
            return own
        dates = [d for d in self.layout.in_sentence(sentence, "DATE") if self._places(d)]
        if kind == "intent" or sentence in self._tails or not about_main or dates:
            return None, (dates[0] if dates and kind != "intent" else None)
        return self.occasion

    def _own_day(self, sentence: int) -> tuple[str, int] | None:
        for index in self.layout.in_sentence(sentence, "DATE"):
            found = self.when.resolved(index)
            limit = _LIMIT.search(self.layout.before(self.layout.spans[index]))
            if found is not None and found.start == found.end and not limit:
                return found.start.isoformat(), index
        return None

    def _places(self, index: int) -> bool:
        """True for a DATE that says when, in whatever measure: no rate, no validity of a document, no limit."""
        before = self.layout.before(self.layout.spans[index])
        covered = self.layout.covered(self.layout.spans[index])
        outside = (
            _RELATIVE.search(before)
            or re.search(r"\bна\s+$", before)
            or _LIMIT.search(before)
            or re.match(r"(?:на|за|с|до)\s", covered, re.IGNORECASE)
        )
        return not outside and not self.when.is_rate(index)

    def _find_occasion(self) -> tuple[str | None, int | None]:
        """The day of the report, if the text names it, else the first day of a meeting, signing or forum, else any.

        Looked at are the dateline and the sentences that tell of an occasion, background aside.
        """
        found = [
            (own, set(typed.types))
            for sentence, typed in enumerate(self.layout.sentences)
            if sentence not in self._tails and (_OCCASION & set(typed.types) or typed.start < _DATELINE)
            if (own := self._own_day(sentence)) is not None
        ]
        reported = self.when.published.isoformat() if self.when.published else None
        found.sort(key=lambda item: (item[0][0] != reported, not item[1] & _OCCASION - {"visit"}))
        return found[0][0] if found else (None, None)

    def _find_tails(self) -> set[int]:
        """Sentences of background: a paragraph from `Напомним` on, all after `Справка`."""
        tails, inside, to_the_end = set(), False, False
        for i, sentence in enumerate(self.layout.sentences):
            start = self.layout.sentences[i - 1].end if i else 0
            if "\n" in self.layout.text[start : sentence.start]:
                inside = False
            text = self.layout.sentence_text(i)
            inside = inside or _TAIL.match(text) is not None
            to_the_end = to_the_end or _REFERENCE.match(text) is not None
            if inside or to_the_end:
                tails.add(i)
        return tails
