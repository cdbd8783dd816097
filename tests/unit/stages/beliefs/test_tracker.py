"""The six rules of the public format, each as a story of a few acts."""

from __future__ import annotations

import time

from unspoken.layers.statements import Atom, Knows
from unspoken.stages.beliefs.acts import Enter, Feel, Leave, Overhear, Read, Reveal, Say, Think, Trust, Write
from unspoken.stages.beliefs.tracker import track

LOVE = Atom("loves ben", "ann")


def test_open_world_silence_tells_nothing() -> None:
    acts = [
        Feel(told=0, when=0, who="ann", prop=LOVE, sign=True, shown=False),
        Enter(told=1, when=1, who="ben", place="hall"),
    ]
    story = track(acts)
    assert story.belief("ben", LOVE) is None
    assert not story.withheld("ben", LOVE)
    assert story.gaps() == ()


def test_ignorance_needs_evidence_of_no_access() -> None:
    letter = Write(told=0, when=0, who="ann", doc="letter", to="ben", prop=LOVE, sign=True)
    (gap,) = track([letter]).gaps()
    assert (gap.holder, gap.type, gap.closes) == ("ben", "ignorance", None)
    read = Read(told=1, when=5, who="ben", doc="letter")
    (gap,) = track([letter, read]).gaps()
    assert gap.closes == (5, 1)


def test_only_evidence_that_reached_the_holder_changes_a_belief() -> None:
    acts = [
        Think(told=0, when=0, who="ben", prop=LOVE, sign=False),
        Enter(told=1, when=1, who="ann", place="hall"),
        Enter(told=2, when=1, who="ben", place="yard"),
        Say(told=3, when=1, who="ann", to=("cam",), prop=LOVE, sign=True),
    ]
    story = track(acts)
    assert story.belief("ben", LOVE) is False
    assert story.belief("cam", LOVE) is True
    overheard = track([*acts, Overhear(told=4, when=2, who="ben", said=3)])
    assert overheard.belief("ben", LOVE) is True


def test_a_belief_lasts_until_contrary_evidence() -> None:
    acts = [
        Think(told=0, when=0, who="ben", prop=LOVE, sign=True),
        Leave(told=1, when=50, who="ben"),
        Say(told=2, when=90, who="ann", to=("ben",), prop=LOVE, sign=False),
    ]
    first, second = (b for b in track(acts).beliefs() if b.holder == "ben")
    assert (first.sign, first.begins, first.ended) == (True, (0, 0), (90, 2))
    assert (second.sign, second.via, second.ended) == (False, "told", None)


def test_to_know_is_to_hold_what_is_so() -> None:
    acts = [
        Think(told=0, when=0, who="ben", prop=LOVE, sign=True),
        Think(told=1, when=0, who="cam", prop=LOVE, sign=False),
    ]
    assert not track(acts).knows("ben", LOVE)
    so = track([*acts, Reveal(told=2, when=9, prop=LOVE, sign=True, since=0)])
    assert so.knows("ben", LOVE)
    assert so.truth(Knows("cam", LOVE)) is False


def test_what_is_told_is_believed_as_far_as_it_is_trusted() -> None:
    fact = Atom("the boat is sold", None)
    acts = [
        Trust(told=0, when=0, who="ben", whom="ann", level=0.2),
        Say(told=1, when=1, who="ann", to=("ben", "cam"), prop=fact, sign=True),
    ]
    story = track(acts)
    assert story.said("ben", "ann", fact, True)
    assert story.belief("ben", fact) is None
    assert story.belief("cam", fact) is True


def test_what_one_says_of_ones_own_heart_counts_unless_the_narrator_contradicts() -> None:
    said = Say(told=0, when=0, who="ann", to=("ben",), prop=LOVE, sign=True)
    assert track([said]).truth(LOVE) is True
    assert track([said, Reveal(told=1, when=9, prop=LOVE, sign=False, since=0)]).truth(LOVE) is False


def test_a_late_reveal_revises_what_was_so_and_not_what_was_believed() -> None:
    acts = [
        Think(told=0, when=0, who="ben", prop=LOVE, sign=False),
        Reveal(told=1, when=9, prop=LOVE, sign=True, since=-5),
    ]
    story = track(acts)
    assert story.belief("ben", LOVE, at=(0, 0)) is False
    assert story.truth(LOVE, at=(0, 0)) is True
    assert story.truth(LOVE, at=(0, 0), horizon=1) is None
    (gap,) = story.gaps()
    assert (gap.opens, gap.reader_from) == ((0, 0), 1)


def test_irony_begins_when_the_reader_has_both() -> None:
    acts = [
        Feel(told=0, when=0, who="ann", prop=LOVE, sign=True, shown=False),
        Think(told=1, when=1, who="ben", prop=LOVE, sign=False),
        Say(told=2, when=7, who="ann", to=("ben",), prop=LOVE, sign=True),
    ]
    (gap,) = track(acts).gaps()
    assert (gap.type, gap.belief, gap.reader_from, gap.reader_until) == ("misbelief", False, 1, 2)


def seconds(moves: int) -> float:
    """Processor seconds for the gaps of a story in which two people come and go; the better of two."""
    steps = [Enter(told=n, when=n, who=("ann", "ben")[n % 2], place=f"room {n % 3}") for n in range(moves)]
    thought = Think(told=moves, when=moves, who="ben", prop=LOVE, sign=False)
    acts = [*steps, thought, Feel(told=moves + 1, when=moves + 1, who="ann", prop=LOVE, sign=True, shown=False)]
    took = []
    for _ in range(2):
        began = time.process_time()
        (gap,) = track(acts).gaps()
        took.append(time.process_time() - began)
        assert gap.reader_from == moves + 1
    return min(took)


def test_four_times_the_acts_take_nowhere_near_the_square_of_it() -> None:
    assert seconds(2000) < 8 * max(seconds(500), 0.01)
