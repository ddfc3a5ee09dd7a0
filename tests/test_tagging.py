from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rucoop.data.labels import EVENT_TYPES, TAGS
from rucoop.model.runtime import Runtime
from rucoop.model.store import load_weights
from rucoop.model.tagging import Scores, Tagging

TEXT = "Раис Татарстана встретился с послом. Стороны обсудили нефтехимию.\n" * 30


class Fixed:
    """A runtime that finds a DATE in every piece, and a meeting in every sentence."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def run(self, windows: list[tuple[np.ndarray, np.ndarray]]) -> list[Scores]:  # type: ignore[override]
        out = []
        for ids, pool in windows:
            self.sizes.append(len(ids))
            tags = np.zeros((len(ids), len(TAGS)), dtype=np.float32)
            tags[:, 0] = 5
            tags[:, TAGS.index("B-DATE")] = 9
            types = np.full((len(pool), len(EVENT_TYPES)), -9, dtype=np.float32)
            types[:, 0] = 9
            out.append((tags, types))
        return out


@pytest.fixture
def tagging(tiny_weights: Path) -> Tagging:
    weights = load_weights(tiny_weights)
    return Tagging(weights.config, weights.tokenizer, Fixed())


def test_nothing_is_cut_however_long_the_text(tagging: Tagging) -> None:
    spans, typed = tagging.tag(TEXT)
    assert len(typed) == 60
    assert all(set(s.types) == {"meeting"} for s in typed)
    assert max(tagging._runtime.sizes) <= 48 + 2  # type: ignore[attr-defined]
    assert spans[-1].end > len(TEXT) * 0.9


def test_empty_text_has_no_spans(tagging: Tagging) -> None:
    assert tagging.tag("") == ([], [])


def test_a_text_is_tagged_alike_alone_and_among_others(tiny_weights: Path) -> None:
    weights = load_weights(tiny_weights)
    tagging = Tagging(weights.config, weights.tokenizer, Runtime(weights))
    alone = tagging.tag(TEXT)
    assert tagging.tag_many([TEXT[:100], TEXT, "посол"])[1] == alone


class Indifferent(Fixed):
    """Finds a PARTNER in every piece and no type anywhere."""

    def run(self, windows: list[tuple[np.ndarray, np.ndarray]]) -> list[Scores]:  # type: ignore[override]
        for tags, types in (scores := super().run(windows)):
            tags[:] = 0
            tags[:, TAGS.index("B-PARTNER")] = 9
            types[:] = -9
        return scores


@pytest.mark.parametrize(("threshold", "kept"), [(0.75, False), (0.0, True)])
def test_an_article_that_tells_of_no_cooperation_has_no_sides(tiny_weights: Path, threshold: float, kept: bool) -> None:
    weights = load_weights(tiny_weights)
    tagging = Tagging(replace(weights.config, cooperation=threshold), weights.tokenizer, Indifferent())
    spans, typed = tagging.tag("Раис Татарстана встретился с послом.")
    assert bool(spans) is kept
    assert all(not s.types for s in typed)
