"""What is said of beliefs after they are stated: he believed her, he was wrong, it was a lie."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import WIDEST, Statement
from unspoken.stages.stances import stance_of, unaware, word_set
from unspoken.stages.statements.claims.propositions import denied, stands
from unspoken.stages.statements.ended.hearing import around
from unspoken.stages.statements.ended.learning import learns
from unspoken.stages.statements.ended.taken_up import before, judged, taken_up
from unspoken.stages.statements.held.corrected import PAST
from unspoken.stages.statements.reader import Reader

NEAR = 700  # code points within which a verdict is on what was said
FAR = 3000  # on what somebody holds
BESIDE = 300  # between a lie and the word that calls it one
ASIDE = frozenset(("as", "which", "what", "than"))  # "as Mary always believed"
RIGHT = re.compile(r"\s+(?:right|straight)(?:[.,;!?”\"’]|\s+(?:about|on|as to)\b|\s*$)", re.IGNORECASE | re.MULTILINE)
BETTER = re.compile(
    r"\s+(?:much |far |a great deal )?better(?=\s*[.,;:!?—–]|\s+(?:of|about)\b|\s*$)", re.IGNORECASE | re.MULTILINE
)
CUT = re.compile(r",[”’\"']")
ENDS = re.compile(r"\W*(?:$|[.,;:!?—–-])|\s+(?:and|but|nor|for|till|until|as)\b", re.MULTILINE)
NO_MORE = re.compile(r"\bno (?:more|longer)\b", re.IGNORECASE)  # "I no more doubted it than that night follows day"
OPEN = frozenset(("how", "why", "where", "when", "whether"))
THAT = frozenset(("it", "that", "this"))
HEART = ("feels", "attitude", "wants")
DETERMINED = frozenset(("all", "no", "every", "a", "the", "any"))  # "She was all right", "He had no right"


def verdicts(reader: Reader, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Further statements, given those that were found, in text order.

    Args:
        reader: has the text, its clauses and who is meant.
        statements: what was found so far, in text order.
    """
    judge = _Judge(reader, statements)
    for clause in reader.clauses:
        yield from (*judge.believed(clause),) or taken_up(reader, clause)
        yield from judge.better(clause)
        yield from judge.mistaken(clause)
        yield from judge.lied(clause)
        yield from judge.unaware(clause)


