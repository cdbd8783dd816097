"""Beliefs: what each holds of the others' hearts, as the words state it and as the tracker follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from unspoken.document import Document
from unspoken.layers.beliefs import Belief, Stance, Via
from unspoken.layers.keys import BELIEFS, CHARACTERS, DOCUMENTS, SCENES, STATEMENTS, STRIKES
from unspoken.layers.statements import Prop, Statement
from unspoken.pipeline import Stage
from unspoken.stages.beliefs.acts import Say, Think
from unspoken.stages.beliefs.plot import Plot, plot_of
from unspoken.stages.beliefs.records import record_of
from unspoken.stages.beliefs.restating import restated
from unspoken.stages.beliefs.tracker import TrackedBelief, Tracking, track
from unspoken.stages.cast.relations import crowded
from unspoken.stages.struck import belief as seen_in
from unspoken.stages.struck import kept

Wrong = set[tuple[str, Prop, bool | None]]
READS = (CHARACTERS, SCENES, DOCUMENTS, STATEMENTS, STRIKES)


LEAST = 0.35  # below it most are of the wrong speaker, or of one who was not spoken to
LEAST_HEARD = 0.25  # of what somebody is told in a short work, which counts for less and is as often right
TOLD = 0.75  # of how sure it is that somebody feels so, where they say it to the one concerned
VAGUE = ("it", "that", "this", "so")


def find_beliefs(document: Document) -> tuple[Belief, ...]:
    """Beliefs that a statement shows, with the scene in which evidence that reached the holder ended them.

    What a correction strikes out is not among them, and nothing is concluded from it.
    """
    return tuple(_numbered(kept(beliefs_in(document), document[STRIKES], "beliefs", seen_in)))


def beliefs_in(document: Document) -> tuple[Belief, ...]:
    """The beliefs that the statements left standing give."""
    plot = plot_of(document)
    if not plot.scenes:
        return ()
    tracking = track(plot.acts)
    wrong = {(gap.holder, gap.prop, gap.belief) for gap in tracking.gaps()}
    tracked = (_tracked(plot, b, wrong) for b in tracking.beliefs())
    found = [record for record in tracked if record is not None]
    held = (s for s in plot.ignorance if s.stance == "believes" and s.claim.proposition.subject is not None)
    found += [record_of(plot, s) for s in (*plot.stances, *held)]  # "had thought him cold": an error that was held
    shown = {(b.holder, b.start, b.end) for b in found}
    taken_back = [s for s in plot.source if s is not None and s.kind == "retract"]
    found += _confessed(plot, tracking)
    found += restated(plot, tracking)
    heard = LEAST if crowded(document[CHARACTERS]) else LEAST_HEARD
    found = [b for b in found if b.confidence >= (heard if b.via == "told" else LEAST) and not _vague(b)]
    found += [_until(plot, s) for s in dict.fromkeys(taken_back) if (s.holder, s.shown.start, s.shown.end) not in shown]
    found.sort(key=lambda b: (b.start, b.end, b.holder))
    seen: dict[tuple[object, ...], Belief] = {}
    for belief in found:
        p = belief.proposition
        several = p.predicate == "wants" or (p.predicate == "feels" and p.object is None)  # one may want many things
        what = p.value if several else None
        key = (belief.holder, p.predicate, p.subject, p.object, what, belief.polarity, belief.from_scene, belief.stance)
        seen.setdefault(key, belief)
    return tuple(seen.values())


STAGE = Stage("beliefs", "14", READS, BELIEFS, find_beliefs)


def _vague(belief: Belief) -> bool:
    """ "She knows that he knows it", "He let her think so", and no word of what."""
    about = belief.proposition
    known = about.predicate == "knows" and belief.stance == "knows"
    return (known or about.predicate == "fact") and about.value in VAGUE


def _numbered(beliefs: Iterable[Belief]) -> Iterator[Belief]:
    return (msgspec.structs.replace(b, id=f"b{n}") for n, b in enumerate(beliefs))


def _tracked(plot: Plot, b: TrackedBelief, wrong: Wrong) -> Belief | None:
    """A belief of the tracker with its words; None where a scene's coming and going made it, and the words do not say
    that it was overheard."""
    told = _own_words(plot, b) if _hearsay(plot, b) else b.begins[1]
    if told is None:
        return None
    s, span = plot.source[told], plot.shown(told)
    if s is None:
        return None
    if b.via == "told" and told == b.begins[1] and not _heard(plot, b) and not _meant(s, b.holder):
        return None
    via: Via = "narrated" if told != b.begins[1] or b.via not in ("read", "told") else b.via
    affirmed = s.claim.affirmed if b.sign == s.claim.sign else not s.claim.affirmed
    stance: Stance = "knows" if b.via == "read" or s.stance == "knows" else "believes"
    if (b.holder, b.prop, b.sign) in wrong:
        stance = "believes"  # nobody knows what is not so, whatever verb the text has
    ended = b.ended
    return Belief(
        id="",
        holder=b.holder,
        stance=stance,
        polarity="+" if affirmed else "-",
        proposition=s.claim.proposition,
        via=via,
        from_scene=plot.scene_at(b.begins[0]),
        until_scene=plot.scene_at(ended[0]) if ended else None,
        ended_by=plot.spans[ended[1]] if ended else None,
        start=span.start,
        end=span.end,
        confidence=round(s.confidence * (b.certainty if via in ("told", "read") else 1.0), 3),
    )


def _heard(plot: Plot, b: TrackedBelief) -> bool:
    return (b.holder, b.prop) in plot.heard


def _meant(s: Statement, holder: str) -> bool:
    """Whether it was said to somebody, or of a heart that concerns them."""
    return holder in (*s.to, s.claim.proposition.object)


def _hearsay(plot: Plot, b: TrackedBelief) -> bool:
    """Whether somebody was only told of a third's heart for another: such words they may take or leave; that somebody
    wept they believe."""
    s = plot.source[b.begins[1]]
    told = b.via == "told" and not _heard(plot, b) and s is not None and s.kind == "say"
    if s is None or not told:
        return False
    about = s.claim.proposition
    mood = about.predicate == "feels" and about.object is None and about.subject != b.holder
    return not (b.holder in s.to and (b.holder == about.object or mood))


def _own_words(plot: Plot, b: TrackedBelief) -> int | None:
    """Where they take it up themselves, later."""
    acts = (a for a in plot.about.get(b.prop, ()) if isinstance(a, Think) and a.who == b.holder and a.sign is b.sign)
    later = (a for a in acts if a.position >= b.begins and (b.ended is None or a.position < b.ended))
    return next((a.told for a in later), None)


def _declares(s: Statement) -> bool:
    """Whether somebody tells another of their love for them, who may have held so already, or held the contrary."""
    about = s.claim.proposition
    return s.kind == "own" and s.claim.sign and about.object in s.to and about.predicate in ("feels", "attitude")


def _confessed(plot: Plot, tracking: Tracking) -> Iterator[Belief]:
    """What the one to whom somebody confesses it holds from there on, where they believe it."""
    for act, s in zip(plot.acts, plot.source, strict=True):
        if s is None or not isinstance(act, Say) or not _declares(s):
            continue
        hearer = s.claim.proposition.object or ""
        if tracking.belief(hearer, act.prop, act.position) is act.sign:
            sure = round(s.confidence * TOLD, 3)
            yield msgspec.structs.replace(record_of(plot, s), holder=hearer, via="told", confidence=sure)


def _until(plot: Plot, s: Statement) -> Belief:
    """What somebody says that they believed, where other words gave it before: "I thought you had gone off me"."""
    held = record_of(plot, s)
    return msgspec.structs.replace(held, until_scene=held.from_scene, ended_by=s.shown)
