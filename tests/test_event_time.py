"""Days of events."""

from typing import Any


def dates(record: Any) -> list[tuple[str, str | None]]:
    return [(event.type, event.date) for event in record.events]


def test_the_day_of_the_occasion_is_shared(marked: Any) -> None:
    record = marked(
        "[[DATE:Сегодня]] [[PARTNER:Карелия]] встретилась с [[PARTNER:Турцией]].{{meeting}} "
        "Подписан [[AGREEMENT:план]].{{agreement}} "
        "Торговля растёт: [[FIGURE:9 тонн]].{{trade}}"
    ).record(home="RU-KR", published="2024-05-06")
    assert dates(record) == [("meeting", "2024-05-06"), ("agreement", "2024-05-06"), ("trade", None)]


def test_background_keeps_its_own_time(marked: Any) -> None:
    record = marked(
        "[[DATE:6 мая]] [[PARTNER:Карелия]] встретилась с [[PARTNER:Турцией]].{{meeting}}\n"
        "Напомним, гости из [[PARTNER:Турции]] уже приезжали.{{visit}}\n"
        "В [[DATE:марте]] прошла встреча с [[PARTNER:Турцией]].{{meeting}}"
    ).record(home="RU-KR", published="2024-05-06")
    assert dates(record) == [("meeting", "2024-05-06"), ("visit", None), ("meeting", None)]


def test_without_a_publication_date_words_remain(marked: Any) -> None:
    record = marked(
        "В [[DATE:прошлом месяце]] [[PARTNER:Карелия]] встретилась с [[PARTNER:Турцией]].{{meeting}}"
    ).record(home="RU-KR")
    assert [(event.date, event.date_text) for event in record.events] == [(None, "прошлом месяце")]
