"""What the engines accept."""

import pytest

from rucoop.data.records import Document
from rucoop.model.documents import as_document


def test_strings_and_documents_are_taken() -> None:
    document = Document("Омск", "d1")
    assert as_document(document, 0) is document
    assert as_document("Омск", 0).text == "Омск"


@pytest.mark.parametrize("item", [None, 5, b"\xd0\x9e", Document(None)])  # type: ignore[arg-type]
def test_anything_else_is_named_with_its_position(item: object) -> None:
    with pytest.raises(TypeError, match="item 7: expected a string or a Document"):
        as_document(item, 7)  # type: ignore[arg-type]
