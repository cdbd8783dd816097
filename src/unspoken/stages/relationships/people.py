"""Who the words mean: characters by span, the voice that speaks at an offset, the scene around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from unspoken.document import Document
from unspoken.layers.characters import Character
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import CHARACTERS, DOCUMENTS, QUOTES, SCENES
from unspoken.layers.mentions import Mention
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.stages.cast.relations import crowded
from unspoken.stages.mentions.names import kin_terms
from unspoken.stages.relationships.voices import Voice, spoken, written

STRAIGHT = str.maketrans("’‘ʼ", "'''")
SPEAKER_WORDS = frozenset({"i", "me", "my", "myself", "mine"})
OWNERS = frozenset({"his", "her", "my", "your", "our", "their"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
NEXT_WORD = re.compile(r" ([a-z-]+)\b")
ANYBODY = re.compile(r"(?:an?|some|any|every|no|another) ", re.IGNORECASE)
HEARER_WORDS = frozenset({"you", "your", "yourself", "yours"})
PRONOUNS = SPEAKER_WORDS | HEARER_WORDS | {"he", "him", "his", "she", "her", "hers", "himself", "herself"}
FIRST_PLURALS = frozenset({"we", "us", "our", "we both", "both of us"})
NEITHER = frozenset(("neither", "neither of them"))
PLURALS = (
    FIRST_PLURALS
    | {"they", "them", "their", "both", "they both", "both of them", "each other", "one another"}
    | NEITHER
    | {"the two of them", "the pair of them"}
)
OF_THEM = " of them"  # stands behind the phrase ("the two", "neither")
RECENT = 400  # code points within which somebody was named last
NOBODY = frozenset({"no", "any", "every", "each", "some", "another"})  # "no man" is nobody
SURELY = 0.6  # how sure it must be that somebody speaks for them to be alive
NAMED = 2  # mentions by a name, from which somebody has one
LONGEST = 60  # a longer mention is no name
CLOSE = 200  # and within which "they" may mean two, if only two were named


@dataclass(frozen=True)
class Named:
    """A mention with the character that it means; ``sure``: that it is this one."""

    start: int
    end: int
    character: str
    sure: float = 1.0


class People:
    """Lookups over characters, quotes, documents and scenes; each in logarithmic time."""

    def __init__(self, document: Document) -> None:
        self.text = document.text.translate(STRAIGHT)
        self.characters: dict[str, Character] = {c.id: c for c in document[CHARACTERS]}
        self._names = {c.id: sum(m.form == "name" for m in c.mentions) for c in document[CHARACTERS]}
        self.crowded = crowded(self.characters.values())
        self.narrator = next((c.id for c in document[CHARACTERS] if c.narrator), None)
        self.scenes: SpanIndex[Scene] = SpanIndex(document[SCENES])
        self.scenes_of: dict[str, list[Scene]] = defaultdict(list)
        for scene in self.scenes.records:
            for who in scene.present:
                self.scenes_of[who].append(scene)
        named = [Named(m.start, m.end, c.id, m.confidence) for c in document[CHARACTERS] for m in c.mentions]
        self.named: SpanIndex[Named] = SpanIndex(named)
        self._by_span = {(n.start, n.end): n for n in named}
        self.documents = document[DOCUMENTS]
        self._last_words: dict[str, int] | None = None
        self.voices: SpanIndex[Voice] = SpanIndex(
            [*spoken(document[QUOTES], self.scenes, self.is_person), *written(self.documents, self.scenes)]
        )

    def is_person(self, character: str) -> bool:
        """Whether the character can have relationships: animals and things with names cannot, nor "no man"."""
        found = self.characters.get(character)
        if found is None or found.name.split(" ")[0].lower() in NOBODY:
            return False
        return found.kind in ("person", "supernatural")

    def has_name(self, character: str, times: int = NAMED) -> bool:
        """Whether somebody tells the story, or is called by a name so often: "the boy" is nobody in particular."""
        found = self.characters[character]
        named = found.name[:1].isupper() and self._names[character] >= times
        return named or found.narrator

    def gives_name(self, named: Named) -> bool:
        """Whether a mention is a name, as far as its first letters and words tell: "Ann", not "She" or "My boy"."""
        words = self.text[named.start : named.end].split()
        return any(word[:1].isupper() and word.lower() not in PRONOUNS | OWNERS | ARTICLES for word in words)

    def is_known(self, character: str) -> bool:
        """Whether somebody is more than "a woman" or "a real friend": who else is meant by such words nobody knows."""
        return ANYBODY.match(self.characters[character].name) is None

    def share_a_scene(self, a: str, b: str) -> bool:
        """Whether two are ever in one scene."""
        return not {s.id for s in self.scenes_of.get(a, ())}.isdisjoint(s.id for s in self.scenes_of.get(b, ()))

    def scene(self, offset: int) -> Scene | None:
        """The scene around an offset."""
        return self.scenes.before(offset + 1)

    def last_word(self, who: str) -> int:
        """Where somebody surely speaks last, flashbacks apart; -1 if nowhere."""
        if self._last_words is None:
            spoken_ = (v for v in self.voices.records if not v.written and v.sure >= SURELY)
            linear = (v for v in spoken_ if (s := self.scene(v.start)) is None or s.mode == "linear")
            self._last_words = {v.speaker: v.start for v in linear}
        return self._last_words.get(who, -1)

    def voice(self, offset: int) -> Voice | None:
        """The words of a speaker or writer that an offset lies in; None in narration."""
        return self.voices.at(offset)

    def speaker(self, offset: int) -> str | None:
        """Whose words an offset lies in: who speaks or writes there, else the narrator of the story, if anybody is."""
        voice = self.voice(offset)
        return voice.speaker if voice else self.narrator

    def at(self, start: int, end: int) -> str | None:
        """The character that a mention with exactly this span means."""
        named = self._by_span.get((start, end))
        return named.character if named else self._deictic(start, end)

    def sure(self, span: Span | Mention | None) -> float:
        """How sure it is whom a mention with exactly this span means; words that are no mention tell of no doubt."""
        named = self._by_span.get((span.start, span.end)) if span else None
        return named.sure if named else 1.0

    def meant(self, span: Span | None) -> tuple[str, ...]:
        """The characters that a noun phrase means: one, those joined by "and", or the two behind a plural."""
        if span is None:
            return ()
        words = self.text[span.start : span.end].lower()
        if self.cut_short(span.start, span.end):
            return ()
        words += OF_THEM if self.text.startswith(OF_THEM, span.end) else ""
        if words in PLURALS and self.at(span.start, span.end) is None:
            return self.plural(span.start, words in FIRST_PLURALS)
        found = self._inside(span, " and " in words)
        second = self._joined(span.end) if len(found) == 1 else None
        return found if second is None or second in found else (*found, second)

    def cut_short(self, start: int, end: int) -> bool:
        """Whether words are only the owner of kin who are named next: "he was introduced to [her] husband"."""
        noun = NEXT_WORD.match(self.text, end) if self.text[start:end].lower() in OWNERS else None
        return noun is not None and noun[1] in kin_terms()

    def _inside(self, span: Span, several: bool) -> tuple[str, ...]:
        """Who a noun phrase means by itself; owners that stand in it do not count."""
        if exact := self.at(span.start, span.end):
            return (exact,)
        inside = _outermost(self.named.inside(span.start, span.end))
        heads = tuple(dict.fromkeys(n.character for n in inside if not self._possessive(n, span)))
        return heads if several or len(heads) == 1 else ()

    def apposed(self, start: int, end: int) -> str | None:
        """Who is named beside a noun phrase that means nobody yet: "her brother, [Greg],", "[Greg], her brother"."""
        if self.text[end : end + 2] == ", " and (after := self._starting(end + 2)):
            return after
        before = self.named.before(start - 2) if self.text[start - 2 : start] == ", " else None
        return before.character if before is not None and before.end == start - 2 else None

    def plural(self, offset: int, first: bool) -> tuple[str, ...]:
        """The two people behind "we" or "they": who speak, or who alone are there, or who were named last.

        In talk, "they" are neither who speaks nor who is spoken to.
        """
        voice, scene = self.voice(offset), self.scene(offset)
        me = voice.speaker if voice else self.narrator
        if first and voice and len(voice.hearers) == 1:
            return (voice.speaker, voice.hearers[0])
        if first and me is None:
            return ()
        talkers = {voice.speaker, *voice.hearers} if voice and not first else set()
        if scene and not (first or voice) and (ahead := self._ahead(scene.start, offset)):
            return ahead
        present = [c for c in scene.present if self.is_person(c) and c not in talkers] if scene else []
        if len(present) == 2 and (not first or me in present):
            return (present[0], present[1])
        if first and me:
            recent = self._recent(offset, {me}, RECENT)
            return (me, recent[0]) if recent else ()
        here = offset - self.text.rfind("\n\n", 0, offset)
        pair = self._recent(offset, talkers, min(here, RECENT))
        if len(pair) == 2 and not first and min(here, RECENT) < CLOSE:
            return (pair[1], pair[0])
        for reach in (CLOSE, offset - scene.start if scene else 0):
            recent = self._recent(offset, talkers, reach)
            if len(recent) > 1:
                return (recent[1], recent[0]) if not first and len(recent) == 2 else ()
        return () if first or voice else self._to_come(offset)

    def _to_come(self, offset: int) -> tuple[str, ...]:
        """The two who alone are named next in a paragraph before which nobody was: a story may open with "they"."""
        if (first := self.named.before(offset)) is not None and self._recent(offset, set(), offset - first.start):
            return ()
        ahead = self.named.inside(offset, self._paragraph_end(offset))
        who = dict.fromkeys(n.character for n in ahead if self.gives_name(n) and self.is_person(n.character))
        return tuple(who) if len(who) == 2 else ()

    def _ahead(self, start: int, offset: int) -> tuple[str, ...]:
        """The two whom "they" mean with whom a scene opens, as it names them only behind: "They had not met for years
        when Ann ran into Ben"."""
        if self._recent(offset, set(), offset - start):
            return ()
        end = min(self._paragraph_end(offset), offset + RECENT)
        behind = dict.fromkeys(n.character for n in self.named.inside(offset, end))
        who = tuple(w for w in behind if self.is_person(w) and self.has_name(w, 1))
        return who if len(who) == 2 else ()

    def _paragraph_end(self, offset: int) -> int:
        end = self.text.find("\n\n", offset)
        return end if end >= 0 else len(self.text)

    def named_last(self, offset: int, skip: str | None) -> str | None:
        """The person named last before an offset, but for one."""
        return next(iter(self._recent(offset, {skip} if skip else set(), RECENT)), None)

    def two_besides(self, offset: int, who: str) -> tuple[str, ...]:
        """The only two who were named of late but for one: "them" whom a priest weds."""
        found = self._recent(offset, {who}, RECENT)
        return (found[1], found[0]) if len(found) == 2 else ()

    def _recent(self, offset: int, skip: set[str], reach: int) -> list[str]:
        """Persons named within a reach before an offset, the last first, three at most."""
        out: list[str] = []
        for named in reversed(self.named.touching(max(0, offset - reach), max(offset, 1))):
            if named.character not in skip and named.character not in out and self.is_person(named.character):
                out.append(named.character)
            if len(out) == 3:
                break
        return out

    def _joined(self, end: int) -> str | None:
        """Who is joined to a noun phrase that ends here: "Ann [and Ben]"."""
        return self._starting(end + 5) if self.text[end : end + 5] == " and " else None

    def _starting(self, start: int) -> str | None:
        """Whom the longest mention that starts here means, if it is not only a possessor."""
        named = next((n for n in self.named.inside(start, start + LONGEST) if n.start == start), None)
        if named is None or self._possessive(named, Span(start, named.end + 1)):
            return None
        return named.character

    def _possessive(self, named: Named, span: Span) -> bool:
        """Whether a mention inside a noun phrase owns its head rather than being it ("[her] house", "[Al]'s hat")."""
        after = self.text[named.end : named.end + 2]
        words = self.text[named.start : named.end].lower()
        owns = words in ("his", "her", "their", "my", "your", "our", "its") or words.endswith(("'s", "s'"))
        return named.end < span.end and (after == "'s" or owns)

    def _deictic(self, start: int, end: int) -> str | None:
        """Who "I" and "you" are where no stage has said it."""
        words = self.text[start:end].lower()
        if words not in SPEAKER_WORDS and words not in HEARER_WORDS:
            return None
        if words in SPEAKER_WORDS:
            return self.speaker(start)
        voice = self.voice(start)
        return voice.hearers[0] if voice and len(voice.hearers) == 1 else None


def _outermost(mentions: Iterable[Named]) -> list[Named]:
    """Mentions that lie in no other of them; given in text order, longer ones first."""
    out: list[Named] = []
    for mention in mentions:
        if not out or mention.end > out[-1].end:
            out.append(mention)
    return out
