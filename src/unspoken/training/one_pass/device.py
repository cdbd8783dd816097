"""Where a training computes: on a GPU if there is one."""

from __future__ import annotations

import torch


def choose_device() -> None:
    """Make new tensors on the GPU, if there is one, and let products there round as much as bfloat16 autocast does."""
    torch.set_default_device("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_float32_matmul_precision("high")
