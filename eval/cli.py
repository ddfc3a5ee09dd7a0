"""``rucoop-eval``: how good the engines are, and how sound the annotation."""

import click

from rucoop.eval.agreement_command import agreement
from rucoop.eval.score_command import score

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


main.add_command(score)
main.add_command(agreement)

if __name__ == "__main__":
    main()
