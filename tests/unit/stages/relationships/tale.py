"""Tiny documents made by hand: mentions, speeches and scenes marked in the text itself.

``{ann:Ann}`` means Ann; ``{ben:{ann:her} brother}`` means Ben, and the mention inside it is the possessor;
``<ann>ben:"I am sorry.">`` is said by Ann to Ben; ``|`` opens the next scene, which everybody marked in it is in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from unspoken.document import Document
from unspoken.layers import keys
from unspoken.layers.characters import Character, CharacterMention, Form
from unspoken.layers.clauses import Clause, Oblique
from unspoken.layers.corrections import Strikes
from unspoken.layers.documents import StoryDocument
from unspoken.layers.feelings import Attitude, Feeling
from unspoken.layers.mentions import Mention
from unspoken.layers.quotations import Quote
from unspoken.layers.relationships import Relationship
from unspoken.layers.scenes import Scene, SceneTime
from unspoken.layers.source import Source
from unspoken.layers.spans import Span
from unspoken.stages.relationships import STAGE

SHE = {"ann", "cam", "dot"}


@dataclass
class Tale:
    """What the marks of one text say."""

    text: str = ""
    named: list[tuple[int, int, str, int | None]] = field(default_factory=list)  # start, end, who, index of possessor
    quotes: list[Quote] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    clauses: list[Clause] = field(default_factory=list)
    feelings: list[Feeling] = field(default_factory=list)
    attitudes: list[Attitude] = field(default_factory=list)
    documents: list[StoryDocument] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)  # a fuller name than the one that the marks give
    unlinked: set[str] = field(default_factory=set)  # names in the marks that mean nobody
    sure: dict[str, float] = field(default_factory=dict)  # how sure it is whom words mean, if not as usual

    def span(self, words: str | None) -> Span | None:
        if words is None:
            return None
        start = self.text.index(words)
        return Span(start, start + len(words))

    def clause(
        self,
        words: str,
        lemma: str,
        subject: str | None = None,
        object: str | None = None,
        oblique: tuple[str, str] | None = None,
        complement: str | None = None,
        verb: str | None = None,
        **more: Any,
    ) -> Tale:
        """Add a clause; its arguments are looked for inside its own words."""
        whole = self.span(words)
        assert whole is not None

        def part(piece: str | None) -> Span | None:
            if piece is None:
                return None
            start = self.text.index(piece, whole.start)
            return Span(start, start + len(piece))

        obliques: tuple[Oblique, ...] = ()
        if oblique and (phrase := part(oblique[1])):
            obliques = (Oblique(oblique[0], phrase.start, phrase.end),)
        fields: dict[str, Any] = {
            "sentence": 0, "tense": "past", "negated": False, "modal": None, "conditional": False, "question": False,
            "passive": False, "marker": None, "governor": None, "subject_shared": False, "quotation": None, **more,
        }  # fmt: skip
        self.clauses.append(
            Clause(
                start=whole.start, end=whole.end, verb=part(verb) or whole, lemma=lemma, subject=part(subject),
                object=part(object), complement=part(complement), obliques=obliques, **fields,
            )
        )  # fmt: skip
        return self

    def feel(self, who: str, emotion: Any, whom: str, words: str, valence: float, **more: Any) -> Tale:
        span = self.span(words)
        assert span is not None
        fields: dict[str, Any] = {"negated": False, "hypothetical": False, "source": ("narrator",), **more}
        self.feelings.append(
            Feeling(
                f"f{len(self.feelings)}", span.start, span.end, None, who, emotion, (), valence, 1.0, "named", whom,
                None, confidence=0.9, **fields,
            )
        )  # fmt: skip
        return self

    def letter(self, words: str, author: str, to: str, read: bool) -> Tale:
        from unspoken.layers.documents import Reading

        span = self.span(words)
        assert span is not None
        readers = (Reading(to, None),) if read else ()
        self.documents.append(StoryDocument("d0", "letter", span.start, span.end, author, to, readers, 0.9))
        return self

    def relationships(self) -> tuple[Relationship, ...]:
        """What the stage makes of it."""
        found: tuple[Relationship, ...] = STAGE.run(self.document().only(STAGE.reads))
        return found

    def between(self, a: str, b: str) -> Relationship | None:
        return next((r for r in self.relationships() if set(r.pair) == {a, b}), None)

    def document(self) -> Document:
        document = Document(self.text, Source("tale", "text", ""))
        layers = (
            (keys.CLAUSES, tuple(self.clauses)), (keys.MENTIONS, self._mentions()),
            (keys.CHARACTERS, self._characters()), (keys.QUOTES, tuple(self.quotes)), (keys.SCENES, self._scenes()),
            (keys.DOCUMENTS, tuple(self.documents)), (keys.FEELINGS, tuple(self.feelings)),
            (keys.ATTITUDES, tuple(self.attitudes)), (keys.STRIKES, Strikes()),
        )  # fmt: skip
        for layer, records in layers:
            document = document.attach(layer, records)
        return document

    def _mentions(self) -> tuple[Mention, ...]:
        out = []
        for start, end, _, owner in self.named:
            head = start + self.text[start:end].rfind(" ") + 1
            said = next((q.id for q in self.quotes if q.start <= start < q.end), None)
            form = self._form(start, end)
            out.append(Mention(start, end, form, head, end, None, False, 3, said, None, owner, False))
        return tuple(out)

    def _form(self, start: int, end: int) -> Form:
        return "name" if self.text[start:end].istitle() else "nominal"

    def _characters(self) -> tuple[Character, ...]:
        out = []
        for who in dict.fromkeys(n[2] for n in self.named if n[2] not in self.unlinked):
            spans = [(s, e) for s, e, w, _ in self.named if w == who]
            mentions = tuple(CharacterMention(s, e, self._form(s, e), self._sure(s, e)) for s, e in spans)
            first, last = mentions[0].start, mentions[-1].start
            kind, pronouns = self.kinds.get(who, "person"), "she" if who in SHE else "he"
            name = self.called.get(who, who.title())
            out.append(Character(who, name, (), kind, pronouns, False, mentions, first, last))  # type: ignore[arg-type]
        return tuple(out)

    def _sure(self, start: int, end: int) -> float:
        return self.sure.get(self.text[start:end], 0.9)

    def _scenes(self) -> tuple[Scene, ...]:
        ends = [*self.starts[1:], len(self.text)]
        out = []
        for i, (start, end) in enumerate(zip(self.starts, ends, strict=True)):
            spoken = {q.speaker for q in self.quotes if start <= q.start < end}
            here = {who for s, _, who, _ in self.named if start <= s < end} | spoken
            present = tuple(sorted(who for who in here if who))
            out.append(Scene(f"s{i}", start, end, None, None, present, None, "third", "past", "linear", SceneTime()))
        return tuple(out)


def tale(marked: str) -> Tale:
    """Read the marks."""
    out = Tale()
    text: list[str] = []
    open_: list[tuple[str, int, int | None]] = []  # who, start, possessor
    length = i = 0
    while i < len(marked):
        if marked[i] == "{":
            colon = marked.index(":", i)
            open_.append((marked[i + 1 : colon], length, None))
            i = colon + 1
        elif marked[i] == "}":
            who, start, owner = open_.pop()
            out.named.append((start, length, who, owner))
            if open_:
                open_[-1] = (open_[-1][0], open_[-1][1], len(out.named) - 1)
            i += 1
        elif marked[i] == "|":
            out.starts.append(length)
            i += 1
        elif marked[i] == "<":
            speaker, rest = marked[i + 1 : marked.index(":", i)].split(">")
            open_.append((f"{speaker}>{rest}", length, None))
            i = marked.index(":", i) + 1
        elif marked[i] == ">":
            who, start, _ = open_.pop()
            speaker, hearer = who.split(">")
            span = Span(start, length)
            hearers = tuple(h for h in hearer.split("+") if h)
            number = len(out.quotes)
            quote = Quote(f"q{number}", start, length, (span,), "speech", speaker, hearers, None, "explicit", 1.0)
            out.quotes.append(quote)
            i += 1
        else:
            text.append(marked[i])
            length += 1
            i += 1
    out.text = "".join(text)
    return out
