"""Which engine reads the articles: the model or the rules, here or in several worker processes."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from rucoop.data.records import Document
from rucoop.model.articles import BadInput
from rucoop.model.schema import Record
from rucoop.model.store import load_weights

Extract = Callable[[list[Document]], Iterator[Record]]
Results = list[str | BadInput]


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """``name``: model or rules; ``weights``: folder (None: shipped); ``threads``: cores a process (None: all)."""

    name: str
    weights: str | None = None
    threads: int | None = None

    def load(self) -> Extract:
        """The engine's ``extract_many``. Imports are here, so that each engine pays only for what it uses."""
        if self.name == "rules":
            from rucoop.model.rules import RuleEngine

            return RuleEngine().extract_many
        from rucoop.model.extractor import Extractor

        return Extractor.from_pretrained(self.weights, threads=self.threads).extract_many

    def check(self) -> None:
        """Raise WeightsError if the weights cannot be used: a worker process could not tell."""
        if self.name == "model":
            from rucoop.model.extractor import SHIPPED

            load_weights(self.weights or SHIPPED)


def results(batches: Iterable[list[Document]], choice: EngineChoice, workers: int) -> Iterator[Results]:
    """For each batch, in order: a JSON line for each document, or why there is none. Memory stays bounded.

    The engine is loaded (or, for workers, checked) at once: what is wrong with it is told before anything is read.
    """
    if workers <= 1:
        extract = choice.load()
        return (read_batch(batch, extract) for batch in batches)
    choice.check()
    threads = choice.threads or max(1, (os.cpu_count() or 1) // workers)
    return _shared_out(batches, EngineChoice(choice.name, choice.weights, threads), workers)


def _shared_out(batches: Iterable[list[Document]], choice: EngineChoice, workers: int) -> Iterator[Results]:
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (choice,)) as pool:
        waiting: deque[Future[Results]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_work, batch))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def read_batch(documents: list[Document], extract: Extract) -> Results:
    """Records of a batch; if the batch fails, its documents one by one, so that one bad document loses no other."""
    try:
        return [record.to_json() for record in extract(documents)]
    except Exception as error:
        if len(documents) == 1:
            return [BadInput(documents[0].source, None, documents[0].id, f"{type(error).__name__}: {error}")]
    return [result for document in documents for result in read_batch([document], extract)]


_extract: Extract | None = None


def _start(choice: EngineChoice) -> None:
    global _extract
    _extract = choice.load()


def _work(documents: list[Document]) -> Results:
    assert _extract is not None
    return read_batch(documents, _extract)
