"""Make of a trained network what ships: the encoder as ONNX in int8, its vocabulary, and in float16 two sets of heads
and two scorers of antecedents.

    python -m unspoken.training.one_pass.export CONFIG WORK_FOLDER WEIGHTS_FOLDER [DATA_FOLDER]

WORK_FOLDER holds `CONFIG.pt` and the pretrained encoder; WEIGHTS_FOLDER gets the folders `one_pass` and, if the network
learnt from chains of mentions, `coreference`. Products with weights are quantised a column of the matrix each, their
inputs a product each, at run time; embeddings a row each. Prints how far the states move by it and, given the data, the
scores on dev before and after.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from unspoken.models.pieces import Pieces
from unspoken.training.one_pass.bases import Base
from unspoken.training.one_pass.batches import batches
from unspoken.training.one_pass.chains import Scorer
from unspoken.training.one_pass.data import Data, read_data
from unspoken.training.one_pass.network import Encoder, Heads, OnePass, Shape
from unspoken.training.one_pass.restore import restored
from unspoken.training.one_pass.run import CHAINS
from unspoken.training.one_pass.scores import score

INPUTS, OUTPUTS = ("ids", "mask"), ("lower", "upper")
OPSET = 17
CARD = "model.json"


class Rows(nn.Module):
    """An embedding in int8, a scale for each row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.scale = nn.Parameter(scale, requires_grad=False)
        self.rows = nn.Parameter((weight / scale).round().to(torch.int8), requires_grad=False)

    def forward(self, ids: Tensor) -> Tensor:
        """(...) numbers -> (..., size)."""
        return self.rows[ids].float() * self.scale[ids]


def export_encoder(encoder: Encoder, folder: Path) -> None:
    """Write the encoder as ONNX in int8: `lower.onnx`, and `upper.onnx`, which goes on from what that gives out."""
    encoder.word = Rows(encoder.word.weight.data)
    ids = torch.ones(2, 9, dtype=torch.long)
    mask = torch.ones(2, 9, dtype=torch.bool)
    axes = {name: {0: "window", 1: "piece"} for name in (*INPUTS, *OUTPUTS)}
    with tempfile.TemporaryDirectory() as aside, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole, small = Path(aside) / "float.onnx", Path(aside) / "int8.onnx"
        torch.onnx.export(
            encoder, (ids, mask), str(whole), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, small, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
        for inputs, output in ((INPUTS, "lower"), (("lower", "mask"), "upper")):
            onnx.utils.extract_model(str(small), str(folder / f"{output}.onnx"), list(inputs), [output])


class Exported(nn.Module):
    """The exported encoder in the place of the one in torch, to be scored alike."""

    def __init__(self, folder: Path, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.sessions = [InferenceSession(str(folder / f"{part}.onnx")) for part in OUTPUTS]

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, pieces) numbers and which of them are no padding -> lower and upper (batch, pieces, size)."""
        (lower,) = self.sessions[0].run(None, {"ids": ids.numpy(), "mask": mask.numpy()})
        (upper,) = self.sessions[1].run(None, {"lower": lower, "mask": mask.numpy()})
        return torch.from_numpy(lower), torch.from_numpy(upper)


def export_heads(heads: Heads, path: Path) -> None:
    """Write the weights of all heads in float16, by their names in the network."""
    np.savez_compressed(path, **{n: v.half().numpy() for n, v in heads.state_dict().items()})


def export_scorer(scorer: Scorer, path: Path) -> None:
    """Write the weights of a scorer of antecedents in float16, by the names of `models/coreference.py`."""
    arrays = {k: v.numpy() for k, v in scorer.state_dict().items()}
    arrays["now.bias"] = arrays["now.bias"] + arrays.pop("both.bias")
    np.savez_compressed(path, **{k: v.astype(np.float16) for k, v in arrays.items()})


def export_scorers(network: OnePass, saved: dict[str, Any], folder: Path) -> None:
    """Write both scorers of antecedents and their card."""
    folder.mkdir(parents=True, exist_ok=True)
    for scorer, part in zip(network.who, OUTPUTS, strict=True):
        export_scorer(scorer, folder / f"{part}.npz")
    scores = {"lower": saved["lower"], "upper": saved["scores"]}
    right = {part: {kind: scores[part][kind] for kind in ("whole", "short")} for part in OUTPUTS}
    write_card(folder, {"config": saved["config"], "antecedents_right_on_dev": right})


def write_card(folder: Path, card: dict[str, Any]) -> None:
    """Write the card of a folder, with the digests of its files."""
    weights = [p for p in sorted(folder.iterdir()) if p.name not in (CARD, "README.md")]
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in weights}
    (folder / CARD).write_text(json.dumps(card | {"digests": digests}, indent=1) + "\n", encoding="utf-8")


def moved(encoder: Encoder, exported: Exported, ids: Tensor) -> list[float]:
    """The mean cosines of the lower and upper states of torch and of the exported encoder."""
    mask = torch.ones_like(ids, dtype=torch.bool)
    with torch.no_grad():
        both = zip(encoder(ids, mask), exported(ids, mask), strict=True)
    return [round(float(torch.cosine_similarity(ours, theirs, dim=-1).mean()), 4) for ours, theirs in both]


def compare(network: OnePass, plain: Encoder, exported: Exported, base: Base, most: int, data: Data) -> None:
    """Print the scores on dev with the encoder of torch and with the exported one."""
    pieces = Pieces(base.vocabulary, base.lower)
    for name, encoder in (("torch", plain), ("exported", exported)):
        network.encoder = encoder
        for part in OUTPUTS:
            found: dict[str, float] = {}
            for examples in data.dev.values():
                found |= score(network, batches(examples, pieces, most, 8 * most), part == "lower")
            print(name, part, {k: round(v, 4) for k, v in found.items()}, flush=True)


def main() -> None:
    """Run from the command line."""
    name, work, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    network, base, saved = restored(name, work)
    if base.shape.cases:
        sys.exit(f"{name} reads capitals in a way that only teachers can: nothing written")
    out = folder / "one_pass"
    out.mkdir(parents=True, exist_ok=True)
    if CHAINS in saved["config"]["sampling"]:
        export_scorers(network, saved, folder / "coreference")
    export_heads(network.lower, out / "lower.npz")
    export_heads(network.upper, out / "upper.npz")
    with gzip.GzipFile(out / "vocabulary.txt.gz", "wb", mtime=0) as file:
        file.write("\n".join(base.vocabulary).encode())
    plain = Encoder(network.encoder.shape)
    plain.load_state_dict(network.encoder.state_dict())
    export_encoder(network.encoder, out)
    exported = Exported(out, plain.shape)
    ids = torch.randint(1000, len(base.vocabulary), (2, 200), generator=torch.Generator().manual_seed(1))
    print(f"states of int8 and float32: mean cosines {moved(plain.eval(), exported, ids)}")
    write_card(out, {
        "uncased": base.lower, "feats": saved["feats"], "relations": saved["relations"], "config": saved["config"],
        "scores": {"upper": saved["scores"], "lower": saved["lower"]},
    })  # fmt: skip
    if sys.argv[4:]:
        compare(network, plain, exported, base, saved["config"]["most"], read_data(Path(sys.argv[4]), work))
    print({p.name: p.stat().st_size for p in sorted(out.iterdir())})


if __name__ == "__main__":
    main()
