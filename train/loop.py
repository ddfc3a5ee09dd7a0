"""Documents in, weights folder out: Hugging Face Trainer with our two losses and our dev score."""

import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.utils.data import Dataset
from transformers import EarlyStoppingCallback, Trainer, TrainerCallback, TrainingArguments, set_seed
from transformers.trainer_utils import get_last_checkpoint

from rucoop.data.records import Document
from rucoop.eval.matching import Counts, match
from rucoop.eval.scores import core_f1, span_counts, total
from rucoop.model.store import TaggerConfig
from rucoop.model.tagger import Tagger, store_tagger
from rucoop.model.tagging import Tagging
from rucoop.model.torch_runtime import TorchRuntime
from rucoop.train.average import MovingAverage
from rucoop.train.batches import IGNORED, Collator, Example, examples, pad_id
from rucoop.train.card import METRICS, composition, write_card
from rucoop.train.config import TrainConfig
from rucoop.train.start import starting_tagger

# Busy-waiting worker threads starve each other as soon as another process wants a core.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


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
        with self.average.applied() if self.average else _Nothing():
            scores = dev_scores(self._tagger(), self.tokenizer, self.dev, self.recipe)
        metrics = {f"{metric_key_prefix}_{name}": value for name, value in scores.items()}
        metrics["epoch"] = self.state.epoch or 0.0
        self.log(metrics)
        self.control = self.callback_handler.on_evaluate(self.args, self.state, self.control, metrics)
        return metrics


class _Nothing:
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


class _Average(TrainerCallback):
    """Moves the average after every step."""

    trainer: TaggerTrainer

    def on_step_end(self, *_: Any, **__: Any) -> None:
        if self.trainer.average:
            self.trainer.average.update()


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


def dev_scores(tagger: Tagger, tokenizer: Tokenizer, dev: Sequence[Document], recipe: TrainConfig) -> dict[str, float]:
    """Core and overall span F1 (exact, characters) and micro-F1 of sentence types on annotated documents."""
    config = TaggerConfig(encoder={}, window=recipe.window, overlap=recipe.overlap)
    runtime = TorchRuntime(tagger, bf16=uses_bf16(recipe))
    tagged = Tagging(config, tokenizer, runtime).tag_many([document.text for document in dev])
    spans = [span_counts(d.spans, found) for d, (found, _) in zip(dev, tagged, strict=True)]
    types = sum(
        (
            match(
                [(s.start, name) for s in d.sentences for name in s.types],
                [(s.start, name) for s in typed for name in s.types],
            )
            for d, (_, typed) in zip(dev, tagged, strict=True)
        ),
        Counts(),
    )
    return {"core_f1": core_f1(spans), "all_f1": total(spans).f1, "type_f1": types.f1}


def uses_bf16(recipe: TrainConfig) -> bool:
    """True if the recipe asks for bfloat16, or leaves it open and the processor computes in it."""
    if recipe.precision == "auto":
        return torch.cuda.is_available() or bool(torch.cpu._is_avx512_bf16_supported())
    return recipe.precision == "bf16"


def fit(
    train: Sequence[Document], dev: Sequence[Document], recipe: TrainConfig, out: str | Path, *, version: str = ""
) -> dict[str, Any]:
    """Train a tagger and write it to ``out`` as a weights folder, with ``metrics.json`` beside the weights.

    Goes on from the newest checkpoint in ``out/checkpoints`` if there is one, which is what makes a killed run resume;
    the best checkpoint by dev core F1 is kept (the last one if there are no dev documents). Returns the metrics.
    """
    set_seed(recipe.seed)
    folder = Path(out)
    tagger, tokenizer = starting_tagger(recipe)
    items = examples(train, tokenizer, recipe.window, recipe.overlap)
    callback = _Average()
    trainer = TaggerTrainer(
        recipe, tokenizer, dev, model=tagger, args=_arguments(recipe, folder, len(items), bool(dev)),
        train_dataset=Examples(items), eval_dataset=Examples(items[:1]), data_collator=Collator(pad_id(tokenizer)),
        callbacks=[callback, *([EarlyStoppingCallback(recipe.patience)] if recipe.patience and dev else [])],
    )  # fmt: skip
    callback.trainer = trainer
    started = time.monotonic()
    result = trainer.train(resume_from_checkpoint=_last_checkpoint(folder))
    if trainer.average and not dev:
        trainer.average.copy_to_model()
    metrics = {
        "recipe": asdict(recipe),
        "data": composition(train),
        "windows": len(items),
        "pieces": sum(item["length"] for item in items),
        "seconds": round(time.monotonic() - started, 1),
        "train_loss": result.training_loss,
        "log": trainer.state.log_history,
        "dev": dev_scores(tagger, tokenizer, dev, recipe) if dev else None,
    }
    store_tagger(folder, tagger, tokenizer, window=recipe.window, overlap=recipe.overlap, version=version)
    (folder / METRICS).write_text(json.dumps(metrics, ensure_ascii=False, indent=1) + "\n", "utf-8")
    write_card(folder)
    return metrics


def _arguments(recipe: TrainConfig, folder: Path, n_windows: int, has_dev: bool) -> TrainingArguments:
    per_epoch = max(1, -(-n_windows // recipe.batch_size))
    every = max(1, round(per_epoch / recipe.evals_per_epoch))
    options: dict[str, Any] = {}
    if "train_sampling_strategy" in TrainingArguments.__dataclass_fields__:
        options["train_sampling_strategy"] = "group_by_length"
    return TrainingArguments(
        output_dir=str(folder / "checkpoints"), seed=recipe.seed, num_train_epochs=recipe.epochs,
        per_device_train_batch_size=recipe.batch_size, learning_rate=recipe.body_lr, lr_scheduler_type="linear",
        warmup_steps=round(recipe.warmup * recipe.epochs * per_epoch), bf16=uses_bf16(recipe), max_grad_norm=1.0,
        use_cpu=not torch.cuda.is_available(), remove_unused_columns=False, report_to=_reporters(),
        logging_strategy="steps", logging_steps=max(1, per_epoch // 4),
        eval_strategy="steps" if has_dev else "no", eval_steps=every, save_strategy="steps", save_steps=every,
        save_total_limit=2, load_best_model_at_end=has_dev, metric_for_best_model="core_f1", greater_is_better=True,
        dataloader_pin_memory=torch.cuda.is_available(), **options,
    )  # fmt: skip


def _reporters() -> list[str]:
    """TensorBoard if it is installed; metrics.json is written in any case."""
    from importlib.util import find_spec

    return ["tensorboard"] if find_spec("tensorboard") else []


def _last_checkpoint(folder: Path) -> str | None:
    checkpoints = folder / "checkpoints"
    if not checkpoints.is_dir():
        return None
    found: str | None = get_last_checkpoint(str(checkpoints))  # type: ignore[no-untyped-call]
    return found
