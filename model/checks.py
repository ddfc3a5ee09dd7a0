"""Invariants of a record that its classes alone cannot hold: mentions slice to their text, references resolve."""

from collections.abc import Iterable, Iterator

from rucoop.model.schema import Mention, Record


def check_record(record: Record, text: str) -> None:
    """Raise ValueError, with the path of the field, if ``record`` is not a record of ``text``."""
    for path, mention in _mentions(record):
        found = text[mention.start : mention.end]
        if found != mention.text or not found:
            where = f"{path} [{mention.start}, {mention.end})"
            raise ValueError(f"{where} says {mention.text!r}, but the text there is {found!r}")
    _check_ranges(record, len(text))
    _check_refs(record)


def _mentions(record: Record) -> Iterator[tuple[str, Mention]]:
    for name in ("partners", "sectors", "goods", "figures", "agreements"):
        for i, item in enumerate(getattr(record, name)):
            yield from _numbered(f"{name}[{i}].mentions", item.mentions)
    for i, partner in enumerate(record.partners):
        for j, person in enumerate(partner.representatives):
            yield from _numbered(f"partners[{i}].representatives[{j}].mentions", person.mentions)
    yield from _numbered("spans", record.spans)


def _numbered(path: str, mentions: Iterable[Mention]) -> Iterator[tuple[str, Mention]]:
    return ((f"{path}[{i}]", mention) for i, mention in enumerate(mentions))


def _check_ranges(record: Record, length: int) -> None:
    for i, event in enumerate(record.events):
        for j, sentence in enumerate(event.sentences):
            if not sentence.start < sentence.end <= length:
                where = f"events[{i}].sentences[{j}] [{sentence.start}, {sentence.end})"
                raise ValueError(f"{where} is not a stretch of a text of {length} characters")


def _check_refs(record: Record) -> None:
    known: set[str] = set()
    for name in ("partners", "sectors", "goods", "figures", "agreements", "events"):
        for i, item in enumerate(getattr(record, name)):
            if item.ref in known:
                raise ValueError(f"{name}[{i}].ref {item.ref!r} is used twice")
            known.add(item.ref)
    for path, ref in _refs(record):
        if ref not in known:
            raise ValueError(f"{path} names {ref!r}, but the record has no such item")


def _refs(record: Record) -> Iterator[tuple[str, str]]:
    fields = {
        "goods": ("supplier", "receiver"),
        "agreements": ("partners",),
        "events": ("actor", "recipient", "sectors", "figures", "goods", "agreements"),
    }
    for name, names in fields.items():
        for i, item in enumerate(getattr(record, name)):
            yield from ((f"{name}[{i}].{field}", ref) for field in names for ref in getattr(item, field))
    for i, figure in enumerate(record.figures):
        if figure.partner is not None:
            yield f"figures[{i}].partner", figure.partner
