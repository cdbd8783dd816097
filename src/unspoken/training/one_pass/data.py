"""The corpora of a run, train and dev, as examples."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unspoken.corpora.conllu import read_conllu, split_gum
from unspoken.training.one_pass.chains import Chain
from unspoken.training.one_pass.examples import Example, from_folder, from_lines, from_treebank, middle

SEEN = 5  # times that features or a relation must be seen to have a column


@dataclass(frozen=True)
class Data:
    """Examples by corpus, and the columns of the syntax head."""

    train: dict[str, list[Example]]
    dev: dict[str, list[Example]]
    feats: list[str]
    relations: list[str]
    chains: Mapping[str, Sequence[Chain]] = field(default_factory=dict)


def read_chains(work: Path) -> Mapping[str, Sequence[Chain]]:
    """The texts with mentions that `prepare` left in the folder: ``train``, those of dev ``whole`` and ``short``, and
    ``raw`` ones, whose mentions nobody joined. None, if it was not run."""
    if not (work / "chains.pkl").exists():
        return {}
    with (work / "chains.pkl").open("rb") as file:
        return {kind: [Chain(*values) for values in texts] for kind, texts in pickle.load(file).items()}


def read_data(folder: Path, work: Path) -> Data:
    """Read LitBank, GUM, REMAN and GoEmotions from the folders of these names, and the chains of the work folder."""
    gum, held = split_gum(folder / "gum-dep")
    sentences = [s for path in gum for s in read_conllu(path)]
    feats = _often(f for s in sentences for f in s.feats)
    relations = _often(r for s in sentences for r in s.deprel)
    emotions = folder / "goemotions"
    return Data(
        train={
            "litbank": from_folder(folder / "litbank" / "train"),
            "gum": from_treebank(gum, feats, relations),
            "reman": [*map(middle, from_folder(folder / "reman" / "train"))],
            "goemotions": from_lines(emotions / "train" / "train.tsv", emotions / "labels.txt"),
        },
        dev={
            "litbank": from_folder(folder / "litbank" / "dev"),
            "gum": from_treebank(held, feats, relations),
            "reman": [*map(middle, from_folder(folder / "reman" / "dev"))],
        },
        feats=feats,
        relations=relations,
        chains=read_chains(work),
    )


def _often(values: Iterable[str]) -> list[str]:
    counts = Counter(values)
    return sorted(v for v, n in counts.items() if n >= SEEN)
