"""Names of persons: nominative forms, and which mentions are one person."""

from typing import Any

import pytest

from rucoop.model.persons import nominative_name, people


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Игоря Саврасова", "Игорь Саврасов"),
        ("Серикбеком Жунусовым", "Серикбек Жунусов"),
        ("Гульнарой Сабировой", "Гульнара Сабирова"),
        ("Касым-Жомартом Алимовым", "Касым-Жомарт Алимов"),
        ("Реджепом Йылдырымом", "Реджеп Йылдырым"),
        ("Алексею Петренко", "Алексей Петренко"),
        ("Павлу Верюжскому", "Павел Верюжский"),
        ("Анной Заславской", "Анна Заславская"),
        ("Миранбеком Уранхаевым", "Миранбек Уранхаев"),
        ("И. Ларина", "И. Ларин"),
        ("Олаф Кройцер", "Олаф Кройцер"),
        ("Чэнь Шаовэй", "Чэнь Шаовэй"),
    ],
)
def test_nominative(form: str, name: str) -> None:
    assert nominative_name(form) == name


def test_surname_joins_the_full_name(marked: Any) -> None:
    found = people(
        marked(
            "[[PERSON:Саврасов]] и [[PERSON:Жунусов]]. Встретились [[PERSON:Игорь Саврасов]] с "
            "[[PERSON:Серикбеком Жунусовым]]. "
            "[[PERSON:Жунусову]] понравилось. [[PERSON:И. Саврасов]] рад."
        ).layout()
    )
    assert [(person.name, person.mentions) for person in found] == [
        ("Игорь Саврасов", [0, 2, 5]),
        ("Серикбек Жунусов", [1, 3, 4]),
    ]


def test_namesakes_stay_apart(marked: Any) -> None:
    found = people(marked("[[PERSON:Анна Ларина]] и [[PERSON:Виктор Ларин]]. [[PERSON:Ларин]] уехал.").layout())
    assert [(person.name, person.mentions) for person in found] == [("Анна Ларина", [0]), ("Виктор Ларин", [1, 2])]
