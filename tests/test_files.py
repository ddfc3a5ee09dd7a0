from pathlib import Path

import pytest

from rucoop.eval.files import fail, read_documents, write_json


def test_json_is_written_readably_into_a_new_folder(tmp_path: Path) -> None:
    write_json(str(tmp_path / "a" / "b"), "x.json", {"имя": 1})
    assert (tmp_path / "a" / "b" / "x.json").read_text("utf-8") == '{\n  "имя": 1\n}\n'


def test_a_wrong_corpus_ends_the_command_with_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "c.jsonl").write_text('{"id": "d"}\n', encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        read_documents([str(tmp_path / "c.jsonl")], None)
    assert stop.value.code == 1
    assert "c.jsonl:1: d: neither text nor file" in capsys.readouterr().err


def test_fail_speaks_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        fail("why")
    assert capsys.readouterr() == ("", "why\n")
