"""What the text around a quotation tells of its speaker: narration in its paragraph, calls, who is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.documents import Letter
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import CAST, LETTERS, MENTIONS, PARAGRAPHS, SCENE_SPANS
from unspoken.layers.mentions import Mention
from unspoken.layers.quotations import Quotation
from unspoken.stages.cast.relations import KIN_BASE
from unspoken.stages.mentions.words import Words
from unspoken.stages.turns.announced import announcer
from unspoken.stages.turns.dead import dead
from unspoken.stages.turns.obeyed import subject_at

STOPS = frozenset(".!?")
FACING = frozenset(("faced", "faces", "facing", "addressed", "addressing"))  # with whom is spoken to for its object
REVEALS, REVEALED = re.compile(r"\bIt (?:was|is|[’']s) (?=[A-Z])"), 160  # code points after what somebody unseen says
CLEFT = (["it", "was"], ["it", "is"])  # "it was Anne who came"
LOOKING = 4  # words after "I" in which it sees or thinks
BY_PRONOUN = 0.85  # what a deed told by a pronoun is worth, beside one told by a name
EARLIER = 0.7  # what a mention in the scenes before counts, beside one in this
ABOUT = 2500  # code points before a conversation in which people count as about


class Scenery:
    """Lookups over a document that conversations share."""

    def __init__(self, document: Document, words: Words) -> None:
        self.text, self.words = document.text, words
        self.mentions, self.cast = document[MENTIONS], document[CAST]
        self.gender = {m.id: {"he": "m", "she": "f"}.get(m.pronouns or "") for m in self.cast.members}
        self.kind = {m.id: m.kind for m in self.cast.members}
        self.paragraphs = document[PARAGRAPHS]
        self._scenes = [s.start for s in document[SCENE_SPANS]]
        self._paragraph_starts = [p.start for p in self.paragraphs]
        self._starts = [m.start for m in self.mentions]
        self._letters = SpanIndex(document[LETTERS])
        self._first: dict[str, int] = {}
        for m, member in zip(self.mentions, self.cast.link, strict=True):
            if member is not None and member != "narrator":
                self._first.setdefault(member, m.start)
        self._dead = dead(words, self.mentions, self.cast)
        self._inside: dict[str, list[int]] = {}
        for i, m in enumerate(self.mentions):
            if m.quotation is not None:
                self._inside.setdefault(m.quotation, []).append(i)

    def in_letter(self, quotation: Quotation) -> bool:
        """Whether a quotation is (part of) a letter, so that nobody speaks it; no letter is only read out in it."""
        for letter in self._letters.touching(quotation.start, quotation.end):
            shared = min(letter.end, quotation.end) - max(letter.start, quotation.start)
            if shared > 0.5 * (quotation.end - quotation.start) and not self._read_out(letter, quotation):
                return True
        return False

    def _read_out(self, letter: Letter, quotation: Quotation) -> bool:
        """Whether a letter lies in a quotation that has words of its own beside it."""
        if letter.start < quotation.start or letter.end > quotation.end:
            return False
        around = ((p.start, min(p.end, letter.start)) for p in quotation.parts)
        behind = ((max(p.start, letter.end), p.end) for p in quotation.parts)
        return any(c.isalnum() for start, end in (*around, *behind) for c in self.text[start:end])

    def paragraph(self, offset: int) -> int:
        """The index of the paragraph that an offset lies in."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def within(self, start: int, end: int) -> Iterator[int]:
        """Indices of the mentions of the narration that begin in [start, end)."""
        for i in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            if self.mentions[i].quotation is None and self.mentions[i].letter is None:
                yield i

    def spoken(self, quotation: Quotation) -> list[Mention]:
        """Mentions inside a quotation."""
        return [self.mentions[i] for i in self._inside.get(quotation.id, ())]

    def linked(self, quotation: Quotation, vocative: bool) -> Counter[str]:
        """Members named inside a quotation, called (vocative) or spoken of."""
        found = (i for i in self._inside.get(quotation.id, ()) if self.mentions[i].vocative is vocative)
        return Counter(member for i in found if (member := self.cast.link[i] or self._kin(i)) is not None)

    def revealed(self, quotation: Quotation) -> str | None:
        """Who spoke, where the narration says so right after ("said a voice. It was Anne.")."""
        found = REVEALS.search(self.text, quotation.end, quotation.end + REVEALED)
        named = (i for i in self.within(found.end(), found.end() + 1)) if found is not None else ()
        return next((self.cast.link[i] for i in named), None)

    def styled(self, quotation: Quotation) -> str | None:
        """The gender of who is called "sir", "ma'am", "Mistress" in a quotation, or None."""
        for part in quotation.parts:
            for m in _styles().finditer(self.text, part.start + 1, part.end - 1):
                return "f" if m["f"] else "m"
        return None

    def _kin(self, i: int) -> str | None:
        """The one member whom a kin term that is called, or of whom is spoken to, can mean ("Mum", "your nephew")."""
        m = self.mentions[i]
        yours = m.owner is not None and self.mentions[m.owner].person == 2
        if not (m.vocative or yours) or m.form != "nominal":
            return None
        word = self.text[m.head_start : m.head_end].lower()
        kin = {r.member for r in self.cast.relations if r.kin == KIN_BASE.get(word, word)}
        return kin.pop() if len(kin) == 1 else None

    def about(self, start: int, end: int) -> Mapping[str, float]:
        """How often each member is meant in the narration of [start - ABOUT, end), in the scenes before for less."""
        scene, low = self._scene(start), start - ABOUT
        about: dict[str, float] = defaultdict(float)
        for i in self.within(low, end):
            if (m := self.cast.link[i]) is not None:
                about[m] += 1.0 if self.mentions[i].start >= scene else EARLIER
        return about

    def here(self, start: int, end: int) -> set[str]:
        """The members of whom the narration of [start, end), and of its scene before, tells."""
        found = (self.cast.link[i] for i in self.within(self._scene(start), end))
        return {member for member in found if member is not None}

    def _scene(self, offset: int) -> int:
        """Where the scene of an offset begins."""
        return self._scenes[bisect_right(self._scenes, offset) - 1] if self._scenes else 0

    def acts(self, paragraph: int, end: int) -> Counter[str]:
        """How often each member acts in the narration from the paragraph before ``paragraph`` on to ``end``."""
        low = self.paragraphs[max(0, paragraph - 1)].start
        acting = (i for i in self.within(low, end) if self._acts(i))
        return Counter(m for i in acting if (m := self.cast.link[i]) is not None)

    def beats(self, quotation: Quotation, paragraph: int) -> Mapping[str, float]:
        """Who acts in the narration of a quotation's own paragraph: subjects, or owners of what acts ("Anne's voice").

        The narration right after a piece tells most, then that right before the first; a pronoun tells less.
        """
        out: dict[str, float] = defaultdict(float)
        for i, after in self.actors(quotation, paragraph):
            if (member := self.cast.link[i]) is not None:
                out[member] += (2.0 if after else 1.0) * (BY_PRONOUN if self._third(i) else 1.0)
        return out

    def named(self, quotation: Quotation, paragraph: int) -> set[str]:
        """Who acts in the narration of a quotation's own paragraph and is named there, not only "he" or "she"."""
        acting = (i for i, _ in self.actors(quotation, paragraph) if not self._third(i))
        return {member for i in acting if (member := self.cast.link[i]) is not None}

    def met(self, member: str) -> int:
        """The offset of the first words for a member; 0 for who tells the story."""
        return self._first.get(member, 0)

    def gone(self, member: str, offset: int) -> bool:
        """Whether the narration before an offset tells that a member is dead."""
        return self._dead.get(member, offset) < offset

    def _third(self, i: int) -> bool:
        return self.mentions[i].form == "pronoun" and self.mentions[i].person == 3

    def actors(self, quotation: Quotation, paragraph: int) -> Iterator[tuple[int, bool]]:
        """The mention that acts in each stretch of narration around the pieces of a quotation, in its paragraph, and
        whether it stands behind one."""
        p = self.paragraphs[paragraph]
        edges = [p.start, *(x for part in quotation.parts for x in (part.start, part.end)), p.end]
        for n, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
            if end <= start:
                continue
            actors = [i for i in self.within(start, end) if self._acts(i) and not self._looks_on(i)]
            if actors:
                yield actors[0] if n else actors[-1], bool(n)

    def faced(self, quotation: Quotation, paragraph: int) -> str | None:
        """To whom somebody turns right before what is said, in the same paragraph ("and spoke to her nephew")."""
        words, start = self.words, quotation.parts[0].start
        turning = resources.words("speech.toml", "turning")
        for i in reversed([*self.within(self.paragraphs[paragraph].start, start)]):
            k = bisect_left(words.start, self.mentions[i].start)
            if {"?", "!", "."} & set(words.text[k : bisect_left(words.start, start) - 1]):
                return None
            if k > 1 and words.text[k - 1].lower() == "to" and words.text[k - 2].lower() in turning:
                return self.cast.link[i]
        return None

    def obeying(self, quotation: Quotation) -> str | None:
        """Who does right after a quotation what it commands ("“Sit down.” Anne sat down.")."""
        at = subject_at(self.words, quotation)
        named = self.within(at, at + 1) if at is not None else ()
        return next((self.cast.link[i] for i in named), None)

    def turned(self, paragraph: int) -> tuple[str | None, str] | None:
        """Who turns to whom where the paragraph before, of narration alone, ends: "He rose and turned to Ann."."""
        if paragraph == 0:
            return None
        p, words = self.paragraphs[paragraph - 1], self.words
        inside = [*self.within(p.start, p.end)]
        last = inside[-1] if inside else -1
        if last < 0 or any(c.isalnum() for c in self.text[self.mentions[last].end : p.end]):
            return None
        k = bisect_left(words.start, self.mentions[last].start)
        sentence = next((j + 1 for j in range(k - 1, -1, -1) if words.text[j] in STOPS or words.start[j] < p.start), 0)
        leads = words.text[k - 1].lower() in ("to", "at", "on", "towards") or words.text[k - 1].lower() in FACING
        verbs = resources.words("speech.toml", "turning") | FACING
        if not leads or verbs.isdisjoint(w.lower() for w in words.text[max(sentence, k - 6) : k]):
            return None
        whom = self.cast.link[last]
        acting = [self.cast.link[i] for i in inside[:-1] if self._acts(i)]
        return None if whom is None else (acting[-1] if acting else None, whom)

    def announced(self, quotation: Quotation, paragraph: int) -> str | None:
        """Who is heard, or speaks, in the sentence right before a quotation ("He heard Anne's voice. “Go.”")."""
        own = self.paragraphs[paragraph]
        at = quotation.parts[0].start
        alone = not any(c.isalnum() for c in self.text[own.start : at])
        stretch = self.paragraphs[paragraph - 1] if alone and paragraph else own
        low, high = stretch.start, min(stretch.end, at)
        found = announcer(self.words, low, high, [self.mentions[i] for i in self.within(low, high)])
        named = self.within(found, found + 1) if found is not None else ()
        return next((self.cast.link[i] for i in named), None)

    def before(self, paragraph: int) -> str | None:
        """The last one to act in the paragraph before, if that is narration."""
        if paragraph == 0:
            return None
        p = self.paragraphs[paragraph - 1]
        actors = [i for i in self.within(p.start, p.end) if self._acts(i)]
        return self.cast.link[actors[-1]] if actors else None

    def _looks_on(self, i: int) -> bool:
        """An "I" that sees or thinks something beside what another says ("I had never seen him so pale")."""
        k = bisect_left(self.words.start, self.mentions[i].end)
        after = {w.lower() for w in self.words.text[k : k + LOOKING]}
        alone = self.text[self.mentions[i].start : self.mentions[i].end] == "I"
        return alone and not after.isdisjoint(resources.words("speech.toml", "looking"))

    def _acts(self, i: int) -> bool:
        """A subject, or a possessor that begins a sentence."""
        m = self.mentions[i]
        word = self.text[m.start : m.end].lower()
        if word in ("he", "she", "i"):
            return True
        k = bisect_left(self.words.start, m.start)
        if k < len(self.words) and self.words.initial[k]:
            return True
        j = bisect_left(self.words.start, m.end)
        if [w.lower() for w in self.words.text[max(0, k - 2) : k]] in CLEFT and self.words.text[j : j + 1] == ["who"]:
            return True
        return m.form != "pronoun" and j < len(self.words) and self.words.pos[j] in ("VERB", "AUX")


@cache
def _styles() -> re.Pattern[str]:
    table = resources.table("speech.toml")
    words = "|".join(f"(?P<{gender}>{'|'.join(table['styles'][gender].split())})" for gender in ("f", "m"))
    return re.compile(
        rf"(?:\A|(?<=, )|(?<=[.?!—] ))(?:(?:my|dear|old|young|good) )*(?:{words})\b(?=[,.!?;—…]|\Z)", re.IGNORECASE
    )
