import pytest

from rucoop.train.vocabulary import is_clean, is_simple, kept_ids, trimmed

TOKENIZER = {
    "version": "1.0",
    "truncation": None,
    "padding": None,
    "normalizer": None,
    "added_tokens": [
        {
            "id": 0,
            "content": "<s>",
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
            "special": True,
        },
        {
            "id": 1,
            "content": "<unk>",
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
            "special": True,
        },
    ],
    "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
    "post_processor": {
        "type": "TemplateProcessing",
        "single": [{"Sequence": {"id": "A", "type_id": 0}}],
        "pair": [{"Sequence": {"id": "A", "type_id": 0}}],
        "special_tokens": {"<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]}},
    },
    "decoder": None,
    "model": {
        "type": "Unigram",
        "unk_id": 1,
        "byte_fallback": False,
        "vocab": [
            ["<s>", 0.0],
            ["<unk>", 0.0],
            ["▁мир", -2.0],
            ["ный", -3.0],
            ["▁Zusammenarbeit", -4.0],
            [").", -4.0],
            ["▁", -5.0],
            ["м", -6.0],
        ],
    },
}


def test_only_needed_clean_pieces_stay_in_their_order() -> None:
    keep = kept_ids(TOKENIZER, ["мир", "мирный"])
    assert keep == [0, 1, 2, 3, 6, 7]
    cut = trimmed(TOKENIZER, keep)
    assert [piece for piece, _ in cut["model"]["vocab"]] == ["<s>", "<unk>", "▁мир", "ный", "▁", "м"]
    assert cut["model"]["unk_id"] == 1


@pytest.mark.parametrize(
    ("piece", "clean"), [("▁мир", True), ("2024", True), ("%", True), ("%)", False), ("№5", False)]
)
def test_no_piece_mixes_letters_and_marks(piece: str, clean: bool) -> None:
    assert is_clean(piece) is clean


@pytest.mark.parametrize(
    ("piece", "simple"), [("▁", True), ("▁USD", True), ("▁dollar", False), ("ж", True), ("жест", False), ("₽", True)]
)
def test_simple_pieces_stay_whatever_the_words(piece: str, simple: bool) -> None:
    assert is_simple(piece) is simple
