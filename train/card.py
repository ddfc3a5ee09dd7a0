"""The model card of a weights folder, written from what the run and the evaluation recorded."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rucoop.data.records import Document

CARD: Final = "README.md"
METRICS: Final = "metrics.json"
_HEADER = """---
language: ru
license: apache-2.0
library_name: rucoop
pipeline_tag: token-classification
base_model: {base_model}
tags: [event-extraction, named-entity-recognition, russian, press-releases]
---
"""
_LIMITS = """## Limits

* Trained on press articles about co-operation of Russian, Kazakh, Belarusian, Uzbek and other territories; other
  genres are out of its range. Spans are flat: of nested names only the outer one is tagged.
* Most training articles are authored for this purpose, with invented persons, deals and figures; real pages are
  messier.
* Confidence is the model's own and is not calibrated on your data.
* A record states what an article says, not what is true.

## Going on from here

`rucoop-train fit --corpus your.jsonl --base THIS_FOLDER --epochs 3 --body-lr 5e-5 --head-lr 1e-4 --out new-weights`

To start from RuBERT instead: `--base DeepPavlov/rubert-base-cased` (fetched by name from the model hub).
"""


def composition(documents: Sequence[Document]) -> dict[str, Any]:
    """What a run was trained on, as counts."""
    return {
        "documents": len(documents),
        "characters": sum(len(d.text) for d in documents),
        "sources": dict(Counter(d.source for d in documents)),
        "spans": dict(Counter(s.label for d in documents for s in d.spans)),
    }


def write_card(folder: str | Path, scores: str | Path | None = None) -> None:
    """Write ``README.md`` of a weights folder from its ``metrics.json`` and, if given, the evaluation's tables."""
    metrics = json.loads((Path(folder) / METRICS).read_text("utf-8"))
    given = str(metrics["recipe"]["base"])
    base = Path(origin(given)).name
    parts = [
        _HEADER.format(
            base_model="intfloat/multilingual-e5-small" if "e5-small" in base else metrics["recipe"]["base"]
        ),
        "# rucoop tagger\n",
        f"Span tagger and sentence classifier for Russian articles about co-operation, fine-tuned from `{base}`.\n",
        _data(metrics["data"]),
        _recipe(metrics),
    ]
    if base != Path(given).name:
        first = json.loads((Path(given) / METRICS).read_text("utf-8"))
        parts += ["## The run it went on from\n", _data(first["data"]).replace("## Data\n\n", ""), _recipe(first)]
    if scores:
        parts += ["## Scores\n", Path(scores).read_text("utf-8").strip() + "\n"]
    (Path(folder) / CARD).write_text("\n".join([*parts, _LIMITS]), "utf-8")


def origin(base: str) -> str:
    """The encoder that training began with, through weights folders that went on from one another."""
    path = Path(base) / METRICS
    return origin(str(json.loads(path.read_text("utf-8"))["recipe"]["base"])) if path.is_file() else base


def _data(data: Mapping[str, Any]) -> str:
    sources = ", ".join(f"{name} {count}" for name, count in data["sources"].items())
    spans = ", ".join(f"{name} {count}" for name, count in data["spans"].items())
    return (
        f"## Data\n\n{data['documents']} documents, {data['characters']:,} characters ({sources}).\n"
        f"Spans: {spans}.\n\n`authored` articles are written by the project (Apache-2.0), with invented persons and "
        "deals; `seed` articles are real pages, annotated by the project, whose text is not distributed.\n"
    )


def _recipe(metrics: Mapping[str, Any]) -> str:
    rows = "\n".join(f"| {name} | {value} |" for name, value in metrics["recipe"].items() if name != "base")
    dev = metrics.get("dev")
    scores = ", ".join(f"{name} {value:.3f}" for name, value in dev.items()) if dev else "no dev documents in this run"
    return (
        f"## Recipe\n\n| setting | value |\n|---|---|\n{rows}\n\n{metrics['windows']} windows, "
        f"{metrics['pieces']:,} pieces, {metrics['seconds']:.0f} s of training. Dev: {scores}.\n"
    )
