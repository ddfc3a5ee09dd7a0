"""FIGURE spans -> figures: value, unit, metric, period, status and the territory they are about."""

from decimal import Decimal

from rucoop.model.figure_metric import metric_of
from rucoop.model.figures import Quantity, read_figure
from rucoop.model.layout import Layout
from rucoop.model.metric import figure_status, metric_code
from rucoop.model.schema import Engine, Figure, Period, RecordWarning
from rucoop.model.sides import Sides
from rucoop.model.when import When


class FigureFacts:
    """Reads the figures of one document; what cannot be read leaves a warning."""

    def __init__(self, layout: Layout, sides: Sides, when: When, source: Engine) -> None:
        self.layout, self.sides, self.when, self.source = layout, sides, when, source
        self.warnings: list[RecordWarning] = []

    def read(self) -> list[Figure]:
        """The figures in text order; spans that say the same share one item."""
        merged: dict[tuple[object, ...], Figure] = {}
        for index in self.layout.of_label("FIGURE"):
            figure = self._figure(index, len(merged) + 1)
            key = tuple(v for k, v in figure.model_dump().items() if k not in ("ref", "mentions", "period"))
            key += (figure.period and (figure.period.start, figure.period.end),) if figure.value else (index,)
            if key in merged:
                merged[key].mentions.extend(figure.mentions)
            else:
                merged[key] = figure
        return list(merged.values())

    def _figure(self, index: int, number: int) -> Figure:
        layout, span = self.layout, self.layout.spans[index]
        quantity = read_figure(layout.covered(span), before=layout.before(span), after=layout.after(span))
        if quantity.problem:
            self._warn(index, quantity.problem)
        metric = metric_of(layout, index)
        return Figure(
            ref=f"f{number}",
            metric=self._metric_code(index, metric, quantity),
            value=digits(quantity.value),
            value_to=digits(quantity.value_to),
            unit=quantity.unit,
            comparator=quantity.comparator,
            status=self._status(index),
            direction=quantity.direction,
            period=self._period(index, metric),
            partner=self.sides.of_figure(index, metric),
            source=self.source,
            mentions=[layout.mention(index)],
        )

    def _metric_code(self, index: int, metric: int | None, quantity: Quantity) -> str:
        words = "" if metric is None else self.layout.covered(self.layout.spans[metric])
        sentence = self.layout.sentence_text(self.layout.sentence_index(self.layout.spans[index].start))
        return metric_code(words, quantity.unit, sentence)

    def _status(self, index: int) -> str:
        span = self.layout.spans[index]
        sentence = self.layout.sentences[self.layout.sentence_index(span.start)]
        text = self.layout.text[sentence.start : max(sentence.end, span.end)]
        return figure_status(text, span.start - sentence.start, span.end - sentence.start)

    def _period(self, index: int, metric: int | None) -> Period | None:
        """The period of the figure's own sentence, or of the sentence its metric stands in."""
        found = self.when.of_figure(index)
        if found is None and metric is not None and not self._together(index, metric):
            found = self.when.of_figure(metric)
        if found is None:
            return None
        return self.when.item(found)

    def _together(self, left: int, right: int) -> bool:
        spans = self.layout.spans
        return self.layout.sentence_index(spans[left].start) == self.layout.sentence_index(spans[right].start)

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
