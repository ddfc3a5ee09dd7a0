"""Invariants of a record against its text."""

from typing import Any

import pytest

from rucoop.model.checks import check_record
from rucoop.model.schema import Record

TEXT = "Омск и Томск договорились."


def record(**changes: Any) -> Record:
    partner = {
        "ref": "p1",
        "kind": "city",
        "name": "Омск",
        "code": None,
        "oktmo": None,
        "home": False,
        "source": "rules",
        "representatives": [],
        "mentions": [{"start": 0, "end": 4, "text": "Омск", "confidence": 0.9}],
    }
    event = {
        "ref": "e1",
        "type": "meeting",
        "plover": {"event": "CONSULT", "mode": None, "context": ["diplomatic"]},
        "cameo": "040",
        "date": None,
        "date_text": None,
        "location": None,
        "actor": ["p1"],
        "recipient": [],
        "sectors": [],
        "figures": [],
        "goods": [],
        "agreements": [],
        "sentences": [{"start": 0, "end": 26}],
        "confidence": 0.9,
        "source": "rules",
    }
    coder = {"name": "rucoop", "version": "0.1.0", "engine": "rules", "weights": None}
    empty: dict[str, Any] = {name: [] for name in ("sectors", "goods", "figures", "agreements", "spans", "warnings")}
    known = {"schema": "rucoop/1", "doc_id": "d", "url": None, "published": None, "home": None, "coder": coder}
    return Record.model_validate(
        known
        | {"partners": [partner | changes.get("partner", {})], "events": [event | changes.get("event", {})]}
        | empty
    )


def test_a_sound_record_passes() -> None:
    check_record(record(), TEXT)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"partner": {"mentions": [{"start": 7, "end": 12, "text": "Омск", "confidence": 1.0}]}},
            r"partners\[0\].mentions\[0\]",
        ),
        (
            {"partner": {"mentions": [{"start": 30, "end": 34, "text": "Омск", "confidence": 1.0}]}},
            "the text there is ''",
        ),
        ({"event": {"recipient": ["p2"]}}, r"events\[0\].recipient names 'p2'"),
        ({"event": {"figures": ["f1"]}}, r"events\[0\].figures names 'f1'"),
        ({"event": {"sentences": [{"start": 0, "end": 27}]}}, r"events\[0\].sentences\[0\]"),
    ],
)
def test_what_does_not_fit_is_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_record(record(**changes), TEXT)
