"""The record's classes and the published JSON Schema."""

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from rucoop.model.schema import Record, json_schema, schema_text


def minimal() -> dict[str, object]:
    lists = ("partners", "sectors", "goods", "figures", "agreements", "events", "spans", "warnings")
    return {
        "schema": "rucoop/1",
        "doc_id": "d1",
        "url": None,
        "published": None,
        "home": None,
        "coder": {"name": "rucoop", "version": "0.1.0", "engine": "rules", "weights": None},
        **{name: [] for name in lists},
    }


FIGURE = {
    "ref": "f1", "metric": "growth", "value": "-5.5", "value_to": None, "unit": "percent", "comparator": "~",
    "status": "fact", "direction": "decrease", "period": None, "partner": None, "source": "rules", "mentions": [],
}  # fmt: skip


def test_the_published_schema_is_current() -> None:
    published = files("rucoop.model").joinpath("record.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "write schema_text() to model/record.schema.json"


def test_the_schema_is_valid_2020_12() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_record_survives_json_and_fits_the_schema() -> None:
    record = Record.model_validate(minimal() | {"figures": [FIGURE]})
    line = record.to_json()
    assert "\n" not in line
    assert Record.from_json(line) == record
    Draft202012Validator(json_schema()).validate(json.loads(line))


def test_fields_come_in_the_order_of_the_contract() -> None:
    names = "schema doc_id url published home coder partners sectors goods figures agreements events spans warnings"
    assert list(json.loads(Record.model_validate(minimal()).to_json())) == names.split()


@pytest.mark.parametrize("name", ["partners", "goods", "figures", "spans", "warnings", "url"])
def test_no_field_may_be_missing(name: str) -> None:
    row = minimal()
    del row[name]
    with pytest.raises(ValidationError, match=name):
        Record.model_validate(row)
    assert not Draft202012Validator(json_schema()).is_valid(row)


@pytest.mark.parametrize(
    "change",
    [
        {"surplus": 1},
        {"schema": "rucoop/2"},
        {"published": "05.02.2025"},
        {"figures": [FIGURE | {"value": "1E+9"}]},
        {"figures": [FIGURE | {"value": 5.5}]},
        {"figures": [FIGURE | {"comparator": "≈"}]},
        {"figures": [FIGURE | {"partner": "f1"}]},
        {"spans": [{"start": 0, "end": 4, "text": "Омск", "confidence": 1.2, "label": "PARTNER"}]},
        {"spans": [{"start": 0, "end": 4, "text": "Омск", "confidence": 1.0, "label": "CITY"}]},
        {"warnings": [{"code": "truncated", "message": "", "start": None, "end": None}]},
    ],
)
def test_what_breaks_the_contract_is_refused(change: dict[str, object]) -> None:
    row = minimal() | change
    with pytest.raises(ValidationError):
        Record.model_validate(row)
    assert not Draft202012Validator(json_schema()).is_valid(row)
