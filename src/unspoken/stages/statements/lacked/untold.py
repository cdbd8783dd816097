"""Love and other feelings that somebody keeps to themselves: "He had loved her for years, and had told nobody", "She
longed for him, and gave no sign". The one whom they are for knows nothing of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.feelings import Feeling
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.statements.claims.propositions import REGARDS
from unspoken.stages.statements.reader import Reader

SURE = 0.6
INWARD = frozenset(("love", "longing", "jealousy", "guilt", "shame", "contempt", "gratitude"))
FOND = frozenset(("love", "longing", "gratitude"))


def untold(reader: Reader) -> Iterator[Statement]:
    """Statements of ignorance of what another feels for one, and hides.

    Args:
        reader: has the text, its sentences and the feelings.
    """
    for feeling in reader.claims.feelings.records:
        told = feeling.source == ("narrator",) and not (feeling.negated or feeling.hypothetical)
        who, whom = feeling.experiencer, feeling.target
        inward = feeling.emotion in (FOND if reader.crowded else INWARD)
        if not told or not inward or who not in reader.people or whom not in reader.people:
            continue
        if who != whom and reader.spoken.at(feeling.start) is None and (end := _kept(reader, feeling)) is not None:
            yield _unknown(reader, feeling, end)


def _kept(reader: Reader, feeling: Feeling) -> int | None:
    """Where the words end by which it is kept, in the sentence of a feeling or the next of the same paragraph."""
    sentences, paragraphs = reader.minds.sentences, reader.minds.paragraphs
    n = bisect_right(sentences, feeling.start, key=lambda s: s.start) - 1
    for k in (n, n + 1):
        same = k < len(sentences) and (
            bisect_right(paragraphs, sentences[k].start) == bisect_right(paragraphs, feeling.start)
        )
        start = max(sentences[n].start, feeling.start - 1) if k == n else sentences[k].start if same else 0
        found = _pattern().search(reader.text, start, sentences[k].end) if same else None
        before = _ahead().search(reader.text, sentences[k].start, feeling.start) if same and k == n else None
        own = found is not None and reader.spoken.at(found.start()) is None and _his_own(reader, feeling, found.start())
        if before is not None or own:
            return found.end() if found is not None else feeling.end
    return None


def _his_own(reader: Reader, feeling: Feeling, at: int) -> bool:
    """Whether the clause in which it is kept is of the same person, or of nobody else who could keep it."""
    clause = reader.at(at)
    who = reader.claims.who(clause.subject) if clause is not None else None
    return who in (None, feeling.experiencer)


def _unknown(reader: Reader, feeling: Feeling, end: int) -> Statement:
    who, whom = feeling.experiencer or "", feeling.target or ""
    public = Proposition("feels", who, whom, feeling.emotion)
    start, stop = min(feeling.start, end), reader.evidence(max(feeling.end, end))
    claim = Claim(public, True, Atom(f"{REGARDS} {whom}", who), feeling.emotion in FOND, start, stop)
    return Statement("ignorant", whom, claim, "knows", (), None, start, stop, round(SURE * feeling.confidence**0.5, 3))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(resources.table("awareness.toml")["untold"]["kept"], re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(resources.table("awareness.toml")["untold"]["ahead"], re.IGNORECASE)
