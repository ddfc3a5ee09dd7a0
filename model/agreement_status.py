"""Whether a document is signed, in force, or still planned, from the words around it."""

import re
from typing import Final

from rucoop.model.schema import AgreementStatus

_W: Final = r"[а-яё]*"
_SIGNED: Final = re.compile(
    rf"\bподписан{_W}\b|\bподписал{_W}\b|\bподписыва{_W}|\bзаключ(?:ил|ен|ён|ён){_W}|\bскреп{_W}|\bпоставил{_W}\s+подпис|\bутвердил{_W}|"
    rf"\bподписани{_W}|\bвизировал{_W}|\bпарафировал{_W}|\bпродлил{_W}|\bпродл[её]н{_W}|\bпринят{_W}\b|\bдополнил{_W}|"
    rf"\bвыиграл{_W}|\bподпис[еяи]\w*\s+под|\bавтографы",
    re.IGNORECASE,
)
_FORCE: Final = re.compile(
    rf"\bдейств(?:ует|уют|ующ{_W}|овал{_W})|\bв\s+рамках\b|\bв\s+соответствии\b|\bсогласно\b|\bпо\s+реализации\b|\bреализ(?:ации|уется|уют){_W}|"
    rf"\bвступлени{_W}\s+в\s+силу|\bвступил{_W}\s+в\s+силу|\bвыполн{_W}|\bисполн(?:яется|ение|ению|ении)|\bна\s+основе\b|\bна\s+основании\b|"
    rf"\bконкретизирует|\bработает\b|\bсуществу{_W}|\bпредусмотрен{_W}|\bпо\s+условиям\b|\bранее\s+(?:подписан|заключ)",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    rf"\bподпи(?:шут|шет|сать)\b|\bзаключ(?:ить|ат|ит)\b|\bподготов{_W}|\bготов(?:ится|ят|им|ит|ность|ы|а)?\b|\bпланиру{_W}|\bнамерен{_W}|\bпредл(?:ожил|агает|ожение|агают){_W}|"
    rf"\bобещают|\bпроект{_W}\s*$|\bразработ(?:ать|ают|ку|ка)|\bобсуд{_W}|\bдоговорились|\bусловились|\bждем|\bжд[её]м|\bбудет|\bбудут|"
    rf"\bв\s+скором|\bхот(?:ят|ел|им){_W}|\bмог(?:ут|ли)\b|\bобсужда{_W}|\bк\s+подписанию|\bпроработ{_W}|\bсогласу{_W}|\bобновить|\bпродлить",
    re.IGNORECASE,
)
_OLD: Final = re.compile(rf"\b(?:ранее|в\s+(?:19|20)\d\d\s+году|напомн{_W}|ещ[её]\s+в|с\s+(?:19|20)\d\d)\b", re.IGNORECASE)


def status_of(before: str, covered: str, after: str) -> AgreementStatus:
    """The status that the words nearest to the document give it; a document merely named is in force.

    A document said to be signed in an earlier year is in force.
    """
    if re.match(r"\s*(?:по\s+)?(?:действующ)", covered, re.IGNORECASE):
        return "in_force"
    cues = [
        (_closeness(pattern, before, after), status)
        for pattern, status in ((_PLANNED, "planned"), (_SIGNED, "signed"), (_FORCE, "in_force"))
    ]
    distance, status = min(cues, key=lambda cue: cue[0])
    if distance == _NEVER:
        return "in_force"
    if status == "signed" and _OLD.search(before + covered + after):
        return "in_force"
    return status  # type: ignore[return-value]


_NEVER: Final = 10**6
_AFTER: Final = 25  # a cue behind the document counts as so many characters further off


def _closeness(pattern: re.Pattern[str], before: str, after: str) -> int:
    behind = [len(before) - m.end() for m in pattern.finditer(before)]
    ahead = [m.start() + _AFTER for m in pattern.finditer(after)]
    return min([*behind, *ahead], default=_NEVER)
