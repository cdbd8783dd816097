"""Whom a common noun means: "the sergeant", "his friend", "her mother"; or somebody new."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from unspoken import resources
from unspoken.layers.characters import Kind
from unspoken.layers.mentions import Mention
from unspoken.stages.cast.epithets import BESIDE, DEFINITE, noun_key
from unspoken.stages.cast.introductions import FAR, JUST, Introductions, most
from unspoken.stages.cast.kinfolk import Kinfolk
from unspoken.stages.cast.names import name_type
from unspoken.stages.cast.relations import KIN_BASE, PARENTS, Kinship
from unspoken.stages.mentions.nominals import INDEFINITE, noun_of, nouns

LIKELY = 0.65  # mass of votes from which a pronoun or noun means a member, whoever is in view
LEAST, LEADING = 0.2, 0.75  # mass for a name from which it means a vague noun, and its share of all votes
NEAR = 40  # mentions before one that speaks, among which the line before is
SUBJECT = 0.9  # how sure it has to be whom the subject above a noun means, for the noun to be somebody else
IN_VIEW = 0.75  # share of what is in view from which somebody is "the girl" to whom nothing else leads
ARTICLES = DEFINITE | {"a", "an"}
POINTING = frozenset(("this", "that"))
YOUNG = frozenset(("boy", "girl", "lad", "lass"))
UNGROWN = frozenset(("miss", "master", "lord", "lady", "prince", "princess", "mademoiselle", "sir"))  # the young may be
STRANGE = frozenset(("new", "strange", "unknown", "stranger", "newcomer"))  # of one without a name as yet
KINDS: Mapping[str, Kind] = {"animal": "animal", "supernatural": "supernatural"}


class Nouns(Introductions):
    """What the pass over the mentions does with a common noun; the state is the pass's own."""

    epithets: Mapping[str, frozenset[str]]
    speaks: Mapping[int, int]
    by_noun: dict[str, tuple[str, int]]
    first: dict[str, int]
    strangers: dict[str, int]
    kin_here: dict[str, int]
    began: int
    kin: Kinship
    kinfolk: Kinfolk
    titled: Mapping[str, set[str]]

    def _name(self, i: int) -> str | None:
        raise NotImplementedError

    def _apart(self, i: int, least: float = 0.0) -> frozenset[str]:
        raise NotImplementedError

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
        found, confidence = self._described(i, mention, noun)
        member = found or self._new(mention, noun)
        if not STRANGE.isdisjoint(self.around.surface(mention).split()):
            self.by_noun["stranger"] = member, self.sentence[i]
        return member, confidence

    def _described(self, i: int, mention: Mention, noun: str) -> tuple[str | None, float]:
        """Whom "the sergeant" means: who is called so all through the text, whom its antecedents mean, or whom the noun
        meant before or is the title of; a vague noun may mean whoever is in view. None: somebody new."""
        here = self.sentence[i]
        others = self._not_meant(i, mention) | (self._grown() if noun in YOUNG else frozenset())
        strange = not STRANGE.isdisjoint(self.around.surface(mention).split())
        votes = {who: mass for who, mass in self._voted(i, mention).items() if who not in others}
        votes = {who: mass for who, mass in votes.items() if not strange or self.members.nameless(who)}
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
        vague = noun in _vague() and not self.around.restricted(mention)
        if vague and self._leads(remembered, votes):
            return remembered, LIKELY * mass / sum(votes.values())
        far = FAR if noun in _vague() else 10 * FAR
        if known and known[0] not in others and (here - known[1] <= far or self.text[mention.head_start].isupper()):
            self.by_noun[noun] = known[0], here
            return known[0], 0.7
        titled = self.titled.get(noun, set()) - others
        near = {who for who in titled if self._told(who) >= here - FAR}
        for bearers in (titled, near):  # the only doctor, or the only one in view
            if len(bearers) == 1:
                return next(iter(bearers)), 0.7
        pointed = self.around.surface(mention).split()[0] in POINTING
        if noun in _vague() and mention.gender and not strange and (pointed or vague):
            member, share = self.view.choose(mention.gender, "object", others, floor=0.25, votes=votes)
            if member is not None and share > IN_VIEW and self.view.gender.get(member) == mention.gender:
                return member, 0.5
        return None, 0.6

    def _leads(self, member: str | None, votes: Mapping[str, float]) -> bool:
        """Whether votes are for one with a name, and for hardly anybody else."""
        who = self.by_id.get(member or "")
        mass = votes[who.id] if who is not None and who.noun is None else 0.0
        return mass >= LEAST and mass >= LEADING * sum(votes.values())

    def _not_meant(self, i: int, mention: Mention) -> frozenset[str]:
        """Whom a noun cannot mean: the owner ("his friend"), who spoke in the paragraph before, if it speaks, and the
        subject above it, where it is sure who that is."""
        owner = self.link[mention.owner] if mention.owner is not None else None
        line = self.speaks.get(i, 0) - 1
        spoke = (self.link[j] for j in range(max(0, i - NEAR), i) if self.speaks.get(j) == line)
        return self._apart(i, SUBJECT) | {who for who in (owner, *spoke) if who is not None}

    def _usual(self, mention: Mention, noun: str, others: frozenset[str]) -> str | None:
        """Who of those in view is called so all through the text ("the drummer")."""
        meant = self.epithets.get(noun_key(self.around.surface(mention).split()[1:-1], noun), ())
        fits = (who for who in meant if self.view.gender.get(who) in (mention.gender, None) or mention.gender is None)
        near = [who for who in fits if who not in others and self._told(who) >= self.view.sentence - BESIDE]
        return max(near, key=lambda who: (self.view.level(who), who), default=None)

    def _grown(self) -> frozenset[str]:
        """Those in view who are always called by a title of grown people: nobody's "the boy"."""
        known = (self.by_id[m] for m in self.view.activation if m in self.by_id)
        named = (m for m in known if m.noun is None)
        return frozenset(m.id for m in named if all(name_type(n).titles - UNGROWN for n in m.names))

    def _told(self, member: str) -> int:
        """The last sentence that told of somebody."""
        return self.view.last.get(member, -FAR)

    def _newly_met(self) -> Mapping[str, int]:
        """Who has no name and is first told of in this scene ("a woman", "the woman"), with the sentence of each."""
        return {who: at for who, at in self.first.items() if at >= self.began and self.by_id[who].noun in _vague()}

    def _newcomer(self, member: str | None) -> bool:
        """Whether somebody without a name came into this scene by "a" ("a man")."""
        found = self.members.nameless(member)
        by = found.names[0].lower().split()[0] if found is not None else ""
        return by in INDEFINITE and self.first.get(member or "", -1) >= self.began

    def _kin_said_of(self, i: int, mention: Mention, noun: str) -> tuple[str | None, float] | None:
        """ "Ann was his sister": she is nobody else; of "Ann was his sister's friend" she is not that sister."""
        owns = self.text[mention.end : mention.end + 2] in ("'s", "’s")
        k = self.around.said_of(i) if mention.owner is not None and not owns else None
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
        if owner is None:
            known = self._of_nobody_s(mention, base, known or self.kin.first.get(base))
        if known is None and owner is not None:
            known = self.kinfolk.in_view(owner, mention.gender, base, self._apart(i))
        member = known or self._new(mention, noun, kin=True)
        self.kin.add(owner, base, member)
        return member, 0.75 if known else 0.7

    def _of_nobody_s(self, mention: Mention, kin: str, known: str | None) -> str | None:
        """Whom "the mother" means, of whom no word tells whose she is: in a long text the one last told of, if that is
        not long ago; "a mother" is somebody new."""
        first = self.around.surface(mention).split()[0]
        if not self.kinfolk.many or kin not in PARENTS or first not in ARTICLES:
            return known  # "the child" is whoever is called so all through
        latest = self.members.one(self.kin.latest.get(kin)) if first in DEFINITE else None
        return latest if latest is not None and self._told(latest) >= self.view.sentence - FAR else None

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
