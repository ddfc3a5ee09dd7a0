"""``rucoop-extract``: articles in, event records out, one JSON object a line."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import click
from tqdm import tqdm

from rucoop.data.records import Document
from rucoop.model.articles import BadInput, Fields, expand, read_articles
from rucoop.model.schema import Record

Extract = Callable[[list[Document]], Iterator[Record]]
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
@click.option("--errors", type=click.Path(dir_okay=False), help="File for what could not be read; standard error without it.")
@click.option("--resume", is_flag=True, help="Skip documents whose id is already in the output, and append.")
@click.option("--threads", type=click.IntRange(min=1), help="Processor cores to use; all without it.")
def main(
    inputs: tuple[str, ...], out: str | None, engine: str, weights: str | None, home: str | None, text_field: str,
    id_field: str, date_field: str, url_field: str, errors: str | None, resume: bool, threads: int | None,
) -> None:  # fmt: skip
    """Read articles and write event records, one JSON object a line.

    INPUTS are .txt, .jsonl, .csv or .parquet files, folders of them, or - for JSON lines on standard input. What cannot be
    read is reported and never stops the rest. Exit status: 0 all done, 1 some failed, 2 the command was wrong.
    """
    fields = Fields(text_field, id_field, date_field, url_field)
    try:
        expand(inputs)
        if resume and not out:
            raise ValueError("--resume needs --out, the file to go on with")
        extract = _engine(engine, weights, threads)
        done = _done(out) if resume and out else set()
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from None
    with ExitStack() as stack:
        target = stack.enter_context(open(out, "a" if resume else "w", encoding="utf-8")) if out else sys.stdout
        trouble = stack.enter_context(open(errors, "a" if resume else "w", encoding="utf-8")) if errors else sys.stderr
        failed = _run(read_articles(inputs, fields, home), extract, target, trouble, done)
    sys.exit(1 if failed else 0)


def _run(
    articles: Iterator[Document | BadInput], extract: Extract, target: TextIO, trouble: TextIO, done: set[str]
) -> int:
    """Writes every record and every error; returns the number of errors."""
    failed = 0
    with tqdm(unit=" doc", disable=None, file=sys.stderr) as bar:
        while batch := list(islice(articles, BATCH)):
            documents = [item for item in batch if isinstance(item, Document) and item.id not in done]
            problems = [item for item in batch if isinstance(item, BadInput)]
            for result in _extracted(documents, extract):
                if isinstance(result, BadInput):
                    problems.append(result)
                else:
                    target.write(result.to_json() + "\n")
            for problem in problems:
                trouble.write(json.dumps(asdict(problem), ensure_ascii=False) + "\n")
            failed += len(problems)
            bar.update(len(batch))
    return failed


def _extracted(documents: list[Document], extract: Extract) -> Iterator[Record | BadInput]:
    """Records of a batch; if the batch fails, its documents one by one, so that one bad document loses no other."""
    try:
        yield from list(extract(documents))
        return
    except Exception:
        if len(documents) == 1:
            yield _failure(documents[0])
            return
    for document in documents:
        yield from _extracted([document], extract)


def _failure(document: Document) -> BadInput:
    error = sys.exception()
    return BadInput(document.source, None, document.id, f"{type(error).__name__}: {error}")


def _engine(name: str, weights: str | None, threads: int | None) -> Extract:
    # Imported here: each engine pays only for what it uses.
    if name == "rules":
        from rucoop.model.rules import RuleEngine

        return RuleEngine().extract_many
    from rucoop.model.extractor import Extractor

    return Extractor.from_pretrained(weights, threads=threads).extract_many


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
