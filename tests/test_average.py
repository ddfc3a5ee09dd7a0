import pytest

torch = pytest.importorskip("torch")

from rucoop.train.average import MovingAverage  # noqa: E402


def test_the_average_lags_behind_and_is_applied_only_for_a_while() -> None:
    model = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(model.weight, 0.0)
    average = MovingAverage(model, 0.5)
    torch.nn.init.constant_(model.weight, 1.0)
    average.update()
    with average.applied():
        inside = model.weight.item()
    assert 0 < inside <= 1
    assert inside == pytest.approx(1 - 2 / 11)
    assert model.weight.item() == 1.0
    average.copy_to_model()
    assert model.weight.item() == inside


@pytest.mark.parametrize("decay", [0.0, 1.0])
def test_a_decay_outside_its_range_is_refused(decay: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        MovingAverage(torch.nn.Linear(1, 1), decay)
