"""The short table of README and model card, from the files that ``rucoop-eval score`` wrote."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

SYSTEMS: Final = ("model", "rules", "natasha", "gold spans")
MEASURES: Final[Mapping[str, tuple[str, str]]] = {
    "spans, core micro-F1": ("spans", "core"),
    "spans, all ten labels": ("spans", "all"),
    "event types of sentences": ("sentence_types", "all"),
    "partner codes": ("facts", "partners"),
    "sector codes": ("facts", "sectors"),
    "figures: value + unit": ("facts", "figures: value + unit"),
    "figures: metric + value + unit": ("facts", "figures: metric + value + unit"),
    "event types of documents": ("facts", "event types"),
    "events: type + partners": ("facts", "events: type + partners"),
    "agreements: kind": ("facts", "agreements: kind"),
}


def summary(reports: Sequence[tuple[str, Path]]) -> str:
    """Markdown table of F1 for named report folders: a row for each measure, a column for each system."""
    lines = ["| where | measure (F1) | " + " | ".join(SYSTEMS) + " |", "|---|---|" + "---:|" * len(SYSTEMS)]
    for name, folder in reports:
        systems = json.loads((folder / "scores.json").read_text("utf-8"))["systems"]
        for measure, place in MEASURES.items():
            cells = " | ".join(_cell(systems.get(system), place, system) for system in SYSTEMS)
            lines.append(f"| {name} | {measure} | {cells} |")
    return "\n".join(lines) + "\n"


def _cell(scores: Mapping[str, Any] | None, place: tuple[str, str], system: str) -> str:
    """F1 with three decimals; a dash where the system does not give the measure, or is given it."""
    found = ((scores or {}).get(place[0]) or {}).get(place[1])
    return "–" if found is None or (system == "gold spans" and place[0] != "facts") else f"{found['f1']:.3f}"
