import pytest

from rucoop.data.labels import LABELS
from rucoop.data.records import Span
from rucoop.eval.matching import Counts
from rucoop.eval.scores import core_f1, interval, score, span_counts, total, type_counts

GOLD = [Span(0, 5, "PARTNER"), Span(6, 9, "SECTOR"), Span(10, 14, "DATE")]


def test_a_span_is_right_if_both_ends_and_the_label_are() -> None:
    found = [Span(0, 5, "PARTNER"), Span(6, 8, "SECTOR"), Span(10, 14, "FIGURE")]
    counts = span_counts(GOLD, found)
    assert counts["PARTNER"] == Counts(1, 0, 0)
    assert counts["SECTOR"] == Counts(0, 1, 1)
    assert (counts["DATE"], counts["FIGURE"]) == (Counts(0, 0, 1), Counts(0, 1, 0))
    assert total([counts]) == Counts(1, 2, 2)
    assert set(counts) == set(LABELS)


def test_the_sector_code_of_the_annotation_does_not_matter() -> None:
    assert span_counts([Span(0, 5, "SECTOR", "chemistry")], [Span(0, 5, "SECTOR")])["SECTOR"] == Counts(1, 0, 0)


def test_the_core_leaves_the_other_labels_out() -> None:
    found = [Span(0, 5, "PARTNER"), Span(6, 9, "SECTOR")]
    assert core_f1([span_counts(GOLD, found)]) == 1
    assert core_f1([span_counts(GOLD, [*found, Span(20, 22, "FIGURE")])]) == pytest.approx(0.8)


def test_a_sentence_type_is_right_at_its_place_only() -> None:
    counts = type_counts([(0, 9, "meeting"), (10, 20, "trade")], [(0, 9, "meeting"), (0, 9, "trade")])
    assert counts["meeting"] == Counts(1, 0, 0)
    assert counts["trade"] == Counts(0, 1, 1)


def test_the_interval_is_seeded_and_holds_the_score() -> None:
    documents = [Counts(8, 1, 2), Counts(1, 5, 4), Counts(9, 0, 1), Counts(4, 4, 4)]
    one = score(documents)
    assert one.low < one.counts.f1 < one.high
    assert interval(documents) == (one.low, one.high) == interval(documents)
    assert interval(documents, rounds=7, seed=1) != interval(documents, rounds=7, seed=2)


def test_documents_alike_leave_no_doubt() -> None:
    low, high = interval([Counts(3, 1, 1)] * 5)
    assert low == high == pytest.approx(0.75)


def test_without_documents_there_is_no_interval() -> None:
    assert interval([]) == (0.0, 0.0)
    assert score([]).empty
    assert not score([Counts(0, 1, 0)]).empty


def test_the_row_tells_precision_from_recall() -> None:
    row = score([Counts(3, 1, 3)]).row()
    assert (row["precision"], row["recall"], row["support"], row["found"], row["right"]) == (0.75, 0.5, 6, 4, 3)
