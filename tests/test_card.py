import json
from pathlib import Path

from rucoop.data.records import Document, Span
from rucoop.train.card import composition, write_card


def test_the_card_says_what_the_run_recorded(tmp_path: Path) -> None:
    document = Document("Казань", source="authored", spans=(Span(0, 6, "LOCATION"),))
    metrics = {
        "recipe": {"base": "somewhere/ru-e5-small", "epochs": 9.0},
        "windows": 12,
        "pieces": 3400,
        "seconds": 61.2,
        "dev": {"core_f1": 0.8512},
        "data": composition([document]),
    }
    (tmp_path / "metrics.json").write_text(json.dumps(metrics), "utf-8")
    (tmp_path / "report.md").write_text("| core | 0.86 |\n", "utf-8")
    write_card(tmp_path, tmp_path / "report.md")
    card = (tmp_path / "README.md").read_text("utf-8")
    for expected in (
        "base_model: intfloat/multilingual-e5-small",
        "| epochs | 9.0 |",
        "core_f1 0.851",
        "authored 1",
        "| core | 0.86 |",
        "3,400 pieces",
    ):
        assert expected in card
