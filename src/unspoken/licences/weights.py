"""What was learnt from data, and the data: the table in ``resources/weights.toml`` as records."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any

from unspoken import resources
from unspoken.licences.record import Data, Weights
from unspoken.models.store import CARD, model

TABLE = "weights.toml"
OWN_LICENCE = "Apache-2.0"


def data() -> tuple[Data, ...]:
    """All data sets and foreign weights that ours were made from, in the order of the table."""
    return tuple(_data(id, entry) for id, entry in resources.table(TABLE)["data"].items())


def _data(id: str, entry: dict[str, Any]) -> Data:
    by, licence, remark = entry.get("by"), entry.get("licence"), entry.get("remark")
    return Data(id, entry["name"], by, licence, remark, entry.get("kind", "data"), tuple(entry.get("from", ())))


def weights() -> tuple[Weights, ...]:
    """All that was made of them, with the SHA-256 of its files.

    Raises:
        BrokenModel: the card of a model is missing, or is not what it was.
    """
    return tuple(_weights(entry) for entry in resources.table(TABLE)["weights"])


def _weights(entry: dict[str, Any]) -> Weights:
    path = entry["path"]
    there = files("unspoken").joinpath(path)
    if there.is_dir():
        digests = {f"{path}/{file}": digest for file, digest in model(entry["name"]).card["digests"].items()}
        digests[f"{path}/{CARD}"] = entry["sha256"]
    else:
        digests = {path: entry.get("sha256") or hashlib.sha256(there.read_bytes()).hexdigest()}
    return Weights(entry["name"], OWN_LICENCE, dict(sorted(digests.items())), tuple(entry["from"]))
