import pytest

from rucoop.model.figure_status import figure_status

# sentence with the figure in brackets, status
STATUSES = [
    ("Оборот составил [5 млрд рублей].", "fact"),
    ("Стороны намерены довести оборот до [1 млрд долларов].", "target"),
    ("Целевой показатель — [1 млрд долларов].", "target"),
    ("К 2030 году — [1 млрд долларов].", "target"),
    ("Планируется построить [три школы].", "plan"),
    ("Инвестиции составят [4 млрд рублей].", "plan"),
    ("Здесь будет создано [350 рабочих мест].", "plan"),
    ("Удалось увеличить поставки до [5 тыс. тонн].", "fact"),
    ("Оборот вырос на [25%], а к лету планируется визит.", "fact"),
    ("Создано [350 рабочих мест].", "fact"),
]


@pytest.mark.parametrize(("marked", "status"), STATUSES)
def test_figure_status(marked: str, status: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert figure_status(marked.replace("[", "").replace("]", ""), start, end) == status
