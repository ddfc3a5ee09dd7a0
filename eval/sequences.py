"""seqeval scores (strict IOB2) on common word tokens, beside the character scores.

Tokens are razdel's, the same for every system. A span that ends inside a token takes the whole of it, so that these
scores forgive what the exact character spans do not.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from razdel import tokenize

from rucoop.data.labels import CORE_LABELS, spans_to_tags
from rucoop.data.records import Span

Tags = list[str]
_KEYS: Final = {"precision": "precision", "recall": "recall", "f1": "f1-score"}


def word_tags(text: str, spans: Iterable[Span]) -> Tags:
    """BIO tags of the word tokens of ``text``; a span of white space alone is not expressible and left out."""
    tokens = [(token.start, token.stop) for token in tokenize(text)]
    return spans_to_tags([span for span in spans if text[span.start : span.end].strip()], tokens)


def seqeval_scores(gold: Sequence[Tags], predicted: Sequence[Tags]) -> dict[str, dict[str, Any]]:
    """``core``, ``all`` and each label that occurs -> precision, recall, f1, support; one tag sequence a document.

    Raises ImportError, with the command that installs it, where seqeval is not there.
    """
    report = _report()
    core, everything = report(_only_core(gold), _only_core(predicted)), report(gold, predicted)
    labels = {name: row for name, row in everything.items() if not name.endswith(" avg")}
    rows = {"core": core.get("micro avg"), "all": everything.get("micro avg"), **labels}
    return {
        name: {key: round(float(row[theirs]), 4) for key, theirs in _KEYS.items()} | {"support": int(row["support"])}
        for name, row in rows.items()
        if row is not None
    }


def _report() -> Callable[[Sequence[Tags], Sequence[Tags]], dict[str, Any]]:
    try:
        from seqeval.metrics import classification_report
        from seqeval.scheme import IOB2
    except ImportError:
        raise ImportError("seqeval is not installed; run: pip install 'rucoop[train]'") from None

    def report(gold: Sequence[Tags], predicted: Sequence[Tags]) -> dict[str, Any]:
        if not any(tag != "O" for tags in (*gold, *predicted) for tag in tags):
            return {}
        found = classification_report(
            list(gold), list(predicted), mode="strict", scheme=IOB2, output_dict=True, zero_division=0
        )
        return dict(found)

    return report


def _only_core(documents: Sequence[Tags]) -> list[Tags]:
    return [[tag if tag[2:] in CORE_LABELS else "O" for tag in tags] for tags in documents]
