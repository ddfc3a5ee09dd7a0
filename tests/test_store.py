import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from rucoop.model.store import WeightsError, load_weights


@pytest.fixture
def folder(tiny_weights: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_weights, tmp_path / "weights"))


def change_tensors(folder: Path, drop: str | None = None, add: str | None = None) -> None:
    tensors = load_file(folder / "model.safetensors")
    if drop:
        del tensors[drop]
    if add:
        tensors[add] = np.zeros(3, dtype=np.float16)
    save_file(tensors, folder / "model.safetensors")


def test_a_folder_loads_as_it_was_saved(tiny_weights: Path) -> None:
    weights = load_weights(tiny_weights)
    assert weights.config.window == 48
    assert weights.tensors["tag_head.weight"].shape == (21, 32)
    assert len(weights.digest) == 64


def test_nothing_in_a_folder_is_a_pickle(tiny_weights: Path) -> None:
    assert {p.name for p in tiny_weights.iterdir()} == {"config.json", "model.safetensors", "tokenizer.json"}


def test_a_missing_tensor_is_named(folder: Path) -> None:
    change_tensors(folder, drop="tag_head.bias")
    with pytest.raises(WeightsError, match=r"model\.safetensors: lacks 1 tensors, first 'tag_head\.bias'"):
        load_weights(folder)


def test_a_surplus_tensor_is_named(folder: Path) -> None:
    change_tensors(folder, add="crf.transitions")
    with pytest.raises(WeightsError, match=r"has unexpected 1 tensors, first 'crf\.transitions'"):
        load_weights(folder)


def test_a_wrong_shape_is_named(folder: Path) -> None:
    change_tensors(folder, drop="tag_head.bias", add="tag_head.bias")
    with pytest.raises(WeightsError, match=r"'tag_head\.bias' has shape \(3,\), the config asks for \(21,\)"):
        load_weights(folder)


def test_a_cut_off_file_is_an_error(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(WeightsError, match="cannot be read"):
        load_weights(folder)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "tokenizer.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=f"no {name}"):
        load_weights(folder)


def test_an_unknown_format_is_refused(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "format": 99}))
    with pytest.raises(WeightsError, match="format 99, this version of rucoop reads format 1"):
        load_weights(folder)


def test_an_unknown_setting_is_refused(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "windw": 1}))
    with pytest.raises(WeightsError, match="windw"):
        load_weights(folder)


def test_a_broken_tokenizer_is_named(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}")
    with pytest.raises(WeightsError, match=r"tokenizer\.json: not a tokenizer file"):
        load_weights(folder)


@pytest.mark.parametrize("name", ["encoder", "tags"])
def test_an_incomplete_config_is_named(folder: Path, name: str) -> None:
    config = json.loads((folder / "config.json").read_text())
    del config[name]
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(WeightsError, match=name):
        load_weights(folder)


def test_incomplete_encoder_settings_are_named(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    del config["encoder"]["hidden_size"]
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(WeightsError, match="hidden_size"):
        load_weights(folder)
