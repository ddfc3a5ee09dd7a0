import pytest

from rucoop.data.periods import expand_period


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("2022", "2022-01-01/2022-12-31"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2022-05-17", "2022-05-17/2022-05-17"),
        ("2022-Q4", "2022-10-01/2022-12-31"),
        ("2022-H1", "2022-01-01/2022-06-30"),
        ("2022/2024", "2022-01-01/2024-12-31"),
        ("2021-01/2021-11", "2021-01-01/2021-11-30"),
    ],
)
def test_periods_expand(short: str, long: str) -> None:
    assert expand_period(short) == long


@pytest.mark.parametrize("short", ["", "22", "2022-Q5", "2024/2022", "май 2022"])
def test_other_notations_are_refused(short: str) -> None:
    with pytest.raises(ValueError, match="period"):
        expand_period(short)
