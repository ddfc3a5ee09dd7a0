"""Documents by name."""

import pytest

from rucoop.model.rule_agreements import agreement_spans
from rucoop.model.rule_text import RuleText


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("подписали План мероприятий на год", ["План мероприятий"]),
        ("меморандум о взаимопонимании в туризме", ["меморандум о взаимопонимании"]),
        ("«дорожную карту» сотрудничества", ["«дорожную карту» сотрудничества"]),
        ("протокол и соглашение о побратимстве", ["протокол", "соглашение о побратимстве"]),
        ("договорились о встрече", []),
        ("программа визита", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [text[span.start : span.end] for span in agreement_spans(RuleText(text))] == names
