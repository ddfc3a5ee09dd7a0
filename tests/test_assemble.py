"""Assembly: the contract's example reproduced from its spans, and what holds for every record."""

import json

import pytest

from rucoop.data.records import Document
from rucoop.model.assemble import assemble
from rucoop.model.checks import check_record
from rucoop.model.schema import Coder, Record
from rucoop.model.spans import ScoredSentence, ScoredSpan

TEXT = (
    "Губернатор Омской области Виктор Ларин принял делегацию Узбекистана. Товарооборот за 2024 "
    "год составил 343,512 млн "
    "долларов США. Стороны подписали меморандум о сотрудничестве в нефтехимии на 2025-2027 годы."
)
CODER = Coder(name="rucoop", version="0.1.0", engine="model", weights="sha256:1f3a0c")
SPANS = [
    ScoredSpan(0, 10, "POSITION", 0.99),
    ScoredSpan(11, 25, "PARTNER", 0.99),
    ScoredSpan(26, 38, "PERSON", 0.99),
    ScoredSpan(56, 67, "PARTNER", 0.99),
    ScoredSpan(69, 81, "METRIC", 0.98),
    ScoredSpan(82, 93, "DATE", 0.99),
    ScoredSpan(103, 127, "FIGURE", 0.97),
    ScoredSpan(147, 174, "AGREEMENT", 0.96),
    ScoredSpan(177, 187, "SECTOR", 0.98),
    ScoredSpan(191, 205, "DATE", 0.99),
]
SENTENCES = [
    ScoredSentence(0, 68, {"visit": 0.96}),
    ScoredSentence(69, 128, {"trade": 0.95}),
    ScoredSentence(129, 206, {"agreement": 0.97}),
]
EXAMPLE = json.loads("""
{"schema": "rucoop/1", "doc_id": "n-001", "url": null, "published": "2025-02-05", "home": "RU-OMS",
 "coder": {"name": "rucoop", "version": "0.1.0", "engine": "model", "weights": "sha256:1f3a0c"},
 "partners": [
  {"ref": "p1", "kind": "region", "name": "Омская область", "code": "RU-OMS", "oktmo": "52000000", "home": true,
   "source": "model", "representatives": [{"name": "Виктор Ларин", "position": "губернатор",
   "mentions": [{"start": 26, "end": 38, "text": "Виктор Ларин", "confidence": 0.99}]}],
   "mentions": [{"start": 11, "end": 25, "text": "Омской области", "confidence": 0.99}]},
  {"ref": "p2", "kind": "country", "name": "Узбекистан", "code": "UZ", "oktmo": null, "home": false, "source": "model",
   "representatives": [], "mentions": [{"start": 56, "end": 67, "text": "Узбекистана", "confidence": 0.99}]}],
 "sectors": [{"ref": "s1", "code": "chemistry", "okved": ["C20", "C22"], "name": "нефтехимия", "source": "model",
   "mentions": [{"start": 177, "end": 187, "text": "нефтехимии", "confidence": 0.98}]}],
 "goods": [],
 "figures": [{"ref": "f1", "metric": "trade_turnover", "value": "343512000", "value_to": null, "unit": "USD",
   "comparator": "=", "status": "fact", "direction": null,
   "period": {"text": "за 2024 год", "start": "2024-01-01", "end": "2024-12-31", "granularity": "year"},
   "partner": "p2", "source": "model",
   "mentions": [{"start": 103, "end": 127, "text": "343,512 млн долларов США", "confidence": 0.97}]}],
 "agreements": [{"ref": "a1", "kind": "memorandum", "title": "Меморандум о сотрудничестве", "status": "signed",
   "partners": ["p1", "p2"],
   "period": {"text": "2025-2027 годы", "start": "2025-01-01", "end": "2027-12-31", "granularity": "year"},
   "source": "model",
   "mentions": [{"start": 147, "end": 174, "text": "меморандум о сотрудничестве", "confidence": 0.96}]}],
 "events": [
  {"ref": "e1", "type": "visit", "plover": {"event": "CONSULT", "mode": "visit", "context": ["diplomatic"]},
   "cameo": "042", "date": null, "date_text": null, "location": null, "actor": ["p2"], "recipient": ["p1"],
   "sectors": [], "figures": [], "goods": [], "agreements": [], "sentences": [{"start": 0, "end": 68}],
   "confidence": 0.96, "source": "model"},
  {"ref": "e2", "type": "trade", "plover": {"event": "COOPERATE", "mode": null, "context": ["economic"]},
   "cameo": "061", "date": null, "date_text": null, "location": null, "actor": ["p1"], "recipient": ["p2"],
   "sectors": [], "figures": ["f1"], "goods": [], "agreements": [], "sentences": [{"start": 69, "end": 128}],
   "confidence": 0.95, "source": "model"},
  {"ref": "e3", "type": "agreement", "plover": {"event": "SUPPORT", "mode": null, "context": ["economic"]},
   "cameo": "057", "date": null, "date_text": null, "location": null, "actor": ["p1", "p2"], "recipient": [],
   "sectors": ["s1"], "figures": [], "goods": [], "agreements": ["a1"], "sentences": [{"start": 129, "end": 206}],
   "confidence": 0.97, "source": "model"}],
 "spans": [
  {"start": 0, "end": 10, "text": "Губернатор", "confidence": 0.99, "label": "POSITION"},
  {"start": 11, "end": 25, "text": "Омской области", "confidence": 0.99, "label": "PARTNER"},
  {"start": 26, "end": 38, "text": "Виктор Ларин", "confidence": 0.99, "label": "PERSON"},
  {"start": 56, "end": 67, "text": "Узбекистана", "confidence": 0.99, "label": "PARTNER"},
  {"start": 69, "end": 81, "text": "Товарооборот", "confidence": 0.98, "label": "METRIC"},
  {"start": 82, "end": 93, "text": "за 2024 год", "confidence": 0.99, "label": "DATE"},
  {"start": 103, "end": 127, "text": "343,512 млн долларов США", "confidence": 0.97, "label": "FIGURE"},
  {"start": 147, "end": 174, "text": "меморандум о сотрудничестве", "confidence": 0.96, "label": "AGREEMENT"},
  {"start": 177, "end": 187, "text": "нефтехимии", "confidence": 0.98, "label": "SECTOR"},
  {"start": 191, "end": 205, "text": "2025-2027 годы", "confidence": 0.99, "label": "DATE"}],
 "warnings": []}
""")


