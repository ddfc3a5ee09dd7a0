from hypothesis import given
from hypothesis import strategies as st

from rucoop.model.lexemes import fold, lexemes, touches, word_at


def test_letters_and_digits_part_where_they_touch() -> None:
    assert [(item.text, item.kind) for item in lexemes("11заседаний, −5%")] == [
        ("11", "digits"), ("заседаний", "word"), (",", "sign"), ("-", "sign"), ("5", "digits"), ("%", "sign"),
    ]  # fmt: skip


def test_spaces_of_every_width_only_show_as_gaps() -> None:
    items = lexemes("1\u00a0234\u2009567")
    assert [item.text for item in items] == ["1", "234", "567"]
    assert not touches(items, 1)
    assert word_at(items, 3) == ""


@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert all(folded[item.start : item.end] == item.text for item in lexemes(text))
