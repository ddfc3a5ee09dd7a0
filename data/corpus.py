"""Annotated documents in JSONL, stand-off included (format: ``GUIDELINES.md``, section 5).

A stand-off line has no text but the name and SHA-256 of a file, and optionally the range of an excerpt; readers
take the folder of texts and refuse a file whose hash differs.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

from rucoop.data.records import AgreementFact, Document, EventFact, Facts, FigureFact, Sentence, Span

FACT_PARTS: Mapping[str, type] = {"figures": FigureFact, "agreements": AgreementFact, "events": EventFact}
T = TypeVar("T")


class CorpusError(ValueError):
    """A corpus line that cannot be used. The message starts with ``file:line``."""


def read_corpus(path: str | Path, texts: str | Path | None = None) -> list[Document]:
    """All documents of a JSONL file, in order. Raises CorpusError at the first line that is wrong."""
    return list(iter_corpus(path, texts))


def iter_corpus(path: str | Path, texts: str | Path | None = None) -> Iterator[Document]:
    """Documents of a JSONL file one by one; see ``read_corpus``."""
    for where, line in numbered_lines(path):
        yield parse_line(line, where, texts)


def numbered_lines(path: str | Path) -> Iterator[tuple[str, str]]:
    """(``file:line``, line) of every line that is not blank."""
    with open(path, "rb") as file:
        for number, raw in enumerate(file, 1):
            where = f"{path}:{number}"
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise CorpusError(f"{where}: not UTF-8 ({error}); save the file as UTF-8") from None
            if line.strip():
                yield where, line


def parse_line(line: str, where: str = "line", texts: str | Path | None = None) -> Document:
    """One JSON line -> Document, with its text loaded and every offset checked."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise CorpusError(f"{where}: not JSON: {error}") from None
    if not isinstance(row, dict):
        raise CorpusError(f"{where}: expected a JSON object, got {type(row).__name__}")
    try:
        document = from_row(row, _text(row, texts))
    except (KeyError, TypeError, ValueError) as error:
        what = f"missing field {error}" if isinstance(error, KeyError) else str(error)
        raise CorpusError(f"{where}: {row.get('id', 'document without id')}: {what}") from None
    for problem in offset_problems(document):
        raise CorpusError(f"{where}: {document.id}: {problem}")
    return document


def from_row(row: Mapping[str, Any], text: str) -> Document:
    """A JSON object (parsed) and its text -> Document."""
    facts = row.get("facts")
    return Document(
        text=text,
        id=row["id"],
        source=row.get("source") or "user",
        split=row.get("split"),
        home=row.get("home"),
        published=row.get("published"),
        url=row.get("url"),
        spans=tuple(_build(Span, span) for span in row.get("spans") or ()),
        sentences=tuple(
            Sentence(item["start"], item["end"], tuple(item.get("types") or ())) for item in row.get("sentences") or ()
        ),
        facts=None if facts is None else _facts(facts),
        meta=row.get("meta"),
    )


def to_row(document: Document, standoff: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Document -> JSON object. ``standoff`` (``file``, ``sha256``, ``range``) replaces the text."""
    row: dict[str, Any] = {name: getattr(document, name) for name in ("id", "source", "split", "home", "published")}
    if document.url:
        row["url"] = document.url
    row.update(standoff if standoff is not None else {"text": document.text})
    row["spans"] = [_without_none(asdict(span)) for span in document.spans]
    row["sentences"] = [asdict(sentence) for sentence in document.sentences]
    row["facts"] = None if document.facts is None else _without_none(asdict(document.facts))
    row["meta"] = document.meta
    return row


def write_corpus(path: str | Path, documents: Iterable[Document]) -> None:
    """Write documents as JSONL, text included."""
    write_rows(path, (to_row(document) for document in documents))


def write_rows(path: str | Path, rows: Iterable[Mapping[str, Any]]) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def offset_problems(document: Document) -> Iterator[str]:
    """Everything that makes the offsets of a document unusable, as readable sentences."""
    limit = len(document.text)
    kinds: tuple[tuple[str, Sequence[Span | Sentence]], ...] = (
        ("span", document.spans), ("sentence", document.sentences),
    )  # fmt: skip
    for kind, parts in kinds:
        end = 0
        for part in sorted(parts, key=lambda p: (p.start, p.end)):
            if not 0 <= part.start < part.end <= limit:
                yield f"{kind} [{part.start}, {part.end}) is empty or outside the text of {limit} characters"
            elif part.start < end:
                yield f"{kind} [{part.start}, {part.end}) overlaps the one before it, which ends at {end}"
            end = max(end, part.end)


def _text(row: Mapping[str, Any], texts: str | Path | None) -> str:
    if isinstance(row.get("text"), str):
        return str(row["text"])
    if "file" not in row:
        raise ValueError("neither text nor file (a stand-off line needs file and sha256)")
    if texts is None:
        raise ValueError(f"text is stand-off ({row['file']}): give the folder that holds it (--texts DIR)")
    raw = (Path(texts) / row["file"]).read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    if digest != row["sha256"]:
        raise ValueError(f"{row['file']}: sha256 is {digest}, the annotation was made for {row['sha256']}")
    start, end = row.get("range") or (0, None)
    text: str = raw.decode("utf-8")[start:end]
    return text


def _build(kind: type[T], values: Mapping[str, Any]) -> T:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if surplus := set(values) - known - {"text"}:
        raise ValueError(f"unknown field {sorted(surplus)} in {kind.__name__}; known: {sorted(known)}")
    return kind(**{name: tuple(v) if isinstance(v, list) else v for name, v in values.items() if name in known})


def _facts(row: Mapping[str, Any]) -> Facts:
    return Facts(
        **{name: tuple(row.get(name) or ()) for name in ("partners", "sectors", "event_types")},
        **{
            name: None
            if name != "figures" and row.get(name) is None
            else tuple(_build(kind, r) for r in row.get(name) or ())
            for name, kind in FACT_PARTS.items()
        },  # type: ignore[arg-type]
    )


def _without_none(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}
