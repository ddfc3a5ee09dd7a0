"""FIGURE spans -> figures: value, unit, metric, period, status and the territory they are about."""

import re
from decimal import Decimal
from typing import Final

from rucoop.data.tables import currencies
from rucoop.model.figure_metric import metric_of
from rucoop.model.figure_quantities import quantities
from rucoop.model.figures import Quantity
from rucoop.model.layout import Layout
from rucoop.model.metric import figure_status, metric_code
from rucoop.model.schema import Engine, Figure, Period, RecordWarning, Status
from rucoop.model.sides import Sides
from rucoop.model.supply import flow_at
from rucoop.model.when import When

_MONEY: Final = frozenset(currency.code for currency in currencies())
_SHIPPED: Final = _MONEY | {"t", "kg", "pcs", "m3"}
_SUPPLY: Final = re.compile(r"(?:объ[её]м\w*\s+)?(?:поставк|отгрузк|продаж|закупк|заказ)", re.IGNORECASE)
_CONTENTS: Final = frozenset({"пункт", "мероприятие", "раздел", "позиция"})  # what documents are made of
_RATIOS: Final = frozenset({"percent", "times"})
_CARRY: Final = 500  # characters over which amounts and ratios go on about one period


class FigureFacts:
    """Reads the figures of one document; what cannot be read leaves a warning."""

    def __init__(self, layout: Layout, sides: Sides, when: When, source: Engine) -> None:
        self.layout, self.sides, self.when, self.source = layout, sides, when, source
        self.warnings: list[RecordWarning] = []

    def read(self) -> list[Figure]:
        """The figures in text order; spans that say the same share one item."""
        merged: dict[object, Figure] = {}
        figures: dict[int, Figure] = {}
        for index, quantity in quantities(self.layout, self.sides).items():
            figure = self._figure(index, quantity)
            if (
                figure.period is None
                and figure.status == "fact"
                and (quantity.unit in _MONEY or quantity.unit in _RATIOS)
            ):
                figure = figure.model_copy(update={"period": self._carried(index, figures)})
            figures[index] = figure
            known = merged.setdefault(_identity(figure, index), figure)
            if known is not figure:
                known.mentions.extend(figure.mentions)
        return [figure.model_copy(update={"ref": f"f{i}"}) for i, figure in enumerate(merged.values(), 1)]

    def _figure(self, index: int, quantity: Quantity) -> Figure:
        if quantity.problem:
            self._warn(index, quantity.problem)
        metric = metric_of(self.layout, index, money=quantity.unit in _MONEY)
        return Figure(
            ref="f1",
            metric=self._metric_code(index, metric, quantity),
            value=digits(quantity.value),
            value_to=digits(quantity.value_to),
            unit=quantity.unit,
            comparator=quantity.comparator,
            status=self._status(index),
            direction=quantity.direction,
            period=self._period(index, quantity),
            partner=self.sides.of_figure(index, metric),
            source=self.source,
            mentions=[self.layout.mention(index)],
        )

    def _metric_code(self, index: int, metric: int | None, quantity: Quantity) -> str:
        words = None if metric is None else self.layout.covered(self.layout.spans[metric])
        span, layout = self.layout.spans[index], self.layout
        sentence = layout.sentence_text(layout.sentence_index(span.start))
        before, after = layout.before(span), layout.after(span)
        code = metric_code(words, quantity.unit, sentence, direction=quantity.direction, before=before, after=after)
        told = code in ("export", "import") or (code == "other" and self._is_trade(index) and quantity.unit in _SHIPPED)
        generic = words is None or _SUPPLY.match(words) is not None
        return self._as_seen_from_home(index, code) if generic and told else code

    def _is_trade(self, index: int) -> bool:
        """True if the sentence is said to tell of trade."""
        number = self.layout.sentence_index(self.layout.spans[index].start)
        return bool(self.layout.sentences) and "trade" in self.layout.sentences[number].types

    def _as_seen_from_home(self, index: int, code: str) -> str:
        """What home supplies is export, what it receives import, whatever verb the text has."""
        offset = self.layout.spans[index].start
        flow = flow_at(self.layout, self.sides, self.layout.sentence_index(offset), offset)
        if self.sides.home is None or flow.supplier is None or flow.supplier == flow.receiver:
            return code
        return "export" if flow.supplier == self.sides.home else "import" if flow.receiver == self.sides.home else code

    def _status(self, index: int) -> Status:
        """The status of the wording; in a sentence that only tells an intent nothing is a fact yet."""
        span = self.layout.spans[index]
        if not self.layout.sentences:
            return figure_status(self.layout.text, span.start, span.end)
        sentence = self.layout.sentences[self.layout.sentence_index(span.start)]
        text = self.layout.text[sentence.start : max(sentence.end, span.end)]
        status = figure_status(text, span.start - sentence.start, span.end - sentence.start)
        return "plan" if status == "fact" and set(sentence.types) == {"intent"} else status

    def _period(self, index: int, quantity: Quantity) -> Period | None:
        """The period that the figure's own sentence names."""
        found = self.when.of_figure(index, of_document=quantity.unit in _CONTENTS)
        return None if found is None else self.when.figure_item(found)

    def _carried(self, index: int, before: dict[int, Figure]) -> Period | None:
        """The period of the figure before, where it stands in the same paragraph not far off."""
        if not before:
            return None
        last = max(before)
        between = self.layout.gap(last, index)
        return None if "\n" in between or len(between) > _CARRY else before[last].period

    def _warn(self, index: int, problem: str) -> None:
        span = self.layout.spans[index]
        message = f"{self.layout.covered(span)!r}: {problem}"
        self.warnings.append(RecordWarning(code="unread_figure", message=message, start=span.start, end=span.end))


def digits(value: Decimal | None) -> str | None:
    """A decimal as digits: no exponent, no idle zeros after the point."""
    if value is None:
        return None
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _identity(figure: Figure, index: int) -> object:
    """What two mentions of one figure share; a figure that could not be read is like no other."""
    if figure.value is None:
        return index
    period = figure.period and (figure.period.start, figure.period.end)
    said = (figure.value, figure.value_to, figure.unit, figure.comparator, figure.status, figure.direction)
    return said, figure.metric, period, figure.partner
