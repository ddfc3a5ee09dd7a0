"""Phrases of dictionary forms and beginnings of words, found in text in any inflection.

The form of a phrase is that of ``data.entries.SectorTerm.term``: ``подготовка кадр*`` finds ``подготовкой кадров`` and
``подготовке кадрового``. A word without ``*`` is cut to its stem, which may take any Russian ending of a noun or
adjective, so that neither the tables nor the text need a dictionary.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
_NOUN_ENDINGS = "а я о е ы и ь й у ю ой ей ом ем ою ею ью ов ев ам ям ами ями ах ях ия ии ию ие ий ием иям иями иях"
_ADJECTIVE_ENDINGS = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ыми ими ых их ую юю"
_ENDINGS = frozenset([*_NOUN_ENDINGS.split(), *_ADJECTIVE_ENDINGS.split(), ""])
_DICTIONARY_ENDINGS = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "а", "я", "о", "е", "ы", "и", "ь", "й")
_KEY = 3  # words are looked up by their first letters


class Hit(NamedTuple, Generic[Value]):
    """A term at words ``first`` to ``last`` (inclusive); ``weight`` counts the letters that had to match."""

    first: int
    last: int
    weight: int
    value: Value


class Terms(Generic[Value]):
    """A set of phrases, each with a value."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._index: dict[str, list[tuple[tuple[tuple[str, bool], ...], int, Value]]] = {}
        for phrase, value in phrases:
            pattern = tuple(_pattern(word) for word in phrase.split())
            weight = sum(len(stem) for stem, _ in pattern)
            self._index.setdefault(pattern[0][0][:_KEY], []).append((pattern, weight, value))

    def hits(self, forms: Sequence[str]) -> list[Hit[Value]]:
        """All phrases found in ``forms`` (folded words, in order), overlapping ones included."""
        return [hit for position in range(len(forms)) for hit in self.hits_at(forms, position)]

    def hits_at(self, forms: Sequence[str], position: int) -> list[Hit[Value]]:
        """The phrases whose first word is ``forms[position]``."""
        start = forms[position][:_KEY]
        groups = (self._index.get(start[:size], ()) for size in range(1, len(start) + 1))
        return [
            Hit(position, position + len(pattern) - 1, weight, value)
            for group in groups
            for pattern, weight, value in group
            if position + len(pattern) <= len(forms)
            and all(_matches(forms[position + i], stem, free) for i, (stem, free) in enumerate(pattern))
        ]


def _pattern(word: str) -> tuple[str, bool]:
    """The stem of one word of a phrase, and True where anything may follow it."""
    form = word.lower().replace("ё", "е")
    if form.endswith("*"):
        return form[:-1], True
    if word.isupper() or len(form) < 3:
        return form, False
    ending = next((e for e in _DICTIONARY_ENDINGS if form.endswith(e) and len(form) - len(e) >= 2), "")
    return form.removesuffix(ending), False


def _matches(form: str, stem: str, free: bool) -> bool:
    return form.startswith(stem) and (free or form[len(stem) :] in _ENDINGS)
