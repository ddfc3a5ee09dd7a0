"""The only place where all steps meet: text -> tags -> values -> record."""

import threading
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rucoop.data.records import Document
from rucoop.model.assemble import assemble
from rucoop.model.documents import document_batches
from rucoop.model.runtime import Runtime
from rucoop.model.schema import Coder, Record
from rucoop.model.store import Weights, load_weights
from rucoop.model.tagging import RunsWindows, Tagging
from rucoop.model.version import VERSION

SHIPPED = Path(__file__).parent / "weights" / "base"


class Extractor:
    """Reads articles into records with a model. Safe to call from several threads."""

    def __init__(self, weights: Weights, runtime: RunsWindows | None = None) -> None:
        """``runtime``: None for the CPU runtime; ``torch_runtime.TorchRuntime`` runs on a GPU."""
        self.weights = weights
        self.tagging = Tagging(weights.config, weights.tokenizer, runtime or Runtime(weights))
        self._coder = Coder(name="rucoop", version=VERSION, engine="model", weights=f"sha256:{weights.digest[:12]}")

    @classmethod
    def from_pretrained(
        cls, path: str | Path | None = None, *, threads: int | None = None, precision: str | None = None
    ) -> "Extractor":
        """The extractor of a weights folder (None: the one shipped with the package).

        ``threads``: processor cores to use (None: all); ``precision``: ``f32`` or ``bf16`` (None: the best here).
        """
        weights = load_weights(SHIPPED if path is None else path)
        return cls(weights, Runtime(weights, threads=threads, precision=precision))

    def extract(
        self, text: str, *, doc_id: str | None = None, published: str | None = None, url: str | None = None,
        home: str | None = None,
    ) -> Record:  # fmt: skip
        """The record of one article.

        text: the article, of any length; doc_id, url: passed through; published: ISO date against which ``yesterday``
        is resolved; home: code of the home side (``RU-TA``). Raises TypeError if text is no string, ValueError on a
        bad date.
        """
        return next(self.extract_many([Document(text, doc_id or "", published=published, url=url, home=home)]))

    def extract_many(self, documents: Iterable[str | Document], *, batch_size: int = 16) -> Iterator[Record]:
        """Records of articles in input order; at most ``batch_size`` documents are held at a time.

        A record does not depend on its neighbours. A bad item raises an error that names its position.
        """
        for batch in document_batches(documents, batch_size):
            for document, (spans, typed) in zip(batch, self.tagging.tag_many([d.text for d in batch]), strict=True):
                yield assemble(document, spans, typed, coder=self._coder, source="model")


_lock = threading.Lock()


def extract(text: str, **known: str | None) -> Record:
    """The record of one article with the shipped weights, which are loaded once; arguments as ``Extractor.extract``."""
    with _lock:
        extractor = _shipped()
    return extractor.extract(text, **known)


@cache
def _shipped() -> Extractor:
    return Extractor.from_pretrained()
