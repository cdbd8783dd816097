"""Who those are whom narration tells of before it names them: a child, Philip; a woman, Klara; Miss Hale, Lucy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from unspoken.layers.mentions import Mention
from unspoken.stages.cast.members import Members, Named
from unspoken.stages.cast.names import name_type
from unspoken.stages.cast.salience import View
from unspoken.stages.cast.surroundings import Surroundings
from unspoken.stages.mentions.nominals import POSSESSIVES

UNTIL_NAMED = 15  # sentences within which a name may follow the pronouns that mean its bearer
INTRODUCED = 0.35  # mass of votes from which a new name means somebody without one ("a child ... Philip")
HAILED = 0.5  # the same of a name that is called: who calls stands beside it too
EARSHOT = 3  # sentences before a call in which those who can be called are told of
JUST = 2  # sentences after the first words for kin in which their name may follow
MUCH = 3.0  # times that somebody is more in view than the next
SOON = 8  # sentences from somebody unknown to the words that tell who it is
FAR = 40  # sentences after which "the man" is somebody else
# what stands before the name by which somebody is made known to others
PRESENTS = re.compile(
    r"\b(?:this is|meet|here(?: is|['’]s)|(?:introduce|present)(?: you)?(?: to)?|my name(?: is|['’]s)|i(?: am|['’]m))"
    r"\s+\Z",
    re.IGNORECASE,
)
WORDS = 24  # code points that these words may take


class Introductions:
    """What the pass over the mentions does as a name is met; the state is the pass's own."""

    text: str
    mentions: Sequence[Mention]
    sentence: Sequence[int]
    members: Members
    view: View
    by_id: dict[str, Named]
    around: Surroundings
    link: list[str | None]
    first: Mapping[str, int]
    here: set[str]

    def _voted(self, i: int, mention: Mention) -> Mapping[str, float]:
        raise NotImplementedError

    def _introduce(self, i: int, member: str) -> None:
        """Whom narration called by a noun or pronouns so far gets a name, where the first words with it mean the same
        as those, or call the only one who can be called."""
        gender = self.view.gender.get(member)
        said = self._said_to_be(i)
        found = (
            self._termed(i)
            or said
            or self._meant(i)
            or self._replies(i)
            or (self._called(i, member) if self.mentions[i].vocative and gender else None)
        )
        unnamed = self.members.nameless(found)
        if unnamed is None or (self._owned(unnamed) and not (said or self._just_met(unnamed.id, i))):
            return  # of kin other things tell
        if self._beside(i, unnamed.id):
            return
        if self.by_id[member].fits(unnamed.gender):
            self.members.join(unnamed.id, member)

    def _first_name(self, i: int, member: str) -> None:
        """ "Miss Hale shook her head. 'No,' said Lucy.": the given name of the woman in view."""
        here, own = self.sentence[i], self.by_id.get(member)
        if own is None or not self.around.says(i) or self.mentions[i].quotation or any(" " in n for n in own.names):
            return
        near = [m for m, at in self.view.last.items() if here - at <= SOON and m in self.by_id and m != member]
        women = sorted((m for m in near if self.view.gender.get(m) == "f"), key=lambda m: -self.view.level(m))
        alone = women and (len(women) == 1 or self.view.level(women[0]) >= MUCH * self.view.level(women[1]))
        if alone and own.fits("f") and _misses(self.by_id[women[0]].names):
            own.names = (*own.names, *self.by_id[women[0]].names)
            self.members.join(women[0], member)

    def _reveal(self, i: int, member: str, unnamed: Mapping[str, int]) -> None:
        """The only stranger of this scene ("a woman came in", "her brother rang") who can be the bearer of a name
        is that one, where the narration says so ("It was Klara.") or names nobody but who speaks ("... she said. 'I?'
        said Klara"); ``unnamed``: the strangers, each with the sentence that first tells of it."""
        here, gender = self.sentence[i], self.view.gender.get(member)
        if gender is None or member not in self.by_id:
            return
        told = self.around.told_as(i)
        near = told or (member not in self.here and (self.around.says(i) or self._goes_on(i, member, unnamed)))
        fits = [m for m in unnamed if self.members.nameless(m) and self.view.gender.get(m) in (gender, None)]
        if not near or len(fits) != 1 or self.view.gender.get(fits[0]) != gender or self.view.last.get(fits[0]) == here:
            return
        since = here - (self.view.last.get(fits[0], here) if told else unnamed[fits[0]])
        if since <= (UNTIL_NAMED if told else SOON) and not self._beside(i, fits[0]):
            self.members.join(fits[0], member)

    def _goes_on(self, i: int, member: str, unnamed: Mapping[str, int]) -> bool:
        """Whether a given name never met before acts after speech that kin without one have just heard: "She turned to
        her brother. 'I shall not go,' she said. Gil looked at her."."""
        known = any(name_type(name).titles or name_type(name).given for name in self.by_id[member].names)
        if known or self.around.role(self.mentions[i]) != "subject":
            return False
        kin = {m for m in unnamed if (found := self.members.nameless(m)) is not None and self._owned(found)}
        k = next((k for k in range(i - 1, -1, -1) if self.link[k] in kin and not self.mentions[k].quotation), i)
        near = self.sentence[i] - self.sentence[k] <= EARSHOT
        return near and any(m.quotation for m in self.mentions[k:i])

    def _presented(self, i: int, member: str, strangers: Mapping[str, int]) -> None:
        """The only stranger just told of who can be the bearer of a name is the one who is made known by it in speech:
        "This is Klara," "I'm Klara"."""
        gender, start, end = self.view.gender.get(member), self.mentions[i].start, self.mentions[i].end
        owns = self.text[end : end + 2] in ("'s", "’s")  # "This is Klara's coat"
        if member not in self.by_id or owns or not PRESENTS.search(self.text[max(0, start - WORDS) : start]):
            return
        recent = (m for m in strangers if self.sentence[i] - self.view.last.get(m, -FAR) <= SOON)
        known = (m for m in recent if self.members.nameless(m))
        fits = [m for m in known if None in (gender, self.view.gender.get(m)) or self.view.gender[m] == gender]
        if len(fits) == 1:
            self.members.join(fits[0], member)

    def _beside(self, i: int, stranger: str) -> bool:
        """Whether the sentence of mention i goes on to tell of a stranger ("said Lorcan, when the man was gone")."""
        noun, k = self.by_id[stranger].noun, i + 1
        while k < len(self.mentions) and self.sentence[k] == self.sentence[i]:
            m = self.mentions[k]
            if not m.quotation and self.text[m.head_start : m.head_end].lower() == noun:
                return True
            k += 1
        return False

    def _owned(self, unnamed: Named) -> bool:
        """Whether somebody without a name is told of by whose he is ("his clerk", "Ann's mother")."""
        first = unnamed.names[0].lower().split()[0]
        return first in POSSESSIVES or first.endswith(("'s", "’s"))

    def _just_met(self, kin: str, i: int) -> bool:
        """Whether kin are first told of right before mention i: "... let his wife oil his hands. Sael did it"."""
        return not self.mentions[i].vocative and self.view.sentence - self.first.get(kin, -FAR) <= JUST

    def _meant(self, i: int) -> str | None:
        """Whom most votes for a mention are for, where they are many."""
        member, mass = most(self._voted(i, self.mentions[i]))
        return member if mass >= (HAILED if self.mentions[i].vocative else INTRODUCED) else None

    def _termed(self, i: int) -> str | None:
        """Whom a name is told to be of: "a stranger from Hull called Deering"."""
        if not self.around.termed(i):
            return None
        told = (
            j for j in range(i - 1, -1, -1) if self.sentence[j] == self.sentence[i] and not self.mentions[j].quotation
        )
        return next((self.link[j] for j in told if self.mentions[j].form == "nominal" and self.link[j]), None)

    def _said_to_be(self, i: int) -> str | None:
        """Who is said to be the bearer of a name: "He led out his bride. She was a Miss Orde."; that "the stranger
        was Vane" is revealed of one who was somebody else till then."""
        k = self.around.said_of(i) if self.text.endswith(" a ", 0, self.mentions[i].start) else None
        if k is None or self.mentions[i].quotation or self.mentions[k].form == "name" or self.mentions[k].person != 3:
            return None
        if self.members.nameless(self.link[k]) is None and self.mentions[k].form == "pronoun":
            gender = self.mentions[k].gender
            last = {m: at for m, at in self.view.last.items() if self.sentence[i] - at <= JUST}
            fits = [m for m in last if self.members.nameless(m) and self.view.gender.get(m) == gender]
            # who has a name is not made known by another
            self.link[k] = max(fits, key=lambda m: (last[m], m), default=self.link[k])
        return self.link[k]

    def _replies(self, i: int) -> str | None:
        """Who answers by a new name, and was spoken to by a noun right before: "she told the vicar. ... 'A ring?' said
        Mr Orme"."""
        if not self.around.says(i) or self.mentions[i].quotation:
            return None
        for j in range(i - 1, -1, -1):
            between = self.text[self.mentions[j].end : self.mentions[i].start].count("\n\n")
            if between > 1:
                break
            if between == 1 and self.mentions[j].form == "nominal" and self.around.told(self.mentions[j]):
                return self.link[j]
        return None

    def _called(self, i: int, member: str) -> str | None:
        """The only one beside the bearer of a called name who was told of just before and can have its gender."""
        gender, here = self.view.gender.get(member), self.sentence[i]
        fits = (m for m, at in self.view.last.items() if here - at <= EARSHOT)
        near = {m for m in fits if self.view.gender.get(m) in (None, gender) and m in self.by_id} - {member}
        return near.pop() if len(near) == 1 else None


def _misses(names: Sequence[str]) -> bool:
    """Whether somebody has no other name than "Miss Hale", with any surname."""
    return all(name.split()[0] == "Miss" and name_type(name).given is None for name in names)


def most(votes: Mapping[str, float]) -> tuple[str | None, float]:
    """Whom most votes are for, and how many."""
    return max(votes.items(), key=lambda pair: pair[1], default=(None, 0.0))
