"""``rucoop-extract``: articles in, event records out, one JSON object a line."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Literal, TextIO

import click
from tqdm import tqdm

from rucoop.data.records import Document
from rucoop.model.articles import BadInput, Fields, expand, read_articles
from rucoop.model.engines import EngineChoice, Results, results
from rucoop.model.given import home_code

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
    with ExitStack() as stack:
        try:  # all that can be wrong with the command, before anything is written
            outputs = [path for path in (out, errors) if path]
            sources = expand(inputs, outputs)
            if len({Path(path).resolve() for path in outputs}) < len(outputs):
                raise ValueError(f"{out}: is --out and --errors at once")
            if resume and not out:
                raise ValueError("--resume needs --out, the file to go on with")
            done = _done(out) if resume and out else Counter()
            articles = read_articles(sources, fields, home_code(home))
            reading = results(batches := _Batches(articles, done), EngineChoice(engine, weights, threads), workers)
            mode: Literal["a", "w"] = "a" if resume else "w"
            target = _opened(stack, out, mode) or sys.stdout
            trouble = _opened(stack, errors, mode) or sys.stderr
        except (OSError, ValueError) as error:
            raise click.UsageError(str(error)) from None
        failed = _run(reading, batches, target, trouble)
    sys.exit(1 if failed else 0)


def _opened(stack: ExitStack, path: str | None, mode: Literal["a", "w"]) -> TextIO | None:
    return stack.enter_context(open(path, mode, encoding="utf-8")) if path else None


def _run(reading: Iterator[Results], batches: "_Batches", target: TextIO, trouble: TextIO) -> int:
    """Writes every record and every error; returns the number of errors."""
    failed = 0
    with tqdm(unit=" doc", disable=None, file=sys.stderr) as bar:
        for found in reading:
            failed += sum(_report(problem, trouble) for problem in batches.take_problems())
            for result in found:
                if isinstance(result, str):
                    target.write(result + "\n")
                else:
                    failed += _report(result, trouble)
            bar.update(len(found))
        failed += sum(_report(problem, trouble) for problem in batches.take_problems())
    return failed


class _Batches:
    """Batches of the articles not yet done; what could not be read is kept aside."""

    def __init__(self, articles: Iterator[Document | BadInput], done: Counter[str]) -> None:
        self._articles, self._done = articles, done
        self._problems: list[BadInput] = []

    def __iter__(self) -> Iterator[list[Document]]:
        while batch := list(islice(self._articles, BATCH)):
            self._problems += [item for item in batch if isinstance(item, BadInput)]
            yield [item for item in batch if isinstance(item, Document) and not self._is_done(item.id)]

    def _is_done(self, doc_id: str) -> bool:
        """True once for each record of that id in the output: two documents of one id are two documents."""
        self._done[doc_id] -= 1
        return self._done[doc_id] >= 0

    def take_problems(self) -> list[BadInput]:
        taken, self._problems = self._problems, []
        return taken


def _report(problem: BadInput, trouble: TextIO) -> int:
    trouble.write(json.dumps(asdict(problem), ensure_ascii=False) + "\n")
    return 1


def _done(out: str) -> Counter[str]:
    """How often each id is in the output already; a last line cut off by a crash is removed."""
    path = Path(out)
    if not path.exists():
        return Counter()
    raw = path.read_bytes()
    whole = raw[: raw.rfind(b"\n") + 1]
    found: Counter[str] = Counter()
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            found[json.loads(line)["doc_id"]] += 1
        except (ValueError, KeyError, TypeError):
            raise ValueError(f"{out}:{number}: not a record; --resume needs the output of an earlier run") from None
    if len(whole) < len(raw):
        path.write_bytes(whole)
    return found


if __name__ == "__main__":
    main()
