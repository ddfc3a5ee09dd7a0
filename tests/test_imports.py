"""Imports go data < model < eval < train, and what users call needs no torch."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ORDER = ("data", "model", "eval", "train")
NEEDS_TORCH = {"tagger.py", "torch_runtime.py"}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("folder", ORDER)
def test_imports_go_one_way(folder: str) -> None:
    later = ORDER[ORDER.index(folder) + 1 :]
    for path in (ROOT / folder).glob("*.py"):
        wrong = [name for name in imported(path) if name.startswith(tuple(f"rucoop.{f}" for f in later))]
        assert not wrong, f"{path.name} imports {wrong}"


@pytest.mark.parametrize("folder", ["data", "model"])
def test_torch_stays_out_of_extraction(folder: str) -> None:
    for path in (ROOT / folder).glob("*.py"):
        if path.name not in NEEDS_TORCH:
            assert not {n for n in imported(path) if n.split(".")[0] in {"torch", "transformers"}}, path.name


def test_importing_the_model_package_and_running_the_rules_loads_no_torch() -> None:
    code = (
        "import sys; from rucoop.model import Document, RuleEngine, Record;"
        "list(RuleEngine().extract_many([Document('Татарстан поставляет шины в Казахстан.')]));"
        "assert not {'torch', 'transformers', 'openvino'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
