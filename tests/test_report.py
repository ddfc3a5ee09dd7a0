import pytest

from rucoop.eval.matching import Counts
from rucoop.eval.report import NONE, bullet, fraction, heading, markdown, parts, percent, support, table, with_interval
from rucoop.eval.scores import Score, score


def test_a_table_has_a_row_for_each_item() -> None:
    assert table(["name", "F1"], [["a|b", 0.5]]) == ["| name | F1 |", "|---|---:|", r"| a\|b | 0.5 |", ""]


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a row of 1 cells under a header of 2"):
        table(["name", "F1"], [["a"]])


def test_markup_in_a_text_stays_text() -> None:
    assert bullet("<b> *x*") == r"- &lt;b> \*x\*"


def test_numbers_read_well() -> None:
    assert fraction(0.12345) == "0.123"
    assert fraction(None) == NONE
    assert percent(3, 13) == "3 of 13 (23.1%)"
    assert percent(0, 0) == NONE
    assert with_interval(Score(Counts(1, 1, 1), 0.25, 0.75)) == "0.500 [0.250, 0.750]"
    assert parts(Score(Counts(3, 1, 3), 0, 1)) == ["0.750", "0.500", "0.600"]


def test_a_score_of_nothing_is_a_dash() -> None:
    assert with_interval(None) == with_interval(score([Counts()])) == NONE
    assert parts(None) == parts(score([Counts()])) == [NONE] * 3
    assert with_interval(score([Counts(0, 1, 0)])) == "0.000 [0.000, 0.000]"


def test_the_support_is_that_of_the_first_system_that_has_one() -> None:
    assert support([None, score([Counts(2, 9, 1)])]) == 3
    assert support([None]) == NONE


def test_empty_lines_do_not_pile_up() -> None:
    assert markdown([heading(1, "A"), heading(2, "B"), "text", "", "", "end", ""]) == "# A\n\n## B\n\ntext\n\nend\n"
