"""What a letter tells of its people: whose brother writes, and the surnames of who writes and gets it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.documents import Letter
from unspoken.layers.mentions import Cast, Mention
from unspoken.layers.spans import Span
from unspoken.stages.cast.families import BACK
from unspoken.stages.cast.names import NameType, name_type
from unspoken.stages.cast.relations import KIN_BASE

YOUR = re.compile(r"\byour(?: \w+){0,2} (?P<kin>\w+),?\s+\Z", re.IGNORECASE)
TO = re.compile(r"\s+(?:(?:an?|the|his|her|my|this|that|one|another)(?: [\w-]+){1,2} to |(?:\w+ )?(?:to )?)\Z")
FOR = re.compile(r"\b(?:letter|note|card|line|message|telegram|wire|envelope|parcel)\b[^.;:!?]* for\s+\Z")
SHORTEST, STEM = 2, 4  # letters that a short name has, and what is left of one without "-ie"
READS = re.compile(r"\b(?:reads?|reread|re-read|opened|opens|unfolded|unfolds)\b")
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)(?: \w+)?\s+\Z")
SUBJECT = 40  # code points before a verb of writing in which its subject is


def correspondents(
    text: str, mentions: Sequence[Mention], cast: Cast, letters: Sequence[Letter], into: dict[str, str]
) -> None:
    """Add to ``into`` the members of the cast that letters show to be one with others.

    Args:
        text: the whole text.
        mentions: all mentions.
        cast: whom the narration tells of.
        letters: what is written in the text.
        into: member id -> id of the member that it is one with.
    """
    desk = _Desk(text, mentions, cast)
    for letter in letters:
        desk.kin(letter, into)
        desk.names(letter, into)
        desk.short(letter, into)


def announced(
    text: str, mentions: Sequence[Mention], cast: Cast, letters: Sequence[Letter]
) -> dict[str, tuple[str | None, str | None]]:
    """Who writes each letter, and to whom, as the narration before it tells, or who reads it; letter id -> members."""
    desk = _Desk(text, mentions, cast)
    return {letter.id: desk.people(letter) for letter in letters}


class _Desk:
    def __init__(self, text: str, mentions: Sequence[Mention], cast: Cast) -> None:
        self.text = text
        self.pronouns = {m.id: m.pronouns for m in cast.members}
        self.called = {m.id: tuple(name_type(n) for n in m.names) for m in cast.members if not m.id.startswith("r")}
        self.related = {(r.owner, r.kin): r.member for r in cast.relations}
        meant = [(m, who) for m, who in zip(mentions, cast.link, strict=True) if who is not None]
        self.meant = {m.start: who for m, who in meant if m.form == "name"}
        self.narrated = [(m, who) for m, who in meant if not m.quotation and not m.letter and m.form != "nominal"]
        self.told = {who for m, who in self.narrated if m.form == "name" and not text[m.start : m.end].isupper()}

    def kin(self, letter: Letter, into: dict[str, str]) -> None:
        """ "Dear Nell, [...] Your brother, Owen": whom the narration calls Nell's brother has that name, and whom it
        calls Owen's sister is Nell."""
        if letter.signature is None or letter.salutation is None:
            return
        m = YOUR.search(self.text, letter.start, letter.signature.start)
        writer, reader = self.meant.get(letter.signature.start), self.meant.get(letter.salutation.start)
        kin = m["kin"].lower() if m is not None else ""
        kin = KIN_BASE.get(kin, kin)
        back = BACK.get((kin, self.pronouns.get(reader or "") or "they"), "")
        for owner, term, bearer in ((reader, kin, writer), (writer, back, reader)):
            role = self.related.get((owner or "", term))
            if bearer in self.called and role is not None and role not in self.called and self._fit(role, bearer or ""):
                into.setdefault(role, bearer or "")

    def names(self, letter: Letter, into: dict[str, str]) -> None:
        """ "She wrote him a note. Mr Deakin, [...] P. Rao": names that the narration never says are those of the one
        who wrote and of the one written to, of whom it says the given name alone."""
        writer, reader = self._told_by(letter)
        for span, who in ((letter.signature, writer), (letter.salutation, reader)):
            name = self.meant.get(span.start) if span is not None else None
            if name is None or who is None or name in (writer, reader) or name in self.told or name in into:
                continue
            if self._surname(name, who) and self._fit(name, who):
                into[name] = who

    def short(self, letter: Letter, into: dict[str, str]) -> None:
        """ "Ros, old thing. [...] Wil": a name that the narration never says is short for the one name beginning so."""
        for span in (letter.salutation, letter.signature):
            name = self.meant.get(span.start, "") if span is not None else ""
            if name not in self.called or name in self.told or name in into:
                continue
            fitting = {k for k in self.called if k != name and self._shortens(name, k) and self._fit(name, k)}
            if len(fitting) == 1:
                into[name] = fitting.pop()

    def _shortens(self, name: str, whole: str) -> bool:
        """Whether all names of one are the beginning of the given name of another, of whom the narration tells."""
        if any(t.given or t.titles or len(t.last) < SHORTEST for t in self.called[name]):
            return False
        full = {t.given or t.last for t in self.called[whole] if not t.titles}
        return all(any(_begins(t.last, f) for f in full) for t in self.called[name])

    def _told_by(self, letter: Letter) -> tuple[str | None, str | None]:
        """Who writes and to whom, by the narration that announces a letter: "she wrote him a note"."""
        frame = letter.frame or Span(letter.start, letter.start)
        verb = _writes().search(self.text, frame.start, frame.end)
        if verb is None:
            return None, next((who for m, who in self.narrated if self._meant_for(m, frame)), None)
        low, at = verb.span()
        near = [(m, who) for m, who in self.narrated if frame.start <= m.start < frame.end]
        before = [who for m, who in near if low - SUBJECT <= m.start < low]
        after = (who for m, who in near if m.start > at and TO.fullmatch(self.text, at, m.start))
        return before[-1] if before else None, next(after, None)

    def people(self, letter: Letter) -> tuple[str | None, str | None]:
        """Writer and addressee by the narration before a letter; who there reads a letter did not write it."""
        writer, addressed = self._told_by(letter)
        reader = self._reader(letter) if addressed is None and letter.kind == "letter" else None
        if writer is not None and _passive(self.text, letter.frame):
            writer = None
        return writer, addressed or (reader if reader != writer else None)

    def _reader(self, letter: Letter) -> str | None:
        """ "Owen opened it and read:": the subject of the last verb of reading in the narration before."""
        frame = letter.frame or Span(letter.start, letter.start)
        verbs = list(READS.finditer(self.text, frame.start, frame.end))
        at = verbs[-1].start() if verbs else frame.start
        near = [who for m, who in self.narrated if max(frame.start, at - SUBJECT) <= m.start < at]
        return near[-1] if near else None

    def _meant_for(self, m: Mention, frame: Span) -> bool:
        """ "A letter came for Owen"."""
        return frame.start <= m.start < frame.end and FOR.search(self.text, frame.start, m.start) is not None

    def _surname(self, name: str, who: str) -> bool:
        """Whether a name may be that of somebody of whom the given name alone is told: by its title or initial."""
        given = [t for t in self.called.get(who, ()) if not t.given and not t.titles]
        if not given or len(given) < len(self.called.get(who, ())):
            return False
        return all(_adds(t, given[0]) for t in self.called.get(name, ()) or [given[0]])

    def _fit(self, a: str, b: str) -> bool:
        x, y = self.pronouns.get(a), self.pronouns.get(b)
        return x is None or y is None or x == y


def _begins(short: str, whole: str) -> bool:
    """Whether a name is the beginning of another ("Ros", "Rosalind"), or is so without "-ie" ("Rosie")."""
    stem = short.removesuffix("ie")
    return short != whole and whole.startswith(stem if len(stem) >= STEM else short)


def _adds(kind: NameType, given: NameType) -> bool:
    """ "P. Rao" and "Miss Rao" add a surname to "Priya"; "Owen" and "Q. Rao" do not."""
    if kind.given is not None:
        return kind.given == given.last or (len(kind.given) == 1 and given.last.startswith(kind.given))
    return bool(kind.titles) and kind.last != given.last


def _passive(text: str, frame: Span | None) -> bool:
    """Whether what is told before a letter is that it was written, not who wrote it."""
    verb = _writes().search(text, frame.start, frame.end) if frame is not None else None
    return verb is not None and frame is not None and PASSIVE.search(text, frame.start, verb.start()) is not None


@cache
def _writes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(resources.words('letters.toml', 'writing')))})\b")
