"""Feelings, beliefs, misunderstandings and turns of relationships: in English, with the words that they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unspoken.exports.outline import FULL, Guide
from unspoken.exports.outline.misunderstandings import misunderstandings
from unspoken.exports.outline.phrases import belief_sentence, clause, event_sentence, feeling_sentence, sentence
from unspoken.exports.tei.elements import add, certainty
from unspoken.exports.tei.ids import Ids
from unspoken.layers.beliefs import Proposition
from unspoken.layers.feelings import Attitude
from unspoken.layers.spans import Span

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True)
class Finding:
    """One finding: ``id`` is its name in the file, ``group`` the list that it stands in, ``said`` what it says."""

    id: str
    group: str
    type: str
    said: str
    evidence: tuple[Span, ...]
    confidence: float


def findings(guide: Guide, ids: Ids) -> Iterator[Finding]:
    """All findings of a story that words of it show, kind by kind."""
    story = guide.story
    for f in story.feelings:
        said = sentence(feeling_sentence(f, guide.name))
        yield Finding(ids["feeling", f.id], "feelings", f.emotion, said, (Span(f.start, f.end),), f.confidence)
    for a in story.attitudes:
        yield Finding(ids["attitude", a.id], "attitudes", a.value, _lasting(a, guide), a.evidence, a.confidence)
    for b in story.beliefs:
        said = sentence(belief_sentence(b, guide.characters.get(b.holder), guide.name))
        yield Finding(ids["belief", b.id], "beliefs", b.stance, said, (Span(b.start, b.end),), b.confidence)
    told = {m.id: m.statement for m in misunderstandings(guide, FULL).items}
    for g in story.gaps:
        words = (g.truth, *([g.closed_by] if g.closed_by else []))
        yield Finding(ids["gap", g.id], "misunderstandings", g.type, told[g.id], words, g.confidence)
    for r in story.relationships:
        for number, e in enumerate(r.events, start=1):
            said = sentence(event_sentence(e.type, e.actor, r.pair, guide.name))
            id = f"{ids['relationship', r.id]}.event.{number}"
            yield Finding(id, "relationships", e.type, said, (Span(e.start, e.end),), e.confidence)


def _lasting(attitude: Attitude, guide: Guide) -> str:
    felt = Proposition("attitude", attitude.holder, attitude.target, attitude.value)
    if attitude.emotion:
        felt = Proposition("feels", attitude.holder, attitude.target, attitude.emotion)
    return sentence(clause(felt, False, None, guide.name))


def interpretations(parent: Element, found: list[Finding]) -> None:
    """Put the findings into an element, a group for each kind, as interpretations that the text points to."""
    groups: dict[str, Element] = {}
    for finding in found:
        if finding.group not in groups:
            groups[finding.group] = add(parent, "interpGrp", None, {"type": finding.group})
        emotion = f"#emotion.{finding.type}" if finding.group == "feelings" else None
        attributes = {"xml:id": finding.id, "type": finding.type, "ana": emotion, "cert": certainty(finding.confidence)}
        add(groups[finding.group], "interp", finding.said, attributes)
