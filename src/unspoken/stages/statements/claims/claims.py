"""Reads claims of hearts and knowledge off clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from unspoken import resources
from unspoken.layers.beliefs import Predicate, Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import StoryDocument
from unspoken.layers.feelings import Feeling
from unspoken.layers.index import SpanIndex
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.scenes.people import Whom
from unspoken.stages.stances import NOT, stance_of, word_set
from unspoken.stages.statements.claims.couples import coupled
from unspoken.stages.statements.claims.denials import called_out, denied_apart, denies, none_but
from unspoken.stages.statements.claims.dislikes import heartless, sight, unbearable_deed, unbearable_to
from unspoken.stages.statements.claims.ellipsis import question_of
from unspoken.stages.statements.claims.inclined import aiming, mood, untold
from unspoken.stages.statements.claims.inverted import inverted
from unspoken.stages.statements.claims.knowing import (
    RELATIVE,
    governs,
    knowing,
    preferring,
    wanting,
    wants,
    words_of,
    would_like,
)
from unspoken.stages.statements.claims.meant import Meant
from unspoken.stages.statements.claims.phrased import being_to, complete, denied_phrase, phrase_of
from unspoken.stages.statements.claims.propositions import REGARDS, denied, feels, heart, wished
from unspoken.stages.statements.claims.sayings import Saying, saying
from unspoken.stages.statements.claims.wordings import (
    denied_above,
    denied_before,
    indifferent,
    little,
    of_manner,
    of_others,
    of_them,
    taken_for,
    turned,
    unwanted_here,
)

CUE = 4  # clauses that may part a verb of thinking from what is thought
WEEPING = frozenset(("weep", "cry", "sob"))  # by which one who tells of it tells of a heart


class Claims(Meant):
    """Reads claims off clauses; ``governed`` has the clauses that each governs."""

    def __init__(
        self,
        text: str,
        clauses: Sequence[Clause],
        whom: Whom,
        feelings: SpanIndex[Feeling],
        letters: SpanIndex[StoryDocument],
        people: frozenset[str],
        eyes: Callable[[int], str | None] = lambda at: None,
    ) -> None:
        super().__init__(text, whom, letters, people)
        self.clauses, self.feelings, self.eyes = clauses, feelings, eyes
        self._read: dict[int, Claim | None] = {}
        self._sayings: dict[int, Saying | None] = {}
        self.governed: dict[int, list[int]] = {}
        for i, clause in enumerate(clauses):
            governor = clause.governor if clause.governor is not None else self._noun_before(i, clause)
            governor = governor if governor is not None else self._cut_off(i, clause)
            if governor is not None:
                self.governed.setdefault(governor, []).append(i)

    def _noun_before(self, i: int, clause: Clause) -> int | None:
        """The clause right before that leads up to one: it has the noun of which that tells ("had no idea that he loved
        her"), or thinks what follows a colon ("She had worked it out: he loved her")."""
        before = self.clauses[i - 1] if i else clause
        colon = self.text[before.end : clause.start].strip() == ":" and before.quotation == clause.quotation
        if colon and not before.negated and stance_of(self.text, before) in ("believes", "knows"):
            return i - 1
        if before.object is None or clause.marker not in ("that", "how", "what"):
            return None
        noun = self.text[before.object.start : before.object.end].lower().split()[-1]
        tells = noun in resources.words("beliefs.toml", "unknowing")
        return i - 1 if tells and 0 <= clause.start - before.object.end <= 1 else None

    def _cut_off(self, i: int, clause: Clause) -> int | None:
        """The clause from which a cue parts what is thought: "I thought," she said, "that you hated me"."""
        if clause.marker != "that" or clause.quotation is None:
            return None
        for k in range(i - 1, max(-1, i - 1 - CUE), -1):
            before = self.clauses[k]
            if before.quotation == clause.quotation:
                bare = before.object is None and self.text[before.end : before.end + 1] == ","
                thinks = stance_of(self.text, before) in ("believes", "knows")
                return k if bare and thinks and k < i - 1 else None
        return None

    def of(self, i: int) -> Claim | None:
        """What clause ``i`` claims of its subject's heart, or None; read once."""
        if i not in self._read:
            self._read[i] = None  # while it is read, where what is told before looks at what hangs on it
            self._read[i] = self._claimed(i)
        return self._read[i]

    def saying(self, i: int) -> Saying | None:
        """The idiom of the heart that clause ``i`` has, or None; read once."""
        if i not in self._sayings:
            self._sayings[i] = saying(self, self.clauses[i])
        return self._sayings[i]

    def meant(self, i: int) -> bool:
        """Whether a "would" says what is so: "He would walk through fire for her", "He would rather stay"."""
        found, claim = self.saying(i), self.of(i)
        wants = claim is not None and claim.proposition.predicate == "wants"
        return (found is not None and found.meant) or (wants and would_like(self.text, self.clauses[i]))

    def _claimed(self, i: int) -> Claim | None:
        clause = self.clauses[i]
        subject = self.who(clause.subject)
        if (status := coupled(self, i)) is not None or unbearable_deed(self, clause):
            return status
        if (none := untold(self, clause)) is not None:
            return none
        if (idiom := self.saying(i)) is not None or subject is None:
            return None if idiom is None else idiom.claim
        if (asked := question_of(self, i)) is not None:
            return self._answered(clause, subject, asked)
        turns = clause.lemma in word_set("ending") | word_set("coming")
        begun = self._begun(i, clause) if turns else None
        turned = inverted(self, clause, subject)
        return (
            turned
            or begun
            or preferring(self, clause, subject)
            or self._verb(i, clause, subject)
            or self._feeling(clause, subject)
            or aiming(self, clause, subject)
            or (mood(self, clause, subject) if self._thought_of(clause) else None)
        )

    def _thought_of(self, clause: Clause) -> bool:
        """Whether a clause hangs on one of attitude: "Ann reckoned he was scared"."""
        above = self.clauses[clause.governor] if clause.governor is not None else None
        return above is not None and stance_of(self.text, above) not in (None, "tells", "ignorant")

    def _answered(self, clause: Clause, subject: str, asked: int) -> Claim | None:
        """ "He did", after it was asked whether he loved her."""
        question = self.clauses[asked]
        claim = self._verb(asked, question, subject) or self._feeling(question, subject, (subject, None))
        if claim is None:
            return None
        claim = replace(claim, start=question.start, end=clause.end)
        return denied(claim) if clause.negated or NOT.search(self.text, clause.start, clause.end) else claim

    def _begun(self, i: int, clause: Clause) -> Claim | None:
        """ "He never stopped loving her", "She came to hate him": the heart of the clause below, as it is then."""
        below = (k for k in self.governed.get(i, ()) if self.clauses[k].tense in ("infinitive", "participle"))
        below = (k for k in below if self.clauses[k].lemma in heart() or self.saying(k) is not None)
        claim = next((c for k in below if (c := self.of(k)) is not None), None)
        if claim is None or claim.proposition.predicate not in ("feels", "attitude"):
            return None
        ended = clause.lemma in word_set("ending")
        claim = replace(claim, start=min(clause.start, claim.start))
        return denied(claim) if ended is not clause.negated else claim

    def _verb(self, i: int, clause: Clause, subject: str) -> Claim | None:
        entry = heart().get(clause.lemma)
        unwanted = clause.negated and clause.modal in ("will", "would") and not self.governed.get(i)
        if clause.lemma == "have" and unwanted and self.who(clause.object):
            entry = ("wants", "", True)
        if clause.lemma in ("like", "love", "prefer") and clause.modal in ("would", "should") and governs(self, i):
            entry = ("wants", "", True)  # "I would like you to have it"
        if (none := heartless(self, clause)) is not None:
            return none
        idiom = denied_phrase(self, clause)
        phrase = idiom or phrase_of(self, clause)
        entry = (taken_for(self.text, clause) if self.who(clause.object) else None) or (
            phrase[0] if phrase else entry or being_to(self, clause)
        )
        if unbearable := unbearable_to(self, clause):
            entry = ("attitude", "negative", False)
        passive = clause.passive and entry is not being_to(self, clause)
        if entry is None or passive or not complete(self, clause):
            return None
        predicate, value, warm = entry
        below = any(self.clauses[k].tense != "infinitive" for k in self.governed.get(i, ()))
        idle = clause.lemma == "blame" and clause.negated and clause.modal in ("can", "could")
        if idle or (below and value in ("trust", "fear")):  # "You can't blame her", "I trust my cousin will see it"
            return None
        only = none_but(self.text, clause)
        affirmed = (
            only is not None
            or unbearable
            or idiom is not None
            or not denies(self.text, clause)
            or called_out(self.text, clause)
        )
        affirmed = affirmed and not little(self.text, clause)  # "cared little for her"
        affirmed = affirmed and (denied_apart(self.text, clause) or not turned(self.text, clause))
        if value == "love" and not warm:  # "over her"
            affirmed, warm = not affirmed, True
        if predicate == "knows":
            return knowing(self, i, clause, subject, affirmed is warm)
        towards = self.who(only) or self._towards(i, clause, predicate) or self._felt_for(clause, subject)
        if predicate == "wants" and (self.who(clause.object) is None or governs(self, i)):
            return wanting(self, i, clause, subject, towards, affirmed)
        if towards == subject or (towards is None and not self._general(i, clause)):
            return None
        if predicate == "wants":
            value = words_of(self, i, clause)
            if not value or not wants(self, i, clause):
                return None
        public = Proposition(predicate, subject, towards, value)
        name = f"{REGARDS} {towards}"
        warm = warm and not (predicate == "wants" and unwanted_here(value))
        return Claim(public, affirmed, Atom(name, subject), warm is affirmed, clause.start, clause.end)

    def _towards(self, i: int, clause: Clause, predicate: Predicate) -> str | None:
        """The person whom the verb is about: its object, "for X", or the object of what is wanted."""
        if (found := self.who(clause.object) or sight(self, clause)) is not None:
            return found
        if (phrase := denied_phrase(self, clause) or phrase_of(self, clause)) is not None:
            return phrase[1]
        if clause.object is None or self._mere(clause.object) or little(self.text, clause):
            about = resources.table("beliefs.toml")["about"].get(clause.lemma, "").split()
            is_so = clause.lemma == "be" or clause.passive
            about += [o.preposition for o in clause.obliques] if is_so else []
            aimed = (self.who(o) for o in clause.obliques if o.preposition in about)
            if (found := next(filter(None, aimed), None)) is not None:
                return found
        for k in self.governed.get(i, ()) if predicate == "wants" else ():
            inner = self.clauses[k]
            if inner.tense == "infinitive" and (found := self.who(inner.object)):
                return found
        return None

    def _mere(self, thing: Span) -> bool:
        """Whether an object is no thing of its own: "cared nothing for her", "never felt anything for him"."""
        return self.text[thing.start : thing.end].lower() in ("nothing", "anything", "something", "a thing", "much")

    def _felt_for(self, clause: Clause, subject: str) -> str | None:
        """Whom the feeling that the verb names is for, where its object was not told."""
        if clause.object is not None or clause.lemma not in heart():
            return None
        named = self.feelings.inside(clause.verb.start, clause.verb.end)
        return next((f.target for f in named if f.experiencer == subject and f.target in self.people), None)

    def _general(self, i: int, clause: Clause) -> bool:
        """ "He does not care": a heart without a word of whom it is for, and nothing that is only liked or done."""
        done = any(self.clauses[k].start <= clause.verb.end + len(" to ") for k in self.governed.get(i, ()))
        alone = clause.object is None and clause.complement is None and not done
        open_ended = clause.lemma in resources.words("beliefs.toml", "alone")
        cares = not indifferent(self.text, clause)
        of = resources.table("beliefs.toml")["about"].get(clause.lemma, "").split()
        others = any(o.preposition in of for o in clause.obliques)  # "cared for no other man"
        if clause.lemma in resources.table("beliefs.toml")["particles"]:
            felt = clause.object is None or clause.negated or self._mere(clause.object)  # "You feel it" is no love
            return felt and not (self.governed.get(i) or clause.obliques)  # "She felt it would do no harm"
        return (
            open_ended
            and alone
            and cares
            and not (others or of_them(self.text, clause))
            and clause.marker not in RELATIVE
        )

    def _feeling(self, clause: Clause, subject: str, felt_by: Sequence[str | None] = ()) -> Claim | None:
        """A feeling whose words stand in the clause ("that she was angry with him"); "hated cows" is of no person."""
        if clause.lemma in heart() and clause.object is not None and self.who(clause.object) is None:
            return None
        for feeling in self.feelings.inside(clause.verb.start, clause.end):
            shown = feeling.channel == "named" or (clause.lemma in WEEPING and clause.quotation is not None)
            felt = feeling.experiencer in (felt_by or (subject,)) and shown
            if felt and not of_manner(self.text, clause, feeling) and not of_others(self.text, clause, feeling):
                denial = denied_before(self.text, clause, feeling)
                felt_not = feeling.negated and (denial or not denied_above(self.text, clause))
                affirmed = not (felt_not or (denial and denies(self.text, clause)))
                span = Span(clause.start, clause.end)
                idle = wished(self.text, feeling.start, feeling.emotion)
                claim = feels(subject, feeling.emotion, None if idle else feeling.target, affirmed, span)
                if claim is not None:
                    return claim
        return None
