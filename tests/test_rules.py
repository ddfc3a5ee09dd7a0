"""The rule engine as a whole."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from rucoop.data.records import Document
from rucoop.model.checks import check_record
from rucoop.model.rules import RuleEngine

TEXT = (
    "Глава Карелии Пётр Заозёрский 14 мая встретился в Петрозаводске с послом Турции Мехметом Аксоем. "
    "По словам главы, товарооборот республики с Турцией за 2023 год составил более 12,5 млн долларов. "
    "Карелия поставляет в Турцию бумагу, картон и пиломатериалы. "
    "Стороны обсудили сотрудничество в туризме, лесопереработке и высшем образовании. "
    "По итогам встречи подписан меморандум о взаимопонимании на 2024-2026 годы."
)
ENGINE = RuleEngine()


def test_spans_of_all_labels() -> None:
    spans, _ = ENGINE.tag(TEXT)
    found = {(span.label, TEXT[span.start : span.end]) for span in spans}
    expected = {
        ("POSITION", "Глава"), ("PARTNER", "Карелии"), ("PERSON", "Пётр Заозёрский"), ("DATE", "14 мая"),
        ("LOCATION", "Петрозаводске"), ("POSITION", "послом"), ("PARTNER", "Турции"), ("PERSON", "Мехметом Аксоем"),
        ("METRIC", "товарооборот"), ("DATE", "за 2023 год"), ("FIGURE", "более 12,5 млн долларов"),
        ("GOODS", "бумагу"), ("GOODS", "картон"), ("GOODS", "пиломатериалы"), ("SECTOR", "туризме"),
        ("SECTOR", "лесопереработке"), ("SECTOR", "высшем образовании"), ("AGREEMENT", "меморандум о взаимопонимании"),
        ("DATE", "2024-2026 годы"),
    }  # fmt: skip
    assert expected <= found
    assert all(0 < span.confidence <= 1 for span in spans)


def test_spans_do_not_overlap() -> None:
    spans, _ = ENGINE.tag(TEXT)
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_sentence_types() -> None:
    _, typed = ENGINE.tag(TEXT)
    first, turnover, goods, _, signed = (set(sentence.types) for sentence in typed)
    assert "meeting" in first
    assert turnover == {"trade"}
    assert "trade" in goods
    assert {"agreement"} <= signed


def test_the_record_is_the_same_as_the_models() -> None:
    record = ENGINE.extract(TEXT, doc_id="k1", published="2024-05-15", home="RU-KR")
    check_record(record, TEXT)
    assert (record.coder.engine, record.coder.weights) == ("rules", None)
    assert [partner.code for partner in record.partners if partner.code] == ["RU-KR", "TR"]
    assert [(f.metric, f.comparator, f.value, f.unit) for f in record.figures] == [
        ("trade_turnover", ">", "12500000", "USD")
    ]
    assert [(a.kind, a.status) for a in record.agreements] == [("memorandum", "signed")]
    assert {item.source for item in record.partners} == {"rules"}
    assert record.events[0].date == "2024-05-14"


def test_a_document_of_one_side_has_no_partners() -> None:
    record = ENGINE.extract("Глава Карелии Пётр Заозёрский открыл школу на 550 мест. В Карелии строят дороги.")
    assert record.partners == []
    assert record.events == []
    assert [figure.value for figure in record.figures] == ["550"]


def test_many_keeps_order_and_names_a_bad_item() -> None:
    records = ENGINE.extract_many([Document(TEXT, "a"), "", Document(TEXT, "b")], batch_size=2)
    assert [record.doc_id for record in records] == ["a", "", "b"]
    with pytest.raises(TypeError, match="item 1: expected a string"):
        list(ENGINE.extract_many([TEXT, 5]))  # type: ignore[list-item]
    with pytest.raises(ValueError, match="batch_size=0: expected at least 1"):
        next(ENGINE.extract_many([TEXT], batch_size=0))


@pytest.mark.parametrize("text", ["", "  \n", "12345", "Hello, world.", '«»„“""()[]', "а" * 3000, "1 " * 500])
def test_odd_texts_give_a_record(text: str) -> None:
    check_record(ENGINE.extract(text), text)


def test_rules_need_no_torch() -> None:
    code = "import sys; from rucoop.model.rules import RuleEngine; print(int('torch' in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.home())
    assert run.stdout.strip() == "0"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Делегация Республики Татарстан посетила Республику Беларусь, стороны обсудили сотрудничество.",
            {"RU-TA", "BY"},
        ),
        ("Северная Осетия и Северная Македония подписали соглашение о сотрудничестве.", {"RU-SE", "MK"}),
    ],
)
def test_two_sides_whose_names_begin_alike_are_two(text: str, codes: set[str]) -> None:
    record = RuleEngine().extract(text)
    assert {partner.code for partner in record.partners} == codes
