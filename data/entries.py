"""Rows of the code tables, as immutable values: territories, sectors, metrics, units, currencies."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["country", "region", "city"]


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, a subdivision of one, or a city.

    ``id`` is unique in the table: the code where there is one, otherwise a name of ours (``RU~CRIMEA``,
    ``RU-TA:Казань``). ``code`` is ISO 3166-1 alpha-2 or ISO 3166-2, None where ISO has none. ``parent`` is the id of
    the territory that a city lies in, or is the capital of; of a region it is the country. ``variants`` are other
    nominative names; one that ends in ``?`` is meant only where home or context names this territory. ``adjectives``
    (masculine nominative, lower case) stand for it in the names of its bodies.
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
    matches by its beginning: ``подготовка кадр*``. A weak term decides only where no other term matches.
    """

    code: str
    term: str
    weak: bool


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
