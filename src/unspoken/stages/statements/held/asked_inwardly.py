"""What the one whose mind the narration follows asks, in no quotation marks: "Did he mind? Had she ever loved him?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Statement
from unspoken.stages.statements.reader import Reader

SURE = 0.5
OPENS = re.compile(
    r"(?:(?:and|but|or|then|so|for|oh|yet|now|really|after all)\W+)*"
    r"(?:did|does|do|was|is|were|are|had|has|could|can)(?:n['’]t)?\b",
    re.IGNORECASE,
)


def asked_inwardly(reader: Reader) -> Iterator[Statement]:
    """What somebody wonders of another's heart or knowledge, as the narration asks it for them.

    Args:
        reader: has the text, its clauses and whose mind the narration follows.
    """
    for i, clause in enumerate(reader.clauses):
        if not clause.question or clause.quotation is not None or clause.governor is not None or clause.marker:
            continue
        if OPENS.match(reader.text, clause.start) is None or reader.documents.at(clause.start) is not None:
            continue
        claim, mind = reader.claims.of(i), reader.mind(clause)
        if claim is None:
            continue
        about = claim.proposition
        mind = about.object if about.subject == mind and _acts(reader, clause, about.object) else mind
        if mind is None or about.subject in (None, mind):
            continue
        if about.predicate not in ("feels", "attitude", "wants", "knows"):
            continue
        if about.object == mind or not reader.crowded or _musing(reader, clause, mind):
            yield reader.statement("stance", mind, claim, "wonders", clause, SURE)


def _acts(reader: Reader, clause: Clause, who: str | None) -> bool:
    """Whether somebody does, or sees, something in the sentence before ("Hester looked at him. Had he loved her?")."""
    before = reader.of_sentence(clause.sentence - 1)
    return who is not None and any(reader.claims.who(c.subject) == who for c in before if c.quotation is None)


def _musing(reader: Reader, clause: Clause, mind: str) -> bool:
    """Whether they think, in as many words, in the sentence before."""
    return any(reader.claims.who(tag.subject) == mind for tag, _ in reader.minds.tags.get(clause.sentence - 1, ()))
