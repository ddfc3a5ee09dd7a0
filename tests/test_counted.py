import pytest

from rucoop.model.counted import read_counted
from rucoop.model.lexemes import lexemes


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("малых, средних и крупных предприятий", "предприятие"), ("рабочих мест", "рабочее место"),
        ("племенных голов", "голова"), ("ИТ-компаний", "ит-компания"), ("судов", "судно"),
        ("людей", "человек"), ("из них", None), ("и", None), ("готов", None), ("условных тонн", "t"),
        ("самолётов", "самолет"), ("индустриальных парков", "парк"), ("сим-карт", "сим-карта"),
        ("станков-качалок", "станок-качалка"), ("ребят", "ребенок"), ("родников", "родник"),
    ],
)  # fmt: skip
def test_the_head_noun_counts(text: str, lemma: str | None) -> None:
    unit = read_counted(lexemes(text), 0)
    assert (unit and unit.symbol) == lemma
