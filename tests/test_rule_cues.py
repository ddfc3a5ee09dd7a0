"""Patterns of the event types."""

from rucoop.data.labels import EVENT_TYPES
from rucoop.model.rule_cues import CUES


def test_every_type_has_cues() -> None:
    assert set(CUES) == set(EVENT_TYPES)


def test_cues_are_words_from_their_beginning() -> None:
    assert CUES["forum"].search("на форуме")
    assert not CUES["forum"].search("платформа")
    assert CUES["visit"].search("Визит начался")
    assert not CUES["visit"].search("визитная карточка")
    assert CUES["meeting"].search("провели рабочую встречу")
