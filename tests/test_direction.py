import pytest

from rucoop.model.direction import read_direction


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("экспорт вырос на ", "", "increase"), ("экспорт вырос на 10%, импорт снизился на ", "", "decrease"),
        ("экспорт вырос на 10%, а импорт — на ", "", "increase"),
        ("на 10% вырос экспорт, на ", " упал импорт", "decrease"),
        ("рост экспорта за 2024 год составил ", "", "increase"), ("темп роста составил ", "", None),
        ("экспорт вырос до ", "", None), ("доля экспорта составила ", "", None),
        ("рост экспорта: доля машин ", "", None),
        ("вырос больше чем на ", "", "increase"), ("цена на ", " ниже прежней", "decrease"),
    ],
)  # fmt: skip
def test_percentages(before: str, after: str, direction: str | None) -> None:
    assert read_direction(before, after, by=False, ratio=True, times=False) == direction


def test_times_need_no_preposition_but_a_comparison_of_two_things_is_no_change() -> None:
    assert read_direction("экспорт увеличился ", "", by=False, ratio=True, times=True) == "increase"
    assert read_direction("импорт здесь ", " меньше экспорта", by=False, ratio=True, times=True) is None


def test_sums_change_only_by_something() -> None:
    assert read_direction("доход вырос на ", "", by=False, ratio=False, times=False) == "increase"
    assert read_direction("доход вырос, продали товаров на ", "", by=False, ratio=False, times=False) is None
    assert read_direction("доход вырос и составил ", "", by=False, ratio=False, times=False) is None
