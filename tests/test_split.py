from rucoop.data.records import Document
from rucoop.data.split import leaks, split_of


def test_the_split_of_a_scenario_never_changes() -> None:
    assert [split_of(f"scenario-{i}") for i in range(8)] == [split_of(f"scenario-{i}") for i in range(8)]
    assert split_of("fars-visit-2023") == "train"


def test_shares_are_as_declared() -> None:
    splits = [split_of(f"occasion {i}") for i in range(4000)]
    assert abs(splits.count("test") / 4000 - 0.18) < 0.02
    assert abs(splits.count("dev") / 4000 - 0.10) < 0.02


def test_a_scenario_in_two_splits_is_a_leak() -> None:
    documents = [Document("т", f"d{i}", split=s, meta={"scenario": "x"}) for i, s in enumerate(("train", "test"))]
    assert "scenario 'x' is in several splits: train: d0, test: d1" in leaks(documents)[0]
    assert leaks(documents[:1]) == []
