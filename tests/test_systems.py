import json
from pathlib import Path

import pytest

from rucoop.data.corpus import CorpusError
from rucoop.data.records import Document, Facts, Sentence, Span
from rucoop.eval import systems
from rucoop.model.store import WeightsError

DOCUMENT = Document(
    "Раис Татарстана принял посла Ирана.", "d", home="RU-TA", spans=(Span(5, 15, "PARTNER"), Span(29, 34, "PARTNER")),
    sentences=(Sentence(0, 35, ("meeting",)),), facts=Facts(partners=("IR", "RU-TA"), event_types=("meeting",)),
)  # fmt: skip
ROW = {
    "id": "d",
    "spans": [{"start": 29, "end": 34, "label": "PARTNER", "confidence": 0.9}],
    "sentences": [{"start": 0, "end": 35, "types": {"visit": 0.7}}],
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_gold_spans_give_the_facts_of_the_annotation() -> None:
    (reading,) = systems.gold_spans([DOCUMENT])
    assert reading.facts["partners"] == {"IR", "RU-TA"}
    assert reading.facts["event types"] == {"meeting"}


def test_tagged_documents_are_found_by_id(tmp_path: Path) -> None:
    read = systems.predictions(write(tmp_path / "p.jsonl", {**ROW, "id": "other", "spans": []}, ROW))
    (reading,) = read([DOCUMENT])
    assert reading.spans == (Span(29, 34, "PARTNER"),)
    assert reading.facts["partners"] == {"IR"}
    assert reading.types == {(0, 35, "visit")}


def test_a_document_without_prediction_is_an_error(tmp_path: Path) -> None:
    read = systems.predictions(write(tmp_path / "p.jsonl", {**ROW, "id": "other"}))
    with pytest.raises(CorpusError, match="no prediction for document 'd'; it holds 1 others"):
        list(read([DOCUMENT]))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": "d", "spans": []}, "p.jsonl:1: expected an object with id, spans and sentences"),
        ([1], "p.jsonl:1: expected an object"),
        ({**ROW, "spans": [{"start": 1}]}, "p.jsonl:1: d: not a prediction for this text: 'end'"),
        ({**ROW, "spans": [{"start": 30, "end": 99, "label": "DATE"}]}, "p.jsonl:1: d: .* text of 35 characters"),
    ],
)
def test_a_bad_prediction_is_told_with_its_place(tmp_path: Path, row: object, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        list(systems.predictions(write(tmp_path / "p.jsonl", row))([DOCUMENT]))


def test_a_broken_line_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text("{\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"p\.jsonl:1: not JSON"):
        systems.predictions(tmp_path / "p.jsonl")


def test_the_model_reads_text_and_not_annotation(tiny_weights: Path) -> None:
    read = systems.engine("model", weights=str(tiny_weights), threads=1)
    bare = Document(DOCUMENT.text, "d", home="RU-TA")
    assert list(read([DOCUMENT])) == list(read([bare]))


def test_weights_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"no config\.json"):
        systems.engine("model", weights=str(tmp_path))


def test_rules_read_text_and_not_annotation() -> None:
    text = "Раис Татарстана встретился с послом Ирана."
    read = systems.engine("rules")
    (reading,) = read([Document(text, "d", home="RU-TA", spans=(Span(0, 4, "GOODS"),))])
    assert reading == next(read([Document(text, "d", home="RU-TA")]))
    assert reading.facts["partners"] == {"IR", "RU-TA"}


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="no engine 'magic'; known: model, rules, natasha"):
        systems.engine("magic")
