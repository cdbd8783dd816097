"""Links of the mentions inside speech and letters, and the members that count in the end."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from unspoken.corrections import folded
from unspoken.document import Document
from unspoken.layers.documents import Letter
from unspoken.layers.keys import ANCHORS, ANTECEDENTS, CAST, LETTERS, MENTIONS, SENTENCES, TURNS
from unspoken.layers.mentions import Member, Mention
from unspoken.stages.cast.genders import by_names
from unspoken.stages.cast.members import PRONOUN
from unspoken.stages.cast.memory import Memory
from unspoken.stages.cast.names import name_type
from unspoken.stages.cast.relations import KIN_BASE
from unspoken.stages.cast.relations import SHORT as FEW
from unspoken.stages.cast.salience import OTHER, SPOKEN, View
from unspoken.stages.cast.wishes import Called
from unspoken.stages.identities.correspondents import announced
from unspoken.stages.identities.kinsmen import OFTEN, Kinsman, Kinsmen
from unspoken.stages.mentions.nominals import nouns

UNNAMED = 3  # mentions that make a character of somebody without a name who never speaks; fewer in a few lines of text
LIKELY = 0.65  # mass of votes from which "he" in speech means a member, whoever is in view
SHORT = 1500  # code points of such a text


class SpeechLinker:
    """One pass over all mentions: those of the narration keep their link, those in speech get one."""

    def __init__(self, document: Document, into: dict[str, str], kinsmen: Sequence[Kinsman] = ()) -> None:
        self.text, self.mentions, self.into = document.text, document[MENTIONS], into
        self.cast, self.memory = document[CAST], Memory(document[ANTECEDENTS])
        self.quotes = {q.id: q for q in document[TURNS]}
        starts = [s.start for s in document[SENTENCES]]
        self.sentence = [bisect_right(starts, m.start) - 1 for m in self.mentions]
        self.gender = {m.id: {"he": "m", "she": "f"}.get(m.pronouns or "") for m in self.cast.members}
        relations = {(self._to(r.owner), r.kin): self._to(r.member) or "" for r in self.cast.relations}
        self.spoken = [Member(f"r-{n}", (k.name,), "person", PRONOUN[k.gender], False) for n, k in enumerate(kinsmen)]
        for member, kinsman in zip(self.spoken, kinsmen, strict=True):
            self.gender[member.id], relations[kinsman.owner, kinsman.kin] = kinsman.gender, member.id
        self.narrator = next((m.id for m in self.cast.members if m.narrator), None)
        self.kin = Kinsmen(relations, self.narrator)
        self.announced = announced(self.text, self.mentions, self.cast, document[LETTERS])
        self.named = {letter.id: self._named(letter) for letter in document[LETTERS]}
        self.authors = {letter.id: self._author(letter) for letter in document[LETTERS]}
        self.nobody = document[ANCHORS].nobody
        self.to_you = {m.quotation for m in self.mentions if m.form == "pronoun" and m.person == 2}  # "you" is not "he"
        self.strangers: set[str] = set()
        self.wished = self._wished(document[ANCHORS].same)
        self.greeted = {letter.id: self._greeted(letter) for letter in document[LETTERS]}

    def _wished(self, same: tuple[tuple[str, ...], ...]) -> dict[str, str]:
        """The member that each name means of which a correction says so."""
        if not same:
            return {}
        called = Called(self.text, self.mentions, ((m.id, m.names) for m in self.cast.members), self.cast.link)
        return {name: member for group in same if (member := called(group[0])) for name in group}

    def _to(self, member: str | None) -> str | None:
        return self.into.get(member, member) if member is not None else None

    def linked(self) -> tuple[list[str | None], list[float]]:
        """Member and confidence for every mention."""
        view = View(dict(self.gender))
        link: list[str | None] = []
        confidence: list[float] = []
        for i, mention in enumerate(self.mentions):
            view.move_to(self.sentence[i])
            member, sure = self._narrated(i, mention), self.cast.confidence[i]
            if member is None:
                member, sure = self._inside(i, mention, view, link)
            meant = member or self._stranger(i, mention)
            member = None if meant in self.strangers else member
            link.append(member)
            confidence.append(round(sure, 3))
            if meant is not None:
                self.memory.settle(i, meant, self._votes(i, mention) if mention.form == "pronoun" else None)
            if member is not None:
                view.see(member, OTHER if mention.form != "pronoun" else SPOKEN)
        return link, confidence

    def _narrated(self, i: int, mention: Mention) -> str | None:
        """Whom the narration means; who tells it is neither "he" nor "the captain" there, whoever bears the name."""
        own = self.cast.link[i]
        member = self._to(own)
        of_another = mention.form == "nominal" or (mention.form == "pronoun" and mention.person == 3)
        return None if member == self.narrator != own and of_another and not mention.letter else member

    def _stranger(self, i: int, mention: Mention) -> str | None:
        """Somebody whom speech tells of and nobody knows ("your neighbour is a funny one"): whom "he" may mean then."""
        if mention.form != "nominal" or mention.plural or mention.vocative or not (mention.quotation or mention.letter):
            return None
        self.strangers.add(f"?{i}")
        return f"?{i}"

    def _inside(self, i: int, mention: Mention, view: View, link: list[str | None]) -> tuple[str | None, float]:
        """A mention inside speech or a letter."""
        if mention.form != "pronoun" and (wished := self.wished.get(folded(self.text[mention.start : mention.end]))):
            return self._to(wished), 1.0
        here = self._voices(mention)
        if here is None:
            return None, 0.0
        speaker, addressed, sure = here
        if mention.form == "nominal":
            return self._nominal(mention, speaker, addressed, link)
        if mention.plural or mention.form == "name":
            return None, 0.0
        if mention.person == 1:
            return speaker, 0.97 * sure
        if mention.person == 2:
            return addressed, 0.9 * sure
        named = self.named[mention.letter] if mention.letter is not None else (speaker, addressed)
        return self._spoken_of(i, mention, view, frozenset(x for x in named if x), speaker)

    def _spoken_of(
        self, i: int, mention: Mention, view: View, banned: frozenset[str], speaker: str | None
    ) -> tuple[str | None, float]:
        """Whom "he" in speech means: whom the words before it leave little doubt of, or who is in view; at last who was
        thought to be spoken to, where nobody is called "you"."""
        votes = {who: mass for who, mass in self._votes(i, mention).items() if who not in banned}
        meant, mass = max(votes.items(), key=lambda pair: pair[1], default=(None, 0.0))
        if meant is not None and mass >= LIKELY:
            return meant, mass
        member, share = view.choose(mention.gender, "object", banned, votes=votes)
        if member is None and mention.quotation is not None and mention.quotation not in self.to_you:
            member, share = view.choose(mention.gender, "object", frozenset((speaker,) if speaker else ()))
        return member, 0.25 + 0.5 * share

    def _votes(self, i: int, mention: Mention) -> Mapping[str, float]:
        """The members of fitting gender whom the words mean that "he" may mean the same as; none for "I" and "you"."""
        told = self.memory.votes(i).items() if mention.person == 3 else ()
        return {who: mass for who, mass in told if self.gender.get(who) in (None, mention.gender)}

    def _voices(self, mention: Mention) -> tuple[str | None, str | None, float] | None:
        """Who says "I" and whom "you" means where a mention stands."""
        if mention.letter is not None:
            return self.authors.get(mention.letter), self.greeted.get(mention.letter), 0.8
        quote = self.quotes.get(mention.quotation or "")
        if quote is None:
            return None
        addressed = quote.addressees[0] if len(quote.addressees) == 1 else None
        return self._to(quote.speaker), self._to(addressed), quote.confidence

    def _nominal(
        self, mention: Mention, speaker: str | None, addressed: str | None, link: list[str | None]
    ) -> tuple[str | None, float]:
        word = self.text[mention.head_start : mention.head_end].lower()
        if mention.vocative:
            known = self.gender.get(addressed or "")
            return (None, 0.0) if mention.gender and known and known != mention.gender else (addressed, 0.7)
        if mention.plural or word not in nouns() or not nouns()[word].kin:
            return None, 0.0
        kin = KIN_BASE.get(word, word)
        owner = link[mention.owner] if mention.owner is not None else speaker
        if owner is None:
            return None, 0.0
        bare = mention.owner is None and mention.start == mention.head_start
        known = self.kin.of(owner, kin, mention.owner is None)
        if known is None and mention.gender and mention.letter is None and (mention.owner is not None or bare):
            self.kin.tell(Kinsman(owner, kin, self.text[mention.start : mention.end], mention.gender))
        return known, 0.6

    def _author(self, letter: Letter) -> str | None:
        """The writer by the name or initials that the form gives, or whom the narration before says to write."""
        if (signer := self.named[letter.id][0]) is not None:
            return signer
        if letter.sender is not None or letter.frame is None:
            return None
        writer, reader = self.announced[letter.id]
        if writer is not None or reader is not None:
            return self._to(writer)
        return self.narrator if "I" in self.text[letter.frame.start : letter.frame.end].split() else None

    def _named(self, letter: Letter) -> tuple[str | None, str | None]:
        """Writer and addressee by the names that the form of a letter gives; others may be "he" in it."""
        spans = (letter.sender, letter.signature, letter.salutation)
        sender, signer, greeted = (self._known(self.text[s.start : s.end]) if s is not None else None for s in spans)
        return sender or signer, greeted

    def _greeted(self, letter: Letter) -> str | None:
        """The one greeted; where nobody is called by a name, to whom the narration says that it is, or who reads it."""
        span = letter.salutation
        if (who := self.named[letter.id][1]) is not None:
            return who
        named = span is not None and self.text[span.start].isupper()
        who = self._to(self.announced[letter.id][1])
        return None if named or who == self.authors.get(letter.id) else who

    def _known(self, written: str) -> str | None:
        """The member whom a name, or its initials, can mean alone; what only describes somebody has no initials."""
        words = name_type(written.replace(".", ". ").strip()).words
        if not words:
            return None
        names = ((m.id, n) for m in self.cast.members for n in m.names if not self._role(n))
        found = {self._to(id) for id, name in names if _can_be(words, name_type(name).words)}
        return found.pop() if len(found) == 1 else None

    def members(self, link: list[str | None]) -> tuple[Member, ...]:
        """Who counts: everybody with a name, the narrator, and others who speak or are met often enough."""
        count = Counter(m for m in link if m is not None)
        speakers = {self._to(q.speaker) for q in self.quotes.values()}
        names: dict[str, list[str]] = defaultdict(list)
        for m in (*self.cast.members, *self.spoken):
            names[self._to(m.id) or m.id].extend(m.names)
        genders = self._genders(link)
        enough = UNNAMED if len(self.text) > SHORT else 1
        kin = self._kin_told_of(link)
        out = []
        for m in (*self.cast.members, *self.spoken):
            named = not m.id.startswith(("r", "u")) or any(not self._role(n) for n in names[m.id])
            if m.id in self.into or not count[m.id] or self._nobody(names[m.id]):
                continue
            if m.narrator or named or m.id in speakers or m.id in kin or count[m.id] >= enough:
                merged = by_names(names[m.id]) if m.id in self.into.values() else None
                pronouns = m.pronouns or merged or PRONOUN[genders.get(m.id)]
                out.append(Member(m.id, tuple(dict.fromkeys(names[m.id])), m.kind, pronouns, m.narrator))
        return tuple(out)

    def _kin_told_of(self, link: list[str | None]) -> set[str]:
        """Kin of somebody known whom words for them mean more than once, where few people are about."""
        words = Counter(member for m, member in zip(self.mentions, link, strict=True) if m.form == "nominal")
        kin = {member for (owner, _), member in self.kin.relations.items() if owner is not None}
        return {m for m in kin if words[m] >= OFTEN} if len(self.text) < FEW else set()

    def _nobody(self, names: list[str]) -> bool:
        return bool(self.nobody and names) and all(folded(name) in self.nobody for name in names)

    def _role(self, name: str) -> bool:
        return (
            name.startswith("an unnamed ")
            or name[:1].islower()
            or name.split()[0].lower() in ("the", "his", "her", "my", "their", "our", "your", "a")
        )

    def _genders(self, link: list[str | None]) -> dict[str, str]:
        """The gender that most words for a member tell, where they agree."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for mention, member in zip(self.mentions, link, strict=True):
            if member is not None and mention.gender and mention.form != "name":
                votes[member][mention.gender] += 1
        best = {member: counted.most_common(1)[0] for member, counted in votes.items()}
        return {member: gender for member, (gender, n) in best.items() if n > 0.7 * votes[member].total()}


def _can_be(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words, some of them initials, can stand for a name."""
    if len(words) == 1 and len(words[0]) > 1:
        return words[0] in name
    if len(words) > len(name):
        return False
    if len(words) == 1:
        return bool(name) and name[0].startswith(words[0])
    return all(n == w or (len(w) == 1 and n.startswith(w)) for w, n in zip(words, (name[0], *name[1:]), strict=False))
