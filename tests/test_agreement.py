from dataclasses import replace

import pytest

from rucoop.data.records import Document, Facts, Sentence, Span
from rucoop.eval.agreement import AgreementError, agreement_markdown, compare, pair

FIRST = Document(
    "Раис Татарстана принял посла Ирана.", "d", home="RU-TA", spans=(Span(5, 15, "PARTNER"), Span(29, 34, "PARTNER")),
    sentences=(Sentence(0, 35, ("meeting",)),), facts=Facts(partners=("IR", "RU-TA"), event_types=("meeting",)),
)  # fmt: skip
SECOND = replace(
    FIRST, spans=(Span(5, 15, "PARTNER"), Span(23, 28, "POSITION"), Span(29, 34, "LOCATION")),
    sentences=(Sentence(0, 35, ("meeting", "visit")),),
    facts=Facts(partners=("RU-TA",), event_types=("meeting", "visit")),
)  # fmt: skip


def test_agreement_is_exact_and_the_same_both_ways() -> None:
    there, back = compare(pair([FIRST], [SECOND])), compare(pair([SECOND], [FIRST]))
    assert there.spans["PARTNER"].counts.f1 == back.spans["PARTNER"].counts.f1 == pytest.approx(2 / 3)
    assert there.spans["all"].counts.f1 == pytest.approx(2 / 5)
    assert there.types is not None
    assert there.types["all"].counts.f1 == pytest.approx(2 / 3)
    assert there.facts["partners"] is not None
    assert there.facts["partners"].counts.f1 == pytest.approx(2 / 3)


def test_documents_are_paired_by_id_in_the_order_of_the_first() -> None:
    others = [replace(FIRST, id=name) for name in ("a", "b", "c")]
    pairs = pair(others[:2], [others[1], others[2], others[0]])
    assert [d.id for d in pairs.first] == [d.id for d in pairs.second] == ["a", "b"]
    assert (pairs.only_first, pairs.only_second) == ([], ["c"])


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ([FIRST], [replace(FIRST, id="e")], "no document id is in both files"),
        ([FIRST], [replace(FIRST, text=FIRST.text + " ")], "d: the two annotations are of different texts"),
        ([FIRST, FIRST], [SECOND], "'d' occurs twice in the first file"),
    ],
)
def test_what_cannot_be_compared_is_refused(first: list[Document], second: list[Document], message: str) -> None:
    with pytest.raises(AgreementError, match=message):
        pair(first, second)


def test_the_report_counts_the_items_of_both() -> None:
    pairs = pair([FIRST, replace(FIRST, id="alone")], [SECOND])
    report = agreement_markdown(("first.jsonl", "second.jsonl"), pairs, compare(pairs))
    assert "| all | 2 | 3 | 0.400 " in report
    assert "| PARTNER | 2 | 1 | 0.667 " in report
    assert "| visit | 0 | 1 | 0.000 " in report
    assert "Only in first.jsonl: alone." in report
    assert "| GOODS | 0 | 0 | – |" in report
