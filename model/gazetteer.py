"""Names of territories in running text, in any case: a dictionary of stems, looked up once or a few times per token.

The first word of every name and variant of ``data/tables/territories.tsv`` leads, by its stem, to the names that start
with it; the longest name that fits wins, and all territories of that name are kept (``РК``) for the context to choose.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from rucoop.data.tables import Territory, territories
from rucoop.model.paradigms import ALL_CASES, LONGEST_ENDING, Paradigm, agreeing, paradigms

_WORD: Final = re.compile(r"[^\W_]+")
_BETWEEN: Final = re.compile(r"[ \t\u00a0]*[-–—‑’'.]{0,2}\s?[ \t\u00a0]*")
_LONG: Final = 6  # letters of a word that may hold a slip
_LOOK_ALIKES: Final = str.maketrans("aceopxykmtbh", "асеорхукмтвн")
_ABBREVIATED: Final = {"обл": "область", "респ": "республика"}


class Word(NamedTuple):
    """A word of a text: its folded form (lower case, ``е`` for ``ё``) and where it stands."""

    form: str
    start: int
    end: int


class Name(NamedTuple):
    """A name or variant: the paradigms of its words, and the territories it may mean, the likeliest first.

    ``sure`` counts the territories it means without any help from context; they come first.
    """

    words: tuple[tuple[Paradigm, ...], ...]
    acronym: bool
    bracketed: bool
    territories: tuple[Territory, ...]
    sure: int


class Found(NamedTuple):
    """A name found at words ``first`` to ``last`` (inclusive), covering ``text[start:end]``, in one of ``cases``."""

    first: int
    last: int
    start: int
    end: int
    name: Name
    cases: str


def words(text: str) -> list[Word]:
    """The words (letters and digits) of ``text`` in order."""
    return [Word(fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]


def fold(word: str) -> str:
    """``word`` as it is looked up: lower case, ``е`` for ``ё``, no Latin look-alikes, type nouns in full."""
    form = word.lower().replace("ё", "е")
    if not form.isascii():
        form = form.translate(_LOOK_ALIKES)
    return _ABBREVIATED.get(form, form)


def longest_names(text: str, tokens: Sequence[Word]) -> Iterator[Found]:
    """The longest names in ``text``, left to right, without overlaps. ``tokens`` are ``words(text)``."""
    position = 0
    while position < len(tokens):
        found = name_at(text, tokens, position)
        if found is None:
            position += 1
        else:
            yield found
            position = found.last + 1


def name_at(text: str, tokens: Sequence[Word], position: int) -> Found | None:
    """The longest name whose first word is ``tokens[position]``, or None."""
    best: Found | None = None
    for name in _candidates(tokens[position].form):
        if best is not None and len(name.words) <= len(best.name.words):
            continue
        best = _fit(text, tokens, position, name) or best
    return best


def _candidates(form: str) -> Iterator[Name]:
    index = stems()
    for cut in range(min(LONGEST_ENDING, len(form) - 1) + 1):
        ending = form[len(form) - cut :]
        for name in index.get(form[: len(form) - cut], ()):
            if any(p.stem + ending == form and ending in p.endings for p in name.words[0]):
                yield name


def _fit(text: str, tokens: Sequence[Word], position: int, name: Name) -> Found | None:
    last = position + len(name.words) - 1
    if last >= len(tokens):
        return None
    start, end = tokens[position].start, tokens[last].end
    if name.acronym and not text[start:end].isupper():
        return None
    cases = ALL_CASES
    for offset, readings in enumerate(name.words):
        here = _cases(tokens[position + offset].form, readings)
        if not here or (offset and not _adjacent(text, tokens, position + offset, name.bracketed)):
            return None
        cases = here if offset == 0 else agreeing(cases, here)
    if name.bracketed and text[end : end + 1] == ")":
        end += 1
    return Found(position, last, start, end, name, cases)


def _cases(form: str, readings: Sequence[Paradigm]) -> str:
    return "".join(p.endings.get(form[len(p.stem) :], "") for p in readings if form.startswith(p.stem))


def _adjacent(text: str, tokens: Sequence[Word], second: int, bracketed: bool) -> bool:
    between = text[tokens[second - 1].end : tokens[second].start]
    return bool(_BETWEEN.fullmatch(between)) or (bracketed and between.strip() == "(")


def name_with_slip(text: str, tokens: Sequence[Word]) -> Name | None:
    """The name that ``text`` as a whole is, but for one letter too many, too few, wrong or swapped; None if none is.

    Only for words of six letters and more that start with the right letter; acronyms and names with capitals inside
    (``БелАЗ``) do not count.
    """
    if not all(word[1:].islower() for word in re.split(r"[^\w]+", text) if len(word) > 2) or not text[:1].isupper():
        return None
    for name in names():
        if len(name.words) == len(tokens) and not name.acronym and _one_slip(tokens, name):
            return name
    return None


def _one_slip(tokens: Sequence[Word], name: Name) -> bool:
    slips = 0
    for token, readings in zip(tokens, name.words, strict=True):
        if not _cases(token.form, readings):
            slips += 1
            if slips > 1 or len(token.form) < _LONG or not any(_nearly(token.form, p) for p in readings):
                return False
    return slips == 1


def _nearly(form: str, paradigm: Paradigm) -> bool:
    stem = paradigm.stem
    if form[0] != stem[:1] or not -1 <= len(form) - len(stem) <= LONGEST_ENDING + 1:
        return False
    return any(_one_edit(form, stem + ending) for ending in paradigm.endings)


def _one_edit(a: str, b: str) -> bool:
    """True if one insertion, deletion, replacement or swap of neighbours turns ``a`` into ``b``."""
    if abs(len(a) - len(b)) > 1:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[head:], b[head:]
    swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
    return rest_a[1:] == rest_b or rest_a == rest_b[1:] or rest_a[1:] == rest_b[1:] or swapped


@cache
def stems() -> dict[str, list[Name]]:
    """Stem of the first word -> names that start with it."""
    index: dict[str, list[Name]] = {}
    for name in names():
        for stem in {paradigm.stem for paradigm in name.words[0]}:
            index.setdefault(stem, []).append(name)
    return index


@cache
def names() -> tuple[Name, ...]:
    """Every distinct name and variant of the table."""
    sure: dict[str, list[Territory]] = {}
    unsure: dict[str, list[Territory]] = {}
    for territory in territories():
        for variant in (territory.name, *territory.variants):
            (unsure if variant.endswith("?") else sure).setdefault(variant.rstrip("?"), []).append(territory)
    return tuple(_name(v, sure.get(v, ()), unsure.get(v, ())) for v in dict.fromkeys([*sure, *unsure]))


def _name(variant: str, sure: Sequence[Territory], unsure: Sequence[Territory]) -> Name:
    acronym = variant.isupper()
    forms = [word.form for word in words(variant)]
    readings = tuple((Paradigm(form, {"": ALL_CASES}),) if acronym else paradigms(form) for form in forms)
    return Name(readings, acronym, "(" in variant, (*sure, *unsure), len(sure))
