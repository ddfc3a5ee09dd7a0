import pytest
from hypothesis import given
from hypothesis import strategies as st

from rucoop.data.segment import sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Стороны встретились. Подписан план.", ["Стороны встретились.", "Подписан план."]),
        ("Гости посетили ИТ-парк им. Б.Рамеева в г. Казани.", ["Гости посетили ИТ-парк им. Б.Рамеева в г. Казани."]),
        ("Поставки выросли до 3 млн. рублей за год.", ["Поставки выросли до 3 млн. рублей за год."]),
        ("В 2023 г. Татарстан поставил шины.", ["В 2023 г. Татарстан поставил шины."]),
        ("Состоялась встреча.В ней участвовал посол.", ["Состоялась встреча.", "В ней участвовал посол."]),
        ("Фото: пресс-служба\nПоделиться:\n0\n0", ["Фото: пресс-служба", "Поделиться:", "0", "0"]),
        ("Об этом сообщил А. П. Иванов.", ["Об этом сообщил А. П. Иванов."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet=st.sampled_from("абвАБВ .,!?«»\n\r\u2028\u00a0\t0г"), max_size=80))
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    covered = [i for s in sentences(text) for i in range(s.start, s.end)]
    assert len(covered) == len(set(covered))
    assert all(c.isspace() or i in set(covered) for i, c in enumerate(text))


@given(st.text(max_size=60))
def test_sentences_have_no_outer_spaces(text: str) -> None:
    assert all(piece and piece == piece.strip() for piece in split(text))
