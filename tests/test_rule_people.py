"""Posts and persons."""

import pytest

from rucoop.model.rule_people import person_spans, position_spans
from rucoop.model.rule_text import RuleText


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Губернатор Омской области сказал", ["Губернатор"]),
        (
            "заместителя министра сельского хозяйства и продовольствия",
            ["заместителя министра сельского хозяйства и продовольствия"],
        ),
        ("вице-премьер – министр экономики Карелии", ["вице-премьер – министр экономики"]),
        ("Чрезвычайный и Полномочный Посол Турции", ["Чрезвычайный и Полномочный Посол"]),
        ("после визита", []),
        ("во главе делегации", []),
        ("пресс-служба губернатора", []),
        ("генеральный директор завода и председатель правления", ["генеральный директор", "председатель правления"]),
    ],
)
def test_posts(text: str, posts: list[str]) -> None:
    assert [text[span.start : span.end] for span in position_spans(RuleText(text))] == posts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Аким Берик Жанузаков приехал. Жанузаков рад.", ["Берик Жанузаков", "Жанузаков"]),
        ("Директор Пётр Куликов и Анна Ларина уехали.", ["Пётр Куликов", "Анна Ларина"]),
        ("Встреча Игоря Саврасова прошла.", ["Игоря Саврасова"]),
        ("Фото: сайт Правительства", []),
        ("Сказал А. П. Ларин и Пётр Ларин", ["А. П. Ларин", "Пётр Ларин"]),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    source = RuleText(text)
    spans = sorted(person_spans(source, list(position_spans(source))))
    assert [text[span.start : span.end] for span in spans] == names
