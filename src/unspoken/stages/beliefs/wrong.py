"""Statements that stand when those are gone of which a correction says that they are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from unspoken.layers.corrections import Strike, Strikes
from unspoken.stages.beliefs.statements import Statement
from unspoken.stages.struck import Seen, hits, of_claim


def standing(statements: Iterable[Statement], strikes: Strikes) -> Iterator[Statement]:
    """The statements without those that are struck out as beliefs, or whose words are struck out as a feeling.

    Where one of those who are told is named, only that one does not believe it.
    """
    beliefs = of_claim(strikes, "beliefs")
    feelings = [_of_any_kind(strike) for strike in of_claim(strikes, "feelings")]
    for s in statements:
        if _is_heart(s) and any(hits(strike, _heart(s)) for strike in feelings):
            continue
        if s.kind != "truth":
            held = [strike for strike in beliefs if hits(strike, _belief(s))]
            if any(strike.who in (None, s.holder) for strike in held):
                continue
            s = _untold(s, {strike.who for strike in held})
        yield s


def misread(strikes: Strikes, s: Statement, reader: str) -> bool:
    """Whether it is struck out that somebody, who hears or reads a statement, believes it."""
    seen = replace(_belief(s), who=frozenset((reader,)), kinds=frozenset(("knows", "believes")))
    return any(strike.who is not None and hits(strike, seen) for strike in of_claim(strikes, "beliefs"))


def _untold(s: Statement, who: set[str | None]) -> Statement:
    return replace(s, to=tuple(t for t in s.to if t not in who)) if who else s


def _of_any_kind(strike: Strike) -> Strike:
    """An emotion is named otherwise in a proposition, so its words and people tell which is meant."""
    return msgspec.structs.replace(strike, kind=None)


def _is_heart(s: Statement) -> bool:
    return s.claim.proposition.predicate in ("feels", "attitude")


def _heart(s: Statement) -> Seen:
    about = s.claim.proposition
    return Seen((s.claim,), frozenset((about.subject,)), frozenset((about.object,)))


def _belief(s: Statement) -> Seen:
    kinds = frozenset((s.stance, "believes" if s.stance == "knows" else s.stance))  # what is not so nobody knows
    return Seen((s,), frozenset((s.holder, *s.to)), frozenset((s.claim.proposition.subject,)), kinds)
