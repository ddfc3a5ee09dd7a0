"""The event record: what one document becomes. Field names follow PLOVER where PLOVER has the idea.

Rules and model write the same record; ``record.schema.json`` beside this file is generated from these classes.
"""

import json
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from rucoop.data.labels import EventType, Label

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Offset = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0, le=1)]
DecimalText = Annotated[str, StringConstraints(pattern=r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$")]
IsoDate = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
PartnerRef = Annotated[str, StringConstraints(pattern=r"^p[1-9][0-9]*$")]
SectorRef = Annotated[str, StringConstraints(pattern=r"^s[1-9][0-9]*$")]
GoodsRef = Annotated[str, StringConstraints(pattern=r"^g[1-9][0-9]*$")]
FigureRef = Annotated[str, StringConstraints(pattern=r"^f[1-9][0-9]*$")]
AgreementRef = Annotated[str, StringConstraints(pattern=r"^a[1-9][0-9]*$")]
EventRef = Annotated[str, StringConstraints(pattern=r"^e[1-9][0-9]*$")]

Engine = Literal["model", "rules", "hybrid"]
Granularity = Literal["day", "month", "quarter", "half", "year"]
Comparator = Literal["=", ">", ">=", "<", "<=", "~"]
Status = Literal["fact", "plan", "target"]
AgreementKind = Literal[
    "plan", "agreement", "memorandum", "protocol", "contract", "roadmap", "declaration", "other"
]  # fmt: skip
AgreementStatus = Literal["signed", "in_force", "planned"]
PartnerKind = Literal["country", "region", "city", "organization"]
WarningCode = Literal[
    "empty_text", "not_russian", "unlinked_partner", "unread_figure", "unresolved_date", "low_confidence"
]  # fmt: skip


class Item(BaseModel):
    """Base of all parts: unknown fields are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Mention(Item):
    """A place in the text; ``text`` equals the document's ``[start:end)``."""

    start: Offset
    end: Offset
    text: str
    confidence: Confidence


class LabelledMention(Mention):
    """A span of the document with its label."""

    label: Label


class Range(Item):
    """A stretch of the text without its words (a sentence)."""

    start: Offset
    end: Offset


class Coder(Item):
    """Who wrote the record. ``weights`` names the weights of a model, null for rules."""

    name: str
    version: str
    engine: Engine
    weights: str | None


class Period(Item):
    """A date or stretch of time. ``granularity`` is the unit that its ends are given in (``2025-2027 годы``: year);
    all but ``text`` are null where the time cannot be known."""

    text: str
    start: IsoDate | None
    end: IsoDate | None
    granularity: Granularity | None


class Representative(Item):
    """A person who speaks for a partner: nominative name and post."""

    name: str
    position: str | None
    mentions: list[Mention]


class Partner(Item):
    """A side of the co-operation: a territory with its code, or an organisation or city by its name."""

    ref: PartnerRef
    kind: PartnerKind
    name: str
    code: str | None
    oktmo: str | None
    home: bool
    source: Engine
    representatives: list[Representative]
    mentions: list[Mention]


class Sector(Item):
    """An area of co-operation by the code list; ``okved`` are OKVED-2 classes or sections."""

    ref: SectorRef
    code: str
    okved: list[str]
    name: str
    source: Engine
    mentions: list[Mention]


class Goods(Item):
    """A product that goes from ``supplier`` to ``receiver`` (partner refs; empty where not told)."""

    ref: GoodsRef
    name: str
    supplier: list[PartnerRef]
    receiver: list[PartnerRef]
    source: Engine
    mentions: list[Mention]


class Figure(Item):
    """A quantity. ``value`` is exact, after scale, null where it could not be read."""

    ref: FigureRef
    metric: str
    value: DecimalText | None
    value_to: DecimalText | None
    unit: str | None
    comparator: Comparator
    status: Status
    direction: Literal["increase", "decrease"] | None
    period: Period | None
    partner: PartnerRef | None
    source: Engine
    mentions: list[Mention]


class Agreement(Item):
    """A document that binds the sides."""

    ref: AgreementRef
    kind: AgreementKind
    title: str
    status: AgreementStatus
    partners: list[PartnerRef]
    period: Period | None
    source: Engine
    mentions: list[Mention]


class Plover(Item):
    """The event in the terms of the PLOVER ontology."""

    event: Literal["CONSULT", "SUPPORT", "COOPERATE", "AGREE"]
    mode: Literal["visit", "phone", "multilateral"] | None
    context: list[str]


class Event(Item):
    """What happened, between whom, about what; ``date`` a day where it is known, ``date_text`` its words."""

    ref: EventRef
    type: EventType
    plover: Plover
    cameo: Literal["036", "0311", "040", "041", "042", "057", "061"]
    date: IsoDate | None
    date_text: str | None
    location: str | None
    actor: list[PartnerRef]
    recipient: list[PartnerRef]
    sectors: list[SectorRef]
    figures: list[FigureRef]
    goods: list[GoodsRef]
    agreements: list[AgreementRef]
    sentences: list[Range]
    confidence: Confidence
    source: Engine


class RecordWarning(Item):
    """Something a reader of the record should know; offsets are null where it concerns the whole text."""

    code: WarningCode
    message: str
    start: Offset | None
    end: Offset | None


class Record(Item):
    """The record of one document."""

    schema_: Annotated[Literal["rucoop/1"], Field(alias="schema")]
    doc_id: str
    url: str | None
    published: IsoDate | None
    home: str | None
    coder: Coder
    partners: list[Partner]
    sectors: list[Sector]
    goods: list[Goods]
    figures: list[Figure]
    agreements: list[Agreement]
    events: list[Event]
    spans: list[LabelledMention]
    warnings: list[RecordWarning]

    def to_json(self) -> str:
        """The record as one line of JSON, Cyrillic unescaped."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """Read a record back; raises ``pydantic.ValidationError`` naming every wrong field."""
        return cls.model_validate_json(line)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the record."""
    schema = Record.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": SCHEMA_DIALECT, "$id": "urn:rucoop:record:1", **schema}


def schema_text() -> str:
    """The JSON Schema as ``record.schema.json`` beside this module holds it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
