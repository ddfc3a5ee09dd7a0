"""natasha in a process of its own: JSON lines in, JSON lines out. Imports nothing of rucoop.

Run by ``baselines.Natasha`` with an interpreter that has natasha: ``pip install natasha "setuptools<82"``. The first
line out is ``{"natasha": version}`` or ``{"error": ...}``; then, for each line ``{"text"}`` in, one line out with
``spans`` (``start``, ``end``, ``label``) and ``figures`` (``value``, ``unit``), or ``{"error": ...}``.

The mapping gives natasha what it can have: places and organisations are PARTNER, persons PERSON, money FIGURE, dates
DATE.
"""

from __future__ import annotations  # the interpreter may be older than ours

import importlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

LABELS = {"LOC": "PARTNER", "ORG": "PARTNER", "PER": "PERSON"}


class Reader:
    """natasha 1.6: NER by slovnet, money and dates by rules."""

    def __init__(self, natasha: Any) -> None:
        vocabulary = natasha.MorphVocab()
        self.doc, self.segmenter = natasha.Doc, natasha.Segmenter()
        self.tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())
        self.money, self.dates = natasha.MoneyExtractor(vocabulary), natasha.DatesExtractor(vocabulary)

    def read(self, text: str) -> dict[str, Any]:
        """Spans without overlaps (money before dates before names) and the amounts of money."""
        money = list(self.money(text))
        found = [(m.start, m.stop, "FIGURE") for m in money] + [(m.start, m.stop, "DATE") for m in self.dates(text)]
        doc = self.doc(text)
        doc.segment(self.segmenter)
        doc.tag_ner(self.tagger)
        found += [(span.start, span.stop, LABELS[span.type]) for span in doc.spans]
        kept: list[dict[str, Any]] = []
        for start, end, label in found:
            if all(end <= other["start"] or start >= other["end"] for other in kept):
                kept.append({"start": start, "end": end, "label": label})
        figures = [{"value": plain(m.fact.amount), "unit": m.fact.currency} for m in money]
        return {"spans": sorted(kept, key=lambda span: span["start"]), "figures": figures}


def plain(amount: float) -> str:
    """A number as digits without exponent: 343500000.0 is ``343500000.0``, 1e15 is ``1000000000000000``."""
    return f"{Decimal(str(amount)):f}"


def main() -> None:
    """Answers lines until the input ends."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    sys.stdout = sys.stderr  # what a library prints must not mix with the answers
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != here]  # our modules hide nobody's
    for answer in answers(line.decode("utf-8") for line in sys.stdin.buffer):
        print(json.dumps(answer), file=out, flush=True)


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The greeting, then one answer for each line; only the error where natasha cannot be loaded."""
    try:
        reader = Reader(importlib.import_module("natasha"))
    except Exception as error:
        yield failure(error)
        return
    yield {"natasha": version()}
    for line in lines:
        try:
            answer = reader.read(json.loads(line)["text"])
        except Exception as error:
            answer = failure(error)
        yield answer


def failure(error: Exception) -> dict[str, Any]:
    """What went wrong, as an answer."""
    return {"error": f"{type(error).__name__}: {error}"}


def version() -> str:
    """The installed version of natasha, empty where it cannot be told."""
    try:
        return str(importlib.import_module("importlib.metadata").version("natasha"))
    except Exception:
        return ""


if __name__ == "__main__":
    main()
