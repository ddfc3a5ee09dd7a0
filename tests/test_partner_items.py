"""Partners as the record lists them."""

from typing import Any


def test_codes_and_home(marked: Any) -> None:
    record = marked("[[PARTNER:Республика Крым]] и [[PARTNER:Омская область]].").record(home="RU-OMS")
    crimea, omsk = record.partners
    assert (crimea.code, crimea.oktmo, crimea.home) == (None, "35000000", False)
    assert (omsk.code, omsk.oktmo, omsk.home) == ("RU-OMS", "52000000", True)
    assert [partner.ref for partner in record.partners] == ["p1", "p2"]
    assert [warning.code for warning in record.warnings] == ["unlinked_partner"]


def test_all_mentions_of_a_person_are_listed(marked: Any) -> None:
    record = marked("[[POSITION:Посол]] [[PARTNER:Турции]] [[PERSON:Мехмет Аксой]]. [[PERSON:Аксой]] рад.").record()
    person = record.partners[0].representatives[0]
    assert [mention.text for mention in person.mentions] == ["Мехмет Аксой", "Аксой"]
