"""A tiny seeded encoder, RuBERT-shaped (WordPiece, cased), and documents to train it on, all built in code."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
WORDS = (
    "Раис Татарстан ##а встретился с послом Стороны обсудили нефтехимию Товарооборот за 2022 год составил более 2 3 "
    "млрд рублей Иран Глава региона подписал меморандум о сотрудничестве в Казани и прибыл делегация"
)
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ0123456789.,!?«»()-–—:%$"


@pytest.fixture(scope="session")
def tiny_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a two-layer BERT with a cased WordPiece vocabulary, as Hugging Face saves it."""
    torch = pytest.importorskip("torch")
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(WORDS.split())]
    pieces += [form for letter in LETTERS for form in (letter, "##" + letter) if form not in pieces]
    vocabulary = {piece: i for i, piece in enumerate(pieces)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False, strip_accents=False)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])]
    )
    folder = tmp_path_factory.mktemp("tiny-rubert")
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(folder)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64,
        max_position_embeddings=128,
    )  # fmt: skip
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def tiny_weights(tiny_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained weights folder on the tiny encoder."""
    import torch

    from rucoop.model.tagger import new_tagger, store_tagger

    torch.manual_seed(1)
    tagger, tokenizer = new_tagger(tiny_base)
    folder = tmp_path_factory.mktemp("tiny-weights")
    store_tagger(folder, tagger, tokenizer, window=48, overlap=12)
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the real seed articles, which are not part of the repository."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the seed articles (../shared/seeds) are not beside this checkout")
    return SHARED / "seeds"
