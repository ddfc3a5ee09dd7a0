"""Exponential moving average of weights: a smoother model than the last step's, at no cost in training."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

FILE = "average.safetensors"


class MovingAverage:
    """Keeps ``average = decay * average + (1 - decay) * weights``; early steps use a smaller decay."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        if not 0 < decay < 1:
            raise ValueError(f"decay {decay}: expected a number between 0 and 1")
        self.model, self.decay, self.steps = model, decay, 0
        self.values = {name: p.detach().clone() for name, p in model.named_parameters()}

    @torch.no_grad()
    def update(self) -> None:
        """Take in the weights after a step."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for name, parameter in self.model.named_parameters():
            self.values[name].lerp_(parameter.detach(), 1 - decay)

    @contextmanager
    def applied(self) -> Iterator[None]:
        """The model with averaged weights, for as long as the block lasts."""
        own = {name: p.detach().clone() for name, p in self.model.named_parameters()}
        self.copy_to_model()
        try:
            yield
        finally:
            self._set(own)

    def copy_to_model(self) -> None:
        """Put the average into the model for good."""
        self._set(self.values)

    def save(self, folder: str | Path) -> None:
        """Put the average beside a checkpoint, so that a killed run goes on with it."""
        save_file(self.values, Path(folder) / FILE, metadata={"steps": str(self.steps)})

    def load(self, folder: str | Path) -> None:
        """Take the average of a checkpoint."""
        with safe_open(Path(folder) / FILE, framework="pt") as file:
            self.steps = int(file.metadata()["steps"])
            self.values = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118

    @torch.no_grad()
    def _set(self, values: dict[str, torch.Tensor]) -> None:
        for name, parameter in self.model.named_parameters():
            parameter.copy_(values[name])
