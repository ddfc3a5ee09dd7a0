"""Goods and the way they go."""

from typing import Any

import pytest


def flow(record: Any) -> list[tuple[str, list[str | None], list[str | None]]]:
    codes = {partner.ref: partner.code for partner in record.partners}
    return [(g.name, [codes[r] for r in g.supplier], [codes[r] for r in g.receiver]) for g in record.goods]


@pytest.mark.parametrize(
    ("text", "supplier", "receiver"),
    [
        ("[[PARTNER:Карелия]] поставляет в [[PARTNER:Турцию]] [[GOODS:бумагу]].", "RU-KR", "TR"),
        ("Из [[PARTNER:Турции]] в [[PARTNER:Карелию]] поступает [[GOODS:бумага]].", "TR", "RU-KR"),
        ("[[PARTNER:Турция]] закупает [[GOODS:бумагу]].", "RU-KR", "TR"),
        ("[[GOODS:Бумага]] из [[PARTNER:Турции]] нравится.", "TR", "RU-KR"),
    ],
)
def test_direction(marked: Any, text: str, supplier: str, receiver: str) -> None:
    record = marked(f"{text} [[PARTNER:Карелия]] и [[PARTNER:Турция]] рады.").record(home="RU-KR")
    assert flow(record) == [("бумага", [supplier], [receiver])]


def test_words_like_in_return_turn_the_flow(marked: Any) -> None:
    record = marked(
        "Из [[PARTNER:Карелии]] в [[PARTNER:Турцию]] уходят [[GOODS:бумага]] и [[GOODS:картон]], а "
        "обратно везут [[GOODS:апельсины]]."
    ).record(home="RU-KR")
    assert flow(record) == [
        ("бумага", ["RU-KR"], ["TR"]),
        ("картон", ["RU-KR"], ["TR"]),
        ("апельсины", ["TR"], ["RU-KR"]),
    ]


def test_names_are_nominative_and_mentions_are_joined(marked: Any) -> None:
    record = marked("Много [[GOODS:грузовых автомобилей]]. Нужны [[GOODS:грузовые автомобили]].").record()
    assert [(item.name, len(item.mentions)) for item in record.goods] == [("грузовые автомобили", 2)]
