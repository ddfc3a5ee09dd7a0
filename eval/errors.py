"""Span errors of a reading: each wrong span with what should stand there, and a list of them for people to read."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from rucoop.data.records import Document, Span
from rucoop.eval.facts import DocumentFacts, Items
from rucoop.eval.readings import Reading, gold_reading
from rucoop.eval.report import bullet, heading, table

Kind = Literal["missed", "spurious", "wrong label", "wrong boundary"]
KINDS: Final[tuple[Kind, ...]] = ("missed", "spurious", "wrong label", "wrong boundary")
CONTEXT: Final = 40
"""Characters of text shown on either side."""
LISTED_FACTS: Final = (
    "partners",
    "sectors",
    "figures: metric + value + unit",
    "events: type + partners",
    "agreements: kind + status + period",
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong span. ``gold`` is None where nothing should stand, ``found`` where nothing was found."""

    kind: Kind
    gold: Span | None
    found: Span | None

    @property
    def label(self) -> str:
        """The label it is counted under: the gold one where there is one."""
        return (self.gold or self.found).label  # type: ignore[union-attr]

    @property
    def start(self) -> int:
        return min(span.start for span in (self.gold, self.found) if span is not None)

    @property
    def end(self) -> int:
        return max(span.end for span in (self.gold, self.found) if span is not None)


def mistakes(gold: Sequence[Span], found: Sequence[Span]) -> list[Mistake]:
    """The errors of one document in text order.

    Spans that are not exactly right are paired one to one: same place but other label, then overlapping with the same
    label, then overlapping with another label; what is left over was missed or is spurious.
    """
    plain = [[Span(s.start, s.end, s.label) for s in side] for side in (gold, found)]
    missing, surplus = (list((Counter(a) - Counter(b)).elements()) for a, b in (plain, plain[::-1]))
    pairs: list[Mistake] = []
    for kind, fits in _PAIRINGS:
        for wanted in list(missing):
            match = next((given for given in surplus if fits(wanted, given)), None)
            if match is not None:
                pairs.append(Mistake(kind, wanted, match))
                missing.remove(wanted)
                surplus.remove(match)
    pairs += [Mistake("missed", span, None) for span in missing] + [Mistake("spurious", None, span) for span in surplus]
    return sorted(pairs, key=lambda m: (m.start, m.end))


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


_PAIRINGS: Final[tuple[tuple[Kind, Callable[[Span, Span], bool]], ...]] = (
    ("wrong label", lambda a, b: (a.start, a.end) == (b.start, b.end)),
    ("wrong boundary", lambda a, b: a.label == b.label and _overlap(a, b)),
    ("wrong label", _overlap),
)


def error_report(name: str, documents: Sequence[Document], readings: Sequence[Reading], limit: int = 100) -> list[str]:
    """Markdown lines: counts by kind and label, the commonest confusions, then the ``limit`` worst documents."""
    listed = [(d, r, mistakes(d.spans, r.spans)) for d, r in zip(documents, readings, strict=True)]
    everything = [mistake for _, _, found in listed for mistake in found]
    labels = sorted({m.label for m in everything})
    count = Counter((m.kind, m.label) for m in everything)
    rows = [[label, *(numbers := [count[kind, label] for kind in KINDS]), sum(numbers)] for label in labels]
    lines = [heading(2, name), *table(["label", *KINDS, "together"], rows), *_confusions(everything)]
    worst = sorted(listed, key=lambda item: (-len(item[2]), item[0].id))[:limit]
    for document, reading, found in worst:
        facts = _fact_lines(gold_reading(document).facts, reading.facts)
        if found or facts:
            lines += [heading(3, f"{document.id}: {len(found)} span errors of {len(document.spans)} spans")]
            lines += [line for kind in KINDS for line in _section(document, kind, [m for m in found if m.kind == kind])]
            lines += facts
    return lines


def _confusions(found: Sequence[Mistake]) -> list[str]:
    pairs = Counter((m.gold.label, m.found.label) for m in found if m.kind == "wrong label" and m.gold and m.found)
    return table(["should be", "was", "times"], [[*pair, n] for pair, n in pairs.most_common(15)]) if pairs else []


def _section(document: Document, kind: Kind, found: Sequence[Mistake]) -> list[str]:
    return [f"{kind}:", "", *(bullet(describe(document, mistake)) for mistake in found), ""] if found else []


def describe(document: Document, mistake: Mistake) -> str:
    """One line: what is wrong, and the place in its context with the gold span in square brackets."""
    place = mistake.gold or mistake.found
    assert place is not None
    text = document.text
    before, after = text[max(0, place.start - CONTEXT) : place.start], text[place.end : place.end + CONTEXT]
    shown = " ".join(f"…{before}[{text[place.start : place.end]}]{after}…".split())
    if mistake.gold is None or mistake.found is None:
        return f"{mistake.label} {shown}"
    was = " ".join(text[mistake.found.start : mistake.found.end].split())
    return f"{mistake.gold.label} {shown} was read as {mistake.found.label} [{was}]"


def _fact_lines(gold: DocumentFacts, found: DocumentFacts) -> list[str]:
    lines = []
    for name in LISTED_FACTS:
        wanted, given = gold.get(name), found.get(name)
        if wanted is not None and given is not None and wanted != given:
            lines.append(bullet(f"{name}: missed {_shown(wanted - given)}; surplus {_shown(given - wanted)}"))
    return ["facts:", "", *lines, ""] if lines else []


def _shown(items: Items) -> str:
    return ", ".join(sorted(_plain(item) for item in items)) or "nothing"


def _plain(item: object) -> str:
    if isinstance(item, tuple):
        return "(" + " ".join(_plain(part) for part in item if part is not None) + ")"
    return f"{item:f}" if hasattr(item, "as_tuple") else str(item)
