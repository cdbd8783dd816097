"""Statements that stand when those are gone of which a correction says that they are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from unspoken.layers.corrections import Strikes
from unspoken.layers.statements import Statement
from unspoken.stages.struck import Seen, hits, of_claim


def standing(statements: Iterable[Statement], strikes: Strikes) -> Iterator[Statement]:
    """The statements without those that are struck out as beliefs, or whose words are struck out as a feeling.

    Where one of those who are told is named, only that one does not believe it.
    """
    beliefs = of_claim(strikes, "beliefs")
    feelings = of_claim(strikes, "feelings")
    for s in statements:
        if _is_heart(s) and any(hits(strike, _heart(s, strike.kind)) for strike in feelings):
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


def _is_heart(s: Statement) -> bool:
    return s.claim.proposition.predicate in ("feels", "attitude")


def _heart(s: Statement, kind: str | None) -> Seen:
    """What a statement says of a heart; an attitude there has no emotion, so it may be any."""
    about = s.claim.proposition
    value = about.value if about.predicate == "feels" else kind
    return Seen((s.claim,), frozenset((about.subject,)), frozenset((about.object,)), frozenset((value,)))


def _belief(s: Statement) -> Seen:
    kinds = frozenset((s.stance, "believes" if s.stance == "knows" else s.stance))  # what is not so nobody knows
    return Seen((s,), frozenset((s.holder, *s.to)), frozenset((s.claim.proposition.subject,)), kinds)
