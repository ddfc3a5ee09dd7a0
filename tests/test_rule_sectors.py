"""Sectors in running text."""

import pytest

from rucoop.model.rule_sectors import sector_spans
from rucoop.model.rule_text import RuleText


def found(text: str) -> set[str]:
    return {text[span.start : span.end] for span in sector_spans(RuleText(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("сотрудничество в нефтехимии, туризме и сельском хозяйстве", {"нефтехимии", "туризме", "сельском хозяйстве"}),
        ("в торгово-экономической, научной и культурной сферах", {"торгово-экономической", "научной", "культурной"}),
        ("договорились о подготовке кадров", {"подготовке кадров"}),
        ("обсудили производство минеральных удобрений", {"производство минеральных удобрений"}),
    ],
)
def test_areas(text: str, expected: set[str]) -> None:
    assert expected <= found(text)


@pytest.mark.parametrize(
    "text", ["обсудили с министром транспорта", "По его словам, стороны говорили", "обсудили склад у дома"]
)
def test_no_areas(text: str) -> None:
    assert found(text) == set()
