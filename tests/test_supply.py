"""Which way goods flow: what home supplies is export, what it receives import."""

from typing import Any

import pytest

SIDES = "[[PARTNER:Чувашия]] и [[PARTNER:Кировская область]] торгуют.{{trade}} "
ROWS = [
    ("[[PARTNER:Чувашия]] поставила соседям ткани на [[FIGURE:5 млн рублей]].", "export"),
    ("[[PARTNER:Кировская область]] поставила ткани на [[FIGURE:5 млн рублей]].", "import"),
    ("Из области в [[PARTNER:Чувашию]] ушло [[FIGURE:5 тысяч тонн]] угля.", "import"),
    ("Из республики ушло [[FIGURE:5 тысяч тонн]] угля.", "export"),
    ("[[PARTNER:Чувашия]] поставила ткани, закупила зерно на [[FIGURE:5 млн рублей]].", "import"),
    ("[[PARTNER:Чувашия]] закупила в [[LOCATION:Кировской области]] [[FIGURE:5 тысяч тонн]] зерна.", "import"),
    ("[[METRIC:Поставки]] чувашской ткани – [[FIGURE:5 млн рублей]].", "export"),
    ("[[METRIC:Импорт]] чувашской ткани – [[FIGURE:5 млн рублей]].", "import"),
]


@pytest.mark.parametrize(("sentence", "metric"), ROWS)
def test_export_and_import_are_seen_from_home(marked: Any, sentence: str, metric: str) -> None:
    record = marked(SIDES + sentence + "{{trade}}").record(home="RU-CU")
    assert [figure.metric for figure in record.figures] == [metric]


def test_a_clause_about_the_other_direction_turns_the_flow(marked: Any) -> None:
    text = (
        SIDES
        + "Из [[PARTNER:Чувашии]] в область везут [[GOODS:ткани]], в республику поступает [[GOODS:зерно]].{{trade}}"
    )
    record = marked(text).record(home="RU-CU")
    assert [(g.name, g.supplier, g.receiver) for g in record.goods] == [
        ("ткань", ["p1"], ["p2"]),
        ("зерно", ["p2"], ["p1"]),
    ]
