"""Cues: the words of the narration that say who speaks ("said Anne", "he asked her", "Anne turned and said:")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.mentions import Mention
from unspoken.layers.quotations import Quotation
from unspoken.layers.spans import Span
from unspoken.stages.mentions.words import Words
from unspoken.stages.turns import nominal
from unspoken.stages.turns.cue import STOP, Cue

REACH = 9  # words from a quotation to its verb of saying
LOOSE = frozenset(("ADV", "AUX", "PART", "ADJ"))


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    say, weak = resources.words("speech.toml", "say"), resources.words("speech.toml", "weak")
    think = resources.words("speech.toml", "think")
    return say | think, weak, think


class Cues:
    """Finds the cue of a quotation in the words around it."""

    def __init__(self, text: str, words: Words, mentions: Sequence[Mention], paragraphs: Sequence[Span]) -> None:
        self.text, self.words, self.mentions = text, words, mentions
        self.mention_at: dict[int, int] = {}
        for i, m in enumerate(mentions):  # the longest mention that begins at an offset, possessors come first
            old = self.mention_at.get(m.start)
            if old is None or mentions[old].end < m.end:
                self.mention_at[m.start] = i
        self.ends = {m.end: i for i, m in enumerate(mentions)}
        self.headed = {m.head_start: i for i, m in enumerate(mentions) if not m.quotation}
        self.paragraphs = paragraphs
        self.paragraph_starts = [p.start for p in paragraphs]

    def of(self, quotation: Quotation, paragraph: int) -> Cue | None:
        """The cue of a quotation that begins in a paragraph (its index), or None.

        Words after the first piece tell best, then those before it, then those after later pieces.
        """
        start = quotation.parts[0].start
        announced = self.before(start, paragraph) if self.text[max(0, start - 4) : start].rstrip()[-1:] == ":" else None
        found = announced or self.after(quotation.parts[0]) or self.before(start, paragraph)
        for part in quotation.parts[1:]:
            found = found or self.after(part)
        for part in quotation.parts[1:]:
            found = found or self.before(part.start, None)
        return found

    def after(self, part: Span) -> Cue | None:
        """A cue right after a piece: "said Anne" or "Anne said"."""
        words = self.words
        k = bisect_left(words.start, part.end)
        stop = self._limit(k, part.end)
        last = self.text[part.start : part.end].rstrip("”’\"'» ")[-1:]
        while k < stop and words.text[k] in (",", "—", "–", "--", "_", "*"):
            k += 1
        if k >= stop:
            return None
        verbs = _verbs()[0]
        word = words.text[k].lower()
        fresh = last == "." and words.text[k][0].isupper()
        if word in verbs and words.text[k][0].islower():
            return self._inverted(k, stop)
        told = last == "," and self._told(k) and words.text[k][0].islower()
        if told and (cue := self._inverted(k, stop, only=True)):
            return cue
        if words.text[k] in resources.words("speech.toml", "being"):
            return nominal.cue(words, self.mention_at, self.mentions, k, stop)
        if words.pos[k] == "ADV" and k + 1 < stop and words.text[k + 1] in verbs and words.text[k][0].islower():
            return self._inverted(k + 1, stop)
        first = k
        while (
            first < min(k + 3, stop - 1)
            and words.pos[first] in ("DET", "ADJ")
            and words.start[first] not in self.mention_at
        ):
            first += 1
        subject = self.mention_at.get(words.start[first])
        if subject is None or self._possesses(subject):
            return None
        capital = self.mentions[subject].form != "name" and words.text[k][0].isupper() and words.text[k] != "I"
        if fresh or (capital and last != ","):
            return None
        return self._subject_first(subject, stop, allow_weak=last in ",?!—-–", any_verb=last == ",")

    def before(self, start: int, paragraph: int | None) -> Cue | None:
        """A cue right before a piece: "Anne turned and said:"."""
        words = self.words
        k = bisect_left(words.start, start) - 1
        if k < 0:
            return None
        if paragraph is not None and words.start[k] < self.paragraphs[paragraph].start:
            if words.text[k] in (".", "!", "?", ";", "…") or words.quotation[k] is not None:
                return None
        elif words.text[k] not in (",", ":", "—", "--", "–") and words.text[k].lower() not in _verbs()[0]:
            return None
        first = k
        while first > 0 and words.text[first - 1] not in (".", "!", "?", ";") and words.quotation[first - 1] is None:
            first -= 1
            if k - first > 40:
                break
        return self._verb_with_subject(first, k + 1)

    def _verb_with_subject(self, first: int, stop: int) -> Cue | None:
        verbs, weak, think = _verbs()
        for v in range(stop - 1, first - 1, -1):
            if words_is_verb(self.words, v, verbs) and (self.words.text[v].lower() not in weak or stop - v <= 4):
                subject = self._parsed(first, v)
                subject = self._subject_before(first, v) if subject is None else subject
                if subject is not None:
                    to = self._to(v + 1, stop)
                    start = self.mentions[subject].start
                    who = self._heard(v, subject)
                    return Cue(start, self.words.end[v], who, to, self.words.text[v].lower() in think)
        return None

    def _parsed(self, first: int, v: int) -> int | None:
        """The subject of a verb by its dependencies, or that of the verb before which it shares one with."""
        words = self.words
        while v >= first:
            for k in range(first, v):
                if words.head[k] == v and words.deprel[k].startswith("nsubj"):
                    return self.headed.get(words.start[k])
            if words.deprel[v] != "conj" or words.head[v] >= v:
                return None
            v = words.head[v]
        return None

    def _subject_before(self, first: int, v: int) -> int | None:
        """The subject of a verb: the first mention from the left that no preposition or verb governs."""
        best = None
        for k in range(first, v):
            i = self.mention_at.get(self.words.start[k])
            if i is None or self.mentions[i].quotation:
                continue
            before = self.words.pos[k - 1] if k > first else ""
            if before in ("ADP", "VERB") or self._possesses(i):
                continue
            if self.text[self.mentions[i].start : self.mentions[i].end].lower() in (
                "him",
                "them",
                "me",
                "us",
                "himself",
                "herself",
            ):
                continue
            best = i if best is None or before in ("CCONJ", "SCONJ", "PUNCT", "PRON") else best
        return best

    def _heard(self, v: int, subject: int) -> int:
        """Who speaks in "Mary heard her say": the one right before a bare verb that one of hearing governs."""
        inner = self.ends.get(self.words.end[v - 1]) if v else None
        bare = self.words.text[v].lower() in resources.words("speech.toml", "bare")
        before = range(max(0, v - REACH), v)
        hears = any(self.words.text[k].lower() in resources.words("speech.toml", "hearing") for k in before)
        return inner if inner is not None and bare and hears else subject

    def _sounds(self, i: int) -> bool:
        """ "Called a girl's voice": a voice that comes right after its owner."""
        after = bisect_left(self.words.start, self.mentions[i].end)
        voices = resources.words("speech.toml", "voices")
        return not voices.isdisjoint(self.words.text[after : after + 4])

    def _reports(self, v: int) -> bool:
        """ "I answered that it was the fourth": what is said follows in the narrator's words."""
        following = [w.lower() for w in self.words.text[v + 1 : v + 3]]
        return following[:1] == ["that"] and following[1:] not in (["night"], ["evening"], ["morning"], ["day"])

    def _possesses(self, i: int) -> bool:
        """A bare possessor: "his" of "his voice", "Anne" of "Anne's hand"."""
        m = self.mentions[i]
        after = self.text[m.end : m.end + 2]
        return after in ("'s", "’s") or self.text[m.start : m.end].lower() in (
            "his",
            "my",
            "your",
            "their",
            "its",
            "our",
        )

    def _told(self, v: int) -> bool:
        """A verb in the past, which after a comma within the marks tells that somebody speaks, whatever it means."""
        past = self.words.pos[v] == "VERB" and not self.words.text[v].endswith("ing")
        return past and self.words.quotation[v] is None

    def _inverted(self, v: int, stop: int, only: bool = False) -> Cue | None:
        """Verb first: the subject is the first mention after it; ``only``: nothing without one."""
        words = self.words
        for k in range(v + 1, min(v + 5, stop)):
            if k == v + 1 and words.text[k] in resources.words("speech.toml", "particles"):
                continue  # "broke in Mrs. Grant"
            if words.text[k] in STOP or words.text[k] == "," or words.pos[k] == "ADP":
                break
            i = self.mention_at.get(words.start[k])
            if i is not None and (not self._possesses(i) or self._sounds(i)):
                return Cue(
                    words.start[v], self.mentions[i].end, i, self._to(k + 1, stop), words.text[v].lower() in _verbs()[2]
                )
        strong = not only and words.text[v].lower() in ("said", "asked", "replied", "answered", "cried", "exclaimed")
        return Cue(words.start[v], words.end[v], None, None, False) if strong else None

    def _subject_first(self, subject: int, stop: int, allow_weak: bool, any_verb: bool) -> Cue | None:
        words = self.words
        verbs, weak, think = _verbs()
        m = self.mentions[subject]
        k = bisect_left(words.start, m.end)
        for v in range(k, min(k + REACH, stop)):
            word = words.text[v].lower()
            if any_verb and word not in verbs and self._told(v) and all(p == "ADV" for p in words.pos[k:v]):
                return Cue(m.start, words.end[v], subject, self._to(v + 1, stop), False)
            if word in verbs and words.pos[v] not in ("NOUN", "ADP"):
                on = word in ("went", "goes") and words.text[v + 1 : v + 2] == ["on"]
                if (word in weak and not on and not (allow_weak and v - k <= 2)) or self._reports(v):
                    return None
                who = self._heard(v, subject)
                return Cue(m.start, words.end[v], who, self._to(v + 1, stop), word in think)
            if words.text[v] in STOP or (words.pos[v] == "VERB" and v - k > 0 and words.text[v - 1] != ","):
                return None
        return None

    def _to(self, k: int, stop: int) -> int | None:
        """The one spoken to: "to her", "asked him"."""
        words = self.words
        for j in range(k, min(k + 8, stop)):
            if words.text[j] in STOP:
                return None
            i = self.mention_at.get(words.start[j])
            if i is not None and j > 0:
                direct = words.text[j - 1].lower() in (
                    "to",
                    "asked",
                    "told",
                    "begged",
                    "answered",
                    "assured",
                    "informed",
                    "warned",
                    "interrupted",
                )
                if direct and not self._possesses(i):
                    return i
        return None

    def _limit(self, k: int, offset: int) -> int:
        """The token before which a cue that begins at ``k`` ends: paragraph or next piece, at most some words on."""
        words = self.words
        paragraph = bisect_left(self.paragraph_starts, offset)
        edge = self.paragraph_starts[paragraph] if paragraph < len(self.paragraph_starts) else len(self.text)
        stop = k
        while stop < len(words) and stop < k + 16 and words.start[stop] < edge and words.quotation[stop] is None:
            stop += 1
        return stop


def words_is_verb(words: Words, v: int, verbs: frozenset[str]) -> bool:
    """A verb of saying outside of speech."""
    return words.text[v].lower() in verbs and words.quotation[v] is None and words.pos[v] not in ("NOUN", "ADP", "ADJ")
