"""One pass over the mentions: each is linked to a member of the cast, or to nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from unspoken import resources
from unspoken.layers.characters import Kind
from unspoken.layers.mentions import Cast, Mention
from unspoken.stages.cast.epithets import BESIDE, noun_key
from unspoken.stages.cast.introductions import FAR, JUST, UNTIL_NAMED, Introductions, most
from unspoken.stages.cast.kinfolk import Kinfolk
from unspoken.stages.cast.members import Members
from unspoken.stages.cast.memory import Memory
from unspoken.stages.cast.relations import KIN_BASE, SHORT, Kinship
from unspoken.stages.cast.salience import CALLED, OTHER, POSSESSOR, SPOKEN, SUBJECT
from unspoken.stages.cast.surroundings import Surroundings
from unspoken.stages.mentions.nominals import INDEFINITE, noun_of, nouns
from unspoken.stages.mentions.words import Words

LIKELY = 0.65  # mass of votes from which a pronoun or noun means a member, whoever is in view
LEAST, LEADING = 0.2, 0.75  # mass for a name from which it means a vague noun, and its share of all votes
NEAR = 40  # mentions before one that speaks, among which the line before is
OVERLOOKED = 0.7  # mass of a subject that the votes know nothing of, with the pronouns right after it
USUAL, FIRM = 0.5, 0.8  # share of what is in view from which a pronoun tells the gender of "the vet", of one with a name
KINDS: Mapping[str, Kind] = {"animal": "animal", "supernatural": "supernatural"}


@dataclass
class Resolver(Introductions):
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
    epithets: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # whom a noun means all through the text
    speaks: Mapping[int, int] = field(default_factory=dict)  # the paragraphs of mentions beside a verb of saying
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
    overlooked: str | None = None  # the last subject that the narration names, where the votes do not know it
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
            if member in self.narrated:
                self.view.see(member, CALLED if mention.vocative or mention.letter else SPOKEN)
            return
        role = self.around.role(mention)
        self.view.see(member, {"subject": SUBJECT, "possessor": POSSESSOR}.get(role, OTHER))
        if role == "subject" and mention.form != "pronoun":
            self.overlooked = member if mention.form == "name" and not self.memory.knows(i) else None
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
            return member, 0.95
        if mention.quotation or mention.letter:
            return None, 0.0
        if mention.form == "nominal":
            return self._nominal(i, mention)
        if mention.person != 3:
            return ("narrator", 0.97) if mention.person == person and not mention.plural else (None, 0.0)
        if mention.plural:
            return None, 0.0
        return self._pronoun(i, mention)

    def _name(self, i: int) -> str | None:
        """Whom a name means; of several who bear it, the one most in view."""
        ids = self.named[i]
        return max(ids, key=lambda m: (self.view.level(m), -ids.index(m))) if ids else None

    def _pronoun(self, i: int, mention: Mention) -> tuple[str | None, float]:
        role = self.around.role(mention)
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

    def _apart(self, i: int) -> frozenset[str]:
        """Whom mention i cannot mean."""
        others = (self.link[j] if j < i else self._name(j) for j in self.apart.get(i, ()))
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

    def _nominal(self, i: int, mention: Mention) -> tuple[str | None, float]:
        noun = self.text[mention.head_start : mention.head_end].lower()
        if mention.plural:
            return None, 0.0
        name = self.around.beside(i)
        beside = self._name(name) if name is not None else None
        if beside is not None:
            self._remember(mention, noun, beside)
            return beside, 0.85
        some = self.around.surface(mention).split()[0] in INDEFINITE
        if some and self.around.generic(mention):
            return None, 0.0
        if nouns()[noun].kin if noun in nouns() else False:
            return self._kin_said_of(i, mention, noun) or self._kin(i, mention, noun)
        if some:
            return (None, 0.0) if self.around.predicate(mention) else (self._new(mention, noun), 0.8)
        member, confidence = self._described(i, mention, noun)
        return member or self._new(mention, noun), confidence

    def _described(self, i: int, mention: Mention, noun: str) -> tuple[str | None, float]:
        """Whom "the sergeant" means: who is called so all through the text, whom its antecedents mean, or whom the noun
        meant before or is the title of; a vague noun may mean whoever is in view. None: somebody new."""
        here = self.sentence[i]
        others = self._not_meant(i, mention)
        votes = {who: mass for who, mass in self._voted(i, mention).items() if who not in others}
        remembered, mass = most(votes)
        known = self.by_noun.get(noun)
        if known and self._newcomer(known[0]) and known[0] not in others and here - known[1] <= JUST:
            self.by_noun[noun] = known[0], here
            return known[0], 0.8
        if not self._newcomer(remembered) and (meant := self._usual(mention, noun, others)) is not None:
            return meant, 0.75
        if remembered is not None and mass >= LIKELY:
            return remembered, mass
        words = self.around.surface(mention).split()[1:-1] if noun in _vague() else []
        if (called := self.members.called(words, mention.gender, here - FAR)) is not None:
            return called, 0.7
        if noun in _vague() and self._leads(remembered, votes):
            return remembered, LIKELY * mass / sum(votes.values())
        far = FAR if noun in _vague() else 10 * FAR
        if known and known[0] not in others and (here - known[1] <= far or self.text[mention.head_start].isupper()):
            self.by_noun[noun] = known[0], here
            return known[0], 0.7
        titled = self.titled.get(noun, ())
        if len(titled) == 1:
            return next(iter(titled)), 0.7
        member, share = self.view.choose(mention.gender, "object", others, floor=0.25)
        if noun in _vague() and member is not None and share > 0.75 and self.view.gender.get(member) == mention.gender:
            return member, 0.5
        return None, 0.6

    def _leads(self, member: str | None, votes: Mapping[str, float]) -> bool:
        """Whether votes are for one with a name, and for hardly anybody else."""
        who = self.by_id.get(member or "")
        mass = votes[who.id] if who is not None and who.noun is None else 0.0
        return mass >= LEAST and mass >= LEADING * sum(votes.values())

    def _not_meant(self, i: int, mention: Mention) -> frozenset[str]:
        """Whom a noun cannot mean: the owner ("his friend"), and who spoke in the paragraph before, if it speaks."""
        owner = self.link[mention.owner] if mention.owner is not None else None
        line = self.speaks.get(i, 0) - 1
        spoke = (self.link[j] for j in range(max(0, i - NEAR), i) if self.speaks.get(j) == line)
        return frozenset(who for who in (owner, *spoke) if who is not None)

    def _usual(self, mention: Mention, noun: str, others: frozenset[str]) -> str | None:
        """Who of those in view is called so all through the text ("the drummer")."""
        meant = self.epithets.get(noun_key(self.around.surface(mention).split()[1:-1], noun), ())
        fits = (who for who in meant if self.view.gender.get(who) in (mention.gender, None) or mention.gender is None)
        near = [who for who in fits if who not in others and self._told(who) >= self.view.sentence - BESIDE]
        return max(near, key=lambda who: (self.view.level(who), who), default=None)

    def _told(self, member: str) -> int:
        """The last sentence that told of somebody."""
        return self.view.last.get(member, -FAR)

    def _newcomer(self, member: str | None) -> bool:
        """Whether somebody without a name came into this scene by "a" ("a man")."""
        found = self.members.nameless(member)
        by = found.names[0].lower().split()[0] if found is not None else ""
        return by in INDEFINITE and self.first.get(member or "", -1) >= self.began

    def _kin_said_of(self, i: int, mention: Mention, noun: str) -> tuple[str | None, float] | None:
        """ "Ann was his sister": she is nobody else."""
        k = self.around.said_of(i) if mention.owner is not None else None
        member = self.link[k] if k is not None else None
        owner = self.link[mention.owner] if mention.owner is not None else None
        if member is None or member == owner or owner is None:
            return None
        if mention.gender and self.view.gender.get(member) not in (None, mention.gender):
            return None
        self._remember(mention, noun, member)
        return member, 0.8

    def _kin(self, i: int, mention: Mention, noun: str) -> tuple[str | None, float]:
        base = KIN_BASE.get(noun, noun)
        owner = self.link[mention.owner] if mention.owner is not None else None
        if mention.owner is not None and owner is None:
            return None, 0.0
        known = self.kin.relations.get((owner, base))
        if known is None and owner is None:
            known = self.kin.first.get(base)
        if known is None and owner is not None:
            known = self.kinfolk.in_view(owner, mention.gender, base, self._apart(i))
        member = known or self._new(mention, noun, kin=True)
        self.kin.add(owner, base, member)
        return member, 0.75 if known else 0.7

    def _remember(self, mention: Mention, noun: str, member: str) -> None:
        if mention.owner is not None and noun in nouns() and nouns()[noun].kin:
            self.kin.add(self.link[mention.owner], KIN_BASE.get(noun, noun), member)
        self.members.tell(member, mention.gender)

    def _new(self, mention: Mention, noun: str, kin: bool = False) -> str:
        tells = noun_of(noun)
        kind = KINDS.get(tells.kind if tells is not None else "", "person")
        member = self.members.add("r", self.text[mention.start : mention.end], kind, mention.gender, noun)
        self.first[member] = self.view.sentence
        if not kin:
            self.by_noun[noun] = member, self.view.sentence
        if kin:
            self.kin_here[member] = self.view.sentence
        elif noun in _vague() and self.around.surface(mention).split()[0] in ("a", "an"):
            self.strangers[member] = self.view.sentence
        return member


@cache
def _vague() -> frozenset[str]:
    """Nouns that may mean whoever is in view ("the man")."""
    return frozenset(resources.table("people.toml")["nouns"]["vague"].split())
