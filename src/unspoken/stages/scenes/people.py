"""Who is in a scene, and whose eyes it is seen through."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from unspoken import resources
from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.clauses import Clause
from unspoken.layers.index import SpanIndex
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import SceneSpan

SPEECH_ONLY = 0.12  # share of narration below which nobody's view shows
LEAD = 1.25  # how far ahead of the second the focal character must be


class Whom:
    """Which character words mean, by position."""

    def __init__(self, characters: Sequence[Character]) -> None:
        self._owner: dict[tuple[int, int], str] = {}
        mentions: list[CharacterMention] = []
        for c in characters:
            for m in c.mentions:
                self._owner[m.start, m.end] = c.id
                mentions.append(m)
        self.index = SpanIndex(mentions)

    def at(self, start: int, end: int) -> str | None:
        """The character that a phrase means: its longest mention, not one that only owns its head ("his voice")."""
        inside = [m for m in self.index.inside(start, end) if m.end == end]
        best = max(inside, key=lambda m: m.end - m.start, default=None)
        return self._owner[best.start, best.end] if best else None

    def within(self, start: int, end: int) -> Counter[str]:
        """How often each character is mentioned in a range."""
        return Counter(self._owner[m.start, m.end] for m in self.index.inside(start, end))


def subjects(clauses: Sequence[Clause], whom: Whom) -> list[tuple[Clause, str]]:
    """Clauses of the narration with the character who is their subject."""
    out = []
    for c in clauses:
        if c.quotation is None and c.subject is not None and (who := whom.at(c.subject.start, c.subject.end)):
            out.append((c, who))
    return out


def present(span: SceneSpan, acts: Sequence[tuple[Clause, str]], quotes: Sequence[Quote]) -> tuple[str, ...]:
    """Who speaks, is spoken to, or does in a scene what only somebody there can do; in order of appearance."""
    doing = resources.words("scenes.toml", "presence")
    first: dict[str, int] = {}
    for clause, who in acts:
        told = clause.tense in ("past", "present") and not clause.negated and clause.modal is None
        if told and clause.governor is None and not clause.conditional and clause.lemma in doing:
            first.setdefault(who, clause.start)
    for quote in quotes:
        if quote.kind == "speech":
            for voice in (quote.speaker, *quote.addressees):
                if voice is not None:
                    first.setdefault(voice, quote.start)
    return tuple(sorted(first, key=lambda who: (first[who], who)))


def focal(
    span: SceneSpan, acts: Sequence[tuple[Clause, str]], narrator: str | None, spoken: int, there: Sequence[str]
) -> str | None:
    """Whose perceptions and thoughts the narration follows, or None.

    Args:
        span: the scene.
        acts: its clauses with their subjects.
        narrator: the character who tells the story, if he is in this scene.
        spoken: code points of the scene that are speech.
        there: who is present.
    """
    if narrator is not None:
        return narrator
    if span.end - span.start - spoken < SPEECH_ONLY * (span.end - span.start):
        return None
    mind = resources.words("scenes.toml", "mind")
    score: dict[str, float] = defaultdict(float)
    for n, (clause, who) in enumerate(acts):
        score[who] += 2.5 if clause.lemma in mind and clause.governor is None else 0.6
        if n == 0:
            score[who] += 1.5
    if not score:
        return there[0] if len(there) == 1 else None
    ranked = sorted(score.items(), key=lambda item: (-item[1], item[0]))
    sure = len(ranked) == 1 or ranked[0][1] >= LEAD * ranked[1][1]
    return ranked[0][0] if sure else None
