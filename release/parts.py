"""Parts of the bill of materials that no lock file of Python knows: weights, the data behind them, the page."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from unspoken.licences import Data, Package, Weights

Component = dict[str, Any]
SPDX = re.compile(r"[A-Za-z0-9.+-]+")
_CHOICE = re.compile(r"[A-Za-z0-9.+() -]* (?:AND|OR|WITH) [A-Za-z0-9.+() -]*")


def licence(told: str | None) -> dict[str, Any]:
    """The field ``licenses`` of a component: an expression of SPDX, or the words that it calls its licence by."""
    if told is None:
        return {}
    if _CHOICE.fullmatch(told) and "," not in told:
        return {"licenses": [{"expression": told}]}
    return {"licenses": [{"license": {"id" if SPDX.fullmatch(told) else "name": told}}]}


def of_data(data: Data) -> Component:
    """A data set, or foreign weights that ours began as."""
    remark = f"; {data.remark}" if data.remark else ""
    return {
        "type": "machine-learning-model" if data.kind == "weights" else "data",
        "bom-ref": f"data:{data.id}",
        **({"author": data.by} if data.by else {}),
        "name": data.name,
        "scope": "excluded",  # nothing of it is in the package
        "description": f"What weights of Unspoken were made from{remark}",
        **licence(data.licence),
        **({"modelCard": _card(data.made_from)} if data.kind == "weights" else {}),
    }


def of_weights(weights: Weights, version: str) -> Component:
    """Weights or a learnt list of the package, with the digest of each file and the data that they were made from."""
    return {
        "type": "machine-learning-model",
        "bom-ref": f"weights:{weights.name}",
        "name": weights.name,
        "version": version,
        **licence(weights.licence),
        "components": [
            {
                "type": "file",
                "bom-ref": f"file:{path}",
                "name": path,
                "hashes": [{"alg": "SHA-256", "content": digest}],
            }
            for path, digest in weights.files.items()
        ],
        "modelCard": _card(weights.made_from),
    }


def _card(made_from: Iterable[str]) -> dict[str, Any]:
    return {"modelParameters": {"datasets": [{"ref": f"data:{id}"} for id in made_from]}}


def of_page(package: Package, lock: Path) -> Component:
    """A package of npm of which parts are in the page, with the digest that npm's lock file holds against it."""
    locked = json.loads(lock.read_text(encoding="utf-8"))["packages"][f"node_modules/{package.name}"]
    if locked["version"] != package.version:
        raise ValueError(
            f"{package.name}: the page holds {package.version}, {lock} {locked['version']}; run `just page`"
        )
    algorithm, _, digest = locked["integrity"].partition("-")
    purl = f"pkg:npm/{package.name.replace('@', '%40')}@{package.version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": package.name,
        "version": package.version,
        "hashes": [{"alg": algorithm.upper().replace("SHA", "SHA-"), "content": base64.b64decode(digest).hex()}],
        **licence(package.licence),
        "purl": purl,
    }
