"""Train, dev and test: by scenario, stable when documents are added, and a check that nothing leaks."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from rucoop.data.records import Document

SHARES: Final = {"test": 0.18, "dev": 0.10}  # the rest is train


def split_of(scenario: str) -> str:
    """The split of a scenario: a hash of its name, so that a new document never moves an old one."""
    point = int.from_bytes(hashlib.sha256(scenario.encode()).digest()[:8], "big") / 2**64
    for name, share in SHARES.items():
        if point < share:
            return name
        point -= share
    return "train"


def scenario_of(document: Document) -> str:
    """The occasion a document tells of; a document without one stands alone."""
    return str((document.meta or {}).get("scenario") or document.id)


def leaks(documents: Iterable[Document]) -> list[str]:
    """Scenarios that occur in more than one split, as readable sentences."""
    seen: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        seen[scenario_of(document)][document.split or "none"].append(document.id)
    return [
        f"scenario {scenario!r} is in several splits: " + ", ".join(f"{s}: {ids[0]}" for s, ids in splits.items())
        for scenario, splits in seen.items()
        if len(splits) > 1
    ]
