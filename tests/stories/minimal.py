"""Minimal pairs: two short stories that differ in one fact, and a question that the fact answers.

``python -m tests.stories.minimal`` reads all pairs and prints how many are answered right, both stories of each. The
rules were made with the pairs of ``first.toml`` and ``second.toml`` in view, and without a look at those of
``third.toml``: what is right of these is what a new story may expect.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import unspoken
from unspoken.story import Story

PAIRS = Path(__file__).parent / "pairs"
WARM = {"love", "trust", "gratitude", "joy", "pride", "positive", "close"}
COLD = {"contempt", "anger", "jealousy", "negative", "estranged"}
HELD = ("believes", "knows")


@dataclass(frozen=True, eq=False)
class Pair:
    """``stories``: both texts; ``answers``: what a reader of each would answer to ``ask``; ``solved``: it was right
    once, and has to stay so."""

    name: str
    stories: tuple[str, str]
    ask: dict[str, Any]
    answers: tuple[Any, Any]
    solved: bool


def pairs(file: str) -> Iterator[Pair]:
    """All pairs of a file."""
    for p in tomllib.loads((PAIRS / file).read_text(encoding="utf-8"))["pair"]:
        first, second = (p["text"].replace("{fact}", fact).strip() + "\n" for fact in p["facts"])
        yield Pair(p["name"], (first, second), p["ask"], tuple(p["answers"]), p.get("solved", False))


def answer(story: Story, ask: dict[str, Any]) -> Any:
    """What a story that was read answers to a question; None where it has no answer."""
    return ANSWERS[ask["question"]](story, ask)


def who(story: Story, name: str | None) -> str | None:
    """The character of a name: the one who is called so most often."""
    if name is None:
        return None
    if name == "narrator":
        return next((c.id for c in story.characters if c.narrator), None)
    words = name.lower().split()

    def called(c: Any) -> int:
        return sum(
            story.text[m.start : m.end].lower().split()[-len(words) :] == words
            or (m.form == "name" and set(words) <= set(story.text[m.start : m.end].lower().split()))
            for m in c.mentions
        )

    best = max(story.characters, key=called, default=None)
    return best.id if best is not None and called(best) else None


def feels(story: Story, ask: dict[str, Any]) -> bool:
    """Whether somebody really feels one of some emotions at some time, towards somebody where that is asked."""
    one, other = who(story, ask["who"]), who(story, ask["toward"]) if "toward" in ask else None
    return any(
        f.experiencer == one
        and f.emotion in ask["emotion"]
        and not (f.negated or f.hypothetical)
        and (other is None or f.target == other)
        for f in story.feelings
    )


def believes(story: Story, ask: dict[str, Any]) -> str:
    """The sign of what is held at the end of somebody's heart."""
    one, about, other = who(story, ask["who"]), who(story, ask["about"]), who(story, ask.get("toward"))
    found = "unknown"
    for b in sorted(story.beliefs, key=lambda b: b.start):
        p = b.proposition
        if (b.holder, p.subject, b.until_scene) != (one, about, None) or b.stance not in HELD:
            continue
        if p.predicate == ask["predicate"] and ask["predicate"] in ("knows", "wants"):
            found = b.polarity
        elif (same := _same(p.value, ask.get("value"))) and other in (None, p.object):
            found = b.polarity if same > 0 else {"+": "-", "-": "+"}[b.polarity]
    return found


def _same(value: str | None, asked: str | None) -> int:
    """1: both say the same of a heart; -1: the contrary; 0: nothing to do with each other."""
    if value == asked or ({value, asked} <= WARM) or ({value, asked} <= COLD):
        return 1
    return -1 if {value, asked} & WARM and {value, asked} & COLD else 0


def gap(story: Story, ask: dict[str, Any]) -> str:
    """Whether somebody is wrong, or in the dark, about somebody's heart, and still is at the end."""
    one, about = who(story, ask["who"]), who(story, ask["about"])
    found = [g for g in story.gaps if (g.holder, g.about) == (one, about) and ask.get("type", g.type) == g.type]
    return "none" if not found else "closed" if all(g.closes_scene for g in found) else "open"


