"""A model's files: what the package holds, checked before it is used."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt

from unspoken import resources
from unspoken.errors import BrokenModel

Floats = npt.NDArray[np.float32]
ONE_PASS, COREFERENCE = "one_pass", "coreference"  # the models of the package
CARD = "model.json"


@dataclass(frozen=True)
class Model:
    """One model of the package: a folder with its card, which lists the SHA-256 of every other file."""

    name: str
    card: dict[str, Any]
    folder: Traversable

    def read(self, file: str) -> bytes:
        """The bytes of a file.

        Raises:
            BrokenModel: it is missing, or is not what the card says.
        """
        try:
            data = self.folder.joinpath(file).read_bytes()
        except OSError:
            raise BrokenModel(self.name, f"{file} is missing") from None
        if hashlib.sha256(data).hexdigest() != self.card["digests"].get(file):
            raise BrokenModel(self.name, f"{file} is not what its digest says")
        return data

    def vocabulary(self) -> list[str]:
        """The word pieces in the order of their numbers."""
        return gzip.decompress(self.read("vocabulary.txt.gz")).decode("utf-8").split("\n")

    def heads(self, part: str) -> dict[str, Floats]:
        """The weights by name, as float32, of all heads on a part of the encoder: its ``lower`` or ``upper`` layers."""
        with np.load(io.BytesIO(self.read(f"{part}.npz"))) as arrays:
            return {name: arrays[name].astype(np.float32) for name in arrays.files}


@cache
def model(name: str) -> Model:
    """The model of that name.

    Raises:
        BrokenModel: the package does not hold it, or its card is not what the table of weights says.
    """
    folder = files(__package__).joinpath("weights", name)
    try:
        data = folder.joinpath(CARD).read_bytes()
        card = json.loads(data)
    except (OSError, ValueError):
        raise BrokenModel(name, "its card is missing or broken") from None
    if hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest() != _digest(name):  # git may have changed line breaks
        raise BrokenModel(name, f"{CARD} is not what its digest says")
    return Model(name, card, folder)


def learnt(name: str) -> str:
    """The text of a gzipped resource that was learnt from data; not kept, since who asks keeps what it makes of it.

    Raises:
        BrokenModel: it is missing, or is not what the table of weights says.
    """
    try:
        data = resources.packed(name)
    except OSError:
        raise BrokenModel(name, "it is missing") from None
    if hashlib.sha256(data).hexdigest() != _digest(name):
        raise BrokenModel(name, "it is not what its digest says")
    return gzip.decompress(data).decode("utf-8")


def _digest(name: str) -> str | None:
    """The SHA-256 that the table of weights holds against a file or a card; None where it knows none."""
    entries = resources.table("weights.toml")["weights"]
    return next((entry["sha256"] for entry in entries if entry["name"] == name and "sha256" in entry), None)
