"""Events out of typed sentences."""

from typing import Any


def test_sentences_of_one_type_sides_and_date_are_one_event(marked: Any) -> None:
    record = marked(
        "[[PARTNER:Карелия]] и [[PARTNER:Турция]] встретились [[DATE:5 мая]].{{meeting}} Обсудили "
        "[[SECTOR:туризм]].{{meeting}} "
        "[[PARTNER:Карелия]] продаёт [[PARTNER:Турции]] [[GOODS:бумагу]].{{trade}}"
    ).record(home="RU-KR", published="2024-05-06")
    meeting, trade = record.events
    assert (meeting.type, meeting.date, meeting.date_text, len(meeting.sentences)) == (
        "meeting",
        "2024-05-05",
        "5 мая",
        2,
    )
    assert meeting.sectors == ["s1"]
    assert (trade.type, trade.date, trade.goods) == ("trade", None, ["g1"])


def test_several_types_of_one_sentence_are_several_events(marked: Any) -> None:
    record = marked(
        "[[PARTNER:Карелия]] приняла гостей из [[PARTNER:Турции]] в [[LOCATION:Сортавале]].{{meeting,visit}}"
    ).record(home="RU-KR")
    meeting, visit = record.events
    assert (meeting.actor, meeting.recipient) == (["p1", "p2"], [])
    assert (visit.actor, visit.recipient) == (["p2"], ["p1"])
    assert visit.location == "Сортавале"
    assert visit.plover.mode == "visit"


def test_a_document_without_sides_has_events_without_actors(marked: Any) -> None:
    record = marked("Стороны договорились.{{intent}}").record()
    assert [(event.actor, event.recipient) for event in record.events] == [([], [])]
