"""Plots of a corpus: how many spans of each label, and how long the documents are."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rucoop.data.records import Document


def plot_stats(counts: Mapping[str, Any], documents: Sequence[Document], out: Path) -> None:
    """Write ``labels.png`` and ``lengths.png``. Raises ImportError with the pip command if matplotlib is missing."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise ImportError('plots need matplotlib: pip install "rucoop[dev]"') from None
    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    names = list(counts["labels"])[::-1]
    axes.barh(names, [counts["labels"][name] for name in names], color="#3b6ea8")
    axes.set_xlabel("spans")
    axes.set_title(f"Spans by label, {counts['documents']} documents")
    figure.savefig(out / "labels.png", dpi=120)
    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    axes.hist([len(d.text) for d in documents], bins=30, color="#3b6ea8")
    axes.set_xlabel("characters in a document")
    axes.set_ylabel("documents")
    axes.set_title("Length of documents")
    figure.savefig(out / "lengths.png", dpi=120)
