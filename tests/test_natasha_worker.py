import json
import subprocess
import sys
from pathlib import Path

import pytest

from rucoop.eval.natasha_worker import plain

WORKER = Path(__file__).resolve().parent.parent / "eval" / "natasha_worker.py"
STAND_IN = """
from types import SimpleNamespace as Thing

print("loading")  # libraries may print
class MorphVocab: ...
class Segmenter: ...
class NewsEmbedding: ...
class NewsNERTagger:
    def __init__(self, embedding): ...
class Doc:
    def __init__(self, text): self.text = text
    def segment(self, segmenter): ...
    def tag_ner(self, tagger):
        if not self.text: raise ValueError("no text")
        names = [("США", "LOC"), ("Анна Ким", "PER"), ("ПАО «Волна»", "ORG")]
        self.spans = [Thing(start=self.text.find(n), stop=self.text.find(n) + len(n), type=t) for n, t in names]
class MoneyExtractor:
    def __init__(self, vocabulary): ...
    def __call__(self, text): yield Thing(start=0, stop=15, fact=Thing(amount=2500000.0, currency="USD"))
class DatesExtractor(MoneyExtractor):
    def __call__(self, text): yield Thing(start=16, stop=22, fact=None)
"""
TEXT = "2,5 млн долл США 5 мая — Анна Ким и ПАО «Волна»"


def ask(folder: Path, *lines: str) -> list[dict[str, object]]:
    given = "".join(line + "\n" for line in lines)
    command, environment = [sys.executable, str(WORKER)], {"PYTHONPATH": str(folder)}
    result = subprocess.run(command, input=given.encode(), capture_output=True, env=environment, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """A folder with a module that answers as natasha does."""
    (tmp_path / "natasha.py").write_text(STAND_IN, encoding="utf-8")
    return tmp_path


def test_names_money_and_dates_get_our_labels(stand_in: Path) -> None:
    greeting, answer = ask(stand_in, json.dumps({"text": TEXT}))
    assert set(greeting) == {"natasha"}
    assert answer["figures"] == [{"value": "2500000.0", "unit": "USD"}]
    spans = answer["spans"]
    assert isinstance(spans, list)
    assert [(span["label"], TEXT[span["start"] : span["end"]]) for span in spans] == [
        ("FIGURE", "2,5 млн долл СШ"),  # the place inside it gives way
        ("DATE", " 5 мая"),
        ("PERSON", "Анна Ким"),
        ("PARTNER", "ПАО «Волна»"),
    ]


def test_one_bad_document_loses_no_other(stand_in: Path) -> None:
    answers = ask(stand_in, json.dumps({"text": ""}), "{", json.dumps({"text": TEXT}))
    assert answers[1] == {"error": "ValueError: no text"}
    assert "error" in answers[2]
    assert "spans" in answers[3]


def test_a_missing_natasha_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "natasha.py").write_text("raise ImportError('not here')", encoding="utf-8")
    assert ask(tmp_path, json.dumps({"text": TEXT})) == [{"error": "ImportError: not here"}]


def test_amounts_have_no_exponent() -> None:
    assert plain(1e16) == "10000000000000000"
    assert plain(343500000.5) == "343500000.5"
    assert plain(7) == "7"
