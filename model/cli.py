"""``rucoop-extract``: articles in, event records out, one JSON object a line."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import click
from tqdm import tqdm

from rucoop.data.records import Document
from rucoop.model.articles import BadInput, Fields, expand, read_articles
from rucoop.model.engines import EngineChoice, results
from rucoop.model.store import WeightsError, load_config, load_weights

BATCH = 16

EPILOG = """\b
Examples:
  rucoop-extract article.txt
  rucoop-extract news/ -o records.jsonl --home RU-TA
  rucoop-extract news.csv --text-field body --date-field day --engine rules
"""


@click.command(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.argument("inputs", nargs=-1, required=True)
@click.option("-o", "--out", type=click.Path(dir_okay=False), help="File to write; standard output without it.")
@click.option("--engine", type=click.Choice(["model", "rules"]), default="model", show_default=True)
@click.option("--weights", type=click.Path(), help="Weights folder; the one in the package without it.")
@click.option("--home", help="Code of the home side, such as RU-TA; a field `home` of a row comes first.")
@click.option("--text-field", default="text", show_default=True)
@click.option("--id-field", default="id", show_default=True)
@click.option("--date-field", default="published", show_default=True, help="Field with the ISO date of publication.")
@click.option("--url-field", default="url", show_default=True)
@click.option(
    "--errors", type=click.Path(dir_okay=False), help="File for what could not be read; standard error without it."
)
@click.option("--resume", is_flag=True, help="Skip documents whose id is already in the output, and append.")
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to share the work."
)
@click.option(
    "--threads", type=click.IntRange(min=1), help="Processor cores for each process; all, shared out, without it."
)
def main(
    inputs: tuple[str, ...], out: str | None, engine: str, weights: str | None, home: str | None, text_field: str,
    id_field: str, date_field: str, url_field: str, errors: str | None, resume: bool, workers: int, threads: int | None,
) -> None:  # fmt: skip
    """Read articles and write event records, one JSON object a line.

    INPUTS are .txt, .jsonl, .csv or .parquet files, folders of them, or - for JSON lines on standard input. What
    cannot be read is reported and never stops the rest. Exit status: 0 all done, 1 some failed, 2 a wrong command.
    """
    fields = Fields(text_field, id_field, date_field, url_field)
    try:
        expand(inputs)
        if resume and not out:
            raise ValueError("--resume needs --out, the file to go on with")
        choice = EngineChoice(engine, weights, threads)
        _check_weights(choice, workers)
        done = _done(out) if resume and out else set()
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from None
    with ExitStack() as stack:
        target = stack.enter_context(open(out, "a" if resume else "w", encoding="utf-8")) if out else sys.stdout
        trouble = stack.enter_context(open(errors, "a" if resume else "w", encoding="utf-8")) if errors else sys.stderr
        try:
            failed = _run(read_articles(inputs, fields, home), choice, workers, target, trouble, done)
        except WeightsError as error:
            raise click.UsageError(str(error)) from None
    sys.exit(1 if failed else 0)


def _run(
    articles: Iterator[Document | BadInput], choice: EngineChoice, workers: int, target: TextIO, trouble: TextIO,
    done: set[str],
) -> int:  # fmt: skip
    """Writes every record and every error, in input order; returns the number of errors."""
    failed = 0
    batches = _Batches(articles, done)
    with tqdm(unit=" doc", disable=None, file=sys.stderr) as bar:
        for found in results(batches, choice, workers):
            for result in found:
                if isinstance(result, str):
                    target.write(result + "\n")
                else:
                    failed += _report(result, trouble)
            failed += sum(_report(problem, trouble) for problem in batches.take_problems())
            bar.update(len(found))
        failed += sum(_report(problem, trouble) for problem in batches.take_problems())
    return failed


class _Batches:
    """Batches of the articles not yet done; what could not be read is kept aside."""

    def __init__(self, articles: Iterator[Document | BadInput], done: set[str]) -> None:
        self._articles, self._done = articles, done
        self._problems: list[BadInput] = []

    def __iter__(self) -> Iterator[list[Document]]:
        while batch := list(islice(self._articles, BATCH)):
            self._problems += [item for item in batch if isinstance(item, BadInput)]
            yield [item for item in batch if isinstance(item, Document) and item.id not in self._done]

    def take_problems(self) -> list[BadInput]:
        taken, self._problems = self._problems, []
        return taken


def _report(problem: BadInput, trouble: TextIO) -> int:
    trouble.write(json.dumps(asdict(problem), ensure_ascii=False) + "\n")
    return 1


def _check_weights(choice: EngineChoice, workers: int) -> None:
    """A weights folder that cannot be used is a wrong command, told before any article is read."""
    if choice.name == "model" and choice.weights:
        load_config(Path(choice.weights))
        if workers > 1:  # a worker could not tell what is wrong with it
            load_weights(choice.weights)


def _done(out: str) -> set[str]:
    """Ids of the records already in the output; a last line cut off by a crash is removed."""
    path = Path(out)
    if not path.exists():
        return set()
    raw = path.read_bytes()
    whole = raw[: raw.rfind(b"\n") + 1]
    if len(whole) < len(raw):
        path.write_bytes(whole)
    rows: Iterator[Any] = (json.loads(line) for line in whole.splitlines() if line.strip())
    return {row["doc_id"] for row in rows}


if __name__ == "__main__":
    main()
