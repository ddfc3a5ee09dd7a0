"""The torch path: the same interface as ``runtime.Runtime``, for training, GPUs and checking."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from rucoop.model.tagger import Tagger
from rucoop.model.tagging import Scores


class TorchRuntime:
    """Runs a tagger in torch, one window at a time, on the device it stands on."""

    def __init__(self, tagger: Tagger, *, bf16: bool = False) -> None:
        self._tagger, self._bf16 = tagger, bf16

    def run(self, windows: Sequence[tuple[NDArray[np.int64], NDArray[np.float32]]]) -> list[Scores]:
        """Scores of windows, in order; shapes as in ``runtime.Runtime.run``."""
        training = self._tagger.training
        self._tagger.eval()
        device = next(self._tagger.parameters()).device
        try:
            with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16, enabled=self._bf16):
                return [self._one(ids, pool, device) for ids, pool in windows]
        finally:
            self._tagger.train(training)

    def _one(self, ids: NDArray[np.int64], pool: NDArray[np.float32], device: torch.device) -> Scores:
        row = torch.from_numpy(ids)[None].to(device)
        tags, types = self._tagger(row, torch.ones_like(row), torch.from_numpy(pool)[None].to(device))
        return tags[0].float().cpu().numpy(), types[0].float().cpu().numpy()
