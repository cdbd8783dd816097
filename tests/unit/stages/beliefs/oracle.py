"""The belief tracker's oracle: docs/tracker.md, word for word, answered by looking through all acts anew each time.

Written from the specification alone. Slow and plain on purpose; it shares nothing with the tracker but the acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from unspoken.layers.statements import Atom, Knows
from unspoken.stages.beliefs.acts import Enter, Feel, Leave, Overhear, Read, Reveal, Say, Think, Trust, Write

Position = tuple[int, int]
Prop = Atom | Knows
END: Position = (10**9, 10**9)
AWAY = object()


@dataclass(frozen=True)
class Evidence:
    """What gave a holder a belief: had at ``position``; ``order`` tells the statements of one Read apart."""

    position: Position
    order: Position
    sign: bool
    via: str
    certainty: float


@dataclass(frozen=True)
class Gap:
    holder: str
    prop: Prop
    type: str
    sign: bool | None
    opens: Position
    closes: Position | None
    reader_from: int
    reader_until: int | None


@dataclass(frozen=True)
class Belief:
    holder: str
    prop: Prop
    sign: bool
    begins: Position
    via: str
    certainty: float
    ends: Position | None


def position(act: Any) -> Position:
    return (act.when, act.told)


def check(acts: Sequence[Any]) -> None:
    """ValueError for what the specification does not allow."""
    for act in acts:
        if isinstance(act, Think) and isinstance(act.prop, Atom) and act.prop.owner == act.who:
            raise ValueError("Think about the thinker's own heart")
        if isinstance(act, Feel) and not (isinstance(act.prop, Atom) and act.prop.owner == act.who):
            raise ValueError("Feel of what is not one's own heart")
        if isinstance(act, Reveal) and (not isinstance(act.prop, Atom) or act.since > act.when):
            raise ValueError("Reveal of a Knows, or of what comes after it")
        if isinstance(act, Overhear):
            said = [a for a in acts if a.told == act.said and isinstance(a, Say)]
            if not said or position(said[0]) > position(act):
                raise ValueError("Overhear of no Say, or of a later one")


class World:
    """What exists up to a horizon: its acts are the first ``r``. Every question takes the position ``at``."""

    def __init__(self, acts: Sequence[Any]) -> None:
        self.acts = list(acts)
        self.evidence = cache(self._evidence)  # the definitions are pure; remembering answers changes none
        self.had = cache(self._had)
        self.place = cache(self._place)

    # -- where people are, and what reaches them

    def _place(self, who: str, at: Position) -> Any:
        """The name of a place, AWAY, or None: unknown."""
        moves = [a for a in self.acts if isinstance(a, Enter | Leave) and a.who == who and position(a) <= at]
        if not moves:
            return None
        last = max(moves, key=position)
        return last.place if isinstance(last, Enter) else AWAY

    def at_known_place(self, who: str, at: Position) -> bool:
        return self.place(who, at) not in (None, AWAY)

    def together(self, a: str, b: str, at: Position) -> bool:
        return self.at_known_place(a, at) and self.place(a, at) == self.place(b, at)

    def trust(self, who: str, whom: str, at: Position) -> float:
        given = [a for a in self.acts if isinstance(a, Trust) and (a.who, a.whom) == (who, whom) and position(a) <= at]
        return float(max(given, key=position).level) if given else 0.75

    def hears(self, who: str, say: Say) -> bool:
        """Hears it directly, as it is said."""
        return who != say.who and (who in say.to or self.together(who, say.who, position(say)))

    def statements(self, read: Read) -> list[Write]:
        """The statements that a Read brings, in the order of their Writes."""
        writes = [a for a in self.acts if isinstance(a, Write) and a.doc == read.doc]
        return sorted((w for w in writes if position(w) < position(read)), key=position)

    def _had(self, holder: str) -> tuple[tuple[Position, Say | Write, str], ...]:
        """Each Say or statement that the holder ever had: when it was had, which, and how."""
        out: list[tuple[Position, Say | Write, str]] = []
        for act in self.acts:
            if isinstance(act, Say) and self.hears(holder, act):
                out.append((position(act), act, "told"))
            if isinstance(act, Overhear) and act.who == holder:
                out += [(position(act), say, "told") for say in self.acts if say.told == act.said]
            if isinstance(act, Read) and act.who == holder:
                out += [(position(act), write, "read") for write in self.statements(act)]
        return tuple(out)

    def sees(self, holder: str, feel: Feel) -> bool:
        return bool(feel.shown) and feel.who != holder and self.together(holder, feel.who, position(feel))

    # -- truth

    def truth(self, p: Prop, at: Position = END) -> bool | None:
        if isinstance(p, Knows):
            return self._truth_of_knowing(p, at)
        narrated: list[tuple[Position, bool]] = []
        reports: list[tuple[Position, bool]] = []
        for act in self.acts:
            if isinstance(act, Feel) and act.prop == p:
                narrated.append((position(act), act.sign))
            if isinstance(act, Reveal) and act.prop == p:
                narrated.append(((act.since, act.told), act.sign))
            if isinstance(act, Say | Write) and act.prop == p and p.owner is not None and act.who == p.owner:
                reports.append((position(act), act.sign))
        for settings in (narrated, reports):
            if happened := [setting for setting in settings if setting[0] <= at]:
                return max(happened)[1]
        return None

    def _truth_of_knowing(self, p: Knows, at: Position) -> bool | None:
        truth = self.truth(p.of, at)
        if not truth:
            return truth
        belief = self.belief(p.who, p.of, at)
        if belief is None:
            return False if self.withheld(p.of, p.who, at) else None
        return belief

    # -- belief

    def _evidence(self, holder: str, p: Prop) -> tuple[Evidence, ...]:
        """All evidence that the holder ever has about p, in the order in which it is had."""
        out: list[Evidence] = []
        for act in self.acts:
            here = position(act)
            if isinstance(act, Think) and act.who == holder and act.prop == p:
                out.append(Evidence(here, here, act.sign, "narrated", 1.0))
            if isinstance(act, Feel) and act.prop == p and self.sees(holder, act):
                out.append(Evidence(here, here, act.sign, "perceived", 1.0))
        for had, said, via in self.had(holder):
            trust = self.trust(holder, said.who, had)
            if said.prop == p and trust >= 0.5:
                out.append(Evidence(had, position(said), said.sign, via, trust))
        return tuple(sorted(out, key=lambda e: (e.position, e.order)))

    def belief(self, holder: str, p: Prop, at: Position = END) -> bool | None:
        if isinstance(p, Atom) and p.owner == holder:
            return self.truth(p, at)
        if isinstance(p, Knows) and p.who == holder:
            return self.belief(holder, p.of, at)
        had = [e for e in self.evidence(holder, p) if e.position <= at]
        return had[-1].sign if had else None

    def said(self, holder: str, author: str, p: Prop, sign: bool, at: Position = END) -> bool:
        return any(
            when <= at and (act.who, act.prop, act.sign) == (author, p, sign) for when, act, _ in self.had(holder)
        )

    def knows(self, holder: str, p: Prop, at: Position = END) -> bool:
        return self.belief(holder, p, at) is True and self.truth(p, at) is True

    # -- what is kept from somebody

    def has_access(self, x: str, q: Atom, at: Position) -> bool:
        if x == q.owner or any(when <= at and act.prop == q for when, act, _ in self.had(x)):
            return True
        happened = [a for a in self.acts if position(a) <= at]
        saw = any(isinstance(a, Feel) and a.prop == q and self.sees(x, a) for a in happened)
        return saw or any(isinstance(a, Think) and a.who == x and a.prop == q for a in happened)

    def is_witness(self, act: Any, q: Atom, x: str) -> bool:
        if isinstance(act, Write):
            return bool(act.prop == q and act.to == x)
        if not isinstance(act, Say) or act.prop != q or act.who == x or x in act.to:
            return False
        here = position(act)
        away_or_elsewhere = self.place(x, here) is not None and self.place(x, here) != self.place(act.who, here)
        return self.at_known_place(act.who, here) and away_or_elsewhere

    def withheld(self, q: Atom, x: str, at: Position = END) -> bool:
        if self.has_access(x, q, at):
            return False
        return any(self.is_witness(a, q, x) for a in self.acts if position(a) <= at)

    # -- the pairs and positions that gaps and beliefs are about

    def props(self) -> list[Prop]:
        named = [act.prop for act in self.acts if hasattr(act, "prop")]
        return list(dict.fromkeys([*named, *(p.of for p in named if isinstance(p, Knows))]))

    def people(self) -> list[str]:
        names: list[str | None] = []
        for act in self.acts:
            names += [getattr(act, "who", None), getattr(act, "whom", None)]
            to = getattr(act, "to", None)
            names += [to] if to is None or isinstance(to, str) else list(to)
        for p in self.props():
            names.append(p.who if isinstance(p, Knows) else p.owner)
        return sorted({name for name in names if name is not None})

    def pairs(self) -> Iterator[tuple[str, Prop]]:
        """(holder, p) where p is neither the holder's own heart nor the holder's own knowledge."""
        for holder in self.people():
            for p in self.props():
                if (p.owner if isinstance(p, Atom) else p.who) != holder:
                    yield holder, p

    def positions(self) -> list[Position]:
        since = {(act.since, act.told) for act in self.acts if isinstance(act, Reveal)}
        return sorted(since | {position(act) for act in self.acts})

    def condition(self, holder: str, p: Prop, at: Position) -> tuple[str, bool | None] | None:
        """The type of gap, and for a misbelief the sign of the belief, that holds at one position."""
        truth, belief = self.truth(p, at), self.belief(holder, p, at)
        if belief is not None and truth is not None and belief != truth:
            return ("misbelief", belief)
        if isinstance(p, Atom) and truth and belief is None and self.withheld(p, holder, at):
            return ("ignorance", None)
        return None

    def beliefs(self) -> list[Belief]:
        return [belief for holder, p in self.pairs() for belief in self._beliefs_of(holder, p)]

    def _beliefs_of(self, holder: str, p: Prop) -> Iterator[Belief]:
        for sign, at, after in runs([(at, self.belief(holder, p, at)) for at in self.positions()]):
            first = self._first_evidence(holder, p, at[0])
            yield Belief(holder, p, sign, at[0], first.via, first.certainty, after)

    def _first_evidence(self, holder: str, p: Prop, begins: Position) -> Evidence:
        """Of the evidence had where a belief begins: the first after the last piece of the other sign."""
        here = [e for e in self.evidence(holder, p) if e.position == begins]
        first = here[-1]
        for piece in reversed(here):
            if piece.sign != first.sign:
                break
            first = piece
        return first


def runs(values: list[tuple[Position, Any]]) -> Iterator[tuple[Any, list[Position], Position | None]]:
    """Maximal runs of one value that is not None: the value, its positions, the first position after them."""
    i = 0
    while i < len(values):
        value = values[i][1]
        run = [values[i][0]]
        i += 1
        while i < len(values) and values[i][1] == value:
            run.append(values[i][0])
            i += 1
        if value is not None:
            yield value, run, values[i][0] if i < len(values) else None


class Oracle:
    """All the tracker's questions about a list of acts. ``r`` is the horizon (None: everything)."""

    def __init__(self, acts: Sequence[Any]) -> None:
        check(acts)
        self.acts = tuple(acts)
        self.world = cache(lambda r: World(self.acts[:r]))

    def gaps(self) -> list[Gap]:
        return [gap for holder, p in self.world(None).pairs() for gap in self._gaps_of(holder, p)]

    def _gaps_of(self, holder: str, p: Prop) -> Iterator[Gap]:
        world = self.world(None)
        for condition, at, after in runs([(at, world.condition(holder, p, at)) for at in world.positions()]):
            first = self._reader_from(holder, p, condition, at)
            until = None if after is None else after[1]
            type_, sign = condition
            yield Gap(holder, p, type_, sign, at[0], after, first, until)

    def _reader_from(self, holder: str, p: Prop, condition: tuple[str, bool | None], at: list[Position]) -> int:
        """The act with which a reader can first see the gap at one of its positions."""
        return next(
            t
            for t in range(len(self.acts))
            if any(self.world(t + 1).condition(holder, p, position) == condition for position in at)
        )

    def beliefs(self) -> list[Belief]:
        return self.world(None).beliefs()
