from dataclasses import replace

import pytest

from rucoop.data.records import AgreementFact, Document, EventFact, Facts, FigureFact, Sentence, Span
from rucoop.eval.support import unsupported

TEXT = "Раис Татарстана и посол Ирана обсудили нефтехимию. Экспорт за 2023 год превысил 5 млн рублей."


def one(label: str, covered: str, code: str | None = None) -> Span:
    return Span(TEXT.index(covered), TEXT.index(covered) + len(covered), label, code)


FACTS = Facts(
    partners=("IR", "RU-TA"),
    sectors=("chemistry",),
    event_types=("meeting", "trade"),
    figures=(FigureFact("export", "5000000", "RUB", ">", None, "fact", "2023-01-01/2023-12-31", "IR"),),
    agreements=(),
    events=(EventFact("meeting", ("IR", "RU-TA")),),
)
DOCUMENT = Document(
    TEXT, "d", home="RU-TA",
    spans=(
        one("PARTNER", "Татарстана"), one("PARTNER", "Ирана"), one("SECTOR", "нефтехимию"), one("METRIC", "Экспорт"),
        one("DATE", "за 2023 год"), one("FIGURE", "5 млн рублей"),
    ),
    sentences=(Sentence(0, 50, ("meeting",)), Sentence(51, len(TEXT), ("trade",))), facts=FACTS,
)  # fmt: skip


def findings(**changed: object) -> list[str]:
    return unsupported(replace(DOCUMENT, facts=replace(FACTS, **changed)))  # type: ignore[arg-type]


def test_facts_that_the_spans_tell_are_sound() -> None:
    assert unsupported(DOCUMENT) == []
    assert unsupported(replace(DOCUMENT, facts=None)) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"partners": ("IQ", "IR", "RU-TA")}, "partner IQ: no PARTNER span links to it; spans link to IR, RU-TA"),
        ({"sectors": ("energy",)}, "sector energy: no SECTOR span carries it; spans carry chemistry"),
        (
            {"figures": (replace(FACTS.figures[0], value="5000"),)},
            "figure export 5000 RUB: no FIGURE span reads to it; spans read to 5000000",
        ),
        ({"figures": FACTS.figures * 2}, "2 figures for 1 FIGURE spans with 1 different readings"),
        ({"figures": ()}, "0 figures for 1 FIGURE spans with 1 different readings"),
        ({"agreements": (AgreementFact("plan"),)}, "1 agreements for 0 AGREEMENT spans"),
        ({"event_types": ("meeting", "trade", "visit")}, "event type visit: no sentence carries it"),
        ({"event_types": ("meeting",)}, "event type trade: a sentence carries it, the facts do not"),
        ({"events": (EventFact("forum"),)}, "event forum: its type is not among the document's event types"),
        (
            {"events": (EventFact("trade", ("KZ",)),)},
            "event trade: its partner KZ is not among the document's partners",
        ),
    ],
)  # fmt: skip
def test_what_no_span_supports_is_found(changed: dict[str, object], expected: str) -> None:
    assert findings(**changed) == [expected]


def test_the_code_of_the_annotator_supports_a_sector_that_the_tables_do_not_know() -> None:
    spans = tuple(replace(s, code="energy") if s.label == "SECTOR" else s for s in DOCUMENT.spans)
    named = replace(DOCUMENT, spans=spans, facts=replace(FACTS, sectors=("energy",)))
    assert unsupported(named) == []


def test_sentences_that_nobody_typed_are_not_asked() -> None:
    assert not any("event type" in finding for finding in unsupported(replace(DOCUMENT, sentences=())))
