from pathlib import Path

import pytest

from rucoop.data.authoring import compile_file
from rucoop.data.records import EventFact, FigureFact, Span

HEADER = "### b-1 | RU-TA | press | year=2023 | published=2023-05-17 | scenario=one | brief=b\n"
BODY = """Раис [[PARTNER:Татарстана]] встретился с послом.{{meeting,visit}} Он сказал.
[[SECTOR=chemistry:Нефтехимия]] растет [[FIGURE:от 5 до 7%]] .
@partners RU-TA IR
@figure growth | = | 5..7 | percent | plan | 2022-Q1 | IR
@event meeting | RU-TA IR | 2023-05-17
"""


def compiled(tmp_path: Path, text: str) -> tuple[list, list[str]]:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    return compile_file(path)


def test_marks_become_offsets(tmp_path: Path) -> None:
    (document,), problems = compiled(tmp_path, HEADER + BODY)
    assert problems == []
    assert document.text == "Раис Татарстана встретился с послом. Он сказал.\nНефтехимия растет от 5 до 7% ."
    assert document.spans == (Span(5, 15, "PARTNER"), Span(48, 58, "SECTOR", "chemistry"), Span(66, 76, "FIGURE"))
    assert [s.types for s in document.sentences] == [("meeting", "visit"), (), ()]


def test_facts_are_read(tmp_path: Path) -> None:
    (document,), _ = compiled(tmp_path, HEADER + BODY)
    assert document.facts is not None
    assert document.facts.partners == ("IR", "RU-TA")
    assert document.facts.sectors == ("chemistry",)
    assert document.facts.figures == (
        FigureFact("growth", "5", "percent", "=", "7", "plan", "2022-01-01/2022-03-31", "IR"),
    )
    assert document.facts.events == (EventFact("meeting", ("IR", "RU-TA"), "2023-05-17"),)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("PARTNER:", "PARTNR:", 2, "unknown label 'PARTNR'"),
        ("SECTOR=chemistry:", "SECTOR:", 3, "a SECTOR carries its code"),
        ("{{meeting,visit}}", "{{meating}}", 2, "unknown event type 'meating'"),
        ("Татарстана]]", "Татарстана ]]", 2, "starts or ends with a space"),
        ("Татарстана]]", "Татарстана]", 2, "unbalanced mark"),
        ("@figure growth", "@figur growth", 5, "expected one of"),
        ("| percent |", "|", 5, "expected 7 cells"),
        ("| plan |", "| planned |", 5, "'planned' is not one of fact, plan, target"),
        ("2022-Q1", "2022-Q5", 5, "period '2022-Q5'"),
        (" | scenario=one", "", 1, "header lacks scenario="),
    ],
)
def test_what_breaks_a_rule_is_named_by_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    _, problems = compiled(tmp_path, (HEADER + BODY).replace(old, new))
    assert any(p.startswith(f"{tmp_path}/a.txt:{line}: b-1: ") and message in p for p in problems), problems


def test_every_figure_needs_its_fact(tmp_path: Path) -> None:
    _, problems = compiled(
        tmp_path, HEADER + BODY.replace("@figure growth | = | 5..7 | percent | plan | 2022-Q1 | IR\n", "")
    )
    assert any("0 @figure lines for 1 FIGURE spans" in p for p in problems)


def test_a_file_without_header_is_an_error(tmp_path: Path) -> None:
    documents, problems = compiled(tmp_path, "просто текст\n")
    assert documents == []
    assert "must begin with a header line" in problems[0]
