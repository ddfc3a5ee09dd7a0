import pytest

from rucoop.data.labels import TAGS, may_follow, spans_to_tags, tags_to_spans
from rucoop.data.records import Span

TOKENS = [(0, 4), (5, 9), (10, 14), (15, 19)]


def test_there_are_two_tags_for_each_label_and_one_for_none() -> None:
    assert len(TAGS) == 21
    assert TAGS[0] == "O"


def test_spans_survive_the_way_through_tags() -> None:
    spans = [Span(0, 9, "PARTNER"), Span(10, 14, "PARTNER"), Span(15, 19, "DATE")]
    tags = spans_to_tags(spans, TOKENS)
    assert tags == ["B-PARTNER", "I-PARTNER", "B-PARTNER", "B-DATE"]
    assert tags_to_spans(tags, TOKENS) == spans


def test_a_span_inside_a_token_takes_the_whole_token() -> None:
    assert spans_to_tags([Span(6, 8, "DATE")], TOKENS) == ["O", "B-DATE", "O", "O"]


def test_a_span_between_tokens_cannot_be_expressed() -> None:
    with pytest.raises(ValueError, match=r"DATE \[4, 5\) covers no token"):
        spans_to_tags([Span(4, 5, "DATE")], TOKENS)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["I-DATE", "I-DATE", "O", "O"], [Span(0, 9, "DATE")]),
        (["B-DATE", "I-PERSON", "O", "O"], [Span(0, 4, "DATE"), Span(5, 9, "PERSON")]),
        (["O", "B-DATE", "B-DATE", "I-DATE"], [Span(5, 9, "DATE"), Span(10, 19, "DATE")]),
        (["O", "O", "O", "O"], []),
    ],
)
def test_ill_formed_tags_follow_one_rule(tags: list[str], expected: list[Span]) -> None:
    assert tags_to_spans(tags, TOKENS) == expected


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="1 tags for 4 tokens"):
        tags_to_spans(["O"], TOKENS)


@pytest.mark.parametrize(
    ("tag", "previous", "legal"),
    [
        ("I-DATE", "O", False),
        ("I-DATE", "B-DATE", True),
        ("I-DATE", "I-DATE", True),
        ("I-DATE", "B-PERSON", False),
        ("O", "I-DATE", True),
        ("B-DATE", "I-DATE", True),
    ],
)
def test_only_an_inside_tag_depends_on_its_predecessor(tag: str, previous: str, legal: bool) -> None:
    assert may_follow(tag, previous) is legal
