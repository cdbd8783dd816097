"""Whose eyes a scene is seen through: focalisation (Genette 1972) by who thinks, feels and perceives in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.scenes.people import Whom

SPEECH_ONLY = 0.12  # share of narration below which nobody's view shows
LEAD = 1.02  # how far ahead of the second the one with the eyes must be
LEAST = 2.5  # weight below which nobody's view shows
# chosen on short stories, in the middle of what does as well; deeds say little of whose eyes see them
MIND, SENSE, HEART, KIN, ACT, OPENS = 2.5, 1.5, 2.0, 1.0, 0.4, 1.0
ELSEWHERE = 6.0  # what is added for all of the inner life that the scenes around tell of
AROUND = 5  # scenes before and after that say who has the eyes in a story
DEPTH = 6  # clauses above one in which somebody thinks it


class Look(NamedTuple):
    """What a scene shows of its people: their inner life, their deeds, and the share of the scene that is narration."""

    inner: Mapping[str, float]
    deeds: Mapping[str, float]
    told: float


def look(acts: Sequence[tuple[Clause, str]], owned: Iterable[str], kin: Iterable[str], told: float) -> Look:
    """Weigh what a scene shows of each of its people.

    Args:
        acts: the narration's clauses with their subjects, in order.
        owned: for each clause about a feeling of a body from inside, its owner ("her jaw ached").
        kin: for each kin term of the narration, whose mother, aunt, ... it is: who is called so is seen from there.
        told: the share of the scene that is narration.
    """
    inner: defaultdict[str, float] = defaultdict(float)
    deeds: defaultdict[str, float] = defaultdict(float)
    for n, (clause, who) in enumerate(acts):
        arrives = clause.lemma in resources.words("scenes.toml", "arrives")
        deeds[who] += _deed(clause) + (OPENS if n == 0 and not arrives else 0.0)
        inner[who] += _mind(clause)
    for who in owned:
        inner[who] += HEART
    for who in kin:
        inner[who] += KIN
    return Look(inner, deeds, told)


def focal(scene: Look, around: Sequence[Look], people: frozenset[str]) -> str | None:
    """The character whose perceptions and thoughts the narration follows, or None.

    Args:
        scene: what the scene shows of its people.
        around: the same of the scenes around: whose inner life they tell has the eyes here too, where little shows.
        people: who may have eyes.
    """
    if scene.told < SPEECH_ONLY:
        return None
    known: defaultdict[str, float] = defaultdict(float)
    for other in around:
        for who, weight in other.inner.items():
            known[who] += weight
    total = sum(known.values()) or 1.0
    shown = {who: scene.inner.get(who, 0.0) + scene.deeds.get(who, 0.0) for who in {*scene.inner, *scene.deeds}}
    score = {who: weight + ELSEWHERE * known[who] / total for who, weight in shown.items() if weight and who in people}
    ranked = sorted(((s, w) for w, s in score.items()), key=lambda item: (-item[0], item[1]))
    if not ranked or ranked[0][0] < LEAST:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= LEAD * ranked[1][0] else None


def _mind(clause: Clause) -> float:
    """How much a clause shows its subject's mind."""
    if clause.lemma in resources.words("scenes.toml", "mind") or _at_a_loss(clause):
        return MIND
    return SENSE if clause.lemma in resources.words("scenes.toml", "senses") else 0.0


def _at_a_loss(clause: Clause) -> bool:
    """ "She could not tell what it meant"."""
    return clause.lemma in resources.words("scenes.toml", "fathoms") and clause.negated and clause.modal is not None


def _deed(clause: Clause) -> float:
    """How much a clause shows of its subject from outside."""
    seen = clause.lemma in resources.words("scenes.toml", "outward") and clause.complement is not None
    return 0.0 if seen or clause.lemma == "come" or _mind(clause) else ACT


def imagined(clauses: Sequence[Clause], whom: Whom) -> frozenset[int]:
    """Where the verbs of clauses stand that tell what somebody else thinks, sees or says of their subject."""
    thinks = resources.words("scenes.toml", "mind") | resources.words("scenes.toml", "senses") | {"tell", "say", "ask"}
    out = []
    for clause in clauses:
        above, who, depth = clause.governor, whom.of(clause.subject), 0
        while above is not None and who is not None and depth < DEPTH:
            holder = clauses[above]
            mind = whom.of(holder.subject) if holder.lemma in thinks and holder.quotation is None else None
            if mind not in (None, who):
                out.append(clause.verb.start)
                break
            above, depth = holder.governor, depth + 1
    return frozenset(out)


def aches(text: str, clauses: Sequence[Clause], whom: Whom) -> list[str]:
    """Owners of what hurts or burns ("his eyes were stinging"), and whoever is said to be glad or afraid."""
    out = []
    for c in clauses:
        if c.subject is None or c.quotation is not None:
            continue
        within = text[c.subject.start : c.subject.end].lower().split()[-1:]
        inner = not resources.words("scenes.toml", "inside").isdisjoint(within)
        if (inner or c.lemma in resources.words("scenes.toml", "bodily")) and (
            who := whom.owner(c.subject.start, c.subject.end)
        ):
            out.append(who)
        elif c.complement is not None and (who := whom.of(c.subject)) and c.lemma in ("be", "feel"):
            said = text[c.complement.start : c.complement.end].lower().split()[:4]
            if any(word.strip(",.;") in _hearts() for word in said):
                out.append(who)
        out.extend(_struck(text, c, whom))
    return out


def _struck(text: str, c: Clause, whom: Whom) -> list[str]:
    """To whom something seems so or occurs, and whose head it enters ("It had never entered her head that")."""
    seems, enters = (c.lemma in resources.words("scenes.toml", key) for key in ("seems", "enters"))
    to = [whom.of(Span(o.start, o.end)) for o in c.obliques if seems and o.preposition == "to"]
    heads = resources.words("scenes.toml", "heads")
    if enters and c.object is not None and text[c.object.start : c.object.end].lower().split()[-1] in heads:
        to.append(whom.owner(c.object.start, c.object.end))
    it = c.subject is not None and text[c.subject.start : c.subject.end].lower() in ("it", "nothing", "that", "this")
    return [who for who in to if who is not None and it]


@cache
def _hearts() -> frozenset[str]:
    """Adjectives of feeling, said of the one who feels."""
    out: set[str] = set()
    for line in resources.text("emotion_words.tsv").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        _, kind, _, _, lemmas = line.split("\t")
        if kind == "adj":
            out.update(lemmas.split())
        elif kind == "affect":
            out.update(w + ("d" if w.endswith("e") else "ed") for w in lemmas.split())
            out.update(w[:-1] + "ied" for w in lemmas.split() if w.endswith("y"))
    return frozenset(out) | resources.words("scenes.toml", "sure")
