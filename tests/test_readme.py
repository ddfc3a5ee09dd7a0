"""Figures in README and model card come from the reports, and the shown record from the program."""

import json
import re
from pathlib import Path

import pytest

from rucoop.eval.summary import summary
from rucoop.model import Extractor

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
REPORTS = [("test", ROOT / "docs/reports/test"), ("seeds", ROOT / "docs/reports/seeds")]


@pytest.mark.parametrize("page", ["README.md", "model/weights/base/README.md"])
def test_the_table_of_scores_is_the_one_that_the_evaluation_wrote(page: str) -> None:
    assert summary(REPORTS).strip() in (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "folder", "system"), [(*r, s) for r, s in zip(REPORTS, ("model", "loo"), strict=True)]
)
def test_intervals_are_those_of_the_reports(name: str, folder: Path, system: str) -> None:
    core = json.loads((folder / "scores.json").read_text("utf-8"))["systems"][system]["spans"]["core"]
    assert f"{core['f1']:.3f} [{core['interval'][0]:.3f}, {core['interval'][1]:.3f}]" in README


def test_the_shown_record_is_what_the_program_prints() -> None:
    found = re.search(r"```json\n(\{\n.*?)```", README, re.S)
    assert found
    shown = json.loads(found[1])
    text = (ROOT / "data/examples/tatarstan-astrakhan.txt").read_text("utf-8")
    record = json.loads(Extractor.from_pretrained().extract(text, doc_id="tatarstan-astrakhan", home="RU-TA").to_json())
    for name in ("partners", "sectors", "goods", "figures", "agreements", "events"):
        for item in shown[name]:
            printed = next(i for i in record[name] if i["ref"] == item["ref"])
            unsure = {
                "mentions",
                "confidence",
                "representatives",
            }  # shortened, or different in the last digit elsewhere
            assert {k: v for k, v in printed.items() if k not in unsure} == {
                k: v for k, v in item.items() if k not in unsure
            }
