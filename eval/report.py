"""Small helpers that write Markdown."""

import re
from collections.abc import Iterable, Sequence

from rucoop.eval.scores import Score

NONE = "–"


def markdown(lines: Iterable[str]) -> str:
    """Lines as one text, no two empty lines together, a line break at the end."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def heading(level: int, text: str) -> str:
    """A heading with an empty line around it."""
    return f"\n{'#' * level} {text}\n"


def table(header: Sequence[object], rows: Iterable[Sequence[object]]) -> list[str]:
    """A Markdown table and an empty line; the first column is text, the others are numbers.

    Raises ValueError for a row that is not as long as the header.
    """
    lines = [_row(header), "|" + "|".join("---" if i == 0 else "---:" for i in range(len(header))) + "|"]
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"a row of {len(row)} cells under a header of {len(header)}: {list(row)}")
        lines.append(_row(row))
    return [*lines, ""]


def bullet(text: str) -> str:
    """A list item; characters that Markdown would take for markup at its start or for HTML are kept as text."""
    return "- " + text.replace("<", "&lt;").replace("*", r"\*")


def fraction(value: float | None) -> str:
    """A share with three decimals; a dash for none."""
    return NONE if value is None else f"{value:.3f}"


def percent(part: int, whole: int) -> str:
    """``3 of 13 (23.1%)``; a dash where there is no whole."""
    return f"{part} of {whole} ({part / whole:.1%})" if whole else NONE


def with_interval(one: Score | None) -> str:
    """``0.912 [0.880, 0.941]``; a dash where nothing was to be found or the measure is not given."""
    return NONE if one is None or one.empty else f"{one.counts.f1:.3f} [{one.low:.3f}, {one.high:.3f}]"


def parts(one: Score | None) -> list[str]:
    """Precision, recall and F1."""
    if one is None or one.empty:
        return [NONE] * 3
    return [fraction(one.counts.precision), fraction(one.counts.recall), fraction(one.counts.f1)]


def support(scores: Iterable[Score | None]) -> object:
    """The support that systems share: how many items there are to find."""
    return next((one.counts.support for one in scores if one is not None), NONE)


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", r"\|").replace("\n", " ") for cell in cells) + " |"
