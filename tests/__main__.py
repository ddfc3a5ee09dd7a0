"""All checks of the repository in one go: lint, types, corpus, wheel, tests. ``python -m tests`` from the root."""

import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
EXAMPLE = ROOT / "data" / "examples" / "tatarstan-astrakhan.txt"


def run(title: str, *command: str | Path, cwd: Path = ROOT) -> None:
    """Run one check, and stop everything if it fails."""
    print(f"== {title}", flush=True)
    started = time.monotonic()
    done = subprocess.run([str(part) for part in command], cwd=cwd, check=False)
    print(f"== {title}: {'ok' if not done.returncode else 'FAILED'} in {time.monotonic() - started:.0f} s", flush=True)
    if done.returncode:
        sys.exit(done.returncode)


def check_wheel() -> None:
    """The built wheel installs in an empty environment and extracts, with the source tree out of reach."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        run("build the wheel", sys.executable, "-m", "build", "--wheel", "--outdir", place / "dist", ROOT)
        (wheel,) = (place / "dist").glob("*.whl")
        venv.create(place / "env", with_pip=True)
        python = place / "env" / "bin" / "python"
        run(
            "install the wheel",
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            wheel,
            cwd=place,
        )
        for engine in ("model", "rules"):
            out = place / f"{engine}.jsonl"
            extract = (
                place / "env" / "bin" / "rucoop-extract",
                EXAMPLE,
                "--engine",
                engine,
                "--home",
                "RU-TA",
                "-o",
                out,
            )
            run(f"extract with the installed wheel, {engine}", *extract, cwd=place)
            if '"RU-AST"' not in out.read_text("utf-8"):
                sys.exit(f"the {engine} engine of the installed wheel did not find Astrakhan oblast in {EXAMPLE.name}")


def main() -> None:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    run("lint", BIN / "ruff", "check", ".")
    run("format", BIN / "ruff", "format", "--check", ".")
    run("types", BIN / "mypy")
    corpus = sorted((ROOT / "data" / "annotations").glob("authored*.jsonl"))
    run("corpus", BIN / "rucoop-data", "validate", *corpus)
    check_wheel()
    run("tests", sys.executable, "-m", "pytest", "-q")


if __name__ == "__main__":
    main()
