"""One pass over the mentions: each is linked to a member of the cast, or to nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unspoken.layers.mentions import Cast, Mention
from unspoken.stages.cast.introductions import UNTIL_NAMED, most
from unspoken.stages.cast.kinfolk import Kinfolk
from unspoken.stages.cast.members import Members
from unspoken.stages.cast.memory import Memory
from unspoken.stages.cast.nouns import LIKELY, Nouns
from unspoken.stages.cast.relations import SHORT, Kinship
from unspoken.stages.cast.salience import CALLED, OTHER, POSSESSOR, SPOKEN, SUBJECT
from unspoken.stages.cast.surroundings import Surroundings
from unspoken.stages.mentions.words import Words

OVERLOOKED = 0.7  # mass of a subject that the votes know nothing of, with the pronouns right after it
BOUND = 0.9  # how sure it is whom "himself" means
# shares of what is in view from which a pronoun tells the gender: of "the vet", and of one with a name
USUAL, FIRM = 0.5, 0.8


@dataclass
class Resolver(Nouns):
    """State of the pass; ``link`` and ``confidence`` grow to one entry a mention."""

    text: str
    words: Words
    mentions: Sequence[Mention]
    sentence: Sequence[int]
    scenes: Sequence[int]
    members: Members
    named: Sequence[tuple[str, ...]]
    token_at: Mapping[int, int]
    memory: Memory
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)  # what a pronoun cannot mean the same as
    given: frozenset[int] = frozenset()  # mentions of which a correction says whom they mean
    epithets: Mapping[str, frozenset[str]] = field(default_factory=dict)  # whom a noun means all through the text
    speaks: Mapping[int, int] = field(default_factory=dict)  # the paragraphs of mentions beside a verb of saying
    passed: frozenset[int] = frozenset()  # nouns that tell of nobody new
    bound: Mapping[int, Sequence[int]] = field(default_factory=dict)  # the subjects whom "himself" and "his own" mean
    signed: frozenset[int] = frozenset()  # where the names under letters stand
    link: list[str | None] = field(default_factory=list)
    confidence: list[float] = field(default_factory=list)
    kin: Kinship = field(default_factory=Kinship)
    by_noun: dict[str, tuple[str, int]] = field(default_factory=dict)
    unnamed: dict[str, tuple[str, int]] = field(default_factory=dict)
    met: set[tuple[str, bool]] = field(default_factory=set)  # who was named so far, and whether in speech
    doubt: Mapping[str, float] = field(default_factory=dict)  # whom the pronoun at hand might mean
    first: dict[str, int] = field(default_factory=dict)  # the sentence that first tells of somebody without a name
    strangers: dict[str, int] = field(default_factory=dict)  # of this scene ("a woman"), with the sentence of each
    kin_here: dict[str, int] = field(default_factory=dict)  # kin without a name that this scene first tells of
    here: set[str] = field(default_factory=set)  # whom the narration of this scene has named
    began: int = 0  # the sentence with which this scene begins
    overlooked: str | None = None  # the last subject that is named or singled out, where the votes do not know it
    thing: int = -1  # the last sentence that names something without a mind

    def cast(self, person: int | None) -> Cast:
        """Run, and return the cast; ``person`` is the grammatical one of who is "I" or "you" all through."""
        self.view, self.by_id = self.members.view, self.members.by_id
        self.around = Surroundings(self.text, self.words, self.mentions, self.token_at)
        self.kinfolk = Kinfolk(self.members, self.kin, len(self.text) >= SHORT)
        self.titled = self.members.titled()
        self.narrated = {
            k for ids, m in zip(self.named, self.mentions, strict=True) if not m.quotation and not m.letter for k in ids
        }
        scene = -1
        for i, mention in enumerate(self.mentions):
            self.view.move_to(self.sentence[i])
            here = bisect_right(self.scenes, mention.start)
            if here != scene:
                scene, self.began = here, self.sentence[i]
                self.unnamed, self.strangers, self.kin_here, self.here = {}, {}, {}, set()
                self.view.dim()
            self.doubt = {}
            found, confidence = self._resolve(i, mention, person)
            member = self.members.one(found)
            self.link.append(member)
            self.confidence.append(round(confidence, 3))
            if member is not None:
                self.memory.settle(i, member, self.doubt)
            if member is not None and member != "narrator":
                self._seen(i, mention, member)
        return self.members.cast(self.link, self.confidence, self.kin, person is not None)

    def _seen(self, i: int, mention: Mention, member: str) -> None:
        if mention.quotation or mention.letter:
            if member in self.narrated or mention.start in self.signed:
                self.view.see(member, CALLED if mention.vocative or mention.letter else SPOKEN)
            return
        role = self.around.role(mention)
        first = role == "subject" or (role == "possessor" and self.around.through_body(mention))
        self.view.see(member, SUBJECT if first else POSSESSOR if role == "possessor" else OTHER)
        if role == "subject" and mention.form != "pronoun":
            named = mention.form == "name" and not self.memory.knows(i)
            self.overlooked = member if named or self.around.singled_out(mention) else None
        if mention.form == "name" and self.unnamed:
            self._settle(member)

    def _settle(self, member: str) -> None:
        """Somebody whom pronouns alone meant so far ("She woke early ... Anna") has the first name of that gender, or
        one that tells none."""
        gender = self.by_id[member].gender or (next(iter(self.unnamed)) if len(self.unnamed) == 1 else "")
        first_seen = self.view.weight[member] <= SUBJECT
        found = self.unnamed.get(gender)
        if found is None or self.members.nameless(found[0]) is None:
            return
        if first_seen and self.view.sentence - found[1] <= UNTIL_NAMED:
            self.members.join(found[0], member)
            del self.unnamed[gender]

    def _resolve(self, i: int, mention: Mention, person: int | None) -> tuple[str | None, float]:
        if i in self.given:
            return (self._name(i), 1.0) if self.named[i] else (None if person is None else "narrator", 1.0)
        if mention.form == "name":
            if not self.named[i]:
                self.thing = self.sentence[i]
            member = self._name(i)
            if member is not None and (epithet := self.around.epithet(mention)) is not None:
                self.members.epithets[epithet] = member, self.sentence[i]
            spoken = bool(mention.quotation or mention.letter)
            fresh = (member, False) not in self.met
            if member is not None and fresh and (member, spoken) not in self.met:
                self.met.add((member, spoken))
                self._introduce(i, member)
                self._first_name(i, member)
            if member is not None and not spoken:
                self._reveal(i, member, {**self.strangers, **(self.kin_here if fresh else {})})
                self.here.add(member)
            elif member is not None and fresh and mention.quotation:
                self._presented(i, member, self._newly_met())
            return member, 0.95
        if mention.quotation or mention.letter:
            return None, 0.0
        if mention.form == "nominal":
            return (None, 0.0) if i in self.passed else self._nominal(i, mention)
        if mention.person != 3:
            return ("narrator", 0.97) if mention.person == person and not mention.plural else (None, 0.0)
        if mention.plural:
            return None, 0.0
        return self._pronoun(i, mention)

    def _name(self, i: int) -> str | None:
        """Whom a name means; of several who bear it, the one most in view."""
        ids = self.named[i]
        return max(ids, key=lambda m: (self.view.level(m), -ids.index(m))) if ids else None

    def _of_nobody(self, i: int, mention: Mention) -> bool:
        """Whether the sentence tells of nobody new before a pronoun ("jealous of a dead man whom she ... him"), or of
        nobody in particular with no name between ("no man likes his wife to ...")."""
        before = [k for k in self.passed if k < i and self.sentence[k] == self.sentence[i]]
        k = i - 1
        while k >= 0 and self.sentence[k] == self.sentence[i] and self.mentions[k].form != "name":
            before += [k] if self.link[k] is None and self.around.nobody(self.mentions[k]) else []
            k -= 1
        return any(self.mentions[k].gender in (None, mention.gender) for k in before)

    def _pronoun(self, i: int, mention: Mention) -> tuple[str | None, float]:
        if self._of_nobody(i, mention):
            return None, 0.0
        if (own := self._own(i, mention)) is not None:
            self.members.tell(own, mention.gender)
            return own, BOUND
        role = self.around.role(mention)
        if role == "subject" and (writer := self._writer(i, mention)) is not None:
            return writer, 0.8
        banned = self._apart(i)
        votes = {who: mass for who, mass in self._voted(i, mention).items() if who not in banned}
        if self.overlooked not in banned and role != "object":
            votes = self._amended(votes, mention.gender)
        self.doubt = votes
        remembered, mass = most(votes)
        if remembered is not None and mass >= LIKELY:
            self.members.tell(remembered, mention.gender)
            return remembered, mass
        member, share = self.view.choose(mention.gender, role, banned, votes=votes)
        if member is None and self.thing == self.sentence[i]:
            return None, 0.0  # "the Winifred lay on her side"
        if member is None and mention.gender is not None:
            return self._unnamed(mention.gender), 0.5
        if member in self.by_id and share >= (FIRM if self.by_id[member].noun is None else USUAL):
            self.members.tell(member, mention.gender)
        return member, 0.4 + 0.55 * share

    def _own(self, i: int, mention: Mention) -> str | None:
        """Whom "himself" means: the subject of its clause, where that is somebody of its gender."""
        members = (self.members.one(self.link[j]) for j in self.bound.get(i, ()))
        return next((m for m in members if m in self.by_id and self.by_id[m].fits(mention.gender)), None)

    def _writer(self, i: int, mention: Mention) -> str | None:
        """Who writes, where something written has just come: "There was a letter from Edith. She wrote that ..." """
        if not self.around.writes(mention):
            return None
        before = (k for k in range(i - 1, -1, -1) if self.mentions[k].form == "name")
        k = next(before, None)
        if k is None or self.sentence[i] - self.sentence[k] > 1 or not self.around.wrote_what_came(k):
            return None
        member = self.link[k]
        return member if member is not None and self.view.gender.get(member) in (None, mention.gender) else None

    def _apart(self, i: int, least: float = 0.0) -> frozenset[str]:
        """Whom mention i cannot mean, as far as it is so sure whom the words before it mean."""
        sure = (j for j in self.apart.get(i, ()) if j > i or self.confidence[j] >= least)
        others = (self.link[j] if j < i else self._name(j) for j in sure)
        return frozenset(who for who in others if who is not None)

    def _voted(self, i: int, mention: Mention) -> Mapping[str, float]:
        """The members of fitting gender whom the words mean that a mention may mean the same as."""
        votes: dict[str, float] = defaultdict(float)
        for voted, mass in self.memory.votes(i).items():
            member = self.members.one(voted) or voted
            known = self.view.gender.get(member)
            fits = not known or not mention.gender or known == mention.gender
            if fits and member != "narrator":
                votes[member] += mass
        return votes

    def _amended(self, votes: dict[str, float], gender: str | None) -> dict[str, float]:
        """The votes, where the subject of this sentence, or of the one before, is a name that they cannot be for."""
        member = self.members.one(self.overlooked)
        subject = self.view.subject or self.view.previous_subject
        known = self.view.gender.get(member or "")
        if member is None or member != subject or self.view.sentence - self.view.last.get(member, -2) > 1:
            return votes
        if known and gender and known != gender:
            return votes
        left = {who: (1.0 - OVERLOOKED) * mass for who, mass in votes.items()}
        return {**left, member: left.get(member, 0.0) + OVERLOOKED}

    def _unnamed(self, gender: str) -> str:
        """A new member for a pronoun that nobody in view can be meant by."""
        name = "an unnamed man" if gender == "m" else "an unnamed woman"
        member = self.members.add("u", name, "person", gender)
        self.unnamed[gender] = member, self.view.sentence
        return member
