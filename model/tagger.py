"""Encoder + tag head + event-type head (torch): what is trained, and the reference for the CPU runtime."""

from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, AutoTokenizer, PreTrainedModel

from rucoop.data.labels import EVENT_TYPES, TAGS
from rucoop.model.shapes import QUERY_BOUND
from rucoop.model.store import TaggerConfig, Weights, WeightsError, save_weights


class Tagger(nn.Module):
    """Any Hugging Face encoder with a BIO head over pieces and an event-type head over sentences."""

    def __init__(self, encoder: PreTrainedModel, dropout: float = 0.1) -> None:
        super().__init__()
        hidden = int(encoder.config.hidden_size)
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.tag_head = nn.Linear(hidden, len(TAGS))
        self.type_dense = nn.Linear(hidden, hidden)
        self.type_value = nn.Linear(hidden, len(EVENT_TYPES))
        self.type_query = nn.Linear(hidden, len(EVENT_TYPES), bias=False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, pool: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of a batch of windows.

        input_ids, attention_mask: [window, piece] int64, special pieces included; pool: [window, sentence, piece]
        float, each row the weights of a sentence's pieces (all zero for padding).
        Returns tag logits [window, piece, tag] and type logits [window, sentence, type].
        """
        states = self.dropout(self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state)
        return self.tag_head(states), self._types(states, pool)

    def _types(self, states: Tensor, pool: Tensor) -> Tensor:
        """Each type looks at the pieces that speak for it (label-wise attention, Mullenbach et al. 2018)."""
        states = nn.functional.gelu(self.type_dense(states))
        # Bounded, so that no sentence's weights vanish beside those of its neighbours.
        weight = torch.exp(QUERY_BOUND * torch.tanh(self.type_query(states).float() / QUERY_BOUND))
        pool = pool.to(weight.dtype)
        total = torch.bmm(pool, weight).clamp(min=1e-6)
        return torch.bmm(pool, weight * self.type_value(states).float()) / total


def new_tagger(base: str | Path, layers: int | None = None, dropout: float = 0.1) -> tuple[Tagger, Tokenizer]:
    """A tagger with fresh heads on an encoder given by Hub name or folder; ``layers`` keeps only the lowest ones.

    Code that comes with a model is never run (``trust_remote_code`` stays off).
    """
    tokenizer = AutoTokenizer.from_pretrained(str(base), use_fast=True)
    if not tokenizer.is_fast:
        raise WeightsError(f"{base}: has no fast tokenizer, which offsets need; choose an encoder with tokenizer.json")
    config = AutoConfig.from_pretrained(str(base))
    # Dropping attention weights keeps torch off its fast attention on CPUs: half the training speed, for no gain seen.
    config.attention_probs_dropout_prob = 0.0
    encoder = AutoModel.from_pretrained(str(base), config=config, dtype=torch.float32, **_without_pooler(config))
    if layers is not None:
        _keep_layers(encoder, layers, base)
    return Tagger(encoder, dropout), tokenizer.backend_tokenizer


def _without_pooler(config: Any) -> dict[str, bool]:
    return {"add_pooling_layer": False} if config.model_type in {"bert", "roberta", "xlm-roberta"} else {}


def _keep_layers(encoder: PreTrainedModel, layers: int, base: str | Path) -> None:
    """Drops all but the lowest encoder layers."""
    stack = getattr(getattr(encoder, "encoder", None), "layer", None)
    if not isinstance(stack, nn.ModuleList):
        raise ValueError(f"layers={layers}: do not know where {base} keeps its layers; leave layers out to keep all")
    if not 1 <= layers <= len(stack):
        raise ValueError(f"layers={layers}: {base} has {len(stack)}; give 1 to {len(stack)}")
    encoder.encoder.layer = stack[:layers]  # type: ignore[union-attr]
    encoder.config.num_hidden_layers = layers


def restore_tagger(weights: Weights) -> Tagger:
    """The torch model of a loaded weights folder; missing and surplus tensors are both errors."""
    config = AutoConfig.for_model(**weights.config.encoder)
    tagger = Tagger(AutoModel.from_config(config, **_without_pooler(config)))  # type: ignore[no-untyped-call]
    state = {name: torch.from_numpy(array) for name, array in weights.tensors.items()}
    try:
        tagger.load_state_dict(state, strict=True)
    except RuntimeError as error:
        raise WeightsError(f"{weights.path}: tensors do not fit the configuration: {error}") from None
    return tagger.eval()


def store_tagger(path: str | Path, tagger: Tagger, tokenizer: Tokenizer, **settings: Any) -> None:
    """Write a tagger as a weights folder; ``settings`` are further fields of TaggerConfig."""
    tensors = {name: tensor.detach().cpu().float().numpy() for name, tensor in tagger.state_dict().items()}
    kept = {
        k: v for k, v in tagger.encoder.config.to_dict().items() if k not in {"transformers_version", "_name_or_path"}
    }
    kept["dtype"] = "float32"
    save_weights(path, TaggerConfig(encoder=kept, **settings), tensors, tokenizer)
