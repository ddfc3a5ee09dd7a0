"""Who acts on whom."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("[[PARTNER:Карелия]] приняла делегацию [[PARTNER:Турции]].{{visit}}", ["TR"], ["RU-KR"]),
        ("Делегация [[PARTNER:Карелии]] прибыла в [[PARTNER:Турцию]].{{visit}}", ["RU-KR"], ["TR"]),
        ("Гости из [[PARTNER:Турции]] осмотрели завод.{{visit}}", ["TR"], ["RU-KR"]),
        ("[[PARTNER:Турция]] предлагает [[PARTNER:Карелии]] дружбу.{{intent}}", ["TR"], ["RU-KR"]),
        ("Из [[PARTNER:Турции]] в [[PARTNER:Карелию]] везут [[GOODS:гранаты]].{{trade}}", ["TR"], ["RU-KR"]),
        ("[[METRIC:Товарооборот]] с [[PARTNER:Турцией]] достиг [[FIGURE:9 млн евро]].{{trade}}", ["RU-KR"], ["TR"]),
        ("Завод [[PARTNER:Турции]] строится в [[PARTNER:Карелии]].{{project}}", ["RU-KR"], ["TR"]),
    ],
)  # fmt: skip
def test_roles(marked: Any, text: str, actor: list[str], recipient: list[str]) -> None:
    record = marked(f"{text} [[PARTNER:Карелия]] и [[PARTNER:Турция]] рады.").record(home="RU-KR")
    codes = {partner.ref: partner.code for partner in record.partners}
    event = record.events[0]
    assert ([codes[ref] for ref in event.actor], [codes[ref] for ref in event.recipient]) == (actor, recipient)
