"""``rucoop-data``: compile, validate, count and split the annotated corpus."""

import sys
from collections import Counter

import click

from rucoop.data.authoring import compile_file
from rucoop.data.corpus import CorpusError, numbered_lines, parse_line, write_corpus
from rucoop.data.records import Document
from rucoop.data.split import leaks, split_of
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
def stats(files: tuple[str, ...], texts: str | None) -> None:
    """Count documents, spans and types of JSONL FILES."""
    documents = [d for path in files for _, d in read_all(path, texts)[0]]
    click.echo(f"documents {len(documents)}, characters {sum(len(d.text) for d in documents)}")
    for title, counter in {
        "split": Counter(d.split or "none" for d in documents),
        "home": Counter("RU-TA" if d.home == "RU-TA" else "other" if d.home else "none" for d in documents),
        "genre": Counter(str((d.meta or {}).get("genre")) for d in documents),
        "label": Counter(s.label for d in documents for s in d.spans),
        "type": Counter(t for d in documents for s in d.sentences for t in s.types),
        "sector": Counter(s.code for d in documents for s in d.spans if s.code),
    }.items():
        click.echo(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counter.most_common()))


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
