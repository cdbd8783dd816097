"""What holds in a story as far as some of its acts tell: evidence, access, truth, each answered by bisection."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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

Position = tuple[int, int]
Via = Literal["narrated", "perceived", "told", "read"]
END: Position = (1 << 62, 1 << 62)
TRUST = 0.75  # before anything is said of it
ENOUGH = 0.5


@dataclass(frozen=True, order=True)
class Evidence:
    """What gives a belief, had at ``position``; ``order`` parts the statements of one Read."""

    position: Position
    order: Position
    sign: bool
    via: Via
    certainty: float


class World:
    """The state of things after each position. All questions are for acts at positions up to ``at``."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self.evidence: dict[tuple[str, Prop], list[Evidence]] = defaultdict(list)
        self.statements: dict[tuple[str, str, Prop, bool], Position] = {}
        self._access: dict[tuple[str, Prop], Position] = {}
        self.witnesses: dict[tuple[str, Prop], list[tuple[Position, str]]] = defaultdict(list)
        self.narrated: dict[Prop, list[tuple[Position, bool]]] = defaultdict(list)
        self.reports: dict[Prop, list[tuple[Position, bool]]] = defaultdict(list)
        self._places: dict[str, list[tuple[Position, str | None]]] = defaultdict(list)
        self._trust: dict[tuple[str, str], list[tuple[Position, float]]] = defaultdict(list)
        ordered = sorted(acts, key=lambda act: act.position)
        for act in ordered:
            self._background(act)
        says = {act.told: act for act in acts if isinstance(act, Say)}
        writes: dict[str, list[Write]] = defaultdict(list)
        for act in ordered:
            if isinstance(act, Write):
                writes[act.doc].append(act)
        for act in ordered:
            self._take(act, says, writes)

    def truth(self, prop: Prop, at: Position = END) -> bool | None:
        """Whether a proposition is so."""
        if isinstance(prop, Knows):
            return self._truth_of_knowing(prop, at)
        for settings in (self.narrated.get(prop, ()), self.reports.get(prop, ())):
            k = bisect_right(settings, at, key=lambda s: s[0])
            if k:
                return settings[k - 1][1]
        return None

    def _truth_of_knowing(self, prop: Knows, at: Position) -> bool | None:
        so = self.truth(prop.of, at)
        if not so:
            return so
        held = self.belief(prop.who, prop.of, at)
        if held is not None:
            return held
        return False if self.withheld(prop.who, prop.of, at) else None

    def belief(self, holder: str, prop: Prop, at: Position = END) -> bool | None:
        """What somebody holds of a proposition."""
        if isinstance(prop, Atom) and prop.owner == holder:
            return self.truth(prop, at)
        if isinstance(prop, Knows) and prop.who == holder:
            return self.belief(holder, prop.of, at)
        found = self.evidence.get((holder, prop), ())
        k = bisect_right(found, at, key=lambda e: e.position)
        return found[k - 1].sign if k else None

    def said(self, holder: str, author: str, prop: Prop, sign: bool, at: Position = END) -> bool:
        """Whether somebody had a statement of an author, trusted or not."""
        return self.statements.get((holder, author, prop, sign), END) <= at and at is not None

    def withheld(self, who: str, prop: Atom, at: Position = END) -> bool:
        """Whether there is evidence that somebody had no access to an Atom."""
        if prop.owner == who or self._access.get((who, prop), END) <= at:
            return False
        return any(position <= at for position, _ in self.witnesses.get((who, prop), ()))

    def moments(self, holder: str, prop: Prop) -> set[Position]:
        """The positions at which belief, truth or access of a holder and a proposition can change."""
        found = {e.position for e in self.evidence.get((holder, prop), ())}
        found |= {p for p, _ in (*self.narrated.get(prop, ()), *self.reports.get(prop, ()))}
        if (holder, prop) in self._access:
            found.add(self._access[holder, prop])
        found |= {p for p, _ in self.witnesses.get((holder, prop), ())}
        return found | self.moments(prop.who, prop.of) if isinstance(prop, Knows) else found

    def place(self, who: str, at: Position) -> tuple[bool, str | None]:
        """Whether it is known where somebody is, and the place (None: away)."""
        moves = self._places.get(who, ())
        k = bisect_right(moves, at, key=lambda m: m[0])
        return (True, moves[k - 1][1]) if k else (False, None)

    def trust(self, who: str, whom: str, at: Position) -> float:
        """How far somebody trusts another."""
        levels = self._trust.get((who, whom), ())
        k = bisect_right(levels, at, key=lambda x: x[0])
        return levels[k - 1][1] if k else TRUST

    def _background(self, act: Act) -> None:
        """Places and trust come first, since all else is judged by them."""
        match act:
            case Enter(who=who, place=place):
                self._places[who].append((act.position, place))
            case Leave(who=who):
                self._places[who].append((act.position, None))
            case Trust(who=who, whom=whom, level=level):
                self._trust[who, whom].append((act.position, level))

    def _take(self, act: Act, says: dict[int, Say], writes: dict[str, list[Write]]) -> None:
        at = act.position
        match act:
            case Say():
                self._report(act.who, act.prop, at, act.sign)
                hearers = self._hearers(act)
                for who in hearers:
                    self._told(who, act.who, act.prop, act.sign, at, at, "told")
                self._kept_out(act, hearers)
            case Overhear(who=who, said=said) if said in says:
                heard = says[said]
                self._told(who, heard.who, heard.prop, heard.sign, at, at, "told")
            case Write():
                self._report(act.who, act.prop, at, act.sign)
                if act.to is not None:
                    self.witnesses[act.to, act.prop].append((at, act.who))
            case Read(who=who, doc=doc):
                for statement in writes.get(doc, ()):
                    if statement.position < at:
                        self._told(who, statement.who, statement.prop, statement.sign, at, statement.position, "read")
            case Feel():
                self.narrated[act.prop].append((at, act.sign))
                self.narrated[act.prop].sort()
                for who in self._here(act.who, at) if act.shown else ():
                    self._had(who, act.prop, Evidence(at, at, act.sign, "perceived", 1.0))
            case Reveal(prop=prop, sign=sign, since=since):
                insort(self.narrated[prop], ((since, act.told), sign))
            case Think(who=who, prop=prop, sign=sign):
                self._had(who, prop, Evidence(at, at, sign, "narrated", 1.0))

    def _report(self, who: str, prop: Prop, at: Position, sign: bool) -> None:
        """Somebody's word of the own heart."""
        if isinstance(prop, Atom) and prop.owner == who:
            self.reports[prop].append((at, sign))

    def _here(self, who: str, at: Position) -> Iterator[str]:
        """Everybody else at the same known place."""
        place = self.place(who, at)[1]
        if place is not None:
            yield from (other for other in self._places if other != who and self.place(other, at)[1] == place)

    def _hearers(self, say: Say) -> list[str]:
        everyone = dict.fromkeys((*say.to, *self._here(say.who, say.position)))
        return [who for who in everyone if who != say.who]

    def _kept_out(self, say: Say, hearers: Sequence[str]) -> None:
        """Who is known to be elsewhere while something is said is a witness to not having heard it."""
        place = self.place(say.who, say.position)[1]
        if place is None:
            return
        for other in self._places:
            known, there = self.place(other, say.position)
            if known and there != place and other not in hearers and other not in say.to and other != say.who:
                self.witnesses[other, say.prop].append((say.position, say.who))

    def _told(self, who: str, author: str, prop: Prop, sign: bool, at: Position, order: Position, via: Via) -> None:
        """A statement reaches somebody, who believes it as far as its author is trusted."""
        key = (who, author, prop, sign)
        self.statements[key] = min(at, self.statements.get(key, END))
        self._access[who, prop] = min(at, self._access.get((who, prop), END))
        level = self.trust(who, author, at)
        if level >= ENOUGH:
            insort(self.evidence[who, prop], Evidence(at, order, sign, via, level))

    def _had(self, who: str, prop: Prop, evidence: Evidence) -> None:
        self._access[who, prop] = min(evidence.position, self._access.get((who, prop), END))
        insort(self.evidence[who, prop], evidence)
