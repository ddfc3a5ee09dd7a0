"""Articles from files: ``.txt``, ``.jsonl``, ``.csv``, ``.parquet``, folders of them, and standard input.

Streams one article at a time. What cannot be read becomes a ``BadInput`` in its place; it never stops the others.
"""

import csv
import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from rucoop.data.records import Document
from rucoop.model.given import home_code, iso_date

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


class Source(NamedTuple):
    """A file to read, and the name that its articles get where they bring no id."""

    path: str
    name: str


def read_articles(sources: Iterable[Source], fields: Fields, home: str | None = None) -> Iterator[Document | BadInput]:
    """Articles of sources (see ``expand``), in order."""
    for source in sources:
        if source.path == "-":
            yield from _json_lines(source, sys.stdin.buffer, fields, home)
            continue
        try:
            yield from READERS[Path(source.path).suffix.lower()](source, fields, home)
        except (OSError, ValueError, csv.Error) as error:
            yield BadInput(source.path, None, None, str(error))


def expand(inputs: Iterable[str], outputs: Iterable[str] = ()) -> list[Source]:
    """Every file of the inputs; folders give their files of known kinds, sorted, subfolders included.

    ``outputs`` are left out of folders. Raises FileNotFoundError or ValueError on an input that is none, is of an
    unknown kind, or is an output too.
    """
    written = {Path(name).resolve() for name in outputs}
    found: list[Source] = []
    for name in inputs:
        path = Path(name)
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            found += [
                Source(str(p), p.relative_to(path).with_suffix("").as_posix())
                for p in files
                if p.resolve() not in written
            ]
        elif name == "-":
            found.append(Source(name, "stdin"))
        else:
            found.append(_file(path, written))
    return found


def _file(path: Path, written: Collection[Path]) -> Source:
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such file or folder")
    if path.suffix.lower() not in SUFFIXES:
        kind = path.suffix or "a file without suffix"
        raise ValueError(f"{path}: cannot read {kind}; known: {', '.join(SUFFIXES)}")
    if path.resolve() in written:
        raise ValueError(f"{path}: is an input and an output; write to another file")
    return Source(str(path), path.stem)


def _text_file(source: Source, fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    try:
        text = decode(Path(source.path).read_bytes())
    except ValueError as error:
        yield BadInput(source.path, None, source.name, str(error))
        return
    yield Document(text, source.name, source=source.path, home=home)


def _jsonl_file(source: Source, fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    with open(source.path, "rb") as file:
        yield from _json_lines(source, file, fields, home)


def _json_lines(
    source: Source, lines: Iterable[bytes], fields: Fields, home: str | None
) -> Iterator[Document | BadInput]:
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        row: Any = None
        try:
            row = json.loads(decode(raw.rstrip(b"\r\n")))
            yield _document(row, fields, home, source, number)
        except json.JSONDecodeError as error:
            yield BadInput(source.path, number, None, f"not JSON: {error.msg} at column {error.colno}")
        except (ValueError, RecursionError) as error:
            doc_id = row.get(fields.id) if isinstance(row, dict) else None
            message = str(error) if isinstance(error, ValueError) else "nested too deeply to be read"
            yield BadInput(source.path, number, None if doc_id is None else str(doc_id), message)


def _csv_file(source: Source, fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    csv.field_size_limit(2**31 - 1)
    with open(source.path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        # Russian spreadsheets export with semicolons.
        header = file.readline()
        file.seek(0)
        reader = csv.DictReader(file, delimiter=max(",;\t", key=header.count))
        if fields.text not in (reader.fieldnames or ()):
            raise ValueError(
                f"no column {fields.text!r}; columns: {', '.join(reader.fieldnames or ())} (--text-field names it)"
            )
        for row in reader:
            yield _checked(row, fields, home, source, reader.line_num)


def _parquet_file(source: Source, fields: Fields, home: str | None) -> Iterator[Document | BadInput]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise ValueError('reading Parquet needs pyarrow: pip install "rucoop[parquet]"') from None
    try:
        file = parquet.ParquetFile(source.path)
        if fields.text not in (names := file.schema_arrow.names):
            raise ValueError(f"no column {fields.text!r}; columns: {', '.join(names)} (--text-field names it)")
        wanted = [n for n in (fields.text, fields.id, fields.published, fields.url, "home") if n in names]
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _checked(row, fields, home, source, number)
    except ArrowException as error:
        raise ValueError(f"not a readable Parquet file: {error}") from None


READERS: Final[Mapping[str, Callable[[Source, Fields, str | None], Iterator[Document | BadInput]]]] = {
    ".txt": _text_file, ".jsonl": _jsonl_file, ".csv": _csv_file, ".parquet": _parquet_file,
}  # fmt: skip


def _checked(
    row: Mapping[str, Any], fields: Fields, home: str | None, source: Source, number: int
) -> Document | BadInput:
    try:
        return _document(row, fields, home, source, number)
    except ValueError as error:
        doc_id = row.get(fields.id)
        return BadInput(source.path, number, None if doc_id is None else str(doc_id), str(error))


def _document(row: Any, fields: Fields, home: str | None, source: Source, number: int) -> Document:
    if not isinstance(row, Mapping):
        raise ValueError(f"expected a JSON object, got {type(row).__name__}")
    text = row.get(fields.text)
    if not isinstance(text, str):
        have = ", ".join(map(str, list(row)[:20]))
        raise ValueError(f"field {fields.text!r} is {'missing' if text is None else 'no string'}; fields here: {have}")
    if any("\udc80" <= c <= "\udcff" for c in text):
        decode(text.encode("utf-8", "surrogateescape"))
    doc_id, url = row.get(fields.id), row.get(fields.url)
    return Document(
        text,
        f"{source.name}-{number}" if doc_id is None or doc_id == "" else str(doc_id),
        source=source.path,
        home=home_code(row.get("home")) or home,
        published=iso_date(row.get(fields.published)),
        url=None if url is None or url == "" else str(url),
    )


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
