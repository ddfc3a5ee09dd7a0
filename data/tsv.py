"""Tab-separated tables that ship with the package; a row that breaks the form is an error naming ``file:line``."""

from collections.abc import Callable, Iterator
from decimal import InvalidOperation
from importlib.resources import files
from typing import TypeVar

Cells = dict[str, str]
Row = TypeVar("Row")


class TableError(ValueError):
    """A table row that cannot be read; the message starts with ``file:line``."""


def read(name: str, columns: str, make: Callable[[Cells], Row], key: Callable[[Row], object]) -> tuple[Row, ...]:
    """Rows of the shipped table ``name``, in order; arguments as for ``parse``."""
    text = files("rucoop.data").joinpath("tables", name).read_text(encoding="utf-8")
    return parse(text, name, columns, make, key)


def parse(
    text: str, name: str, columns: str, make: Callable[[Cells], Row], key: Callable[[Row], object]
) -> tuple[Row, ...]:
    """Rows of a table's text: a header line and one line a row, cells separated by tabs.

    ``columns`` is the header expected (names separated by spaces), ``make`` turns the cells of a row into a value,
    ``key`` gives what must be unique. Raises TableError.
    """
    rows: dict[object, Row] = {}
    for line, cells in _cells(text, name, columns.split()):
        try:
            row = make(cells)
        except (ValueError, InvalidOperation) as error:
            raise TableError(f"{name}:{line}: {error}") from error
        if key(row) in rows:
            raise TableError(f"{name}:{line}: {key(row)!r} is there twice, expected once")
        rows[key(row)] = row
    return tuple(rows.values())


def required(cells: Cells, column: str) -> str:
    """The cell of ``column``; ValueError if it is empty."""
    if not cells[column]:
        raise ValueError(f"column {column!r} is empty, expected a value")
    return cells[column]


def flag(cells: Cells, column: str) -> bool:
    """True for ``1``, False for ``0``; ValueError for anything else."""
    if cells[column] not in ("0", "1"):
        raise ValueError(f"{column} is {cells[column]!r}, expected 0 or 1")
    return cells[column] == "1"


def members(cell: str) -> tuple[str, ...]:
    """The members of a list cell, which ``;`` separates."""
    return tuple(part for part in cell.split(";") if part)


def _cells(text: str, name: str, columns: list[str]) -> Iterator[tuple[int, Cells]]:
    header, *lines = text.rstrip("\n").split("\n")
    if header.split("\t") != columns:
        raise TableError(f"{name}:1: header is {header.split(chr(9))}, expected {columns}")
    for number, line in enumerate(lines, start=2):
        values = line.split("\t")
        if len(values) != len(columns):
            raise TableError(f"{name}:{number}: {len(values)} cells, expected {len(columns)} ({', '.join(columns)})")
        yield number, dict(zip(columns, values, strict=True))
