import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from safetensors.numpy import load_file, save_file

from rucoop.model.cli import main

TEXT = "Раис Татарстана встретился с послом Ирана. Стороны обсудили нефтехимию."


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in args])


@pytest.fixture
def news(tmp_path: Path) -> Path:
    rows = [json.dumps({"id": f"n-{i}", "text": TEXT}, ensure_ascii=False) for i in range(40)]
    rows[5] = "{broken"
    rows[20] = json.dumps({"id": "n-20", "body": "т"})
    (tmp_path / "news.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    return tmp_path / "news.jsonl"


def test_records_come_in_order_and_errors_beside_them(news: Path, tmp_path: Path) -> None:
    out, errors = tmp_path / "out.jsonl", tmp_path / "errors.jsonl"
    result = run(news, "-o", out, "--errors", errors, "--engine", "rules")
    assert result.exit_code == 1
    ids = [json.loads(line)["doc_id"] for line in out.read_text("utf-8").splitlines()]
    assert ids == [f"n-{i}" for i in range(40) if i not in {5, 20}]
    found = [json.loads(line) for line in errors.read_text("utf-8").splitlines()]
    assert [(e["line"], e["doc_id"]) for e in found] == [(6, None), (21, "n-20")]


def test_the_model_engine_writes_records_too(news: Path, tmp_path: Path, tiny_weights: Path) -> None:
    result = run(news, "-o", tmp_path / "out.jsonl", "--weights", tiny_weights, "--home", "RU-TA")
    assert result.exit_code == 1
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert len(records) == 38
    assert {r["coder"]["engine"] for r in records} == {"model"}
    assert {r["home"] for r in records} == {"RU-TA"}


def test_resume_skips_what_is_done_and_mends_a_cut_line(news: Path, tmp_path: Path) -> None:
    whole, resumed = tmp_path / "whole.jsonl", tmp_path / "resumed.jsonl"
    run(news, "-o", whole, "--engine", "rules", "--errors", tmp_path / "e")
    lines = whole.read_bytes().splitlines(keepends=True)
    resumed.write_bytes(b"".join(lines[:7]) + lines[7][:30])
    run(news, "-o", resumed, "--engine", "rules", "--resume", "--errors", tmp_path / "e")
    assert resumed.read_bytes() == whole.read_bytes()


def test_standard_output_holds_records_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    result = run(tmp_path / "a.txt", "--engine", "rules")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["doc_id"] == "a"


@pytest.mark.parametrize(
    "text", ["", "  \n ", "The governor met the ambassador of Iran on Monday in Kazan.", "<b>\x00</b>", "я" * 20_000]
)
def test_odd_texts_give_records(tmp_path: Path, tiny_weights: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    for engine in (["--engine", "rules"], ["--weights", str(tiny_weights)]):
        result = run(tmp_path / "a.txt", *engine)
        assert result.exit_code == 0, result.stderr
        assert json.loads(result.stdout)["schema"] == "rucoop/1"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["none.txt"], "none.txt: no such file or folder"),
        (["FILE", "--engine", "magic"], "'magic' is not one of"),
        (["FILE", "--weights", "no-such-folder"], "no config.json"),
        (["FILE", "--resume"], "--resume needs --out"),
    ],
)
def test_a_wrong_command_exits_with_two(news: Path, args: list[str], message: str) -> None:
    result = run(*[str(news) if a == "FILE" else a for a in args])
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_document_that_fails_loses_no_other(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import rucoop.model.rules as rules

    real = rules.RuleEngine.tag

    def fails_once(self: rules.RuleEngine, text: str) -> object:
        if "взрыв" in text:
            raise RuntimeError("сбой")
        return real(self, text)

    monkeypatch.setattr(rules.RuleEngine, "tag", fails_once)
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": "взрыв"}, {"id": "c", "text": TEXT}]
    news.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), "utf-8")
    result = run(news, "-o", tmp_path / "o", "--engine", "rules", "--errors", tmp_path / "e")
    assert result.exit_code == 1
    assert [json.loads(x)["doc_id"] for x in (tmp_path / "o").read_text("utf-8").splitlines()] == ["a", "c"]
    error = json.loads((tmp_path / "e").read_text("utf-8"))
    assert (error["doc_id"], error["error"]) == ("b", "RuntimeError: сбой")


def test_workers_write_what_one_process_writes(news: Path, tmp_path: Path) -> None:
    for name, workers in (("one", 1), ("two", 2)):
        result = run(
            news, "-o", tmp_path / name, "--engine", "rules", "--workers", str(workers), "--errors", tmp_path / "e"
        )
        assert result.exit_code == 1
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_weights_with_a_tensor_missing_are_a_wrong_command(
    news: Path, tmp_path: Path, tiny_weights: Path, workers: str
) -> None:
    folder = Path(shutil.copytree(tiny_weights, tmp_path / "weights"))
    tensors = load_file(folder / "model.safetensors")
    del tensors["tag_head.bias"]
    save_file(tensors, folder / "model.safetensors")
    result = run(news, "--weights", folder, "--workers", workers)
    assert result.exit_code == 2
    assert "lacks 1 tensors, first 'tag_head.bias'" in result.stderr


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    result = run(tmp_path / "a.txt", "-o", tmp_path / "a.txt", "--engine", "rules")
    assert result.exit_code == 2
    assert "is an input and an output" in result.stderr
    assert (tmp_path / "a.txt").read_text("utf-8") == TEXT


def test_a_wrong_command_leaves_an_earlier_output_alone(news: Path, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("earlier", "utf-8")
    (tmp_path / "weights").mkdir()
    result = run(news, "-o", tmp_path / "out.jsonl", "--weights", tmp_path / "weights")
    assert result.exit_code == 2
    assert (tmp_path / "out.jsonl").read_text("utf-8") == "earlier"


def test_two_documents_of_one_id_are_two_documents(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(f"{TEXT} {name}", "utf-8")
    inputs, out = (tmp_path / "a" / "1.txt", tmp_path / "b" / "1.txt"), tmp_path / "out.jsonl"
    run(inputs[0], "-o", out, "--engine", "rules")
    result = run(*inputs, "-o", out, "--engine", "rules", "--resume")
    assert result.exit_code == 0
    assert len(out.read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["FILE", "-o", "no/such/folder/out.jsonl", "--engine", "rules"], "No such file or directory"),
        (["FILE", "--home", "Татарстан", "--engine", "rules"], "home 'Татарстан': expected the code of a territory"),
        (["FILE", "-o", "FILE.out", "--resume", "--engine", "rules"], "FILE.out:1: not a record"),
    ],
)
def test_more_wrong_commands(news: Path, args: list[str], message: str) -> None:
    Path(f"{news}.out").write_text("nothing of ours\n", "utf-8")
    result = run(*[a.replace("FILE", str(news)) for a in args])
    assert result.exit_code == 2
    assert message.replace("FILE", str(news)) in result.stderr.replace("\n", "")


def test_a_bad_date_is_an_error_of_its_line(tmp_path: Path) -> None:
    rows = [{"text": TEXT, "published": d} for d in ("2025-02-05", "someday")]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(r) for r in rows), "utf-8")
    result = run(tmp_path / "a.jsonl", "--engine", "rules", "--errors", tmp_path / "e", "-o", tmp_path / "o")
    assert result.exit_code == 1
    error = json.loads((tmp_path / "e").read_text("utf-8"))
    assert (error["line"], error["error"]) == (2, "published is 'someday', expected an ISO date such as '2025-02-05'")
