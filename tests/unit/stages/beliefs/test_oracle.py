"""The tracker against the oracle: two readings of docs/tracker.md, written apart, must agree on every question.

First the oracle itself is held against stories worked out by hand, so that it is known to be able to say no.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.stages.beliefs.oracle import Belief, Gap, Oracle, Position, World
from tests.unit.stages.beliefs.stories import story
from unspoken.layers.statements import Atom, Knows
from unspoken.stages.beliefs.acts import Enter, Feel, Leave, Overhear, Read, Reveal, Say, Think, Trust, Write
from unspoken.stages.beliefs.tracker import TrackedBelief, TrackedGap, Tracking, track

LOVES = Atom(name="loves", owner="ann")
FACT = Atom(name="came", owner=None)


def told(*acts: tuple[type, dict[str, Any]] | tuple[type, dict[str, Any], int]) -> list[Any]:
    """Acts numbered as they are told; story time is the same number unless a third item gives it."""
    return [a[0](told=i, when=a[2] if len(a) == 3 else i, **a[1]) for i, a in enumerate(acts)]


def say(who: str, to: str, prop: Any, sign: bool = True) -> tuple[type, dict[str, Any]]:
    return (Say, {"who": who, "to": tuple(to.split()), "prop": prop, "sign": sign})


def enter(who: str, place: str) -> tuple[type, dict[str, Any]]:
    return (Enter, {"who": who, "place": place})


def feel(sign: bool, shown: bool) -> tuple[type, dict[str, Any]]:
    return (Feel, {"who": "ann", "prop": LOVES, "sign": sign, "shown": shown})


def test_who_is_at_the_place_hears_and_who_is_away_is_kept_in_the_dark() -> None:
    world = World(told(enter("ann", "attic"), enter("ben", "attic"), (Leave, {"who": "cam"}), say("ann", "", LOVES)))
    assert world.belief("ben", LOVES) is True
    assert world.belief("cam", LOVES) is None
    assert world.withheld(LOVES, "cam")
    assert not world.withheld(LOVES, "dot")  # of whose whereabouts nothing is known


def test_a_heart_that_changes_unseen_leaves_a_misbelief_until_it_is_heard_of() -> None:
    acts = told(say("ann", "ben", LOVES), feel(False, False), say("ann", "ben", LOVES, False))
    (gap,) = [g for g in Oracle(acts).gaps() if g.holder == "ben"]
    assert (gap.type, gap.sign, gap.opens, gap.closes) == ("misbelief", True, (1, 1), (2, 2))
    assert (gap.reader_from, gap.reader_until) == (1, 2)


def test_a_late_reveal_gives_the_reader_no_head_start() -> None:
    acts = told(
        say("ben", "cam", FACT, False), say("ben", "cam", FACT), (Reveal, {"prop": FACT, "sign": True, "since": 0})
    )
    (gap,) = [g for g in Oracle(acts).gaps() if g.holder == "cam"]
    assert (gap.opens, gap.closes) == ((0, 2), (1, 1))
    assert (gap.reader_from, gap.reader_until) == (2, 1)


def test_distrust_leaves_what_was_said_said_and_not_believed() -> None:
    acts = told((Trust, {"who": "ben", "whom": "ann", "level": 0.4}), say("ann", "ben", FACT))
    world = World(acts)
    assert world.belief("ben", FACT) is None
    assert world.said("ben", "ann", FACT, True)
    assert not world.withheld(FACT, "ben")


def test_an_unread_letter_withholds_and_a_read_one_tells() -> None:
    letter = (Write, {"who": "ann", "doc": "letter", "to": "ben", "prop": LOVES, "sign": True})
    world = World(told(letter, (Read, {"who": "ben", "doc": "letter"})))
    assert world.withheld(LOVES, "ben", (0, 0))
    assert world.belief("ben", LOVES, (0, 0)) is None
    assert world.belief("ben", LOVES) is True
    assert not world.withheld(LOVES, "ben")
    assert world.knows("ben", LOVES)  # Ann's own word for her own heart


def test_knowing_of_a_truth_follows_belief_and_lack_of_access() -> None:
    knows = Knows(who="ben", of=LOVES)
    world = World(told(feel(True, False), (Think, {"who": "ben", "prop": LOVES, "sign": False})))
    assert world.truth(knows, (0, 0)) is None
    assert world.truth(knows) is False
    assert world.belief("cam", knows) is None


def test_what_is_overheard_is_had_when_it_is_overheard() -> None:
    acts = told(say("ann", "ben", LOVES), feel(False, False), (Overhear, {"who": "cam", "said": 0}))
    world = World(acts)
    assert world.belief("cam", LOVES, (1, 1)) is None
    assert world.belief("cam", LOVES) is True
    (belief,) = [b for b in Oracle(acts).beliefs() if b.holder == "cam"]
    assert (belief.begins, belief.via, belief.certainty) == ((2, 2), "told", 0.75)


def test_of_a_letter_that_contradicts_itself_the_last_word_counts_and_its_author() -> None:
    acts = told(
        (Trust, {"who": "ben", "whom": "cam", "level": 0.9}),
        (Write, {"who": "ann", "doc": "letter", "to": "ben", "prop": FACT, "sign": False}),
        (Write, {"who": "cam", "doc": "letter", "to": "ben", "prop": FACT, "sign": True}),
        (Write, {"who": "ann", "doc": "letter", "to": "ben", "prop": FACT, "sign": True}),
        (Read, {"who": "ben", "doc": "letter"}),
    )
    (belief,) = [b for b in Oracle(acts).beliefs() if b.holder == "ben"]
    assert (belief.sign, belief.begins, belief.certainty) == (True, (4, 4), 0.9)
    assert differences(acts, Random(0)) == []


@pytest.mark.parametrize(
    "acts",
    [
        told((Think, {"who": "ann", "prop": LOVES, "sign": True})),
        told((Feel, {"who": "ben", "prop": LOVES, "sign": True, "shown": True})),
        told((Feel, {"who": "ben", "prop": Knows(who="ben", of=LOVES), "sign": True, "shown": True})),
        told((Reveal, {"prop": Knows(who="ben", of=LOVES), "sign": True, "since": 0})),
        told((Reveal, {"prop": FACT, "sign": True, "since": 1})),
        told((Overhear, {"who": "ben", "said": 1}), say("ann", "", FACT)),
        told((Overhear, {"who": "ben", "said": 0})),
    ],
)
def test_what_is_not_allowed(acts: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Oracle(acts)
    with pytest.raises(ValueError, match=r"\w"):
        track(acts)


STORIES = 1000


def differences(acts: list[Any], rng: Random) -> list[str]:
    """Every question that tracker and oracle answer differently, with both answers."""
    oracle, tracker = Oracle(acts), track(acts)
    out = []
    if sorted(map(_gap, oracle.gaps()), key=repr) != sorted(map(_tracked_gap, tracker.gaps()), key=repr):
        out.append(f"gaps: {oracle.gaps()} but {tracker.gaps()}")
    if sorted(map(_belief, oracle.beliefs()), key=repr) != sorted(map(_tracked_belief, tracker.beliefs()), key=repr):
        out.append(f"beliefs: {oracle.beliefs()} but {tracker.beliefs()}")
    for horizon, at in _moments(acts, oracle, rng):
        out += _differences_at(oracle.world(horizon), tracker, horizon, at)
    return out


def _moments(acts: list[Any], oracle: Oracle, rng: Random) -> list[tuple[int | None, Position]]:
    """All positions for a reader who has read everything; for others the last position and one at random."""
    positions = oracle.world(None).positions()
    full: list[tuple[int | None, Position]] = [(None, at) for at in positions]
    partial = range(1, len(acts))
    return [*full, *((r, positions[-1]) for r in partial), *((r, rng.choice(positions)) for r in partial)]


def _differences_at(world: World, tracker: Tracking, horizon: int | None, at: Position) -> Iterator[str]:
    here: dict[str, Any] = {"at": at, "horizon": horizon}
    people, props = world.people(), world.props()
    for p in props:
        yield from _same("truth", world.truth(p, at), tracker.truth(p, **here), p, here)
        for who in people:
            yield from _same("belief", world.belief(who, p, at), tracker.belief(who, p, **here), who, p, here)
            yield from _same("knows", world.knows(who, p, at), tracker.knows(who, p, **here), who, p, here)
            if isinstance(p, Atom):
                kept = tracker.withheld(who, p, **here)
                yield from _same("withheld", world.withheld(p, who, at), kept, who, p, here)
    for author in {act.who for act in world.acts if isinstance(act, Say | Write)}:
        for who in people:
            for p in props:
                for sign in (True, False):
                    said = tracker.said(who, author, p, sign, **here)
                    yield from _same("said", world.said(who, author, p, sign, at), said, who, author, p, sign, here)


def _same(question: str, wanted: object, got: object, *about: object) -> Iterator[str]:
    if wanted is not got:
        yield f"{question} {about}: {wanted} but {got}"


def _gap(g: Gap) -> tuple[object, ...]:
    return (g.holder, g.prop, g.type, g.sign, g.opens, g.closes, g.reader_from, g.reader_until)


def _tracked_gap(g: TrackedGap) -> tuple[object, ...]:
    return (g.holder, g.prop, g.type, g.belief, g.opens, g.closes, g.reader_from, g.reader_until)


def _belief(b: Belief) -> tuple[object, ...]:
    return (b.holder, b.prop, b.sign, b.begins, b.via, b.certainty, b.ends)


def _tracked_belief(b: TrackedBelief) -> tuple[object, ...]:
    return (b.holder, b.prop, b.sign, b.begins, b.via, b.certainty, b.ended)


def _report(seed: int, acts: list[Any], found: list[str]) -> str:
    return "\n".join([f"story {seed}", *map(repr, acts), *found[:5]])


def test_tracker_and_oracle_agree_on_every_generated_story() -> None:
    for seed in range(STORIES):
        acts = story(Random(seed))
        found = differences(acts, Random(seed))
        assert not found, _report(seed, acts, found)


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False))
def test_they_agree_on_stories_that_are_searched_for(rng: Random) -> None:
    acts = story(rng)
    found = differences(acts, Random(0))
    assert not found, _report(-1, acts, found)


def test_the_stories_exercise_the_whole_specification() -> None:
    """Each rule decides something in at least ten stories; else agreement would show little."""
    seen: Counter[str] = Counter()
    for seed in range(STORIES):
        seen.update(set(_features(story(Random(seed)))))
    assert {name: seen[name] for name in sorted(FEATURES) if seen[name] < 10} == {}


FEATURES = frozenset(
    {
        *("Enter", "Leave", "Say", "Overhear", "Write", "Read", "Feel", "Reveal", "Trust", "Think"),
        *("flashback", "backdated", "misbelief", "ignorance", "closed", "open", "ironic", "late"),
        *("told", "read", "perceived", "narrated", "ended", "denied", "distrusted", "just trusted", "contradictory"),
        *("knows", "withheld", "unread", "addressed", "present"),
    }
)


def _features(acts: list[Any]) -> Iterator[str]:
    """What a story exercises."""
    oracle = Oracle(acts)
    world = oracle.world(None)
    yield from (type(act).__name__ for act in acts)
    yield from ("flashback" for a, b in pairwise(acts) if b.when < a.when)
    yield from ("backdated" for act in acts if isinstance(act, Reveal) and act.since < act.when)
    for gap in oracle.gaps():
        yield gap.type
        yield "open" if gap.closes is None else "closed"
        yield "ironic" if gap.reader_until is None or gap.reader_from < gap.reader_until else "late"
    for belief in oracle.beliefs():
        yield belief.via
        yield from ["ended"] * (belief.ends is not None) + ["denied"] * (not belief.sign)
    for who in world.people():
        for when, act, _ in world.had(who):
            yield from ["distrusted"] * (world.trust(who, act.who, when) < 0.5)
            yield from ["just trusted"] * (world.trust(who, act.who, when) == 0.5)
        for p in world.props():  # two signs in one reading
            read = Counter((e.position, e.sign) for e in world.evidence(who, p) if e.via == "read")
            yield from ("contradictory" for when, sign in read if (when, not sign) in read)
        for act in acts:
            if isinstance(act, Say) and world.hears(who, act):
                yield "addressed" if who in act.to else "present"
            if isinstance(act, Write) and act.to == who and all(a is not act for _, a, _ in world.had(who)):
                yield "unread"
        for p in world.props():
            yield from ["knows"] * (isinstance(p, Knows) and world.truth(p) is not None)
            yield from ["withheld"] * (isinstance(p, Atom) and world.withheld(p, who))
