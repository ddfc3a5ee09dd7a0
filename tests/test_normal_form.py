"""Nominatives of noun phrases."""

import pytest

from rucoop.model.normal_form import nominative


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("грузовых автомобилей", "грузовые автомобили"),
        ("продукцию легкой промышленности", "продукция легкой промышленности"),
        ("Плана мероприятий", "План мероприятий"),
        ("заместителю министра", "заместитель министра"),
        ("техника для служб", "техника для служб"),
        ("по реке", "по реке"),
        ("", ""),
        ("123", "123"),
    ],
)
def test_nominative(phrase: str, expected: str) -> None:
    assert nominative(phrase) == expected
