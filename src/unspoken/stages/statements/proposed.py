"""Beliefs that a helper proposes, as statements that the tracker reasons over like those that the rules find."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.corrections import folded
from unspoken.document import Document
from unspoken.layers.keys import CHARACTERS, PROPOSALS
from unspoken.layers.proposals import Held
from unspoken.layers.spans import Span
from unspoken.layers.statements import Kind, Statement
from unspoken.stages.proposed import SUREST, people
from unspoken.stages.statements.claims.propositions import feels


def proposed(able: frozenset[str], document: Document) -> Iterator[Statement]:
    """The statements that a helper's proposals make.

    Args:
        able: ids of the characters who can believe, and of whose hearts something can be believed.
        document: with characters and proposals.
    """
    records = [r for r in document[PROPOSALS].records if isinstance(r, Held)]
    named = people(document[CHARACTERS]) if records else {}
    for held in records:
        holder, about = named.get(folded(held.who)), named.get(folded(held.about))
        towards = named.get(folded(held.towards or ""))
        if holder not in able or about not in able or holder == about or (held.towards and towards is None):
            continue
        claim = feels(str(about), held.emotion, towards, not held.denied, Span(held.start, held.end))
        if claim is not None:
            kind: Kind = "think" if held.stance in ("believes", "knows") else "stance"
            yield Statement(kind, str(holder), claim, held.stance, (), None, held.start, held.end, SUREST)
