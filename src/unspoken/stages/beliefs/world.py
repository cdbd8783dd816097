"""What holds in a story for any reader: evidence, access and truth as step functions over positions."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from unspoken.layers.statements import Atom, Knows, Prop
from unspoken.stages.beliefs.acts import Act, Enter, Feel, Leave, Overhear, Read, Reveal, Say, Think, Trust, Write

T = TypeVar("T")
Position = tuple[int, int]
Via = Literal["narrated", "perceived", "told", "read"]
Line = list[tuple[Position, T]]  # values from a position on, in order of positions
TRUST = 0.75  # before anything is said of it
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What reached somebody at ``position``.

    ``order`` parts the statements of one Read. ``author`` is None for what is seen or narrated. It exists for a reader
    who has read beyond ``told``. ``certainty`` is the trust in its author; below one half it changes no belief.
    """

    position: Position
    order: Position
    sign: bool
    via: Via
    certainty: float
    author: str | None
    told: int


def value(line: Line[T], at: Position | None) -> T | None:
    """A step function at a position (None: after everything); None before its first step."""
    k = len(line) if at is None else bisect_right(line, at, key=lambda step: step[0])
    return line[k - 1][1] if k else None


def latest(line: Line[T], at: Position, horizon: int) -> T | None:
    """The same before a horizon, by which steps are left out: each position ends with the ``told`` of its act."""
    for k in range(bisect_right(line, at, key=lambda step: step[0]) - 1, -1, -1):
        if line[k][0][1] < horizon:
            return line[k][1]
    return None


