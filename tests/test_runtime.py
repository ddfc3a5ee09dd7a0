from pathlib import Path

import numpy as np
import pytest

from rucoop.model.runtime import Runtime
from rucoop.model.store import load_weights

torch = pytest.importorskip("torch")


def windows(seed: int, lengths: list[int]) -> list[tuple[np.ndarray, np.ndarray]]:
    random = np.random.default_rng(seed)
    return [
        (random.integers(5, 60, n), np.full((2, n), 1 / n, dtype=np.float32)) for n in lengths
    ]  # fmt: skip


def test_the_cpu_runtime_computes_what_torch_computes(tiny_weights: Path) -> None:
    from rucoop.model.tagger import restore_tagger
    from rucoop.model.torch_runtime import TorchRuntime

    weights = load_weights(tiny_weights)
    given = windows(0, [7, 50, 3])
    ours = Runtime(weights, precision="f32").run(given)
    theirs = TorchRuntime(restore_tagger(weights)).run(given)
    for (tags, types), (torch_tags, torch_types) in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(tags, torch_tags, atol=1e-4)
        np.testing.assert_allclose(types, torch_types, atol=1e-4)


def test_scores_do_not_depend_on_neighbours(tiny_weights: Path) -> None:
    runtime = Runtime(load_weights(tiny_weights))
    alone, together = runtime.run(windows(1, [20])), runtime.run(windows(1, [20, 33, 5, 48]))
    np.testing.assert_array_equal(alone[0][0], together[0][0])
    np.testing.assert_array_equal(alone[0][1], together[0][1])


def test_many_windows_come_back_in_order(tiny_weights: Path) -> None:
    lengths = list(range(3, 43))
    scores = Runtime(load_weights(tiny_weights)).run(windows(2, lengths))
    assert [len(tags) for tags, _ in scores] == lengths
