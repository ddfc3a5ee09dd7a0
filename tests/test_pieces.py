from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

from rucoop.data.segment import sentences
from rucoop.model.pieces import encode


@pytest.fixture(scope="module")
def unigram() -> Tokenizer:
    """A SentencePiece-like tokenizer, whose word-initial pieces cover the space before them."""
    pieces = [("<unk>", 0.0), ("▁", -5.0), *((c, -6.0) for c in "абвгд.,…«»12"), *(("▁" + c, -4.0) for c in "абвгд")]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=0))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


@settings(max_examples=200)
@given(text=st.text(alphabet=st.sampled_from("абвгд .,…«»12\n\t\u00a0\ud800\u200bé"), max_size=40))
def test_offsets_are_in_order_and_hold_no_outer_spaces(unigram: Tokenizer, text: str) -> None:
    pieces = encode(unigram, text, sentences(text))
    for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert (pieces.starts[1:] >= pieces.starts[:-1]).all()


def test_a_cut_is_allowed_only_before_words(unigram: Tokenizer) -> None:
    text = "аб вг, д"
    pieces = encode(unigram, text, sentences(text))
    assert [text[i] for i in pieces.starts[pieces.word_start]] == ["а", "в", ",", "д"]


def test_pieces_know_their_sentence(unigram: Tokenizer) -> None:
    text = "аб.\nвг.\n\nд"
    pieces = encode(unigram, text, sentences(text))
    assert pieces.sentence.tolist() == [0, 0, 0, 1, 1, 1, 2]


def test_empty_text_has_no_pieces(unigram: Tokenizer) -> None:
    assert len(encode(unigram, "", [])) == 0


def test_wordpiece_offsets_are_characters_not_bytes(tiny_base: Path) -> None:
    tokenizer = Tokenizer.from_file(str(tiny_base / "tokenizer.json"))
    text = "«Татарстан» — 2022"
    pieces = encode(tokenizer, text, sentences(text))
    assert "".join(text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)) == text.replace(" ", "")
