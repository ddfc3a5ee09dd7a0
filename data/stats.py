"""What a corpus is made of: the counts that the datasheet quotes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

from rucoop.data.records import Document


def corpus_stats(documents: Sequence[Document]) -> dict[str, Any]:
    """Counts of documents, splits, sides, genres, years, labels, types, codes and lengths."""
    lengths = sorted(len(d.text) for d in documents) or [0]
    codes = Counter(code for d in documents if d.facts for code in d.facts.partners)
    spans = Counter(s.label for d in documents for s in d.spans)
    return {
        "documents": len(documents),
        "characters": {"total": sum(lengths), "median": median(lengths), "min": lengths[0], "max": lengths[-1]},
        "words": sum(len(re.findall(r"\w+", d.text)) for d in documents),
        "split": _counts(d.split for d in documents),
        "home": _counts(_home(d) for d in documents),
        "genre": _counts(_meta(d, "genre") for d in documents),
        "brief": _counts(_meta(d, "brief") for d in documents),
        "years": _years(documents),
        "labels": dict(spans.most_common()),
        "labels_per_document": {label: round(n / max(1, len(documents)), 1) for label, n in spans.most_common()},
        "types": _counts(t for d in documents for s in d.sentences for t in s.types),
        "sectors": _counts(s.code for d in documents for s in d.spans if s.code),
        "partners": {
            "countries": sum(len(code) == 2 for code in codes),
            "subdivisions of Russia": sum(code.startswith("RU-") for code in codes),
            "subdivisions elsewhere": sum("-" in code and not code.startswith("RU-") for code in codes),
            "most frequent": dict(codes.most_common(20)),
        },
        "figures": {
            "metrics": _counts(f.metric for d in documents if d.facts for f in d.facts.figures),
            "units": _counts(f.unit for d in documents if d.facts for f in d.facts.figures),
            "status": _counts(f.status for d in documents if d.facts for f in d.facts.figures),
        },
    }


def _home(document: Document) -> str:
    if not any(span.label == "PARTNER" for span in document.spans):
        return "no co-operation"
    return "home RU-TA" if document.home == "RU-TA" else "home elsewhere"


def _meta(document: Document, name: str) -> str:
    return str((document.meta or {}).get(name) or "-")


def _years(documents: Sequence[Document]) -> dict[str, int]:
    years = Counter(_meta(d, "year") for d in documents)
    return dict(sorted(years.items()))


def _counts(values: Iterable[Any]) -> dict[str, int]:
    return {str(value): count for value, count in Counter(values).most_common()}


def ngram_share(documents: Sequence[Document], most: int = 100, width: int = 5) -> float:
    """Share of all word ``width``-grams that the ``most`` frequent ones make up: how formulaic the prose is."""
    grams: Counter[tuple[str, ...]] = Counter()
    for document in documents:
        words = re.findall(r"\w+", document.text.lower())
        grams.update(zip(*(words[i:] for i in range(width)), strict=False))
    total = sum(grams.values())
    return sum(count for _, count in grams.most_common(most)) / total if total else 0.0
