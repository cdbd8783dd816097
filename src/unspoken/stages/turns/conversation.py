"""A conversation: its lines, its candidates, and what speaks for each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

import numpy as np

from unspoken.layers.quotations import Method, Quote, QuoteKind
from unspoken.layers.spans import Span
from unspoken.models.calibration import calibrated
from unspoken.stages.turns import addressees, weights
from unspoken.stages.turns.decoding import ADJACENT, BEAT, FAR, Floats, posteriors
from unspoken.stages.turns.evidence import Scenery
from unspoken.stages.turns.line import Line


class Conversation:
    """Lines of one conversation, with what lies before each (see `decoding`); below ``least`` nobody is named."""

    def __init__(self, lines: list[Line], gaps: list[int], scenery: Scenery, least: float) -> None:
        self.lines, self.gaps, self.scenery, self.least = lines, gaps, scenery, least
        self.told = [self._told(line) for line in lines]
        self.calls = [scenery.linked(line.quotation, vocative=True) for line in lines]
        self.obeying = [scenery.obeying(line.quotation) for line in lines]
        self.faced = [
            scenery.faced(line.quotation, line.paragraph) or does
            for line, does in zip(lines, self.obeying, strict=True)
        ]
        self.named = [scenery.named(line.quotation, line.paragraph) for line in lines]
        self.turned = [scenery.turned(line.paragraph) for line in lines]
        self.candidates = self._candidates()
        self.column = {member: c for c, member in enumerate(self.candidates)}
        self.calls = [calls or self._styled(t) for t, calls in enumerate(self.calls)]

    def _styled(self, t: int) -> Counter[str]:
        """Who is called by what one is ("No, sir", "Yes, Mistress"): who has just spoken, or else the only one of that
        gender who speaks or acts here, beside who says so."""
        gender = self.scenery.styled(self.lines[t].quotation)
        last = self.told[t - 1] if t and self.gaps[t] in (ADJACENT, BEAT) else None
        if gender and last not in (None, self.told[t]) and self.scenery.gender.get(last or "") == gender:
            return Counter([str(last)])
        line = self.lines[t]
        speaks = {self.told[t], *self.scenery.beats(line.quotation, line.paragraph)}
        here = {*(m for m in self.told if m), *self._acting} - speaks
        own = {m: self.scenery.gender.get(m) or (m == "narrator" and gender) for m in here}  # seldom told of a narrator
        fits = [m for m, known in own.items() if gender and known == gender]
        return Counter(fits if len(fits) == 1 else ())

    def quotes(self) -> list[Quote]:
        """Decode, and return the quotations with speakers and addressees."""
        probabilities = posteriors(self._emissions(), self.gaps)
        speakers = [self._speaker(row) for row in probabilities]
        return [self._quote(t, speakers, _sure(probabilities[t])) for t in range(len(self.lines))]

    def _told(self, line: Line) -> str | None:
        """Whom the cue's subject means, or whom it turns out to be."""
        if line.told is not None or line.cue is None:
            return line.told
        if line.cue.subject is None:
            return self.scenery.revealed(line.quotation)
        return self.scenery.cast.link[line.cue.subject]

    def _candidates(self) -> list[str]:
        """Who may speak here: by cue, by call, by being about."""
        scenery = self.scenery
        start, end = self.lines[0].quotation.start, self.lines[-1].quotation.end
        weight = defaultdict[str, float](float)
        for member, n in scenery.about(start, end).items():
            weight[member] += min(n, 12)
        for member, n in self._acting.items():
            weight[member] += weights.ACTING * n
        for told, calls in zip(self.told, self.calls, strict=True):
            if told:
                weight[told] += 20
            for member in calls:
                weight[member] += 6
        people = [m for m in weight if scenery.kind.get(m) != "animal" or m in self.told]
        ranked = sorted(people, key=lambda m: (-weight[m], m))
        return [m for n, m in enumerate(ranked) if n < weights.CANDIDATES or m in self.told]

    def _emissions(self) -> Floats:
        out = np.zeros((len(self.lines), len(self.candidates) + 1))
        out[:, -1] = weights.STRANGER
        out[:, :-1] += self._prior()
        out[:, :-1] += self._absence() + self._unmet() + self._gone()
        for t, line in enumerate(self.lines):
            self._by_cue(out[t], t, line)
            self._by_narration(out[t], t, line)
            self._by_words(out, t, line)
        return out

    @cached_property
    def _acting(self) -> Counter[str]:
        """How often each member acts in the narration of the conversation."""
        return self.scenery.acts(self.lines[0].paragraph, self.lines[-1].quotation.end)

    def _prior(self) -> Floats:
        """Those who speak by cue in this conversation, and those who act in it or are about, speak more of its other
        lines too."""
        start, end = self.lines[0].quotation.start, self.lines[-1].quotation.end
        about, acts = self.scenery.about(start, end), self._acting
        told = Counter(m for m in self.told if m)
        called = Counter(m for calls in self.calls for m in calls)
        scores = [
            0.3
            + weights.PRIOR_TOLD * told[m]
            + weights.PRIOR_CALLED * called[m]
            + weights.PRIOR_ABOUT * min(about[m], 12)
            + weights.PRIOR_ACTS * min(acts[m], weights.ACTS)
            for m in self.candidates
        ]
        total = sum(scores) or 1.0
        prior: Floats = weights.PRIOR * np.log(np.array(scores) / total + 0.02) + 1.0 if scores else np.zeros(0)
        return prior

    def _absence(self) -> Floats:
        """Lines near which somebody is spoken of, and speaks by no cue, are seldom that one's ("Where is Anne?")."""
        out = np.zeros((len(self.lines), len(self.candidates)))
        for t, line in enumerate(self.lines):
            for member in self.scenery.linked(line.quotation, vocative=False):
                c = self.column.get(member)
                low, high = max(0, t - weights.NEARBY), t + weights.NEARBY + 1
                if (
                    c is not None
                    and member not in self.told[low:high]
                    and not any(member in x for x in self.named[low:high])
                    and not any(member in x for x in self.calls[low:high])
                ):
                    out[low:high, c] = weights.ABSENT
        return out

    def _unmet(self) -> Floats:
        """Who speaks by a cue, and of whom the text tells for the first time when the talk has been broken off, has
        not spoken before that."""
        out = np.zeros((len(self.lines), len(self.candidates)))
        met = np.array([self.scenery.met(m) if m in self.told else 0 for m in self.candidates])
        broken: int | None = None  # the end of what is said last before the next break
        for t in range(len(self.lines) - 1, -1, -1):
            if t + 1 < len(self.lines) and self.gaps[t + 1] in (BEAT, FAR):
                broken = self.lines[t].quotation.end
            if broken is not None and (met <= self.lines[t].quotation.start).any():
                out[t, met > broken] = weights.UNMET
        return out

    def _gone(self) -> Floats:
        """The dead speak by a cue, if at all: a ghost, or in what is told of before."""
        start = self.lines[0].quotation.start
        gone = [m not in self.told and self.scenery.gone(m, start) for m in self.candidates]
        return weights.DEAD * np.array(gone, dtype=float)

    def _by_cue(self, row: Floats, t: int, line: Line) -> None:
        cue, told = line.cue, self.told[t]
        if line.told is not None:
            row += weights.CERTAINLY_NOT
            row[self.column[line.told]] -= weights.CERTAINLY_NOT
        if cue is None or line.told is not None:
            return
        mention = self.scenery.mentions[cue.subject] if cue.subject is not None else None
        if told is None:
            row[-1] += 4.0 if mention is None or mention.form != "pronoun" else 0.0
            if mention is not None and mention.gender:
                self._by_gender(row, mention.gender, 4.0)
            return
        if mention is not None and mention.form == "pronoun" and mention.person == 3:
            self._by_gender(row, mention.gender, 5.0)
            row[self.column[told]] += weights.PRONOUN * self.scenery.cast.confidence[cue.subject or 0] - 1.0
            row[-1] -= 1.0
        else:
            row += weights.NEVER
            row[self.column[told]] += weights.SURE - weights.NEVER

    def _by_gender(self, row: Floats, gender: str | None, weight: float) -> None:
        for member, c in self.column.items():
            known = self.scenery.gender.get(member)
            if member == "narrator" or (gender and known and known != gender):
                row[c] -= weight
            elif known is None:
                row[c] -= 0.5

    def _by_narration(self, row: Floats, t: int, line: Line) -> None:
        """Who acts in the same paragraph speaks in it, but for who only does what is said."""
        if line.cue is not None:
            self._by_beats_and_pronoun(row, line)
            return
        acting = self.scenery.beats(line.quotation, line.paragraph)
        said = self.scenery.announced(line.quotation, line.paragraph)
        if said in self.column:
            row[self.column[said]] += weights.ANNOUNCED
            return
        beats = {member: n for member, n in acting.items() if member != self.obeying[t]}
        for member, n in beats.items():
            if member in self.column:
                row[self.column[member]] += weights.NARRATION * n
        if not beats:
            before = self.scenery.before(line.paragraph)
            if before in self.column:
                row[self.column[before]] += weights.BEFORE

    def _by_beats_and_pronoun(self, row: Floats, line: Line) -> None:
        """Whom "he said" means is told by who acts in the paragraph too: "Ned laughed. ... he said"."""
        subject = line.cue.subject if line.cue is not None else None
        if subject is None or line.told is not None or self.scenery.mentions[subject].form != "pronoun":
            return
        for member, n in self.scenery.beats(line.quotation, line.paragraph).items():
            if member in self.column:
                row[self.column[member]] += weights.BEATS * min(n, weights.MOST)

    def _by_words(self, out: Floats, t: int, line: Line) -> None:
        """One does not call oneself, nor turn to oneself; who is called or told speaks next, or has just spoken."""
        if (faced := self.faced[t]) in self.column:
            out[t, self.column[faced]] += weights.NOT_SELF
        for member in self.calls[t]:
            if member in self.column:
                c = self.column[member]
                out[t, c] += weights.NOT_SELF
                if t + 1 < len(self.lines) and self.gaps[t + 1] != FAR:
                    out[t + 1, c] += weights.CALLED_NEXT
                if t > 0 and self.gaps[t] != FAR:
                    out[t - 1, c] += weights.CALLED_LAST
        to = line.cue.to if line.cue is not None else None
        next_one = self.scenery.cast.link[to] if to is not None else faced
        if next_one in self.column and t + 1 < len(self.lines) and self.gaps[t + 1] != FAR:
            out[t + 1, self.column[next_one]] += weights.TOLD_NEXT
        for member in self.scenery.linked(line.quotation, vocative=False):
            if member in self.column:
                out[t, self.column[member]] += weights.SPOKEN_OF

    def _speaker(self, row: Floats) -> str | None:
        best = int(row.argmax())
        return self.candidates[best] if best < len(self.candidates) and _sure(row) >= self.least else None

    def _quote(self, t: int, speakers: list[str | None], confidence: float) -> Quote:
        line = self.lines[t]
        q, cue = line.quotation, line.cue
        speaker = speakers[t]
        kind: QuoteKind = "thought" if q.kind == "thought" or (cue is not None and cue.thought) else "speech"
        addressees = self._addressees(t, speakers) if kind == "speech" else ()
        span = Span(cue.start, cue.end) if cue is not None else None
        sure = 0.0 if speaker is None else 1.0 if line.told is not None else confidence
        return Quote(q.id, q.start, q.end, q.parts, kind, speaker, addressees, span, self._method(t), round(sure, 3))

    def _method(self, t: int) -> Method:
        cue = self.lines[t].cue
        if cue is not None and cue.subject is not None:
            return "anaphoric" if self.scenery.mentions[cue.subject].form == "pronoun" else "explicit"
        if t > 0 and self.gaps[t] != FAR and self.calls[t - 1]:
            return "vocative"
        return "turn" if self.gaps[t] == ADJACENT else "implicit"

    def _addressees(self, t: int, speakers: list[str | None]) -> tuple[str, ...]:
        """By the cue ("to her"), by a call, else the one who spoke before or speaks next."""
        cue, speaker = self.lines[t].cue, speakers[t]
        if cue is not None and cue.to is not None:
            told = self.scenery.cast.link[cue.to]
            if told is not None and told != speaker:
                return (told,)
        calls = [m for m in self.calls[t] if m != speaker]
        if (called := addressees.called(calls, self._here, t, speakers, self.gaps)) is not None:
            return (called,)
        if (faced := self.faced[t]) is not None and faced != speaker:
            return (faced,)
        if speaker is None:
            return ()
        if (turned := self.turned[t]) is not None and turned[0] == speaker != turned[1]:
            return (turned[1],)
        if (near := addressees.neighbour(speakers, self.gaps, t)) is not None:
            return (near,)
        others = {s for s in speakers if s is not None and s != speaker}
        if not others and len(self.candidates) == 2:
            others = set(self.candidates) - {speaker}
        return (others.pop(),) if len(others) == 1 else ()

    @cached_property
    def _here(self) -> set[str]:
        """Of whom the narration of this scene tells up to the end of the conversation."""
        return self.scenery.here(self.lines[0].quotation.start, self.lines[-1].quotation.end)


def _sure(row: Floats) -> float:
    """The probability that the likeliest speaker is right."""
    return calibrated("speaker", float(row.max()))
