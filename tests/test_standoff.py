from pathlib import Path

from rucoop.data.corpus import read_corpus, write_rows
from rucoop.data.records import Span
from rucoop.data.standoff import compile_standoff

TEXT = "Заголовок. Президент Казахстана принял делегацию. Казахстан развивает энергетику."
MARKS = """### sub/a.txt | n-1 | KZ | news | year=2012 | scenario=n-1 | brief=standoff | range=11:
POSITION Президент
PARTNER Казахстана
PARTNER Казахстан
SECTOR=energy энергетику
S0 visit
@partners KZ
"""


def compiled(tmp_path: Path, marks: str) -> tuple[list, list[str]]:
    (tmp_path / "sub").mkdir(exist_ok=True)
    (tmp_path / "sub" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "marks.txt").write_text(marks, "utf-8")
    return compile_standoff(tmp_path / "marks.txt", tmp_path)


def test_marks_become_offsets_of_the_excerpt_and_no_text_is_kept(tmp_path: Path) -> None:
    ((document, row),), problems = compiled(tmp_path, MARKS)
    assert problems == []
    assert "text" not in row
    assert document.spans == (
        Span(0, 9, "POSITION"),
        Span(10, 20, "PARTNER"),
        Span(39, 48, "PARTNER"),
        Span(59, 69, "SECTOR", "energy"),
    )
    assert document.sentences[0].types == ("visit",)
    write_rows(tmp_path / "a.jsonl", [row])
    assert read_corpus(tmp_path / "a.jsonl", tmp_path) == [document]


def test_a_mark_that_is_not_in_the_text_is_named(tmp_path: Path) -> None:
    _, problems = compiled(tmp_path, MARKS.replace("POSITION Президент", "POSITION Министр"))
    assert problems[0].startswith(f"{tmp_path}/marks.txt:2: n-1: 'Министр' does not occur after character 0")


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    _, problems = compiled(tmp_path, MARKS.replace("sub/a.txt", "sub/b.txt"))
    assert "sub/b.txt" in problems[0]
