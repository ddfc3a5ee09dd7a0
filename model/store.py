"""A weights folder: ``config.json``, ``model.safetensors``, ``tokenizer.json`` (and a model card). No pickle, no code.

Numbers are stored in half precision; readers turn them into single precision.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from rucoop.data.labels import EVENT_TYPES, TAGS
from rucoop.model.shapes import expected_shapes

FORMAT: Final = 1
CONFIG, TENSORS, TOKENIZER = "config.json", "model.safetensors", "tokenizer.json"
Tensors = dict[str, NDArray[np.float32]]


class WeightsError(ValueError):
    """A weights folder that cannot be used: what is wrong with which file, and what to do."""


@dataclass(frozen=True, slots=True)
class TaggerConfig:
    """Everything about a tagger but its numbers.

    encoder: the Hugging Face configuration of the encoder (``model_type``, ``hidden_size``, ...);
    window, overlap: pieces read at once (special pieces not counted) and shared by neighbours;
    split_cost: what a span edge inside a word costs, in log-probability;
    temperature: divides tag logits before they become confidences; type_thresholds: event type -> probability
    from which it is given; cooperation: a document none of whose sentences has a type with at least this probability
    tells of no co-operation, and so has no sides, sectors, goods and agreements (0: never).
    """

    encoder: dict[str, Any]
    tags: tuple[str, ...] = TAGS
    event_types: tuple[str, ...] = EVENT_TYPES
    window: int = 448
    overlap: int = 128
    split_cost: float = 4.0
    temperature: float = 1.0
    type_thresholds: dict[str, float] = field(default_factory=dict)
    cooperation: float = 0.75
    version: str = ""
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Weights:
    """A loaded weights folder. ``digest`` is the SHA-256 of the tensor file."""

    config: TaggerConfig
    tensors: Tensors
    tokenizer: Tokenizer
    digest: str
    path: Path


def save_weights(
    path: str | Path, config: TaggerConfig, tensors: Mapping[str, NDArray[Any]], tokenizer: Tokenizer
) -> None:
    """Write a weights folder; tensors become float16."""
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    half = {name: np.ascontiguousarray(array, dtype=np.float16) for name, array in tensors.items()}
    save_file(half, folder / TENSORS, metadata={"format": "pt"})
    (folder / CONFIG).write_text(json.dumps(asdict(config), ensure_ascii=False, indent=2) + "\n", "utf-8")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(folder / TOKENIZER), pretty=False)


def load_weights(path: str | Path) -> Weights:
    """Read and check a weights folder. Raises WeightsError naming the file, and what was expected of it."""
    folder = Path(path)
    config = load_config(folder)
    tensors = _load_tensors(folder / TENSORS)
    try:
        shapes = expected_shapes(config.encoder, len(config.tags), len(config.event_types))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WeightsError(f"{folder / CONFIG}: encoder settings are incomplete ({error!r})") from None
    if shapes is not None:
        _check(folder / TENSORS, {name: array.shape for name, array in tensors.items()}, shapes)
    digest = hashlib.sha256((folder / TENSORS).read_bytes()).hexdigest()
    return Weights(config, tensors, load_tokenizer(folder), digest, folder)


def load_config(folder: Path) -> TaggerConfig:
    for name in (CONFIG, TENSORS, TOKENIZER):
        if not (folder / name).is_file():
            raise WeightsError(f"{folder}: no {name}; a weights folder holds {CONFIG}, {TENSORS} and {TOKENIZER}")
    try:
        row = json.loads((folder / CONFIG).read_text("utf-8"))
    except ValueError as error:
        raise WeightsError(f"{folder / CONFIG}: not JSON: {error}") from None
    if not isinstance(row, dict) or row.get("format") != FORMAT:
        found = row.get("format") if isinstance(row, dict) else type(row).__name__
        raise WeightsError(f"{folder / CONFIG}: format {found!r}, this version of rucoop reads format {FORMAT}")
    known = {f.name for f in fields(TaggerConfig)}
    if surplus := set(row) - known:
        raise WeightsError(f"{folder / CONFIG}: unknown settings {sorted(surplus)}; known: {sorted(known)}")
    if missing := {"encoder", "tags", "event_types"} - set(row):
        raise WeightsError(f"{folder / CONFIG}: lacks {sorted(missing)}; copy the weights folder again")
    config = TaggerConfig(**{**row, "tags": tuple(row["tags"]), "event_types": tuple(row["event_types"])})
    if config.tags != TAGS or config.event_types != EVENT_TYPES:
        raise WeightsError(f"{folder / CONFIG}: tags or event types differ from those of this version of rucoop")
    return config


def load_tokenizer(folder: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    except Exception as error:  # the library raises plain Exception
        raise WeightsError(f"{folder / TOKENIZER}: not a tokenizer file: {error}") from None
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _load_tensors(path: Path) -> Tensors:
    try:
        with safe_open(path, framework="numpy") as file:
            return {name: file.get_tensor(name).astype(np.float32) for name in file.keys()}  # noqa: SIM118
    except (SafetensorError, OSError) as error:
        raise WeightsError(f"{path}: cannot be read ({error}); copy the weights folder again") from None


def _check(path: Path, found: Mapping[str, tuple[int, ...]], expected: Mapping[str, tuple[int, ...]]) -> None:
    for what, names in (("lacks", set(expected) - set(found)), ("has unexpected", set(found) - set(expected))):
        if names:
            raise WeightsError(
                f"{path}: {what} {len(names)} tensors, first {sorted(names)[0]!r}; copy the weights folder again"
            )
    for name, shape in expected.items():
        if tuple(found[name]) != shape:
            raise WeightsError(f"{path}: tensor {name!r} has shape {tuple(found[name])}, the config asks for {shape}")
