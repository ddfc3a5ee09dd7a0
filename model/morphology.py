"""Russian morphology: one pymorphy3 analyzer for the whole process, loaded at first use.

Parses are looked up once per word form and kept; the analyzer is only read after it is built, so that threads may
share it.
"""

from functools import cache, lru_cache
from threading import Lock
from typing import Any, Final

_building: Final = Lock()


def analyzer() -> Any:
    """The shared ``pymorphy3.MorphAnalyzer`` (loading takes about a tenth of a second, once)."""
    with _building:
        return _analyzer()


@cache
def _analyzer() -> Any:
    import pymorphy3  # type: ignore[import-untyped]

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def parses(word: str) -> tuple[Any, ...]:
    """All parses of one word form (case ignored, ``ё`` may be written ``е``), the most probable first."""
    return tuple(analyzer().parse(word))


def lemma(word: str) -> str:
    """The dictionary form of the most probable parse, lower case, with ``е`` for ``ё``."""
    return str(parses(word)[0].normal_form).replace("ё", "е")


@lru_cache(maxsize=65536)
def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms of all parses, the most probable first, without repetitions, ``е`` for ``ё``."""
    return tuple(dict.fromkeys(str(parse.normal_form).replace("ё", "е") for parse in parses(word)))


def inflect(word: str, *grammemes: str) -> str | None:
    """``word`` in the form asked for (``gent``, ``plur`` ...), lower case; None where it has no such form."""
    form = parses(word)[0].inflect(set(grammemes))
    return None if form is None else str(form.word)


def has_tag(word: str, grammeme: str) -> bool:
    """True if the most probable parse of ``word`` carries the OpenCorpora grammeme (``NOUN``, ``plur``, ``Geox``)."""
    return grammeme in parses(word)[0].tag
