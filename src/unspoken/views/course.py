"""The course of a relationship: what each feels for the other, what the other takes it for, and the space between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from unspoken import resources
from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.feelings import Feeling
from unspoken.layers.index import SpanIndex
from unspoken.layers.relationships import Relationship
from unspoken.layers.scenes import Scene
from unspoken.story import Story

REGARD = 0.6  # the valence of an attitude that is positive and no more is known
DENIED = -0.5  # who is believed not to love is believed to be cool, not to hate as much as love would be warm
HELD = {"believes": 1, "knows": 1, "doubts": -1}  # stances that take something to be so, or not to be so

Pair = tuple[str, str]


class Level(msgspec.Struct, frozen=True):
    """From offset ``start`` on, a feeling has this valence, in [-1, 1]."""

    start: int
    value: float


class Held(msgspec.Struct, frozen=True):
    """What the other takes a feeling for, from ``start`` until ``end`` (None: to the end), by a belief (its id)."""

    start: int
    end: int | None
    value: float
    belief: str


class Parting(msgspec.Struct, frozen=True):
    """Where belief and truth part: a gap (its id), its offsets, and both valences as far as they are known."""

    gap: str
    start: int
    end: int | None
    believed: float | None
    felt: float | None


class Heart(msgspec.Struct, frozen=True):
    """What ``holder`` feels for ``target``, and what ``target`` takes it for."""

    holder: str
    target: str
    felt: tuple[Level, ...]
    held: tuple[Held, ...]
    partings: tuple[Parting, ...]


class Course(msgspec.Struct, frozen=True):
    """Both hearts of a pair; ``relationship`` is the id of its record, None where there is none."""

    pair: Pair
    relationship: str | None
    hearts: tuple[Heart, Heart]

    @property
    def told(self) -> bool:
        """Whether anything is known of either heart."""
        return any(h.felt or h.held or h.partings for h in self.hearts)


def courses(story: Story) -> tuple[Course, ...]:
    """The courses of all pairs of whose hearts something is known.

    Args:
        story: a finished story.

    Returns:
        Pairs with a relationship in the order of the layer, then those of whom a belief or a gap alone tells.
    """
    maker = _Maker(story)
    pairs: dict[frozenset[str], tuple[Pair, Relationship | None]] = {
        frozenset(r.pair): (r.pair, r) for r in story.relationships
    }
    for holder, about in (*maker.beliefs, *maker.gaps):
        pairs.setdefault(frozenset((holder, about)), ((about, holder), None))
    made = (maker.course(pair, relationship) for pair, relationship in pairs.values())
    return tuple(course for course in made if course.told)


def course(story: Story, a: str, b: str) -> Course:
    """The course between two characters (ids), ``a`` first; empty where nothing is known."""
    relationship = next((r for r in story.relationships if frozenset(r.pair) == frozenset((a, b))), None)
    return _Maker(story).course((a, b), relationship)


class _Maker:
    def __init__(self, story: Story) -> None:
        self.scenes: dict[str, Scene] = {scene.id: scene for scene in story.scenes}
        self.feelings: SpanIndex[Feeling] = SpanIndex(story.feelings)
        self.by_id = {b.id: b for b in story.beliefs}
        self.beliefs: dict[Pair, list[Belief]] = defaultdict(list)  # by who holds it and whose heart it is about
        for belief in story.beliefs:
            if (subject := belief.proposition.subject) and belief.proposition.object == belief.holder != subject:
                self.beliefs[belief.holder, subject].append(belief)
        self.gaps: dict[Pair, list[Gap]] = defaultdict(list)
        for gap in story.gaps:
            self.gaps[gap.holder, gap.about].append(gap)

    def course(self, pair: Pair, relationship: Relationship | None) -> Course:
        first, second = (
            Heart(
                holder, target, tuple(_felt(relationship, holder)), tuple(self._held(target, holder)),
                tuple(self._parting(gap) for gap in self.gaps.get((target, holder), ())),
            )
            for holder, target in (pair, pair[::-1])
        )  # fmt: skip
        return Course(pair, relationship.id if relationship else None, (first, second))

    def _held(self, holder: str, subject: str) -> Iterator[Held]:
        """Beliefs about a heart; a later one takes the place of an earlier one."""
        told = ((b, value) for b in self.beliefs.get((holder, subject), ()) if (value := valence(b)) is not None)
        found = sorted(told, key=lambda entry: (self._begin(entry[0]), entry[0].id))
        for n, (belief, value) in enumerate(found):
            start, ends = self._begin(belief), [self._end(belief)]
            ends += [self._begin(later) for later, _ in found[n + 1 : n + 2]]
            end = min((e for e in ends if e is not None), default=None)
            if end is None or end > start:
                yield Held(start, end, value, belief.id)

    def _begin(self, belief: Belief) -> int:
        return self._inside(belief.from_scene, belief.start)

    def _end(self, belief: Belief) -> int | None:
        if belief.ended_by is not None:
            return belief.ended_by.start
        scene = self.scenes.get(belief.until_scene or "")
        return scene.start if scene else None

    def _inside(self, scene: str, offset: int) -> int:
        """An offset if it lies in a scene, else where the scene begins."""
        found = self.scenes.get(scene)
        return offset if found is None or found.start <= offset < found.end else found.start

    def _parting(self, gap: Gap) -> Parting:
        belief = self.by_id.get(gap.belief or "")
        believed = valence(belief) if belief else None
        start = self._inside(gap.opens_scene, belief.start if belief else gap.truth.start)
        closes = self.scenes.get(gap.closes_scene or "")
        end = gap.closed_by.start if gap.closed_by else closes.start if closes else None
        felt = self._true(gap)
        alike = felt is not None and believed is not None and felt * believed > 0
        if (felt is None or alike) and believed is not None and gap.type == "misbelief":
            felt = round(believed / DENIED if believed < 0 else believed * DENIED, 2)  # wrong: so the contrary is so
        return Parting(gap.id, start, end, believed, None if felt is None else max(-1.0, min(1.0, felt)))

    def _true(self, gap: Gap) -> float | None:
        """The strongest feeling that the words of the truth tell of the one whom the gap is about."""
        told: Sequence[Feeling] = self.feelings.touching(gap.truth.start, gap.truth.end)
        of = [f for f in told if f.experiencer == gap.about and f.target in (gap.holder, None) and not f.hypothetical]
        best = max(of, key=lambda f: (f.intensity, -f.start), default=None)
        return None if best is None else round(best.valence * (DENIED if best.negated else 1.0), 2)


def _felt(relationship: Relationship | None, holder: str) -> Iterator[Level]:
    """The valence of one towards the other where it changes."""
    if relationship is None:
        return
    first, before = relationship.pair[0] == holder, None
    for moment in relationship.timeline:
        value = moment.valence.a if first else moment.valence.b
        if value is not None and value != before:
            yield Level(moment.start, value)
            before = value


def valence(belief: Belief) -> float | None:
    """What feeling a belief takes the other to have, as a valence in [-1, 1]; None where it speaks of no feeling."""
    sign = HELD.get(belief.stance)
    proposition = belief.proposition
    if sign is None or proposition.predicate not in ("feels", "attitude"):
        return None
    fixed = {**resources.table("emotions.toml")["valence"], "positive": REGARD, "negative": -REGARD}
    value = fixed.get(proposition.value or "")
    if value is None:
        return None
    return round(float(value) * (1.0 if (belief.polarity == "+") == (sign > 0) else DENIED), 2)
