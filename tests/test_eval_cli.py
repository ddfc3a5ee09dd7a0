import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rucoop.data.corpus import write_corpus
from rucoop.data.records import Document, Facts, Sentence, Span
from rucoop.eval.cli import main

DOCUMENT = Document(
    "Раис Татарстана принял посла Ирана.", "d", split="test", home="RU-TA",
    spans=(Span(5, 15, "PARTNER"), Span(29, 34, "PARTNER")), sentences=(Sentence(0, 35, ("meeting",)),),
    facts=Facts(partners=("IR", "RU-TA"), event_types=("meeting",)),
)  # fmt: skip
NEGATIVE = Document("Снег шёл весь день.", "n", split="dev", sentences=(Sentence(0, 19),), facts=Facts())


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "corpus.jsonl", [DOCUMENT, NEGATIVE])
    return tmp_path / "corpus.jsonl"


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    spans = [{"start": 5, "end": 15, "label": "PARTNER", "confidence": 0.9}]
    rows = [
        {"id": "d", "spans": spans, "sentences": [{"start": 0, "end": 35, "types": {"meeting": 0.8}}]},
        {"id": "n", "spans": [{"start": 0, "end": 4, "label": "SECTOR"}], "sentences": []},
    ]
    path = tmp_path / "tagged.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("words", [["-h"], ["score", "--help"], ["agreement", "--help"]])
def test_help_is_given(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    assert "--help" in result.output


def test_one_json_and_one_markdown_report_and_the_errors_are_written(
    corpus: Path, tagged: Path, tmp_path: Path
) -> None:
    result = run("score", "--corpus", corpus, "--predictions", f"loo={tagged}", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"scores.json", "report.md", "errors.md"}
    scores = json.loads((tmp_path / "out" / "scores.json").read_text("utf-8"))
    assert list(scores["systems"]) == ["loo", "gold spans"]
    assert scores["systems"]["loo"]["spans"]["core"]["f1"] == 0.5
    assert scores["systems"]["loo"]["negatives"] == {"documents": 1, "flagged": 1, "claims": {"n": ["sector"]}}
    assert scores["systems"]["gold spans"]["facts"]["partners"]["f1"] == 1
    assert scores["corpus"]["documents"] == 2
    assert "loo: core micro-F1 0.500" in result.output
    assert "| loo | 1 of 1 (100.0%) | 0 | 1 | 0 |" in (tmp_path / "out" / "report.md").read_text("utf-8")
    errors = (tmp_path / "out" / "errors.md").read_text("utf-8")
    assert "- PARTNER …Раис Татарстана принял посла [Ирана].…" in errors
    assert "gold spans" not in errors


def test_only_documents_of_the_split_are_scored(corpus: Path, tagged: Path, tmp_path: Path) -> None:
    arguments = ["score", "--corpus", corpus, "--predictions", tagged, "--split", "test", "--out", tmp_path]
    assert run(*arguments).exit_code == 0
    scores = json.loads((tmp_path / "scores.json").read_text("utf-8"))
    assert (scores["corpus"]["documents"], scores["corpus"]["split"]) == (1, "test")
    assert "predictions" in scores["systems"]


def test_a_model_and_the_rules_stand_in_one_report(corpus: Path, tiny_weights: Path, tmp_path: Path) -> None:
    engines = ["--engine", "rules", "--engine", "model", "--weights", tiny_weights, "--threads", 1]
    result = run("score", "--corpus", corpus, *engines, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    report = (tmp_path / "out" / "report.md").read_text("utf-8")
    assert "| fact | support | rules | model | gold spans |" in report


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--split", "train"], "no documents of split train"),
        (["--engine", "rules", "--weights", "x"], "--weights belongs to --engine model"),
        (["--weights", "nowhere"], r"no config.json"),
        (["--engine", "magic"], "magic"),
        (["--engine", "natasha", "--natasha-python", "/no/python"], "pip install natasha"),
        (["--predictions", "/no/file"], "/no/file"),
    ],
)
def test_a_wrong_command_ends_with_status_2(corpus: Path, tmp_path: Path, words: list[str], message: str) -> None:
    result = run("score", "--corpus", corpus, "--out", tmp_path / "out", *words)
    assert result.exit_code == 2, result.output
    assert message in result.output
    assert not (tmp_path / "out").exists()


def test_bad_data_ends_with_status_1(corpus: Path, tagged: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path / "more.jsonl", [replace(DOCUMENT, id="unknown")])
    result = run("score", "--corpus", tmp_path / "more.jsonl", "--predictions", tagged, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "no prediction for document 'unknown'" in result.output
    (tmp_path / "bad.jsonl").write_text('{"id": "x", "file": "x.txt", "sha256": "0"}\n', encoding="utf-8")
    result = run("score", "--corpus", tmp_path / "bad.jsonl", "--predictions", tagged, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "give the folder that holds it (--texts DIR)" in result.output


def test_two_annotations_are_compared(corpus: Path, tmp_path: Path) -> None:
    other = replace(DOCUMENT, spans=DOCUMENT.spans[:1])
    write_corpus(tmp_path / "second.jsonl", [other])
    result = run("agreement", corpus, tmp_path / "second.jsonl", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    scores = json.loads((tmp_path / "out" / "agreement.json").read_text("utf-8"))
    assert scores["spans"]["core"]["f1"] == 0.6667
    assert scores["only_first"] == ["n"]
    assert "| core | 2 | 1 | 0.667 " in (tmp_path / "out" / "agreement.md").read_text("utf-8")
    assert "| core | 2 | 1 | 0.667 " in run("agreement", corpus, tmp_path / "second.jsonl").output


def test_annotations_of_different_documents_are_refused(corpus: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path / "second.jsonl", [replace(DOCUMENT, text=DOCUMENT.text[:-1] + "!")])
    result = run("agreement", corpus, tmp_path / "second.jsonl")
    assert result.exit_code == 1
    assert "d: the two annotations are of different texts" in result.output
    assert run("agreement", corpus).exit_code == 2


def test_facts_without_support_are_told_with_file_and_document(corpus: Path, tmp_path: Path) -> None:
    assert run("agreement", "--facts", corpus).exit_code == 0
    wrong = tmp_path / "wrong.jsonl"
    write_corpus(wrong, [NEGATIVE, replace(DOCUMENT, facts=Facts(partners=("KZ",), event_types=("meeting",)))])
    result = run("agreement", "--facts", corpus, wrong, "--out", tmp_path / "out")
    assert result.exit_code == 1
    finding = f"{wrong}:2: d: partner KZ: no PARTNER span links to it"
    assert finding in result.output
    assert finding in (tmp_path / "out" / "unsupported.txt").read_text("utf-8")
