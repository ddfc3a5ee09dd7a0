"""Event types in PLOVER and CAMEO."""

import pytest

from rucoop.model.event_codes import codes


@pytest.mark.parametrize(
    ("kind", "text", "event", "mode", "cameo"),
    [
        ("meeting", "Стороны обсудили планы", "CONSULT", None, "040"),
        ("meeting", "Разговор прошёл по телефону", "CONSULT", "phone", "041"),
        ("visit", "Делегация прибыла", "CONSULT", "visit", "042"),
        ("agreement", "Подписан меморандум", "SUPPORT", None, "057"),
        ("trade", "Товарооборот вырос", "COOPERATE", None, "061"),
        ("project", "Завод построен", "COOPERATE", None, "061"),
        ("forum", "На форуме", "CONSULT", "multilateral", "040"),
        ("intent", "Готовы поставлять трубы", "AGREE", None, "0311"),
        ("intent", "Пригласил гостей на праздник", "AGREE", None, "036"),
    ],
)
def test_codes(kind: str, text: str, event: str, mode: str | None, cameo: str) -> None:
    plover, found = codes(kind, text, [])  # type: ignore[arg-type]
    assert (plover.event, plover.mode, found) == (event, mode, cameo)


def test_sectors_add_contexts() -> None:
    plover, _ = codes("project", "", ["it", "healthcare", "chemistry"])
    assert plover.context == ["economic", "technology", "health"]
