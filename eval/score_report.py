"""The report of ``rucoop-eval score``: the same numbers as JSON and as Markdown tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from rucoop.data.labels import CORE_LABELS, EVENT_TYPES, LABELS
from rucoop.eval.evaluation import Evaluation
from rucoop.eval.facts import MEASURES
from rucoop.eval.report import NONE, fraction, heading, markdown, parts, percent, support, table, with_interval
from rucoop.eval.scores import Score
from rucoop.eval.systems import GOLD_SPANS

NOTE = """Spans: exact characters and label. Core: PARTNER, SECTOR and FIGURE together. In brackets: 95% bootstrap
interval over documents. Facts are sets for each document; a dash means that a system does not give the measure, or that
there was nothing to find and nothing was found. Natasha: places and organisations taken as partners, money as figures.
Gold spans: what assembly makes of annotated spans and sentence types, which tells what is lost after the spans.
"""


def score_json(corpus: Mapping[str, Any], systems: Mapping[str, Evaluation]) -> dict[str, Any]:
    """Everything measured. ``corpus`` tells what was scored."""
    return {"corpus": dict(corpus), "systems": {name: one.row() for name, one in systems.items()}}


def score_markdown(corpus: Mapping[str, Any], systems: Mapping[str, Evaluation]) -> str:
    """The report for people."""
    readers = {name: one for name, one in systems.items() if name != GOLD_SPANS}
    what = ", ".join(f"{key} {_told(value)}" for key, value in corpus.items() if value not in (None, []))
    lines = [heading(1, "Scores"), what, "", NOTE, *_spans(readers), *_seqeval(readers), *_types(readers)]
    return markdown([*lines, *_facts(systems), *_negatives(readers)])


def _told(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _spans(systems: Mapping[str, Evaluation]) -> list[str]:
    lines = [heading(2, "Spans"), *_overview(systems)]
    header = ["label", "support", *(f"{name} {part}" for name in systems for part in ("P", "R", "F1"))]
    rows = [
        [f"{label} (core)" if label in CORE_LABELS else label, support(one.spans[label] for one in systems.values())]
        + [cell for one in systems.values() for cell in parts(one.spans[label])]
        for label in LABELS
    ]
    return lines + table(header, rows)


def _overview(systems: Mapping[str, Evaluation]) -> list[str]:
    rows = [[name, with_interval(one.spans["core"]), with_interval(one.spans["all"])] for name, one in systems.items()]
    return table(["system", "core micro-F1", "all labels micro-F1"], rows)


def _seqeval(systems: Mapping[str, Evaluation]) -> list[str]:
    known = {name: one.seqeval for name, one in systems.items() if one.seqeval is not None}
    if not known:
        return ["seqeval is not installed; its scores were left out (pip install 'rucoop[train]')."]
    cells = [(group, part) for group in ("core", "all") for part in ("precision", "recall", "f1")]
    rows = [[name, *(fraction(row.get(g, {}).get(part)) for g, part in cells)] for name, row in known.items()]
    header = ["system", "core P", "core R", "core F1", "all P", "all R", "all F1"]
    return [heading(3, "seqeval, strict IOB2, on word tokens"), *table(header, rows)]


def _types(systems: Mapping[str, Evaluation]) -> list[str]:
    known = {name: one.types for name, one in systems.items() if one.types is not None}
    if not known:
        return []
    rows = [_row(kind, [types[kind] for types in known.values()]) for kind in ("all", *EVENT_TYPES)]
    return [heading(2, "Event types of sentences, F1"), *table(["type", "support", *known], rows)]


def _facts(systems: Mapping[str, Evaluation]) -> list[str]:
    rows = [_row(name, [one.facts[name] for one in systems.values()]) for name in MEASURES]
    detailed = {name: one for name, one in systems.items() if any(one.facts.values())}
    header = ["fact", *(f"{name} {part}" for name in detailed for part in ("P", "R"))]
    shares = [[name, *(cell for one in detailed.values() for cell in parts(one.facts[name])[:2])] for name in MEASURES]
    return [heading(2, "Document facts, F1"), *table(["fact", "support", *systems], rows), *table(header, shares)]


def _negatives(systems: Mapping[str, Evaluation]) -> list[str]:
    kinds = ("partner", "sector", "event")
    rows = [
        [name, percent(len(one.flagged), one.negatives), *(_claimed(one, kind) for kind in kinds)]
        for name, one in systems.items()
    ]
    what = "Documents without any co-operation in which a partner, sector or event is claimed."
    return [heading(2, "Negatives"), what, "", *table(["system", "any", *kinds], rows)]


def _claimed(one: Evaluation, kind: str) -> object:
    return sum(kind in claimed for claimed in one.flagged.values()) if one.negatives else NONE


def _row(name: str, scores: Sequence[Score | None]) -> list[object]:
    return [name, support(scores), *map(with_interval, scores)]
