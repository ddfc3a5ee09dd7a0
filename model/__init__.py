"""From text to the event record: everything a user calls. Heavy parts load on first use; torch is never needed here."""

from typing import TYPE_CHECKING, Any

from rucoop.data.records import Document
from rucoop.model.schema import Record, json_schema

if TYPE_CHECKING:
    from rucoop.model.extractor import Extractor, extract
    from rucoop.model.rules import RuleEngine

__all__ = ["Document", "Extractor", "Record", "RuleEngine", "extract", "json_schema"]

_LAZY = {
    "Extractor": "rucoop.model.extractor",
    "extract": "rucoop.model.extractor",
    "RuleEngine": "rucoop.model.rules",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")
