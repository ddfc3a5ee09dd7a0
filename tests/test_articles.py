import io
import json
from pathlib import Path

import pytest

from rucoop.data.records import Document
from rucoop.model.articles import BadInput, Fields, decode, expand, read_articles

FIELDS = Fields()


def read(*inputs: Path, fields: Fields = FIELDS) -> list[Document | BadInput]:
    return list(read_articles(expand([str(i) for i in inputs]), fields, "RU-TA"))


def test_a_text_file_is_an_article_named_after_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffПервая строка\r\nвторая".encode())
    (article,) = read(tmp_path / "a.txt")
    assert isinstance(article, Document)
    assert (article.id, article.text, article.home) == ("a", "Первая строка\r\nвторая", "RU-TA")


def test_json_lines_keep_good_lines_and_name_bad_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"id": "x", "text": "т", "published": "2024-01-02", "url": "u"})
    lines = [
        good.encode(),
        b"{",
        b"",
        b"[]",
        b'{"id": "n"}',
        b'{"text": 5, "id": 7}',
        '{"text": "т"}'.encode("cp1251"),
        b'{"text": "b"}',
    ]
    path.write_bytes(b"\n".join(lines))
    found = read(path)
    assert [(type(f).__name__, getattr(f, "line", None)) for f in found] == [
        ("Document", None),
        ("BadInput", 2),
        ("BadInput", 4),
        ("BadInput", 5),
        ("BadInput", 6),
        ("BadInput", 7),
        ("Document", None),
    ]
    first, last = found[0], found[-1]
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.published, first.url) == ("2024-01-02", "u")
    assert last.id == "a-8"
    missing, cp1251 = found[3], found[5]
    assert isinstance(missing, BadInput)
    assert isinstance(cp1251, BadInput)
    assert missing.doc_id == "n"
    assert "field 'text' is missing; fields here: id" in missing.error
    assert "cp1251" in cp1251.error


def test_deep_nesting_is_an_error_of_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[" * 100_000 + "\n" + '{"text": "т"}', "utf-8")
    assert [type(f) for f in read(tmp_path / "a.jsonl")] == [BadInput, Document]


def test_csv_columns_are_named_by_the_fields(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('day,body,id\n2024-01-02,"две\nстроки",k1\n,,k2\n', "utf-8")
    article, empty = read(tmp_path / "a.csv", fields=Fields(text="body", published="day"))
    assert isinstance(article, Document)
    assert isinstance(empty, Document)
    assert (article.id, article.text, article.published) == ("k1", "две\nстроки", "2024-01-02")
    assert (empty.text, empty.published) == ("", None)


def test_a_missing_csv_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("day,body\n1,2\n", "utf-8")
    (bad,) = read(tmp_path / "a.csv")
    assert isinstance(bad, BadInput)
    assert "no column 'text'; columns: day, body" in bad.error


def test_parquet_rows_are_articles(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.table({"id": ["a", "b"], "text": ["т", None]}), tmp_path / "a.parquet")
    good, bad = read(tmp_path / "a.parquet")
    assert isinstance(good, Document)
    assert isinstance(bad, BadInput)
    assert (bad.line, bad.doc_id) == (2, "b")


def test_a_broken_parquet_file_does_not_stop_the_others(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no parquet")
    (tmp_path / "b.txt").write_text("т", "utf-8")
    assert [type(f) for f in read(tmp_path)] == [BadInput, Document]


def test_a_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "sub/a.txt", "c.pdf"):
        (tmp_path / name).write_text("т", "utf-8")
    assert [s.name for s in expand([str(tmp_path)])] == ["b", "sub/a"]


@pytest.mark.parametrize(
    ("name", "message"), [("none.txt", "no such file"), ("a.pdf", r"cannot read \.pdf; known: \.txt")]
)
def test_a_wrong_input_is_a_wrong_command(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "a.pdf").write_text("")
    with pytest.raises((OSError, ValueError), match=message):
        expand([str(tmp_path / name)])


def test_standard_input_is_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO('{"text": "т"}\n'.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    (article,) = read_articles(expand(["-"]), FIELDS)
    assert isinstance(article, Document)
    assert article.id == "stdin-1"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_the_likely_encoding_is_named(encoding: str) -> None:
    with pytest.raises(ValueError, match=f"likely {encoding}"):
        decode("стороны подписали соглашение о сотрудничестве".encode(encoding))
