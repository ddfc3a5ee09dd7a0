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
    ("длина", "ha", "Длина дороги велика, отвели 12 га.", "area"),
    (None, "аспирант", "В университет приехали 12 аспирантов.", "people"),
    (None, "парень", "В колледже 12 парней.", "students"),
    (None, "бычок", "Продали 12 бычков.", "other"),
    (None, "инвестор", "Пришли 12 инвесторов.", "companies"),
    ("взаимных поставок", "USD", "Объем взаимных поставок — 4 млн долларов.", "trade_turnover"),
    (None, "RUB", "На школу республика направит 4 млн рублей.", "investment"),
    (None, "RUB", "Билет на паром — 200 рублей.", "price"),
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


def test_a_change_of_a_price_is_growth_and_a_price_is_not() -> None:
    assert metric_code("тариф", "percent", "Тариф вырос на 9%.", direction="increase") == "growth"
    assert metric_code("тариф", "RUB", "Тариф — 9 рублей.") == "price"


def test_what_a_place_holds_is_capacity() -> None:
    def code(before: str, unit: str) -> str:
        return metric_code(None, unit, f"{before}9 {unit}.", before=before)

    assert code("Построят гостиницу у реки на ", "номер") == "capacity"
    assert code("Открыли завод на ", "t") == "capacity"
    assert code("Открыли парк на ", "ha") == "area"
    assert code("Приехали на ", "вагон") == "other"


def test_levels_in_percent_are_shares() -> None:
    before = "Обводненность снизилась до "
    assert metric_code(None, "percent", f"{before}89%.", before=before) == "share"


def test_words_near_by_count_before_others() -> None:
    before, after = "Инвестиции невелики, " + "как и прежде, " * 8 + "контракт стоил ", " за всё."
    assert metric_code(None, "USD", f"{before}4 млн{after}", before=before, after=after) == "project_cost"
