"""A tiny seeded encoder, RuBERT-shaped (WordPiece, cased), and documents to train it on, all built in code."""

import os
import re
from pathlib import Path

import pytest

from rucoop.data.records import Document
from rucoop.data.segment import sentences
from rucoop.model.assemble import assemble
from rucoop.model.checks import check_record
from rucoop.model.layout import Layout
from rucoop.model.schema import Coder, Record
from rucoop.model.spans import ScoredSentence, ScoredSpan

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
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=128,
    )
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


class Marked:
    """A text written with marks (``[[PARTNER:Омск]] принял гостей.{{meeting}}``), as the tagger would hand it over."""

    def __init__(self, marked: str) -> None:
        self.text, self.spans, types = "", [], {}
        for part in re.split(r"(\[\[\w+:[^\]]*\]\]|\{\{[^}]*\}\})", marked):
            if part.startswith("{{"):
                types[len(self.text)] = dict.fromkeys(part[2:-2].split(","), 0.9)
                continue
            label, _, covered = part[2:-2].partition(":") if part.startswith("[[") else ("", "", part)
            if label:
                self.spans.append(ScoredSpan(len(self.text), len(self.text) + len(covered), label, 0.9))
            self.text += covered
        self.sentences = [ScoredSentence(s.start, s.end, types.get(s.end, {})) for s in sentences(self.text)]

    def layout(self) -> Layout:
        return Layout.of(self.text, self.spans, self.sentences)

    def record(self, home: str | None = None, published: str | None = None) -> Record:
        coder = Coder(name="rucoop", version="0", engine="model", weights=None)
        document = Document(self.text, "d", home=home, published=published)
        record = assemble(document, self.spans, self.sentences, coder=coder, source="model")
        check_record(record, self.text)
        return record


@pytest.fixture
def marked() -> type[Marked]:
    """Reads a text with marks."""
    return Marked
