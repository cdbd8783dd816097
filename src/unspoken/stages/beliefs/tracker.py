"""The tracker: who believes what, what is so, and where the two part, exactly as docs/tracker.md defines it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from unspoken.stages.beliefs.acts import (
    Act,
    Atom,
    Enter,
    Feel,
    Knows,
    Leave,
    Overhear,
    Prop,
    Read,
    Reveal,
    Say,
    Think,
    Trust,
    Write,
)
from unspoken.stages.beliefs.world import END, Position, Via, World

GapType = Literal["misbelief", "ignorance"]
Condition = tuple[GapType, bool | None]


@dataclass(frozen=True)
class TrackedGap:
    """Positions are ``(when, told)``; ``belief`` is the sign held, or None; the reader's times are ``told``."""

    holder: str
    prop: Prop
    type: GapType
    belief: bool | None
    opens: Position
    closes: Position | None
    reader_from: int
    reader_until: int | None


@dataclass(frozen=True)
class TrackedBelief:
    """One sign held without a break; ``via`` and ``certainty`` are of the evidence that began it."""

    holder: str
    prop: Prop
    sign: bool
    begins: Position
    via: Via
    certainty: float
    ended: Position | None


def track(acts: Sequence[Act]) -> Tracking:
    """Check a story's acts and make its questions answerable.

    Args:
        acts: in reading order; the ``told`` of each is its index.

    Raises:
        ValueError: an act that the vocabulary does not allow.
    """
    for act in acts:
        _check(act, acts)
    return Tracking(acts)


class Tracking:
    """Answers for a story. ``horizon``: only acts told before it exist; ``at``: only positions up to it are past."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._acts = acts
        self._worlds: dict[int, World] = {}
        self._register = Register(acts)

    def _world(self, horizon: int | None) -> World:
        r = len(self._acts) if horizon is None else horizon
        if r not in self._worlds:
            self._worlds[r] = World([act for act in self._acts if act.told < r])
        return self._worlds[r]

    def truth(self, prop: Prop, at: Position | None = None, horizon: int | None = None) -> bool | None:
        """Whether a proposition is so; None: not known."""
        return self._world(horizon).truth(prop, at or END)

    def belief(self, holder: str, prop: Prop, at: Position | None = None, horizon: int | None = None) -> bool | None:
        """Whether somebody holds a proposition (True), its denial (False) or neither (None)."""
        return self._world(horizon).belief(holder, prop, at or END)

    def said(
        self, holder: str, author: str, prop: Prop, sign: bool, at: Position | None = None, horizon: int | None = None
    ) -> bool:
        """Whether a statement of an author reached somebody, trusted or not."""
        return self._world(horizon).said(holder, author, prop, sign, at or END)

    def knows(self, holder: str, prop: Prop, at: Position | None = None, horizon: int | None = None) -> bool:
        """Whether somebody holds what is so."""
        world = self._world(horizon)
        return world.belief(holder, prop, at or END) is True and world.truth(prop, at or END) is True

    def withheld(self, holder: str, prop: Atom, at: Position | None = None, horizon: int | None = None) -> bool:
        """Whether there is evidence that an Atom did not reach somebody."""
        return self._world(horizon).withheld(holder, prop, at or END)

    def gaps(self) -> tuple[TrackedGap, ...]:
        """All gaps, by holder, proposition and opening."""
        found = [gap for holder, prop in self._pairs() for gap in self._gaps_of(holder, prop)]
        return tuple(sorted(found, key=lambda g: (g.holder, repr(g.prop), g.opens)))

    def beliefs(self) -> tuple[TrackedBelief, ...]:
        """All beliefs over time, by holder, proposition and beginning."""
        found = [belief for holder, prop in self._pairs() for belief in self._beliefs_of(holder, prop)]
        return tuple(sorted(found, key=lambda b: (b.holder, repr(b.prop), b.begins)))

    def _pairs(self) -> Iterator[tuple[str, Prop]]:
        """Everybody with every proposition but of the own heart or knowledge."""
        people = sorted({who for act in self._acts for who in _people(act)})
        for prop in dict.fromkeys(p for act in self._acts for p in _props(act)):
            for holder in people:
                if holder != (prop.owner if isinstance(prop, Atom) else prop.who):
                    yield holder, prop

    def _beliefs_of(self, holder: str, prop: Prop) -> Iterator[TrackedBelief]:
        world = self._world(None)
        evidence = world.evidence.get((holder, prop), [])
        moments = sorted({e.position for e in evidence})
        signs = [world.belief(holder, prop, at) for at in moments]
        begins = [n for n, sign in enumerate(signs) if n == 0 or sign != signs[n - 1]]
        for n, m in pairwise([*begins, None]):
            if n is None:
                continue
            here = [e for e in evidence if e.position == moments[n]]
            last_other = max((k for k, e in enumerate(here) if e.sign != signs[n]), default=-1)
            first = here[last_other + 1]
            ended = moments[m] if m is not None else None
            yield TrackedBelief(holder, prop, first.sign, moments[n], first.via, first.certainty, ended)

    def _gaps_of(self, holder: str, prop: Prop) -> Iterator[TrackedGap]:
        world = self._world(None)
        moments = sorted(world.moments(holder, prop))
        conditions = [condition(world, holder, prop, at) for at in moments]
        starts = [n for n, c in enumerate(conditions) if n == 0 or c != conditions[n - 1]]
        for n, m in pairwise([*starts, None]):
            found = conditions[n] if n is not None else None
            if n is None or found is None:
                continue
            opens, closes = moments[n], moments[m] if m is not None else None
            since = self._reader(holder, prop, found, opens, closes)
            yield TrackedGap(holder, prop, *found, opens, closes, since, closes[1] if closes else None)

    def _reader(self, holder: str, prop: Prop, wanted: Condition, opens: Position, closes: Position | None) -> int:
        """The ``told`` of the act with which the reader can first see a gap."""
        acts = self._register.relevant(holder, prop)
        for n, act in enumerate(acts):
            world = World(acts[: n + 1])
            inside = (p for p in world.moments(holder, prop) if opens < p and (closes is None or p < closes))
            if any(condition(world, holder, prop, at) == wanted for at in (opens, *inside)):
                return act.told
        return opens[1]


def condition(world: World, holder: str, prop: Prop, at: Position) -> Condition | None:
    """Whether belief and truth part at a position, and how."""
    held, so = world.belief(holder, prop, at), world.truth(prop, at)
    if held is not None and so is not None and held != so:
        return "misbelief", held
    if isinstance(prop, Atom) and so and held is None and world.withheld(holder, prop, at):
        return "ignorance", None
    return None


class Register:
    """Acts by what they are about, so that those on which one answer depends are found without looking at all."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._about: dict[Prop, list[Act]] = defaultdict(list)
        self._heard: dict[int, list[Act]] = defaultdict(list)
        self._read: dict[str, list[Act]] = defaultdict(list)
        self._trusts: dict[str, list[Act]] = defaultdict(list)
        self._moves: dict[str, list[Act]] = defaultdict(list)
        for act in acts:
            match act:
                case Say(prop=prop) | Write(prop=prop) | Feel(prop=prop) | Reveal(prop=prop) | Think(prop=prop):
                    self._about[prop].append(act)
                case Overhear(said=said):
                    self._heard[said].append(act)
                case Read(doc=doc):
                    self._read[doc].append(act)
                case Trust(who=who):
                    self._trusts[who].append(act)
                case Enter(who=who) | Leave(who=who):
                    self._moves[who].append(act)

    def relevant(self, holder: str, prop: Prop) -> list[Act]:
        """The acts on which anything about a holder and a proposition can depend, in reading order."""
        props = (prop, prop.of) if isinstance(prop, Knows) else (prop,)
        minds = {holder, prop.who} if isinstance(prop, Knows) else {holder}
        about = [act for p in props for act in self._about.get(p, ())]
        found = list(about)
        for act in about:
            found += self._heard.get(act.told, ()) if isinstance(act, Say) else ()
        for doc in {act.doc for act in about if isinstance(act, Write)}:
            found += self._read.get(doc, ())
        for who in minds:
            found += self._trusts.get(who, ())
        for who in minds | {act.who for act in about if isinstance(act, Say | Feel)}:
            found += self._moves.get(who, ())
        return sorted(found, key=lambda act: act.told)


