"""What a figure measures: the METRIC span that goes with a FIGURE span."""

import re
from typing import Final

from rucoop.model.clauses import distance, nearest
from rucoop.model.layout import Layout

_SHARE_BASE: Final = re.compile(
    r"\s*(?:от\s+|всего\s+|всей\s+|всех\s+|этого\s+|этой\s+|общего\s+|общей\s+|своего\s+|"
    r"своей\s+)*$"
)
_ANAPHORA: Final = re.compile(
    r"\b(?:он|она|оно|этот|эта|эти|этого|этой|этих|данный|данного|показател\w+|объем\w*|цифр\w+|сумм\w+|рост\w*|"
    r"вырос\w*|увелич\w+|сниз\w+|сократ\w+|прибав\w+|достиг\w*|превыс\w+|состав\w+|довести|из них|план\w*|раз\w*)\b",
    re.IGNORECASE,
)
_BEHIND: Final = 60  # a metric behind the figure counts as so many characters further off
_APART: Final = re.compile(r"[,;:(.]|\s(?:и|а)\s")
_BACK: Final = 3  # sentences
_FAR: Final = 320  # a metric of the same sentence further off than this says nothing


def metric_of(layout: Layout, index: int, *, money: bool = False) -> int | None:
    """Index of the METRIC span that FIGURE span ``index`` measures: of its sentence, or of one before.

    ``money`` figures go on about the metric before without a word that refers to it.
    """
    sentence = layout.sentence_index(layout.spans[index].start)
    here = layout.in_sentence(sentence, "METRIC")
    base = next((m for m in here if m > index and _SHARE_BASE.fullmatch(layout.gap(index, m))), None)
    if base is not None:
        return base
    before = [m for m in here if m < index]
    ahead = [m for m in here if m > index and not (before and _APART.search(layout.gap(index, m)))]
    best = nearest(layout, index, [*before, *ahead], after=_BEHIND)
    if best is not None and distance(layout, best, index) <= _FAR:
        return best
    return _from_before(layout, sentence, money)


def _from_before(layout: Layout, sentence: int, money: bool) -> int | None:
    """The last METRIC of one of the sentences before in the paragraph, where this one goes on about it."""
    if not money and not _ANAPHORA.search(layout.sentence_text(sentence)):
        return None
    for earlier in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        if "\n" in layout.text[layout.sentences[earlier].end : layout.sentences[earlier + 1].start]:
            return None
        if found := layout.in_sentence(earlier, "METRIC"):
            return found[-1]
    return None
