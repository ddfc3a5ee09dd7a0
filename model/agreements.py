"""AGREEMENT spans -> agreements: kind, title, status, sides and the time they hold for."""

import re
from typing import Final

from rucoop.model.agreement_status import rests_below, status_of
from rucoop.model.layout import Layout
from rucoop.model.normal_form import nominative
from rucoop.model.schema import Agreement, AgreementKind, AgreementStatus, Engine
from rucoop.model.sides import Sides
from rucoop.model.when import When

_KINDS: Final[tuple[tuple[str, AgreementKind], ...]] = (
    (r"дорожн\w+\s+карт", "roadmap"),
    (r"меморандум", "memorandum"),
    (r"протокол", "protocol"),
    (r"соглашени|побратим|договор\w*\s+о\s+дружбе", "agreement"),
    (r"контракт|договор|опцион", "contract"),
    (r"\bплан", "plan"),
    (r"деклараци|заявлени|коммюнике", "declaration"),
)
_ABOUT: Final = re.compile(
    r"^[\s»]*(?:(?:между|"
    r"с)\s[^.;]{0,160}?\s)?(об?\s(?:[а-яё-]+,?\s(?:и\s)?){0,4}?(?:дружбе(?:\s+и\s+сотрудничестве)?|"
    r"сотрудничеств\w+|взаимодействи\w+|намерениях|взаимопонимании|"
    r"партн[её]рстве|побратимстве|развитии\s+сотрудничества|сотрудничестве\s+и\s+взаимодействии))",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    r"(?:(?!реализаци|рамках|исполнени|\bк\s*$)[^.;]){0,200}(?:,|\bи|\bа\s+также|"
    r"\bда)\s+(?:[а-яё]+\s+)?",
    re.IGNORECASE,
)
_FAR: Final = 330
_EARLIER: Final = re.compile(r"\b(?:предыдущ|прежн|прошл|первый|аналогичн|подобн|похож|друг)[а-яё]*\s*$", re.IGNORECASE)
_FOR: Final = re.compile(r"(?:\bна|\bдо|\bс|рассчитан\w*\s+на|сроком)\s*$|^на\s|^до\s|^с\s|^сроком", re.IGNORECASE)


