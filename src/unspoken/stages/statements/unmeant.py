"""Whether the words around a statement mean it so: pleas, open questions, habits and feigned ignorance do not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from unspoken import resources
from unspoken.layers.statements import Statement
from unspoken.stages.statements.reader import Reader

HELD = frozenset(("think", "say", "own", "stance", "truth", "mood", "write"))
REGARDS = frozenset(("feels", "attitude", "wants"))
BEFORE, AFTER = 140, 30  # code points around a statement that are looked at
OPENS = 10  # of a claim, in which "whether" may stand
INNER = re.compile(r"[,:;.!?—–-]\s*(?P<mark>[\"“'‘])(?=[A-Z])")
CLOSING = {'"': '"', "“": "”", "'": "'", "‘": "’"}


@dataclass(frozen=True)
class _Rule:
    pattern: re.Pattern[str]
    of: str
    where: str
    values: frozenset[str]
    denied: bool


def meant_so(reader: Reader, s: Statement) -> bool:
    """Whether a statement is meant as what somebody holds or does not know.

    Args:
        reader: has the text and its sentences.
        s: a statement.
    """
    kinds = _kinds(s)
    if not kinds:
        return True
    if s.stance == "hopes" and s.claim.proposition.object == s.holder and not s.claim.sign:
        return False  # "I wish you would not be so good to me": nobody hopes to be disliked
    if reader.crowded and _quoted_inside(reader, s):
        return False
    return not any(_holds(reader, rule, s) for rule in _rules() if rule.of in kinds and _fits(rule, s))


def _kinds(s: Statement) -> frozenset[str]:
    """What rules there are for a statement of its kind."""
    about = s.claim.proposition
    if s.kind == "ignorant" or (about.predicate == "knows" and not s.claim.affirmed):
        return frozenset(("ignorance", "any"))
    if s.kind in HELD and about.predicate == "knows":
        return frozenset(("knowledge", "any"))
    if s.kind == "retract":
        return frozenset(("any",))
    if s.kind in HELD and about.predicate in REGARDS:
        sure = s.stance in ("believes", "knows")
        return frozenset(("belief", "heart", "any") if sure else ("heart", "any"))
    return frozenset()


def _fits(rule: _Rule, s: Statement) -> bool:
    right = not rule.values or s.claim.proposition.value in rule.values
    return right and not (rule.denied and s.claim.affirmed and s.kind != "ignorant")


def _holds(reader: Reader, rule: _Rule, s: Statement) -> bool:
    """Whether the words of a rule stand where it has them."""
    sentences = reader.minds.sentences
    n = bisect_right(sentences, s.start, key=lambda span: span.start) - 1
    first = max(sentences[max(0, n)].start, s.start - BEFORE)
    if rule.where == "in":
        found = rule.pattern.search(reader.text, first, min(len(reader.text), s.end + AFTER))
        return found is not None and found.start() < s.end and found.end() > s.start
    if rule.where == "at":
        told = rule.pattern.finditer(reader.text, first, min(len(reader.text), s.claim.start + OPENS))
        return any(m.end() > s.claim.start for m in told)
    stop = s.start if rule.where == "before" else max(s.start, s.claim.start)
    return rule.pattern.search(reader.text, first, stop) is not None


def _quoted_inside(reader: Reader, s: Statement) -> bool:
    """Whether what one says stands in what another tells of it ("He asked me, 'Do you love him?'"): whose "I" and
    "you" they are, it is not known."""
    quote = reader.spoken.at(s.start)
    if quote is None:
        return False
    told = reader.text[quote.start + 1 : s.start]
    for m in INNER.finditer(told):
        if m["mark"] == reader.text[quote.start] or CLOSING[m["mark"]] == reader.text[quote.end - 1 : quote.end]:
            continue
        end = CLOSING[m["mark"]]
        if re.search(rf"{re.escape(end)}(?!\w)", told[m.end() :]) is None:
            return True
    return False


@cache
def _rules() -> tuple[_Rule, ...]:
    table = resources.table("unmeant.toml")
    return tuple(_rule(row, table["words"]) for row in table["rule"])


def _rule(row: Mapping[str, Any], words: Mapping[str, str]) -> _Rule:
    pattern = row["pattern"]
    for _ in range(2):  # words hold words
        for name, meant in words.items():
            pattern = pattern.replace(f"%{name}%", meant)
    ends = pattern if row["where"] in ("in", "at") else rf"(?:{pattern})$"
    values = frozenset(row.get("value", "").split())
    return _Rule(re.compile(ends, re.IGNORECASE), row["of"], row["where"], values, row.get("denied", False))
