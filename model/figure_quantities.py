"""What the FIGURE spans of a document say, each in the light of its neighbours and of the countries that are named."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from rucoop.data.tables import Currency, currencies
from rucoop.model.figures import Quantity, read_figure
from rucoop.model.layout import Layout
from rucoop.model.lexemes import fold
from rucoop.model.metric_words import money_metric
from rucoop.model.sides import Sides

_CODES: Final = {currency.code: currency for currency in currencies()}
_LARGE: Final = Decimal(1_000_000)  # an amount of millions without a unit is money
_THOUSAND: Final = 1000
_TEN: Final = 10  # smaller numbers in words count people or things: `двое`
_SCALES: Final = (Decimal(10**9), Decimal(10**6), Decimal(10**3))
_SHARED: Final = frozenset({*_CODES, "t", "kWh", "bbl"})  # units told with a scale that later numbers leave out
_NEVER: Final = frozenset({"times", "раз"})
_HUNDRED: Final = 100
_CARRY: Final = 200  # characters over which a number goes on about what the one before counted


def quantities(layout: Layout, sides: Sides) -> dict[int, Quantity]:
    """What each FIGURE span (by index) says.

    Money named by a noun of several countries is that of a country of the document; millions without a unit are in the
    currency last named, else the next, else rubles where the sentence speaks of money; other bare numbers count what
    the figure before them in the paragraph counts.
    """
    found = {index: _local(layout, sides, index) for index in layout.of_label("FIGURE")}
    money = {i: q.unit for i, q in found.items() if q.unit in _CODES}
    last: int | None = None
    for index, quantity in found.items():
        if quantity.unit is None and quantity.value is not None:
            if abs(quantity.value) >= _LARGE:
                earlier = [i for i in money if i < index]
                unit = money[max(earlier) if earlier else min(money)] if money else _rubles(layout, index)
                found[index] = replace(quantity, unit=unit)
            elif last is not None:
                found[index] = _carried(layout, found[last], last, index, quantity)
        last = index
    return found


def _local(layout: Layout, sides: Sides, index: int) -> Quantity:
    """A figure with the words of its sentence, in the money of a country that the document names."""
    span = layout.spans[index]
    text = layout.covered(span)
    quantity = read_figure(text, before=layout.before(span), after=layout.after(span))
    currency = _CODES.get(quantity.unit or "")
    if currency is None or not currency.default or currency.code in ("RUB", "USD") or _is_exact(currency, text):
        return quantity
    countries = {group.name.country for group in sides.groups}
    local = [c for c in _CODES.values() if c.noun == currency.noun and c.code[:2] in countries]
    return replace(quantity, unit=local[0].code) if local and currency not in local else quantity


def _is_exact(currency: Currency, text: str) -> bool:
    """True if the span says whose money it is: by an adjective, a country behind the noun, or a sign."""
    folded = fold(text)
    named = any(adjective[:-2] in folded for adjective in currency.adjectives)
    return named or any(fold(tail) in folded for tail in currency.tails) or currency.noun[:3] not in folded


def _rubles(layout: Layout, index: int) -> str | None:
    sentence = layout.sentence_text(layout.sentence_index(layout.spans[index].start))
    return "RUB" if money_metric(fold(sentence)) else None


def _carried(layout: Layout, before: Quantity, last: int, index: int, quantity: Quantity) -> Quantity:
    """A bare number with the unit of the figure before, where it stands in the paragraph not far off and fits.

    Below one thousand it has the scale of that one too, if it is of one order with it: ``17 миллионов ... [70]``.
    """
    gap, value = layout.gap(last, index), abs(quantity.value or Decimal())
    if before.unit is None or before.unit in _NEVER or "\n" in gap or len(gap) > _CARRY or not re.search(r"\w", gap):
        return quantity
    if before.unit == "percent":
        return replace(quantity, unit="percent") if value <= _HUNDRED else quantity
    if before.unit not in _SHARED or value >= _THOUSAND:
        return replace(quantity, unit=before.unit)
    size = abs(before.value or Decimal())
    scale = next((s for s in _SCALES if s <= size), Decimal(1))
    if value < _TEN or scale == 1 or not size / _HUNDRED < value * scale < size * _HUNDRED:
        return quantity
    return replace(quantity, unit=before.unit, value=(quantity.value or Decimal()) * scale)
