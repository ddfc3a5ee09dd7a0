"""What the engines are given -> documents."""

from rucoop.data.records import Document


def as_document(item: str | Document, position: int) -> Document:
    """A Document for an item of an iterable; TypeError that names the position for anything else."""
    document = Document(item) if isinstance(item, str) else item
    if not isinstance(document, Document) or not isinstance(document.text, str):
        raise TypeError(f"item {position}: expected a string or a Document with a text, got {type(item).__name__}")
    return document
