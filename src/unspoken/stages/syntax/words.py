"""What is known of a word before its sentence is looked at: its shape, and the class that its company puts it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from unspoken import resources

MARKS = frozenset("“‘\"'«‹„([_*—–-:….,!?;)]”’»")
OPENING = frozenset("“‘\"'«»‹„([_*—–-:…")
MOST_MARKS = 8  # more in a row are no prose, and looking back over all of them would take the square of their number


def fresh(words: Sequence[str], i: int) -> bool:
    """Whether a capital says little: the word opens its sentence or what is said in it."""
    furthest = max(0, i - MOST_MARKS)
    while i > furthest and words[i - 1][0] in MARKS:
        if words[i - 1][0] in OPENING:
            return True
        i -= 1
    return i == 0


def shape(word: str) -> str:
    """One letter: digits, all capitals, a capital first, a mark, or small letters."""
    if word[0].isdigit():
        return "d"
    if not word[0].isalpha():
        return "p"
    return "u" if word.isupper() and len(word) > 1 else "c" if word[0].isupper() else "l"


def class_of(word: str, fresh: bool) -> str:
    """The word's class by the company that it keeps, or its shape where it has none."""
    classes = word_classes()
    low = word.lower().replace("’", "'")
    found = classes.get(low) if fresh else classes.get(word.replace("’", "'"))
    if found is None:
        found = classes.get(word) if fresh else classes.get(low) if shape(word) != "c" else None
    return found or "?" + shape(word)


@cache
def word_classes() -> Mapping[str, str]:
    """Words and the class of each, by the words beside which they stand (Schütze 1995)."""
    out: dict[str, str] = {}
    for line in resources.unpacked("word_classes.tsv.gz").splitlines():
        if not line.startswith("#"):
            name, members = line.split("\t")
            out.update(dict.fromkeys(members.split(), name))
    return out