def read(story: Story, ask: dict[str, Any]) -> bool:
    """Whether somebody reads a document of a kind."""
    one = who(story, ask["who"])
    return any(d.kind == ask["kind"] and any(r.character == one for r in d.read_by) for d in story.documents)


def _between(story: Story, ask: dict[str, Any]) -> Any:
    pair = {who(story, name) for name in ask["pair"]}
    return next((r for r in story.relationships if set(r.pair) == pair), None)


def status(story: Story, ask: dict[str, Any]) -> str | None:
    """How two stand with each other at the end."""
    found = _between(story, ask)
    known = [p.status for p in found.timeline if p.status is not None] if found else []
    return known[-1] if known else None


def contact(story: Story, ask: dict[str, Any]) -> str | None:
    """Whether two are together at the end."""
    found = _between(story, ask)
    known = [p.contact for p in found.timeline if p.contact is not None] if found else []
    return known[-1] if known else None


def event(story: Story, ask: dict[str, Any]) -> bool:
    """Whether something happens between two."""
    found = _between(story, ask)
    actor = who(story, ask["actor"]) if "actor" in ask else None
    events = [e for e in found.events if e.type == ask["type"]] if found else []
    return any(actor in (None, e.actor) for e in events)


def attitude(story: Story, ask: dict[str, Any]) -> str:
    """The disposition of one towards another at the end."""
    ends = who(story, ask["from"]), who(story, ask["to"])
    found = [a for a in story.attitudes if (a.holder, a.target) == ends and a.until_scene is None]
    return found[-1].value if found else "none"


def _quote(story: Story, ask: dict[str, Any]) -> Any:
    return next((q for q in story.quotes if ask["quote"] in story.text[q.start : q.end]), None)


def speaker(story: Story, ask: dict[str, Any]) -> str | None:
    """Who says it."""
    found = _quote(story, ask)
    return found.speaker if found else None


def addressee(story: Story, ask: dict[str, Any]) -> str | None:
    """To whom it is said."""
    found = _quote(story, ask)
    return found.addressees[0] if found and found.addressees else None


def present(story: Story, ask: dict[str, Any]) -> bool | None:
    """Whether somebody is there in a scene."""
    scenes = story.scenes[ask["scene"] - 1 : ask["scene"]]
    return who(story, ask["who"]) in scenes[0].present if scenes else None


def days(story: Story, ask: dict[str, Any]) -> Any:
    """How many nights passed before a scene."""
    scenes = story.scenes[ask["scene"] - 1 : ask["scene"]]
    passed = scenes[0].time.days_after_previous if scenes else None
    return "unknown" if passed is None else passed


def mode(story: Story, ask: dict[str, Any]) -> str | None:
    """Whether a scene is told in its place."""
    scenes = story.scenes[ask["scene"] - 1 : ask["scene"]]
    return scenes[0].mode if scenes else None


ANSWERS: dict[str, Callable[[Story, dict[str, Any]], Any]] = {
    function.__name__: function
    for function in (
        feels, believes, gap, read, status, contact, event, attitude, speaker, addressee, present, days, mode,
    )
}  # fmt: skip


def right(pair: Pair) -> tuple[bool, bool]:
    """Read both stories; whether each is answered as it should be."""
    stories = [unspoken.read(text) for text in pair.stories]
    given = [answer(story, pair.ask) for story in stories]
    wanted: list[Any] = [
        who(story, a) if pair.ask["question"] in ("speaker", "addressee") else a
        for story, a in zip(stories, pair.answers, strict=True)
    ]
    return given[0] == wanted[0], given[1] == wanted[1]


def main() -> None:
    """Print how many pairs are right, by what is asked, and which."""
    for file in sorted(path.name for path in PAIRS.glob("*.toml")):
        found = {pair: right(pair) for pair in pairs(file)}
        print(f"{file}: {sum(map(all, found.values()))} of {len(found)} pairs")
        for question in ANSWERS:
            asked = [both for pair, both in found.items() if pair.ask["question"] == question]
            if asked:
                print(f"  {question:<12}{sum(map(all, asked))} of {len(asked)}")
        print("  right:", *(pair.name for pair, both in found.items() if all(both)))


if __name__ == "__main__":
    main()
