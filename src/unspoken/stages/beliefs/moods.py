"""What passes in a heart counts against those who think otherwise just then, not against what was thought last week."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from unspoken.stages.beliefs.acts import Atom
from unspoken.stages.beliefs.statement import Statement

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
    held = [s for s in statements if s.kind == "think" and isinstance(s.claim.prop, Atom) and not said(s.start)]
    for s in statements:
        if s.kind == "mood":
            wrong = next((t for t in held if _against(s, t, same_scene)), None)
            if wrong is not None:
                claim = replace(s.claim, prop=wrong.claim.prop)
                yield replace(s, kind="own" if said(s.start) else "truth", claim=claim)
        elif s.kind == "think":
            before = (t for t in held if t.holder == s.holder and t.start < s.start and _contrary(s, t))
            now = next((t for t in before if same_scene(s.start, t.start)), None)
            yield s if now is None else replace(s, claim=replace(s.claim, prop=now.claim.prop))
        else:
            yield s


def _against(mood: Statement, thought: Statement, same_scene: Same) -> bool:
    """Whether somebody else thinks the contrary of what is so, in other words than these."""
    apart = thought.end <= mood.start or mood.end <= thought.start
    near = abs(thought.start - mood.start) <= NEAR and same_scene(thought.start, mood.start)
    return apart and near and thought.holder != mood.holder and _contrary(mood, thought)


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
