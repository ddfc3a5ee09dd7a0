"""Spans and sentences by position."""

import pytest

from rucoop.model.layout import Layout
from rucoop.model.spans import ScoredSentence, ScoredSpan

TEXT = "Омск ждёт гостей. Томск тоже."
LAYOUT = Layout.of(
    TEXT,
    [ScoredSpan(18, 23, "PARTNER", 0.8125), ScoredSpan(0, 4, "PARTNER", 1.0), ScoredSpan(10, 16, "GOODS", 0.5)],
    [ScoredSentence(0, 17, {}), ScoredSentence(18, 29, {"meeting": 0.7})],
)


def test_spans_are_sorted_and_found_by_sentence_and_label() -> None:
    assert [LAYOUT.covered(span) for span in LAYOUT.spans] == ["Омск", "гостей", "Томск"]
    assert LAYOUT.of_label("PARTNER") == [0, 2]
    assert LAYOUT.in_sentence(0) == [0, 1]
    assert LAYOUT.in_sentence(1, "PARTNER") == [2]
    assert LAYOUT.in_sentence(1, "GOODS") == []


def test_words_around_a_span_stay_in_its_sentence() -> None:
    goods, tomsk = LAYOUT.spans[1:]
    assert (LAYOUT.before(goods), LAYOUT.after(goods)) == ("Омск ждёт ", ".")
    assert (LAYOUT.before(tomsk), LAYOUT.after(tomsk)) == ("", " тоже.")
    assert LAYOUT.gap(0, 1) == " ждёт "


def test_mentions_carry_text_and_rounded_confidence() -> None:
    mention = LAYOUT.mention(2)
    assert (mention.start, mention.end, mention.text, mention.confidence) == (18, 23, "Томск", 0.812)
    assert [item.label for item in LAYOUT.labelled()] == ["PARTNER", "GOODS", "PARTNER"]


@pytest.mark.parametrize(
    "span", [ScoredSpan(4, 4, "DATE", 1.0), ScoredSpan(-1, 3, "DATE", 1.0), ScoredSpan(20, 30, "DATE", 1.0)]
)
def test_what_is_no_stretch_of_the_text_is_refused(span: ScoredSpan) -> None:
    with pytest.raises(ValueError, match="is not a stretch of a text of 29 characters"):
        Layout.of(TEXT, [span], [])
