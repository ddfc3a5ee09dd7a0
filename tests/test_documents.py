"""What the engines accept."""

import pytest

from rucoop.data.records import Document
from rucoop.model.documents import as_document, document_batches


def test_strings_and_documents_are_taken() -> None:
    document = Document("Омск", "d1")
    assert as_document(document, 0) == document
    assert as_document("Омск", 0).text == "Омск"


@pytest.mark.parametrize("item", [None, 5, b"\xd0\x9e"])
def test_anything_else_is_named_with_its_position(item: object) -> None:
    with pytest.raises(TypeError, match="item 7: expected a string or a Document"):
        as_document(item, 7)  # type: ignore[arg-type]


def test_what_is_given_with_a_text_is_checked() -> None:
    document = as_document(Document("Омск", home="ru-ta", published="14.03.2025"), 0)
    assert (document.home, document.published) == ("RU-TA", "2025-03-14")
    assert as_document(Document("Омск", published="2025-02-05T10:00:00+03:00"), 0).published == "2025-02-05"


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (Document("Омск", "d", home="Татарстан"), r"item 3 \(d\): home 'Татарстан': expected the code of a territory"),
        (Document("Омск", published="2025-W05-3"), "item 3: published is '2025-W05-3', expected an ISO date"),
        (Document("Омск", published="2025-02-31"), "item 3: published is '2025-02-31'"),
    ],
)
def test_bad_dates_and_homes_are_named_with_their_position(bad: Document, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        as_document(bad, 3)


def test_a_document_without_a_text_is_refused() -> None:
    with pytest.raises(TypeError, match="item 7: the text of the Document is NoneType"):
        as_document(Document(None), 7)  # type: ignore[arg-type]


def test_long_texts_make_short_batches() -> None:
    texts = ["а" * 150_000, "б" * 150_000, "в", "г", "д"]
    assert [len(batch) for batch in document_batches(texts, 2)] == [2, 2, 1]
    assert [len(batch) for batch in document_batches(["а" * 250_000, *texts], 16)] == [1, 2, 3]


def test_what_stands_before_a_bad_item_is_given_first() -> None:
    batches = document_batches(["а", "б", 5], 16)  # type: ignore[list-item]
    assert [d.text for d in next(batches)] == ["а", "б"]
    with pytest.raises(TypeError, match="item 2"):
        next(batches)
