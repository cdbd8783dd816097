"""What stands around a mention: its role in the clause, a name in apposition, what somebody is said to be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.mentions import Mention
from unspoken.stages.mentions.nominals import noun_of
from unspoken.stages.mentions.words import Words

BEING = frozenset(("am", "is", "are", "was", "were", "be", "been", "become", "became", "like", "as"))
# the words that may stand between somebody and what they are
COPULA = BEING - {"like", "as"} | frozenset(
    ["had", "has", "have", "now", "still", "also", "once", "really", "only", "always", "both", "too", "then"]
)
EPITHETS = frozenset(("old", "young", "little", "big", "fat", "tall"))
IS = frozenset(("was", "is", "'s", "’s"))
QUOTES = frozenset(("”", "’", '"', "'", "»"))
NOBODY = frozenset(("no", "any", "every", "each"))
COMPARED = frozenset(("like", "than", "as"))
MAYBE = frozenset(("might", "may", "can", "could", "would", "must", "should", "ought", "cannot"))
ANYBODY = 6  # words before somebody in which it is told that anybody might do that
TERMED = frozenset(("called", "named", "christened", "nicknamed"))
RELATIVE = frozenset(("who", "whom", "whose"))
RELATED = frozenset(("who", "which", "that"))
# what stands before the name of who wrote what came
FROM = re.compile(
    r"\b(?:letter|note|card|postcard|telegram|cable|wire|line|lines|message|epistle|answer|reply)\s+from\s+\Z",
    re.IGNORECASE,
)
TOLD_OF = frozenset(("that", "of", "about", "how", ":", ","))
FRAME = 24  # code points that these words may take
REFLEXIVE = frozenset(["himself", "herself", "themselves"])
# what stands between a noun and the name in apposition to it: "her brother, now Lord Orde"
BEFORE_NAME = (" ", ", ", *(f", {word} " for word in ("formerly", "once", "now", "late", "the late", "afterwards")))
SUBJECTS = frozenset(["nsubj", "nsubj:pass"])


@cache
def _body() -> frozenset[str]:
    """What only somebody has, but for other people: "hand", "voice", "coat"."""
    listed = resources.table("people.toml")["evidence"]["body"].split()
    return frozenset(word for word in listed if noun_of(word) is None)


def subjects(words: Words) -> dict[int, int]:
    """The subject of each verb that has one: for "who", whom it means ("[Wade], who had met her and liked her")."""
    return {words.head[k]: _meant(words, k) for k in range(len(words)) if words.deprel[k] in SUBJECTS}


def _meant(words: Words, k: int) -> int:
    verb = words.head[k]
    relative = verb >= 0 and words.deprel[verb] == "acl:relcl" and words.text[k].lower() in RELATED
    return words.head[verb] if relative and 0 <= words.head[verb] < k else k


@dataclass(frozen=True)
class Surroundings:
    """The words and mentions of a text; ``token_at``: the word that begins at an offset."""

    text: str
    words: Words
    mentions: Sequence[Mention]
    token_at: Mapping[int, int]

    def surface(self, mention: Mention) -> str:
        """The words of a mention, in lower case."""
        return self.text[mention.start : mention.end].lower()

    def epithet(self, mention: Mention) -> str | None:
        """The adjective with which somebody is named ("old Denzil", "little Nan")."""
        k = self.token_at.get(mention.start, 0) - 1
        word = self.words.text[k].lower() if k >= 0 else ""
        return word if word in EPITHETS and not mention.quotation else None

    def role(self, mention: Mention) -> str:
        """Subject, object or possessor, by the words right beside."""
        word = self.surface(mention)
        if word in ("he", "she", "they", "i"):
            return "subject"
        last = self.token_at.get(mention.head_start, 0)
        following = self._pos(last + 1)
        if word in ("his", "their") or (word == "her" and following in ("NOUN", "ADJ", "PROPN", "NUM")):
            return "possessor"
        if mention.form == "pronoun":
            return "object"
        if self.singled_out(mention):
            return "subject"
        after = self.words.text[last + 1] if last + 1 < len(self.words) else ""
        if after in ("'s", "’s") and following != "AUX":
            return "possessor"
        k = last + 1
        while self._pos(k) == "ADV":
            k += 1
        first = self.token_at.get(mention.start, 0)
        before = self.words.pos[first - 1] if first else ""
        return "subject" if self._pos(k) in ("VERB", "AUX") and before != "ADP" else "object"

    def through_body(self, mention: Mention) -> bool:
        """Whether what is somebody's is the subject: "Wade's face darkened", of whom that tells as "Wade scowled"."""
        if mention.form == "pronoun":
            return False  # who is in view already
        ends = (self.token_at.get(at, -1) for at in (mention.start, mention.head_start))
        owned = (self.words.head[k] for k in ends if k >= 0 and self.words.deprel[k] == "nmod:poss")
        return any(k >= 0 and self.words.deprel[k] in SUBJECTS and self.words.text[k].lower() in _body() for k in owned)

    def beside(self, i: int) -> int | None:
        """The name in apposition to mention i: "her brother Con", "Bridie, his aunt,"."""
        mention = self.mentions[i]
        following = self.mentions[i + 1] if i + 1 < len(self.mentions) else None
        if (
            following is not None
            and following.form == "name"
            and self.text[mention.end : following.start] in BEFORE_NAME
            and not (self.text[mention.end] == "," and self.begins_clause(following))
        ):
            return i + 1
        k = i - 1 if mention.owner is None else self._before_owner(mention, mention.owner)
        previous = self.mentions[k] if k >= 0 else None
        if previous is None or previous.form != "name" or self.text[previous.end : mention.start] != ", ":
            return None
        return k if self.text[mention.end : mention.end + 1] in (",", ".") else None

    def begins_clause(self, name: Mention) -> bool:
        """Whether a name after a comma is the subject of what follows: "when he saw his mother, George got up"."""
        last = self.token_at.get(name.head_start, -1)
        return last >= 0 and self.words.deprel[last] in SUBJECTS and self.words.head[last] > last

    def _before_owner(self, mention: Mention, owner: int) -> int:
        return owner - 1 if self.mentions[owner].start == mention.start else -1

    def predicate(self, mention: Mention) -> bool:
        """What somebody is said to be ("I am a coward", "called him a coward"), which is nobody else."""
        last, k = self.token_at.get(mention.head_start, -1), self.token_at.get(mention.start, 0) - 1
        deemed = last >= 0 and self.words.deprel[last] in ("xcomp", "ccomp")
        if deemed and self._pos(k) in ("PROPN", "PRON", "NOUN"):
            return True
        while k > 0 and self.words.pos[k] in ("ADV", "PART"):
            k -= 1
        word = self.words.text[k].lower() if k >= 0 else ""
        return word in BEING or word in ("'m", "’m", "'re", "’re")

    def said_of(self, i: int) -> int | None:
        """The mention of whom mention i is what they are said to be: "[Ann] was still [his sister]", "[Ann], who is
        [his sister]"."""
        start = self.mentions[i].start
        k = next((k for k in range(i - 1, -1, -1) if self.mentions[k].end <= start), None)
        if k is None or self.text[self.mentions[k].end : self.mentions[k].end + 2] in ("'s", "’s"):
            return None
        between = self.text[self.mentions[k].end : start].lower().removeprefix(", who ").split()
        between = between[:-1] if between[-1:] == ["a"] and self.mentions[i].form == "name" else between
        return k if set(between) <= COPULA and set(between) & BEING else None

    def told_as(self, i: int) -> bool:
        """Whether a name tells who somebody is: "It was Klara."; "it was Klara who" tells of something else."""
        first = self.token_at.get(self.mentions[i].start, 0)
        last = self.token_at.get(self.mentions[i].head_start, 0)
        before = [w.lower() for w in self.words.text[max(0, first - 2) : first]]
        after = self.words.text[last + 1].lower() if last + 1 < len(self.words) else ""
        return before[:1] == ["it"] and before[-1] in IS and after not in ("who", "that", "whom", "'s", "’s")

    def singled_out(self, mention: Mention) -> bool:
        """Whether somebody is told to be the one who did something: "It was Klara who spoke"."""
        k = self.token_at.get(mention.start, 0) - 1
        while self._pos(k) == "ADV":
            k -= 1
        last = self.token_at.get(mention.head_start, 0)
        told = [w.lower() for w in self.words.text[max(0, k - 1) : k + 1]]
        after = [w.lower() for w in self.words.text[last + 1 : last + 3]]
        does = after[:1] == ["who"] or (after[:1] == ["that"] and self._pos(last + 2) in ("VERB", "AUX"))
        return len(told) > 1 and told[0] == "it" and told[1] in IS and does

    def says(self, i: int) -> bool:
        """Whether a verb of saying and a quotation stand right beside a name: "'I?' said Klara"."""
        first = self.token_at.get(self.mentions[i].start, 0)
        verb, quoted = self.words.text[first - 1].lower() if first else "", first - 2
        owner = self.text[self.mentions[i].end : self.mentions[i].end + 2] in ("'s", "’s")
        return verb in resources.words("speech.toml", "say") and quoted >= 0 and self._speech(quoted) and not owner

    def wrote_what_came(self, i: int) -> bool:
        """Whether a name is of the one from whom something written came: "a letter from Edith"."""
        start = self.mentions[i].start
        return FROM.search(self.text[max(0, start - FRAME) : start]) is not None

    def writes(self, mention: Mention) -> bool:
        """Whether a pronoun is the subject of what writing says: "She had written that", not "She wrote back"."""
        k = self.token_at.get(mention.head_start, 0) + 1
        while self._pos(k) in ("ADV", "AUX"):
            k += 1
        verb, after = [word.lower() for word in [*self.words.text[k : k + 2], "", ""][:2]]
        return verb in resources.words("letters.toml", "writing") and after in TOLD_OF

    def told(self, mention: Mention) -> bool:
        """Whether narration says that something is said to somebody: "she told the vicar", "he said to the clerk"."""
        k = self.token_at.get(mention.start, 0) - 1
        k -= k > 0 and self.words.text[k].lower() == "to"
        said = k >= 0 and self.words.text[k].lower() in resources.words("speech.toml", "say")
        return said and not mention.quotation

    def _speech(self, k: int) -> bool:
        return self.words.quotation[k] is not None or self.words.text[k] in QUOTES

    def termed(self, i: int) -> bool:
        """Whether a name stands behind "called" or "named"."""
        first = self.token_at.get(self.mentions[i].start, 0)
        return first > 0 and self.words.text[first - 1].lower() in TERMED

    def restricted(self, mention: Mention) -> bool:
        """Whether a relative clause tells which one is meant: "the woman who had kept house for him"."""
        last = self.token_at.get(mention.head_start, 0)
        after = self.words.text[last + 1].lower() if last + 1 < len(self.words) else ""
        return after in RELATIVE or (after == "that" and self._pos(last + 2) in ("PRON", "VERB", "AUX"))

    def nobody(self, mention: Mention) -> bool:
        """Whether a subject is anybody and nobody: "No man", "every girl"."""
        first, last = self.token_at.get(mention.start, 0), self.token_at.get(mention.head_start, 0)
        return self.words.text[first].lower() in NOBODY and self.words.deprel[last] in SUBJECTS

    def generic(self, mention: Mention) -> bool:
        """Nobody in particular: "no son", "any woman", "like a man", "older than a boy", "A man might sleep", "A man
        who could tell"."""
        first, last = self.token_at.get(mention.start, 0), self.token_at.get(mention.head_start, 0)
        before = self.words.text[first - 1].lower() if first else ""
        after = self.words.text[last + 1].lower() if last + 1 < len(self.words) else ""
        who = after in ("who", "that") and not MAYBE.isdisjoint(w.lower() for w in self.words.text[last + 2 : last + 4])
        told = self.words.text[first].lower() in NOBODY or before in COMPARED or after in MAYBE or who
        return told or self._anybodys(first)

    def _anybodys(self, first: int) -> bool:
        """Whether what begins at a word is what anybody would do: "as you would lead a lame horse"."""
        before = [w.lower() for w in self.words.text[max(0, first - ANYBODY) : first]]
        return any(
            a in COMPARED and b in ("you", "one", "anybody", "anyone", "people") and c in MAYBE | {"do", "does"}
            for a, b, c in zip(before, before[1:], before[2:], strict=False)
        )

    def _pos(self, k: int) -> str:
        return self.words.pos[k] if 0 <= k < len(self.words) else ""
