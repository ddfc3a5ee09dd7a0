"""Names and shapes of the tensors of a BERT tagger, known without building it."""

from collections.abc import Mapping
from typing import Any, Final

_LAYER: Final = {  # name -> (rows, columns) in units of "h" hidden and "f" feed-forward; biases follow rows
    "attention.self.query": "hh",
    "attention.self.key": "hh",
    "attention.self.value": "hh",
    "attention.output.dense": "hh",
    "intermediate.dense": "fh",
    "output.dense": "hf",
}
QUERY_BOUND: Final = 5.0  # the event-type head's attention scores lie between minus and plus this
_NORMS: Final = ("attention.output.LayerNorm", "output.LayerNorm")


def expected_shapes(encoder: Mapping[str, Any], n_tags: int, n_types: int) -> dict[str, tuple[int, ...]] | None:
    """Tensor name -> shape for a BERT encoder with our two heads; None for encoders of another architecture."""
    if encoder.get("model_type") != "bert":
        return None
    hidden, inner = int(encoder["hidden_size"]), int(encoder["intermediate_size"])
    size = {"h": hidden, "f": inner}
    shapes: dict[str, tuple[int, ...]] = {
        "encoder.embeddings.word_embeddings.weight": (int(encoder["vocab_size"]), hidden),
        "encoder.embeddings.position_embeddings.weight": (int(encoder["max_position_embeddings"]), hidden),
        "encoder.embeddings.token_type_embeddings.weight": (int(encoder["type_vocab_size"]), hidden),
        **_norm("encoder.embeddings.LayerNorm", hidden),
        "tag_head.weight": (n_tags, hidden),
        "tag_head.bias": (n_tags,),
        "type_dense.weight": (hidden, hidden),
        "type_dense.bias": (hidden,),
        "type_value.weight": (n_types, hidden),
        "type_value.bias": (n_types,),
        "type_query.weight": (n_types, hidden),
    }
    for layer in range(int(encoder["num_hidden_layers"])):
        prefix = f"encoder.encoder.layer.{layer}."
        for name, kind in _LAYER.items():
            shapes[f"{prefix}{name}.weight"] = (size[kind[0]], size[kind[1]])
            shapes[f"{prefix}{name}.bias"] = (size[kind[0]],)
        for name in _NORMS:
            shapes.update(_norm(prefix + name, hidden))
    return shapes


def _norm(name: str, hidden: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (hidden,), f"{name}.bias": (hidden,)}
