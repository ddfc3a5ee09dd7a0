"""The facts block of an authored document: ``@partners``, ``@figure``, ``@agreement``, ``@event`` lines -> Facts."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final, Protocol

from rucoop.data.labels import EVENT_TYPES
from rucoop.data.periods import expand_period
from rucoop.data.records import AgreementFact, EventFact, Facts, FigureFact, Sentence, Span

COMPARATORS: Final = ("=", ">", ">=", "<", "<=", "~")
FIGURE_STATUSES: Final = ("fact", "plan", "target")
AGREEMENT_KINDS: Final = ("plan", "agreement", "memorandum", "protocol", "contract", "roadmap", "declaration", "other")
AGREEMENT_STATUSES: Final = ("signed", "in_force", "planned")


class ProblemSink(Protocol):
    def add(self, line: int, doc_id: str, message: str) -> None: ...


class FactLines:
    """Reads one document's facts block; what is wrong goes to ``problems``."""

    def __init__(self, doc_id: str, problems: ProblemSink) -> None:
        self.doc_id, self.problems = doc_id, problems
        self.partners: list[str] = []
        self.figures: list[FigureFact] = []
        self.agreements: list[AgreementFact] = []
        self.events: list[EventFact] = []

    def read(self, lines: Sequence[str], number: int, spans: Sequence[Span], sentences: Sequence[Sentence]) -> Facts:
        readers: dict[str, Callable[[str], None]] = {
            "@partners": self._partners, "@figure": self._figure, "@agreement": self._agreement, "@event": self._event,
        }  # fmt: skip
        for i, line in enumerate(lines, number):
            word, _, rest = line.strip().partition(" ")
            if not word:
                continue
            try:
                if word not in readers:
                    raise ValueError(f"{line!r}: expected one of {', '.join(readers)}")
                readers[word](rest)
            except (ValueError, InvalidOperation) as error:
                self.problems.add(i, self.doc_id, f"{line.strip()!r}: {error}")
        wanted = sum(span.label == "FIGURE" for span in spans)
        if len(self.figures) != wanted:
            self.problems.add(number, self.doc_id, f"{len(self.figures)} @figure lines for {wanted} FIGURE spans")
        return self._facts(spans, sentences)

    def _facts(self, spans: Sequence[Span], sentences: Sequence[Sentence]) -> Facts:
        named = {name for sentence in sentences for name in sentence.types}
        return Facts(
            partners=tuple(sorted(set(self.partners))),
            sectors=tuple(sorted({span.code for span in spans if span.code})),
            event_types=tuple(name for name in EVENT_TYPES if name in named),
            figures=tuple(self.figures),
            agreements=tuple(dict.fromkeys(self.agreements)),
            events=tuple(dict.fromkeys(self.events)),
        )

    def _partners(self, rest: str) -> None:
        self.partners += rest.replace(",", " ").split()

    def _figure(self, rest: str) -> None:
        metric, comparator, value, unit, status, period, partner = _cells(rest, 7)
        low, _, high = (value or "").partition("..")
        self.figures.append(
            FigureFact(
                metric or "other", _decimal(low), unit, _one_of(comparator or "=", COMPARATORS), _decimal(high),
                _one_of(status or "fact", FIGURE_STATUSES), period and expand_period(period), partner,
            )
        )  # fmt: skip

    def _agreement(self, rest: str) -> None:
        kind, title, status, period = _cells(rest, 4)
        self.agreements.append(
            AgreementFact(
                _one_of(kind or "", AGREEMENT_KINDS), title, _one_of(status or "", AGREEMENT_STATUSES),
                period and expand_period(period),
            )
        )  # fmt: skip

    def _event(self, rest: str) -> None:
        kind, sides, date = _cells(rest, 3)
        day = expand_period(date).split("/")[0] if date and len(date) == 10 else None
        codes = tuple(sorted(set((sides or "").replace(",", " ").split())))
        self.events.append(EventFact(_one_of(kind or "", EVENT_TYPES), codes, day))


def _cells(rest: str, number: int) -> list[str | None]:
    cells = [None if cell.strip() in {"", "-"} else cell.strip() for cell in rest.split("|")]
    if len(cells) != number:
        raise ValueError(f"expected {number} cells between |, got {len(cells)}")
    return cells


def _decimal(text: str) -> str | None:
    return f"{Decimal(text.replace(' ', '')):f}" if text.strip() else None


def _one_of(value: str, allowed: Sequence[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of {', '.join(allowed)}")
    return value
