"""Who comes to think the contrary of what they thought, and finds it so, was wrong: "So she did not hate him"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.feelings.lexicon import valences
from unspoken.stages.statements.claims.propositions import REGARDS
from unspoken.stages.statements.reader import Reader

FAR = 6000  # code points between what was thought and what is found, beyond which a heart may have changed
SURE = 0.5


def revised(reader: Reader, found: Sequence[Statement]) -> Iterator[Statement]:
    """What is so since somebody finds that they were wrong: they know it now, or conclude it with relief.

    Args:
        reader: has the text, its clauses and whose mind the narration follows.
        found: statements in text order.
    """
    last: dict[tuple[str, Atom], Statement] = {}
    told = {(s.claim.prop, s.claim.sign) for s in found if s.kind in ("truth", "own", "write")}
    for s in found:
        prop = s.claim.prop
        if s.kind != "think" or not isinstance(prop, Atom) or prop.owner is None:
            continue
        before = last.get((s.holder, prop))
        last[s.holder, prop] = s
        turned = before is not None and before.claim.sign is not s.claim.sign and before.end <= s.start
        if not turned or before is None or s.start - before.start > FAR or (prop, s.claim.sign) in told:
            continue
        if reader.spoken.at(s.start) is None and (s.stance == "knows" or (_warm(s.claim) and _concludes(reader, s))):
            yield replace(s, kind="truth", holder=prop.owner, stance="knows", confidence=SURE, verdict=True, to=())


def _warm(claim: Claim) -> bool:
    """Whether the heart is kinder than was thought."""
    name, value = str(getattr(claim.prop, "name", "")), claim.proposition.value or ""
    if name.startswith(REGARDS):
        return claim.sign
    return value in valences() and (valences()[value] > 0) is claim.affirmed


def _concludes(reader: Reader, s: Statement) -> bool:
    clause = reader.at(max(s.claim.start, s.start))
    return clause is not None and reader.minds.concludes(clause)
