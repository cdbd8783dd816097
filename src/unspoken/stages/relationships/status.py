"""The status of a relationship as a small automaton with inertia, one for romance and one for all other kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unspoken.layers.relationships import RelationshipKind, Status

ENOUGH = 1.0  # how much feeling of one colour it takes to say close or strained where nothing happened
MEND = 2.0  # and how much to say that a strain is over
OUTRIGHT = 0.7  # how sure it must be that something is forgiven; "Never mind" is less
TRUSTING = frozenset({"friendship", "family"})  # kinds in which peace is closeness, till something comes between
FADE = 0.7  # what older feelings still weigh when a new one comes


@dataclass(frozen=True)
class Signal:
    """Evidence for a status: an event's type, with its confidence, a status told in words, "estranged", or a "feeling",
    with its weight."""

    type: str
    actor: str | None
    start: int
    end: int
    weight: float = 0.0


@dataclass(frozen=True)
class Change:
    """A status from ``signal`` on. ``implied``: it is what the signal shows to have been so until then."""

    status: Status
    signal: Signal
    implied: bool = False
    mends: bool = False  # what was broken off is whole again


def changes(kind: RelationshipKind | None, signals: Iterable[Signal]) -> list[Change]:
    """The course of a status; equal statuses are not repeated.

    Args:
        kind: the main kind of the relationship, if it is known.
        signals: in text order.
    """
    out: list[Change] = []
    told = [*signals]
    for change in _romance(told, _wed(told)) if kind == "romance" else _other(told, kind in TRUSTING):
        if not out or out[-1].status != change.status:
            out.append(change)
    return out


def _wed(signals: Iterable[Signal]) -> bool:
    """Whether two are man and wife from the first: words tell so before any wedding."""
    first = next((s.type for s in signals if s.type in ("marry", "married", "couple", "begins")), None)
    return first == "married"


def _romance(signals: Iterable[Signal], wed: bool) -> Iterator[Change]:
    now: Status | None = None
    whole: Status = "married" if wed else "together"
    peace: Signal | None = None
    wooed: set[str | None] = set()
    first: Signal | None = None  # word of love
    for signal in signals:
        before, mends = now, now == "broken_up"
        opening = first or peace
        if opening is not None and now is None and signal.type == "couple":  # what is taken was not so before
            yield Change("none", opening, implied=True)
        match signal.type:
            case "marry":
                now = "married"
            case "married":  # "my husband" may be said of one who is lost
                now = now if now in ("widowed", "broken_up") else "married"
            case "together" | "couple":
                now = now if now in ("married", "widowed") or (mends and signal.type == "together") else whole
            case "peace":
                peace = signal
            case "begins" if now is None:
                yield Change("none", signal, implied=True)
            case "reunite":
                now = now if now in ("married", "widowed") else whole
            case "kiss":
                now = now if now in ("married", "widowed") else whole
            case "confess":
                wooed.add(signal.actor)
                first = first or signal
                now = "together" if len(wooed) > 1 and now in (None, "none") else now
            case "break_up" | "divorce" | "broken_up" | "dumped":
                if now is None and signal.type != "broken_up":
                    yield Change("married" if signal.type == "divorce" else whole, signal, implied=True)
                whole = "together" if signal.type == "divorce" else whole
                now = "broken_up"
            case "return":
                now = whole if mends else now
            case "forgive":
                now = whole if mends and signal.weight >= OUTRIGHT else now
            case "die" | "widowed":
                if now is None:
                    yield Change("married", signal, implied=True)
                now = "widowed" if now in (None, "married") else now
        if now is not None and now != before:
            yield Change(now, signal, mends=mends and now in ("together", "married"))


def _other(signals: Iterable[Signal], trusting: bool) -> Iterator[Change]:
    now: Status | None = None
    good = bad = 0.0
    peace: Signal | None = None
    for signal in signals:
        before = now
        match signal.type:
            case "estranged":
                now = "estranged"
            case "quarrel" | "betray":
                now = now if now == "estranged" else "strained"
            case "forgive":
                if now is None and signal.weight >= OUTRIGHT:  # there was something to forgive
                    yield Change("strained", signal, implied=True)
                now = "close"
            case "taken":  # an apology that is not turned away
                if now is None and signal.weight >= OUTRIGHT:
                    yield Change("strained", signal, implied=True)
                    now = "close"
                now = "close" if now in ("estranged", "strained") else now
            case "befriend" | "reunite" | "close":
                now = "close"
            case "friends" | "once_close":  # said of two who may have fallen out by now
                now = now or "close"
            case "strained":
                now = now if now == "estranged" else "strained"
            case "peace" if trusting and now is None and bad <= good:
                peace = signal
            case "embrace" | "return":
                now = "close" if now in ("estranged", "strained") else now
            case "handshake":
                now = "close" if now == "estranged" else now
            case "feeling":
                good, bad = good * FADE + max(0.0, signal.weight), bad * FADE + max(0.0, -signal.weight)
                now = _felt(now, good, bad)
        if before is None and now in ("strained", "estranged") and peace and signal.start >= peace.end:
            yield Change("close", peace, implied=True)
        if signal.type != "feeling" and now != before:
            good = bad = 0.0
        if now is not None and now != before:
            yield Change(now, signal, mends=before == "estranged" and now == "close")


def _felt(now: Status | None, good: float, bad: float) -> Status | None:
    """What feelings alone show: they open a course, and change it only when they are many."""
    if now == "estranged":
        return now
    if bad >= (ENOUGH if now is None else MEND) and bad > good:
        return "strained"
    if good >= (ENOUGH if now is None else MEND) and good > bad:
        return "close"
    return now
