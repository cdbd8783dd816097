"""Answers without a verb of their own: "He hates me." "He does not."; "Does she love him?" "Of course she does." """

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import msgspec

from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.statements.claims.propositions import denied
from unspoken.stages.statements.reader import Reader

BETWEEN = 200  # code points between what is said and the answer
SURE = 0.55
ANSWER = re.compile(
    r"\W*(?:(?:no|yes|oh|but|why|indeed|well|of course|certainly)\W+)*(?P<whose>he|she|they|you) "
    r"(?:is|are|was|were|does|do|did|has|have|had)(?P<denied> not|n['’]t)?(?=\s*(?:[.!;—–-]|,?[\s\"”’']*$))",
    re.IGNORECASE,
)
SO = re.compile(
    r"\W*(?:(?:and|but|well|yes|oh)\W+)*(?P<so>so|neither|nor) (?:do|does|did|am|is|are|was|were|have|has|had) "
    r"(?P<whose>you|he|she)\b(?=\s*[.,;!?])",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"[.!?]\s+\w")
OUTRIGHT = re.compile(
    r"\W*(?:not (?:at all|he|she|a bit of it)|nonsense|rubbish|fiddlesticks|stuff and nonsense|never in this world"
    r"|don['’]t (?:be|talk) (?:so )?(?:silly|daft|absurd|ridiculous|stupid|such nonsense|rot|rubbish|a (?:fool|goose))"
    r"|(?:that|it)(?:['’]s| is) (?:not (?:true|so)|a lie|nonsense|rubbish)|(?:that|it) isn['’]t (?:true|so))\b",
    re.IGNORECASE,
)
UNSURE = re.compile(
    r"\W*(?:you (?:don['’]t|can['’]t|do not|cannot) (?:know|be (?:so )?sure(?: of)?)(?: about)?(?: that)?"
    r"|i (?:rather |very much )?doubt (?:it|that)|i don['’]t know about that|how do you know)(?=\s*(?:[.,!?]|$))",
    re.IGNORECASE,
)


def answers(reader: Reader, statements: Sequence[Statement]) -> Iterator[Statement]:
    """What the answers to what was said, or asked, say of the same heart; both are shown, since an answer alone says
    nothing.

    Args:
        reader: has the text and its quotations.
        statements: what was found so far, in text order.
    """
    hearts = [s for s in statements if s.claim.proposition.predicate in ("feels", "attitude")]
    spoken = [s for s in hearts if s.kind in ("say", "own") or (s.kind == "stance" and s.stance == "wonders")]
    starts = [s.start for s in spoken]
    quotes = sorted(reader.quotes.values(), key=lambda q: q.start)
    for before, quote in pairwise(quotes):
        if quote.speaker not in reader.people or quote.speaker == before.speaker or quote.start - before.end > BETWEEN:
            continue
        last = bisect_left(starts, before.end) - 1
        answered = (
            last >= 0 and starts[last] >= before.start and not GOES_ON.search(reader.text, spoken[last].end, before.end)
        )
        if answered and (doubts := UNSURE.match(reader.text, quote.start, quote.end)) is not None:
            yield from _doubted(quote, spoken[last], doubts.end())
            continue
        alike = _alike(reader, quote, spoken[last]) if answered else None
        found = alike or (_answered(reader, quote, spoken[last]) if answered else None)
        if found is not None and found[0].proposition.subject != quote.speaker:
            claim, end = found
            yield Statement(
                "say", quote.speaker or "", claim, "believes", quote.addressees, None, spoken[last].start, end,
                round(SURE * quote.confidence, 3),
            )  # fmt: skip


def _alike(reader: Reader, quote: Quote, said: Statement) -> tuple[Claim, int] | None:
    """ "You miss her." "So do you.": the same of another, where it was said of who answers."""
    m = SO.match(reader.text, quote.start, quote.end)
    subject = said.claim.proposition.subject
    if m is None or subject != quote.speaker or said.claim.affirmed is not (m["so"].lower() == "so"):
        return None
    who, prop = reader.claims.who(Span(*m.span("whose"))), said.claim.prop
    if who in (None, subject, said.claim.proposition.object) or not isinstance(prop, Atom):
        return None
    public = msgspec.structs.replace(said.claim.proposition, subject=who)
    return replace(said.claim, proposition=public, prop=Atom(prop.name, who)), m.end()


def _answered(reader: Reader, quote: Quote, said: Statement) -> tuple[Claim, int] | None:
    """The claim as the answer has it, and where the answer ends: denied where it denies, and as it was asked or said
    where it affirms."""
    if (outright := OUTRIGHT.match(reader.text, quote.start, quote.end)) is not None and said.claim.affirmed:
        return denied(said.claim), outright.end()
    m = ANSWER.match(reader.text, quote.start, quote.end)
    if m is None or reader.claims.who(Span(*m.span("whose"))) != said.claim.proposition.subject:
        return None
    affirmed = m["denied"] is None
    return said.claim if affirmed is said.claim.affirmed else denied(said.claim), m.end()


def _doubted(quote: Quote, said: Statement, end: int) -> Iterator[Statement]:
    """ "You don't know that": who answers so doubts it."""
    if said.claim.proposition.subject != quote.speaker:
        sure = round(SURE * quote.confidence, 3)
        yield Statement("stance", quote.speaker or "", said.claim, "doubts", (), None, said.start, end, sure)
