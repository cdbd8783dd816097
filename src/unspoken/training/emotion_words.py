"""List words that free corpora associate with emotions, for the curation of ``resources/emotion_words.tsv``.

    python -m unspoken.training.emotion_words REMAN_TRAIN_FOLDER GOEMOTIONS_TRAIN_TSV GOEMOTIONS_LABELS [--new]

Prints, for each emotion of the story format, words by pointwise mutual information with it (Church and Hanks 1990) in
GoEmotions (Demszky and others 2020), then the words that REMAN (Kim and Klinger 2018) marks as cues, with how often
they are one. ``--new`` leaves out what the lexicon has. A person decides what goes into the lexicon.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from unspoken.stages.feelings.lexicon import entries

WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
LABELS = {
    "joy": "joy", "amusement": "joy", "excitement": "joy", "love": "love", "caring": "love", "admiration": "trust",
    "gratitude": "gratitude", "optimism": "hope", "relief": "relief", "pride": "pride", "surprise": "surprise",
    "sadness": "sadness", "grief": "sadness", "disappointment": "sadness", "desire": "longing", "remorse": "guilt",
    "embarrassment": "shame", "fear": "fear", "nervousness": "fear", "anger": "anger", "annoyance": "anger",
    "disgust": "contempt",
}  # fmt: skip


def associated(lines: Iterable[tuple[str, frozenset[str]]], least: int = 4) -> Iterator[tuple[str, str, int, float]]:
    """Words with the emotion that they go with.

    Args:
        lines: texts with their emotions.
        least: how often a word must stand with an emotion to count.

    Yields:
        Emotion, word, how often together, pointwise mutual information in bits; the strongest first.
    """
    together: Counter[tuple[str, str]] = Counter()
    words: Counter[str] = Counter()
    emotions: Counter[str] = Counter()
    total = 0
    for text, felt in lines:
        total += 1
        present = set(WORD.findall(text.lower()))
        words.update(present)
        emotions.update(felt)
        together.update((emotion, word) for emotion in felt for word in present)
    rows = (
        (emotion, word, count, math.log2(count * total / (words[word] * emotions[emotion])))
        for (emotion, word), count in together.items()
        if count >= least
    )
    yield from sorted(rows, key=lambda row: (row[0], -row[3] * math.log(row[2] + 1), row[1]))


def goemotions(path: Path, labels: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """The lines of GoEmotions with the emotions of the story format that their labels stand for."""
    names = labels.read_text(encoding="utf-8").split()
    for line in path.read_text(encoding="utf-8").splitlines():
        text, numbers, *_ = [*line.split("\t"), ""]
        if numbers:
            felt = (LABELS.get(names[int(n)]) for n in numbers.split(","))
            yield text, frozenset(emotion for emotion in felt if emotion)


def cue_rates(folder: Path, longest: int = 3) -> Iterator[tuple[str, int, int, str]]:
    """Words of REMAN's cues: the word, how often it is (in) a cue of few words, how often it stands, its category."""
    seen: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    category: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        excerpt = json.loads(path.read_text(encoding="utf-8"))
        cues = [c for c in excerpt["emotions"] if len(excerpt["text"][c["start"] : c["end"]].split()) <= longest]
        for m in WORD.finditer(excerpt["text"].lower()) if cues else ():
            seen[m.group()] += 1
            inside = next((c for c in cues if c["start"] <= m.start() and m.end() <= c["end"]), None)
            if inside is not None:
                cued[m.group()] += 1
                category.setdefault(m.group(), str(inside["category"]))
    yield from ((word, n, seen[word], category[word]) for word, n in sorted(cued.items(), key=lambda x: (-x[1], x[0])))


def main() -> None:
    """Print the lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reman", type=Path)
    parser.add_argument("goemotions", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--new", action="store_true", help="leave out what the lexicon has")
    args = parser.parse_args()
    known = set(entries()) if args.new else set()
    for emotion, word, count, bits in associated(goemotions(args.goemotions, args.labels)):
        if bits >= 2 and word not in known:
            print(f"goemotions\t{emotion}\t{word}\t{count}\t{bits:.2f}")
    for word, cued, seen, category in cue_rates(args.reman):
        if cued / seen >= 0.2 and word not in known:
            print(f"reman\t{category}\t{word}\t{cued}/{seen}")


if __name__ == "__main__":
    main()
