"""Event types in the terms of PLOVER and CAMEO (annotation guidelines, section 2)."""

import re
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from rucoop.data.labels import EventType
from rucoop.model.schema import Plover

Cameo = Literal["036", "0311", "040", "041", "042", "057", "061"]
_PHONE: Final = re.compile(
    r"по\s+телефону|телефонн\w+|видеоконференц\w+|видеосвяз\w+|\bВКС\b|онлайн|"
    r"в\s+режиме\s+видео|по\s+видео\w+|созвон\w+",
    re.IGNORECASE,
)
_COMING: Final = re.compile(
    r"\bпригла\w+|\bприглаш\w+|\bпозвал\w*|\bзов[её]т|\bзовут|\bвизит\w*|\bвстреч\w+|\bприед\w+|"
    r"\bпосет\w+|\bпобыва\w+|\bотправ(?:ится|ятся|имся)\b|"
    r"\bделегаци\w+|\bпоездк\w+|\bприбуд\w+|\bпоед\w+",
    re.IGNORECASE,
)


class Codes(NamedTuple):
    """What a type of event is in PLOVER, its mode there, its contexts, and its CAMEO code."""

    event: Literal["CONSULT", "SUPPORT", "COOPERATE", "AGREE"]
    mode: Literal["visit", "phone", "multilateral"] | None
    context: str
    cameo: Cameo


_CODES: Final[dict[EventType, Codes]] = {
    "meeting": Codes("CONSULT", None, "diplomatic", "040"),
    "visit": Codes("CONSULT", "visit", "diplomatic", "042"),
    "agreement": Codes("SUPPORT", None, "economic", "057"),
    "trade": Codes("COOPERATE", None, "economic", "061"),
    "project": Codes("COOPERATE", None, "economic", "061"),
    "forum": Codes("CONSULT", "multilateral", "diplomatic", "040"),
    "intent": Codes("AGREE", None, "economic", "0311"),
}
_CONTEXTS: Final = {
    "technology": {"it", "electronics", "science_innovation"},
    "natural_resource": {"oil_gas", "metallurgy", "forestry_wood"},
    "environment": {"ecology_utilities"},
    "health": {"healthcare", "pharma"},
}


def codes(kind: EventType, text: str, sectors: Iterable[str]) -> tuple[Plover, Cameo]:
    """PLOVER terms and CAMEO code of an event told in ``text`` about ``sectors`` (codes)."""
    found = _CODES[kind]
    if kind == "meeting" and _PHONE.search(text):
        found = found._replace(mode="phone", cameo="041")
    if kind == "intent" and _COMING.search(text):
        found = found._replace(context="diplomatic", cameo="036")
    named = set(sectors)
    more = [context for context, members in _CONTEXTS.items() if members & named]
    return Plover(event=found.event, mode=found.mode, context=[found.context, *more]), found.cameo
