"""The tracker: who believes what, what is so, and where the two part, exactly as docs/tracker.md defines it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, TypeVar

from unspoken.layers.statements import Atom, Knows, Prop
from unspoken.stages.beliefs.acts import Act, Enter, Feel, Leave, Overhear, Read, Reveal, Say, Think, Trust, Write
from unspoken.stages.beliefs.world import Line, Position, Via, World, steps, value

T = TypeVar("T")
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
    """Answers for a story.

    ``at``: only positions up to it are past (None: all). ``horizon``: only acts told before it exist (None: all).
    """

    def __init__(self, acts: Sequence[Act]) -> None:
        self._acts = acts
        self._all = len(acts)
        self._world = World(acts)
        self._register = Register(acts)

    def _until(self, horizon: int | None) -> int:
        return self._all if horizon is None else horizon

    def truth(self, prop: Prop, at: Position | None = None, horizon: int | None = None) -> bool | None:
        """Whether a proposition is so; None: not known."""
        return value(self._world.truth(prop, self._until(horizon)), at)

    def belief(self, holder: str, prop: Prop, at: Position | None = None, horizon: int | None = None) -> bool | None:
        """Whether somebody holds a proposition (True), its denial (False) or neither (None)."""
        return value(self._world.belief(holder, prop, self._until(horizon)), at)

    def said(
        self, holder: str, author: str, prop: Prop, sign: bool, at: Position | None = None, horizon: int | None = None
    ) -> bool:
        """Whether a statement of an author reached somebody, trusted or not."""
        had = self._world.accesses(holder, prop, self._until(horizon))
        return any(e.author == author and e.sign == sign and (at is None or e.position <= at) for e in had)

    def knows(self, holder: str, prop: Prop, at: Position | None = None, horizon: int | None = None) -> bool:
        """Whether somebody holds what is so."""
        return self.belief(holder, prop, at, horizon) is True and self.truth(prop, at, horizon) is True

    def withheld(self, holder: str, prop: Atom, at: Position | None = None, horizon: int | None = None) -> bool:
        """Whether there is evidence that an Atom did not reach somebody."""
        return value(self._world.withheld(holder, prop, self._until(horizon)), at) is True

    def gaps(self) -> tuple[TrackedGap, ...]:
        """All gaps, by holder, proposition (as it is printed) and opening."""
        found = [gap for holder, prop in self._pairs() for gap in self._gaps_of(holder, prop)]
        return tuple(sorted(found, key=lambda g: (g.holder, repr(g.prop), g.opens)))

    def beliefs(self) -> tuple[TrackedBelief, ...]:
        """All beliefs over time, by holder, proposition (as it is printed) and beginning."""
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
        evidence = self._world.evidence(holder, prop, self._all)
        for sign, begins, ended in runs([(e.position, e.sign) for e in evidence]):
            here = [e for e in evidence if e.position == begins]
            last_other = max((k for k, e in enumerate(here) if e.sign != sign), default=-1)
            first = here[last_other + 1]
            yield TrackedBelief(holder, prop, sign, begins, first.via, first.certainty, ended)

    def _gaps_of(self, holder: str, prop: Prop) -> Iterator[TrackedGap]:
        found = list(runs(conditions(self._world, holder, prop, self._all)))
        seen = self._seen(holder, prop, found) if found else {}
        for run in found:
            (kind, belief), opens, closes = run
            until = closes[1] if closes else None
            yield TrackedGap(holder, prop, kind, belief, opens, closes, seen.get(run, opens[1]), until)

    def _seen(self, holder: str, prop: Prop, gaps: list[Run[Condition]]) -> dict[Run[Condition], int]:
        """For each gap the ``told`` of the act with which the reader can first see it."""
        seen: dict[Run[Condition], int] = {}
        for told in self._register.turns(holder, prop):
            if len(seen) == len(gaps):
                break
            so = {sign for _, sign in self._world.truth(prop, told + 1)}
            open_yet = [gap for gap in gaps if gap not in seen and (gap[0][1] is not True) in so]
            if not open_yet:
                continue
            now = list(runs(conditions(self._world, holder, prop, told + 1)))
            seen.update((gap, told) for gap in open_yet if any(_meet(gap, run) for run in now))
        return seen


Run = tuple[T, Position, Position | None]


def runs(line: Line[T | None]) -> Iterator[Run[T]]:
    """Each value but None with the position where it begins and the one where another follows, or None.

    Of several steps at one position the last counts.
    """
    steps = list(dict(line).items())
    starts = [step for k, step in enumerate(steps) if k == 0 or step[1] != steps[k - 1][1]]
    for (begins, held), following in zip_longest(starts, starts[1:]):
        if held is not None:
            yield held, begins, following[0] if following else None


def _meet(a: Run[Condition], b: Run[Condition]) -> bool:
    """Whether two runs are of one condition and have a position in common."""
    return a[0] == b[0] and (a[2] is None or b[1] < a[2]) and (b[2] is None or a[1] < b[2])


def conditions(world: World, holder: str, prop: Prop, horizon: int) -> Line[Condition | None]:
    """Whether belief and truth part, and how, over positions."""
    truth = world.truth(prop, horizon)
    if not truth:
        return []
    held = world.belief(holder, prop, horizon)
    lacked = world.withheld(holder, prop, horizon) if isinstance(prop, Atom) else []
    if not (held or lacked):
        return []

    def condition(at: Position) -> Condition | None:
        so, belief = value(truth, at), value(held, at)
        if so is not None and belief is not None:
            return ("misbelief", belief) if so != belief else None
        return ("ignorance", None) if so and value(lacked, at) else None

    return [(at, condition(at)) for at in steps(truth, held, lacked)]


class Register:
    """Acts by what they are about: those with which anything about a holder and a proposition can turn."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._about: dict[Prop, list[Act]] = defaultdict(list)
        self._heard: dict[int, list[Act]] = defaultdict(list)
        self._read: dict[str, list[Act]] = defaultdict(list)
        self._back: dict[str, list[Act]] = defaultdict(list)
        last: Position | None = None
        for act in acts:
            match act:
                case Say(prop=prop) | Write(prop=prop) | Feel(prop=prop) | Reveal(prop=prop) | Think(prop=prop):
                    self._about[prop].append(act)
                case Overhear(said=said):
                    self._heard[said].append(act)
                case Read(doc=doc):
                    self._read[doc].append(act)
                case Trust(who=who) | Enter(who=who) | Leave(who=who) if last is not None and act.position < last:
                    self._back[who].append(act)  # told in story order, a move or trust changes nothing told before
            last = act.position if last is None else max(last, act.position)

    def turns(self, holder: str, prop: Prop) -> list[int]:
        """``told`` of the acts with which what a reader can tell of a holder and a proposition may change, in order."""
        props = (prop, prop.of) if isinstance(prop, Knows) else (prop,)
        about = [act for p in props for act in self._about.get(p, ())]
        minds = {holder, prop.who} if isinstance(prop, Knows) else {holder}
        found = {act.told for act in about}
        for act in about:
            if isinstance(act, Say):
                found.update(later.told for later in self._heard.get(act.told, ()))
        for doc in {act.doc for act in about if isinstance(act, Write)}:
            found.update(later.told for later in self._read.get(doc, ()))
        for who in minds | {act.who for act in about if isinstance(act, Say | Feel)}:
            found.update(act.told for act in self._back.get(who, ()))
        return sorted(found)


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
