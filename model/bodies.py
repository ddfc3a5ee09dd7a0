"""Bodies that carry a territory's adjective in their name: ``Минский областной исполнительный комитет``."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from rucoop.data.tables import Territory, territories
from rucoop.model.gazetteer import Word
from rucoop.model.paradigms import LONGEST_ENDING, Paradigm, paradigms

# What such a name ends in, and what may stand between the adjective and that noun.
_NOUN: Final = re.compile(
    r"(?:(?:обл|гор|рай)?исполком|облсовет|горсовет|комитет|акимат|хокимият|мэри|администраци|правительств|дум|собрани|"
    r"совет|маслихат|курулта|регион|вилоят|велаят|губерни|област|обл|кра|муниципалитет|кенгаш|жогорку)\w{0,3}"
)
_BETWEEN: Final = re.compile(r"(?:областн|городск|краев|исполнительн|законодательн|народн|губернск|окружн)\w{2,3}")
_OF_CITY: Final = re.compile(r"(?:городск|горисполком|горсовет|мэри|муниципалитет)\w*")
# Words that only introduce a territory inside a span.
_SETTING: Final = re.compile(
    r"(?:город|столиц|правительств|администраци|акимат|хокимият|мэри|посольств|генконсульств|консульств|"
    r"представительств|власт|парламент|руководств|министерств|губернатор|президент|рук|полпредств|торгпредств|республик|"
    r"аппарат|раис)\w{0,3}|г|гг|и|в|во"
)
_REGION: Final = re.compile(
    r"(?:провинци|штат|префектур|воеводств|кантон|графств|остан|аймак|вилай|вилайет|уезд|област|район|округ|мухафаз|"
    r"поселени|велаят|вилоят|улус|регион|губернаторств|земл|департамент|медье|эмират|жудец|автоном)\w{0,3}|кра[йяюе]|краем|лен"
)
_LONGEST: Final = 5


class Body(NamedTuple):
    """A body's name at words ``first`` to ``last`` (inclusive) and the territories it may speak for."""

    first: int
    last: int
    territories: tuple[Territory, ...]


def body_at(tokens: Sequence[Word], position: int) -> Body | None:
    """The body whose territory's adjective is ``tokens[position]``, or None."""
    candidates, after = _adjective_at(tokens, position)
    if not candidates:
        return None
    last = None
    for i in range(after, min(after + _LONGEST, len(tokens))):
        if _NOUN.fullmatch(tokens[i].form):
            last = i
        elif not _BETWEEN.fullmatch(tokens[i].form):
            break
    if last is None:
        return None
    of_city = any(_OF_CITY.fullmatch(token.form) for token in tokens[after : last + 1])
    return Body(position, last, _of_kind(candidates, of_city))


def is_setting(form: str) -> bool:
    """True for a word that only introduces a territory (``города Минска``, ``Правительства Казахстана``)."""
    return bool(_SETTING.fullmatch(form)) or is_region_noun(form)


def is_region_noun(form: str) -> bool:
    """True for a type noun of subdivisions (``провинция``, ``штат``, ``район``)."""
    return bool(_REGION.fullmatch(form))


def elliptic(tokens: Sequence[Word]) -> tuple[Territory, ...]:
    """Territories of an adjective that stands for the whole name: ``Самарской`` of ``Самарской и Омской областей``."""
    candidates, after = _adjective_at(tokens, 0) if tokens else ([], 0)
    return tuple(t for t in candidates if t.kind == "region") if after == len(tokens) else ()


def _of_kind(candidates: Sequence[Territory], of_city: bool) -> tuple[Territory, ...]:
    if not of_city:
        return tuple(sorted(candidates, key=lambda t: t.kind == "city"))
    cities = [_capital(t) if t.kind == "region" else t for t in candidates]
    return tuple(city for city in cities if city is not None) or tuple(candidates)


def _capital(region: Territory) -> Territory | None:
    cities = (t for t in territories() if t.kind == "city" and t.parent == region.id)
    return next((city for city in cities if city.name == region.capital), None)


def _adjective_at(tokens: Sequence[Word], position: int) -> tuple[list[Territory], int]:
    """Territories of the adjective of one or two words at ``position``, and the index after it."""
    for size in (2, 1):
        if position + size <= len(tokens):
            *before, form = (token.form for token in tokens[position : position + size])
            for cut in range(2, LONGEST_ENDING + 1):
                known = _adjectives().get((*before, form[:-cut]), ())
                if any(form[-cut:] in paradigm.endings for paradigm, _ in known):
                    return list(dict.fromkeys(territory for _, territory in known)), position + size
    return [], position


@cache
def _adjectives() -> dict[tuple[str, ...], list[tuple[Paradigm, Territory]]]:
    """Words of an adjective, the last without its ending -> its paradigms (one a gender) and territories."""
    index: dict[tuple[str, ...], list[tuple[Paradigm, Territory]]] = {}
    for territory in territories():
        for adjective in territory.adjectives:
            *before, last = adjective.split("-")
            for ending in ("", "ая", "ое", "ые"):
                form = last if not ending else last[:-2] + ending
                for paradigm in paradigms(form):
                    index.setdefault((*before, paradigm.stem), []).append((paradigm, territory))
    return index
