from dataclasses import replace
from decimal import Decimal

import pytest

from rucoop.data.records import AgreementFact, Document, EventFact, Facts, FigureFact, Sentence, Span
from rucoop.eval.facts import MEASURES, as_facts, exact, fact_counts, gold_facts, quantity, record_facts
from rucoop.eval.matching import Counts
from rucoop.eval.readings import assembled

FIGURE = FigureFact("export", "2500000", "USD", ">", None, "fact", "2023-01-01/2023-12-31", "UZ")
FACTS = Facts(
    partners=("RU-TA", "UZ"),
    sectors=("chemistry",),
    event_types=("trade",),
    figures=(FIGURE,),
    agreements=(AgreementFact("memorandum", "Меморандум", "signed", None),),
    events=(EventFact("trade", ("RU-TA", "UZ"), "2024-05-01"),),
)
TEXT = (
    "Раис Татарстана встретился с послом Узбекистана. Подписан меморандум. Экспорт за 2023 год превысил 5 млн рублей."
)


def spanned(label: str, covered: str) -> Span:
    return Span(TEXT.index(covered), TEXT.index(covered) + len(covered), label)


@pytest.fixture
def document() -> Document:
    spans = [
        spanned("PARTNER", "Татарстана"), spanned("PARTNER", "Узбекистана"), spanned("AGREEMENT", "меморандум"),
        spanned("METRIC", "Экспорт"), spanned("DATE", "за 2023 год"), spanned("FIGURE", "5 млн рублей"),
    ]  # fmt: skip
    ends = [TEXT.index(".") + 1, TEXT.index("Экспорт") - 1, len(TEXT)]
    types = (("meeting",), ("agreement",), ("trade",))
    starts = [0, *(end + 1 for end in ends)]
    typed = tuple(Sentence(*item) for item in zip(starts, ends, types, strict=False))
    return Document(TEXT, "d", home="RU-TA", published="2024-02-01", spans=tuple(spans), sentences=typed)


def changed(**figure: str | None) -> dict[str, Counts | None]:
    found = replace(FACTS, figures=(replace(FIGURE, **figure),))
    return fact_counts(gold_facts(FACTS), gold_facts(found))


def test_the_same_facts_are_right_in_every_measure() -> None:
    counts = fact_counts(gold_facts(FACTS), gold_facts(FACTS))
    assert set(counts) == set(MEASURES)
    assert all(one is not None and (one.fp, one.fn) == (0, 0) and one.tp for one in counts.values())


@pytest.mark.parametrize("field", ["comparator", "status", "period", "partner"])
def test_side_conditions_of_a_figure_concern_only_the_full_measure(field: str) -> None:
    counts = changed(**{field: "other"})
    assert counts["figures: metric + value + unit"] == Counts(1, 0, 0)
    assert counts["figures: all fields"] == Counts(0, 1, 1)


def test_the_metric_does_not_concern_value_and_unit() -> None:
    counts = changed(metric="import")
    assert counts["figures: value + unit"] == Counts(1, 0, 0)
    assert counts["figures: metric + value + unit"] == Counts(0, 1, 1)


@pytest.mark.parametrize("change", [{"value": "2500"}, {"unit": "EUR"}, {"value_to": "3000000"}, {"value": "-2500000"}])
def test_value_unit_sign_and_range_must_be_right(change: dict[str, str]) -> None:
    assert changed(**change)["figures: value + unit"] == Counts(0, 1, 1)


def test_equal_numbers_and_spellings_are_equal() -> None:
    assert exact("33.30") == exact("33.3") == Decimal("33.3")
    assert exact(None) is None
    assert quantity("6", None, "самолёт") == quantity("6.0", None, "самолет")


def test_a_fact_told_twice_is_one_fact() -> None:
    twice = replace(FACTS, figures=(FIGURE, FIGURE))
    assert fact_counts(gold_facts(twice), gold_facts(FACTS))["figures: all fields"] == Counts(1, 0, 0)


def test_events_compare_partners_in_any_order_and_the_date_apart() -> None:
    other = replace(FACTS, events=(EventFact("trade", ("UZ", "RU-TA"), None),))
    counts = fact_counts(gold_facts(FACTS), gold_facts(other))
    assert counts["events: type + partners"] == Counts(1, 0, 0)
    assert counts["events: type + partners + date"] == Counts(0, 1, 1)


def test_what_was_not_annotated_is_not_measured() -> None:
    partly = replace(FACTS, events=None, agreements=None, figures=(replace(FIGURE, status=None),))
    counts = fact_counts(gold_facts(partly), gold_facts(FACTS))
    unmeasured = {name for name, one in counts.items() if one is None}
    assert unmeasured == {
        "figures: all fields", "events: type + partners", "events: type + partners + date", "agreements: kind",
        "agreements: kind + status + period",
    }  # fmt: skip
    assert set(fact_counts(gold_facts(None), gold_facts(FACTS)).values()) == {None}


def test_a_record_tells_its_facts_with_codes(document: Document) -> None:
    facts = as_facts(assembled(document))
    assert facts.partners == ("RU-TA", "UZ")
    assert facts.event_types == ("agreement", "meeting", "trade")
    assert [(f.metric, f.value, f.unit, f.comparator, f.period) for f in facts.figures] == [
        ("export", "5000000", "RUB", ">", "2023-01-01/2023-12-31")
    ]
    assert [(a.kind, a.status) for a in facts.agreements or ()] == [("memorandum", "signed")]
    assert {(e.type, e.partners) for e in facts.events or ()} >= {("meeting", ("RU-TA", "UZ"))}
    assert None not in record_facts(assembled(document)).values()
