"""Words that name goods."""

import pytest

from rucoop.model.goods_words import names_goods


@pytest.mark.parametrize("word", ["шины", "полиэтилена", "автобусов", "сыр", "нефть", "медь"])
def test_goods(word: str) -> None:
    assert names_goods(word)


@pytest.mark.parametrize("word", ["сыродел", "нефтяник", "встреча", "чайник", "рисунок"])
def test_other_words(word: str) -> None:
    assert not names_goods(word)
