"""Growth and decline: whether a figure is a change and not a level, and which way it goes.

``вырос на 5%`` and ``рост составил 5%`` are changes; ``вырос до 5 млрд`` and ``доля выросла до 30%`` are levels.
"""

import re
from typing import Final, Literal

Direction = Literal["increase", "decrease"]

_UP: Final = (
    r"вырос|выраст|возрос|возрастет|возрасти|возрастут|рост(?:а|у|ом|е)?\b|росл[аио]\b|растет|растут|растущ|прирос|прирас|увелич|повы[сш]|"
    r"подня(?:л|в|т)|подро(?:с|ст)|нара(?:ст|щ)|прибав|больше\b|выше\b|подорож|удорож|превы[сш]|дороже\b|расшир|опере[дж]|подскоч|взлет|скакн|плюс(?:ом)?\b"
)
_DOWN: Final = (
    r"сни[зж]|паден|упа[лвд]|падает|сокра[тщ]|уменьш|просе[лд]|просад|спад(?:а|у|ом|е)?\b|меньше\b|ниже\b|убы(?:л|в)|подешев|удешев|"
    r"потеря|опусти|ослаб|дешевле\b|минус(?:ом)?\b|урез|сжа[лт]|сжима|короче\b|сузи|недобор|отста[лв]|рухн|обвал"
)
_VERB: Final = re.compile(rf"\b(?:({_UP})|({_DOWN}))[а-я]*")
_NOUN: Final = re.compile(
    r"\b(?:(рост(?:а|у|ом|е)?|прирост\w*|увеличени\w+|повышени\w+|плюс(?:ом)?)|(снижени\w+|падени\w+|сокращени\w+|уменьшени\w+|спад\w{0,2}|минус(?:ом)?))\b"
)
_LEVEL: Final = re.compile(r"\b(?:до|от|с|к|против)\s+(?:отметки\s+(?:в\s+)?)?$")
_BY: Final = re.compile(r"\bна\s+$")
_COMPARED: Final = re.compile(r"\s*(?:меньше|ниже|дешевле)\b")  # a comparison of two things: вдвое меньше соседей
_GAINED: Final = re.compile(r"\b(?:(прибав\w+|добав\w+)|(потеря\w+|недобра\w+))\s+(?:еще\s+|сразу\s+)?$")
_CLAUSE: Final = re.compile(r"[.;!?…](?=\s|$)|\s(?:но|однако|тогда как)\s")
_NUMBER: Final = re.compile(r"(?<![0-9])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]")  # a year is no value of its own
_BEHIND: Final = re.compile(rf"\s*(?:[а-я-]+\s+)?(?:({_UP})|({_DOWN}))")
_INDEX: Final = re.compile(r"\b(?:темп\w*\s+(?:роста|прироста)|индекс\w*)\b[^,;]*$")
_NEAR: Final = 60  # characters in which what stands right before a figure is looked for
_THAN: Final = re.compile(r"\b(?:более|менее|больше|меньше),?\s+чем\s")
_MODIFIERS: Final = re.compile(
    r"(?:\b(?:почти|около|порядка|примерно|более|менее|свыше|чем|сразу|еще|уже|лишь|всего|только)\s+)+$"
)


def read_direction(before: str, after: str, *, by: bool, ratio: bool, times: bool) -> Direction | None:
    """Which way a figure changes something; None where it is a level, or the words do not tell.

    ``before`` and ``after`` are the folded rest of its sentence; ``by`` is True if ``на`` stands in the span;
    ``ratio`` if the figure is percent or times, ``times`` if it is times.
    """
    by = by or _BY.search(_MODIFIERS.sub("", before[-_NEAR:])) is not None
    if not by and not ratio:
        return None
    clause = _THAN.sub(" ", _CLAUSE.split(before)[-1])
    lead = _MODIFIERS.sub("", clause)
    if not by and _LEVEL.search(lead):
        return None
    if times and _COMPARED.match(after):
        return None
    if by or times:
        return _behind(after, clause) or _last(_VERB, clause if ratio else clause.rsplit(",", 1)[-1])
    if (gained := _last(_GAINED, lead)) is not None:
        return gained
    if _INDEX.search(clause):
        return None
    return _stated(lead)


def _behind(after: str, before: str) -> Direction | None:
    """The verb right behind the figure (``на 12% вырос``), unless one stands right before it in the same part."""
    match = _BEHIND.match(after)
    if match is None or _last(_VERB, re.split(r"[,0-9]", before)[-1]):
        return None
    return "increase" if match[1] else "decrease"


def _last(pattern: re.Pattern[str], text: str) -> Direction | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return None if found is None else "increase" if found[1] else "decrease"


def _stated(lead: str) -> Direction | None:
    """``рост экспорта составил``, ``падение —``: a noun of change whose value the figure is."""
    part = re.split(r"[,(]", lead)[-1]
    match = next(reversed(list(_NOUN.finditer(part))), None)
    if (
        match is None
        or _NUMBER.search(part, match.end())
        or re.search(r"\b(?:дол[яиею]\w*|уровен\w*)\b", part[match.end() :])
    ):
        return None
    return "increase" if match[1] else "decrease"
