"""Scores on the dev documents, through the same steps that extraction takes."""

from collections.abc import Sequence

import torch
from tokenizers import Tokenizer

from rucoop.data.records import Document
from rucoop.eval.matching import Counts, match
from rucoop.eval.scores import core_f1, span_counts, total
from rucoop.model.store import TaggerConfig
from rucoop.model.tagger import Tagger
from rucoop.model.tagging import Tagging
from rucoop.model.torch_runtime import TorchRuntime
from rucoop.train.config import TrainConfig


def dev_scores(tagger: Tagger, tokenizer: Tokenizer, dev: Sequence[Document], recipe: TrainConfig) -> dict[str, float]:
    """Core and overall span F1 (exact, characters) and micro-F1 of sentence types on annotated documents."""
    config = TaggerConfig(encoder={}, window=recipe.window, overlap=recipe.overlap)
    runtime = TorchRuntime(tagger, bf16=uses_bf16(recipe))
    tagged = Tagging(config, tokenizer, runtime).tag_many([document.text for document in dev])
    spans = [span_counts(d.spans, found) for d, (found, _) in zip(dev, tagged, strict=True)]
    types = sum(
        (
            match(
                [(s.start, name) for s in d.sentences for name in s.types],
                [(s.start, name) for s in typed for name in s.types],
            )
            for d, (_, typed) in zip(dev, tagged, strict=True)
        ),
        Counts(),
    )
    return {"core_f1": core_f1(spans), "all_f1": total(spans).f1, "type_f1": types.f1}


def uses_bf16(recipe: TrainConfig) -> bool:
    """True if the recipe asks for bfloat16, or leaves it open and the processor computes in it."""
    if recipe.precision == "auto":
        return torch.cuda.is_available() or bool(torch.cpu._is_avx512_bf16_supported())
    return recipe.precision == "bf16"