class _Judge:
    def __init__(self, reader: Reader, statements: Sequence[Statement]) -> None:
        self.reader = reader
        self.said = [s for s in statements if s.kind in ("say", "own") and s.claim.proposition.predicate in HEART]
        self.hearts = [
            s for s in statements if s.kind in ("truth", "own") and s.claim.proposition.object and s.claim.sign
        ]
        self.moods = [
            s for s in statements if s.kind == "mood" and s.claim.affirmed and s.holder == s.claim.proposition.subject
        ]
        self.held = [s for s in statements if s.kind in ("think", "say") and s.claim.proposition.predicate in HEART]

    def believed(self, clause: Clause) -> Iterator[Statement]:
        """ "She believed him", "She did not doubt a word": of what was said last, by another."""
        fooled = clause.passive and clause.lemma in word_set("fooling")
        verb = "trusts" if fooled else resources.table("beliefs.toml")["verdict"].get(clause.lemma)
        if verb is None or clause.question or clause.conditional or clause.modal or clause.tense == "infinitive":
            return
        if clause.marker in ASIDE:
            return
        who = self._who(clause)
        said = self._last(self.said, clause, NEAR, lambda s: s.holder != who and stands(s.claim, "wants"))
        if who is None or said is None or not (fooled or self._of_words(clause, said)):
            return
        no_more = NO_MORE.search(self.reader.text, clause.start, clause.verb.end) is not None
        trusted = (verb == "trusts") is not (clause.negated or no_more)
        claim = said.claim if trusted else denied(said.claim)
        if not trusted:
            yield around(said, "distrust", who, said.start)
            yield around(said, "trust", who, said.end)
        if claim.proposition.subject != who:
            yield judged(self.reader, "think", who, claim, clause, 0.7)

    def better(self, clause: Clause) -> Iterator[Statement]:
        """ "She knew better": what others think or say, as it was told right before, she does not."""
        who, told = self._who(clause), clause.tense in (*PAST, "present") and not clause.modal
        if who is None or not told or clause.negated or clause.lemma != "know" or clause.quotation is not None:
            return
        claim = before(self.reader, clause, who) if BETTER.match(self.reader.text, clause.verb.end) else None
        if claim is not None:
            yield judged(self.reader, "think", who, denied(claim), clause, 0.6)

    def mistaken(self, clause: Clause) -> Iterator[Statement]:
        """ "He was quite wrong": so what he held is not so; where he finds it himself, he holds it no longer."""
        sign, who = self._right(clause), self._who(clause)
        if (deceived := self._undeceived(clause)) is not None:
            sign, who = False, deceived
        if sign is None or who is None or self.reader.documents.at(clause.start) is not None:
            return
        held = self._last(self.held, clause, FAR, lambda s: s.holder == who and s.claim.proposition.subject != who)
        if held is None:
            if not sign and clause.quotation is None and self._finds(clause, who):
                yield learns(who, None, clause.start, clause.end)
            return
        claim = held.claim if sign else denied(held.claim)
        quote = self.reader.quotes.get(clause.quotation or "")
        own = quote is not None and quote.speaker == who
        if quote is None or own:
            yield judged(self.reader, "truth", claim.proposition.subject or "", claim, clause, 0.65)
        if own or self._finds(clause, who):
            yield judged(self.reader, "think", who, claim, clause, 0.65)

    def _undeceived(self, clause: Clause) -> str | None:
        """Whom somebody puts right, or would have to ("I have not the heart to put her right")."""
        table = resources.table("beliefs.toml")["undeceiving"]
        if clause.object is None:
            return None
        put = clause.lemma in table["with"].split() and RIGHT.match(self.reader.text, clause.object.end) is not None
        return self.reader.claims.who(clause.object) if put or clause.lemma in table["alone"].split() else None

    def lied(self, clause: Clause) -> Iterator[Statement]:
        """ "It was the only lie he had ever told her": what somebody says of their own heart there is not so."""
        if clause.quotation is not None or clause.conditional:
            return
        words = f" {self.reader.text[clause.start : clause.end].lower()} "
        table = resources.table("beliefs.toml")
        phrases = table["unmeant"] if clause.negated else table["lying"]
        if any(f" {phrase} " in words for phrase in phrases):
            thinker = self._thinker(clause)
            reach = BESIDE if thinker is None else NEAR
            near = (s for s in self.said if s.kind == "own" and abs(s.start - clause.start) <= reach)
            told = min(near, key=lambda s: abs(s.start - clause.start), default=None)
            if told is not None and self._tells(clause, told.holder):
                if thinker not in (None, told.holder, *told.to):  # who thinks so did not believe it
                    yield around(told, "distrust", thinker or "", told.start)
                    yield around(told, "trust", thinker or "", told.end)
                yield self._unsaid(clause, told, thinker)

    def _thinker(self, clause: Clause) -> str | None:
        """Who thinks what a clause says ("She had not meant a word of it, he thought")."""
        above = self.reader.clauses[clause.governor] if clause.governor is not None else None
        if above is not None and stance_of(self.reader.text, above) == "believes":
            return self._who(above)
        return self.reader.minds.tagged(clause)

    def _unsaid(self, clause: Clause, told: Statement, thinker: str | None) -> Statement:
        """What is said of one's own heart is not so, or somebody thinks so."""
        if thinker is not None and thinker != told.holder:
            return judged(self.reader, "think", thinker, denied(told.claim), clause, 0.6)
        start = clause.start if clause.start > told.end else told.start
        end = max(told.end, clause.end)
        claim = denied(told.claim)
        return Statement("truth", told.holder, claim, "knows", (), None, start, end, 0.7, verdict=True)

    def unaware(self, clause: Clause) -> Iterator[Statement]:
        """ "She never guessed", "She hasn't a clue", and no word of what: of the heart for her that was told last."""
        who = self._who(clause)
        if who is None or self._below(clause) or not unaware(self.reader.text, clause) or not self._of_it(clause):
            return
        far = self.reader.crowded and clause.quotation is not None  # where much is talked of besides
        told = self._last(self.hearts, clause, BESIDE if far else NEAR, lambda s: s.claim.proposition.object == who)
        if told is None and clause.quotation is None and self._of_what(clause):
            told = self._last(self.moods, clause, BESIDE, lambda s: s.claim.proposition.subject != who)
        if told is not None and clause.quotation is None:
            yield judged(self.reader, "ignorant", who, told.claim, clause, 0.6)
        elif told is not None and self._says(clause, who):
            first = next(s for s in self.hearts if s.claim.prop == told.claim.prop)
            if first.kind == "truth":
                yield replace(first, kind="ignorant", holder=who, confidence=0.6)

    def _of_what(self, clause: Clause) -> bool:
        """Whether it is said to be of "this" or "it" that somebody is unaware: of whatever was told right before."""
        of = (self.reader.text[o.start : o.end].lower() for o in clause.obliques if o.preposition in ("of", "about"))
        words = self.reader.text[clause.start : clause.end].lower()
        return not THAT.isdisjoint(of) or words.startswith(("of this ", "of it ", "of that ", "of all this "))

    def _of_it(self, clause: Clause) -> bool:
        """Whether it is not told of what somebody is unaware, or only as "it"."""
        of = (self.reader.text[o.start : o.end].lower() for o in clause.obliques if o.preposition in ("of", "about"))
        first = self.reader.text[self.reader.minds.sentences[clause.sentence].start : clause.start].lower().split()[:1]
        asked = bool(first) and first[0] in ASIDE | OPEN  # "What it was she never knew"
        return not asked and THAT.issuperset(of) and ENDS.match(self.reader.text, clause.end) is not None

    def _says(self, clause: Clause, who: str) -> bool:
        quote = self.reader.quotes.get(clause.quotation or "")
        return quote is not None and quote.speaker == who and clause.tense != "future"

    def _tells(self, clause: Clause, who: str) -> bool:
        """Whether the one who lies is the subject of the clause, or of one beside it."""
        return any(self.reader.claims.who(c.subject) == who for c in self.reader.beside(clause))

    def _who(self, clause: Clause) -> str | None:
        return self.reader.claims.who(clause.subject)

    def _last(
        self, among: Sequence[Statement], clause: Clause, reach: int, fits: Callable[[Statement], bool]
    ) -> Statement | None:
        """The last statement, of some in text order, that ends before a clause, near it, and fits."""
        for k in range(bisect_left(among, clause.start, key=lambda s: s.start) - 1, -1, -1):
            s = among[k]
            if clause.start - s.start > reach + WIDEST:
                break
            if s.end <= clause.start and clause.start - s.end <= reach and fits(s):
                return s
        return None

    def _of_words(self, clause: Clause, said: Statement) -> bool:
        """What is believed is what was said, or who said it."""
        if any(self.reader.clauses[k].tense != "infinitive" for k in self._below(clause)):
            return False
        if clause.object is None:
            return clause.complement is None and not clause.obliques
        phrase = self.reader.text[clause.object.start : clause.object.end].lower()
        words = phrase.split()
        thing = bool(words) and words[-1] in word_set("told")
        return thing or self.reader.claims.who(clause.object) == said.holder

    def _below(self, clause: Clause) -> Sequence[int]:
        return self.reader.claims.governed.get(self.reader.index[id(clause)], ())

    def _right(self, clause: Clause) -> bool | None:
        """Whether the clause says that its subject is right, or wrong; None where it says neither, or goes on after a
        cue ("I was wrong," he said, "to speak of it")."""
        if clause.question or clause.conditional or clause.modal or self._below(clause) or not self._plain(clause):
            return None
        if CUT.match(self.reader.text, clause.end):
            return None
        if clause.passive and clause.lemma == "mistake":  # "He had been mistaken all along", but not "for a priest"
            return (
                clause.negated
                if all(o.preposition in word_set("after_verdict") - {"for"} for o in clause.obliques)
                else None
            )
        span = clause.complement or (clause.object if clause.lemma == "have" else None)
        words = self.reader.text[span.start : clause.end].lower().split() if span is not None else []
        for n, word in enumerate(words[:4]):
            goes_on = words[n + 1 : n + 2]  # "right next to you" says nothing
            acts = goes_on == ["in"] and "".join(words[n + 2 : n + 3]).endswith("ing")  # "wrong in talking of it"
            if not goes_on or (goes_on[0] in word_set("after_verdict") and not acts):
                for sign, key in ((False, "wrong"), (True, "right")):
                    if word in word_set(key) and not DETERMINED & set(words[:n]):
                        return sign is not clause.negated
        return None

    def _plain(self, clause: Clause) -> bool:
        """Whether a clause is said to be so: by itself, or below a verb of knowing."""
        if clause.governor is None:
            return True
        above = self.reader.clauses[clause.governor]
        knowing = word_set("factive") | word_set("finding")
        return above.lemma in knowing and not above.negated

    def _finds(self, clause: Clause, who: str) -> bool:
        """Whether the one who is wrong learns it: the clause looks back, or lies below a verb of knowing."""
        above = self.reader.clauses[clause.governor] if clause.governor is not None else None
        return clause.tense in ("pluperfect", "perfect") or (
            above is not None and self.reader.claims.who(above.subject) == who and above.tense in (*PAST, "present")
        )
