"""Code tables: codes are real, nothing is there twice, malformed rows name their line."""

from collections import Counter
from decimal import Decimal

import pycountry
import pytest

from rucoop.data.tables import TableError, currencies, metrics, sector_terms, sectors, territories, units
from rucoop.data.tsv import Cells, flag, members, parse, required

# Left ISO 4217 when the country took the euro; still in texts of earlier years.
FORMER_CURRENCIES = {"BGN"}
SECTOR_CODES = """
    agriculture food light_industry forestry_wood oil_gas chemistry pharma building_materials metallurgy machinery
    automotive aviation_shipbuilding electronics industry_general energy ecology_utilities construction trade
    transport_logistics tourism it finance science_innovation investment_business public_administration education
    healthcare culture sport humanitarian""".split()  # noqa: SIM905
METRIC_CODES = """
    trade_turnover export import investment project_cost capacity output growth share jobs students companies people
    area distance meetings price salary grp other""".split()  # noqa: SIM905
OURS_ALONE = {"BY", "KZ", "UZ", "RU"}  # every subdivision is in the table


def test_territory_codes_are_iso_codes_of_the_country() -> None:
    countries = {country.alpha_2 for country in pycountry.countries}
    subdivisions = {subdivision.code for subdivision in pycountry.subdivisions}
    for territory in territories():
        if territory.code is None:
            continue
        if territory.kind == "country":
            assert territory.code in countries
        else:
            assert territory.code in subdivisions, territory
            assert territory.code.startswith(f"{territory.country}-"), territory


@pytest.mark.parametrize("country", sorted(OURS_ALONE))
def test_all_subdivisions_are_there(country: str) -> None:
    expected = {subdivision.code for subdivision in pycountry.subdivisions.get(country_code=country)}
    assert expected <= {territory.code for territory in territories()}


def test_all_member_states_and_unrecognised_neighbours_are_there() -> None:
    countries = {territory.name for territory in territories() if territory.kind == "country"}
    assert len(countries) > 195
    assert {"Абхазия", "Южная Осетия", "Вьетнам", "ОАЭ", "КНДР", "Эсватини"} <= countries


def test_subjects_of_russia_carry_oktmo() -> None:
    subjects = [t for t in territories() if t.country == "RU" and t.kind != "country" and ":" not in t.id]
    assert len(subjects) == 89
    assert len({t.oktmo for t in subjects}) == 89
    assert all(t.oktmo is not None and t.oktmo.endswith("00000") for t in subjects)
    assert {t.code: t.oktmo for t in subjects}["RU-OMS"] == "52000000"
    assert {t.code: t.oktmo for t in subjects}["RU-MOW"] == "45000000"
    assert {t.name for t in subjects if t.code is None} == {
        "Республика Крым", "Севастополь", "Донецкая Народная Республика", "Луганская Народная Республика",
        "Запорожская область", "Херсонская область",
    }  # fmt: skip


def test_names_inside_a_country_are_distinct_within_a_kind() -> None:
    counts = Counter((t.kind, t.parent, t.name) for t in territories())
    assert [key for key, count in counts.items() if count > 1] == []


def test_parents_lead_up_to_a_country() -> None:
    rows = {territory.id: territory for territory in territories()}
    for territory in rows.values():
        steps = 0
        while territory.parent is not None:
            territory, steps = rows[territory.parent], steps + 1
            assert steps < 4
        assert territory.kind == "country"


def test_cells_are_clean() -> None:
    for territory in territories():
        for name in (territory.name, *territory.variants):
            assert name == name.strip()
            assert "ё" not in name
            assert "  " not in name


def test_sector_codes_are_the_taxonomy() -> None:
    assert [sector.code for sector in sectors()] == SECTOR_CODES
    assert {s.code: s.okved for s in sectors()}["chemistry"] == ("C20", "C22")
    assert {s.code for s in sectors() if not s.okved} == {"investment_business"}


def test_every_sector_has_terms() -> None:
    counts = Counter(term.code for term in sector_terms())
    assert set(counts) == set(SECTOR_CODES)
    assert min(counts.values()) >= 20


def test_metric_codes() -> None:
    assert [metric.code for metric in metrics()] == METRIC_CODES
    assert all(metric.terms for metric in metrics())


def test_currency_codes_are_iso_4217_with_one_default_a_noun() -> None:
    known = {currency.alpha_3 for currency in pycountry.currencies} | FORMER_CURRENCIES
    assert {currency.code for currency in currencies()} <= known
    defaults = Counter(currency.noun for currency in currencies() if currency.default)
    assert set(defaults.values()) == {1}
    assert {currency.noun for currency in currencies()} == set(defaults)


def test_units_hold_the_symbols_of_the_record() -> None:
    symbols = {unit.symbol for unit in units()}
    assert {"t", "kg", "m3", "m2", "ha", "km", "MW", "kWh", "bbl", "pcs"} <= symbols
    assert all(unit.factor > Decimal(0) for unit in units())
    words = Counter(word for unit in units() for word in (*unit.lemmas, *unit.abbreviations))
    assert [word for word, count in words.items() if count > 1] == []


def _pair(cells: Cells) -> tuple[str, bool]:
    return required(cells, "name"), flag(cells, "sure")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\tsure\nа\t1\nб\n", r"x\.tsv:3: 1 cells, expected 2"),
        ("name\tsure\n\t1\n", r"x\.tsv:2: column 'name' is empty"),
        ("name\tsure\nа\tда\n", r"x\.tsv:2: sure is 'да', expected 0 or 1"),
        ("name\tsure\nа\t1\nа\t0\n", r"x\.tsv:3: 'а' is there twice"),
        ("sure\tname\n", r"x\.tsv:1: header is"),
    ],
)
def test_malformed_rows_name_file_and_line(text: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        parse(text, "x.tsv", "name sure", _pair, key=lambda row: row[0])


def test_rows_are_read_in_order() -> None:
    rows = parse("name\tsure\nб\t1\nа\t0\n", "x.tsv", "name sure", _pair, key=lambda row: row[0])
    assert rows == (("б", True), ("а", False))
    assert members("a;;b;") == ("a", "b")
