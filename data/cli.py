"""``rucoop-data``: compile, validate, count and split the annotated corpus."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from rucoop.data.authoring import compile_file
from rucoop.data.corpus import CorpusError, numbered_lines, parse_line, write_corpus, write_rows
from rucoop.data.plots import plot_stats
from rucoop.data.records import Document
from rucoop.data.segment import sentences
from rucoop.data.split import leaks, split_of
from rucoop.data.standoff import compile_standoff
from rucoop.data.stats import corpus_stats, ngram_share
from rucoop.data.validate import duplicates, problems


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Compile, validate, count and split annotated documents."""


@main.command("compile")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--out", required=True, type=click.Path(dir_okay=False), help="JSONL file to write.")
@click.option("--source", default="authored", show_default=True, help="Value of the field `source`.")
def compile_(files: tuple[str, ...], out: str, source: str) -> None:
    """Turn authored FILES (marks in the text) into one JSONL file.

    Nothing is written while any document breaks a rule; every problem is printed with file:line.
    """
    documents: list[Document] = []
    found: list[str] = []
    for path in files:
        compiled, wrong = compile_file(path, source)
        documents += compiled
        found += wrong + [f"{path}: {d.id}: {problem}" for d in compiled for problem in problems(d)]
    found += duplicates(documents)
    _finish(found, f"{len(documents)} documents")
    write_corpus(out, documents)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--texts", required=True, type=click.Path(exists=True, file_okay=False), help="Folder of the texts.")
@click.option("--out", required=True, type=click.Path(dir_okay=False), help="JSONL file to write.")
def standoff(files: tuple[str, ...], texts: str, out: str) -> None:
    """Turn lists of marks into stand-off JSONL: offsets, labels and hashes of texts that may not be copied."""
    read: list[tuple[Document, dict[str, Any]]] = []
    found: list[str] = []
    for path in files:
        compiled, wrong = compile_standoff(path, texts)
        read += compiled
        found += wrong + [f"{path}: {d.id}: {problem}" for d, _ in compiled for problem in problems(d)]
    _finish(found + duplicates([d for d, _ in read]), f"{len(read)} documents")
    write_rows(out, [row for _, row in read])


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--range", "part", default=":", help="Excerpt as start:end, in characters.")
def show(file: str, part: str) -> None:
    """Print the numbered sentences of a text FILE, for annotation."""
    start, end = (int(n) if n else None for n in part.split(":"))
    text = Path(file).read_bytes().decode("utf-8")[start:end]
    for number, sentence in enumerate(sentences(text)):
        click.echo(f"{number}\t{sentence.start}\t{text[sentence.start : sentence.end]}")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--texts", type=click.Path(exists=True, file_okay=False), help="Folder of stand-off texts.")
def validate(files: tuple[str, ...], texts: str | None) -> None:
    """Check JSONL FILES: offsets, label rules, duplicates, leakage between splits. Every problem has file:line."""
    documents, found = [], []
    for path in files:
        good, wrong = read_all(path, texts)
        documents += [document for _, document in good]
        found += wrong + [f"{where}: {d.id}: {problem}" for where, d in good for problem in problems(d)]
    found += duplicates(documents) + leaks(documents)
    _finish(found, f"{len(documents)} documents")


def read_all(path: str, texts: str | None) -> tuple[list[tuple[str, Document]], list[str]]:
    """Every readable document of a file with its ``file:line``, and every line that is not readable."""
    good: list[tuple[str, Document]] = []
    wrong: list[str] = []
    try:
        for where, line in numbered_lines(path):
            try:
                good.append((where, parse_line(line, where, texts)))
            except (CorpusError, OSError) as error:
                wrong.append(str(error))
    except CorpusError as error:
        wrong.append(str(error))
    return good, wrong


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--texts", type=click.Path(exists=True, file_okay=False), help="Folder of stand-off texts.")
@click.option(
    "--out", type=click.Path(file_okay=False), help="Folder for stats.json and plots (PNG; needs matplotlib)."
)
def stats(files: tuple[str, ...], texts: str | None, out: str | None) -> None:
    """Count documents, sides, genres, labels, types and codes of JSONL FILES."""
    documents = [d for path in files for _, d in read_all(path, texts)[0]]
    counts = {**corpus_stats(documents), "share of the 100 most frequent 5-grams": round(ngram_share(documents), 4)}
    click.echo(json.dumps(counts, ensure_ascii=False, indent=1))
    if out:
        Path(out).mkdir(parents=True, exist_ok=True)
        (Path(out) / "stats.json").write_text(json.dumps(counts, ensure_ascii=False, indent=1) + "\n", "utf-8")
        plot_stats(counts, documents, Path(out))


@main.command()
@click.argument("scenarios", nargs=-1, required=True)
def split(scenarios: tuple[str, ...]) -> None:
    """Tell the split (train, dev or test) that each scenario falls into."""
    for scenario in scenarios:
        click.echo(f"{scenario}\t{split_of(scenario)}")


def _finish(found: list[str], what: str) -> None:
    for problem in found:
        click.echo(problem, err=True)
    click.echo(f"{what}, {len(found)} problems", err=True)
    if found:
        sys.exit(1)


if __name__ == "__main__":
    main()
