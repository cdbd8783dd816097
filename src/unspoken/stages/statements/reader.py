"""A document as finders of what people hold, say and write look at it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from unspoken.document import Document
from unspoken.layers.beliefs import Stance
from unspoken.layers.characters import Character
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import StoryDocument
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import CHARACTERS, CLAUSES, DOCUMENTS, FEELINGS, PARAGRAPHS, QUOTES, SCENES, SENTENCES
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene
from unspoken.layers.statements import Claim, Kind, Statement
from unspoken.stages.cast.relations import crowded
from unspoken.stages.little_told import LittleTold
from unspoken.stages.read_aloud import readers
from unspoken.stages.scenes.people import Whom
from unspoken.stages.stances import stance_of
from unspoken.stages.statements.claims.claims import Claims
from unspoken.stages.statements.minds import Minds

BELIED = 450  # code points behind what is held in which the narration may say that it is not so
MANY = 40  # people in a work, up to which a phrase that stands for a name seldom means several
RARE = 0.02  # of all words that mean somebody
MARKS = '.,;:!?…—–\n“”‘"»«'


class Reader:
    """A document as finders of statements look at it: its clauses, claims, minds, quotations and letters."""

    def __init__(self, document: Document) -> None:
        self.text, self.clauses = document.text, document[CLAUSES]
        characters = document[CHARACTERS]
        self.people = frozenset(_told_of(characters))
        self.crowded, self.little = crowded(characters), LittleTold(characters)
        self.called = {
            p: frozenset(c.id for c in characters if c.pronouns == p and c.kind == "person") for p in ("he", "she")
        }
        self.narrator = next((c.id for c in characters if c.narrator), None)
        feelings = SpanIndex(f for f in document[FEELINGS] if f.experiencer is not None)
        self.documents = SpanIndex(document[DOCUMENTS])
        self.scenes, self._scene_starts = document[SCENES], [s.start for s in document[SCENES]]
        self.claims = Claims(
            self.text, self.clauses, Whom(characters), feelings, self.documents, self.people, self._eyes
        )
        self.minds = Minds(
            self.text, self.clauses, document[SENTENCES], [p.start for p in document[PARAGRAPHS]], self.claims.who,
            self.claims.owner, self.claims.governed,
        )  # fmt: skip
        self.at = SpanIndex(self.clauses).at
        self.index = {id(clause): i for i, clause in enumerate(self.clauses)}
        self._sentences: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            self._sentences.setdefault(clause.sentence, []).append(clause)
        self.quotes = {q.id: q for q in document[QUOTES]}
        self.spoken = SpanIndex(document[QUOTES])
        self.claims.voiced(self._thinker, self._speaker)
        self.said: dict[tuple[str, str], Statement] = {}
        self.thought: dict[str, Statement] = {}
        self.thoughts: list[Statement] = []
        self._asked = False

    def scene(self, offset: int) -> Scene | None:
        """The scene that holds an offset; None where there are none."""
        k = bisect_right(self._scene_starts, offset) - 1
        return self.scenes[max(0, k)] if self.scenes else None

    def _thinker(self, offset: int) -> str | None:
        """Who thinks what stands at an offset of the narration, in words of their own."""
        clause = self.at(offset)
        if clause is None or clause.quotation is not None or self._asked:
            return None
        self._asked = True  # whose "I thought" it is would be asked here again
        above = self.clauses[clause.governor] if clause.governor is not None else None
        thinks = above is not None and clause.marker is None and stance_of(self.text, above) == "believes"
        found = self.claims.who(above.subject) if above is not None and thinks else self.minds.tagged(clause)
        self._asked = False
        return found

    def _speaker(self, offset: int) -> str | None:
        """Who speaks at an offset, or tells it."""
        quote = self.spoken.at(offset)
        return self.narrator if quote is None else quote.speaker

    def _eyes(self, offset: int) -> str | None:
        """Through whose eyes it is told."""
        scene = self.scene(offset)
        return None if scene is None else scene.focal

    def beside(self, clause: Clause) -> Sequence[Clause]:
        """The clauses of its sentence, itself among them."""
        return self._sentences[clause.sentence]

    def of_sentence(self, number: int) -> Sequence[Clause]:
        """The clauses of a sentence."""
        return self._sentences.get(number, ())

    def mind(self, clause: Clause) -> str | None:
        """Who says or writes what a clause tells; of the narration, who tells it or through whose eyes it is told."""
        quote, letter = self.voice(clause)
        scene = self.scene(clause.start)
        if letter is not None:
            found = letter.author
        elif quote is not None:
            found = quote.speaker
        elif scene is None:
            return None
        else:
            found = self.narrator if scene.person == "first" and self.narrator is not None else scene.focal
        return found if found in self.people else None

    def together(self, a: int, b: int) -> bool:
        """Whether two offsets lie in one scene."""
        return self.scene(a) == self.scene(b)

    def voice(self, clause: Clause) -> tuple[Quote | None, StoryDocument | None]:
        """The quotation and the letter that a clause stands in."""
        quote = self.quotes.get(clause.quotation or "")
        letter = self.documents.at(clause.verb.start)
        return quote, letter

    def readers(self, letter: StoryDocument) -> tuple[str, ...]:
        """Who reads a letter, or hears it read."""
        return tuple(r.character for r in readers(letter, self.scenes))

    def evidence(self, end: int) -> int:
        """Evidence runs to the next mark, so that a reader sees the words as they are said."""
        stop = min(len(self.text), end + 160)
        while end < stop and self.text[end - 1] not in MARKS and self.text[end] not in MARKS:
            end += 1
        return end

    def _voiced(self, clause: Clause, holder: str) -> float:
        """How sure it is that the one who says so does."""
        quote = self.quotes.get(clause.quotation or "")
        return quote.confidence if quote is not None and quote.speaker == holder else 1.0

    def belies(self, clause: Clause, claim: Claim) -> Statement | None:
        """What somebody was said right before to think of another's heart, where a clause of the narration claims the
        contrary, and nobody is said to think so: "He thought that she despised him. She loved him"."""
        below = clause.marker not in (None, "that") or (clause.marker == "that" and self.text[clause.start] != "T")
        if clause.quotation is not None or below or self.minds.tagged(clause) or self.minds.concludes(clause):
            return None
        for held in reversed(self.thoughts):
            apart = claim.start - held.claim.end
            contrary = held.claim.prop == claim.prop and held.claim.sign is not claim.sign and held.stance == "believes"
            if contrary and 0 <= apart <= BELIED and self.together(held.start, claim.start):
                return held
        return None

    def statement(
        self, kind: Kind, holder: str, claim: Claim, stance: Stance, clause: Clause, confidence: float,
        to: tuple[str, ...] = (), document: str | None = None,
    ) -> Statement:  # fmt: skip
        """A statement that a clause makes, with the words that show it; of what is said of others it keeps the last."""
        start, end = min(clause.start, claim.start), self.evidence(max(claim.end, clause.verb.end))
        sure = round(confidence * self._voiced(clause, holder), 3)
        statement = Statement(kind, holder, claim, stance, to, document, start, end, sure)
        if kind == "think":
            self.thought[holder] = statement
            self.thoughts.append(statement)
        if kind == "say":
            for hearer in to:
                if claim.proposition.subject not in (holder, hearer):
                    self.said[holder, hearer] = statement
        return statement


def _told_of(characters: Sequence[Character]) -> Iterator[str]:
    """People who are told of by name, or much: of others it is seldom known well enough who is meant."""
    few = len(characters) <= MANY
    least = RARE * sum(len(c.mentions) for c in characters)
    for c in characters:
        named = any(m.form == "name" for m in c.mentions) and (few or c.name[:1].isupper())  # not "an only child"
        known = c.narrator or len(c.mentions) >= least or named
        if known and c.kind in ("person", "supernatural"):
            yield c.id
