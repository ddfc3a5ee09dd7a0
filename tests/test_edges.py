import pytest

from rucoop.model.edges import tidy
from rucoop.model.spans import ScoredSpan


def tidied(covered: str, label: str = "PARTNER") -> list[str]:
    text = f"до {covered} после"
    return [text[s.start : s.end] for s in tidy(text, [ScoredSpan(3, 3 + len(covered), label, 0.9)])]


@pytest.mark.parametrize(
    ("covered", "expected"),
    [
        ("ТПП)", "ТПП"),
        ("(РТ)", "(РТ)"),
        ("„КАМАЗ“»", "„КАМАЗ“"),
        ("«Минская область", "Минская область"),
        ("«Эйдос»", "«Эйдос»"),
        ('"КАМАЗ', "КАМАЗ"),
        ('"КАМАЗ"', '"КАМАЗ"'),
        ("Минска (", "Минска"),
        ("Казани,", "Казани"),
        ("ИТ-парк им. Б.Рамеева", "ИТ-парк им. Б.Рамеева"),
    ],
)
def test_quotation_marks_and_punctuation_belong_to_a_span_only_in_pairs(covered: str, expected: str) -> None:
    assert tidied(covered) == [expected]


@pytest.mark.parametrize(
    ("covered", "expected"),
    [
        ("нефтегазовой отрасли", "нефтегазовой"),
        ("научно-технического сотрудничества", "научно-технического"),
        ("сфере экологии", "экологии"),
        ("развитию индустриальных площадок", "индустриальных площадок"),
        ("подготовки кадров", "подготовки кадров"),
        ("обмен", "обмен"),
    ],
)
def test_general_nouns_stay_outside_a_sector(covered: str, expected: str) -> None:
    assert tidied(covered, "SECTOR") == [expected]


def test_a_sign_that_touches_its_digits_stays() -> None:
    assert tidied("-5%", "FIGURE") == ["-5%"]


def test_a_span_of_punctuation_alone_is_dropped() -> None:
    assert tidied("—", "DATE") == []
