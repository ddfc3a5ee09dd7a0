"""Articles from files: ``.txt``, ``.jsonl``, ``.csv``, ``.parquet``, folders of them, and standard input.

Streams one article at a time. What cannot be read becomes a ``BadInput`` in its place; it never stops the others.
"""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rucoop.data.records import Document

SUFFIXES: Final = (".txt", ".jsonl", ".csv", ".parquet")
_LIKELY = "cp1251"


@dataclass(frozen=True, slots=True)
class BadInput:
    """A file, line or row that gave no article: where it stands, and why."""

    source: str
    line: int | None
    doc_id: str | None
    error: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Which fields of a JSON line, CSV or Parquet row hold what."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    url: str = "url"


def read_articles(inputs: Iterable[str], fields: Fields, home: str | None = None) -> Iterator[Document | BadInput]:
    """Articles of files, folders and ``-``, in order. Raises FileNotFoundError or ValueError on a wrong command."""
    for path in expand(inputs):
        if path == "-":
            yield from _json_lines("-", sys.stdin.buffer, fields, home)
            continue
        try:
            yield from READERS[Path(path).suffix.lower()](path, fields, home)
        except (OSError, ValueError, csv.Error) as error:
            yield BadInput(path, None, None, str(error))


def expand(inputs: Iterable[str]) -> list[str]:
    """Every file of the inputs; folders give their files of known kinds, sorted, subfolders included."""
    found: list[str] = []
    for name in inputs:
        path = Path(name)
        if path.is_dir():
            found += sorted(str(p) for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        elif name != "-" and not path.is_file():
            raise FileNotFoundError(f"{name}: no such file or folder")
        elif name != "-" and path.suffix.lower() not in SUFFIXES:
            raise ValueError(
                f"{name}: cannot read {path.suffix or 'a file without suffix'}; known: {', '.join(SUFFIXES)}"
            )
        else:
            found.append(name)
    return found


def _text_file(path: str, fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    try:
        text = decode(Path(path).read_bytes())
    except ValueError as error:
        yield BadInput(path, None, Path(path).stem, str(error))
        return
    yield Document(text, Path(path).stem, source=path, home=home)


def _jsonl_file(path: str, fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    with open(path, "rb") as file:
        yield from _json_lines(path, file, fields, home)


def _json_lines(source: str, lines: Iterable[bytes], fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        row: Any = None
        try:
            row = json.loads(decode(raw))
            yield _document(row, fields, home, source, number)
        except (ValueError, RecursionError) as error:
            doc_id = row.get(fields.id) if isinstance(row, dict) else None
            yield BadInput(source, number, None if doc_id is None else str(doc_id), f"{type(error).__name__}: {error}")


def _csv_file(path: str, fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    csv.field_size_limit(2**31 - 1)
    with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.DictReader(file)
        if fields.text not in (reader.fieldnames or ()):
            raise ValueError(
                f"no column {fields.text!r}; columns: {', '.join(reader.fieldnames or ())} (--text-field names it)"
            )
        for row in reader:
            yield _checked(row, fields, home, path, reader.line_num)


def _parquet_file(path: str, fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise ValueError('reading Parquet needs pyarrow: pip install "rucoop[parquet]"') from None
    try:
        file = parquet.ParquetFile(path)
        if fields.text not in (names := file.schema_arrow.names):
            raise ValueError(f"no column {fields.text!r}; columns: {', '.join(names)} (--text-field names it)")
        wanted = [name for name in (fields.text, fields.id, fields.published, fields.url) if name in names]
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _checked(row, fields, home, path, number)
    except ArrowException as error:
        raise ValueError(f"not a readable Parquet file: {error}") from None


READERS: Final[Mapping[str, Callable[[str, Fields, str | None], Iterator[Document | BadInput]]]] = {
    ".txt": _text_file, ".jsonl": _jsonl_file, ".csv": _csv_file, ".parquet": _parquet_file,
}  # fmt: skip


def _checked(row: Mapping[str, Any], fields: Fields, home: str | None, source: str, number: int) -> Document | BadInput:
    try:
        return _document(row, fields, home, source, number)
    except ValueError as error:
        doc_id = row.get(fields.id)
        return BadInput(source, number, None if doc_id is None else str(doc_id), str(error))


def _document(row: Any, fields: Fields, home: str | None, source: str, number: int) -> Document:
    if not isinstance(row, Mapping):
        raise ValueError(f"expected a JSON object, got {type(row).__name__}")
    text = row.get(fields.text)
    if not isinstance(text, str):
        have = ", ".join(map(str, list(row)[:20]))
        raise ValueError(f"field {fields.text!r} is {'missing' if text is None else 'no string'}; fields here: {have}")
    if any("\udc80" <= c <= "\udcff" for c in text):
        decode(text.encode("utf-8", "surrogateescape"))
    given = {name: row.get(getattr(fields, name)) for name in ("id", "published", "url")}
    known = {name: None if value is None or value == "" else str(value) for name, value in given.items()}
    return Document(
        text, known["id"] or f"{Path(source).stem if source != '-' else 'stdin'}-{number}", source=source,
        home=row.get("home") or home, published=known["published"], url=known["url"],
    )  # fmt: skip


def decode(raw: bytes) -> str:
    """UTF-8 (with or without a byte order mark) -> text; ValueError that names the likely encoding otherwise."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"not UTF-8 at byte {error.start}; it is likely {likely_encoding(raw)}: convert it first "
            f"(iconv -f {likely_encoding(raw)} -t utf-8)"
        ) from None


def likely_encoding(raw: bytes) -> str:
    """The legacy encoding of Russian text that gives the most small Cyrillic letters."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    sample = raw[:4096]
    return max(
        (_LIKELY, "koi8-r", "cp866"), key=lambda name: sum("а" <= c <= "я" for c in sample.decode(name, "replace"))
    )
