"""The rule engine: the same record without a model, from tables, morphology and patterns."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rucoop.data.records import Document
from rucoop.model.assemble import assemble
from rucoop.model.documents import document_batches
from rucoop.model.names import link_partner
from rucoop.model.rule_agreements import agreement_spans
from rucoop.model.rule_dates import date_spans
from rucoop.model.rule_figures import figure_spans
from rucoop.model.rule_goods import goods_spans
from rucoop.model.rule_metrics import metric_spans
from rucoop.model.rule_organizations import organization_spans
from rucoop.model.rule_people import person_spans, position_spans
from rucoop.model.rule_sectors import sector_spans
from rucoop.model.rule_territories import territory_spans
from rucoop.model.rule_text import RuleText
from rucoop.model.rule_types import typed_sentences
from rucoop.model.schema import Coder, Record
from rucoop.model.spans import ONLY_TOGETHER, ScoredSentence, ScoredSpan
from rucoop.model.version import VERSION

_TOGETHER: Final = re.compile(
    r"\b(?:сотруднич\w*|встре(?:т|ч)\w+|делегац\w+|визит\w*|соглашени\w+|меморандум\w*|"
    r"товарооборот\w*|постав\w+|переговор\w*|парт[нё]+р\w*|экспорт\w*|импорт\w*|"
    r"совместн\w+|обсуд\w+|контракт\w*|подписа\w+|инвест\w+|торгов\w+|закуп\w+)\b",
    re.IGNORECASE,
)


class RuleEngine:
    """Reads articles into records by rules. Safe to call from several threads."""

    def __init__(self) -> None:
        self._coder = Coder(name="rucoop", version=VERSION, engine="rules", weights=None)

    def extract(
        self,
        text: str,
        *,
        doc_id: str | None = None,
        published: str | None = None,
        url: str | None = None,
        home: str | None = None,
    ) -> Record:
        """The record of one article; arguments as ``Extractor.extract``."""
        return next(self.extract_many([Document(text, doc_id or "", published=published, url=url, home=home)]))

    def extract_many(self, documents: Iterable[str | Document], *, batch_size: int = 16) -> Iterator[Record]:
        """Records of articles in input order; at most ``batch_size`` are held at a time.

        A bad item raises an error that names its position.
        """
        for batch in document_batches(documents, batch_size):
            for document in batch:
                spans, typed = self.tag(document.text)
                yield assemble(document, spans, typed, coder=self._coder, source="rules")

    def tag(self, text: str) -> tuple[list[ScoredSpan], list[ScoredSentence]]:
        """Spans, flat and in text order, and typed sentences; each family of rules has its own confidence."""
        source = RuleText(text)
        spans = _spans(source)
        if not _has_second_side(source, spans):
            spans = [span for span in spans if span.label not in ONLY_TOGETHER]
        return spans, typed_sentences(source, spans)


def _spans(source: RuleText) -> list[ScoredSpan]:
    """Spans of all labels without overlaps; what is listed first has the first choice."""
    dates = list(date_spans(source))
    figures = list(figure_spans(source, dates))
    agreements = list(agreement_spans(source))
    sides = _flat([*organization_spans(source)], [*territory_spans(source)])
    posts = list(position_spans(source))
    people = list(person_spans(source, _flat(dates, sides, posts)))
    metrics = list(metric_spans(source, figures))
    taken = _flat(dates, figures, _pairs(metrics), agreements, sides, posts, people, metrics)
    sectors = _free([*sector_spans(source)], taken)
    return _flat(taken, [*goods_spans(source, sectors)], sectors)


def _pairs(metrics: list[ScoredSpan]) -> list[ScoredSpan]:
    """Metrics of several words: ``стоимость контракта`` is a metric, and holds no agreement."""
    return [span for span in metrics if span.end - span.start > 14]


def _free(spans: list[ScoredSpan], taken: list[ScoredSpan]) -> list[ScoredSpan]:
    """The spans that overlap none of ``taken`` nor one another, the longer first."""
    used = set(taken)
    return [span for span in _flat(taken, spans) if span not in used]


def _flat(*families: list[ScoredSpan]) -> list[ScoredSpan]:
    """All spans of the families that do not overlap one taken before; within a family the longer first."""
    taken: list[ScoredSpan] = []
    used = bytearray()
    for family in families:
        for span in sorted(family, key=lambda s: (s.start - s.end, s.start)):
            if len(used) < span.end:
                used.extend(bytes(span.end - len(used)))
            if not any(used[span.start : span.end]):
                used[span.start : span.end] = b"\x01" * (span.end - span.start)
                taken.append(span)
    return sorted(taken)


def _has_second_side(source: RuleText, spans: list[ScoredSpan]) -> bool:
    """True if two sides are named and the words speak of dealings between them."""
    names = {link_partner(source.text[span.start : span.end]).key for span in spans if span.label == "PARTNER"}
    return len(names) > 1 and _TOGETHER.search(source.text) is not None
