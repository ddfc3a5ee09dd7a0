import hashlib
import json
from pathlib import Path

import pytest

from rucoop.data.corpus import CorpusError, read_corpus, write_corpus
from rucoop.data.records import AgreementFact, Document, EventFact, Facts, FigureFact, Sentence, Span

TEXT = "Раис Татарстана встретился с послом."
DOCUMENT = Document(
    TEXT,
    "d-1",
    "authored",
    "train",
    "RU-TA",
    "2023-05-17",
    None,
    (Span(5, 15, "PARTNER"),),
    (Sentence(0, 36, ("meeting",)),),
    Facts(
        ("RU-TA",),
        (),
        ("meeting",),
        (FigureFact("growth", "-5", "percent", value_to="7.5", period="2022-01-01/2022-12-31"),),
        (AgreementFact("plan", None, "signed"),),
        (EventFact("meeting", ("IR", "RU-TA"), "2023-05-17"),),
    ),
    {"genre": "press_service", "year": "2023"},
)


def line(**changes: object) -> str:
    row = {"id": "d-1", "text": TEXT, "spans": [], "sentences": [], "facts": None, "meta": None}
    return json.dumps({**row, **changes}, ensure_ascii=False) + "\n"


def test_documents_survive_writing_and_reading(tmp_path: Path) -> None:
    write_corpus(tmp_path / "a.jsonl", [DOCUMENT, DOCUMENT])
    assert read_corpus(tmp_path / "a.jsonl") == [DOCUMENT, DOCUMENT]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", "not JSON"),
        ("[1]", "expected a JSON object, got list"),
        (line(text=None), "neither text nor file"),
        ('{"text": "т"}', "missing field 'id'"),
        (
            line(spans=[{"start": 5, "end": 99, "label": "PARTNER"}]),
            r"span \[5, 99\) is empty or outside the text of 36",
        ),
        (line(spans=[{"start": 5, "end": 15, "label": "DATE"}, {"start": 9, "end": 20, "label": "DATE"}]), "overlaps"),
        (line(spans=[{"start": 5, "end": 15, "label": "DATE", "lable": 1}]), "unknown field"),
        (line(text=None, file="x.txt", sha256="0"), "give the folder that holds it"),
    ],
)
def test_a_bad_line_is_named_by_file_and_line(tmp_path: Path, bad: str, message: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line() + "\n" + bad, "utf-8")
    with pytest.raises(CorpusError, match=message) as caught:
        read_corpus(path)
    assert str(caught.value).startswith(f"{path}:3: ")


def test_bytes_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line().encode() + "текст".encode("cp1251"))
    with pytest.raises(CorpusError, match=r"a\.jsonl:2: not UTF-8"):
        read_corpus(path)


def standoff(tmp_path: Path, digest: str | None = None, **more: object) -> Path:
    raw = ("Заголовок\r\n" + TEXT).encode()
    (tmp_path / "x.txt").write_bytes(raw)
    row = {"id": "d-1", "file": "x.txt", "sha256": digest or hashlib.sha256(raw).hexdigest(), "spans": [], **more}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return tmp_path / "a.jsonl"


def test_a_standoff_excerpt_counts_from_its_start(tmp_path: Path) -> None:
    (document,) = read_corpus(standoff(tmp_path, range=[11, 47]), tmp_path)
    assert document.text == TEXT


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="the annotation was made for 00"):
        read_corpus(standoff(tmp_path, "00"), tmp_path)
