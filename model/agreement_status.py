"""Whether a document is signed, in force, or still planned, from the words around it."""

import re
from collections.abc import Collection
from typing import Final

from rucoop.model.schema import AgreementStatus

_W: Final = r"[а-яё]*"
_SIGNED: Final = re.compile(
    rf"\bподписан{_W}|\bподписал{_W}|\bподписыва{_W}|\bподписани{_W}|\bзаключ(?:ил|ен|ён|ив){_W}|"
    rf"\bскрепи{_W}|\bпостави{_W}\s+подпис{_W}|"
    rf"\bутверди{_W}|\bутвержд[её]н{_W}|\b(?:за)?визирова{_W}|\bпарафирова{_W}|\bпродл(?:ил|ён|"
    rf"ен){_W}|\bпринят{_W}\b|\bдополнил{_W}|"
    rf"\bвыиграл{_W}|\bподпис[ьияей]+\s+под|\bавтограф{_W}|\bоформил{_W}|\bполучил{_W}|"
    rf"\bзакрепил{_W}|\bобменял{_W}|\bродился|\bувез{_W}|"
    rf"\bитог(?:ом|овый)?\b",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    rf"\b(?:ожида|планиру|намеч|готов|предсто){_W}(?:\s+[а-яё]+)?(?:\s+к)?\s+подписани{_W}|"
    rf"\bподпи(?:шут|шет|шем|сать)\b|\bзаключ(?:ить|ат|ит)\b|\bподготов{_W}|\bготов(?:ится|ят|им|"
    rf"ит|ность|ы|а)?\b|\bпланиру{_W}|"
    rf"\bнамерен{_W}|\bнамечен{_W}|\bпредлож{_W}|\bпредлага{_W}|\bобещают|\bпроект{_W}\b|"
    r"\bразработ(?:ать|ают|ку|ка)\b|\bсостав(?:лен|ят|ить)\b|"
    rf"\bдоговорились|\bусловились|\bжд[её](?:м|т)\b|\bбуд(?:ет|ут)\b|\bхот(?:ят|ел|им){_W}|"
    rf"\bмог(?:ут|ли)\b|\bобсужда{_W}|\bобсуд{_W}|"
    rf"\bпроработ{_W}|\bсогласу{_W}|\bобновить|\bпродлить|\bнуж(?:ен|на|но)\b|\bпропишем|"
    r"\bпредставит\b|\bв\s+программе\b|\bзавтра\b|"
    rf"\bобещан{_W}|\bрассчитыва{_W}|\bпревратят",
    re.IGNORECASE,
)
_FORCE: Final = re.compile(
    rf"\bдейств(?:ует|уют|ующ{_W}|овал{_W})|\bвступлени{_W}\s+в\s+силу|\bвступил{_W}\s+в\s+силу|"
    rf"\bвыполн{_W}|\bисполняется|\bреализуется|"
    rf"\bработает\b|\bсуществу{_W}|\bподходит\s+к\s+концу|\bконкретизирует|\bнапомнил{_W}\s+об?",
    re.IGNORECASE,
)
_BASIS: Final = re.compile(
    r"(?:по\s+(?:реализации|выполнению|исполнению|условиям)|в\s+(?:рамках|соответствии\s+с|"
    r"развитие|исполнение)|во\s+исполнение|согласно|"
    rf"на\s+(?:основе|основании)|реализаци{_W}|выполнени{_W}|\bк|опирается\s+на|благодаря|"
    rf"конкретизирует|напомнил{_W}\s+об?|обязательств{_W}\s+по)"
    rf"\s+(?:[а-яё]+\s+)?$",
    re.IGNORECASE,
)
_OLD: Final = re.compile(
    rf"\b(?:ранее|напомн{_W}|справ{_W}|ещ[её]\s+в)\b|\b(?:в|от)\s+(?:[а-яё]+\s+){{0,2}}(?:19|"
    r"20)\d\d\b(?!\s*[-–—]\s*\d)|"
    rf"\d\s+[а-яё]+\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
_STANDING: Final = frozenset({"agreement", "plan", "other"})  # kinds that hold for years once signed
_NEVER: Final = 10**6
_AFTER: Final = 25  # a cue behind the document counts as so many characters further off


def rests_below(before: str) -> bool:
    """True if the words before a document make it the basis of another: ``план по реализации [Соглашения]``."""
    return _BASIS.search(before) is not None


def status_of(kind: str, before: str, covered: str, after: str, types: Collection[str]) -> AgreementStatus:
    """The status that the words nearest to the document give it.

    ``before`` and ``after`` are the rest of the sentence, ``types`` its event types. A standing document said to be
    signed in an earlier year is in force; so is the one that another document rests on.
    """
    if covered.lower().startswith("действующ") or _BASIS.search(before):
        return "in_force"
    cues: list[tuple[int, AgreementStatus]] = [
        (_closeness(_PLANNED, before, after), "planned"),
        (_closeness(_SIGNED, before, after), "signed"),
        (_closeness(_FORCE, before, after), "in_force"),
    ]
    distance, status = min(cues, key=lambda cue: cue[0])
    if distance == _NEVER:
        return "signed" if "agreement" in types else "planned" if "intent" in types else "in_force"
    if status == "signed" and kind in _STANDING and _OLD.search(f"{before} {after}"):
        return "in_force"
    return status


def _closeness(pattern: re.Pattern[str], before: str, after: str) -> int:
    behind = [len(before) - m.end() for m in pattern.finditer(before)]
    ahead = [m.start() + _AFTER for m in pattern.finditer(after)]
    return min([*behind, *ahead], default=_NEVER)
