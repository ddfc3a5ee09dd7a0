"""Metrics beside figures."""

from rucoop.model.rule_metrics import metric_spans
from rucoop.model.rule_text import RuleText
from rucoop.model.spans import ScoredSpan


def found(text: str, figure: str) -> list[str]:
    start = text.index(figure)
    spans = metric_spans(RuleText(text), [ScoredSpan(start, start + len(figure), "FIGURE", 0.9)])
    return [text[span.start : span.end] for span in spans]


def test_the_measure_alone_is_the_metric() -> None:
    assert found("Объем товарооборота составил 5 млрд рублей.", "5 млрд рублей") == ["товарооборота"]
    assert found("Стоимость проекта - 1 млрд евро.", "1 млрд евро") == ["Стоимость проекта"]


def test_a_metric_may_stand_in_the_sentence_before() -> None:
    text = "Товарооборот растёт. Он составил 5 млрд рублей. Экспорт стоит на месте."
    assert found(text, "5 млрд рублей") == ["Товарооборот"]
