"""A weights folder on the CPU runtime: the BERT graph is built from the tensors, so that they are stored once.

Every window is one inference of its own, so that a record never depends on its neighbours in a batch, and no
arithmetic goes into padding.
"""

import threading
from collections import deque
from collections.abc import Sequence
from typing import Any

import numpy as np
import openvino as ov
from numpy.typing import NDArray
from openvino import opset13 as ops

from rucoop.model.shapes import QUERY_BOUND
from rucoop.model.store import Weights, WeightsError
from rucoop.model.tagging import Scores


class Runtime:
    """Compiled tagger. Thread-safe: every thread has its own inference requests."""

    def __init__(self, weights: Weights, *, threads: int | None = None, precision: str | None = None) -> None:
        """``threads``: cores to use (None: all); ``precision``: ``f32`` or ``bf16`` (None: the processor's best)."""
        core = ov.Core()
        options: dict[str, Any] = {"PERFORMANCE_HINT": "THROUGHPUT"}
        if threads is not None:
            options["INFERENCE_NUM_THREADS"] = threads
        if precision is not None:
            options["INFERENCE_PRECISION_HINT"] = precision
        self._local = threading.local()
        self._compiled = core.compile_model(_graph(weights), "CPU", options)

    def run(self, windows: Sequence[tuple[NDArray[np.int64], NDArray[np.float32]]]) -> list[Scores]:
        """Scores of windows, in order.

        Each window is (ids [piece], pool [sentence, piece]), special pieces included. Returns for each tag
        logits [piece, tag] and type logits [sentence, type].
        """
        out: list[Scores] = []
        waiting: deque[ov.InferRequest] = deque()
        free = self._requests()
        # Requests are started and awaited in order by the calling thread: callbacks from the runtime's own threads
        # would need the interpreter's lock, and can wait for it forever while a compiled model is taken down.
        for ids, pool in windows:
            if not free:
                out.append(_finished(done := waiting.popleft()))
                free.append(done)
            request = free.pop()
            request.start_async({0: ids, 1: pool})
            waiting.append(request)
        out += [_finished(request) for request in waiting]
        return out

    def _requests(self) -> list[ov.InferRequest]:
        """Inference requests of this thread, as many as the processor runs at once and one more to keep it busy."""
        if not hasattr(self._local, "requests"):
            number = int(self._compiled.get_property("OPTIMAL_NUMBER_OF_INFER_REQUESTS")) + 1
            self._local.requests = [self._compiled.create_infer_request() for _ in range(number)]
        return list(self._local.requests)


def _finished(request: ov.InferRequest) -> Scores:
    request.wait()
    tags, types = (np.array(request.get_output_tensor(i).data) for i in (0, 1))
    return tags, types


def _graph(weights: Weights) -> ov.Model:
    config, tensors = weights.config.encoder, weights.tensors
    if config.get("model_type") != "bert":
        raise WeightsError(
            f"{weights.path}: the CPU runtime runs BERT encoders, this is {config.get('model_type')!r}; "
            'install "rucoop[train]" to run it with torch'
        )
    build = _Builder(tensors, float(config["layer_norm_eps"]), int(config["num_attention_heads"]))
    ids = ops.parameter([-1], np.int64, name="ids")
    pool = ops.parameter([-1, -1], np.float32, name="pool")
    states = build.embed(ids)
    for layer in range(int(config["num_hidden_layers"])):
        states = build.layer(states, f"encoder.encoder.layer.{layer}.")
    tags = build.linear(states, "tag_head")
    types = build.types(states, pool)
    return ov.Model([ops.result(tags), ops.result(types)], [ids, pool], "rucoop")


class _Builder:
    """Pieces of the BERT graph (Devlin et al. 2019) over states [piece, hidden]."""

    def __init__(self, tensors: dict[str, NDArray[np.float32]], eps: float, heads: int) -> None:
        self.tensors, self.eps, self.heads = tensors, eps, heads

    def constant(self, name: str) -> ov.Node:
        return ops.constant(self.tensors[name])

    def embed(self, ids: ov.Node) -> ov.Node:
        prefix = "encoder.embeddings."
        words = ops.gather(self.constant(prefix + "word_embeddings.weight"), ids, ops.constant(0))
        length = ops.gather(ops.shape_of(ids, "i64"), ops.constant(0), ops.constant(0))
        positions = ops.gather(
            self.constant(prefix + "position_embeddings.weight"),
            ops.range(ops.constant(np.int64(0)), length, ops.constant(np.int64(1)), "i64"),
            ops.constant(0),
        )
        kind = ops.constant(self.tensors[prefix + "token_type_embeddings.weight"][:1])
        return self.norm(ops.add(ops.add(words, positions), kind), prefix + "LayerNorm")

    def linear(self, states: ov.Node, name: str) -> ov.Node:
        return ops.add(ops.matmul(states, self.constant(name + ".weight"), False, True), self.constant(name + ".bias"))

    def norm(self, states: ov.Node, name: str) -> ov.Node:
        scaled = ops.mvn(states, ops.constant([-1]), True, self.eps, "inside_sqrt")
        return ops.add(ops.multiply(scaled, self.constant(name + ".weight")), self.constant(name + ".bias"))

    def layer(self, states: ov.Node, prefix: str) -> ov.Node:
        query, key, value = (
            self.split(self.linear(states, f"{prefix}attention.self.{part}")) for part in ("query", "key", "value")
        )
        mixed = ops.transpose(ops.scaled_dot_product_attention(query, key, value), ops.constant([0, 2, 1, 3]))
        mixed = ops.reshape(mixed, ops.constant([-1, self.hidden]), False)
        states = self.norm(
            ops.add(states, self.linear(mixed, prefix + "attention.output.dense")),
            prefix + "attention.output.LayerNorm",
        )
        inner = ops.gelu(self.linear(states, prefix + "intermediate.dense"), "erf")
        return self.norm(ops.add(states, self.linear(inner, prefix + "output.dense")), prefix + "output.LayerNorm")

    def types(self, states: ov.Node, pool: ov.Node) -> ov.Node:
        """Label-wise attention over the pieces of each sentence, as in ``tagger.Tagger``: -> [sentence, type]"""
        states = ops.gelu(self.linear(states, "type_dense"), "erf")
        query = ops.matmul(states, self.constant("type_query.weight"), False, True)
        bound = ops.constant(np.float32(QUERY_BOUND))
        weight = ops.exp(ops.multiply(bound, ops.tanh(ops.divide(query, bound))))
        total = ops.maximum(ops.matmul(pool, weight, False, False), ops.constant(np.float32(1e-6)))
        value = ops.matmul(pool, ops.multiply(weight, self.linear(states, "type_value")), False, False)
        return ops.divide(value, total)

    @property
    def hidden(self) -> int:
        return int(self.tensors["tag_head.weight"].shape[1])

    def split(self, states: ov.Node) -> ov.Node:
        """[piece, hidden] -> [1, head, piece, hidden / heads]"""
        shape = ops.constant([1, -1, self.heads, self.hidden // self.heads])
        return ops.transpose(ops.reshape(states, shape, False), ops.constant([0, 2, 1, 3]))
