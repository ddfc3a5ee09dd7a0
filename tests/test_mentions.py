"""Territories in running text: extent, sense, case, preposition."""

from itertools import pairwise

import pytest

from rucoop.model.mentions import Mention, territory_mentions


def _found(text: str, home: str | None = None) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.territory.id) for m in territory_mentions(text, home=home)]


def _one(text: str) -> Mention:
    (mention,) = territory_mentions(text)
    return mention


def test_names_bodies_and_countries_beside_them() -> None:
    text = "Аким Костанайской области Казахстана и Гомельский облисполком подписали план с Челябинской областью."
    assert _found(text) == [
        ("Костанайской области Казахстана", "KZ-39"),
        ("Гомельский облисполком", "BY-HO"),
        ("Челябинской областью", "RU-CHE"),
    ]


def test_the_text_decides_between_senses() -> None:
    assert _found("Глава Коми встретился с послами. РК поставляет лес.")[1] == ("РК", "RU-KO")
    assert _found("Делегация Казахстана прибыла. РК закупит шины.")[1] == ("РК", "KZ")


@pytest.mark.parametrize(
    "text",
    [
        "Пять млн долларов США.",
        "Владимир Петров приехал.",
        "Того же мнения и другие.",
        "в россии",
        "камыш шумел",
        "Казанцев и Омский завод",
    ],
)
def test_what_is_no_territory(text: str) -> None:
    assert _found(text) == []


def test_homonyms_count_behind_a_preposition() -> None:
    assert _found("Делегация из Владимира приехала.") == [("Владимира", "RU-VLA:Владимир")]


@pytest.mark.parametrize(
    ("text", "preposition", "locative", "directive"),
    [
        ("Завод стоит в Казахстане.", "в", True, False),
        ("Шины везут в Казахстан.", "в", False, True),
        ("Встреча в Республике Беларусь.", "в", True, False),
        ("Рейс в Минскую область.", "в", False, True),
        ("Рейс в Баку.", "в", False, False),
        ("Экспорт из Турции.", "из", False, False),
        ("Власти Турции.", None, False, False),
    ],
)
def test_case_and_preposition(text: str, preposition: str | None, locative: bool, directive: bool) -> None:
    mention = _one(text)
    assert (mention.preposition, mention.locative, mention.directive) == (preposition, locative, directive)


def test_mentions_slice_to_names_in_order() -> None:
    text = "Россия, Индия и Китай; Ханты-Мансийский автономный округ – Югра, Республика Саха (Якутия)."
    mentions = territory_mentions(text)
    assert [m.territory.id for m in mentions] == ["RU", "IN", "CN", "RU-KHM", "RU-SA"]
    assert text[mentions[-1].start : mentions[-1].end] == "Республика Саха (Якутия)"
    assert all(a.end <= b.start for a, b in pairwise(mentions))
