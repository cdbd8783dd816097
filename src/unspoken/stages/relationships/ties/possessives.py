"""Ties in noun phrases: "her aunt", "Nell's brother, Greg", "Mum"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unspoken import resources
from unspoken.layers.mentions import Mention
from unspoken.stages.relationships.calls import cut_off
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.faint import doubted, faint
from unspoken.stages.relationships.ties.roles import TABLE, Role, roles
from unspoken.stages.relationships.ties.tie import CALLED, OWNED, Tie, tie_of
from unspoken.stages.relationships.ties.untold import untold

REACH = 30  # code points before a noun phrase in which it is denied
SHARED = frozenset({"parent", "grandparent"})  # kin that two have together
DENIED = re.compile(
    r"(?:\b(?:not|never|no longer)|n't|\b(?:he|she|it|i) were"  # "as if he were"
    r"|\b(?:like|as if|as though) (?:i|you|he|she|it|they|we) (?:was|were|is|are)"
    r"|\b(?:make|making) (?:you|him|her|me|[a-z]+)"  # "I'll make her my wife"
    r"|(?:\b(?:to|will|would|shall|should|could|may|might|must|can)|'ll|'d) (?:\w+ )?(?:be|become))\s+$",
    re.IGNORECASE,
)

DEAREST = re.compile(r"my (?:best|only|oldest|dearest|closest|one) (?:friend|pal|mate|chum)", re.IGNORECASE)
FRENCH = re.compile(  # "Ma foi!": no mother
    r"Ma (?:foi|ch[eè]re|petite|belle|bonne|pauvre|mie|m[eè]re|s(?:oe|œ)ur|fille|tante|vie|parole|douce|jolie)\b"
)
LOST = re.compile(
    r"\b(?:lost|lose|losing|missed|miss|you were|you are|you['’]re|you was|as|treat|call|called)\s+(?:you )?\Z",
    re.IGNORECASE,
)
SERVANT = re.compile(
    r"your (?:(?:most|very|ever|and|humble|obedient|faithful|devoted|dutiful|grateful),? )+servant", re.IGNORECASE
)


def role_of(people: People, mention: Mention) -> Role | None:
    """What the head of a noun phrase says somebody is, if it is a role noun."""
    return roles().get(people.text[mention.head_start : mention.head_end].lower())


def owned(people: People, mentions: Sequence[Mention]) -> Iterator[Tie]:
    """Role nouns with a possessor."""
    for mention in mentions:
        if mention.owner is None or (role := role_of(people, mention)) is None or _loose(people, mention, role):
            continue
        if DENIED.search(people.text, max(0, mention.start - REACH), mention.start):
            continue
        other = people.at(mention.start, mention.end) or people.apposed(mention.start, mention.end)
        other = other or _heard_friend(people, mention, role)
        if untold(people, mention, mentions[mention.owner], role, other):
            continue
        talkers = _talkers(people, mentions[mention.owner])
        for owner in owners(people, mentions[mention.owner], role):
            if other and not {owner, other} & talkers and (people.has_name(other) or not role.named):
                weak = faint(people, mention, mentions[mention.owner], role, owner, other)
                told = tie_of(role, owner, other, mention.start, mention.end, OWNED, weak)
                yield doubted(people, told, mentions[mention.owner])


def _heard_friend(people: People, mention: Mention, role: Role) -> str | None:
    """ "I told them I'd lost my best friend over it," said to one alone, who is nobody else's friend there: the one
    who hears it."""
    voice = people.voice(mention.start)
    words = people.text[mention.start : mention.end]
    if role.kind != "friendship" or voice is None or len(voice.hearers) != 1 or not DEAREST.fullmatch(words):
        return None
    lost = LOST.search(people.text, max(voice.start, mention.start - REACH), mention.start)
    return voice.hearers[0] if lost is not None else None


def _talkers(people: People, possessor: Mention) -> set[str]:
    """Who speaks and who hears "his mum", said of a third: neither of them is he, or his mum."""
    voice = people.voice(possessor.start)
    third = people.text[possessor.start : possessor.end].lower() in ("his", "her", "their")
    return {voice.speaker, *voice.hearers} if third and voice and len(voice.hearers) == 1 else set()


def owners(people: People, possessor: Mention, role: Role) -> tuple[str, ...]:
    """Whose a role is: the one whom the possessor means, who says "our", or the two whose parent "their" parent is."""
    if owner := people.at(possessor.start, possessor.end):
        return () if _own(people, possessor, owner) else (owner,)
    words = people.text[possessor.start : possessor.end].lower()
    if words == "our":
        speaker = people.speaker(possessor.start)
        return (speaker,) if speaker else ()
    return people.plural(possessor.start, False) if words == "their" and role.relation in SHARED else ()


def _own(people: People, possessor: Mention, owner: str) -> bool:
    """Whether "my wife", in "my wife's brother", was taken for the one who says it, or for another man: nobody is their
    own wife."""
    role = role_of(people, possessor) if possessor.owner is not None else None
    if role is None:
        return False
    inner = people.named.inside(possessor.start, possessor.end)
    own = any(n.character == owner and n.start == possessor.start and n.end < possessor.end for n in inner)
    found = people.characters[owner].pronouns
    return own or (role.pronouns is not None and found in ("he", "she") and found != role.pronouns)


def _loose(people: People, mention: Mention, role: Role) -> bool:
    """Whether somebody is only called so ("Come, my son"), or only says so to be polite ("Your obedient servant")."""
    if SERVANT.fullmatch(people.text, mention.start, mention.end):
        return True
    if role.word not in resources.table(TABLE)["loose"]["words"].split():
        return False
    said = mention.quotation is not None and people.text[mention.start : mention.end].lower().startswith("my ")
    return mention.vocative or (said and cut_off(people.text, mention))


def called(people: People, mentions: Sequence[Mention]) -> Iterator[Tie]:
    """Kin called by what they are, without a possessor: the speaker's, or the narrator's, or that of the one whose
    eyes the narration looks through."""
    address = resources.table(TABLE)["address"]["words"].split()
    for mention in mentions:
        word = people.text[mention.head_start : mention.head_end]
        bare = mention.owner is None and mention.end - mention.start == len(word)
        if not bare or not word[:1].isupper() or word.lower() not in address:
            continue
        if FRENCH.match(people.text, mention.start):
            continue
        voice, scene = people.voice(mention.start), people.scene(mention.start)
        owner = voice.speaker if voice else people.narrator or (scene.focal if scene else None)
        other = people.at(mention.start, mention.end)
        if other is None and mention.vocative and voice and len(voice.hearers) == 1:
            other = voice.hearers[0]
        if owner and other:
            doubtful = people.crowded and voice is not None  # who speaks or hears may be another; once tells nothing
            yield tie_of(roles()[word.lower()], owner, other, mention.start, mention.end, CALLED, doubtful)
