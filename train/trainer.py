"""Hugging Face Trainer with our two losses, two learning rates, and a dev score on characters."""

import time
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.utils.data import Dataset
from transformers import Trainer, TrainerCallback, TrainerState, TrainingArguments

from rucoop.data.records import Document
from rucoop.model.tagger import Tagger
from rucoop.train.average import MovingAverage
from rucoop.train.batches import IGNORED, Example
from rucoop.train.config import TrainConfig
from rucoop.train.dev import dev_scores


class Examples(Dataset[Example]):
    """A list of examples as torch wants it."""

    def __init__(self, items: Sequence[Example]) -> None:
        self.items = items

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Example:
        return self.items[index]


def losses(tagger: Tagger, batch: dict[str, Tensor], smoothing: float) -> tuple[Tensor, Tensor]:
    """Mean tag loss per piece, and mean binary loss per annotated sentence and type."""
    tags, types = tagger(batch["input_ids"], batch["attention_mask"], batch["pool"])
    tag_loss = nn.functional.cross_entropy(
        tags.flatten(0, 1).float(), batch["tags"].flatten(), ignore_index=IGNORED, label_smoothing=smoothing
    )
    known = batch["types"] >= 0
    raw = nn.functional.binary_cross_entropy_with_logits(types.float(), batch["types"].clamp(min=0), reduction="none")
    return tag_loss, (raw * known).sum() / known.sum().clamp(min=1)


class TaggerTrainer(Trainer):
    """Trainer with two learning rates, two losses, and a dev score on characters, not on pieces."""

    def __init__(self, recipe: TrainConfig, tokenizer: Tokenizer, dev: Sequence[Document], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.recipe, self.tokenizer, self.dev = recipe, tokenizer, dev
        self.seconds = {"evaluation": 0.0}
        self.average = MovingAverage(self._tagger(), recipe.average) if recipe.average else None

    def _tagger(self) -> Tagger:
        assert isinstance(self.model, Tagger)
        return self.model

    def compute_loss(  # type: ignore[override]
        self, model: nn.Module, inputs: dict[str, Tensor], return_outputs: bool = False, **_: Any
    ) -> Any:
        tag_loss, type_loss = losses(model, inputs, self.recipe.label_smoothing)  # type: ignore[arg-type]
        loss = tag_loss + self.recipe.type_weight * type_loss
        return (loss, {}) if return_outputs else loss

    def create_optimizer(self, model: nn.Module | None = None) -> torch.optim.Optimizer:
        if self.optimizer is None:
            self.optimizer = torch.optim.AdamW(parameter_groups(self._tagger(), self.recipe), fused=False)
        return self.optimizer

    def evaluate(self, *_: Any, metric_key_prefix: str = "eval", **__: Any) -> dict[str, float]:
        """Scores on the dev documents, through the same steps that extraction takes."""
        started = time.monotonic()
        with self.average.applied() if self.average else nullcontext():
            scores = dev_scores(self._tagger(), self.tokenizer, self.dev, self.recipe)
        self.seconds["evaluation"] += time.monotonic() - started
        metrics = {f"{metric_key_prefix}_{name}": value for name, value in scores.items()}
        metrics["epoch"] = self.state.epoch or 0.0
        self.log(metrics)
        self.control = self.callback_handler.on_evaluate(self.args, self.state, self.control, metrics)
        return metrics


class AverageCallback(TrainerCallback):
    """Moves the average after every step."""

    trainer: TaggerTrainer

    def on_step_end(self, *_: Any, **__: Any) -> None:
        if self.trainer.average:
            self.trainer.average.update()

    def on_save(self, args: TrainingArguments, state: TrainerState, *_: Any, **__: Any) -> None:
        if self.trainer.average:
            self.trainer.average.save(f"{args.output_dir}/checkpoint-{state.global_step}")


def parameter_groups(model: nn.Module, recipe: TrainConfig) -> list[dict[str, Any]]:
    """AdamW groups: body and heads with their rates; no weight decay on biases and norms."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            groups.setdefault((name.startswith("encoder."), parameter.ndim > 1), []).append(parameter)
    return [
        {
            "params": parameters,
            "lr": recipe.body_lr if body else recipe.head_lr,
            "weight_decay": recipe.weight_decay if matrix else 0.0,
        }
        for (body, matrix), parameters in groups.items()
    ]
