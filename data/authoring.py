"""The authoring form -> documents: marks in the text instead of offsets (described in ``BRIEFS.md``)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from rucoop.data.fact_lines import FactLines
from rucoop.data.labels import EVENT_TYPES, LABELS
from rucoop.data.records import Document, Sentence, Span
from rucoop.data.segment import sentences
from rucoop.data.split import split_of

_MARK = re.compile(r"\[\[([A-Z]+)(?:=([a-z_]+))?:([^\[\]]*)\]\]|\{\{([^{}]*)\}\}")
_STRAY = re.compile(r"\[\[|\]\]|\{\{|\}\}")
_HEADER = re.compile(r"###\s*(.+)")


@dataclass
class Problems:
    """What is wrong in a file, as ``file:line: id: sentence``."""

    path: str
    found: list[str] = field(default_factory=list)

    def add(self, line: int, doc_id: str, message: str) -> None:
        self.found.append(f"{self.path}:{line}: {doc_id}: {message}")


def compile_file(path: str | Path, source: str = "authored") -> tuple[list[Document], list[str]]:
    """All documents of an authored file, and all problems found in it (with ``file:line``)."""
    problems = Problems(str(path))
    lines = Path(path).read_text("utf-8").splitlines()
    documents = [_document(block, start, problems, source) for start, block in _blocks(lines, problems)]
    return documents, problems.found


def _blocks(lines: list[str], problems: Problems) -> Iterator[tuple[int, list[str]]]:
    starts = [i for i, line in enumerate(lines) if line.startswith("###")]
    if not starts or any(line.strip() for line in lines[: starts[0]]):
        problems.add(1, "-", "the file must begin with a header line: ### id | home | genre | key=value ...")
    for start, end in pairwise([*starts, len(lines)]):
        yield start, lines[start:end]


def _document(block: list[str], start: int, problems: Problems, source: str) -> Document:
    header = _header(block[0], start + 1, problems)
    doc_id = header["id"]
    facts_at = next((i for i, line in enumerate(block) if line.startswith("@")), len(block))
    text, spans, types = _Marks(doc_id, problems).read(block[1:facts_at], start + 2)
    located = _typed_sentences(text, types)
    facts = FactLines(doc_id, problems).read(block[facts_at:], start + facts_at + 1, spans, located)
    meta = {k: v for k, v in header.items() if k not in {"id", "home", "published"}}
    return Document(
        text, doc_id, source, split_of(header.get("scenario", doc_id)), header.get("home"),
        header.get("published"), None, tuple(spans), tuple(located), facts, meta,
    )  # fmt: skip


def _header(line: str, number: int, problems: Problems) -> dict[str, str]:
    match = _HEADER.fullmatch(line.strip())
    parts = [part.strip() for part in match[1].split("|")] if match else []
    if len(parts) < 3:
        problems.add(number, "-", f"header {line!r}: expected ### id | home | genre | key=value ...")
        return {"id": f"line-{number}"}
    values = dict(part.split("=", 1) for part in parts[3:] if "=" in part)
    for key in ("year", "scenario", "brief"):
        if key not in values:
            problems.add(number, parts[0], f"header lacks {key}=")
    home = {} if parts[1] in {"-", ""} else {"home": parts[1]}
    return {"id": parts[0], **home, "genre": parts[2], **values}


class _Marks:
    """Takes marks out of the text and keeps their places."""

    def __init__(self, doc_id: str, problems: Problems) -> None:
        self.doc_id, self.problems = doc_id, problems
        self.spans: list[Span] = []
        self.types: list[tuple[int, tuple[str, ...]]] = []

    def read(self, lines: list[str], number: int) -> tuple[str, list[Span], list[tuple[int, tuple[str, ...]]]]:
        """-> text, spans, [(offset just after the sentence's last character, types)]"""
        first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
        text = ""
        for i, line in enumerate(lines[first:], number + first):
            text += self._line(line, len(text), i) + "\n"
        return text.rstrip(), self.spans, self.types

    def _line(self, line: str, base: int, number: int) -> str:
        out, position = "", 0
        for mark in _MARK.finditer(line):
            out += line[position : mark.start()]
            position = mark.end()
            if mark[4] is not None:
                self._type(mark[4], base + len(out.rstrip()), number)
                continue
            self._span(mark, base + len(out), number)
            out += mark[3]
        out += line[position:]
        if _STRAY.search(out):
            self._problem(
                number, f"unbalanced mark in {out.strip()[:80]!r}; write [[LABEL:covered]] or {{{{type,type}}}}"
            )
        return out

    def _span(self, mark: re.Match[str], start: int, number: int) -> None:
        label, code, covered = mark[1], mark[2], mark[3]
        if label not in LABELS:
            self._problem(number, f"unknown label {label!r} in {mark[0]!r}; known: {', '.join(LABELS)}")
        if (label == "SECTOR") != (code is not None):
            self._problem(
                number, f"{mark[0]!r}: a SECTOR carries its code ([[SECTOR=chemistry:...]]), no other label does"
            )
        if not covered.strip() or covered != covered.strip():
            self._problem(number, f"{mark[0]!r}: the span is empty or starts or ends with a space")
        self.spans.append(Span(start, start + len(covered), label, code))

    def _type(self, names: str, end: int, number: int) -> None:
        types = tuple(name.strip() for name in names.split(",") if name.strip() not in {"", "-"})
        for name in set(types) - set(EVENT_TYPES):
            self._problem(number, f"unknown event type {name!r}; known: {', '.join(EVENT_TYPES)}")
        self.types.append((end, types))

    def _problem(self, number: int, message: str) -> None:
        self.problems.add(number, self.doc_id, message)


def _typed_sentences(text: str, types: list[tuple[int, tuple[str, ...]]]) -> list[Sentence]:
    """Sentences of the text; a mark gives its types to the sentence that holds the character before it."""
    found = sentences(text)
    given: dict[int, set[str]] = {}
    for end, names in types:
        index = next((i for i, s in enumerate(found) if s.start < end <= s.end), None)
        if index is not None:
            given.setdefault(index, set()).update(names)
    return [
        Sentence(s.start, s.end, tuple(name for name in EVENT_TYPES if name in given.get(i, ())))
        for i, s in enumerate(found)
    ]
