"""What passes in a heart counts against those who think otherwise just then, not against what was thought last week."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from unspoken.layers.statements import Atom, Statement

NEAR = 3000  # code points between a mood and what is thought of it
Same = Callable[[int, int], bool]
Said = Callable[[int], bool]


def in_dispute(statements: Sequence[Statement], same_scene: Same, said: Said) -> Iterator[Statement]:
    """The statements; a mood becomes a truth for those who hold the contrary near it, and is nothing else.

    Who learns that somebody is "not angry at all" is no longer wrong about the anger towards themselves.

    Args:
        statements: in text order.
        same_scene: whether two offsets lie in one scene.
        said: whether an offset lies in speech, which is not what the narration says that somebody thinks.
    """
    held: dict[str | None, list[Statement]] = defaultdict(list)  # by whose heart is thought of
    for s in statements:
        if s.kind == "think" and isinstance(s.claim.prop, Atom) and not said(s.start):
            held[s.claim.proposition.subject].append(s)
    for s in statements:
        thoughts = _near(held.get(s.claim.proposition.subject, []), s.start)
        if s.kind == "mood":
            wrong = next((t for t in thoughts if _against(s, t, same_scene)), None)
            if wrong is not None:
                claim = replace(s.claim, prop=wrong.claim.prop)
                yield replace(s, kind="own" if said(s.start) else "truth", claim=claim)
        elif s.kind == "think":
            own = (t for t in reversed(thoughts) if t.holder == s.holder and t.start < s.start and _contrary(s, t))
            now = next((t for t in own if same_scene(s.start, t.start)), None)
            yield s if now is None else replace(s, claim=replace(s.claim, prop=now.claim.prop))
        else:
            yield s


def _near(thoughts: Sequence[Statement], at: int) -> Sequence[Statement]:
    """Those of some thoughts, in text order, that begin near an offset."""
    first = bisect_left(thoughts, at - NEAR, key=lambda t: t.start)
    return thoughts[first : bisect_right(thoughts, at + NEAR, key=lambda t: t.start)]


def _against(mood: Statement, thought: Statement, same_scene: Same) -> bool:
    """Whether somebody else thinks the contrary of what is so, in other words than these."""
    apart = thought.end <= mood.start or mood.end <= thought.start
    return (
        apart and same_scene(thought.start, mood.start) and thought.holder != mood.holder and _contrary(mood, thought)
    )


def _contrary(a: Statement, b: Statement) -> bool:
    """Whether both cannot be so: who is angry with nobody is not angry with her."""
    one, other = a.claim.proposition, b.claim.proposition
    if one.subject != other.subject or a.claim.sign is b.claim.sign or not isinstance(a.claim.prop, Atom):
        return False
    if a.claim.prop == b.claim.prop:
        return True
    denied = one if not a.claim.affirmed else other
    passing = one.predicate == other.predicate == "feels" and one.value == other.value
    return passing and denied.object is None
