"""Whom pronouns mean in very short stories: ``python -m tests.stories.pronouns`` reads them all and counts.

The rules were made with the pieces of ``seen.txt`` in view and without a look at those of ``unseen.txt``. A piece
begins with its title and people, each with other ways to call them in brackets; in its text the person whom a pronoun
means stands in braces behind it: "She{Mara} put her{Mara} coat over his{Ivo} chair."
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import unspoken
from unspoken.layers.characters import Character
from unspoken.story import Story

FOLDER = Path(__file__).parent / "pronouns"
SINGULAR = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
OTHERS = frozenset(("i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself"))
NAMED = re.compile(r"([^,(]+)(?:\(([^)]*)\))?(?:,|$)")
ARTICLE = re.compile(r"^(?:the|a|an|my|his|her) ")


@dataclass(frozen=True)
class Piece:
    """``people``: for each the ways to call them; ``meant``: the span of a pronoun and whom it means (one or more)."""

    title: str
    people: Mapping[str, tuple[str, ...]]
    text: str
    meant: tuple[tuple[int, int, tuple[str, ...]], ...]


def pieces(file: str) -> Iterator[Piece]:
    """All pieces of a file."""
    for block in re.split(r"^=====$", (FOLDER / file).read_text(encoding="utf-8"), flags=re.MULTILINE):
        head, _, body = block.strip().partition("\n")
        title, _, names = head.lstrip("# ").partition("|")
        people = {m[1].strip(): (m[1].strip(), *re.split(r" */ *", m[2] or m[1])) for m in NAMED.finditer(names)}
        text, meant = "", []
        for words, mean in re.findall(r"([^{]*)(?:\{([^}]*)\})?", body.strip()):
            text += words
            if mean:
                pronoun = re.search(r"[\w’']+$", text)
                assert pronoun is not None, (title, mean)
                meant.append((pronoun.start(), len(text), tuple(mean.split("+"))))
        yield Piece(title.strip(), people, text, tuple(meant))


def counted(piece: Piece, story: Story) -> Counter[tuple[str, bool]]:
    """How often a pronoun of each kind that means one person is right, and is not."""
    called = {name: _character(story, names) for name, names in piece.people.items()}
    found = {(m.start, m.end): c.id for c in story.characters for m in c.mentions}
    out: Counter[tuple[str, bool]] = Counter()
    for start, end, (who, *others) in piece.meant:
        word = piece.text[start:end].lower()
        if not others and word in SINGULAR | OTHERS:
            kind = "he, she" if word in SINGULAR else "I, you"
            out[kind, called[who] is not None and found.get((start, end)) == called[who]] += 1
    return out


def _character(story: Story, names: tuple[str, ...]) -> str | None:
    """The character who has one of the names, the first name before the others."""
    if names[0] == "narrator":
        return next((c.id for c in story.characters if c.narrator), None)
    for name in names:
        for c in story.characters:
            if _plain(name) in {_plain(n) for n in (c.name, *c.aliases)}:
                return c.id
    words = set(_plain(names[0]).split())
    near = [c for c in story.characters if any(words & set(_plain(n).split()) for n in (c.name, *c.aliases))]
    return max(near, key=_times).id if near else None


def _times(character: Character) -> int:
    return len(character.mentions)


def _plain(name: str) -> str:
    return ARTICLE.sub("", name.strip().lower())


def main() -> None:
    """Print the share that is right, by file and kind."""
    for path in sorted(FOLDER.glob("*.txt")):
        total: Counter[tuple[str, bool]] = Counter()
        for piece in pieces(path.name):
            total += counted(piece, unspoken.read(piece.text))
        for kind in ("he, she", "I, you"):
            n = total[kind, True] + total[kind, False]
            print(f"{path.stem}: {kind}: {total[kind, True]} of {n} right ({total[kind, True] / n:.3f})")


if __name__ == "__main__":
    main()
