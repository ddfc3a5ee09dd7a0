"""``rucoop-eval agreement``: two annotations of the same documents, or facts against spans."""

import sys
from collections.abc import Sequence

import click

from rucoop.data.corpus import CorpusError, numbered_lines, parse_line
from rucoop.eval.agreement import AgreementError, agreement_markdown, compare, pair
from rucoop.eval.files import fail, read_documents, write_json, write_text
from rucoop.eval.support import unsupported


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--facts", is_flag=True, help="Look for facts that no span supports, in any number of FILES.")
@click.option("--texts", type=click.Path(exists=True, file_okay=False), help="Folder of stand-off texts.")
@click.option("--out", type=click.Path(file_okay=False), help="Folder for the report; standard output without it.")
def agreement(files: tuple[str, ...], facts: bool, texts: str | None, out: str | None) -> None:
    """Compare two annotations of the same documents (FILES: first and second), or check facts against spans (--facts).

    With --facts every finding is a line `file:line: id: what`, and the exit status is 1 if there are any.
    """
    if facts:
        _check_facts(files, texts, out)
    elif len(files) != 2:
        raise click.UsageError(f"{len(files)} files given; expected two, the annotations to compare (or --facts)")
    else:
        _compare(files[0], files[1], texts, out)


def _compare(first: str, second: str, texts: str | None, out: str | None) -> None:
    try:
        pairs = pair(read_documents([first], texts), read_documents([second], texts))
    except AgreementError as error:
        fail(f"{first}, {second}: {error}")
    result = compare(pairs)
    report = agreement_markdown((first, second), pairs, result)
    if out is None:
        click.echo(report, nl=False)
        return
    told = {"files": [first, second], "documents": len(pairs.first)}
    apart = {"only_first": pairs.only_first, "only_second": pairs.only_second}
    write_json(out, "agreement.json", {**told, **apart, **result.row()})
    write_text(out, "agreement.md", report)
    click.echo(f"written to {out}", err=True)


def _check_facts(files: Sequence[str], texts: str | None, out: str | None) -> None:
    found, checked = [], 0
    try:
        for where, line in (item for path in files for item in numbered_lines(path)):
            document = parse_line(line, where, texts)
            found += [f"{where}: {document.id}: {problem}" for problem in unsupported(document)]
            checked += document.facts is not None
    except (CorpusError, OSError) as error:
        fail(str(error))
    if out is not None:
        write_text(out, "unsupported.txt", "".join(problem + "\n" for problem in found))
    for problem in found:
        click.echo(problem)
    click.echo(f"{checked} documents with facts, {len(found)} findings", err=True)
    if found:
        sys.exit(1)
