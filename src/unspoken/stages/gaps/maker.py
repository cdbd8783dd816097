"""Gaps as records: what the tracker finds where belief and truth part, with the words that show both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from unspoken.layers.beliefs import Belief, Gap, Polarity, Proposition
from unspoken.layers.corrections import Strikes
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Knows, Prop, Statement
from unspoken.stages.beliefs.acts import Act, Feel, Read, Reveal, Say, Think, Write
from unspoken.stages.beliefs.plot import Plot
from unspoken.stages.beliefs.tracker import GapType, TrackedGap
from unspoken.stages.beliefs.wrong import misread
from unspoken.stages.gaps.undone import Error

NEAR = 6000  # code points between what is held and what is so, beyond which a heart may have changed
REGARD = frozenset(("love", "longing", "contempt"))
CANDID = 0.5  # of how sure it is who says what they feel, where that shows an error


class Maker:
    """Makes records of what the tracker finds, and of ignorance that is told in so many words."""

    def __init__(
        self, plot: Plot, beliefs: tuple[Belief, ...], close: set[frozenset[str]], strikes: Strikes, crowded: bool
    ) -> None:
        self.plot, self.close, self.strikes, self.crowded = plot, close, strikes, crowded
        self.order = {scene.id: n for n, scene in enumerate(plot.scenes)}
        self._starts = [scene.start for scene in plot.scenes]
        self.beliefs = {(b.holder, b.start, b.end, b.polarity): b for b in beliefs}

    def tracked(self, t: TrackedGap) -> Gap | None:
        """A gap of the tracker as a record, or None where it is not about a person's heart or knowledge."""
        about = t.prop.owner if isinstance(t.prop, Atom) else t.prop.who
        if about is None or about == t.holder:
            return None
        if (t.holder, t.prop) in self.plot.liars:
            return None
        if t.type == "ignorance" and (self.crowded or not self._concerns(t.holder, t.prop)):
            return None  # in a novel it is seldom known who is away
        truth = self._truth(t)
        if truth is None or (t.type == "ignorance" and not self._weighs(truth)):
            return None
        opened = self._belief(t)
        heard = (t.holder, t.prop) in self.plot.heard
        if (
            opened is not None
            and not heard
            and t.holder not in (opened[0].holder, *opened[0].to, opened[0].claim.proposition.object)
        ):
            return None
        if opened is not None and misread(self.strikes, opened[0], t.holder):
            return None
        opens = self.plot.scene_at(t.opens[0])
        closes = self.plot.scene_at(t.closes[0]) if t.closes else None
        if opened is not None and opened[0].kind == "retract" and closes is None:
            return None
        if t.type == "misbelief" and not self._shown(t, opened, truth):
            return None
        source = opened[0] if opened else self.plot.source[truth]
        learnt = None
        if closes is None:
            said = max(opened[0].end if opened else 0, self.plot.shown(truth).end)
            learnt = self._learnt(t.holder, about, said)
            closes = self._scene_of(learnt.start) if learnt else None
        confidence = min(source.confidence if source else 0.5, 0.9) * (0.9 if t.type == "misbelief" else 0.7)
        return self.gap(
            t.holder, about, t.type, opened[1] if opened else None, self.plot.shown(truth), opens, closes,
            learnt or self._closing(t), self.plot.spans[t.reader_from].start, confidence,
        )  # fmt: skip

    def _weighs(self, truth: int) -> bool:
        """What is worth knowing: a heart that the narrator or a letter tells, or love; not each word of one away."""
        s = self.plot.source[truth]
        return s is None or s.kind != "own" or s.claim.proposition.value == "love"

    def _shown(self, t: TrackedGap, opened: tuple[Statement, str | None] | None, truth: int) -> bool:
        """Whether the text itself shows the error: the holder is told or reads that it was one, or the narrator tells
        both what is thought and what is so. What people merely say of each other is seldom meant so."""
        if opened is None:
            return False
        ends = self.plot.source[t.closes[1]] if t.closes else None
        so = self.plot.source[truth]
        if isinstance(t.prop, Knows) and (so is None or abs(so.start - opened[0].start) > NEAR):
            return False
        to_face = opened[0].holder == t.holder and so is not None and so.holder in opened[0].to
        if to_face and opened[0].kind == "think" and opened[0].verdict:
            return False  # "I do not believe you"
        near = [s for s in (so, ends) if s is not None and abs(s.start - opened[0].start) <= NEAR]
        said = opened[0].kind == "say"  # "He pines for you", says one; "I thought so", another, whose error it was
        told = [s for s in (opened[0], *near) if s.kind != "retract" or s.holder == t.holder or not said]
        if self.crowded and opened[0].kind == "retract" and opened[0].claim.sign is not t.belief:
            return False  # what they think now who thought otherwise before
        if any(s.kind in ("retract", "lie", "write") or s.verdict for s in told):
            return True
        if self.crowded:
            return False  # hearts change in a novel, and of judged ones all four were none that only so came together
        if so not in near or so is None or not _opposed(opened[0].claim.proposition, so.claim.proposition):
            return False
        if to_face:
            return False  # two contradict each other, and either may be right
        if so.kind == "own" and (t.holder in so.to or (ends is not None and t.holder in ends.to)):
            return True
        if so.kind == "own" and opened[0].kind == "think" and so.to != (t.holder,) and so.confidence >= CANDID:
            return True  # what one says of one's heart behind somebody's back is meant so
        return opened[0].kind == "think" and so.kind == "truth"

    def stated(self, s: Statement) -> Gap:
        """ "She did not know that he loved her": ignorance in so many words, until she is told or thinks it; an error
        where they tell what was thought ("She had thought him cold")."""
        number = max(0, bisect_right(self._starts, s.start) - 1)
        about = s.claim.proposition.subject or ""
        span = s.shown
        learns = Span(s.start, s.end) if s.holder in s.to else self._learns(s) or self._learnt(s.holder, about, s.end)
        closes = self._scene_of(learns.start) if learns else None
        belief, opens = self._mistaken(s, about), self.plot.scenes[number].id
        kind: GapType = "misbelief" if belief is not None else "ignorance"
        held = belief.id if belief is not None else None
        if belief is not None and belief.start < s.start:
            opens = belief.from_scene
        return self.gap(s.holder, about, kind, held, span, opens, closes, learns, s.start, s.confidence * 0.8)

    def _mistaken(self, s: Statement, about: str) -> Belief | None:
        """What somebody wrongly believes, where they are told to be in the dark by what they thought."""
        if s.claim.prop == Atom("fact knew", about) and (found := self._thought_unknown(s.holder, about, s.start)):
            return found
        here = (b for b in self.beliefs.values() if (b.holder, b.proposition.subject) == (s.holder, about))
        told = (b for b in here if b.start < s.shown.end and b.end > s.shown.start)
        return next(told, None) if s.stance == "believes" else None

    def _thought_unknown(self, holder: str, about: str, before: int) -> Belief | None:
        """The belief of somebody that another does not know, who is then found to have known."""
        held = (
            b for b in self.beliefs.values() if (b.holder, b.polarity, b.proposition.subject) == (holder, "-", about)
        )
        return next((b for b in held if b.proposition.predicate == "knows" and b.start < before), None)

    def error(self, e: Error) -> Gap:
        """An error that is only undone: what undoes it shows what is so, where the words before do not."""
        truth = e.lacks or e.undone
        kind = "ignorance" if e.lacks else "misbelief"
        opens, sure = self._scene_of(e.since), min(e.confidence, 0.9) * 0.9
        return self.gap(
            e.holder, e.about, kind, e.belief, truth, opens, e.scene, e.undone, truth.start, sure,
        )  # fmt: skip

    def _scene_of(self, offset: int) -> str:
        return self.plot.scenes[max(0, bisect_right(self._starts, offset) - 1)].id

    def _learnt(self, holder: str, about: str, after: int) -> Span | None:
        """The words after an offset by which somebody learns how it is with another, or, right after, that they were
        wrong about somebody."""
        for s in self.plot.learnt:
            whom = s.claim.prop.owner if isinstance(s.claim.prop, Atom) else None
            near = s.start - after <= NEAR // 2
            if s.holder == holder and s.end >= after and (whom == about or (whom is None and near)):
                return Span(s.start, s.end)
        return None

    def _learns(self, s: Statement) -> Span | None:
        """The words after a statement by which its holder comes to know what it says the holder does not."""
        for act in self.plot.about.get(s.claim.prop, ()):
            span = self.plot.spans[act.told]
            learns = isinstance(act, Say) and s.holder in act.to
            learns = learns or (isinstance(act, Think) and act.who == s.holder)
            if span.start > s.start and learns and getattr(act, "sign", None) is s.claim.sign:
                return span
        return None

    def gap(
        self, holder: str, about: str, kind: str, belief: str | None, truth: Span, opens: str, closes: str | None,
        closed_by: Span | None, reader_from: int, confidence: float,
    ) -> Gap:  # fmt: skip
        until = max(closed_by.end, reader_from) if closed_by else None
        last = self.order[closes] if closes else len(self.order)
        length = max(0, last - self.order[opens])
        severity = 0.35 + 0.25 * (frozenset((holder, about)) in self.close) + 0.15 * (kind == "misbelief")
        severity += 0.15 * min(1.0, length / 4) + 0.1 * (closes is None)
        return Gap(
            id="", holder=holder, about=about, type=kind, belief=belief, truth=truth, opens_scene=opens,  # type: ignore[arg-type]
            closes_scene=closes, closed_by=closed_by, reader_from=reader_from, reader_until=until,
            severity=round(min(1.0, severity), 3), confidence=round(confidence, 3),
        )  # fmt: skip

    def _concerns(self, holder: str, prop: Prop) -> bool:
        """Not to know a heart is a gap for the one whom that heart is for."""
        return isinstance(prop, Atom) and prop.name.endswith(f" {holder}")

    def _truth(self, t: TrackedGap) -> int | None:
        """The act (``told``) that shows what is so: the last to set it before the gap opens, else the first after."""
        atom = t.prop.of if isinstance(t.prop, Knows) else t.prop
        wanted = not t.belief if isinstance(t.prop, Atom) and t.belief is not None else True
        any_sign = isinstance(t.prop, Knows)
        setting = [act for act in _settings(self.plot.about.get(atom, ()), atom) if any_sign or act.sign == wanted]
        firm = [a for a in setting if (x := self.plot.source[a.told]) is not None and x.kind not in ("retract", "lie")]
        setting = firm or setting
        before = [a for a in setting if a.position <= t.opens or isinstance(a, Reveal)]
        chosen = before[-1] if before else setting[0] if setting else None
        return chosen.told if chosen is not None else None

    def _like(self, holder: str, s: Statement, polarity: Polarity) -> Belief | None:
        """A belief of the same holder about the same heart, where the one of these very words says no more."""
        about = s.claim.proposition
        alike = (
            b
            for b in self.beliefs.values()
            if (b.holder, b.polarity, b.proposition.subject) == (holder, polarity, about.subject)
            and b.proposition.predicate == about.predicate
        )
        return min(alike, key=lambda b: abs(b.start - s.start), default=None)

    def _closing(self, t: TrackedGap) -> Span | None:
        """The words that close a gap; of a letter those that speak of it."""
        if t.closes is None:
            return None
        act = self.plot.acts[t.closes[1]]
        if isinstance(act, Read):
            atom = t.prop.of if isinstance(t.prop, Knows) else t.prop
            for written in self.plot.about.get(atom, ()):
                if isinstance(written, Write) and written.doc == act.doc:
                    return self.plot.spans[written.told]
        return self.plot.spans[act.told]

    def _belief(self, t: TrackedGap) -> tuple[Statement, str | None] | None:
        """The statement by which the holder came to the belief, and the id of its record."""
        if t.belief is None:
            return None
        acts = self.plot.about.get(t.prop, ())
        for act in (*reversed([a for a in acts if _reaches(a, t.holder)]), *reversed(acts)):
            s = self.plot.source[act.told]
            if s is not None and getattr(act, "sign", None) == t.belief and act.position <= t.opens:
                affirmed = s.claim.affirmed is (s.claim.sign is t.belief)
                polarity: Polarity = "+" if affirmed else "-"
                own = self.beliefs.get((t.holder, s.shown.start, s.shown.end, polarity))
                found = own or self._like(t.holder, s, polarity)
                return s, found.id if found else None
        return None


def _reaches(act: Act, holder: str) -> bool:
    """Whether an act is of somebody's own thought, or of what they are told."""
    return (isinstance(act, Think) and act.who == holder) or (isinstance(act, Say) and holder in act.to)


def _opposed(held: Proposition, so: Proposition) -> bool:
    """Whether two words for how somebody regards another speak of one thing: to envy is neither to love nor to hate."""
    return (
        held.predicate != "feels"
        or so.predicate != "feels"
        or {held.value, so.value} <= REGARD
        or held.value == so.value
    )


def _settings(acts: Iterable[Act], atom: Atom) -> Iterator[Feel | Reveal | Say | Write]:
    """The acts that can set the truth of an Atom."""
    for act in acts:
        if isinstance(act, Feel | Reveal) or (isinstance(act, Say | Write) and act.who == atom.owner):
            yield act
