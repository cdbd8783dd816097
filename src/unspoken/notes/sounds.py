"""How names sound, and how far apart they are written."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Spellings of one sound, in the order in which they are replaced.
SOUNDS = (
    (r"^kn", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"ph", "f"), (r"^gh", "g"), (r"gh", ""), (r"^ge(?=o)", "j"),
    (r"g(?=[eiy])", "j"), (r"sch|sh", "s"), (r"ch(?=[rl])", "k"), (r"c(?=[eiy])", "s"), (r"ck|c|q", "k"), (r"x", "ks"),
    (r"z", "s"), (r"y", "i"), (r"(?<=.)h", ""), (r"(?<=[aeiou])w", ""),
)  # fmt: skip


@cache
def sound(name: str) -> str:
    """A name by its consonants, so that Catherine and Katherine, Sean and Shaun, are one; vowels count at the head."""
    plain = unicodedata.normalize("NFKD", name.lower())
    heard = "".join(c for c in plain if c.isalpha())
    for spelling, said in SOUNDS:
        heard = re.sub(spelling, said, heard)
    head = re.sub(r"^[aeiou]+", "a", heard)
    rest = re.sub(r"[aeiou]+", "", head[1:])
    return re.sub(r"(.)\1+", r"\1", head[:1] + rest)


def distance(one: str, other: str) -> int:
    """Letters to add, leave out, change or swap with their neighbour to make one word of another."""
    before, row = list[int](), list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
