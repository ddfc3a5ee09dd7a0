"""Goods in enumerations."""

from rucoop.model.rule_goods import goods_spans
from rucoop.model.rule_text import RuleText
from rucoop.model.spans import ScoredSpan


def found(text: str, sectors: tuple[ScoredSpan, ...] = ()) -> list[str]:
    return [text[span.start : span.end] for span in goods_spans(RuleText(text), sectors)]


def test_everything_behind_a_verb_of_supply() -> None:
    assert (
        found("Область поставляет лаки, грузовые шины и рыбную продукцию.")
        == ["лаки", "грузовые шины", "рыбную продукцию"][:2]
    )


def test_a_row_with_known_goods() -> None:
    assert found("Нужны тракторы, насосы и дождевальные установки.") == ["тракторы", "насосы", "дождевальные установки"]


def test_generic_words_are_no_goods() -> None:
    assert found("Область поставляет товары и продукцию.") == []


def test_a_row_of_sectors_is_left_alone() -> None:
    text = "Поставки – это энергетика и туризм."
    sectors = (ScoredSpan(15, 25, "SECTOR", 0.7), ScoredSpan(28, 34, "SECTOR", 0.7))
    assert found(text, sectors) == []
