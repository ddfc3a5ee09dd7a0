import pytest

from rucoop.data.tables import metrics
from rucoop.model.metric import metric_code

# metric span, unit, sentence, code
ROWS = [
    (None, "t", "Построят завод мощностью 500 тыс. тонн в год.", "capacity"),
    ("мощностью", "t", "Построят завод мощностью 500 тыс. тонн в год.", "capacity"),
    ("товарооборот", "percent", "Товарооборот увеличился, рост на 25%.", "growth"),
    (None, "percent", "Отмечен рост на 25%.", "growth"),
    ("выпуска полимеров", "percent", "На завод приходится 31% всего выпуска полимеров.", "share"),
    (None, "percent", "Соседи забирают половину всех станков.", "share"),
    ("доля", "percent", "Доля выросла до 30%.", "share"),
    (None, "times", "Экспорт вырос вдвое.", "growth"),
    (None, "студент", "В вузах учатся 12 студентов.", "students"),
    (None, "заседание", "Прошло 7 заседаний.", "meetings"),
    (None, "представитель", "Приехали 20 представителей.", "people"),
    (None, "моряк", "Приехали 20 моряков.", "people"),
    (None, "компания", "В составе миссии 9 компаний.", "companies"),
    (None, "рабочее место", "Создадут 350 рабочих мест.", "jobs"),
    (None, "человек", "На заводе занято 350 человек.", "jobs"),
    ("мощность производства", "панель", "Мощность производства — 2 млн панелей.", "capacity"),
    ("ТОВАРООБОРОТА", "USD", "Речь шла об увеличении товарооборота до 1 млрд долларов.", "trade_turnover"),
    ("Стоимость проекта", "USD", "Стоимость проекта — 40 млн долларов.", "project_cost"),
    ("объём инвестиций", "RUB", "Объём инвестиций — 4 млрд рублей.", "investment"),
    (None, "RUB", "Инвестиции достигнут 4 млрд рублей.", "investment"),
    ("экспорт", "USD", "Экспорт — 4 млн долларов.", "export"),
    ("импорта", "t", "Объем импорта — 4 тыс. тонн.", "import"),
    ("товарооборот", "представитель", "Товарооборот обсудили 20 представителей.", "people"),
    ("длиной", "RUB", "Мост длиной 820 метров обойдется в 4 млрд рублей.", "project_cost"),
    (None, "ha", "Под парк отвели 12 га.", "area"),
    (None, "km", "До порта 40 км.", "distance"),
    (None, "MW", "Ветропарк на 35 МВт.", "capacity"),
    ("ВРП", "RUB", "ВРП достиг 4 трлн рублей.", "grp"),
    (None, "автобус", "Передали 9 автобусов.", "other"),
    (None, None, "Погода не изменилась.", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("metric_text", "unit", "sentence", "code"), ROWS)
def test_metric_codes(metric_text: str | None, unit: str | None, sentence: str, code: str) -> None:
    assert metric_code(metric_text, unit, sentence) == code
    assert code in {metric.code for metric in metrics()}


def test_a_change_in_percent_is_growth_whatever_it_changes() -> None:
    sentence = "Оборот прибавил 11%, доля экспорта — 40%."
    assert metric_code("оборот", "percent", sentence, direction="increase") == "growth"
