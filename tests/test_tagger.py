from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from rucoop.model.store import WeightsError, load_weights  # noqa: E402
from rucoop.model.tagger import new_tagger, restore_tagger  # noqa: E402


def test_heads_have_the_shapes_of_tags_and_types(tiny_base: Path) -> None:
    tagger, _ = new_tagger(tiny_base)
    ids = torch.randint(5, 60, (2, 9))
    pool = torch.full((2, 3, 9), 1 / 9)
    tags, types = tagger(ids, torch.ones_like(ids), pool)
    assert tags.shape == (2, 9, 21)
    assert types.shape == (2, 3, 7)


def test_the_lowest_layers_are_kept(tiny_base: Path) -> None:
    whole, _ = new_tagger(tiny_base)
    cut, _ = new_tagger(tiny_base, layers=1)
    assert cut.encoder.config.num_hidden_layers == len(cut.encoder.encoder.layer) == 1
    name = "encoder.encoder.layer.0.output.dense.weight"
    assert torch.equal(cut.state_dict()[name], whole.state_dict()[name])


@pytest.mark.parametrize("layers", [0, 3])
def test_layers_that_are_not_there_are_refused(tiny_base: Path, layers: int) -> None:
    with pytest.raises(ValueError, match=f"layers={layers}: .* has 2"):
        new_tagger(tiny_base, layers=layers)


def test_padding_changes_nothing(tiny_weights: Path) -> None:
    tagger = restore_tagger(load_weights(tiny_weights))
    ids, pool = torch.randint(5, 60, (1, 6)), torch.full((1, 1, 6), 1 / 6)
    padded = torch.cat([ids, torch.zeros(1, 4, dtype=torch.int64)], dim=1)
    mask = torch.tensor([[1] * 6 + [0] * 4])
    with torch.no_grad():
        alone = tagger(ids, torch.ones_like(ids), pool)[0][0]
        beside = tagger(padded, mask, torch.nn.functional.pad(pool, (0, 4)))[0][0, :6]
    torch.testing.assert_close(alone, beside, atol=1e-5, rtol=1e-4)


def test_tensors_of_another_model_are_refused(tiny_weights: Path) -> None:
    weights = load_weights(tiny_weights)
    weights.tensors["surplus"] = weights.tensors["tag_head.bias"]
    with pytest.raises(WeightsError, match="surplus"):
        restore_tagger(weights)
