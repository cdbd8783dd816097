"""Hearts of others as they are in the thoughts of the one whom the narration follows, and no verb of thinking beside
them: "He was ashamed of her", "He had only married her for her money", "He would never forgive her"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.index import SpanIndex
from unspoken.layers.scenes import Scene
from unspoken.layers.statements import Claim, Statement
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


Minds = Mapping[int, Sequence[tuple[int, str]]]  # by paragraph: who is told to think, see or feel, and where


def reflected(reader: Reader, found: Sequence[Statement]) -> Iterator[Statement]:
    """What the one whom the narration follows holds of others, where the narration says it outright.

    Args:
        reader: has the text, its clauses and who is meant.
        found: what was stated of these hearts otherwise.
    """
    minds, spoken = _minds(reader)
    said = SpanIndex(s for s in found if s.kind != "mood")  # what the narration says itself nobody only thinks
    for i, clause in enumerate(reader.clauses):
        if not _plain(clause):
            continue
        claim, scene = reader.claims.of(i), reader.scene(clause.start)
        if claim is None or claim.proposition.predicate not in HEARTS or said.touching(clause.start, clause.end):
            continue
        mind = _mind(reader, clause, claim, scene, minds, spoken)
        if mind is not None and reader.documents.at(clause.start) is None:
            to_mind = claim.proposition.object == mind
            yield reader.statement("think", mind, claim, "believes", clause, SURE if to_mind else LESS)


def _plain(clause: Clause) -> bool:
    told = clause.tense in TOLD or clause.tense == "pluperfect"
    return clause.quotation is None and told and not (clause.question or clause.conditional) and (
        clause.governor is None and clause.marker is None and clause.modal in (None, "could", "can")
    )  # fmt: skip


def _mind(
    reader: Reader, clause: Clause, claim: Claim, scene: Scene | None, minds: Minds, spoken: frozenset[int]
) -> str | None:
    """Whose thought it is: of the one whom the narration follows, who was told to think before, in a paragraph in which
    no other mind is seen into."""
    focal, subject = scene.focal if scene is not None else None, claim.proposition.subject
    if scene is None or scene.person != "third" or focal not in reader.people or subject in (None, focal):
        return None
    n = _paragraph(reader, clause.start)
    others = {who for _, who in minds.get(n, ())} - {focal}
    before = any(who == focal and at < clause.start for k in (n - 1, n) for at, who in minds.get(k, ()))
    if n in spoken or others or not before:
        return None
    sentence = reader.minds.sentences[clause.sentence]
    marked = MARKED.search(reader.text[sentence.start : sentence.end]) is not None
    towards = claim.proposition.object
    return focal if towards == focal or (marked and towards is not None) else None


def _paragraph(reader: Reader, at: int) -> int:
    return bisect_right(reader.minds.paragraphs, at)


def _minds(reader: Reader) -> tuple[Minds, frozenset[int]]:
    """Who thinks in which paragraph, and the paragraphs in which somebody speaks."""
    thinks = resources.words("beliefs.toml", "musing")
    minds: dict[int, list[tuple[int, str]]] = defaultdict(list)
    spoken: set[int] = set()
    for clause in reader.clauses:
        n = _paragraph(reader, clause.start)
        if clause.quotation is not None:
            spoken.add(n)
            continue
        told = clause.lemma in thinks and clause.marker is None and clause.modal in (None, "could", "can")
        if told and (who := reader.claims.who(clause.subject)) is not None:
            minds[n].append((clause.start, who))
    return minds, frozenset(spoken)
