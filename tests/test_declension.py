"""Readings of the words of names."""

import pytest

from rucoop.model.declension import readings


@pytest.mark.parametrize(
    ("word", "case", "gender", "nominative"),
    [
        ("Уранхаевым", "ablt", "masc", "Уранхаев"),
        ("Тахановой", "gent", "femn", "Таханова"),
        ("Верюжскому", "datv", "masc", "Верюжский"),
        ("Касым-Жомартом", "ablt", "masc", "Касым-Жомарт"),
        ("Сергея", "gent", "masc", "Сергей"),
        ("Йылдырыма", "gent", "masc", "Йылдырым"),
    ],
)
def test_a_reading_is_found(word: str, case: str, gender: str, nominative: str) -> None:
    assert any((r.case, r.gender, r.nominative) == (case, gender, nominative) for r in readings(word))


def test_the_dictionary_comes_first_and_what_does_not_decline_stays() -> None:
    assert readings("Сергея")[0].weight == 1.0
    assert {r.nominative for r in readings("Аль-Мазруи")} == {"Аль-Мазруи"}
