from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from tokenizers import Tokenizer

from rucoop.data.labels import TAGS
from rucoop.data.records import Document, Sentence, Span
from rucoop.train.batches import IGNORED, Collator, document_examples, pad_id

TEXT = "Раис встретился с послом. Стороны обсудили нефтехимию."
DOCUMENT = Document(
    TEXT, "d", spans=(Span(43, 53, "SECTOR"),), sentences=(Sentence(0, 25, ("meeting",)), Sentence(26, 54, ()))
)


@pytest.fixture
def tokenizer(tiny_base: Path) -> Tokenizer:
    return Tokenizer.from_file(str(tiny_base / "tokenizer.json"))


def test_tags_and_types_stand_at_their_pieces_and_sentences(tokenizer: Tokenizer) -> None:
    (example,) = document_examples(DOCUMENT, tokenizer, 48, 12)
    assert example["tags"][0] == example["tags"][-1] == IGNORED
    assert [TAGS[t] for t in example["tags"][1:-1] if t] == ["B-SECTOR"]
    assert example["types"].tolist() == [[1, 0, 0, 0, 0, 0, 0], [0] * 7]
    np.testing.assert_allclose(example["pool"].sum(axis=1), 1.0)


def test_long_documents_give_several_windows_and_lose_no_tag(tokenizer: Tokenizer) -> None:
    parts = document_examples(DOCUMENT, tokenizer, 8, 2)
    assert len(parts) > 1
    assert any(TAGS.index("B-SECTOR") in part["tags"] for part in parts)


def test_a_span_without_a_piece_names_its_document(tokenizer: Tokenizer) -> None:
    broken = Document(TEXT, "d-7", spans=(Span(25, 26, "DATE"),))
    with pytest.raises(ValueError, match=r"document d-7: span DATE \[25, 26\) covers no token"):
        document_examples(broken, tokenizer, 48, 12)


def test_batches_are_padded_and_the_padding_is_ignored(tokenizer: Tokenizer) -> None:
    short = Document("Раис.", "s", sentences=(Sentence(0, 5, ()),))
    batch = Collator(pad_id(tokenizer))([document_examples(d, tokenizer, 48, 12)[0] for d in (DOCUMENT, short)])
    n = int(batch["attention_mask"][1].sum())
    assert batch["input_ids"].shape == batch["tags"].shape == batch["attention_mask"].shape
    assert (batch["tags"][1, n:] == IGNORED).all()
    assert (batch["pool"][1, 1:] == 0).all()
    assert (batch["types"][1, 1:] == -1).all()
