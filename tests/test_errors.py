from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucoop.data.records import Document, Facts, Span
from rucoop.eval.errors import describe, error_report, mistakes
from rucoop.eval.facts import MEASURES
from rucoop.eval.readings import Reading

TEXT = "Сегодня рано утром завод <Волна> отправил\nв Иран 12 машин и прибыл 5 мая."


def one(label: str, covered: str) -> Span:
    return Span(TEXT.index(covered), TEXT.index(covered) + len(covered), label)


def reading(*spans: Span, partners: frozenset[str] | None = None) -> Reading:
    return Reading(spans, None, {**dict.fromkeys(MEASURES), "partners": partners})


@pytest.mark.parametrize(
    ("gold", "found", "kinds"),
    [
        ([one("PARTNER", "Иран")], [], ["missed"]),
        ([], [one("PARTNER", "Иран")], ["spurious"]),
        ([one("PARTNER", "Иран")], [one("LOCATION", "Иран")], ["wrong label"]),
        ([one("FIGURE", "12 машин")], [one("FIGURE", "12")], ["wrong boundary"]),
        ([one("FIGURE", "12 машин")], [one("GOODS", "машин")], ["wrong label"]),
        ([one("DATE", "5 мая")], [one("DATE", "5 мая")], []),
        ([one("FIGURE", "12 машин")], [one("FIGURE", "12"), one("GOODS", "машин")], ["wrong boundary", "spurious"]),
    ],
)
def test_each_kind_of_error(gold: list[Span], found: list[Span], kinds: list[str]) -> None:
    assert [mistake.kind for mistake in mistakes(gold, found)] == kinds


def test_the_same_place_is_paired_before_a_mere_overlap() -> None:
    gold = [one("GOODS", "машин")]
    found = [one("GOODS", "12 машин"), one("SECTOR", "машин")]
    paired = next(m for m in mistakes(gold, found) if m.gold is not None)
    assert (paired.kind, paired.found) == ("wrong label", one("SECTOR", "машин"))


spans = st.lists(
    st.builds(
        lambda s, n, x: Span(s, s + n, x), st.integers(0, 9), st.integers(1, 4), st.sampled_from(["DATE", "GOODS"])
    )
)


@given(spans, spans)
def test_every_wrong_span_is_told_once(gold: list[Span], found: list[Span]) -> None:
    told = mistakes(gold, found)
    right = len(gold) - sum(m.gold is not None for m in told)
    assert right == len(found) - sum(m.found is not None for m in told) >= 0
    assert all(m.gold is not None or m.found is not None for m in told)


def test_an_error_is_shown_in_its_context() -> None:
    document = Document(TEXT, "d", spans=(one("FIGURE", "12 машин"),))
    line = describe(document, mistakes(document.spans, [one("FIGURE", "12")])[0])
    assert line == "FIGURE …ано утром завод <Волна> отправил в Иран [12 машин] и прибыл 5 мая.… was read as FIGURE [12]"


def test_the_report_lists_the_worst_document_first() -> None:
    bad = Document(TEXT, "bad", spans=(one("PARTNER", "Иран"), one("DATE", "5 мая")), facts=Facts(partners=("IR",)))
    fair = replace(bad, id="fair")
    right = replace(bad, id="right", facts=None)
    readings = [
        reading(one("LOCATION", "Иран"), one("DATE", "5 мая")),
        reading(partners=frozenset({"IQ"})),
        reading(*bad.spans),
    ]
    text = "\n".join(error_report("model", [fair, bad, right], readings))
    assert text.index("### bad: 2 span errors of 2 spans") < text.index("### fair: 1 span errors of 2 spans")
    assert "### right" not in text
    assert "| PARTNER | 1 | 0 | 1 | 0 | 2 |" in text
    assert "| PARTNER | LOCATION | 1 |" in text
    assert "- partners: missed IR; surplus IQ" in text


def test_the_list_can_be_cut_and_the_counts_stay() -> None:
    documents = [Document(TEXT, name, spans=(one("PARTNER", "Иран"),)) for name in "ab"]
    text = "\n".join(error_report("rules", documents, [reading(), reading()], limit=1))
    assert "### a" in text
    assert "### b" not in text
    assert "| PARTNER | 2 | 0 | 0 | 0 | 2 |" in text
