"""Read texts once, before a training: what takes a processor, so that a training has only arithmetic to do.

    python -m unspoken.training.one_pass.prepare DATA_FOLDER WORK_FOLDER

DATA_FOLDER holds `litbank`, `goemotions` and `books`. WORK_FOLDER gets `raw.pkl`, the novels and lines as numbers of
words, and `chains.pkl`, texts with spans for the scorer of antecedents: LitBank's as they are, recast (see
`training/recast.py`) and cut short, and parts of novels, whose spans and syntax are what the shipped model sees there.
"""

from __future__ import annotations

import pickle
import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from unspoken.corpora.goemotions import read_goemotions
from unspoken.corpora.gold import Gold, read_gold
from unspoken.document import Document
from unspoken.layers.keys import PARAGRAPHS, QUOTATIONS, SENTENCES, SIGNALS, SYNTAX, TOKENS
from unspoken.models.labels import SPANS
from unspoken.models.pairs import Setting, written
from unspoken.pipeline import run
from unspoken.sources import document_from_text
from unspoken.stages import quotations, sentences, signals, syntax, tokens
from unspoken.stages.antecedents import setting_of, taken
from unspoken.stages.signals import units_of
from unspoken.stages.syntax.stretches import quoted
from unspoken.training.recast import recast

SEED = 11
RECASTS, CUTS = 10, 2  # how often each text is recast; short texts out of each
DEV_CUTS = 8
SHORT = (500, 2200)  # code points of a short text
PARTS, LENGTHS = 8, (11_000, 11_000, 11_000, 3_000)  # parts of each novel, and their code points, drawn
STAGES = (tokens.STAGE, sentences.STAGE, quotations.STAGE)
READ = (*STAGES, signals.STAGE, syntax.STAGE)
Columns = tuple[Any, ...]  # of a Chain


def words_of(document: Document) -> list[str]:
    """The tokens of a text."""
    found = document[TOKENS]
    return [document.text[a:b] for a, b in zip(found.start.tolist(), found.end.tolist(), strict=True)]


def breaks_of(document: Document) -> list[int]:
    """The first tokens of its sentences."""
    starts = document[TOKENS].start.tolist()
    return sorted({bisect_left(starts, s.start) for s in document[SENTENCES]})


def raw_texts(novels: Iterable[Path], lines: Path, labels: Path) -> tuple[list[str], list[Columns]]:
    """All word forms, and each text's name, words by number, first words of sentences and of what is parsed as one."""
    forms: dict[str, int] = {}
    talk = (
        text.replace("[NAME]", "John").replace("[RELIGION]", "church") for text, _ in read_goemotions(lines, labels)
    )
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in novels]
    out = []
    for name, text in [*texts, (lines.name, "\n\n".join(talk))]:
        document, _ = run(document_from_text(text), STAGES)
        words, breaks = words_of(document), breaks_of(document)
        inside = quoted(document[TOKENS].start.tolist(), document[QUOTATIONS])
        numbers = [forms.setdefault(word, len(forms)) for word in words]
        columns = numbers, breaks, [*units_of(words, breaks, inside)]
        out.append((name, *(np.array(column, np.int32) for column in columns)))
    return list(forms), out


def joined(gold: Gold, setting: Setting | None = None) -> Columns | None:
    """The spans of an annotated text as a chain.

    Args:
        gold: the text with its mentions.
        setting: where its tokens stand, if another text with the same tokens but for names and pronouns was read.
    """
    document, _ = run(document_from_text(gold.text), STAGES)
    starts, ends = document[TOKENS].start.tolist(), document[TOKENS].end.tolist()
    if setting is None or len(setting.head) != len(starts):
        setting = setting_of(run(document, READ)[0])
    found = []
    for m in gold.mentions or ():
        a, b = bisect_left(starts, m["start"]), bisect_left(ends, m["end"])
        if a < len(starts) and a <= b < len(ends):
            found.append((a, -b, SPANS.index((m["type"], m["form"])), m["cluster"]))
    found.sort(key=lambda row: row[:2])
    first, last, cluster = [a for a, *_ in found], [-b for _, b, *_ in found], [c for *_, c in found]
    words = words_of(document)
    spans = written(words, first, last, [k for _, _, k, _ in found], setting)
    return (words, breaks_of(document), first, last, spans, cluster) if len(first) > 1 else None


