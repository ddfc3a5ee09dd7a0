from dataclasses import replace

import pytest

from rucoop.data.records import Document, Facts, Sentence, Span
from rucoop.eval.readings import assembled, gold_reading, record_reading, tagged, unread

TEXT = "Раис Татарстана принял посла Ирана. Погода стоит ясная."
SPANS = (Span(5, 15, "PARTNER"), Span(29, 34, "PARTNER"))
DOCUMENT = Document(
    TEXT, "d", home="RU-TA", spans=SPANS, sentences=(Sentence(0, 35, ("meeting", "visit")), Sentence(36, 55)),
    facts=Facts(partners=("IR", "RU-TA")),
)  # fmt: skip


def test_gold_and_assembled_gold_say_the_same() -> None:
    gold, read = gold_reading(DOCUMENT), record_reading(assembled(DOCUMENT))
    assert read.spans == gold.spans == SPANS
    assert read.types == gold.types == {(0, 35, "meeting"), (0, 35, "visit")}
    assert read.facts["partners"] == gold.facts["partners"] == {"IR", "RU-TA"}


def test_sentences_that_nobody_typed_are_not_compared() -> None:
    assert gold_reading(replace(DOCUMENT, sentences=())).types is None


def test_a_document_without_sentences_is_split() -> None:
    assert record_reading(assembled(replace(DOCUMENT, sentences=()))).facts["partners"] == {"IR", "RU-TA"}


def test_an_engine_is_not_given_the_annotation() -> None:
    given = unread(DOCUMENT)
    assert (given.spans, given.sentences, given.facts) == ((), (), None)
    assert (given.text, given.id, given.home) == (TEXT, "d", "RU-TA")


def test_tagged_documents_are_assembled() -> None:
    row = {
        "spans": [{"start": 29, "end": 34, "label": "PARTNER", "confidence": 0.8}],
        "sentences": [{"start": 0, "end": 35, "types": {"meeting": 0.9}}],
    }
    record = tagged(unread(DOCUMENT), row)
    assert [(p.code, p.mentions[0].confidence) for p in record.partners] == [("IR", 0.8)]
    assert record_reading(record).types == {(0, 35, "meeting")}


def test_a_prediction_for_another_text_is_refused() -> None:
    row = {"spans": [{"start": 50, "end": 90, "label": "PARTNER"}], "sentences": []}
    with pytest.raises(ValueError, match="not a stretch of a text of 55 characters"):
        tagged(unread(DOCUMENT), row)
