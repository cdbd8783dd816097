"""``python -m bench.claims STORY.json...``: a random sample of what is claimed of hearts, each claim with its passage.

For somebody to judge by reading: of feelings, relationships, beliefs and gaps in turn, of each kind by lot over all
stories given. Printed as Markdown, ready for a verdict behind each.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from unspoken.exports.json import load
from unspoken.layers.beliefs import Belief
from unspoken.layers.feelings import Feeling
from unspoken.layers.relationships import Relationship
from unspoken.layers.spans import Span
from unspoken.story import Story

AROUND = 300  # code points of the text before and after the words of a claim


@dataclass(frozen=True)
class Claim:
    """``said``: the claim in words; ``span``: the words that it rests on."""

    story: str
    said: str
    span: Span
    confidence: float


def main() -> None:
    """Draw a sample and print it."""
    parser = argparse.ArgumentParser(prog="python -m bench.claims", description=__doc__)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=0.0, metavar="P", help="only claims at least so sure")
    options = parser.parse_args()
    chance, found = random.Random(options.seed), dict[str, list[tuple[Claim, str]]]()
    for path in sorted(options.stories):
        story = load(path)
        for kind, claim in claims(path.stem, story):
            if claim.confidence >= options.least:
                found.setdefault(kind, []).append((claim, passage(story.text, claim.span)))
    for kind in found:
        chance.shuffle(found[kind])
    print(", ".join(f"{len(drawn):,} of {kind}" for kind, drawn in found.items()))
    for number, (kind, (claim, text)) in enumerate(islice(in_turn(found), options.count), 1):
        print(f"\n{number}. *{kind}, {claim.story}*: **{claim.said}** ({claim.confidence:.2f})\n\n   > {text}")


def in_turn(found: Mapping[str, list[tuple[Claim, str]]]) -> Iterator[tuple[str, tuple[Claim, str]]]:
    """One of each kind after the other, until all are drawn."""
    for n in range(max(map(len, found.values()), default=0)):
        yield from ((kind, drawn[n]) for kind, drawn in found.items() if n < len(drawn))


def passage(text: str, span: Span) -> str:
    """The words of a claim between brackets, with what stands around them."""
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return " ".join(f"…{before}[[{text[span.start : span.end]}]]{after}…".split())


def claims(name: str, story: Story) -> Iterator[tuple[str, Claim]]:
    """All claims of a story, by kind."""
    people = {c.id: c.name for c in story.characters}
    for feeling in story.feelings:
        if feeling.experiencer is not None:
            words = Span(feeling.start, feeling.end)
            yield "feelings", Claim(name, _feeling(feeling, people), words, feeling.confidence)
    for relationship in story.relationships:
        one, other = (people[who] for who in relationship.pair)
        if relationship.kinds and (words := _ground(relationship)) is not None:
            said = f"{one} and {other}: {relationship.kinds[0]}{_roles(relationship)}"
            yield "relationships", Claim(name, said, words, relationship.confidence)
        for event in relationship.events:
            said = f"{one} and {other}: {event.type}" + (f", by {people[event.actor]}" if event.actor else "")
            yield "relationships", Claim(name, said, Span(event.start, event.end), event.confidence)
    for belief in story.beliefs:
        yield "beliefs", Claim(name, _belief(belief, people), Span(belief.start, belief.end), belief.confidence)
    for gap in story.gaps:
        about, wrong = people.get(gap.about, gap.about), "is wrong" if gap.type == "misbelief" else "does not know"
        yield "gaps", Claim(name, f"{people[gap.holder]} {wrong} about {about}", gap.truth, gap.confidence)


def _ground(relationship: Relationship) -> Span | None:
    """The words that tell the kind, or where the two are first told of: they are kin through others."""
    begins = next((moment.start for moment in relationship.timeline), None)
    return relationship.evidence or (None if begins is None else Span(begins, begins))


def _roles(relationship: Relationship) -> str:
    return f" ({' and '.join(role or '?' for role in relationship.role)})" if relationship.role else ""


def _feeling(f: Feeling, people: Mapping[str, str]) -> str:
    towards = f" towards {people[f.target]}" if f.target else ""
    so = " does not feel" if f.negated else " may feel" if f.hypothetical else " feels"
    others = f" (or {', '.join(f.candidates)})" if f.candidates else ""
    return f"{people[f.experiencer or '']}{so} {f.emotion}{others}{towards}"


def _belief(b: Belief, people: Mapping[str, str]) -> str:
    p, no = b.proposition, "not " if b.polarity == "-" else ""
    subject, of = people.get(p.subject or "", "somebody"), people.get(p.object or "", "")
    about = " ".join(filter(None, (p.predicate, p.value, of and f"({of})")))
    return f"{people[b.holder]} {b.stance}: {no}{subject} {about}"


if __name__ == "__main__":
    main()
