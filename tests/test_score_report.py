import json
from dataclasses import replace

from rucoop.data.records import Document, Facts, Sentence, Span
from rucoop.eval.evaluation import Evaluation, evaluate
from rucoop.eval.facts import MEASURES
from rucoop.eval.readings import Reading, gold_reading
from rucoop.eval.score_report import score_json, score_markdown
from rucoop.eval.systems import GOLD_SPANS

DOCUMENT = Document(
    "Раис Татарстана принял посла Ирана.", "d", home="RU-TA", spans=(Span(5, 15, "PARTNER"), Span(29, 34, "PARTNER")),
    sentences=(Sentence(0, 35, ("meeting",)),), facts=Facts(partners=("IR", "RU-TA"), event_types=("meeting",)),
)  # fmt: skip
CORPUS = {"files": ["a.jsonl", "b.jsonl"], "split": None, "documents": 1}


def systems() -> dict[str, Evaluation]:
    whole = gold_reading(DOCUMENT)
    half = replace(whole, spans=whole.spans[:1], types=frozenset())
    bare = Reading(whole.spans, None, dict.fromkeys(MEASURES))
    readings = {"model": half, "natasha": bare, GOLD_SPANS: whole}
    return {name: evaluate([DOCUMENT], [reading], seqeval=False) for name, reading in readings.items()}


def test_the_tables_hold_every_system_and_dashes_for_what_one_has_not() -> None:
    report = score_markdown(CORPUS, systems())
    assert "files a.jsonl, b.jsonl, documents 1" in report
    assert "| PARTNER (core) | 2 | 1.000 | 0.500 | 0.667 | 1.000 | 1.000 | 1.000 |" in report
    assert "| partners | 2 | 1.000 [1.000, 1.000] | – | 1.000 [1.000, 1.000] |" in report
    assert "| meeting | 1 | 0.000 [0.000, 0.000] |" in report
    assert "seqeval is not installed" in report
    assert "split" not in report.splitlines()[2]


def test_gold_spans_are_scored_by_their_facts_alone() -> None:
    spans, facts = score_markdown(CORPUS, systems()).split("## Document facts")
    assert "| gold spans |" not in spans
    assert "gold spans P" in facts


def test_the_same_numbers_are_in_the_json() -> None:
    row = json.loads(json.dumps(score_json(CORPUS, systems())))
    assert row["corpus"] == CORPUS
    assert row["systems"]["model"]["spans"]["PARTNER"]["f1"] == 0.6667
    assert row["systems"]["natasha"]["sentence_types"] is None
    assert set(row["systems"]) == {"model", "natasha", GOLD_SPANS}
