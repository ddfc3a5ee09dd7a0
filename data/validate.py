"""Label rules that a program can check. Each rule is a function: document -> readable problems."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from rucoop.data.corpus import offset_problems
from rucoop.data.labels import EVENT_TYPES, LABELS
from rucoop.data.records import Document, Span

_NUMBER_WORD = re.compile(
    r"\d|(?:пол|перв|втор|четвер|тро[еихм]|трем|трём|ста\b|двум|полтор|втрое|вдвое|вчетверо|впятеро|десят|сотн|тысяч|миллион|миллиард|трет|четверт|половин|кратн|раз|"
    r"один|одн|два|две|двух|двум|двое|три|трех|трёх|тремя|трое|четыр|пят|шест|сем|седьм|восем|восьм|девят|сорок|сто|пара|оба|обе|дюжин)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\s*(?:г\.?|год\w*|гг\.?)?")
_PAIRS: Final = (("«", "»"), ("„", "“"), ("“", "”"), ("(", ")"))


def problems(document: Document) -> list[str]:
    """Everything wrong with one annotated document."""
    return [problem for rule in RULES for problem in rule(document)]


def _offsets(document: Document) -> Iterator[str]:
    yield from offset_problems(document)


def _vocabulary(document: Document) -> Iterator[str]:
    for span in document.spans:
        if span.label not in LABELS:
            yield f"unknown label {_show(document, span)}"
    for sentence in document.sentences:
        for name in set(sentence.types) - set(EVENT_TYPES):
            yield f"unknown event type {name!r} at [{sentence.start}, {sentence.end})"


def _edges(document: Document) -> Iterator[str]:
    for span in document.spans:
        covered = document.text[span.start : span.end]
        if covered != covered.strip():
            yield f"span starts or ends with a space: {_show(document, span)}"
        elif lone_quote(covered):
            yield f"span edge holds a lone quote or punctuation mark: {_show(document, span)}"


def _figures(document: Document) -> Iterator[str]:
    for span in document.spans:
        covered = document.text[span.start : span.end]
        if span.label == "FIGURE" and not _NUMBER_WORD.search(covered):
            yield f"FIGURE without digits or number words: {_show(document, span)}"
        if span.label == "FIGURE" and _YEAR.fullmatch(covered):
            yield f"a year is DATE, not FIGURE: {_show(document, span)}"


def _metrics(document: Document) -> Iterator[str]:
    labels = {span.label for span in document.spans}
    if "METRIC" in labels and "FIGURE" not in labels:
        yield "METRIC in a document without any FIGURE"


_PROCESS: Final = "развити|поддержк|привлечени|сохранени|расширени|увеличени|укреплени|реализаци|локализаци"
_MONTH: Final = "январ|феврал|март|апрел|ма[ея]\\b|июн|июл|август|сентяб|октяб|нояб|декаб"
_MEASURE: Final = "товарооборот|экспорт|импорт|торговл"
_BOUNDARIES: Final = tuple(
    (label, re.compile(pattern), problem)
    for label, pattern, problem in (
        (
            "SECTOR",
            r"(?i)\b(?:сфер\w*|отрасл\w*|област\w*|сотрудничеств\w*|обмен\w*|связ(?:и|ей|ям|ями|ях))$",
            "ends with a general noun that stays outside (сфера, отрасль, сотрудничество, связи, обмен)",
        ),
        (
            "SECTOR",
            rf"(?i)^(?:{_PROCESS})\w*\s",
            "starts with a process noun that stays outside when the rest names the area",
        ),
        (
            "METRIC",
            rf"(?i)^(?:объ[её]м\w*|размер\w*|сумм\w+|уровень|уровня)\s(?:взаимн\w+ )?(?:{_MEASURE})",
            "starts with объем, размер, сумма or уровень before a noun that is a measure itself",
        ),
        (
            "DATE",
            rf"(?i)^(?:в|к|до|на|от)\s(?:\d{{4}}|прошл|{_MONTH}|этом год)",
            "includes the preposition of a point in time",
        ),
        (
            "PARTNER",
            r"^(?:[Гг]ород\w{0,3}|г\.|[Кк]омпани\w+|[Хх]олдинг\w*|[Кк]онцерн\w*)\s(?=[«„\"А-ЯЁ])",
            "includes город, компания, холдинг or концерн",
        ),
        ("AGREEMENT", r"\sмежду\s", "goes on into the sides"),
    )
)


def _boundaries(document: Document) -> Iterator[str]:
    for span in document.spans:
        covered = document.text[span.start : span.end]
        for label, pattern, problem in _BOUNDARIES:
            if span.label == label and pattern.search(covered):
                yield f"{_show(document, span)} {problem}"


def _negative(document: Document) -> Iterator[str]:
    if (document.meta or {}).get("genre") == "negative" or (document.meta or {}).get("brief") == "b10":
        for span in document.spans:
            if span.label == "PARTNER":
                yield f"PARTNER in a negative: {_show(document, span)}"
        if any(sentence.types for sentence in document.sentences):
            yield "event types in a negative"


RULES: Final[Sequence[Callable[[Document], Iterator[str]]]] = (
    _offsets, _vocabulary, _edges, _figures, _metrics, _boundaries, _negative,
)  # fmt: skip


def lone_quote(covered: str) -> bool:
    """True if quotation marks or brackets are not paired inside, or punctuation stands at an edge."""
    if any(covered.count(a) != covered.count(b) for a, b in _PAIRS if a != "“" and "„" not in covered):
        return True
    if covered.count('"') % 2:
        return True
    return covered[-1] in ",;:!?…–—" or covered[0] in ",;:!?…–—."


def _show(document: Document, span: Span) -> str:
    return f"{span.label} [{span.start}, {span.end}) {document.text[span.start : span.end]!r}"


def duplicates(documents: Sequence[Document], threshold: float = 0.5, width: int = 5) -> list[str]:
    """Pairs whose word ``width``-grams overlap by ``threshold`` of the smaller document, or that share an id."""
    found: list[str] = []
    owners: dict[int, list[int]] = {}
    seen: dict[str, int] = {}
    grams = [_grams(document.text, width) for document in documents]
    for i, document in enumerate(documents):
        if document.id in seen:
            found.append(f"id {document.id!r} is used by documents {seen[document.id] + 1} and {i + 1}")
        seen.setdefault(document.id, i)
        shared: dict[int, int] = {}
        for gram in grams[i]:
            for j in owners.setdefault(gram, []):
                shared[j] = shared.get(j, 0) + 1
            owners[gram].append(i)
        for j, count in shared.items():
            if count >= threshold * max(1, min(len(grams[i]), len(grams[j]))):
                found.append(f"{documents[j].id} and {document.id} share {count} {width}-word runs: near-duplicates")
    return found


def _grams(text: str, width: int) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i : i + width])) for i in range(len(words) - width + 1)}
