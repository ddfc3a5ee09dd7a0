"""Where training starts: an encoder by Hub name or folder, or a weights folder of ours to go on from."""

import json
from pathlib import Path

from tokenizers import Tokenizer

from rucoop.model.store import CONFIG, load_weights
from rucoop.model.tagger import Tagger, new_tagger, restore_tagger
from rucoop.train.config import TrainConfig


def starting_tagger(recipe: TrainConfig) -> tuple[Tagger, Tokenizer]:
    """The tagger a run begins with. Heads are fresh, unless ``recipe.base`` is a weights folder of this package."""
    if not is_weights_folder(recipe.base):
        return new_tagger(recipe.base, recipe.layers, recipe.dropout)
    if recipe.layers is not None:
        raise ValueError(
            f"layers={recipe.layers}: {recipe.base} is a trained weights folder, whose layers all stay; drop --layers"
        )
    weights = load_weights(recipe.base)
    tagger = restore_tagger(weights)
    tagger.dropout.p = recipe.dropout
    return tagger.train(), weights.tokenizer


def is_weights_folder(base: str) -> bool:
    """True for a folder written by ``rucoop-train``: its config holds our format number."""
    path = Path(base) / CONFIG
    if not path.is_file():
        return False
    row = json.loads(path.read_text("utf-8"))
    return isinstance(row, dict) and {"format", "encoder", "tags"} <= set(row)
