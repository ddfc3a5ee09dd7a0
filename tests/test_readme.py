"""Figures in the README come from the reports, and the shown record from the program."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
REPORTS = {"test": "docs/reports/test/scores.json", "seeds": "docs/reports/seeds/scores.json"}
ROW = re.compile(r"^\| (test|seeds) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.M)


PATHS = {
    "spans, core micro-F1": ("spans", "core"),
    "spans, all ten labels": ("spans", "all"),
    "event types of sentences": ("sentence_types", "all"),
    "partner codes": ("facts", "partners"),
    "sector codes": ("facts", "sectors"),
    "figures: value + unit": ("facts", "figures: value + unit"),
    "figures: metric + value + unit": ("facts", "figures: metric + value + unit"),
    "event types of documents": ("facts", "event types"),
    "events: type + partners": ("facts", "events: type + partners"),
    "agreements: kind": ("facts", "agreements: kind"),
}


def value(scores: dict[str, Any], system: str, path: tuple[str, str]) -> float:
    return float(scores["systems"][system][path[0]][path[1]]["f1"])


@pytest.mark.parametrize("row", ROW.findall(README), ids=lambda row: f"{row[0]}, {row[1]}")
def test_a_score_is_the_one_that_the_evaluation_wrote(row: tuple[str, ...]) -> None:
    where, what, *shown = (cell.strip() for cell in row)
    scores = json.loads((ROOT / REPORTS[where]).read_text("utf-8"))
    for system, cell in zip(("model", "rules", "natasha", "gold spans"), shown, strict=True):
        if cell != "–":
            assert float(cell) == pytest.approx(value(scores, system, PATHS[what]), abs=0.0005), (system, what)


def test_the_readme_has_scores() -> None:
    assert len(ROW.findall(README)) >= 10


def test_the_shown_record_is_what_the_program_prints() -> None:
    from rucoop.model import Extractor

    shown = json.loads(re.search(r"```json\n(.*?)```", README, re.S)[1])  # type: ignore[index]
    text = (ROOT / "data/examples/tatarstan-astrakhan.txt").read_text("utf-8")
    record = json.loads(Extractor.from_pretrained().extract(text, doc_id="tatarstan-astrakhan", home="RU-TA").to_json())
    for name in ("partners", "sectors", "goods", "figures", "agreements", "events"):
        assert shown[name]
        for item in shown[name]:
            match = next(i for i in record[name] if i["ref"] == item["ref"])
            comparable = {
                k: v for k, v in match.items() if k in item and k not in {"mentions", "confidence", "representatives"}
            }
            assert comparable == {k: v for k, v in item.items() if k in comparable}