class Agreements:
    """Reads the agreements of one document."""

    def __init__(self, layout: Layout, sides: Sides, when: When, source: Engine) -> None:
        self.layout, self.sides, self.when, self.source = layout, sides, when, source

    def read(self) -> list[Agreement]:
        """The agreements in order of first mention; mentions of one document share an item."""
        found: list[tuple[Agreement, list[int]]] = []
        for index in self.layout.of_label("AGREEMENT"):
            item = self._item(index)
            same = next((pair for pair in found if self._same(pair, item, index)), None)
            if same is None:
                found.append((item, [index]))
            else:
                found[found.index(same)] = (_joined(same[0], item), [*same[1], index])
        return [item.model_copy(update={"ref": f"a{i}"}) for i, (item, _) in enumerate(found, 1)]

    def _item(self, index: int) -> Agreement:
        layout = self.layout
        validity, title = self._validity(index), self._title(index)
        kind = kind_of(title)
        return Agreement(
            ref="a1",
            kind=kind,
            title=title,
            status=self._status(index, kind),
            partners=self._partners(index),
            period=None if validity is None else self.when.item(validity),
            source=self.source,
            mentions=[layout.mention(index)],
        )

    def _status(self, index: int, kind: AgreementKind) -> AgreementStatus:
        """The status that the words of the sentence give; in a list, those before the first document."""
        layout, span = self.layout, self.layout.spans[index]
        number = layout.sentence_index(span.start)
        inside = layout.in_sentence(number, "AGREEMENT")
        types = layout.sentences[number].types if layout.sentences else ()
        before, after = layout.before(span), layout.after(span)
        if index > inside[0] and _LISTED.fullmatch(layout.gap(inside[inside.index(index) - 1], index)):
            first = layout.spans[inside[0]]
            before, after = layout.before(first), layout.after(span)
        return status_of(kind, before, layout.covered(span), after, types)

    def _title(self, index: int) -> str:
        """The span in the nominative, and what it is about where that follows: ``Соглашение о сотрудничестве``."""
        span = self.layout.spans[index]
        name = nominative(" ".join(self.layout.covered(span).split()))
        name = re.sub('[«»"„“”]', "", name)
        about = _ABOUT.match(self.layout.after(span))
        if about and " " not in name and not self._crosses(index, about.end()):
            name = f"{name} {' '.join(about[1].split())}"
        return name[:1].upper() + name[1:]

    def _crosses(self, index: int, length: int) -> bool:
        following = [i for i in self.layout.of_label("AGREEMENT") if i > index]
        return bool(following) and self.layout.spans[following[0]].start < self.layout.spans[index].end + length

    def _validity(self, index: int) -> int | None:
        """The DATE span behind the agreement that says for how long it holds (``на 2022-2024 годы``)."""
        layout, sentence = self.layout, self.layout.sentence_index(self.layout.spans[index].start)
        for date in layout.in_sentence(sentence, "DATE"):
            if date < index:
                continue
            between = layout.text[layout.spans[index].end : layout.spans[date].start]
            documents = layout.in_sentence(sentence, "AGREEMENT")
            nearer = [d for d in documents if index < d < date and not self._is_basis(d, documents)]
            if nearer or self._is_basis(index, documents) or len(between) > _FAR:
                return None
            if _FOR.search(between) or _FOR.search(layout.covered(layout.spans[date])):
                return date if self._lasts(date, between) else None
        return None

    def _is_basis(self, index: int, documents: list[int]) -> bool:
        """True for the document that an earlier one of the sentence rests on; the time is that of the earlier one."""
        return index > documents[0] and rests_below(self.layout.before(self.layout.spans[index]))

    def _lasts(self, date: int, between: str) -> bool:
        """True for a stretch of time, not for the day or year of signing (``с 1996 года``)."""
        period = self.when.resolved(date)
        if period is None:
            return False
        since = re.search(r"\bс\s*$", between) or self.layout.covered(self.layout.spans[date]).startswith("с ")
        return not since or period.granularity == "range"

    def _partners(self, index: int) -> list[str]:
        """The sides named in the sentence, else home and the main counterparty."""
        sides, sentence = self.sides, self.layout.sentence_index(self.layout.spans[index].start)
        named = sides.named(self.layout.in_sentence(sentence, "PARTNER", "PERSON"))
        return [sides.ref(n) for n in sides.with_both(named)]

    def _same(self, pair: tuple[Agreement, list[int]], item: Agreement, index: int) -> bool:
        known, _ = pair
        if known.kind != item.kind or _EARLIER.search(self.layout.before(self.layout.spans[index])):
            return False
        if known.period and item.period and known.period.start != item.period.start:
            return False
        if (known.status == "planned") != (item.status == "planned"):
            return False
        if known.title != item.title and " " in known.title and " " in item.title:
            return False
        if set(known.partners) != set(item.partners) and not (known.period and item.period):
            return set(item.partners) <= set(known.partners)
        return True


def kind_of(text: str) -> AgreementKind:
    """The kind of a document by its noun."""
    low = text.lower()
    return next((kind for pattern, kind in _KINDS if re.search(pattern, low)), "other")


def _joined(known: Agreement, item: Agreement) -> Agreement:
    """Two mentions of a document as one item: the longer title, the first period, the first status."""
    title = item.title if len(item.title) > len(known.title) else known.title
    return known.model_copy(
        update={
            "title": title,
            "status": "signed" if "signed" in (known.status, item.status) else known.status,
            "period": known.period or item.period,
            "mentions": known.mentions + item.mentions,
        }
    )
