"""Annotation of texts that may not be copied: lists of marks -> stand-off documents (offsets, labels, hash).

A list of marks names a text file and the covered strings in the order of the text; it is turned into offsets and thrown
away. ``rucoop-data show`` prints the numbered sentences of a text for the annotator. The form::

    ### nerel/train/1.txt | n-001 | KZ | news | year=2012 | scenario=n-001 | brief=standoff | range=0:1800
    POSITION Президент
    PARTNER Казахстана
    SECTOR=energy энергетики
    S1 meeting,visit
    @partners KZ RU
    @event meeting | KZ RU | -
"""

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from rucoop.data.authoring import Problems
from rucoop.data.corpus import to_row
from rucoop.data.fact_lines import FactLines
from rucoop.data.labels import EVENT_TYPES, LABELS
from rucoop.data.records import Document, Sentence, Span
from rucoop.data.segment import sentences
from rucoop.data.split import split_of

_MARK = re.compile(r"([A-Z]+)(?:=([a-z_]+))? (.+)")
_TYPES = re.compile(r"S(\d+) (.*)")


def compile_standoff(path: str | Path, texts: str | Path) -> tuple[list[tuple[Document, dict[str, Any]]], list[str]]:
    """(document with its text, JSON row without it) for each list of marks in a file, and all problems found."""
    problems = Problems(str(path))
    lines = Path(path).read_text("utf-8").splitlines()
    starts = [i for i, line in enumerate(lines) if line.startswith("###")]
    read = [_document(lines[a:b], a + 1, Path(texts), problems) for a, b in pairwise([*starts, len(lines)])]
    return [item for item in read if item], problems.found


def _document(block: list[str], number: int, texts: Path, problems: Problems) -> tuple[Document, dict[str, Any]] | None:
    parts = [part.strip() for part in block[0].lstrip("# ").split("|")]
    if len(parts) < 4 or not (texts / parts[0]).is_file():
        problems.add(number, parts[0], f"expected ### FILE | id | home | genre | ..., with FILE in {texts}")
        return None
    meta = dict(part.split("=", 1) for part in parts[4:] if "=" in part)
    raw = (texts / parts[0]).read_bytes()
    start, end = (int(n) if n else None for n in meta.pop("range", ":").split(":"))
    text = raw.decode("utf-8")[start:end]
    found = sentences(text)
    spans = list(_spans(text, block, number, parts[1], problems))
    typed = _typed(found, block, number, parts[1], problems)
    facts_at = next((i for i, line in enumerate(block) if line.startswith("@")), len(block))
    facts = FactLines(parts[1], problems).read(block[facts_at:], number + facts_at, spans, typed)
    document = Document(
        text, parts[1], parts[0].split("/")[0], split_of(meta.get("scenario", parts[1])),
        None if parts[2] in {"-", ""} else parts[2], meta.pop("published", None), None, tuple(spans), tuple(typed),
        facts, {"genre": parts[3], **meta},
    )  # fmt: skip
    where: dict[str, Any] = {"file": parts[0], "sha256": hashlib.sha256(raw).hexdigest()}
    if start is not None or end is not None:
        where["range"] = [start or 0, len(raw.decode("utf-8")) if end is None else end]
    return document, to_row(document, where)


def _spans(text: str, block: list[str], number: int, doc_id: str, problems: Problems) -> Iterator[Span]:
    position = 0
    for i, line in enumerate(block[1:], number + 1):
        match = _MARK.fullmatch(line.rstrip("\r\n"))
        if not match or _TYPES.fullmatch(line):
            if line.strip() and not line.startswith("@") and not _TYPES.fullmatch(line):
                problems.add(i, doc_id, f"{line!r}: expected LABEL covered text, S<number> types, or a fact")
            continue
        label, code, covered = match[1], match[2], match[3]
        if label not in LABELS or (label == "SECTOR") != (code is not None):
            problems.add(i, doc_id, f"{line!r}: unknown label, or a SECTOR without its code")
        at = text.find(covered, position)
        if at < 0:
            problems.add(i, doc_id, f"{covered!r} does not occur after character {position}; marks stand in text order")
            continue
        yield Span(at, at + len(covered), label, code)
        position = at + len(covered)


def _typed(found: list[Sentence], block: list[str], number: int, doc_id: str, problems: Problems) -> list[Sentence]:
    given: dict[int, set[str]] = {}
    for i, line in enumerate(block[1:], number + 1):
        if match := _TYPES.fullmatch(line.strip()):
            names = {name.strip() for name in match[2].split(",")}
            if int(match[1]) >= len(found) or names - set(EVENT_TYPES):
                problems.add(i, doc_id, f"{line!r}: no such sentence or type; sentences are numbered from 0")
            given.setdefault(int(match[1]), set()).update(names)
    return [
        Sentence(s.start, s.end, tuple(name for name in EVENT_TYPES if name in given.get(i, ())))
        for i, s in enumerate(found)
    ]
