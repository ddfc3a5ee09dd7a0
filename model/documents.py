"""What the engines are given -> documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from rucoop.data.records import Document
from rucoop.model.given import home_code, iso_date

CHARACTERS: Final = 200_000  # of all texts of a batch together, from which on it takes no more


def document_batches(items: Iterable[str | Document], size: int) -> Iterator[list[Document]]:
    """Checked documents, at most ``size`` at a time, and fewer where texts are long, so that memory stays bounded.

    A bad item raises an error that names its position; the items before it are given first.
    """
    if size < 1:
        raise ValueError(f"batch_size={size}: expected at least 1")
    batch: list[Document] = []
    for position, item in enumerate(items):
        try:
            batch.append(as_document(item, position))
        except (TypeError, ValueError):
            if batch:
                yield batch
            raise
        if len(batch) == size or sum(len(document.text) for document in batch) >= CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def as_document(item: Any, position: int) -> Document:
    """A checked Document for an item of an iterable; TypeError or ValueError that names the position otherwise."""
    document = Document(item) if isinstance(item, str) else item
    if not isinstance(document, Document):
        raise TypeError(f"item {position}: expected a string or a Document with a text, got {type(item).__name__}")
    if not isinstance(document.text, str):
        raise TypeError(
            f"item {position}: the text of the Document is {type(document.text).__name__}, expected a string"
        )
    try:
        return replace(document, home=home_code(document.home), published=iso_date(document.published))
    except ValueError as error:
        where = f" ({document.id})" if document.id else ""
        raise ValueError(f"item {position}{where}: {error}") from None