def _props(act: Act) -> tuple[Prop, ...]:
    match act:
        case Say(prop=prop) | Write(prop=prop) | Feel(prop=prop) | Reveal(prop=prop) | Think(prop=prop):
            return (prop, prop.of) if isinstance(prop, Knows) else (prop,)
    return ()


def _people(act: Act) -> Iterator[str]:
    for prop in _props(act):
        who = prop.owner if isinstance(prop, Atom) else prop.who
        if who is not None:
            yield who
    if not isinstance(act, Reveal):
        yield act.who
    match act:
        case Say(to=to):
            yield from to
        case Write(to=str() as to):
            yield to
        case Trust(whom=whom):
            yield whom


def _check(act: Act, acts: Sequence[Act]) -> None:
    """Raise ValueError for what the vocabulary does not allow."""
    match act:
        case Think(who=who, prop=Atom(owner=owner)) if owner == who:
            raise ValueError(f"act {act.told}: what {who} thinks of {who}'s own heart is a Feel")
        case Feel(who=who, prop=prop) if not (isinstance(prop, Atom) and prop.owner == who):
            raise ValueError(f"act {act.told}: {who} can feel of {who}'s own heart only")
        case Reveal(prop=Knows()):
            raise ValueError(f"act {act.told}: what somebody knows follows from beliefs and is not revealed")
        case Reveal(since=since, when=when) if since > when:
            raise ValueError(f"act {act.told}: revealed at {when} to be so since {since}, which is later")
        case Overhear(said=said):
            heard = acts[said] if 0 <= said < len(acts) else None
            if not isinstance(heard, Say) or heard.position > act.position:
                raise ValueError(f"act {act.told}: overhears {said}, which is nothing said by then")
