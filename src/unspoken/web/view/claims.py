"""What is claimed of hearts: feelings, relationships, beliefs, gaps, each with its words and in a sentence."""

from __future__ import annotations

from typing import Any

import msgspec

from unspoken.exports.outline import FULL, Guide, Passage
from unspoken.exports.outline.misunderstandings import misunderstandings
from unspoken.exports.outline.phrases import belief_sentence, event_sentence, feeling_sentence, sentence, wording
from unspoken.layers.feelings import Attitude
from unspoken.layers.relationships import Relationship
from unspoken.layers.scenes import Scene
from unspoken.views import known
from unspoken.views.network.kinds import Evidence, gathered, since
from unspoken.web.view.text import span

Json = dict[str, Any]
_FEELING = ("start", "end", "experiencer", "target", "emotion", "valence", "intensity", "channel", "confidence")


def feelings(guide: Guide) -> list[Json]:
    """Who feels what towards whom, and how the text shows it."""
    return [
        {key: getattr(f, key) for key in _FEELING}
        | {
            "id": f.id, "others": list(f.candidates), "cause": span(f.cause), "negated": f.negated,
            "supposed": f.hypothetical, "source": list(f.source), "known": f.end,
            "said": sentence(feeling_sentence(f, guide.name)),
        }
        for f in guide.story.feelings
    ]  # fmt: skip


def beliefs(guide: Guide) -> list[Json]:
    """What each holds to be so of the others."""
    return [
        {
            "id": b.id, "holder": b.holder, "about": b.proposition.subject, "start": b.start, "end": b.end,
            "from": b.from_scene, "until": b.until_scene, "ended": span(b.ended_by), "via": b.via, "stance": b.stance,
            "confidence": b.confidence, "known": b.end,
            "said": sentence(belief_sentence(b, guide.characters.get(b.holder), guide.name)),
        }
        for b in guide.story.beliefs
    ]  # fmt: skip


def gaps(guide: Guide) -> list[Json]:
    """Who is wrong about whom, gravest first: what is believed, what is so, where it closes, when the reader knows."""
    beliefs = {b.id: b for b in guide.story.beliefs}
    records = {gap.id: gap for gap in guide.story.gaps}
    return [
        {
            "id": m.id, "holder": m.holder, "about": m.about, "type": records[m.id].type, "said": m.statement,
            "lead": m.lead, "believed": _passage(m.believed), "truth": _passage(m.truth),
            "closing": _passage(m.closing), "course": m.course, "reader": m.reader, "readerFrom": m.reader_from,
            "start": m.start, "end": m.end, "opens": m.opens, "closes": m.closes, "closed": m.closed,
            "closedBy": span(records[m.id].closed_by), "severity": m.severity, "confidence": m.confidence,
            "belief": records[m.id].belief, "known": known.gap(records[m.id], beliefs),
        }
        for m in misunderstandings(guide, FULL).items
    ]  # fmt: skip


def relationships(guide: Guide) -> list[Json]:
    """Pairs with all that happens between them, in the order of the layer."""
    scenes = {scene.id: scene for scene in guide.story.scenes}
    evidence = gathered(guide.story)
    return [_relationship(guide, r, scenes, evidence) for r in guide.story.relationships]


def _relationship(guide: Guide, r: Relationship, scenes: dict[str, Scene], evidence: Evidence) -> Json:
    end = len(guide.story.text)  # what no words date is known when all have been read
    kinds, role = since(r, evidence)
    events = [
        {
            "type": e.type, "scene": e.scene, "start": e.start, "end": e.end, "actor": e.actor,
            "confidence": e.confidence, "known": e.end,
            "said": sentence(event_sentence(e.type, e.actor, r.pair, guide.name)),
        }
        for e in r.events
    ]  # fmt: skip
    moments = [msgspec.to_builtins(m) | {"known": known.moment(m, scenes)} for m in r.timeline]
    attitudes = [_attitude(guide, a, scenes) for a in guide.attitudes.get(frozenset(r.pair), ())]
    return {
        "id": r.id, "pair": list(r.pair), "confidence": r.confidence,
        "kinds": [{"kind": kind, "known": end if at is None else at} for kind, at in kinds.items()],
        "role": list(r.role) if r.role else None, "roleKnown": end if role is None else role,
        "events": events, "timeline": moments, "attitudes": attitudes,
    }  # fmt: skip


def _attitude(guide: Guide, a: Attitude, scenes: dict[str, Scene]) -> Json:
    table, value = ("feels", a.emotion) if a.emotion in wording()["feels"] else ("attitude", a.value)
    phrase = wording()[table][value][0].format(object=guide.name(a.target))
    return {
        "id": a.id, "holder": a.holder, "target": a.target, "value": a.value,
        "said": f"{guide.name(a.holder)} {phrase}.",
        "from": a.from_scene, "until": a.until_scene, "evidence": [span(s) for s in a.evidence],
        "confidence": a.confidence, "known": known.attitude(a, scenes),
    }  # fmt: skip


def _passage(passage: Passage | None) -> Json | None:
    if passage is None:
        return None
    return {"start": passage.start, "end": passage.end, "words": passage.words, "teller": passage.teller}
