"""Hearts of others as they are in the thoughts of the one whom the narration follows, and no verb of thinking beside
them: "He was ashamed of her", "He had only married her for her money", "He would never forgive her"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.index import SpanIndex
from unspoken.layers.statements import Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.statements.reader import Reader

SURE, LESS = 0.5, 0.42
HEARTS = ("feels", "attitude", "wants")
MARKED = re.compile(
    r"\b(?:only|just|merely|simply|of course|no doubt|naturally|doubtless|surely|perhaps|plainly|evidently|clearly"
    r"|probably|certainly|after all|that was all|at all|not even|always|never|already|all along|so much as)\b"
    r"|[!?]\W*$|^\W*(?:and|but|so|yes|no|well|oh|why)\b",
    re.IGNORECASE,
)


def reflected(reader: Reader, found: Sequence[Statement]) -> Iterator[Statement]:
    """What the one whom the narration follows holds of others, where the narration says it outright.

    Args:
        reader: has the text, its clauses and who is meant.
        found: what was stated of these hearts otherwise.
    """
    thoughts = Thoughts(reader)
    said = SpanIndex(s for s in found if s.kind != "mood")  # what the narration says itself nobody only thinks
    for i, clause in enumerate(reader.clauses):
        if not _plain(clause):
            continue
        claim = reader.claims.of(i)
        if claim is None or claim.proposition.predicate not in HEARTS or said.touching(clause.start, clause.end):
            continue
        mind, towards = thoughts.mind(clause.start, clause.end, claim.proposition.subject), claim.proposition.object
        if mind is None or reader.documents.at(clause.start) is not None:
            continue
        if towards == mind or (towards is not None and _marked(reader, clause)):
            yield reader.statement("think", mind, claim, "believes", clause, SURE if towards == mind else LESS)


def _plain(clause: Clause) -> bool:
    told = clause.tense in TOLD or clause.tense == "pluperfect"
    return clause.quotation is None and told and not (clause.question or clause.conditional) and (
        clause.governor is None and clause.marker is None and clause.modal in (None, "could", "can")
    )  # fmt: skip


def _marked(reader: Reader, clause: Clause) -> bool:
    """Whether it sounds like a thought: "of course", "only", "after all"."""
    sentence = reader.minds.sentences[clause.sentence]
    return MARKED.search(reader.text[sentence.start : sentence.end]) is not None


class Thoughts:
    """Knows in whose thoughts a stretch of the narration is.

    Args:
        reader: has the text, its clauses and who is meant.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._thinking: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._spoken: set[int] = set()
        thinks = resources.words("beliefs.toml", "musing")
        for clause in reader.clauses:
            n = self._paragraph(clause.start)
            if clause.quotation is not None:
                self._spoken.add(n)
                continue
            told = clause.lemma in thinks and clause.marker is None and clause.modal in (None, "could", "can")
            if told and (who := reader.claims.who(clause.subject)) is not None:
                self._thinking[n].append((clause.start, who))

    def mind(self, at: int, end: int, subject: str | None) -> str | None:
        """Whose thought it is what is told of somebody else: of the one whom the narration follows, who was
        told to think before, in a paragraph in which no other mind is seen into; None: nobody's, for all that is known.

        Args:
            at: where the words begin.
            end: where they end.
            subject: of whom they tell.
        """
        scene = self.reader.scene(at)
        focal = scene.focal if scene is not None and scene.person == "third" else None
        if focal not in self.reader.people or subject in (None, focal):
            return None
        n = self._paragraph(at)
        others = {who for k, who in self._thinking.get(n, ()) if not at <= k < end} - {focal}
        before = any(who == focal and k < at for m in (n - 1, n) for k, who in self._thinking.get(m, ()))
        return focal if before and not others and n not in self._spoken else None

    def _paragraph(self, at: int) -> int:
        return bisect_right(self.reader.minds.paragraphs, at)
