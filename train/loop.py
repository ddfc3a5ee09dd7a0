"""Documents in, weights folder out."""

import hashlib
import json
import math
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from transformers import EarlyStoppingCallback, TrainingArguments, set_seed
from transformers.trainer_utils import get_last_checkpoint

from rucoop.data.records import Document
from rucoop.model.tagger import store_tagger
from rucoop.train.batches import Collator, Example, examples, pad_id
from rucoop.train.card import METRICS, composition, write_card
from rucoop.train.config import TrainConfig
from rucoop.train.dev import dev_scores, uses_bf16
from rucoop.train.start import starting_tagger
from rucoop.train.trainer import AverageCallback, Examples, TaggerTrainer

# Busy-waiting worker threads starve each other as soon as another process wants a core.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def fit(
    train: Sequence[Document], dev: Sequence[Document], recipe: TrainConfig, out: str | Path, *, version: str = ""
) -> dict[str, Any]:
    """Train a tagger and write it to ``out`` as a weights folder, with ``metrics.json`` beside the weights.

    Goes on from the newest checkpoint in ``out/checkpoints`` if there is one, which is what makes a killed run resume;
    the best checkpoint by dev core F1 is kept (the last one if there are no dev documents). Returns the metrics.
    """
    set_seed(recipe.seed)
    folder = Path(out)
    _same_run(folder, recipe, train)
    tagger, tokenizer = starting_tagger(recipe)
    items = examples(train, tokenizer, recipe.window, recipe.overlap)
    callback = AverageCallback()
    trainer = TaggerTrainer(
        recipe, tokenizer, dev, model=tagger, args=_arguments(recipe, folder, len(items), bool(dev)),
        train_dataset=Examples(items), eval_dataset=Examples(items[:1]), data_collator=Collator(pad_id(tokenizer)),
        callbacks=[callback, *([EarlyStoppingCallback(recipe.patience)] if recipe.patience and dev else [])],
    )  # fmt: skip
    callback.trainer = trainer
    print(_forecast(recipe, items), file=sys.stderr)
    started = time.monotonic()
    last = _last_checkpoint(folder)
    if trainer.average and last:
        trainer.average.load(last)
    result = trainer.train(resume_from_checkpoint=last)
    if trainer.average:
        trainer.average.copy_to_model()
    metrics = {
        "recipe": asdict(recipe),
        "data": composition(train),
        "windows": len(items),
        "pieces": sum(item["length"] for item in items),
        "seconds": round(time.monotonic() - started, 1),
        "seconds_of_evaluation": round(trainer.seconds["evaluation"], 1),
        "train_loss": result.training_loss,
        "log": trainer.state.log_history,
        "dev": dev_scores(tagger, tokenizer, dev, recipe) if dev else None,
    }
    store_tagger(folder, tagger, tokenizer, window=recipe.window, overlap=recipe.overlap, version=version)
    (folder / METRICS).write_text(json.dumps(metrics, ensure_ascii=False, indent=1) + "\n", "utf-8")
    write_card(folder)
    return metrics


def _same_run(folder: Path, recipe: TrainConfig, train: Sequence[Document]) -> None:
    """Refuses to go on from the checkpoints of another recipe or of other documents."""
    digest = hashlib.sha256("\0".join(f"{d.id}\0{d.text}\0{d.spans}" for d in train).encode("utf-8", "replace"))
    this: dict[str, Any] = {"recipe": asdict(recipe), "documents": digest.hexdigest()}
    path = folder / "checkpoints" / "run.json"
    if path.is_file() and (other := json.loads(path.read_text("utf-8"))) != this:
        changed = [name for name in this["recipe"] if this["recipe"][name] != other["recipe"].get(name)] or [
            "documents"
        ]
        raise ValueError(f"{folder} holds checkpoints of another run ({', '.join(changed)} differ); give another --out")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(this) + "\n", "utf-8")


def _forecast(recipe: TrainConfig, items: Sequence[Example]) -> str:
    """What is ahead, so that nobody waits in the dark: steps, pieces, and a rough time on two CPU cores."""
    pieces = sum(item["length"] for item in items) * recipe.epochs
    pace = 1300 if uses_bf16(recipe) else 700
    steps = math.ceil(len(items) / recipe.batch_size) * recipe.epochs
    return (
        f"{len(items)} windows, {steps:.0f} steps, {pieces:,.0f} pieces in {'bf16' if uses_bf16(recipe) else 'fp32'}; "
        f"a nine-layer encoder of width 384 does about {pace} pieces/s on two CPU cores: some "
        f"{pieces / pace / 60:.0f} minutes there"
    )


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
        save_total_limit=2, load_best_model_at_end=has_dev and not recipe.average,  # the average is not a checkpoint
 metric_for_best_model="core_f1", greater_is_better=True,
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
