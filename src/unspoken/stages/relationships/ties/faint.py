"""In a work of many people, phrases that alone tell too little of two of them: whose "his friend" is may be a slip."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from unspoken import resources
from unspoken.layers.mentions import Mention
from unspoken.layers.spans import Span
from unspoken.stages.relationships.people import LONGEST, RECENT, People
from unspoken.stages.relationships.ties.roles import TABLE, Role
from unspoken.stages.relationships.ties.tie import Tie

MUTUAL = ("friendship", "work", "acquaintance")  # kinds in which two are mostly the same to each other
THIRD = {"his": "he", "her": "she"}
TALK = frozenset(("my", "our", "your"))
AND = " and "
SURE, SURE_TALK = 0.75, 0.7  # how sure it must be whom "his" means, or "your", to be more than a guess
BESIDE = 2  # code points between a phrase and the name that goes with it ("his friend, Ann")


def faint(people: People, mention: Mention, possessor: Mention, role: Role, owner: str, other: str) -> bool:
    """Whether a possessive pronoun ties two who may be others, or none.

    Of such phrases that stood alone for a pair, a third were right: those in talk, where speaker or hearer may be
    another; those whose owner has no name; those that mean somebody with a name and do not give it; those with words
    of more senses than one ("her mistress"); and those before which another was named last.
    """
    word = people.text[possessor.start : possessor.end].lower()
    if not people.crowded or word not in THIRD.keys() | TALK:
        return False
    if people.voice(mention.start) is not None:
        return True
    if word in TALK:
        return False
    unnamed = not people.has_name(owner) or (people.has_name(other) and not _given(people, mention, other))
    doubtful = unnamed or role.word in _vague() or _another_near(people, mention, owner, other, THIRD[word])
    return doubtful or _beside_another(people, mention, owner, other, THIRD[word])


def doubted(people: People, tie: Tie, possessor: Mention, subject: Span | None = None) -> Tie:
    """A tie with how sure it is whom its words mean: it is a guess, in a work of many people, where it is hardly known
    whom the pronoun means, or who the subject is, of whom it is said. Of two who are there each is the other's friend,
    whoever "his friend" names."""
    word = people.text[possessor.start : possessor.end].lower()
    owner, other = people.sure(possessor), people.sure(subject)
    third = word in THIRD and tie.kind not in MUTUAL and owner < SURE
    pronoun = third or (word in TALK and owner < SURE_TALK)
    return replace(tie, guess=people.crowded and (pronoun or other < SURE_TALK), sure=min(owner, other))


def _beside_another(people: People, mention: Mention, owner: str, other: str, pronoun: str) -> bool:
    """Whether the phrase is joined to another who may be "he" or "she": "After Ben's speech, Carl and his father"."""
    end = mention.start - len(AND)
    joined = people.named.before(end) if people.text[end : mention.start] == AND else None
    if joined is None or joined.end != end or joined.character in (owner, other) or not people.gives_name(joined):
        return False
    return people.characters[joined.character].pronouns == pronoun


def of_a_third(people: People, possessor: Mention) -> bool:
    """Whether "his" or "her" is said in talk, in a work of many people: "She's his godmother" may be of anybody."""
    word = people.text[possessor.start : possessor.end].lower()
    return people.crowded and word in THIRD and people.voice(possessor.start) is not None


@cache
def _vague() -> frozenset[str]:
    return frozenset(resources.table(TABLE)["vague"]["words"].split())


def _given(people: People, mention: Mention, other: str) -> bool:
    """Whether the phrase has the name of the one whom it means, in it or beside it."""
    near = people.named.inside(mention.start, mention.end + LONGEST)
    return any(
        n.character == other and people.text[n.start].isupper() and mention.start < n.start <= mention.end + BESIDE
        for n in near
    ) or _named_before(people, mention, other)


def _named_before(people: People, mention: Mention, other: str) -> bool:
    before = people.named.before(mention.start - BESIDE)
    return before is not None and before.character == other and before.end == mention.start - BESIDE


def _another_near(people: People, mention: Mention, owner: str, other: str, pronoun: str) -> bool:
    """Whether the owner was not named for long, and another was meant since who may be "he" or "she" too."""
    before = [
        n
        for n in people.named.touching(max(0, mention.start - RECENT), mention.start)
        if n.end <= mention.start and n.character != other
    ]
    if any(n.character == owner and people.gives_name(n) for n in before):
        return False
    return any(n.character != owner and people.characters[n.character].pronouns == pronoun for n in before)
