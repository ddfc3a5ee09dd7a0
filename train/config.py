"""Everything that decides a training run, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """A recipe. Rates are those of AdamW after warm-up; they fall linearly to zero.

    base: encoder by Hub name or folder; layers: lowest encoder layers to keep (None: all); batch_size: windows a step;
    window, overlap: pieces; warmup: share of steps; type_weight: weight of the event-type loss beside the tag loss;
    average: decay of the moving average of weights, which is then evaluated and saved, at the end of training (0: none,
    and the best checkpoint on dev is saved);
    patience: evaluations without a better dev score before stopping (0: never);
    precision: ``bf16``, ``fp32``, or ``auto`` (bf16 where the processor computes in it).
    """

    base: str
    layers: int | None = None
    epochs: float = 12.0
    body_lr: float = 2.5e-4
    head_lr: float = 1.5e-3
    batch_size: int = 8
    weight_decay: float = 0.01
    warmup: float = 0.1
    dropout: float = 0.1
    label_smoothing: float = 0.05
    type_weight: float = 2.0
    average: float = 0.0
    window: int = 448
    overlap: int = 128
    patience: int = 0
    evals_per_epoch: float = 1.0
    precision: str = "auto"
    seed: int = 0
