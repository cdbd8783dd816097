"""The course of a relationship: status, contact, and what each feels for and trusts in the other, over the scenes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from unspoken.layers.relationships import Moment, Mutual, Status
from unspoken.layers.scenes import Scene
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.partings import JOINED
from unspoken.stages.relationships.pairs import Pair
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.status import Change

PACE = 0.5  # how far a new value moves the course: half way, as in exponential smoothing (Brown 1959)
STEP = 0.15  # smaller moves are no moment of their own
Contact = Literal["together", "apart"]


@dataclass(frozen=True)
class Push:
    """Evidence of what one of a pair (``who``) feels for the other, or of how far they trust them, in [-1, 1]."""

    start: int
    who: str
    valence: float | None = None
    trust: float | None = None


@dataclass
class _State:
    """How it stands while the scenes are walked through."""

    status: Status | None = None
    contact: Contact | None = None
    valence: tuple[float | None, float | None] = (None, None)
    trust: tuple[float | None, float | None] = (None, None)

    def moment(self, scene: str, start: int) -> Moment:
        return Moment(scene, start, self.status, self.contact, _mutual(self.valence), _mutual(self.trust))


def contacts(pair: Pair, scenes: Iterable[Scene]) -> Iterator[tuple[int, Contact]]:
    """Where the two come together and part, by who is in each scene; scenes with neither say nothing."""
    last: Contact | None = None
    for scene in scenes:
        here = [who in scene.present for who in pair]
        if any(here):
            now: Contact = "together" if all(here) else "apart"
            if now != last:
                yield scene.start, now
            last = now


def timeline(
    pair: Pair,
    scenes: Sequence[Scene],
    changes: Sequence[Change],
    pushes: Sequence[Push],
    people: People,
    partings: Sequence[Happening] = (),
) -> tuple[Moment, ...]:
    """The moments at which something about a relationship changes.

    Args:
        pair: the two, in the order of ``a`` and ``b``.
        scenes: those with either of them in it, in text order.
        changes: of status, in text order.
        pushes: of valence and trust, in text order.
        people: for the scene of an offset.
        partings: where the narration tells that they part or come together, in text order.
    """
    state, out = _State(), list[Moment]()
    steps: list[tuple[int, int, Contact | Change | Push]] = [(at, 0, now) for at, now in contacts(pair, scenes)]
    steps += [(p.start, 1, "together" if p.type == JOINED else "apart") for p in partings]
    steps += [(_start(change, people), 1, change) for change in changes]
    steps += [(push.start, 2, push) for push in pushes]
    for start, _, step in sorted(steps, key=lambda entry: entry[:2]):
        before = (state.status, state.contact, state.valence, state.trust)
        _take(state, pair, step)
        scene = people.scene(start)
        if scene is None:
            state.status, state.contact, state.valence, state.trust = before
        elif _told(before, state, out):
            if out and out[-1].start == start:
                out.pop()
            out.append(state.moment(scene.id, start))
    return tuple(out)


def _take(state: _State, pair: Pair, step: Contact | Change | Push) -> None:
    if isinstance(step, Change):
        state.status = step.status
    elif isinstance(step, Push):
        _push(state, pair, step)
    else:
        state.contact = step


def _start(change: Change, people: People) -> int:
    """What a break-up shows to have been so was so from the start of its scene."""
    scene = people.scene(change.signal.start) if change.implied else None
    return scene.start if scene else change.signal.start


def _push(state: _State, pair: Pair, push: Push) -> None:
    side = pair.index(push.who)
    if push.valence is not None:
        state.valence = _moved(state.valence, side, push.valence)
    if push.trust is not None:
        state.trust = _moved(state.trust, side, push.trust)


def _moved(values: tuple[float | None, float | None], side: int, to: float) -> tuple[float | None, float | None]:
    old = values[side]
    new = round(to if old is None else old + PACE * (to - old), 2)
    return (new, values[1]) if side == 0 else (values[0], new)


def _told(before: tuple[object, ...], state: _State, out: list[Moment]) -> bool:
    """Whether a moment is worth a record: a new status or contact, a first value, or a value that moved far."""
    if before[:2] != (state.status, state.contact):
        return True
    last = out[-1] if out else None
    old = [last.valence.a, last.valence.b, last.trust.a, last.trust.b] if last else [None] * 4
    for was, now in zip(old, (*state.valence, *state.trust), strict=True):
        if now is not None and (was is None or abs(now - was) >= STEP):
            return True
    return False


def _mutual(values: tuple[float | None, float | None]) -> Mutual:
    return Mutual(*values)
