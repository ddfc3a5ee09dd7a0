"""Signed, in force, or planned."""

import pytest

from rucoop.model.agreement_status import rests_below, status_of


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        ("Стороны подписали ", " о дружбе", "signed"),
        ("По итогам встречи подписан ", "", "signed"),
        ("", " скрепили подписями министры", "signed"),
        ("К осени подготовят ", "", "planned"),
        ("Ожидается подписание ", "", "planned"),
        ("Обещают подписать ", "", "planned"),
        ("С 2011 года действует ", "", "in_force"),
        ("План по реализации ", "", "in_force"),
        ("", " подписано в 2007 году", "in_force"),
    ],
)
def test_status(before: str, after: str, status: str) -> None:
    assert status_of("agreement", before, "соглашение", after, ()) == status


def test_without_words_the_sentence_type_decides() -> None:
    assert status_of("contract", "Главный плод поездки – ", "контракт", "", {"agreement": 0.9}) == "signed"
    assert status_of("contract", "Впереди ", "контракт", "", {"intent": 0.9}) == "planned"


def test_basis() -> None:
    assert rests_below("План мероприятий по реализации ")
    assert not rests_below("Подписано ")
