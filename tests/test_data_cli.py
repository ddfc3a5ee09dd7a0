import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rucoop.data.cli import main

AUTHORED = """### t-{n} | RU-TA | press | year=2022 | scenario=s{n} | brief=t
Документ номер {n} о том, что [[PARTNER:Татарстан]] поставляет [[GOODS:товар{n}]] и ждет гостей номер {n}.{{{{trade}}}}
@partners RU-TA
@event trade | RU-TA | -
"""


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in args])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("".join(AUTHORED.format(n=n) for n in range(3)), "utf-8")
    result = run("compile", tmp_path / "a.txt", "--out", tmp_path / "a.jsonl")
    assert result.exit_code == 0, result.stderr
    return tmp_path / "a.jsonl"


def test_compiled_documents_are_valid(corpus: Path) -> None:
    result = run("validate", corpus)
    assert result.exit_code == 0, result.stderr
    assert "3 documents, 0 problems" in result.stderr


def test_nothing_is_written_while_a_rule_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AUTHORED.format(n=1).replace("PARTNER:", "PARTNER: "), "utf-8")
    result = run("compile", tmp_path / "a.txt", "--out", tmp_path / "a.jsonl")
    assert result.exit_code == 1
    assert f"{tmp_path}/a.txt:2: t-1:" in result.stderr
    assert not (tmp_path / "a.jsonl").exists()


def test_every_problem_of_a_file_is_reported_with_its_line(corpus: Path) -> None:
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    rows[0]["spans"][0]["end"] = 9999
    rows[2]["spans"][0]["label"] = "PLACE"
    corpus.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows) + "{\n", "utf-8")
    result = run("validate", corpus)
    assert result.exit_code == 1
    for place, what in ((1, "outside the text"), (3, "unknown label PLACE"), (4, "not JSON")):
        assert any(line.startswith(f"{corpus}:{place}:") and what in line for line in result.stderr.splitlines())


def test_stats_are_counts(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    result = run("stats", corpus, "--out", tmp_path / "stats")
    counts = json.loads(result.stdout)
    assert counts["documents"] == 3
    assert counts["labels"] == {"PARTNER": 3, "GOODS": 3}
    assert (tmp_path / "stats" / "labels.png").read_bytes().startswith(b"\x89PNG")


def test_show_numbers_sentences(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Одно. Другое.", "utf-8")
    assert run("show", tmp_path / "a.txt").stdout == "0\t0\tОдно.\n1\t6\tДругое.\n"
