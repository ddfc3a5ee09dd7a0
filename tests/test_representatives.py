"""Persons tied to posts and sides."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "partner", "person", "post"),
    [
        (
            "[[POSITION:Губернатор]] [[PARTNER:Омской области]] [[PERSON:Виктор Зимин]] приехал.",
            "Омская область", "Виктор Зимин", "губернатор",
        ),
        (
            "[[PERSON:Виктор Зимин]], [[POSITION:губернатор]] [[PARTNER:Омской области]], приехал.",
            "Омская область", "Виктор Зимин", "губернатор",
        ),
        (
            "[[POSITION:посол]] [[PARTNER:Турции]] в [[LOCATION:Москве]] [[PERSON:Мехмет Аксой]]",
            "Турция", "Мехмет Аксой", "посол",
        ),
        (
            "встреча с [[POSITION:директором]] завода [[PARTNER:«Рассвет»]] [[PERSON:Петром Куликовым]]",
            "«Рассвет»", "Петр Куликов", "директор",
        ),
    ],
)  # fmt: skip
def test_who_speaks_for_whom(marked: Any, text: str, partner: str, person: str, post: str) -> None:
    found, *others = marked(text).record().partners
    speaker = found.representatives[0]
    assert not others
    assert (found.name.strip("«»"), speaker.name, speaker.position) == (partner.strip("«»"), person, post)


def test_the_post_belongs_to_the_first_of_two_names(marked: Any) -> None:
    record = marked(
        "[[POSITION:Председатель]] [[PARTNER:ТПП]] [[PARTNER:Карелии]] [[PERSON:Анна Заславская]]."
    ).record()
    assert [len(partner.representatives) for partner in record.partners] == [1, 0]


def test_a_head_without_a_side_speaks_for_the_counterparty(marked: Any) -> None:
    record = marked(
        "[[POSITION:Губернатор]] [[PERSON:Виктор Зимин]] принял гостей из [[PARTNER:Карелии]]. "
        "[[PARTNER:Омская область]] рада. [[PARTNER:Омская область]] ждёт."
    ).record(home="RU-KR")
    omsk = next(partner for partner in record.partners if partner.code == "RU-OMS")
    assert [person.name for person in omsk.representatives] == ["Виктор Зимин"]
