import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

pytest.importorskip("torch")

from rucoop.data.authoring import compile_file
from rucoop.data.records import Document
from rucoop.model.store import load_weights
from rucoop.model.tagger import restore_tagger
from rucoop.model.tagging import Tagging
from rucoop.model.torch_runtime import TorchRuntime
from rucoop.train.config import TrainConfig
from rucoop.train.dev import uses_bf16
from rucoop.train.loop import fit
from rucoop.train.trainer import TaggerTrainer

AUTHORED = """### t-1 | RU-TA | press | year=2022 | scenario=one | brief=t
Раис [[PARTNER:Татарстана]] встретился с послом.{{meeting}} Стороны обсудили [[SECTOR=chemistry:нефтехимию]].{{meeting}}
Товарооборот [[DATE:за 2022 год]] составил [[FIGURE:более 2,3 млрд рублей]].{{trade}}
@partners RU-TA
@figure trade_turnover | > | 2300000000 | RUB | fact | 2022 | -
"""
RECIPE = {
    "epochs": 60.0,
    "body_lr": 3e-3,
    "head_lr": 1e-2,
    "batch_size": 1,
    "dropout": 0.0,
    "window": 48,
    "overlap": 12,
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    path = tmp_path_factory.mktemp("authored") / "a.txt"
    path.write_text(AUTHORED, "utf-8")
    return compile_file(path)[0]


def test_a_tiny_rubert_learns_saves_loads_and_tags(tiny_base: Path, documents: list[Document], tmp_path: Path) -> None:
    recipe = TrainConfig(base=str(tiny_base), evals_per_epoch=1 / 30, **RECIPE)
    metrics = fit(documents, documents, recipe, tmp_path)
    assert metrics["dev"]["core_f1"] == 1.0
    assert metrics["dev"]["type_f1"] == 1.0
    weights = load_weights(tmp_path)
    spans, _ = Tagging(weights.config, weights.tokenizer, TorchRuntime(restore_tagger(weights))).tag(documents[0].text)
    assert [(s.start, s.end, s.label) for s in spans] == [(s.start, s.end, s.label) for s in documents[0].spans]
    assert json.loads((tmp_path / "metrics.json").read_text())["recipe"]["window"] == 48


def test_a_killed_run_goes_on_from_its_last_checkpoint(
    tiny_base: Path, documents: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = TrainConfig(base=str(tiny_base), **{**RECIPE, "epochs": 4.0})
    evaluate, calls = TaggerTrainer.evaluate, []

    def killed_at_the_third(self: TaggerTrainer, *args: object, **kwargs: object) -> dict[str, float]:
        calls.append(self.state.global_step)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return evaluate(self, *args, **kwargs)

    monkeypatch.setattr(TaggerTrainer, "evaluate", killed_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        fit(documents, documents, recipe, tmp_path)
    metrics = fit(documents, documents, recipe, tmp_path)
    assert calls[:3] == [1, 2, 3]
    assert calls[3:] == [3, 4]
    assert max(row["epoch"] for row in metrics["log"]) == 4.0


def test_checkpoints_of_another_recipe_are_refused(tiny_base: Path, documents: list[Document], tmp_path: Path) -> None:
    recipe = {**RECIPE, "epochs": 1.0}
    fit(documents, documents, TrainConfig(base=str(tiny_base), **recipe), tmp_path)
    with pytest.raises(ValueError, match=r"checkpoints of another run \(batch_size differ\)"):
        fit(documents, documents, TrainConfig(base=str(tiny_base), **{**recipe, "batch_size": 2}), tmp_path)


def test_precision_can_be_forced(tiny_base: Path) -> None:
    assert uses_bf16(TrainConfig(base="x", precision="bf16"))
    assert not uses_bf16(TrainConfig(base="x", precision="fp32"))


def test_a_weights_folder_can_be_trained_further(tiny_weights: Path, documents: list[Document], tmp_path: Path) -> None:
    metrics = fit(documents, [], TrainConfig(base=str(tiny_weights), **{**RECIPE, "epochs": 1.0}), tmp_path)
    assert metrics["dev"] is None
    assert load_weights(tmp_path).config.encoder["num_hidden_layers"] == 2


def test_the_averaged_weights_are_the_ones_saved(tiny_base: Path, documents: list[Document], tmp_path: Path) -> None:
    recipe = TrainConfig(base=str(tiny_base), average=0.9, **{**RECIPE, "epochs": 3.0})
    fit(documents, documents, recipe, tmp_path)
    (last,) = sorted((tmp_path / "checkpoints").glob("checkpoint-3"))
    average = load_file(last / "average.safetensors")
    saved = load_file(tmp_path / "model.safetensors")
    raw = load_file(last / "model.safetensors")
    for name in ("tag_head.weight", "type_value.weight"):
        np.testing.assert_allclose(saved[name], average[name], atol=1e-3)
        assert not np.allclose(saved[name], raw[name], atol=1e-3)
