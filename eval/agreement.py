"""Agreement of two annotators over the same documents: how often the second says what the first does."""

from collections.abc import Sequence
from dataclasses import dataclass

from rucoop.data.labels import CORE_LABELS, EVENT_TYPES, LABELS
from rucoop.data.records import Document
from rucoop.eval.evaluation import Evaluation, evaluate
from rucoop.eval.facts import MEASURES
from rucoop.eval.readings import gold_reading
from rucoop.eval.report import NONE, heading, markdown, support, table, with_interval
from rucoop.eval.scores import Score


class AgreementError(ValueError):
    """Two annotations that cannot be compared: which documents, and why."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Documents annotated by both, in the first's order, and the ids that only one of them has."""

    first: list[Document]
    second: list[Document]
    only_first: list[str]
    only_second: list[str]


def pair(first: Sequence[Document], second: Sequence[Document]) -> Pairs:
    """Documents of two annotators, by id. Raises AgreementError if an id repeats, texts differ, or none is shared."""
    left, right = _by_id(first, "first"), _by_id(second, "second")
    shared = [name for name in left if name in right]
    if not shared:
        raise AgreementError(f"no document id is in both files ({len(left)} and {len(right)} documents)")
    for name in shared:
        if left[name].text != right[name].text:
            raise AgreementError(f"{name}: the two annotations are of different texts, so offsets cannot be compared")
    return Pairs(
        [left[name] for name in shared],
        [right[name] for name in shared],
        [name for name in left if name not in right],
        [name for name in right if name not in left],
    )


def compare(pairs: Pairs) -> Evaluation:
    """Scores of the second annotator against the first; F1 is the same the other way round."""
    return evaluate(pairs.first, [gold_reading(document) for document in pairs.second], seqeval=False)


def agreement_markdown(names: tuple[str, str], pairs: Pairs, result: Evaluation) -> str:
    """The report for people: exact F1 for spans, sentence types and facts."""
    alone = zip(names, (pairs.only_first, pairs.only_second), strict=True)
    spans = {name: result.spans[name] for name in ("core", "all", *LABELS)}
    lines = [
        heading(1, "Agreement"),
        f"First: {names[0]}, second: {names[1]}; {len(pairs.first)} documents annotated by both. Exact F1; in brackets",
        f"the 95% bootstrap interval over documents; `first` and `second` count items. Core: {', '.join(CORE_LABELS)}.",
        *(f"Only in {name}: {_few(ids)}." for name, ids in alone if ids),
        heading(2, "Spans"),
        *table(["label", "first", "second", "F1"], [_row(name, one) for name, one in spans.items()]),
    ]
    if result.types is not None:
        rows = [_row(name, result.types[name]) for name in ("all", *EVENT_TYPES)]
        lines += [heading(2, "Event types of sentences"), *table(["type", "first", "second", "F1"], rows)]
    facts = [_row(name, result.facts[name]) for name in MEASURES]
    return markdown([*lines, heading(2, "Facts"), *table(["fact", "first", "second", "F1"], facts)])


def _row(name: str, one: Score | None) -> list[object]:
    given = NONE if one is None else one.counts.tp + one.counts.fp
    return [name, support([one]), given, with_interval(one)]


def _by_id(documents: Sequence[Document], which: str) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for document in documents:
        if document.id in found:
            raise AgreementError(f"document id {document.id!r} occurs twice in the {which} file")
        found[document.id] = document
    return found


def _few(ids: Sequence[str], most: int = 10) -> str:
    """The first ids, and how many more there are."""
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(ids[:most]) + more
