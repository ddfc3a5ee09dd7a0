"""``rucoop-eval``: how good the engines are, and how sound the annotation."""

from pathlib import Path

import click

from rucoop.eval.agreement_command import agreement
from rucoop.eval.score_command import score
from rucoop.eval.summary import summary

EPILOG = """\b
Examples:
  rucoop-eval score --corpus data/annotations/authored.jsonl --split test --engine model --engine rules --out report
  rucoop-eval score --corpus seeds.jsonl --texts seeds --predictions loo=loo/predictions.jsonl --out report
  rucoop-eval agreement first.jsonl second.jsonl --out agreement
  rucoop-eval agreement --facts data/annotations/authored.jsonl
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
def main() -> None:
    """Score engines against annotated documents, and annotators against each other."""


@main.command("summary")
@click.argument("reports", nargs=-1, required=True, metavar="NAME=DIR...")
def summary_(reports: tuple[str, ...]) -> None:
    """Print the short table of README and model card from report folders, such as test=docs/reports/test."""
    named = [(name, Path(folder)) for name, _, folder in (report.partition("=") for report in reports)]
    for name, folder in named:
        if not (folder / "scores.json").is_file():
            raise click.UsageError(f"{name}={folder}: no scores.json there; write it with rucoop-eval score --out")
    click.echo(summary(named), nl=False)


main.add_command(score)
main.add_command(agreement)

if __name__ == "__main__":
    main()
