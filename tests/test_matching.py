import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucoop.eval.matching import Counts, match


def test_an_item_that_occurs_twice_must_be_found_twice() -> None:
    assert match(["a", "a", "b"], ["a", "c"]) == Counts(tp=1, fp=1, fn=2)
    assert match(["a"], ["a", "a"]) == Counts(tp=1, fp=1, fn=0)


def test_counts_add_up_and_give_the_usual_shares() -> None:
    counts = Counts(2, 1, 0) + Counts(1, 0, 3)
    assert counts == Counts(3, 1, 3)
    assert (counts.precision, counts.recall, counts.support) == (0.75, 0.5, 6)
    assert counts.f1 == pytest.approx(0.6)


def test_nothing_to_find_and_nothing_found_is_zero_not_an_error() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_every_item_is_counted_once(gold: list[int], found: list[int]) -> None:
    counts = match(gold, found)
    assert counts.tp + counts.fn == len(gold)
    assert counts.tp + counts.fp == len(found)
    assert match(found, gold).f1 == counts.f1
