"""Code tables: territories, sectors and their terms, metrics, units, currencies.

Each is read once, when first asked for. The tables are ``tables/*.tsv``: UTF-8, one header line, tab-separated, ``;``
between the members of a list cell. They are our own work; codes are those of ISO 3166, ISO 4217, OKTMO (OK 033) and
OKVED-2 (OK 029). A row that breaks the form raises ``TableError`` naming file and line.
"""

from decimal import Decimal
from functools import cache
from typing import Final, cast, get_args

from rucoop.data.entries import Currency, Kind, Metric, Sector, SectorTerm, Territory, Unit
from rucoop.data.tsv import Cells, TableError, flag, members, read, required

__all__ = [
    "Currency", "Kind", "Metric", "Sector", "SectorTerm", "TableError", "Territory", "Unit",
    "currencies", "metrics", "sector_terms", "sectors", "territories", "units",
]  # fmt: skip
_KINDS: Final = get_args(Kind)


@cache
def territories() -> tuple[Territory, ...]:
    """All territories, countries first; ids are unique and every parent resolves."""
    columns = "id code oktmo kind country parent name variants adjectives capital"
    rows = read("territories.tsv", columns, _territory, key=lambda row: row.id)
    known = {row.id for row in rows}
    for line, row in enumerate(rows, start=2):
        if row.parent is not None and row.parent not in known:
            raise TableError(f"territories.tsv:{line}: parent {row.parent!r} is not the id of any row")
    return rows


@cache
def sectors() -> tuple[Sector, ...]:
    """The thirty sectors, in the order of OKVED-2."""
    return read("sectors.tsv", "code okved name", _sector, key=lambda row: row.code)


@cache
def sector_terms() -> tuple[SectorTerm, ...]:
    """Phrases that name sectors; every code is one of ``sectors()``."""
    known = {sector.code for sector in sectors()}
    rows = read("sector_terms.tsv", "term code weak", _sector_term, key=lambda row: row.term)
    for line, row in enumerate(rows, start=2):
        if row.code not in known:
            raise TableError(f"sector_terms.tsv:{line}: {row.code!r} is not a code of sectors.tsv")
    return rows


@cache
def metrics() -> tuple[Metric, ...]:
    """The twenty metrics."""
    return read("metrics.tsv", "code name terms", _metric, key=lambda row: row.code)


@cache
def units() -> tuple[Unit, ...]:
    """Measures; several rows may share a symbol with different factors (``центнер`` is 0.1 t)."""
    return read("units.tsv", "symbol factor lemmas abbreviations", _unit, key=lambda row: (row.symbol, row.factor))


@cache
def currencies() -> tuple[Currency, ...]:
    """ISO 4217 currencies; each bare noun has exactly one default."""
    columns = "code name noun adjectives tails symbols default"
    return read("currencies.tsv", columns, _currency, key=lambda row: row.code)


def _territory(cells: Cells) -> Territory:
    kind = cells["kind"]
    if kind not in _KINDS:
        raise ValueError(f"kind is {kind!r}, expected one of {', '.join(_KINDS)}")
    oktmo = cells["oktmo"] or None
    if oktmo is not None and not (len(oktmo) == 8 and oktmo.isdigit()):
        raise ValueError(f"oktmo is {oktmo!r}, expected eight digits or nothing")
    return Territory(
        id=required(cells, "id"),
        code=cells["code"] or None,
        oktmo=oktmo,
        kind=cast(Kind, kind),
        country=cells["country"] or None,
        parent=cells["parent"] or None,
        name=required(cells, "name"),
        variants=members(cells["variants"]),
        adjectives=members(cells["adjectives"]),
        capital=cells["capital"] or None,
    )


def _sector(cells: Cells) -> Sector:
    return Sector(cells["code"], members(cells["okved"]), cells["name"])


def _sector_term(cells: Cells) -> SectorTerm:
    return SectorTerm(cells["code"], cells["term"], flag(cells, "weak"))


def _metric(cells: Cells) -> Metric:
    return Metric(cells["code"], cells["name"], members(cells["terms"]))


def _unit(cells: Cells) -> Unit:
    return Unit(cells["symbol"], Decimal(cells["factor"]), members(cells["lemmas"]), members(cells["abbreviations"]))


def _currency(cells: Cells) -> Currency:
    return Currency(
        code=cells["code"],
        name=cells["name"],
        noun=cells["noun"],
        adjectives=members(cells["adjectives"]),
        tails=members(cells["tails"]),
        symbols=members(cells["symbols"]),
        default=flag(cells, "default"),
    )
