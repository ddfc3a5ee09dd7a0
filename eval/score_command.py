"""``rucoop-eval score``: systems over annotated documents, one report."""

import sys
from collections.abc import Mapping, Sequence

import click
from tqdm import tqdm

from rucoop.data.corpus import CorpusError
from rucoop.data.records import Document
from rucoop.eval import systems
from rucoop.eval.baselines import BaselineError
from rucoop.eval.errors import error_report
from rucoop.eval.evaluation import Evaluation, evaluate
from rucoop.eval.files import fail, read_documents, write_json, write_text
from rucoop.eval.readings import Reading
from rucoop.eval.report import heading, markdown
from rucoop.eval.score_report import score_json, score_markdown
from rucoop.model.version import VERSION

_FILE = click.Path(exists=True, dir_okay=False)
_FOLDER = click.Path(exists=True, file_okay=False)
_WORST = "Documents listed in errors.md for each system."
_PREDICTIONS = "Documents tagged by `rucoop-train loo`; may be repeated."
_PYTHON = "Python that has natasha (or the variable RUCOOP_NATASHA_PYTHON); this one without it."


@click.command()
@click.option("--corpus", multiple=True, required=True, type=_FILE, help="JSONL file; may be repeated.")
@click.option("--texts", type=_FOLDER, help="Folder of stand-off texts.")
@click.option("--split", type=click.Choice(["train", "dev", "test"]), help="Only documents of this split.")
@click.option("--engine", multiple=True, type=click.Choice(systems.ENGINES), help="System to run; may be repeated.")
@click.option("--weights", type=click.Path(), help="Weights folder of the model; the one in the package without it.")
@click.option("--predictions", multiple=True, metavar="[NAME=]FILE", help=_PREDICTIONS)
@click.option("--natasha-python", "python", envvar="RUCOOP_NATASHA_PYTHON", help=_PYTHON)
@click.option("--threads", type=click.IntRange(min=1), help="Processor cores for the model; all without it.")
@click.option("--worst", type=click.IntRange(min=0), default=100, show_default=True, help=_WORST)
@click.option("--out", required=True, type=click.Path(file_okay=False), help="Folder for the reports.")
def score(
    corpus: tuple[str, ...], texts: str | None, split: str | None, engine: tuple[str, ...], weights: str | None,
    predictions: tuple[str, ...], python: str | None, threads: int | None, worst: int, out: str,
) -> None:  # fmt: skip
    """Score systems over annotated documents: the model if no other is asked for.

    Writes OUT/scores.json, OUT/report.md and OUT/errors.md, which quotes the texts. A row `gold spans` tells what
    assembly makes of the annotation itself. Exit status: 0 done, 1 bad data, 2 the command was wrong.
    """
    documents = [d for d in read_documents(corpus, texts) if split in (None, d.split)]
    if not documents:
        raise click.UsageError(f"no documents{f' of split {split}' if split else ''} in {', '.join(corpus)}")
    readers = _systems(engine, predictions, weights, python, threads)
    readings = {name: _run(name, read, documents) for name, read in readers.items()}
    results = _evaluated(documents, readings)
    told = {"files": list(corpus), "split": split, "documents": len(documents), "version": VERSION, "weights": weights}
    write_json(out, "scores.json", score_json(told, results))
    write_text(out, "report.md", score_markdown(told, results))
    write_text(out, "errors.md", _errors(documents, readings, worst))
    for name in (name for name in results if name != systems.GOLD_SPANS):
        one = results[name].spans["core"]
        click.echo(f"{name}: core micro-F1 {one.counts.f1:.3f} [{one.low:.3f}, {one.high:.3f}]")
    click.echo(f"written to {out}", err=True)


def _systems(
    engines: Sequence[str], predictions: Sequence[str], weights: str | None, python: str | None, threads: int | None
) -> dict[str, systems.Read]:
    """Name -> reader, in the order of the report: engines, tagged documents, gold spans."""
    chosen = dict.fromkeys(engines or (() if predictions else ("model",)))
    if weights is not None and "model" not in chosen:
        raise click.UsageError("--weights belongs to --engine model, which is not asked for")
    readers: dict[str, systems.Read] = {}
    try:
        for name in chosen:
            readers[name] = systems.engine(name, weights=weights, python=python, threads=threads)
        for given in predictions:
            label, equals, path = given.partition("=")
            readers[label if equals else "predictions"] = systems.predictions(path if equals else given)
    except CorpusError as error:
        fail(str(error))
    except (BaselineError, OSError, ValueError) as error:
        raise click.UsageError(str(error)) from None
    return {**readers, systems.GOLD_SPANS: systems.gold_spans}


def _run(name: str, read: systems.Read, documents: list[Document]) -> list[Reading]:
    bar = tqdm(read(documents), desc=name, total=len(documents), unit=" doc", disable=None, file=sys.stderr)
    try:
        return list(bar)
    except CorpusError as error:
        fail(str(error))
    except BaselineError as error:
        raise click.UsageError(f"{error} (--natasha-python names the interpreter)") from None


def _evaluated(documents: list[Document], readings: Mapping[str, list[Reading]]) -> dict[str, Evaluation]:
    """Scores of every system; without those of seqeval, and a word about it, where it is not installed."""
    try:
        return {name: evaluate(documents, found) for name, found in readings.items()}
    except ImportError as error:
        click.echo(f"{error}; its scores are left out", err=True)
    return {name: evaluate(documents, found, seqeval=False) for name, found in readings.items()}


def _errors(documents: list[Document], readings: Mapping[str, list[Reading]], worst: int) -> str:
    lines = [heading(1, "Errors")]
    for name in (name for name in readings if name != systems.GOLD_SPANS):
        lines += error_report(name, documents, readings[name], worst)
    return markdown(lines)