class World:
    """All acts of a story by what they are about. ``horizon``: only acts told before it exist."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._places: dict[str, Line[str | None]] = defaultdict(list)
        self._trust: dict[tuple[str, str], Line[float]] = defaultdict(list)
        self._narrated: dict[Prop, Line[bool]] = defaultdict(list)
        self._reports: dict[Prop, Line[bool]] = defaultdict(list)
        self._open: dict[Prop, list[Say | Feel]] = defaultdict(list)  # whoever is there hears or sees it
        self._own: dict[tuple[str, Prop], list[Evidence]] = defaultdict(list)
        self._letters: dict[tuple[str, Prop], list[Position]] = defaultdict(list)
        self._truths: dict[tuple[Prop, int], Line[bool | None]] = {}
        ordered = sorted(acts, key=lambda act: act.position)
        writes: dict[str, list[Write]] = defaultdict(list)
        for act in ordered:
            self._settle(act)
            if isinstance(act, Write):
                writes[act.doc].append(act)
        for act in ordered:
            self._give(act, acts, writes)
        for settings in self._narrated.values():
            settings.sort()

    def truth(self, prop: Prop, horizon: int) -> Line[bool | None]:
        """Whether a proposition is so, over positions."""
        key = prop, horizon
        if key not in self._truths:
            if isinstance(prop, Knows):
                self._truths[key] = self._truth_of_knowing(prop, horizon)
            else:
                self._truths[key] = self._truth_of_atom(prop, horizon)
        return self._truths[key]

    def belief(self, holder: str, prop: Prop, horizon: int) -> Line[bool | None]:
        """What somebody holds of a proposition, over positions."""
        if isinstance(prop, Atom) and prop.owner == holder:
            return self.truth(prop, horizon)
        if isinstance(prop, Knows) and prop.who == holder:
            return self.belief(holder, prop.of, horizon)
        return [(e.position, e.sign) for e in self.evidence(holder, prop, horizon)]

    def evidence(self, holder: str, prop: Prop, horizon: int) -> list[Evidence]:
        """What gave somebody a belief, in the order in which it was had."""
        return [e for e in self.accesses(holder, prop, horizon) if e.certainty >= ENOUGH]

    def accesses(self, holder: str, prop: Prop, horizon: int) -> list[Evidence]:
        """All that reached somebody of a proposition, trusted or not, in the order in which it was had."""
        found = [self._judged(holder, e, horizon) for e in self._own.get((holder, prop), ()) if e.told < horizon]
        for act in self._open.get(prop, ()):
            if act.told < horizon and self._reaches(act, holder, horizon):
                found.append(self._judged(holder, _in_the_open(act), horizon))
        return sorted(found, key=lambda e: (e.position, e.order))

    def withheld(self, who: str, prop: Atom, horizon: int) -> Line[bool]:
        """Whether there is evidence that an Atom did not reach somebody: from the first witness to the first access."""
        if prop.owner == who:
            return []
        since = min(self._witnesses(who, prop, horizon), default=None)
        had = self.accesses(who, prop, horizon)
        if since is None or (had and had[0].position <= since):
            return []
        return [(since, True), *((e.position, False) for e in had[:1])]

    def _truth_of_atom(self, prop: Prop, horizon: int) -> Line[bool | None]:
        """Self-reports up to the first setting by the narrator, then the narrator's settings."""
        settings = [step for step in self._narrated.get(prop, ()) if step[0][1] < horizon]
        reports = (step for step in self._reports.get(prop, ()) if step[0][1] < horizon)
        return [*(step for step in reports if not settings or step[0] < settings[0][0]), *settings]

    def _truth_of_knowing(self, prop: Knows, horizon: int) -> Line[bool | None]:
        so, held = self.truth(prop.of, horizon), self.belief(prop.who, prop.of, horizon)
        lacked = self.withheld(prop.who, prop.of, horizon)

        def known(at: Position) -> bool | None:
            if not value(so, at):
                return value(so, at)
            belief = value(held, at)
            return False if belief is None and value(lacked, at) else belief

        return [(at, known(at)) for at in steps(so, held, lacked)]

    def _settle(self, act: Act) -> None:
        """Places, trust and truth, by which all else is judged."""
        match act:
            case Enter(who=who, place=place):
                self._places[who].append((act.position, place))
            case Leave(who=who):
                self._places[who].append((act.position, None))
            case Trust(who=who, whom=whom, level=level):
                self._trust[who, whom].append((act.position, level))
            case Feel(prop=prop, sign=sign):
                self._narrated[prop].append((act.position, sign))
            case Reveal(prop=prop, sign=sign, since=since):
                self._narrated[prop].append(((since, act.told), sign))
            case Say(who=who, prop=Atom(owner=owner) as prop) | Write(who=who, prop=Atom(owner=owner) as prop):
                if who == owner:
                    self._reports[prop].append((act.position, act.sign))

    def _give(self, act: Act, acts: Sequence[Act], writes: dict[str, list[Write]]) -> None:
        """What an act gives to whom."""
        at = act.position
        match act:
            case Say() | Feel(shown=True):
                self._open[act.prop].append(act)
            case Think(who=who, prop=prop, sign=sign):
                self._own[who, prop].append(Evidence(at, at, sign, "narrated", 1.0, None, act.told))
            case Overhear(who=who, said=said):
                heard = acts[said]
                assert isinstance(heard, Say)
                both = max(act.told, said)
                self._own[who, heard.prop].append(Evidence(at, at, heard.sign, "told", 1.0, heard.who, both))
            case Write(to=str() as to, prop=prop):
                self._letters[to, prop].append(at)
            case Read(who=who, doc=doc):
                for w in (w for w in writes.get(doc, ()) if w.position < at):
                    both = max(act.told, w.told)
                    self._own[who, w.prop].append(Evidence(at, w.position, w.sign, "read", 1.0, w.who, both))

    def _judged(self, holder: str, e: Evidence, horizon: int) -> Evidence:
        """Evidence with the holder's trust in its author at that position."""
        if e.author is None:
            return e
        levels = self._trust.get((holder, e.author))
        level = latest(levels, e.position, horizon) if levels else None
        return replace(e, certainty=TRUST if level is None else level)

    def _place(self, who: str, at: Position, horizon: int) -> str | None:
        """Where somebody is known to be; None: away or not known."""
        moves = self._places.get(who)
        return latest(moves, at, horizon) if moves else None

    def _known(self, who: str, at: Position, horizon: int) -> bool:
        """Whether it is known where somebody is, or that they are away."""
        return any(position <= at and position[1] < horizon for position, _ in self._places.get(who, ()))

    def _reaches(self, act: Say | Feel, who: str, horizon: int) -> bool:
        """Whether somebody is spoken to or is there."""
        if who == act.who:
            return False
        if isinstance(act, Say) and who in act.to:
            return True
        place = self._place(act.who, act.position, horizon)
        return place is not None and place == self._place(who, act.position, horizon)

    def _witnesses(self, who: str, prop: Atom, horizon: int) -> Iterator[Position]:
        """Where something is written to somebody, or said where somebody is known not to be."""
        yield from (at for at in self._letters.get((who, prop), ()) if at[1] < horizon)
        for act in self._open.get(prop, ()):
            if isinstance(act, Say) and act.told < horizon and who != act.who and who not in act.to:
                at, place = act.position, self._place(act.who, act.position, horizon)
                if place is not None and place != self._place(who, at, horizon) and self._known(who, at, horizon):
                    yield at


def _in_the_open(act: Say | Feel) -> Evidence:
    at = act.position
    if isinstance(act, Say):
        return Evidence(at, at, act.sign, "told", 1.0, act.who, act.told)
    return Evidence(at, at, act.sign, "perceived", 1.0, None, act.told)


def steps(*lines: Line[bool] | Line[bool | None]) -> list[Position]:
    """The positions at which any of several step functions may change."""
    return sorted({position for line in lines for position, _ in line})
