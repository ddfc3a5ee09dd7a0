"""The natasha baseline, in a process of its own: its dependencies need not fit ours.

natasha (https://github.com/natasha/natasha) is the incumbent for Russian text. Its places and organisations are taken
as partners, its money as figures; it has no sectors, event types or codes, so those facts are not given.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from rucoop.data.records import Document, Span
from rucoop.eval.facts import MEASURES, quantity
from rucoop.eval.readings import Reading

WORKER: Final = Path(__file__).with_name("natasha_worker.py")
INSTALL: Final = "pip install natasha 'setuptools<82'"


class BaselineError(RuntimeError):
    """A baseline that cannot run, or failed on a document: what happened and what to do."""


class Natasha:
    """A natasha process; use it in a ``with`` statement. ``version`` is that of the natasha found."""

    def __init__(self, python: str | None = None) -> None:
        """``python``: an interpreter that has natasha; None for this one. Raises BaselineError if it has not."""
        self.python = python or sys.executable
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            self._process = subprocess.Popen(
                [self.python, "-W", "ignore", str(WORKER)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            )  # fmt: skip
        except OSError as error:
            self._errors.close()
            message = f"cannot run {self.python!r} ({error}); give a Python that has natasha ({INSTALL})"
            raise BaselineError(message) from None
        try:
            self.version = str(self._answer("natasha did not start").get("natasha", ""))
        except BaselineError:
            self.close()
            raise

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Readings of documents, in order."""
        for document in documents:
            yield self._reading(self._ask(document))

    def close(self) -> None:
        """Ends the process."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()
        self._process.wait()
        self._errors.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, document: Document) -> dict[str, Any]:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"text": document.text}).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            pass  # the process ended; the answer, which is missing, tells why
        return self._answer(f"natasha failed on document {document.id!r}")

    def _answer(self, trouble: str) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        answer: dict[str, Any] = json.loads(line) if line else {"error": self._last_words()}
        if "error" in answer:
            raise BaselineError(f"{trouble} under {self.python}: {answer['error']}; it needs: {INSTALL}")
        return answer

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "the process ended without a word"

    def _reading(self, row: dict[str, Any]) -> Reading:
        amounts = frozenset(quantity(figure["value"], None, figure["unit"]) for figure in row["figures"])
        spans = tuple(Span(span["start"], span["end"], span["label"]) for span in row["spans"])
        return Reading(spans, None, {**dict.fromkeys(MEASURES), "figures: value + unit": amounts})