def owners(gold: Gold) -> frozenset[int]:
    """Where words begin that stand before what they own, by the syntax of the one pass."""
    return _owners(run(document_from_text(gold.text), READ)[0])


def _owners(document: Document) -> frozenset[int]:
    relations = document[SYNTAX].deprel or ()
    return frozenset(int(s) for s, r in zip(document[TOKENS].start, relations, strict=True) if r == "nmod:poss")


def cut(gold: Gold, chance: Random) -> Gold:
    """Some paragraphs of a text with the mentions in them: what a short story looks like to the scorer."""
    begins = [p.start for p in document_from_text(gold.text)[PARAGRAPHS]]
    start = chance.choice([b for b in begins if b < len(gold.text) - SHORT[0]] or [0])
    wanted = start + chance.randint(*SHORT)
    end = next((b for b in begins if b >= wanted), len(gold.text))
    if end > start + 2 * SHORT[1]:
        end = start + len(re.sub(r"[^.!?]*$", "", gold.text[start:wanted]))
    inside = [m for m in gold.mentions or () if start <= m["start"] and m["end"] <= end]
    mentions = [{**m, "start": m["start"] - start, "end": m["end"] - start} for m in inside]
    return Gold(gold.id, gold.text[start:end], mentions=mentions)


def told_chains(texts: Sequence[Gold], chance: Random) -> Iterator[Columns]:
    """Each text as it is, recast, and short texts out of both."""
    for gold in texts:
        document, _ = run(document_from_text(gold.text), READ)
        setting = setting_of(document)
        both = [gold, *(recast(gold, _owners(document), chance) for _ in range(RECASTS))]
        for text in both:
            found = [joined(text, setting), *(joined(cut(text, chance)) for _ in range(CUTS))]
            yield from (columns for columns in found if columns)


def raw_chains(novels: Iterable[Path], chance: Random) -> Iterator[Columns]:
    """Parts of novels with the spans that the shipped model is sure of."""
    for path in novels:
        paragraphs = path.read_text(encoding="utf-8").split("\n\n")
        for _ in range(PARTS):
            start, size = chance.randrange(len(paragraphs)), chance.choice(LENGTHS)
            end = start + 1
            while end < len(paragraphs) and sum(len(p) for p in paragraphs[start:end]) < size:
                end += 1
            document, _ = run(document_from_text("\n\n".join(paragraphs[start:end])), READ)
            seen = document[SIGNALS]
            kept = taken(seen.span_label, seen.span_sure)
            first, last, label = (c[kept].tolist() for c in (seen.span_first, seen.span_last, seen.span_label))
            if len(kept) > 1:
                words = words_of(document)
                spans = written(words, first, last, label, setting_of(document))
                yield words, breaks_of(document), first, last, spans, None


def main(data: Path, work: Path) -> None:
    """Run from the command line."""
    novels, lines = sorted((data / "books" / "train").glob("*.txt")), data / "goemotions"
    work.mkdir(parents=True, exist_ok=True)
    with (work / "raw.pkl").open("wb") as file:
        pickle.dump(raw_texts(novels, lines / "train" / "train.tsv", lines / "labels.txt"), file)
    chance = Random(SEED)
    held = list(read_gold(data / "litbank" / "dev"))
    cuts = (joined(cut(gold, chance)) for gold in held for _ in range(DEV_CUTS))
    chains = {
        "whole": [columns for columns in map(joined, held) if columns],
        "short": [columns for columns in cuts if columns],
        "train": [*told_chains(list(read_gold(data / "litbank" / "train")), chance)],
        "raw": [*raw_chains(novels, chance)],
    }
    with (work / "chains.pkl").open("wb") as file:
        pickle.dump(chains, file)
    print({kind: len(texts) for kind, texts in chains.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
