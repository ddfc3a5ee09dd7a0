"""Files of the commands: corpora in, reports out, and how a command ends that cannot go on."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from rucoop.data.corpus import CorpusError, read_corpus
from rucoop.data.records import Document


def read_documents(paths: Sequence[str], texts: str | None) -> list[Document]:
    """All documents of the corpora; ends the command with status 1 at the first line that is wrong."""
    try:
        return [document for path in paths for document in read_corpus(path, texts)]
    except (CorpusError, OSError) as error:
        fail(str(error))


def write_text(folder: str, name: str, text: str) -> None:
    """Writes a file into a folder, which is made if need be."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / name).write_text(text, encoding="utf-8", newline="\n")


def write_json(folder: str, name: str, value: Any) -> None:
    """Writes a value as readable JSON."""
    write_text(folder, name, json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def fail(message: str) -> NoReturn:
    """Says what is wrong with the data, and ends the command with status 1."""
    click.echo(message, err=True)
    sys.exit(1)
