"""``python -m bench.slips NOVEL...``: what the note on slips of words (U501) finds, and finds wrongly.

Takes a stretch of each novel, in which each note is a false alarm, and plants in one of five of its sentences a slip: a
word in the place of one that looks or sounds like it.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path

from tests.unit.notes.made import notes, story

PAIRS = (
    "quit quiet;quiet quite;save safe;its it's;their there;then than;lose loose;to too;your you're;passed past;of off;"
    "were where;though through;though thought;form from;breath breathe;whose who's;lead led;weather whether;"
    "affect effect;"
    "bare bear;peace piece;advice advise;heard herd;hear here;know now;know no;thing think;who how;was saw;hole whole;"
    "weak week;wait weight;won one;by buy;right write;new knew;two tow;sun son;hour our"
)
OTHERS: dict[str, list[str]] = {}
for pair in PAIRS.split(";"):
    one, other = pair.split()
    OTHERS.setdefault(one, []).append(other)
    OTHERS.setdefault(other, []).append(one)
WORD = re.compile(r"[A-Za-z']+")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.slips", description=__doc__)
    parser.add_argument("novels", nargs="+", type=Path)
    parser.add_argument(
        "--words", type=int, default=15_000, metavar="N", help="of each novel, from its second third on"
    )
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    chance, words, alarms = random.Random(options.seed), 0, 0
    planted, found = Counter[str](), Counter[str]()
    for novel in options.novels:
        for sentence in stretch(novel, options.words):
            words += len(sentence.split())
            before = {note.message for note in notes(story(sentence), "U501")}
            alarms += len(before)
            if (slip := slipped(sentence, chance)) is not None:
                pair, text = slip
                planted[pair] += 1
                found[pair] += any(note.message not in before for note in notes(story(text), "U501"))
    print(f"{words:,} words, {alarms} false alarms: {alarms * 1e5 / words:.1f} in 100,000 words")
    print(f"{found.total()} of {planted.total()} slips found")
    print("\n".join(f"  {pair}: {found[pair]} of {count}" for pair, count in planted.most_common()))


def stretch(novel: Path, words: int) -> list[str]:
    """Sentences from the second third of a novel on, so many words of them."""
    text = novel.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").replace("’", "'")
    paragraphs = [" ".join(p.split()) for p in text.split("\n\n")]
    out, taken = list[str](), 0
    for paragraph in paragraphs[len(paragraphs) // 3 :]:
        for sentence in SENTENCE.split(paragraph):
            if len(sentence.split()) >= 4 and taken < words:
                out.append(sentence)
                taken += len(sentence.split())
    return out


def slipped(sentence: str, chance: random.Random) -> tuple[str, str] | None:
    """A pair of words, and the sentence with one of them in the place of the other; None for four of five sentences."""
    places = [m for m in WORD.finditer(sentence) if m[0].lower() in OTHERS]
    if not places or chance.random() >= 0.2:
        return None
    place = chance.choice(places)
    wrong = chance.choice(OTHERS[place[0].lower()])
    written = wrong.capitalize() if place[0][0].isupper() else wrong
    pair = " ".join(sorted((place[0].lower(), wrong)))
    return pair, sentence[: place.start()] + written + sentence[place.end() :]


if __name__ == "__main__":
    main()
