"""FIGURE spans -> comparator, exact Decimal, unit, direction.

The parts of a figure stand in a fixed order, ``[comparator] [sign] number [- number] [unit]``, and each has its reader;
this module calls them one after the other and puts together what they say.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from rucoop.model.comparators import after_reaching, outside_comparator, read_comparator, take_late
from rucoop.model.counted import read_noun
from rucoop.model.direction import Direction, read_direction
from rucoop.model.ellipsis import borrow_after, borrow_before
from rucoop.model.lexemes import Lexeme, fold, lexemes, touches, word_at
from rucoop.model.numerals import EXACT, Number, NumberError, plain, read_number
from rucoop.model.ratios import read_ratio
from rucoop.model.units import ONE, Unit, read_sign, read_unit

CONTEXT: Final = 240
"""How many characters of the sentence on either side are looked at."""
LONGEST: Final = 400
"""A longer span is no figure."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure says.

    ``value`` has its scale and sign applied, ``value_to`` is the end of a range. ``unit`` is an ISO 4217 code, ``percent``,
    ``times``, a measure's symbol or the lemma of the counted noun. ``problem`` says why ``value`` is None.
    """

    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    comparator: str
    direction: Direction | None
    problem: str | None


def read_figure(text: str, *, before: str = "", after: str = "") -> Quantity:
    """The quantity in the text of a FIGURE span; ``before`` and ``after`` are the rest of its sentence.

    Never raises: what cannot be read has ``value`` None and a ``problem``.
    """
    if len(text) > LONGEST:
        return Quantity(None, None, None, "=", None, f"a span of {len(text)} characters, expected at most {LONGEST}")
    ...
