from dataclasses import replace

import pytest

from rucoop.data.records import Document, Facts, Sentence, Span
from rucoop.eval.evaluation import claims, evaluate
from rucoop.eval.facts import MEASURES
from rucoop.eval.readings import Reading, gold_reading

TEXT = "Раис Татарстана принял посла Ирана."
GOOD = Document(
    TEXT, "good", home="RU-TA", spans=(Span(5, 15, "PARTNER"), Span(29, 34, "PARTNER")),
    sentences=(Sentence(0, 35, ("meeting",)),), facts=Facts(partners=("IR", "RU-TA"), event_types=("meeting",)),
)  # fmt: skip
EMPTY = Document("Снег шёл весь день.", "empty", sentences=(Sentence(0, 19),), facts=Facts(agreements=(), events=()))
SILENT = Reading((), frozenset(), dict.fromkeys(MEASURES, frozenset()))


def test_the_annotation_itself_scores_one() -> None:
    result = evaluate([GOOD, EMPTY], [gold_reading(GOOD), gold_reading(EMPTY)], seqeval=False)
    assert result.spans["core"].counts.f1 == result.spans["all"].counts.f1 == 1
    assert result.types is not None
    assert result.types["meeting"].counts.f1 == 1
    assert result.facts["partners"] is not None
    assert result.facts["partners"].counts.tp == 2
    assert (result.negatives, result.flagged) == (1, {})


def test_silence_finds_nothing_and_claims_nothing() -> None:
    result = evaluate([GOOD, EMPTY], [SILENT, SILENT], seqeval=False)
    assert (result.spans["core"].counts.fn, result.spans["core"].counts.f1) == (2, 0)
    assert result.flagged == {}


@pytest.mark.parametrize(
    ("reading", "claim"),
    [
        (replace(SILENT, spans=(Span(0, 4, "PARTNER"),)), "partner"),
        (replace(SILENT, spans=(Span(0, 4, "SECTOR"),)), "sector"),
        (replace(SILENT, types=frozenset({(0, 19, "trade")})), "event"),
        (replace(SILENT, facts={**SILENT.facts, "sectors": frozenset({"trade"})}), "sector"),
    ],
)
def test_any_partner_sector_or_event_in_a_negative_is_a_false_claim(reading: Reading, claim: str) -> None:
    result = evaluate([GOOD, EMPTY], [SILENT, reading], seqeval=False)
    assert (result.negatives, result.flagged) == (1, {"empty": (claim,)})


def test_places_and_dates_in_a_negative_are_no_claim() -> None:
    spans = (Span(0, 4, "LOCATION"), Span(5, 8, "DATE"), Span(9, 12, "FIGURE"))
    assert claims(replace(SILENT, spans=spans)) == ()
    assert claims(gold_reading(GOOD)) == ("partner", "event")


def test_what_a_system_does_not_give_has_no_score() -> None:
    bare = Reading((), None, dict.fromkeys(MEASURES))
    result = evaluate([GOOD], [bare], seqeval=False)
    assert result.types is None
    assert set(result.facts.values()) == {None}


def test_facts_that_are_not_annotated_anywhere_have_no_score() -> None:
    result = evaluate([GOOD], [SILENT], seqeval=False)
    assert result.facts["events: type + partners"] is None
    assert result.facts["partners"] is not None


def test_seqeval_is_part_of_the_row() -> None:
    pytest.importorskip("seqeval", reason="seqeval is not installed (pip install 'rucoop[train]')")
    row = evaluate([GOOD], [gold_reading(GOOD)]).row()
    assert row["seqeval"]["core"]["f1"] == row["spans"]["core"]["f1"] == 1
    assert row["facts"]["events: type + partners"] is None
    assert row["negatives"] == {"documents": 0, "flagged": 0, "claims": {}}


def test_a_reading_must_not_be_missing() -> None:
    with pytest.raises(ValueError, match="1 readings for 2 documents"):
        evaluate([GOOD, EMPTY], [SILENT])
