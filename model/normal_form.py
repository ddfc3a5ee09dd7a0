"""Nominative forms of noun phrases: ``грузовых автомобилей`` -> ``грузовые автомобили``; number is kept."""

import re
from functools import lru_cache
from itertools import product
from typing import Any, Final

from rucoop.model.morphology import parses

# A word, hyphens inside included; what lies between words is kept as it stands.
_WORD: Final = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_ADJECTIVES: Final = ("ADJF", "PRTF")
_BREADTH: Final = 4  # parses looked at per word


@lru_cache(maxsize=8192)
def nominative(phrase: str) -> str:
    """``phrase`` with its head noun and the adjectives before it in the nominative; the rest as it stands.

    Words of a phrase that is no noun phrase, or is nominative already, come back unchanged.
    """
    words = list(_WORD.finditer(phrase))
    head = _head(words)
    if head is None:
        return phrase
    chosen = _agreeing(words[: head + 1])
    if chosen is None or {"nomn"} <= set(chosen[-1].tag.grammemes):
        return phrase
    out, position = "", 0
    for word, parse in zip(words, chosen, strict=False):
        out += phrase[position : word.start()] + _inflected(word[0], parse, chosen[-1])
        position = word.end()
    return out + phrase[position:]


def _head(words: list[re.Match[str]]) -> int | None:
    """Index of the first noun; None where something other than adjectives stands before it."""
    for i, word in enumerate(words):
        speech = {parse.tag.POS for parse in parses(word[0])[:_BREADTH]}
        if speech.isdisjoint(_ADJECTIVES) or (i + 1 == len(words) and "NOUN" in speech):
            return i if "NOUN" in speech else None
    return None


def _agreeing(words: list[re.Match[str]]) -> list[Any] | None:
    """One parse per word, all in one case and number, adjectives in the noun's gender; the likeliest, else None."""
    *before, head = [list(parses(word[0])[:12]) for word in words]
    best: tuple[float, list[Any]] | None = None
    for noun in (p for p in head if p.tag.POS == "NOUN"):
        fitting = [[p for p in group if p.tag.POS in _ADJECTIVES and _agrees(p, noun)][:1] for group in before]
        for combination in product(*fitting):
            score = noun.score + sum(p.score for p in combination)
            if best is None or score > best[0]:
                best = score, [*combination, noun]
    return best and best[1]


def _agrees(adjective: Any, noun: Any) -> bool:
    a, n = adjective.tag, noun.tag
    same_gender = n.number == "plur" or a.gender == n.gender
    animate = a.case != "accs" or a.animacy in (None, n.animacy)
    return bool(a.case == n.case and a.number == n.number and same_gender and animate)


def _inflected(word: str, parse: Any, noun: Any) -> str:
    grammemes = {"nomn", noun.tag.number or "sing"}
    if parse is not noun and noun.tag.number == "sing" and noun.tag.gender:
        grammemes.add(noun.tag.gender)
    found = parse.inflect(grammemes)
    return _cased(found.word, word) if found else word


def _cased(word: str, like: str) -> str:
    """``word`` in the letter case of ``like``."""
    if len(like) > 1 and like.isupper():
        return word.upper()
    return "-".join(
        part[:1].upper() + part[1:] if model[:1].isupper() else part
        for part, model in zip(word.split("-"), like.split("-") + [""] * 9, strict=False)
    )
