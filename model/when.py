"""DATE spans by what they do: periods of figures, validity of agreements, days of events."""

import calendar
import re
from datetime import date
from typing import Final

from rucoop.model import dates
from rucoop.model.clauses import distance
from rucoop.model.layout import Layout
from rucoop.model.schema import Granularity, Period, RecordWarning

_COMPARED: Final = re.compile(
    r"(?:\bчем|по\s+сравнению\s+с|в\s+сравнении\s+с|относительно|против|по\s+отношению\s+к|сравнив\w+\s+с|сравнить\s+с|\b(?:выше|ниже|больше|меньше)|\bуровн\w+|\bпоказател\w+|"
    r"(?:%|процент\w*|\bраза?|\bрост\w{0,2}|\bплюс|\bминус|\d\)?)\s+к)(?:\s+(?:в|во|за))?\s*$",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(r"\b(?:с|со|основан\w*\s+в)\s+$", re.IGNORECASE)
_ROLLING: Final = re.compile(
    r"(?:последн|ближайш|предстоящ|минувш|прошедш)\w*\s+(?:\w+\s+){0,2}(?:лет|года|год|месяц\w*|недел\w+)$|^за\s+\w+\s+(?:года|лет)$",
    re.IGNORECASE,
)
_SEASON: Final = re.compile(r"\b(?:весн|лет(?:о|а|у|ом)\b|осен)", re.IGNORECASE)
_FOR: Final = re.compile(r"\bна\s+$", re.IGNORECASE)
_MODERN: Final = 1985  # what was counted before it is history
_PARTED: Final = re.compile(r"[;—–,]|\sи\s")
_FAR: Final = 180
_BEHIND: Final = 30  # a date behind the figure counts as so many characters further off


class When:
    """The DATE spans of a document, read once each against its publication date."""

    def __init__(self, layout: Layout, published: date | None) -> None:
        self.layout, self.published = layout, published
        self.warnings: dict[int, RecordWarning] = {}
        self._dates = layout.of_label("DATE")
        self._read: dict[int, dates.Period | None] = {}
        self._read_all()

    def _read_all(self) -> None:
        anchor: dates.Period | None = None
        for index in self._dates:
            covered = self.layout.covered(self.layout.spans[index])
            found = dates.read_date(covered, published=self.published, anchor=anchor)
            self._read[index] = found
            anchor = found or anchor

    def resolved(self, index: int) -> dates.Period | None:
        """The period of DATE span ``index``, if it can be known."""
        return self._read[index]

    def item(self, index: int) -> Period:
        """The record's period for a DATE span; one that cannot be placed in time leaves a warning."""
        span = self.layout.spans[index]
        text, found = self.layout.covered(span), self._read[index]
        if found is None:
            message = f"{text!r} cannot be placed in time" + ("" if self.published else " without a publication date")
            self.warnings[index] = RecordWarning(
                code="unresolved_date", message=message, start=span.start, end=span.end
            )
            return Period(text=text, start=None, end=None, granularity=None)
        return Period(
            text=text, start=found.start.isoformat(), end=found.end.isoformat(), granularity=granularity(found)
        )

    def figure_item(self, index: int) -> Period:
        """The record's period for a figure: as ``item``, but a season stands for its year."""
        period, found = self.item(index), self._read[index]
        if found is None or not _SEASON.search(self.layout.covered(self.layout.spans[index])):
            return period
        first, last = date(found.start.year, 1, 1), date(found.start.year, 12, 31)
        return period.model_copy(update={"start": first.isoformat(), "end": last.isoformat(), "granularity": "year"})

    def is_rate(self, index: int) -> bool:
        """True for ``в год``, ``ежегодно``."""
        return dates.is_rate(self.layout.covered(self.layout.spans[index]))

    def is_compared(self, index: int) -> bool:
        """True where the date only names what a value is compared with: ``больше, чем в 2015 году``."""
        return _COMPARED.search(self.layout.before(self.layout.spans[index])) is not None

    def of_figure(self, index: int, *, of_document: bool = False) -> int | None:
        """The DATE span of a figure's period in its sentence: the nearest that is a period at all.

        ``of_document``: the figure counts what is in a document, whose years are its own.
        """
        sentence = self.layout.sentence_index(self.layout.spans[index].start)
        dates = self.layout.in_sentence(sentence, "DATE")
        found = [(self._distance(d, index), d) for d in dates if self._is_period(d, of_document)]
        return min((item for item in found if item[0] < _FAR), default=(0, None))[1]

    def _distance(self, date: int, figure: int) -> int:
        """As between clauses; a date behind the figure belongs to it only where nothing comes between."""
        apart = distance(self.layout, date, figure)
        if date < figure:
            return apart
        between = self.layout.in_sentence(self.layout.sentence_index(self.layout.spans[figure].start), "FIGURE")
        parted = _PARTED.search(self.layout.gap(figure, date)) or any(figure < i < date for i in between)
        return _FAR if parted else apart + _BEHIND

    def _is_period(self, index: int, of_document: bool) -> bool:
        """False for rates, for what a value is compared with, for days of events and for when something began."""
        span, found = self.layout.spans[index], self._read[index]
        if found is None or found.start == found.end or found.end.year < _MODERN:
            return False
        if self.is_rate(index) or self.is_compared(index) or (not of_document and self._is_validity(index)):
            return False
        return not _SINCE.search(self.layout.before(span)) and not _ROLLING.search(self.layout.covered(span))

    def _is_validity(self, index: int) -> bool:
        """True for the years that a document is for: ``план на 2022-2024 годы``."""
        sentence = self.layout.sentence_index(self.layout.spans[index].start)
        documents = [i for i in self.layout.in_sentence(sentence, "AGREEMENT") if i < index]
        if not documents or not _FOR.search(self.layout.before(self.layout.spans[index])):
            return False
        return not any(documents[-1] < i < index for i in self.layout.in_sentence(sentence, "FIGURE", "METRIC"))


def granularity(period: dates.Period) -> Granularity:
    """The unit of a period's ends; a range of whole years counts in years, one of whole months in months."""
    if period.granularity != "range":
        return period.granularity
    start, end = period.start, period.end
    if start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
        return "day"
    return "year" if (start.month, end.month) == (1, 12) else "month"
