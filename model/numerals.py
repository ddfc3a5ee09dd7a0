"""Numbers in digits and words -> exact Decimals.

``1 234 567``, ``1.844.036.360,12``, ``5,3млн``, ``1 млрд 200 млн``, ``сто двадцать пять``, ``полмиллиона``, ``два с
половиной миллиарда``. A single comma is a decimal comma whatever follows it, so ``343,512 млн`` is 343 512 000.
"""

from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import Final

from rucoop.model.lexemes import Lexeme, touches, word_at, word_set
from rucoop.model.number_words import ABBREVIATED, SCALES, VAGUE, half_scale, read_words, stands_for_one

MAX_DIGITS: Final = 30
ONE: Final = Decimal(1)
EXACT: Final = Context(prec=4 * MAX_DIGITS, traps=[Inexact, InvalidOperation])
"""Arithmetic that raises sooner than it rounds."""

_GROUP_SIGNS: Final = frozenset(".,'")
_ENDINGS: Final = word_set("х ти ми м и й я е ю мя го")
_WHOLES: Final = frozenset({"целых", "целая", "целую", "целой", "целыми"})
_PLACES: Final = {"десята": 1, "десяту": 1, "десято": 1, "десяты": 1, "сотая": 2, "сотую": 2, "сотых": 2, "тысячн": 3}


class NumberError(ValueError):
    """Digits or words that look like a number and are none; the message quotes them."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from lexemes, ``end`` being the index behind it.

    ``scale`` is the first multiplier that stood with it (1 if none). ``grouped`` is the other reading of one dot
    before three digits (``12.500``), for who knows the unit to choose.
    """

    value: Decimal
    end: int
    scale: Decimal = ONE
    grouped: Decimal | None = None


def read_number(items: list[Lexeme], i: int) -> Number | None:
    """The number that begins at lexeme ``i``, or None. Raises NumberError on unreadable digits and vague words."""
    first = _term(items, i)
    if first is None:
        return None
    total, end, last = first.value, first.end, first.scale
    while last > 1 and (term := _term(items, end)) is not None and term.scale < last and term.value < last:
        total, end, last = EXACT.add(total, term.value), term.end, term.scale
    return Number(plain(total), end, first.scale, first.grouped if end == first.end else None)


def _term(items: list[Lexeme], i: int) -> Number | None:
    """A mantissa with its scale, or a scale or half a scale alone."""
    word = word_at(items, i)
    if word in VAGUE:
        raise NumberError(f"vague amount {word!r}")
    if (half := half_scale(word)) is not None:
        return Number(half, i + 1, EXACT.multiply(half, Decimal(2)))
    grouped = None
    if word in SCALES:
        if not stands_for_one(items, i):
            raise NumberError(f"{word!r} without a number before it")
        mantissa, end = ONE, i
    elif word and items[i].kind == "digits":
        mantissa, end, grouped = read_digits(items, i)
    elif (words := read_words(items, i)) is not None:
        mantissa, end = words
    else:
        return None
    mantissa, end = _with_fraction(items, mantissa, end)
    scale, end = _scales(items, end)
    return Number(EXACT.multiply(mantissa, scale), end, scale, grouped if scale == 1 else None)


def read_digits(items: list[Lexeme], i: int) -> tuple[Decimal, int, Decimal | None]:
    """The number in digits at lexeme ``i``, the index behind it, and its other reading (see ``Number.grouped``)."""
    chunks, signs, end = [items[i].text], [], i + 1
    while end < len(items):
        if word_at(items, end) in _GROUP_SIGNS and _digits_touch(items, end):
            signs.append(items[end].text)
            end += 1
        elif _spaced_group(items, end, chunks, signs):
            signs.append(" ")
        else:
            break
        chunks.append(items[end].text)
        end += 1
    if sum(map(len, chunks)) > MAX_DIGITS:
        raise NumberError(f"a number of {sum(map(len, chunks))} digits, expected at most {MAX_DIGITS}")
    value = _join(chunks, signs)
    other = Decimal("".join(chunks)) if signs == ["."] and _grouped(chunks) and chunks[0] != "0" else None
    return value, _skip_ending(items, end), other


def plain(value: Decimal) -> Decimal:
    """The same value without an exponent and without zeros at the end of its fraction; zero has no sign."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return EXACT.normalize(value)


def _digits_touch(items: list[Lexeme], i: int) -> bool:
    return touches(items, i) and touches(items, i + 1) and items[i + 1].kind == "digits"


def _spaced_group(items: list[Lexeme], i: int, chunks: list[str], signs: list[str]) -> bool:
    """True if lexeme ``i`` is a group of three digits behind one space, after groups of the same make."""
    gap = items[i].start - items[i - 1].end
    fits = len(items[i].text) == 3 and items[i].kind == "digits" and 1 <= gap <= 2
    return fits and all(sign == " " for sign in signs) and 1 <= len(chunks[0]) <= 3


def _grouped(chunks: list[str]) -> bool:
    return 1 <= len(chunks[0]) <= 3 and all(len(chunk) == 3 for chunk in chunks[1:])


def _join(chunks: list[str], signs: list[str]) -> Decimal:
    """Chunks of digits and the signs between them -> the number. The last ``,`` or ``.`` is decimal if it is alone."""
    decimal = bool(signs) and signs[-1] in ",." and signs.count(signs[-1]) == 1
    whole, fraction = (chunks[:-1], chunks[-1]) if decimal else (chunks, "0")
    between = set(signs[:-1] if decimal else signs)
    if len(between) > 1 or (len(whole) > 1 and not _grouped(whole)):
        written = "".join(chunk + sign for chunk, sign in zip(chunks, [*signs, ""], strict=True))
        raise NumberError(f"{written!r} is neither a decimal number nor groups of three digits")
    return Decimal(f"{''.join(whole)}.{fraction}")


def _skip_ending(items: list[Lexeme], end: int) -> int:
    """Past the case ending of a number in digits: ``3-х``, ``10-ти``."""
    hyphened = word_at(items, end) == "-" and touches(items, end) and touches(items, end + 1)
    return end + 2 if hyphened and word_at(items, end + 1) in _ENDINGS else end


def _with_fraction(items: list[Lexeme], mantissa: Decimal, end: int) -> tuple[Decimal, int]:
    """``2 с половиной`` -> 2.5, ``ноль целых три десятых`` -> 0.3; anything else as it is."""
    if word_at(items, end) == "с" and word_at(items, end + 1) == "половиной":
        return EXACT.add(mantissa, Decimal("0.5")), end + 2
    if word_at(items, end) in _WHOLES:
        part = _term(items, end + 1 + (word_at(items, end + 1) == "и"))
        if part is None or (places := _PLACES.get(word_at(items, part.end)[:6])) is None:
            raise NumberError(f"{items[end].text!r} without tenths, hundredths or thousandths after it")
        return EXACT.add(mantissa, part.value.scaleb(-places)), part.end + 1
    return mantissa, end


def _scales(items: list[Lexeme], end: int) -> tuple[Decimal, int]:
    """The product of the scales at lexeme ``end`` (``тыс. млрд``), and the index behind them and their dots."""
    product = ONE
    while (scale := SCALES.get(word_at(items, end))) is not None:
        dotted = items[end].text in ABBREVIATED and word_at(items, end + 1) == "."
        product, end = EXACT.multiply(product, scale), end + 1 + dotted
    return product, end
