"""Who touches whom is in talk with them: where a pronoun was taken for a third, the one who is spoken with is meant."""

from __future__ import annotations

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People

TOUCHES = frozenset({"kiss", "embrace", "handshake", "return"})
BESIDE = 400  # code points around a deed within which the one who does it speaks or is spoken to
NEAR = 400  # code points behind a speech within which its two are still together
GENDERS = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}


def in_touch(people: People, clause: Clause, type_: str, actor: str, other: str) -> tuple[str, str]:
    """The doer of a deed of touch and the one it is done to, each corrected by the talk just before.

    Args:
        people: who speaks to whom.
        clause: that tells the deed.
        type_: of the deed.
        actor: whom its subject was taken to mean.
        other: whom its object was taken to mean.
    """
    talk = _talking(people, clause.start) if type_ in TOUCHES else None
    if talk is None or pair_of(actor, other) == talk or not {actor, other} & set(talk):
        return actor, other
    kept = actor if actor in talk else other
    meant = talk[0] if talk[1] == kept else talk[1]
    span, third = (clause.subject, actor) if kept == other else (clause.object, other)
    if not _may_mean(people, span, meant) or _named_since(people, third, clause.start):
        return actor, other
    return (meant, kept) if kept == other else (kept, meant)


def talks_with(people: People, who: str, offset: int) -> str | None:
    """With whom somebody talks around an offset: the nearest speech of theirs, or to them alone."""
    near = people.voices.touching(max(0, offset - BESIDE), offset + BESIDE)
    for voice in sorted(near, key=lambda v: (min(abs(v.start - offset), abs(v.end - offset)), v.start)):
        if not voice.written and len(voice.hearers) == 1 and who in (voice.speaker, voice.hearers[0]):
            return voice.hearers[0] if who == voice.speaker else voice.speaker
    return None


def _talking(people: People, offset: int) -> Pair | None:
    """The two of whom one spoke to the other last, in the same scene."""
    last, scene = people.voices.before(offset), people.scene(offset)
    if last is None or last.written or len(last.hearers) != 1 or scene is None:
        return None
    near = last.start >= scene.start and offset - last.end <= NEAR
    return pair_of(last.speaker, last.hearers[0]) if near else None


def _may_mean(people: People, span: Span | None, who: str) -> bool:
    """Whether a noun phrase is a pronoun that somebody may be called by."""
    gender = GENDERS.get(people.text[span.start : span.end].lower()) if span else None
    return gender is not None and people.characters[who].pronouns in (gender, None)


def _named_since(people: People, who: str, offset: int) -> bool:
    """Whether the narration has named somebody, and not only by a pronoun, since the last speech before an offset."""
    last = people.voices.before(offset)
    named = people.named.inside(last.end if last else 0, offset)
    return any(n.character == who and people.text[n.start : n.end].lower() not in GENDERS for n in named)
