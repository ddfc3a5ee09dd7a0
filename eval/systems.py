"""The systems that can be scored, behind one call: annotated documents in, a reading of each out.

An engine is given the text, and what a caller knows of it (home, date of publication), never the annotation.
"""

from collections.abc import Callable, Iterator, Sequence
from json import JSONDecodeError, loads
from pathlib import Path
from typing import Any, Final

from rucoop.data.corpus import CorpusError, numbered_lines
from rucoop.data.records import Document
from rucoop.eval.baselines import Natasha
from rucoop.eval.readings import Reading, assembled, record_reading, tagged, unread

Read = Callable[[Sequence[Document]], Iterator[Reading]]

ENGINES: Final = ("model", "rules", "natasha")
GOLD_SPANS: Final = "gold spans"
"""The row that tells what assembly loses: annotated spans and sentence types in, facts out."""


def engine(name: str, *, weights: str | None = None, python: str | None = None, threads: int | None = None) -> Read:
    """One of ``ENGINES`` by name; each takes the settings that concern it. Raises ValueError for any other name."""
    if name == "model":
        return model(weights, threads)
    if name == "rules":
        return rules()
    if name == "natasha":
        return natasha(python)
    raise ValueError(f"no engine {name!r}; known: {', '.join(ENGINES)}")


def model(weights: str | None = None, threads: int | None = None) -> Read:
    """The model of a weights folder (None: the shipped one); raises ``WeightsError`` if it cannot be used."""
    from rucoop.model.extractor import Extractor

    extractor = Extractor.from_pretrained(weights, threads=threads)
    return lambda documents: map(record_reading, extractor.extract_many(map(unread, documents)))


def rules() -> Read:
    """The rule engine."""
    from rucoop.model.rules import RuleEngine

    engine = RuleEngine()
    return lambda documents: map(record_reading, engine.extract_many(map(unread, documents)))


def natasha(python: str | None = None) -> Read:
    """The natasha baseline under the interpreter ``python`` (None: this one); raises ``BaselineError`` when it runs."""

    def read(documents: Sequence[Document]) -> Iterator[Reading]:
        with Natasha(python) as process:
            yield from process.read(map(unread, documents))

    return read


def gold_spans(documents: Sequence[Document]) -> Iterator[Reading]:
    """What assembly makes of the annotated spans and sentence types."""
    return (record_reading(assembled(document)) for document in documents)


def predictions(path: str | Path) -> Read:
    """Spans and sentences tagged elsewhere, as ``rucoop-train loo`` writes them, assembled here.

    Raises CorpusError for a line that cannot be used, and when it runs, for a document that the file does not hold.
    """
    rows = dict(_rows(path))

    def read(documents: Sequence[Document]) -> Iterator[Reading]:
        for document in documents:
            if document.id not in rows:
                raise CorpusError(f"{path}: no prediction for document {document.id!r}; it holds {len(rows)} others")
            yield _tagged(document, *rows[document.id])

    return read


def _tagged(document: Document, where: str, row: dict[str, Any]) -> Reading:
    try:
        return record_reading(tagged(unread(document), row))
    except (KeyError, TypeError, ValueError) as error:
        raise CorpusError(f"{where}: {document.id}: not a prediction for this text: {error}") from None


def _rows(path: str | Path) -> Iterator[tuple[str, tuple[str, dict[str, Any]]]]:
    for where, line in numbered_lines(path):
        try:
            row = loads(line)
        except JSONDecodeError as error:
            raise CorpusError(f"{where}: not JSON: {error}") from None
        if not isinstance(row, dict) or not {"id", "spans", "sentences"} <= set(row):
            raise CorpusError(f"{where}: expected an object with id, spans and sentences")
        yield row["id"], (where, row)
