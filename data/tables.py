"""Code tables: territories, sectors and their terms, metrics, units, currencies.

The tables are ``tables/*.tsv``: UTF-8, one header line, tab-separated, ``;`` between the members of a list cell.
They are our own work; codes are those of ISO 3166, ISO 4217, OKTMO (Rosstandart OK 033) and OKVED-2 (OK 029).
A row that breaks the form raises ``TableError`` naming file and line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeVar, cast, get_args

Kind = Literal["country", "region", "city"]
Cells = dict[str, str]
Row = TypeVar("Row")
_KINDS: Final = get_args(Kind)


class TableError(ValueError):
    """A table row that cannot be read; the message starts with ``file:line``."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, a subdivision of one, or a city.

    ``id`` is unique in the table: the code where there is one, otherwise a name of ours (``RU~crimea``).
    ``code`` is ISO 3166-1 alpha-2 or ISO 3166-2, None where ISO has none. ``parent`` is the id of the territory
    that a city lies in, or is the capital of; of a region it is the country. ``variants`` are other nominative
    names. ``adjectives`` (masculine nominative, lower case) stand for it in names of its bodies.
    """

    id: str
    code: str | None
    oktmo: str | None
    kind: Kind
    country: str | None
    parent: str | None
    name: str
    variants: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str | None


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector code, the OKVED-2 divisions behind it (may be empty), and its Russian name."""

    code: str
    okved: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class SectorTerm:
    """A phrase that names a sector.

    ``term`` is a phrase of dictionary forms (any inflection of each word matches); a word that ends in ``*``
    matches by its beginning: ``подготовка кадр*``.
    """

    code: str
    term: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric code with its Russian name and the phrases (form of ``SectorTerm.term``) that mean it."""

    code: str
    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure: its symbol, the factor from the named measure to the symbol, lemmas and abbreviations.

    ``lemmas`` are phrases of dictionary forms (``квадратный метр``); ``abbreviations`` are matched as they stand,
    without regard to case and final dots, spaces free (``кв. м``).
    """

    symbol: str
    factor: Decimal
    lemmas: tuple[str, ...]
    abbreviations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency.

    It is written ``[adjective] noun [tail]``: ``белорусский рубль``, ``доллар США``. ``noun`` and ``adjectives`` are
    dictionary forms, ``tails`` stand as they are. ``symbols`` are signs and abbreviations (``$``, ``руб.``).
    ``default`` marks the currency meant by the bare noun.
    """

    code: str
    name: str
    noun: str
    adjectives: tuple[str, ...]
    tails: tuple[str, ...]
    symbols: tuple[str, ...]
    default: bool


@cache
def territories() -> tuple[Territory, ...]:
    """All territories, countries first; ids are unique and every parent resolves."""
    columns = "id code oktmo kind country parent name variants adjectives capital"
    rows = _read("territories.tsv", columns, _territory, key=lambda row: row.id)
    known = {row.id for row in rows}
    for line, row in enumerate(rows, start=2):
        if row.parent is not None and row.parent not in known:
            raise TableError(f"territories.tsv:{line}: parent {row.parent!r} is not the id of any row")
    return rows


@cache
def sectors() -> tuple[Sector, ...]:
    """The thirty sectors, in the order of OKVED-2."""
    return _read("sectors.tsv", "code okved name", _sector, key=lambda row: row.code)


@cache
def sector_terms() -> tuple[SectorTerm, ...]:
    """Phrases that name sectors; every code is one of ``sectors()``."""
    known = {sector.code for sector in sectors()}
    rows = _read("sector_terms.tsv", "term code", lambda c: SectorTerm(c["code"], c["term"]), key=lambda row: row.term)
    for line, row in enumerate(rows, start=2):
        if row.code not in known:
            raise TableError(f"sector_terms.tsv:{line}: {row.code!r} is not a code of sectors.tsv")
    return rows


@cache
def metrics() -> tuple[Metric, ...]:
    """The twenty metrics."""
    make = lambda c: Metric(c["code"], c["name"], _list(c["terms"]))  # noqa: E731
    return _read("metrics.tsv", "code name terms", make, key=lambda row: row.code)


@cache
def units() -> tuple[Unit, ...]:
    """Measures; several rows may share a symbol with different factors (``центнер`` is 0.1 t)."""
    return _read("units.tsv", "symbol factor lemmas abbreviations", _unit, key=lambda row: (row.symbol, row.factor))


@cache
def currencies() -> tuple[Currency, ...]:
    """ISO 4217 currencies; each bare noun has exactly one default."""
    columns = "code name noun adjectives tails symbols default"
    return _read("currencies.tsv", columns, _currency, key=lambda row: row.code)


def _territory(cells: Cells) -> Territory:
    kind = cells["kind"]
    if kind not in _KINDS:
        raise ValueError(f"kind is {kind!r}, expected one of {', '.join(_KINDS)}")
    oktmo = cells["oktmo"] or None
    if oktmo is not None and not (len(oktmo) == 8 and oktmo.isdigit()):
        raise ValueError(f"oktmo is {oktmo!r}, expected eight digits or nothing")
    return Territory(
        id=cells["id"] or _missing("id"),
        code=cells["code"] or None,
        oktmo=oktmo,
        kind=cast(Kind, kind),
        country=cells["country"] or None,
        parent=cells["parent"] or None,
        name=cells["name"] or _missing("name"),
        variants=_list(cells["variants"]),
        adjectives=_list(cells["adjectives"]),
        capital=cells["capital"] or None,
    )


def _sector(cells: Cells) -> Sector:
    return Sector(cells["code"], _list(cells["okved"]), cells["name"])


def _unit(cells: Cells) -> Unit:
    return Unit(cells["symbol"], Decimal(cells["factor"]), _list(cells["lemmas"]), _list(cells["abbreviations"]))


def _currency(cells: Cells) -> Currency:
    if cells["default"] not in ("0", "1"):
        raise ValueError(f"default is {cells['default']!r}, expected 0 or 1")
    return Currency(
        code=cells["code"],
        name=cells["name"],
        noun=cells["noun"],
        adjectives=_list(cells["adjectives"]),
        tails=_list(cells["tails"]),
        symbols=_list(cells["symbols"]),
        default=cells["default"] == "1",
    )


def _missing(column: str) -> str:
    raise ValueError(f"column {column!r} is empty, expected a value")


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part) if cell else ()


def _read(name: str, columns: str, make: Callable[[Cells], Row], key: Callable[[Row], object]) -> tuple[Row, ...]:
    """Rows of a table, each made by ``make``; a key seen before is an error."""
    text = files("rucoop.data").joinpath("tables", name).read_text(encoding="utf-8")
    return parse(text, name, columns, make, key)


def parse(
    text: str, name: str, columns: str, make: Callable[[Cells], Row], key: Callable[[Row], object]
) -> tuple[Row, ...]:
    """Rows of a table's text. ``columns`` is the header expected, separated by spaces; raises TableError."""
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


def _cells(text: str, name: str, columns: list[str]) -> Iterator[tuple[int, Cells]]:
    header, *lines = text.rstrip("\n").split("\n")
    if header.split("\t") != columns:
        raise TableError(f"{name}:1: header is {header.split(chr(9))}, expected {columns}")
    for number, line in enumerate(lines, start=2):
        values = line.split("\t")
        if len(values) != len(columns):
            raise TableError(f"{name}:{number}: {len(values)} cells, expected {len(columns)} ({', '.join(columns)})")
        yield number, dict(zip(columns, values, strict=True))
