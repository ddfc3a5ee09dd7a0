"""FIGURE spans -> comparator, exact Decimal, unit, direction.

The parts of a figure stand in a fixed order, ``[comparator] [sign] number [- number] [unit]``, and each has its reader;
this module calls them one after the other and puts together what they say.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from rucoop.model.amounts import SIGNS, Amount, read_amount
from rucoop.model.comparators import after_reaching, outside_comparator, read_comparator, take_late
from rucoop.model.direction import Direction, read_direction
from rucoop.model.ellipsis import MILLION, borrow_after, borrow_before, with_unit
from rucoop.model.lexemes import Lexeme, fold, lexemes
from rucoop.model.numerals import NumberError, read_number
from rucoop.model.partitive import read_partitive
from rucoop.model.schema import Comparator

CONTEXT: Final = 240
"""How many characters of the sentence on either side are looked at."""
LONGEST: Final = 400
"""No figure is longer."""

_LEAD: Final = 4  # words that may stand before the number: `первые 14 человек`
_RATIOS: Final = frozenset({"percent", "times"})
_OPENED: Final = re.compile(r"\b(?:с|со|от)\s+(?:[а-я]+\s+)?$")
_GOES_ON: Final = re.compile(r"[^.;!?,]{0,40}\bдо\s")
_CLOSED: Final = re.compile(r"\b(?:от|с|со)\s+(?:[а-я]+\s+)?(?!(?:19|20)[0-9]{2}\b)[0-9][^.;!?]*$")
_COMPARED: Final = re.compile(r"\b(?:больше|меньше|более|менее)\s+$")
_PLURAL_SCALES: Final = frozenset({"тысяч", "миллионов", "миллиардов"})
_MULTIPLE: Final = re.compile(r"\bв\s+$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure says.

    ``value`` has its scale and sign applied, ``value_to`` is the end of a range. ``unit`` is an ISO 4217 code,
    ``percent``, ``times``, the symbol of a measure or the lemma of the counted noun. ``direction`` belongs to changes
    and follows the sign. ``problem`` says why ``value`` is None.
    """

    value: Decimal | None
    value_to: Decimal | None = None
    unit: str | None = None
    comparator: Comparator = "="
    direction: Direction | None = None
    problem: str | None = None


def read_figure(text: str, *, before: str = "", after: str = "") -> Quantity:
    """The quantity in the text of a FIGURE span; ``before`` and ``after`` are the rest of its sentence.

    Never raises: what cannot be read has ``value`` None and a ``problem``.
    """
    if len(text) > LONGEST:
        return Quantity(None, problem=f"a span of {len(text)} characters, expected at most {LONGEST}")
    before, after = fold(before[-CONTEXT:]), fold(after[:CONTEXT])
    items, late = take_late(lexemes(text))
    code, start = read_comparator(items)
    lead = {item.text for item in items[:start]}
    try:
        amount, turned = _amount(items, start, "в" in lead or _MULTIPLE.search(before[-9:]) is not None)
    except NumberError as error:
        return Quantity(None, problem=str(error))
    if amount is None:
        return Quantity(None, problem=f"no number in {text!r}")
    degrees = amount.unit is None and items[start : start + 1] != [] and items[start].text in ("плюс", "минус")
    amount = replace(amount, unit="Cel") if degrees else _with_borrowed(amount, lead, before, after)
    code = "~" if turned else _comparator(code or late, lead, amount, before, after)
    direction = _direction(amount, lead, before, after)
    value, value_to = (
        (_minus(amount.value), _minus(amount.value_to)) if direction == "decrease" else (amount.value, amount.value_to)
    )
    shown = direction if not amount.sign or amount.unit in _RATIOS else None
    return Quantity(value, value_to, amount.unit, code, shown)


def _amount(items: list[Lexeme], start: int, multiple: bool) -> tuple[Amount | None, bool]:
    """The amount at lexeme ``start``; True beside it if its words were turned round (``метров сорок``)."""
    turned = _turned(items, start)
    if turned is not None:
        return read_amount(turned, 0, multiple=multiple), True
    tried = (read_amount(items, i, multiple=multiple) for i in range(start, min(start + _LEAD, len(items))))
    return next((amount for amount in tried if amount is not None), None), False


def _turned(items: list[Lexeme], start: int) -> list[Lexeme] | None:
    """Noun and number in the order that means "about", put right: ``метров сорок``, ``процентов на пятнадцать``."""
    if len(items) < start + 2 or items[start].kind != "word" or items[start].text in SIGNS or items[-1].kind == "sign":
        return None
    scale = items[start].text in _PLURAL_SCALES
    try:
        if read_number(items, start) is not None:
            return None
    except NumberError:
        if not scale:
            return None
    behind = start + 1 + (items[start + 1].text in ("на", "в", "до", "за"))
    number = read_number(items, behind) if behind < len(items) else None
    if number is None or (not scale and number.end < len(items)):
        return None
    return [*items[behind : number.end], items[start], *items[number.end :]]


def _with_borrowed(amount: Amount, lead: set[str], before: str, after: str) -> Amount:
    """The amount with what an ellipsis left to its neighbours."""
    if amount.bare:
        opened = bool(lead & {"с", "со", "от"}) or _OPENED.search(before) is not None
        amount = borrow_after(amount, lexemes(after), opened=opened)
    if amount.unit is None and amount.scale < MILLION and (counted := read_partitive(before)) is not None:
        amount = with_unit(amount, counted)
    return borrow_before(amount, before) if amount.unit is None else amount


def _comparator(code: Comparator | None, lead: set[str], amount: Amount, before: str, after: str) -> Comparator:
    """The comparator that holds: of the span, else of the words before it, else of a rounded fraction."""
    if "от" in lead and (amount.value_to is not None or _GOES_ON.match(after)):
        return "="
    if code == "<=" and "до" in lead and (after_reaching(before) or _CLOSED.search(before)):
        return "="
    if code is None and lead & {"на", "в"} and _COMPARED.search(before):
        return "="  # больше [на треть]
    return code or outside_comparator(before) or ("=" if amount.exact else "~")


def _direction(amount: Amount, lead: set[str], before: str, after: str) -> Direction | None:
    """Which way a change goes: by the sign before the digits, else by verbs and nouns of growth and decline."""
    if amount.sign:
        return "increase" if amount.sign > 0 else "decrease"
    return read_direction(before, after, by="на" in lead, ratio=amount.unit in _RATIOS, times=amount.unit == "times")


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.copy_negate() if value else value
