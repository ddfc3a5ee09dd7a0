"""Leave-one-document-out: for each document, train on all the others and tag the one left out."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from rucoop.data.records import Document
from rucoop.model.spans import ScoredSentence, ScoredSpan
from rucoop.model.store import load_weights
from rucoop.model.tagger import restore_tagger
from rucoop.model.tagging import Tagging
from rucoop.model.torch_runtime import TorchRuntime
from rucoop.train.card import METRICS
from rucoop.train.config import TrainConfig
from rucoop.train.loop import fit

Fold = tuple[Document, list[ScoredSpan], list[ScoredSentence]]


def leave_one_out(
    documents: Sequence[Document], others: Sequence[Document], recipe: TrainConfig, out: str | Path
) -> Iterator[Fold]:
    """(document, predicted spans, predicted sentences) for each of ``documents``.

    ``others`` are in every fold's training data. Finished folds in ``out`` are not trained again.
    """
    for index, held in enumerate(documents):
        folder = Path(out) / f"fold-{held.id}"
        own = replace(recipe, seed=recipe.seed + index)
        if not (folder / METRICS).exists():
            fit([*others, *(d for d in documents if d is not held)], [], own, folder)
        elif json.loads((folder / METRICS).read_text("utf-8"))["recipe"] != asdict(own):
            raise ValueError(f"{folder} holds a fold of another recipe; give another --out")
        weights = load_weights(folder)
        tagging = Tagging(weights.config, weights.tokenizer, TorchRuntime(restore_tagger(weights)))
        yield held, *tagging.tag(held.text)


def save_predictions(path: str | Path, folds: Iterator[Fold]) -> None:
    """One JSON line a document: ``{"id", "spans", "sentences"}``, which ``rucoop-eval score --predictions`` reads."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        for document, spans, typed in folds:
            row = {
                "id": document.id,
                "spans": [asdict(span) for span in spans],
                "sentences": [{"start": s.start, "end": s.end, "types": dict(s.types)} for s in typed],
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
