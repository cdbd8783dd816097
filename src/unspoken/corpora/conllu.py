"""Treebanks in CoNLL-U."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path


@dataclass(frozen=True)
class Sentence:
    """Columns of one sentence in Universal Dependencies terms; ``head`` counts from 0, the root has -1."""

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    feats: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a file; multi-word lines and empty nodes are left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        rows = [r for r in rows if r[0].isdigit()]
        if rows:
            _, words, lemmas, pos, _, feats, heads, deprel = zip(*(r[:8] for r in rows), strict=True)
            yield Sentence(words, lemmas, pos, feats, tuple(int(h) - 1 for h in heads), deprel)


def split_gum(folder: Path) -> tuple[list[Path], list[Path]]:
    """The files to train on, and those held out: of each genre the two that come last by name."""
    train: list[Path] = []
    held: list[Path] = []
    for _, files in groupby(sorted(folder.glob("GUM_*.conllu")), key=lambda p: p.name.split("_")[1]):
        paths = list(files)
        train += paths[:-2]
        held += paths[-2:]
    return train, held
