import json
from pathlib import Path

import pytest

pytest.importorskip("torch")

from rucoop.data.records import Document, Sentence, Span
from rucoop.train.config import TrainConfig
from rucoop.train.loo import leave_one_out, save_predictions

DOCUMENTS = [
    Document(
        f"Раис Татарстана встретился с послом {w}.",
        f"d-{w}",
        spans=(Span(5, 15, "PARTNER"),),
        sentences=(Sentence(0, 37 + len(w), ()),),
    )
    for w in ("Иран", "в Казани")
]


def test_every_document_is_tagged_by_a_model_that_never_saw_it(tiny_base: Path, tmp_path: Path) -> None:
    recipe = TrainConfig(base=str(tiny_base), epochs=1.0, batch_size=1, window=48, overlap=12)
    save_predictions(tmp_path / "new" / "p.jsonl", leave_one_out(DOCUMENTS, [], recipe, tmp_path))
    rows = [json.loads(line) for line in (tmp_path / "new" / "p.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["d-Иран", "d-в Казани"]
    for document in DOCUMENTS:
        metrics = json.loads((tmp_path / f"fold-{document.id}" / "metrics.json").read_text("utf-8"))
        assert metrics["data"]["documents"] == 1


def test_a_finished_fold_is_not_trained_again(tiny_base: Path, tmp_path: Path) -> None:
    recipe = TrainConfig(base=str(tiny_base), epochs=1.0, batch_size=1, window=48, overlap=12)
    list(leave_one_out(DOCUMENTS, [], recipe, tmp_path))
    before = (tmp_path / "fold-d-Иран" / "model.safetensors").stat().st_mtime_ns
    list(leave_one_out(DOCUMENTS, [], recipe, tmp_path))
    assert (tmp_path / "fold-d-Иран" / "model.safetensors").stat().st_mtime_ns == before
