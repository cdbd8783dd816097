"""Who holds, says, writes or reads what of whose heart: found in the words, before any reasoning."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.beliefs import Proposition, Stance
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import StoryDocument
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import CHARACTERS, CLAUSES, DOCUMENTS, FEELINGS, PARAGRAPHS, QUOTES, SCENES, SENTENCES
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.stages.beliefs.acts import Atom
from unspoken.stages.beliefs.minds import Minds
from unspoken.stages.beliefs.propositions import REGARDS, TOWARDS, Claim, Claims, denied, feels, heart, towards
from unspoken.stages.beliefs.stances import ordered, stance_of, verbs
from unspoken.stages.beliefs.statement import Kind, Statement
from unspoken.stages.scenes.people import Whom

MARKS = '.,;:!?…—–\n“”‘"»«'
PAST = ("past", "pluperfect")
TOLD = ("present", "past", "perfect", "pluperfect")
AUXILIARIES = frozenset(("do", "does", "did", "don't", "doesn't", "didn't", "can", "could"))
UNTIL = frozenset(("till", "until", "unless", "lest"))
DEEP = 4  # clauses above a clause that are looked at
FORBIDS = ("Don't you ", "Don’t you ", "don't you ", "don’t you ")  # "Don't you be surprised if ..."
FELT = frozenset(("fears", "hopes", "doubts", "wonders"))
SUPPOSING = frozenset(("may", "might", "should", "could", "ought", "shall"))


class Reader:
    """Goes through the clauses once and yields statements in text order."""

    def __init__(self, document: Document) -> None:
        self.text, self.clauses = document.text, document[CLAUSES]
        characters = document[CHARACTERS]
        self.people = frozenset(c.id for c in characters if c.kind in ("person", "supernatural"))
        self.narrator = next((c.id for c in characters if c.narrator), None)
        feelings = SpanIndex(f for f in document[FEELINGS] if f.experiencer is not None)
        self.documents = SpanIndex(document[DOCUMENTS])
        self.claims = Claims(self.text, self.clauses, Whom(characters), feelings, self.documents, self.people)
        self.minds = Minds(
            self.text, self.clauses, document[SENTENCES], [p.start for p in document[PARAGRAPHS]], self.claims.who,
            self.claims.governed,
        )  # fmt: skip
        self.index = {id(clause): i for i, clause in enumerate(self.clauses)}
        self.quotes = {q.id: q for q in document[QUOTES]}
        self.spoken = SpanIndex(document[QUOTES])
        self.scenes, self._scene_starts = document[SCENES], [s.start for s in document[SCENES]]
        self._said: dict[tuple[str, str], Statement] = {}

    def scene(self, offset: int) -> Scene | None:
        k = bisect_right(self._scene_starts, offset) - 1
        return self.scenes[max(0, k)] if self.scenes else None

    def together(self, a: int, b: int) -> bool:
        """Whether two offsets lie in one scene."""
        return self.scene(a) == self.scene(b)

    def statements(self) -> Iterator[Statement]:
        """All statements."""
        used: set[int] = set()
        for i, clause in enumerate(self.clauses):
            yield from self._retracted_lie(clause)
            stance = stance_of(self.text, clause)
            if stance is not None:
                for k in self._below(i):
                    found = self._held(clause, stance, k)
                    if found is not None:
                        used.add(k)
                        yield found
            if i not in used:
                yield from self._plain(i, clause)

    def hearts(self) -> Iterator[Statement]:
        """Love and contempt that the narration names are so, whoever may think otherwise."""
        for f in self.claims.feelings.records:
            told = f.source == ("narrator",) and f.channel == "named" and not (f.negated or f.hypothetical)
            if told and f.target in self.people and f.experiencer in self.people and f.emotion in ("love", "contempt"):
                holder, target = f.experiencer or "", f.target or ""
                proposition = Proposition("feels", holder, target, f.emotion)
                claim = Claim(proposition, True, Atom(f"{REGARDS} {target}", holder), f.valence > 0, f.start, f.end)
                end = self._evidence(f.end)
                yield Statement("truth", holder, claim, "knows", (), None, f.start, end, f.confidence)

    def moods(self) -> Iterator[Statement]:
        """What the narration says that somebody feels, or does not, and what people say so of themselves."""
        for f in self.claims.feelings.records:
            who = f.experiencer or ""
            quote = self.spoken.at(f.start)
            own = quote is not None and quote.speaker == who
            told = f.channel == "named" and (f.source == ("narrator",) or own)
            if not told or f.hypothetical or who not in self.people:
                continue
            claim = feels(who, f.emotion, f.target, not f.negated, Span(f.start, f.end))
            if claim is not None:
                to = quote.addressees if quote is not None else ()
                yield Statement("mood", who, claim, "knows", to, None, f.start, self._evidence(f.end), f.confidence)

    def _below(self, i: int) -> list[int]:
        """Clauses that a clause governs, or that follow an adjective ("afraid she knew")."""
        return [k for k in self.claims.governed.get(i, ()) if self.clauses[k].tense not in ("infinitive",)]

    def _voice(self, clause: Clause) -> tuple[Quote | None, StoryDocument | None]:
        quote = self.quotes.get(clause.quotation or "")
        letter = self.documents.at(clause.verb.start)
        return quote, letter

    def _held(self, clause: Clause, stance: str, k: int) -> Statement | None:
        """The subject of an attitude verb holds what the clause below claims."""
        holder, claim = self.claims.who(clause.subject), self.claims.of(k)
        if holder is None or claim is None or clause.conditional or claim.proposition.subject == holder:
            return None
        quote, letter = self._voice(clause)
        to = quote.addressees if quote is not None else ()
        speaks = quote is not None and quote.speaker == holder
        if letter is not None:
            to = (letter.addressee,) if letter.addressee is not None else ()
            speaks = letter.author == holder
        subject = claim.proposition.subject
        if self.clauses[k].modal == "would":  # "I did not know you would be vexed" is no word of what is
            return None
        corrects = stance in ("believes", "tells") and clause.modal is None and clause.lemma != "feel"
        if speaks and clause.tense in PAST and corrects and subject in to and _stands(claim):
            return self._make("retract", holder, claim, "believes", clause, 0.75, to)
        mine = quote is not None and subject == quote.speaker and holder in to
        if mine and clause.tense in PAST and corrects and not clause.negated and not clause.question and _stands(claim):
            return self._make("retract", holder, claim, "believes", clause, 0.65, to)  # "You thought I hated you"
        if stance == "tells":
            return None
        if stance == "ignorant" or (stance == "knows" and clause.negated):
            affirmed = stance == "ignorant" or claim.affirmed
            return self._make("ignorant", holder, claim, "knows", clause, 0.65) if affirmed else None
        if clause.question:
            if quote is None or quote.speaker is None or holder == quote.speaker:
                return None
            return self._make("stance", quote.speaker, claim, "wonders", clause, 0.5)
        if stance in ("believes", "knows"):
            if clause.negated:
                if clause.lemma not in verbs("neg_raising"):
                    return None
                claim = denied(claim)
            return self._make("think", holder, claim, stance, clause, 0.7)  # type: ignore[arg-type]
        return self._make("stance", holder, claim, stance, clause, 0.65)  # type: ignore[arg-type]

    def _plain(self, i: int, clause: Clause) -> Iterator[Statement]:
        """A claim by itself: in speech it is the speaker's, in a letter the author's, in narration the focal mind's."""
        if (clause.conditional and clause.lemma != "have") or self._supposed(i, clause):
            return
        claim = self.claims.of(i)
        if claim is None:
            return
        quote, letter = self._voice(clause)
        if letter is not None:
            yield from self._written(clause, claim, letter)
        elif quote is not None and quote.kind == "speech":
            yield from self._spoken(i, clause, claim, quote)
        elif quote is None:
            yield from self._narrated(clause, claim)

    def _supposed(self, i: int, clause: Clause) -> bool:
        """Not said to be so: what may, might or should be, what shares the subject of a condition before it, and what
        hangs on a condition or an order ("if you think you have hurt me", "say that you forgive me")."""
        if clause.modal in SUPPOSING and not (clause.modal == "could" and clause.negated):
            return True
        if clause.tense == "imperative" or self.text.startswith(FORBIDS, clause.start):
            return True
        if clause.governor is not None and stance_of(self.text, self.clauses[clause.governor]) in FELT:
            return True
        if clause.marker in UNTIL or any(c.conditional or ordered(c) for c in self._above(clause)):
            return True
        before = self.clauses[i - 1] if i else clause
        return clause.subject_shared and before.conditional and before.sentence == clause.sentence

    def _above(self, clause: Clause) -> Iterator[Clause]:
        """The clauses that a clause hangs on."""
        seen = 0
        while clause.governor is not None and seen < DEEP:
            clause, seen = self.clauses[clause.governor], seen + 1
            yield clause

    def _spoken(self, i: int, clause: Clause, claim: Claim, quote: Quote) -> Iterator[Statement]:
        speaker, subject = quote.speaker, claim.proposition.subject
        if speaker is None or speaker not in self.people:
            return
        if subject == speaker:
            plain = clause.tense != "infinitive" and not clause.question and clause.governor is None
            over = clause.tense == "past" and claim.affirmed and not claim.sign  # "I hated you when you said that"
            if plain and not over and claim.proposition.object and claim.proposition.predicate in ("feels", "attitude"):
                yield self._make("own", speaker, claim, "believes", clause, 0.7, quote.addressees)
        elif clause.question:
            asked = self.text[clause.start : clause.end].lower().replace("’", "'").split()[0] in AUXILIARIES
            if claim.proposition.object is not None or (asked and claim.proposition.predicate == "knows"):
                yield self._make("stance", speaker, claim, "wonders", clause, 0.5)
        elif clause.tense in TOLD or (clause.tense == "future" and clause.negated):
            if claim.proposition.predicate == "knows" and (not clause.negated or clause.lemma == "know"):
                return
            regards = claim.proposition.predicate in ("feels", "attitude")
            if subject in quote.addressees and claim.proposition.object is None and clause.lemma in heart() and regards:
                claim = towards(claim, speaker)  # "You do not care": for me, who say it
            kind = self._presupposed(clause)
            yield self._make("say", speaker, claim, "knows" if kind else "believes", clause, 0.6, quote.addressees)

    def _presupposed(self, clause: Clause) -> bool:
        """Below a factive verb ("Does he know that you love him?") the speaker takes it to be so."""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        return above is not None and above.lemma in verbs("factive")

    def _written(self, clause: Clause, claim: Claim, letter: StoryDocument) -> Iterator[Statement]:
        if letter.author is None or claim.proposition.subject != letter.author or clause.question:
            return
        if claim.proposition.predicate in ("feels", "attitude"):
            if letter.addressee is not None and self._means_you(clause):
                claim = towards(claim, letter.addressee)
            readers = tuple(r.character for r in letter.read_by)
            yield self._make("write", letter.author, claim, "knows", clause, 0.75, readers, letter.id)

    def _means_you(self, clause: Clause) -> bool:
        """The verb's object is "you", and form alone did not tell who that is."""
        return clause.object is not None and self.text[clause.object.start : clause.object.end].lower() == "you"

    def _narrated(self, clause: Clause, claim: Claim) -> Iterator[Statement]:
        """Of another's heart a narrator in the story only believes; a narration that follows one mind, in denials."""
        scene = self.scene(clause.start)
        subject = claim.proposition.subject
        if clause.tense not in ("past", "pluperfect", "present", "perfect") or clause.governor is not None:
            return
        mind = self.minds.of(clause, claim)
        if mind is not None:
            if claim.proposition.object is None and claim.proposition.predicate in ("feels", "attitude"):
                claim = towards(claim, mind) if clause.lemma in heart() else claim
            yield self._make("think", mind, claim, "believes", clause, 0.6)
            return
        if claim.proposition.predicate == "knows" or clause.tense == "perfect":
            return
        if self.narrator is not None and scene is not None and scene.person == "first":
            if subject != self.narrator and claim.proposition.object is not None:
                yield self._make("think", self.narrator, claim, "believes", clause, 0.6)
            elif subject == self.narrator and claim.proposition.object is not None:
                yield self._make("truth", self.narrator, claim, "knows", clause, 0.7)
        elif scene is not None and scene.focal is not None and subject != scene.focal:
            if clause.negated and clause.lemma in heart() and claim.proposition.predicate != "wants":
                yield self._make("think", scene.focal, claim, "believes", clause, 0.5)
        elif claim.proposition.object is not None and scene is not None and subject == scene.focal:
            yield self._make("truth", subject or "", claim, "knows", clause, 0.6)

    def _retracted_lie(self, clause: Clause) -> Iterator[Statement]:
        """ "I made it up": what the speaker had told the same person of somebody else was not so."""
        quote = self.quotes.get(clause.quotation or "")
        if quote is None or quote.speaker is None:
            return
        words = self.text[clause.start : clause.end].lower()
        table = resources.table("beliefs.toml")["retraction"]
        peace = any(phrase in words for phrase in table["peace"])
        if not peace and any(phrase in words for phrase in table["lie"]):
            for hearer in quote.addressees:
                earlier = self._said.pop((quote.speaker, hearer), None)
                if earlier is not None:
                    claim = denied(earlier.claim)
                    where = earlier.start, earlier.end
                    yield Statement(
                        "lie", quote.speaker, claim, "knows", (hearer,), None, clause.start, clause.end, 0.7, where
                    )

    def _evidence(self, end: int) -> int:
        """Evidence runs to the next mark, so that a reader sees the words as they are said."""
        stop = min(len(self.text), end + 160)
        while end < stop and self.text[end - 1] not in MARKS and self.text[end] not in MARKS:
            end += 1
        return end

    def _voiced(self, clause: Clause, holder: str) -> float:
        """How sure it is that the one who says so does."""
        quote = self.quotes.get(clause.quotation or "")
        return quote.confidence if quote is not None and quote.speaker == holder else 1.0

    def _make(
        self, kind: Kind, holder: str, claim: Claim, stance: Stance, clause: Clause, confidence: float,
        to: tuple[str, ...] = (), document: str | None = None,
    ) -> Statement:  # fmt: skip
        start, end = min(clause.start, claim.start), self._evidence(max(claim.end, clause.verb.end))
        sure = round(confidence * self._voiced(clause, holder), 3)
        statement = Statement(kind, holder, claim, stance, to, document, start, end, sure)
        if kind == "say":
            for hearer in to:
                if claim.proposition.subject not in (holder, hearer):
                    self._said[holder, hearer] = statement
        return statement


def _stands(claim: Claim) -> bool:
    """Whether one can have been wrong about it for a time: how somebody regards one, or what they know."""
    about = claim.proposition
    return about.predicate in ("attitude", "knows") or (about.predicate == "feels" and about.value in TOWARDS)
