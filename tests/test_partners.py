"""Mentions of one partner put together."""

from typing import Any

import pytest


def names(record: Any) -> list[tuple[str, str | None, int]]:
    return [(partner.name, partner.code, len(partner.mentions)) for partner in record.partners]


def test_forms_of_one_territory_are_one_partner(marked: Any) -> None:
    record = marked("[[PARTNER:Омская область]] и [[PARTNER:Казахстан]]. Гости из [[PARTNER:Омской области]].").record()
    assert names(record) == [("Омская область", "RU-OMS", 2), ("Казахстан", "KZ", 1)]


def test_organisations_with_and_without_form_are_one(marked: Any) -> None:
    record = marked("[[PARTNER:ПАО «КАМАЗ»]] и [[PARTNER:„КАМАЗ“]], а также [[PARTNER:КАМАЗ]].").record()
    assert len(record.partners) == 1
    assert record.partners[0].kind == "organization"


def test_an_abbreviation_in_brackets_joins_the_name(marked: Any) -> None:
    record = marked("В [[PARTNER:Торгово-промышленной палате]] ([[PARTNER:ТПП]]) [[PARTNER:Карелии]].").record()
    assert [len(partner.mentions) for partner in record.partners] == [2, 1]


def test_the_capital_speaks_for_its_country(marked: Any) -> None:
    spoken = marked("[[PARTNER:Ханой]] и [[PARTNER:Карелия]] договорились.").record()
    assert names(spoken)[0] == ("Вьетнам", "VN", 1)
    went = marked("Груз идет из [[PARTNER:Ташкента]] в [[PARTNER:Карелию]].").record()
    assert names(went)[0][1] == "UZ-TK"


def test_a_city_under_its_mayor_stands_for_itself(marked: Any) -> None:
    record = marked("[[POSITION:Аким]] [[PARTNER:Астаны]] приехал. [[PARTNER:Астана]] ждёт.").record()
    assert names(record) == [("Астана", "KZ-71", 2)]


def test_minsk_beside_its_oblast_is_the_oblast(marked: Any) -> None:
    record = marked("Делегация [[PARTNER:Минска]]. План с [[PARTNER:Минским облисполкомом]].").record()
    assert names(record) == [("Минская область", "BY-MI", 2)]


def test_shared_nouns_are_given_to_each_adjective(marked: Any) -> None:
    record = marked("Планы с [[PARTNER:Гомельской]] и [[PARTNER:Могилевской областями]].").record()
    assert [partner.code for partner in record.partners] == ["BY-HO", "BY-MA"]


@pytest.mark.parametrize(("home", "expected"), [("RU-TA", "RU-TA"), (None, None)])
def test_a_city_of_home_stands_for_home_where_nothing_else_does(
    marked: Any, home: str | None, expected: str | None
) -> None:
    record = marked("Груз ушёл из [[PARTNER:Нижнекамска]] в [[PARTNER:Турцию]].").record(home=home)
    assert record.partners[0].code == expected
    assert record.partners[0].home is (home is not None)
