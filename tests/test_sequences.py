import builtins
from typing import Any

import pytest

from rucoop.data.records import Span
from rucoop.eval.sequences import seqeval_scores, word_tags

TEXT = "Раис Татарстана встретил гостей из Ирана."


def test_spans_are_projected_on_word_tokens() -> None:
    spans = [Span(5, 15, "PARTNER"), Span(35, 40, "PARTNER"), Span(16, 31, "GOODS")]
    assert word_tags(TEXT, spans) == ["O", "B-PARTNER", "B-GOODS", "I-GOODS", "O", "B-PARTNER", "O"]


def test_a_span_of_white_space_is_left_out() -> None:
    assert word_tags(TEXT, [Span(4, 5, "PARTNER")]) == ["O"] * 7


def test_strict_scores_want_the_whole_span() -> None:
    pytest.importorskip("seqeval", reason="seqeval is not installed (pip install 'rucoop[train]')")
    gold = [["B-PARTNER", "I-PARTNER", "O", "B-DATE"], ["B-FIGURE", "O"]]
    found = [["B-PARTNER", "O", "O", "B-DATE"], ["B-FIGURE", "O"]]
    scores = seqeval_scores(gold, found)
    assert scores["all"] == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667, "support": 3}
    assert scores["core"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "support": 2}
    assert (scores["PARTNER"]["f1"], scores["DATE"]["f1"]) == (0, 1)


def test_a_span_never_starts_with_an_inner_tag() -> None:
    pytest.importorskip("seqeval", reason="seqeval is not installed (pip install 'rucoop[train]')")
    assert seqeval_scores([["B-DATE", "I-DATE"]], [["I-DATE", "I-DATE"]])["all"]["f1"] == 0


def test_documents_without_any_span_have_no_scores() -> None:
    pytest.importorskip("seqeval", reason="seqeval is not installed (pip install 'rucoop[train]')")
    assert seqeval_scores([["O", "O"]], [["O", "O"]]) == {}
    assert set(seqeval_scores([["O", "B-DATE"]], [["O", "B-DATE"]])) == {"all", "DATE"}


def test_without_seqeval_the_error_holds_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name.startswith("seqeval"):
            raise ImportError(name)
        return whole(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match=r"pip install 'rucoop\[train\]'"):
        seqeval_scores([["O"]], [["O"]])
