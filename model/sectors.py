"""SECTOR spans -> sector code, OKVED-2 divisions and normal form.

Terms of ``data/tables/sector_terms.tsv`` found in the span decide: strong ones before weak ones (``производство``),
those that hold the head noun before others (``медицинский туризм`` is tourism), longer before shorter, then the first.
The terms were collected by hand for how press releases name sectors.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rucoop.data.tables import Sector, sector_terms, sectors
from rucoop.model.morphology import parses
from rucoop.model.normal_form import nominative
from rucoop.model.terms import Terms

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]*)*")
_SPACED_DASH: Final = re.compile(r"\s*[-–—‑]\s*")
_ADJECTIVES: Final = ("ADJF", "PRTF")


@dataclass(frozen=True, slots=True)
class SectorName:
    """A sector's code and OKVED-2 divisions, and the nominative of the phrase that named it."""

    code: str
    okved: tuple[str, ...]
    name: str


@lru_cache(maxsize=16384)
def sector_code(text: str) -> SectorName | None:
    """The sector that the span ``text`` names, in whatever case; None where no term is found in it."""
    hits = _terms().hits(_forms(text))
    if not hits:
        return None
    head = _head(text)
    best = max(hits, key=lambda hit: (not hit.value[1], hit.first <= head <= hit.last, hit.weight, -hit.first))
    sector = _by_code()[best.value[0]]
    return SectorName(sector.code, sector.okved, normal_form(text))


def normal_form(text: str) -> str:
    """The nominative of a sector's phrase, without outer quotation marks; a lone adjective in the masculine."""
    bare = " ".join(text.strip('«»„“”" ').split())
    name = nominative(bare)
    words = bare.split()
    if len(words) == 1 and parses(bare)[0].tag.POS in _ADJECTIVES:
        name = str(parses(bare)[0].normal_form)
    name = name if "ё" in bare else name.replace("ё", "е")
    first = name.split(" ", 1)[0]
    return name if _is_acronym(first) else name[:1].lower() + name[1:]


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word[1].isupper()


def _head(text: str) -> int:
    """Index of the first noun among the words of ``text``; -1 if there is none."""
    return next((i for i, form in enumerate(_forms(text)) if parses(form)[0].tag.POS == "NOUN"), -1)


def _forms(text: str) -> list[str]:
    joined = _SPACED_DASH.sub("-", text.lower().replace("ё", "е"))
    return [match[0].rstrip("-") for match in _WORD.finditer(joined)]


@cache
def _terms() -> Terms[tuple[str, bool]]:
    return Terms((term.term, (term.code, term.weak)) for term in sector_terms())


@cache
def _by_code() -> dict[str, Sector]:
    return {sector.code: sector for sector in sectors()}
