"""Mentions: names, common nouns and pronouns that can mean somebody."""

from __future__ import annotations

from collections.abc import Container

from unspoken.document import Document
from unspoken.layers.characters import Form
from unspoken.layers.keys import LETTERS, MENTIONS, QUOTATIONS, SENTENCES, SIGNALS, SYNTAX, TOKENS
from unspoken.layers.mentions import Gender, Mention
from unspoken.pipeline import Stage
from unspoken.stages.mentions.given import given_names
from unspoken.stages.mentions.names import name_spans, people_seen, titles
from unspoken.stages.mentions.nominals import (
    DETERMINERS,
    POSSESSIVES,
    PRONOUNS,
    address_terms,
    noun_phrase,
    nouns,
    nouns_seen,
    people_near,
    speaking_nouns,
)
from unspoken.stages.mentions.words import Words, words_of

AFTER_CALL = frozenset((",", ".", "!", "?", "…", "—", "–", "--", "...", "”", "’", '"', "'", ";", "»", ":"))
BEFORE_CALL = frozenset((",", ".", "!", "?", "…", "—", "–", "--", "...", "“", "‘", '"', "'", ";", "«"))
ASKED = 30  # tokens before an answer in which what was asked ends
CALLING = frozenset(
    [
        "oh",
        "o",
        "ah",
        "dear",
        "well",
        "no",
        "yes",
        "and",
        "now",
        "please",
        "hello",
        "hullo",
        "hi",
        "hey",
        "goodbye",
        "sorry",
        "thanks",
        "you",
        "on",
        "poor",
    ]
)


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Find all mentions of beings (and all names, whatever they name), in text order."""
    return tuple(
        _Finder(words_of(document), nouns_seen(document), people_seen(document), people_near(document)).found()
    )


STAGE = Stage("mentions", "11", (TOKENS, SIGNALS, SYNTAX, SENTENCES, QUOTATIONS, LETTERS), MENTIONS, find_mentions)


class _Finder:
    """One pass over the words. An owner's mention always comes before what is owned, so its index is known."""

    def __init__(self, words: Words, nouns: Container[int], names: Container[int], people: Container[int]) -> None:
        self.words, self.people = words, people
        self.names = dict(name_spans(words, names))
        self.speaking = speaking_nouns(words, nouns)
        self.out: list[Mention] = []

    def found(self) -> list[Mention]:
        i, n = 0, len(self.words)
        while i < n:
            i = self._at(i)
        return self.out

    def _at(self, i: int) -> int:
        """Take what begins at token ``i``; returns the token to go on with."""
        words = self.words
        low = words.text[i].lower()
        if i in self.names:
            return self._name(i, self.names[i])
        if low in PRONOUNS:
            return self._pronoun(i, low)
        if low in DETERMINERS and not self._joins(i):
            return self._nominal(i, i, None) or i + 1
        if low in address_terms() and words.text[i][0].isupper() and self._names_kin(i):
            self._add(i, i + 1, i, "nominal", nouns()[low].gender, False, 3, None)
            return i + 1
        return i + 1

    def _joins(self, i: int) -> bool:
        """A "that" before a name of kin is a conjunction ("sorry that Granny was dead")."""
        after = self.words.text[i + 1 : i + 2]
        return self.words.text[i] == "that" and bool(after) and after[0][0].isupper()

    def _names_kin(self, i: int) -> bool:
        """Whether a term of kinship with a capital is used as a name: at the beginning of a sentence, if a verb or what
        is owned follows ("Mum is banging the pans")."""
        words = self.words
        if not words.initial[i] or words.quotation[i]:
            return True
        return words.pos[i + 1 : i + 2] in (["VERB"], ["AUX"]) or words.text[i + 1 : i + 2] in (["'s"], ["’s"])

    def _name(self, i: int, j: int) -> int:
        words = self.words
        genders = (titles().get(words.text[k].lower().rstrip(".")) for k in range(i, j))
        gender = next((g for g in genders if g), None) or given_names().get(words.text[i].lower())
        self._add(i, j, j - 1, "name", "m" if gender == "m" else "f" if gender == "f" else None, False, 3, None)
        return self._possessed(j)

    def _pronoun(self, i: int, low: str) -> int:
        person, gender, plural = PRONOUNS[low]
        self._add(i, i + 1, i, "pronoun", gender, plural, person, None)
        if low in POSSESSIVES:
            return self._nominal(i, i, len(self.out) - 1) or i + 1
        return i + 1

    def _possessed(self, j: int) -> int:
        """After a possessor: "Anne's brother" is a mention whose owner is the mention just added."""
        if (
            j < len(self.words)
            and self.words.text[j] in ("'s", "’s", "'", "’")
            and self.words.end[j - 1] == self.words.start[j]
        ):
            owner = len(self.out) - 1
            return self._nominal(j, j, owner, first=self.out[owner].start) or j
        return j

    def _nominal(self, i: int, determiner: int, owner: int | None, first: int | None = None) -> int | None:
        phrase = noun_phrase(self.words, determiner, self.speaking)
        if phrase is None:
            return None
        head, noun = phrase
        low = self.words.text[head].lower()
        if self.words.text[head] == "God" or (low == "devil" and self._asked(i)):
            return None  # "my God!", "what the devil"
        known = low in self.speaking or (low in nouns() and (noun.gender is not None or noun.kin))
        if noun.kind == "person" and not known and head not in self.people:
            return None  # the page of a book, a guide to the town
        if any(k in self.names for k in range(i + 1, head + 1)):
            return None
        self._add(i, head + 1, head, "nominal", noun.gender, noun.plural, 3, owner, first)
        return self._possessed(head + 1)

    def _asked(self, i: int) -> bool:
        """Whether a question word stands before ("who the devil")."""
        return i > 0 and self.words.text[i - 1].lower() in ("what", "who", "where", "why", "how", "when", "which")

    def _add(
        self, i: int, j: int, head: int, form: Form, gender: Gender | None, plural: bool, person: int,
        owner: int | None, first: int | None = None,
    ) -> None:  # fmt: skip
        words = self.words
        self.out.append(
            Mention(
                words.start[i] if first is None else first,
                words.end[j - 1],
                form,
                words.start[head],
                words.end[head],
                gender,
                plural,
                person,
                words.quotation[i],
                words.letter[i],
                owner,
                form != "pronoun" and self._called(i, j) and not self._anothers(i, first),
            )
        )

    def _anothers(self, i: int, first: int | None) -> bool:
        """Nobody is called by whose they are, but for "my" and "our": "His mum -", "Ann's brother." """
        return first is not None or self.words.text[i].lower() in ("his", "her", "their")

    def _listed(self, i: int, j: int) -> bool:
        """One of several that commas part ("Elsie, Lacie, and Tillie")."""
        words = self.words
        k = j + 1 + (words.text[j + 1 : j + 2] in (["and"], ["or"]))
        follows = words.text[j : j + 1] == [","] and k in self.names
        return follows or (words.text[max(0, i - 1) : i] == [","] and any(end == i - 1 for end in self.names.values()))

    def _answers(self, i: int, j: int) -> bool:
        """A name that is all that is said, after a question ("Who?" - "Father Flynn.")."""
        words, own = self.words, self.words.quotation[i]
        k = i - 1
        while k >= 0 and (words.quotation[k] == own or words.quotation[k] is None) and i - k < ASKED:
            if words.quotation[k] == own and any(c.isalnum() for c in words.text[k]):
                return False
            k -= 1
        ends = words.text[j : j + 1] in (["."], [","]) and not any(
            c.isalnum() for n in range(j, min(j + 3, len(words))) if words.quotation[n] == own for c in words.text[n]
        )
        return ends and k >= 0 and words.quotation[k] is not None and "?" in words.text[max(0, k - 1) : k + 1]

    def _explained(self, i: int, j: int) -> bool:
        """A name that begins a sentence and is said who that is: "Anne, the old devil.", "Tom, him that drowned." """
        words = self.words
        if not words.initial[i] or words.text[j : j + 1] != [","]:
            return False
        end = next((k for k in range(j, min(j + ASKED, len(words))) if words.text[k] in (".", "!", "?")), j)
        first, second = [w.lower() for w in (*words.text[j + 1 : j + 3], "", "")][:2]
        if words.text[end] != "." or words.quotation[end] != words.quotation[i]:
            return False
        told = first in ("who", "whose", "whom") or (
            first in ("him", "her", "them") and second in ("that", "as", "who")
        )
        noun = first in ("the", "a", "an") and not {"VERB", "AUX"} & set(words.pos[j + 1 : end])
        return told or noun

    def _called(self, i: int, j: int) -> bool:
        """Set off inside speech as only a call is: "Come here, Anne." """
        words = self.words
        if words.quotation[i] is None:
            return False
        before = words.text[i - 1] if i else "“"
        after = words.text[j] if j < len(words) else "”"
        before_ok = before in BEFORE_CALL or words.quotation[i - 1] is None or before.lower() in CALLING
        if self._listed(i, j) or self._answers(i, j) or self._explained(i, j):
            return False
        return before_ok and (after in AFTER_CALL or words.quotation[j] is None)
