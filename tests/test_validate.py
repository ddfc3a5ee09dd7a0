import pytest

from rucoop.data.records import Document, Sentence, Span
from rucoop.data.validate import duplicates, problems


def document(text: str, label: str, covered: str, **more: object) -> Document:
    start = text.index(covered)
    return Document(text, "d", spans=(Span(start, start + len(covered), label),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "label", "covered", "message"),
    [
        ("завод «КАМАЗ» построил", "PARTNER", "«КАМАЗ", "lone quote"),
        ("в Казани прошла", "LOCATION", "Казани ", "space"),
        ("рост заметный", "FIGURE", "заметный", "without digits or number words"),
        ("в 2024 году", "FIGURE", "2024 году", "a year is DATE"),
        ("вырос товарооборот", "METRIC", "товарооборот", "without any FIGURE"),
        ("в нефтегазовой отрасли", "SECTOR", "нефтегазовой отрасли", "general noun"),
        ("развитие туризма", "SECTOR", "развитие туризма", "process noun"),
        ("подписан в 2024 году", "DATE", "в 2024 году", "preposition"),
        ("компания «Эйдос» поставит", "PARTNER", "компания «Эйдос»", "компания"),
        ("что-то", "THING", "что-то", "unknown label"),
    ],
)
def test_label_rules(text: str, label: str, covered: str, message: str) -> None:
    assert any(message in problem for problem in problems(document(text, label, covered)))


@pytest.mark.parametrize(
    ("text", "label", "covered"),
    [
        ("завод «КАМАЗ» построил", "PARTNER", "«КАМАЗ»"),
        ("вырос на треть", "FIGURE", "на треть"),
        ("вырос вдвое", "FIGURE", "вдвое"),
        ("за 2024 год", "DATE", "за 2024 год"),
        ("ИТ-парк им. Б.Рамеева", "PARTNER", "ИТ-парк им. Б.Рамеева"),
        ("3,1 млрд руб. за год", "FIGURE", "3,1 млрд руб."),
    ],
)
def test_right_spans_pass(text: str, label: str, covered: str) -> None:
    assert problems(document(text, label, covered)) == []


def test_a_negative_has_neither_partner_nor_types() -> None:
    found = problems(
        document(
            "матч в Казани", "PARTNER", "Казани", sentences=(Sentence(0, 13, ("meeting",)),), meta={"brief": "b10"}
        )
    )
    assert any("PARTNER in a negative" in p for p in found)
    assert "event types in a negative" in found


def test_near_duplicates_and_reused_ids_are_found() -> None:
    text = " ".join(f"слово{i}" for i in range(60))
    found = duplicates(
        [Document(text, "a"), Document(text + " ещё", "b"), Document("совсем другой текст о другом деле", "a")]
    )
    assert any(p.startswith("a and b share") for p in found)
    assert any("id 'a' is used by documents 1 and 3" in p for p in found)
    assert duplicates([Document(text, "a"), Document(" ".join(f"иное{i}" for i in range(60)), "b")]) == []
