"""The shipped weights on a few golden articles, and the public doors."""

import json
import threading
from pathlib import Path

import pytest

from rucoop.data.records import Document
from rucoop.model import Extractor, extract, json_schema
from rucoop.model.checks import check_record
from rucoop.model.extractor import SHIPPED

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = (ROOT / "data/examples/tatarstan-astrakhan.txt").read_text("utf-8")
OTHER = (ROOT / "data/examples/kazakhstan-omsk.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def shipped() -> Extractor:
    return Extractor.from_pretrained()


def test_the_package_carries_weights() -> None:
    assert {"config.json", "model.safetensors", "tokenizer.json", "README.md"} <= {p.name for p in SHIPPED.iterdir()}


def test_a_golden_article(shipped: Extractor) -> None:
    record = shipped.extract(ARTICLE, published="2025-03-14", home="RU-TA")
    check_record(record, ARTICLE)
    assert {p.code for p in record.partners if p.code} == {"RU-TA", "RU-AST"}
    refs = {p.ref: p.code for p in record.partners}
    turnover = [f for f in record.figures if f.value == "9400000000"]
    assert [(f.metric, f.unit, f.comparator, f.status, refs[f.partner or ""]) for f in turnover] == [
        ("trade_turnover", "RUB", "=", "fact", "RU-AST")
    ]
    assert ("12", "percent") in {(f.value, f.unit) for f in record.figures}
    assert ("86", "студент") in {(f.value, f.unit) for f in record.figures}
    assert any(a.kind == "plan" and a.period and a.period.end == "2027-12-31" for a in record.agreements)
    assert {"trade", "culture", "science_innovation", "tourism"} <= {s.code for s in record.sectors}
    assert {"meeting", "trade", "agreement"} <= {e.type for e in record.events}
    assert {"шины", "соль"} <= {g.name for g in record.goods}


def test_weather_has_no_partners(shipped: Extractor) -> None:
    record = shipped.extract(
        "В Самаре 13 января ожидается снег, ночью до минус 18 градусов. На трассе М5 работают 46 машин."
    )
    assert record.partners == []
    assert record.events == []


def test_records_are_valid_against_the_published_schema(shipped: Extractor) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json_schema())
    for record in shipped.extract_many([ARTICLE, OTHER, "", "English text only.", "1 2 3"]):
        validator.validate(json.loads(record.to_json()))


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty_text"), (" \n\t", "empty_text"), ("The ambassador of Iran met the governor.", "not_russian")],
)
def test_texts_without_russian_give_a_record_with_a_warning(shipped: Extractor, text: str, code: str) -> None:
    record = shipped.extract(text)
    assert [w.code for w in record.warnings] == [code]


def test_a_record_does_not_depend_on_its_neighbours(shipped: Extractor) -> None:
    alone = shipped.extract(ARTICLE, doc_id="a").to_json()
    documents = [Document(OTHER, "x"), Document(ARTICLE, "a"), Document("", "e"), Document(ARTICLE * 3, "l")]
    assert [r.to_json() for r in shipped.extract_many(documents, batch_size=3)][1] == alone


def test_a_bad_item_names_its_position(shipped: Extractor) -> None:
    records = shipped.extract_many(["Казань.", 5], batch_size=1)  # type: ignore[list-item]
    next(records)
    with pytest.raises(TypeError, match="item 1: expected a string or a Document with a text, got int"):
        next(records)


def test_a_bad_date_is_told(shipped: Extractor) -> None:
    with pytest.raises(ValueError, match="2025-13-01"):
        shipped.extract("Казань.", published="2025-13-01")


def test_long_texts_are_read_to_the_end(shipped: Extractor) -> None:
    text = "Погода в городе была хорошей. " * 2000 + "\n" + ARTICLE
    record = shipped.extract(text)
    assert any(f.value == "9400000000" for f in record.figures)


def test_threads_get_the_same_records() -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(extract(ARTICLE, doc_id="a").to_json())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1


def test_the_seeds_give_valid_records(shipped: Extractor, seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_bytes().decode()
        check_record(shipped.extract(text, home="RU-TA"), text)