def example(**changes: str | None) -> Record:
    known: dict[str, str | None] = {"published": "2025-02-05", "home": "RU-OMS"} | changes
    document = Document(TEXT, "n-001", **known)  # type: ignore[arg-type]
    return assemble(document, SPANS, SENTENCES, coder=CODER, source="model")


def test_the_contract_example_is_reproduced() -> None:
    record = example()
    assert json.loads(record.to_json()) == EXAMPLE
    assert list(json.loads(record.to_json())) == list(EXAMPLE)
    check_record(record, TEXT)


def test_record_does_not_depend_on_the_order_of_spans() -> None:
    document = Document(TEXT, "n-001", published="2025-02-05", home="RU-OMS")
    turned = assemble(document, SPANS[::-1], SENTENCES[::-1], coder=CODER, source="model")
    assert turned == example()


def test_without_home_nobody_is_home() -> None:
    record = example(home=None)
    assert [partner.home for partner in record.partners] == [False, False]
    assert {ref for event in record.events for ref in (*event.actor, *event.recipient)} == {"p1", "p2"}


def test_empty_text_gives_a_record_with_a_warning() -> None:
    record = assemble(Document(" \n"), [], [], coder=CODER, source="model")
    assert [warning.code for warning in record.warnings] == ["empty_text"]
    assert record.events == []


def test_foreign_text_gives_a_record_with_a_warning() -> None:
    for text in (
        "Ministers met in Geneva on Monday.",
        "Татарстан Президенты Казахстан вәкилләре белән очрашты һәм сөйләште.",
    ):
        record = assemble(Document(text), [], [ScoredSentence(0, len(text), {})], coder=CODER, source="model")
        assert [warning.code for warning in record.warnings] == ["not_russian"]


def test_bad_publication_date_is_named() -> None:
    with pytest.raises(ValueError, match=r"document 'n-001': published is '5.02.2025', expected an ISO date"):
        example(published="5.02.2025")


def test_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a stretch of a text of 4 characters"):
        assemble(Document("Омск"), [ScoredSpan(2, 9, "PARTNER", 1.0)], [], coder=CODER, source="model")


def test_doubtful_spans_are_warned_of() -> None:
    document = Document("Приехал Ларин.", "x")
    spans = [ScoredSpan(8, 13, "PERSON", 0.41)]
    record = assemble(document, spans, [ScoredSentence(0, 14, {})], coder=CODER, source="model")
    assert [(w.code, w.start, w.end) for w in record.warnings] == [("low_confidence", 8, 13)]


def test_a_territory_without_a_code_is_warned_of_and_an_organisation_is_not() -> None:
    text = "Республика Крым и завод «Рассвет»."
    spans = [ScoredSpan(0, 15, "PARTNER", 1.0), ScoredSpan(24, 33, "PARTNER", 1.0)]
    record = assemble(Document(text), spans, [ScoredSentence(0, 34, {})], coder=CODER, source="model")
    assert [partner.kind for partner in record.partners] == ["region", "organization"]
    assert [(w.code, w.start) for w in record.warnings] == [("unlinked_partner", 0)]


def test_text_without_sentences_is_assembled() -> None:
    text = "За 2024 год завод отгрузил 40 тонн."
    spans = [ScoredSpan(0, 11, "DATE", 1.0), ScoredSpan(27, 34, "FIGURE", 1.0)]
    coder = Coder(name="rucoop", version="0", engine="rules", weights=None)
    record = assemble(Document(text), spans, [], coder=coder, source="rules")
    assert [(figure.value, figure.status) for figure in record.figures] == [("40", "fact")]
