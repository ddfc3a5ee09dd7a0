import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from rucoop.data.records import Document
from rucoop.eval.baselines import BaselineError, Natasha
from rucoop.eval.facts import MEASURES

TEXT = "Глава Омской области Виктор Ларин принял 5 марта 2024 года посла Ирана. Товарооборот составил 2,5 млн долларов."
FAKE = 'import sys\n%s\nfor line in sys.stdin: print(\'{"spans": [], "figures": []}\', flush=True)\n'


@pytest.fixture(scope="module")
def natasha() -> Iterator[Natasha]:
    """The real natasha, under the interpreter that RUCOOP_NATASHA_PYTHON names, or this one."""
    python = os.environ.get("RUCOOP_NATASHA_PYTHON", sys.executable)
    if subprocess.run([python, "-c", "import natasha"], capture_output=True, check=False).returncode:
        pytest.skip(
            f"{python} has no natasha (pip install natasha 'setuptools<82'; RUCOOP_NATASHA_PYTHON names a Python)"
        )
    with Natasha(python) as process:
        yield process


def python(folder: Path, body: str) -> str:
    """A program that runs ``body`` in place of the worker."""
    script = folder / "python"
    script.write_text(f"#!{sys.executable}\n{body}", encoding="utf-8")
    script.chmod(0o755)
    return str(script)


def test_natasha_finds_partners_persons_dates_and_money(natasha: Natasha) -> None:
    (reading,) = natasha.read([Document(TEXT, "d")])
    assert {(span.label, TEXT[span.start : span.end]) for span in reading.spans} == {
        ("PARTNER", "Омской области"), ("PERSON", "Виктор Ларин"), ("DATE", "5 марта 2024 года"), ("PARTNER", "Ирана"),
        ("FIGURE", "2,5 млн долларов"),
    }  # fmt: skip
    assert reading.facts["figures: value + unit"] == {(Decimal(2500000), None, "USD")}


def test_natasha_gives_no_other_facts(natasha: Natasha) -> None:
    (reading,) = natasha.read([Document("Снег.", "d")])
    assert reading.types is None
    assert [name for name in MEASURES if reading.facts[name] is not None] == ["figures: value + unit"]


def test_natasha_answers_every_document_in_order(natasha: Natasha) -> None:
    readings = list(natasha.read([Document(text, "d") for text in (TEXT, "", "В Казань.", TEXT)]))
    assert [len(reading.spans) for reading in readings] == [5, 0, 1, 5]


def test_an_interpreter_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match=r"cannot run .*nowhere.*pip install natasha 'setuptools<82'"):
        Natasha(str(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            'print(\'{"error": "ModuleNotFoundError: natasha"}\')',
            "did not start under .*: ModuleNotFoundError: natasha",
        ),
        ("raise SystemExit('broken wheel')", "did not start .*: broken wheel; it needs: pip install natasha"),
        ("pass", "the process ended without a word"),
    ],
)
def test_a_process_that_does_not_start_is_told(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(BaselineError, match=message):
        Natasha(python(tmp_path, body))


@pytest.mark.parametrize("end", ["raise SystemExit('out of memory')", "input(); raise SystemExit('out of memory')"])
def test_a_process_that_dies_names_the_document(tmp_path: Path, end: str) -> None:
    body = 'print(\'{"natasha": "1"}\', flush=True)\n' + end
    with (
        Natasha(python(tmp_path, body)) as process,
        pytest.raises(BaselineError, match=r"document 'd' .*: out of memory"),
    ):
        list(process.read([Document(TEXT, "d")]))


def test_the_version_is_that_of_the_process(tmp_path: Path) -> None:
    with Natasha(python(tmp_path, FAKE % 'print(\'{"natasha": "9.9"}\', flush=True)')) as process:
        assert process.version == "9.9"
        assert [reading.spans for reading in process.read([Document(TEXT, "d")])] == [()]
