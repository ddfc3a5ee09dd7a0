"""``rucoop-eval``: how good the engines are, and how sound the annotation."""

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import click
from tqdm import tqdm

from rucoop.data.corpus import CorpusError, numbered_lines, parse_line, read_corpus
from rucoop.data.records import Document
from rucoop.eval import systems
from rucoop.eval.agreement import AgreementError, agreement_markdown, compare, pair
from rucoop.eval.baselines import BaselineError
from rucoop.eval.errors import error_report
from rucoop.eval.evaluation import Evaluation, evaluate
from rucoop.eval.readings import Reading
from rucoop.eval.score_report import score_json, score_markdown
from rucoop.eval.support import unsupported
from rucoop.model.version import VERSION

EPILOG = """\b
Examples:
  rucoop-eval score --corpus data/annotations/authored.jsonl --split test --engine model --engine rules --out report
  rucoop-eval score --corpus seeds.jsonl --texts seeds --predictions loo=loo/predictions.jsonl --out report
  rucoop-eval agreement first.jsonl second.jsonl --out agreement
  rucoop-eval agreement --facts data/annotations/authored.jsonl
"""
corpus_option = click.option("--texts", type=click.Path(exists=True, file_okay=False), help="Folder of stand-off texts.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
def main() -> None:
    """Score engines against annotated documents, and annotators against each other."""


@main.command()
@click.option("--corpus", multiple=True, required=True, type=click.Path(exists=True, dir_okay=False), help="JSONL file; may be repeated.")
@corpus_option
@click.option("--split", type=click.Choice(["train", "dev", "test"]), help="Only documents of this split.")
@click.option("--engine", multiple=True, type=click.Choice(systems.ENGINES), help="System to run; may be repeated.")
@click.option("--weights", type=click.Path(), help="Weights folder of the engine `model`; the one in the package without it.")
@click.option("--predictions", multiple=True, metavar="[NAME=]FILE", help="Tagged documents of `rucoop-train loo`; may be repeated.")
@click.option("--natasha-python", envvar="RUCOOP_NATASHA_PYTHON", help="Python that has natasha (also RUCOOP_NATASHA_PYTHON); this one without it.")
@click.option("--threads", type=click.IntRange(min=1), help="Processor cores for the model; all without it.")
@click.option("--worst", type=click.IntRange(min=0), default=100, show_default=True, help="Documents listed in errors.md for each system.")
@click.option("--out", required=True, type=click.Path(file_okay=False), help="Folder for scores.json, report.md and errors.md.")
def score(
    corpus: tuple[str, ...], texts: str | None, split: str | None, engine: tuple[str, ...], weights: str | None,
    predictions: tuple[str, ...], natasha_python: str | None, threads: int | None, worst: int, out: str,
) -> None:  # fmt: skip
    """Score systems over annotated documents.

    Writes OUT/scores.json, OUT/report.md and OUT/errors.md, which quotes the texts. A row `gold spans` tells what assembly
    makes of the annotation itself. Exit status: 0 done, 1 bad data, 2 the command was wrong.
    """
    documents = [d for d in _read(corpus, texts) if split in (None, d.split)]
    if not documents:
        raise click.UsageError(f"no documents{f' of split {split}' if split else ''} in {', '.join(corpus)}")
    readers = _systems(engine, predictions, weights, natasha_python, threads)
    readings = {name: _run(name, read, documents) for name, read in readers.items()}
    results = _evaluated(documents, readings)
    told = {"files": list(corpus), "split": split, "documents": len(documents), "version": VERSION, "weights": weights}
    errors = [line for name, found in readings.items() if name != systems.GOLD_SPANS for line in error_report(name, documents, found, worst)]
    _write(out, "scores.json", _json(score_json(told, results)))
    _write(out, "report.md", score_markdown(told, results))
    _write(out, "errors.md", "\n".join(["# Errors", *errors]).rstrip() + "\n")
    for name, result in results.items():
        if name != systems.GOLD_SPANS:
            one = result.spans["core"]
            click.echo(f"{name}: core micro-F1 {one.counts.f1:.3f} [{one.low:.3f}, {one.high:.3f}]")
    click.echo(f"written to {out}", err=True)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--facts", is_flag=True, help="Look for facts that no span supports, in any number of FILES.")
@corpus_option
@click.option("--out", type=click.Path(file_okay=False), help="Folder for the report; standard output without it.")
def agreement(files: tuple[str, ...], facts: bool, texts: str | None, out: str | None) -> None:
    """Compare two annotations of the same documents (FILES: first and second), or check facts against spans (--facts).

    With --facts every finding is a line `file:line: id: what`, and the exit status is 1 if there are any.
    """
    if facts:
        _check_facts(files, texts, out)
        return
    if len(files) != 2:
        raise click.UsageError(f"{len(files)} files given; expected two, the annotations to compare (or --facts)")
    try:
        pairs = pair(_read(files[:1], texts), _read(files[1:], texts))
    except AgreementError as error:
        _fail(f"{files[0]}, {files[1]}: {error}")
    result = compare(pairs)
    report = agreement_markdown((files[0], files[1]), pairs, result)
    if out is None:
        click.echo(report, nl=False)
        return
    apart = {"only_first": pairs.only_first, "only_second": pairs.only_second}
    _write(out, "agreement.json", _json({"files": list(files), "documents": len(pairs.first), **apart, **result.row()}))
    _write(out, "agreement.md", report)
    click.echo(f"written to {out}", err=True)


def _check_facts(files: Sequence[str], texts: str | None, out: str | None) -> None:
    found, checked = [], 0
    try:
        for where, line in (item for path in files for item in numbered_lines(path)):
            document = parse_line(line, where, texts)
            found += [f"{where}: {document.id}: {problem}" for problem in unsupported(document)]
            checked += document.facts is not None
    except (CorpusError, OSError) as error:
        _fail(str(error))
    if out is not None:
        _write(out, "unsupported.txt", "".join(problem + "\n" for problem in found))
    for problem in found:
        click.echo(problem)
    click.echo(f"{checked} documents with facts, {len(found)} findings", err=True)
    if found:
        sys.exit(1)


def _systems(
    engines: Sequence[str], predictions: Sequence[str], weights: str | None, python: str | None, threads: int | None
) -> dict[str, systems.Read]:
    """Name -> reader, in the order of the report: engines, tagged documents, gold spans."""
    if weights is not None and "model" not in (engines or ("model",)):
        raise click.UsageError("--weights belongs to --engine model, which is not asked for")
    try:
        makers = {"model": lambda: systems.model(weights, threads), "rules": systems.rules, "natasha": lambda: systems.natasha(python)}
        chosen = dict.fromkeys(engines or (() if predictions else ("model",)))
        readers: dict[str, systems.Read] = {name: makers[name]() for name in chosen}
        for given in predictions:
            name, equals, path = given.partition("=")
            readers[name if equals else "predictions"] = systems.predictions(path if equals else given)
    except CorpusError as error:
        _fail(str(error))
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from None
    return {**readers, systems.GOLD_SPANS: systems.gold_spans}


def _run(name: str, read: systems.Read, documents: list[Document]) -> list[Reading]:
    try:
        return list(tqdm(read(documents), desc=name, total=len(documents), unit=" doc", disable=None, file=sys.stderr))
    except CorpusError as error:
        _fail(str(error))
    except BaselineError as error:
        raise click.UsageError(f"{error} (--natasha-python PATH or RUCOOP_NATASHA_PYTHON names the interpreter)") from None


def _evaluated(documents: list[Document], readings: Mapping[str, list[Reading]]) -> dict[str, Evaluation]:
    with suppress(ImportError):
        return {name: evaluate(documents, found) for name, found in readings.items()}
    click.echo("seqeval is not installed; its scores are left out (pip install 'rucoop[train]')", err=True)
    return {name: evaluate(documents, found, seqeval=False) for name, found in readings.items()}


def _read(paths: Sequence[str], texts: str | None) -> list[Document]:
    try:
        return [document for path in paths for document in read_corpus(path, texts)]
    except (CorpusError, OSError) as error:
        _fail(str(error))


def _write(folder: str, name: str, text: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / name).write_text(text, encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


if __name__ == "__main__":
    main()
