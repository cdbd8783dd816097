"""Sort words into classes by the company that they keep, from raw text, and write `resources/word_classes.tsv.gz`.

    python -m unspoken.training.word_classes FOLDER_OR_FILE...

Each word is described by the words to its left and right (positive pointwise mutual information with the commonest
ones), reduced by a singular value decomposition and clustered by k-means (Schütze 1995, Distributional part-of-speech
tagging). The classes tell the tagger what a word is like that no tagged text holds. Text files are read whole; of .tsv
files the first column. The classes of the package come from 68 novels in the public domain (Project Gutenberg), with
the texts of GoEmotions (Apache-2.0) and GUM's train part for modern words. Half a minute, 2 GiB.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from unspoken.stages.tokens import pattern, pieces

SEED, CONTEXTS, DIMENSIONS, CLASSES, ROUNDS = 5, 1000, 80, 320, 40
LEAST, LEAST_FILES, LEAST_NAME_FILES = 9, 2, 8
OUT = Path(__file__).parents[1] / "resources" / "word_classes.tsv.gz"
STOP = re.compile(r"[.!?…:;“”\"‘«»—–_]")
Floats = npt.NDArray[np.float32]


def texts(paths: list[str]) -> Iterator[str]:
    """The raw texts, one a file."""
    for name in paths:
        path = Path(name)
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix == ".tsv":
                yield "\n".join(line.split("\t")[0] for line in file.read_text(encoding="utf-8").splitlines())
            elif file.suffix == ".conllu":
                lines = file.read_text(encoding="utf-8").splitlines()
                yield "\n".join(line[9:] for line in lines if line.startswith("# text = "))
            elif file.suffix == ".txt":
                yield file.read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    """Tokens; those that open a sentence, whose capital says nothing, in lower case."""
    out: list[str] = []
    fresh = True
    for m in pattern().finditer(text):
        at = 0
        for length in pieces(m.group()) if m.group()[0].isalpha() else (len(m.group()),):
            word = m.group()[at : at + length].replace("’", "'")
            out.append("0" if word[0].isdigit() else word.lower() if fresh and word != "I" else word)
            fresh = bool(STOP.match(word)) or (fresh and not word[0].isalnum())
            at += length
    return out


def vocabulary(counts: Counter[str], files: Counter[str]) -> list[str]:
    """Words worth a class, the commonest first; capitalised ones only where many files have them."""
    least = {True: LEAST_NAME_FILES, False: LEAST_FILES}
    fit = [
        w for w, n in counts.items() if n >= LEAST and files[w] >= least[w[0].isupper()] and w.strip("'")[:1].isalpha()
    ]
    return sorted(fit, key=lambda w: (-counts[w], w))


def contexts(corpus: list[list[str]], vocab: list[str], common: list[str]) -> Floats:
    """Rows of counts: how often each common word stands right before and right after each word."""
    row, column = {w: i for i, w in enumerate(vocab)}, {w: i for i, w in enumerate(common)}
    table = np.zeros((len(vocab), 2 * len(common)), np.float32)
    for text in corpus:
        rows = np.array([row.get(w, -1) for w in text], np.int32)
        columns = np.array([column.get(w, -1) for w in text], np.int32)
        for here, there, shift in ((rows[1:], columns[:-1], 0), (rows[:-1], columns[1:], len(common))):
            both = (here >= 0) & (there >= 0)
            np.add.at(table, (here[both], there[both] + shift), 1)
    return table


def reduced(table: Floats) -> Floats:
    """Rows of unit length: square-rooted mutual information, singular vectors scaled by half their values."""
    expected = table.sum(1, keepdims=True) * table.sum(0, keepdims=True) / table.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        table = np.sqrt(np.maximum(np.nan_to_num(np.log(table / expected), nan=0, neginf=0, posinf=0), 0))
    values, vectors = np.linalg.eigh(table.T @ table)
    best = np.argsort(-values)[:DIMENSIONS]
    rows = (table @ vectors[:, best]) / np.maximum(values[best], 1e-6) ** 0.25
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), np.float32)


def clusters(rows: Floats) -> npt.NDArray[np.int64]:
    """Spherical k-means; the first centres are spread over the common words."""
    chance = np.random.default_rng(SEED)
    centres = rows[np.sort(chance.choice(min(len(rows), 4 * CLASSES), CLASSES, replace=False))].copy()
    nearest = np.zeros(len(rows), np.int64)
    for _ in range(ROUNDS):
        nearest = (rows @ centres.T).argmax(1)
        for c in range(CLASSES):
            members = rows[nearest == c]
            if len(members):
                centres[c] = members.sum(0)
        centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-6)
    return nearest


def main() -> None:
    corpus = [words(text) for text in texts(sys.argv[1:])]
    counts, files = Counter(w for text in corpus for w in text), Counter(w for text in corpus for w in set(text))
    vocab = vocabulary(counts, files)
    common = [w for w, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:CONTEXTS]]
    print(f"{sum(counts.values())} tokens, {len(vocab)} words", flush=True)
    nearest = clusters(reduced(contexts(corpus, vocab, common)))
    members: dict[int, list[str]] = {}
    for word, c in zip(vocab, nearest.tolist(), strict=True):
        members.setdefault(c, []).append(word)
    head = "# class and its words; made by training/word_classes.py from public-domain novels, GoEmotions and GUM\n"
    lines = "".join(f"{c}\t{' '.join(members[c])}\n" for c in sorted(members))
    with gzip.GzipFile(OUT, "wb", mtime=0) as out:
        out.write((head + lines).encode())
    for c in sorted(members)[:: CLASSES // 40]:
        print(c, len(members[c]), *members[c][:14])


if __name__ == "__main__":
    main()
