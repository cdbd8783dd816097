"""Ties that names tell (Mr and Mrs Vale), and marriages told by their length."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unspoken import resources
from unspoken.layers.characters import Character, CharacterMention
from unspoken.stages.cast.names import same_given
from unspoken.stages.cast.relations import SHORT, crowded
from unspoken.stages.mentions.given import given_names
from unspoken.stages.mentions.names import titles
from unspoken.stages.relationships.people import LONGEST, NAMED, People
from unspoken.stages.relationships.ties.roles import RELATIVE, Role, roles
from unspoken.stages.relationships.ties.tie import OWNED, SURNAME, Tie, tie_of

JOINED = re.compile(r"\b([A-Z][a-z]+) and (?=([A-Z][a-z]+) [A-Z][\w'-]+)")  # "Ann and Ben Vale"
PLAIN = re.compile(r"[.-]")  # left out of names
_MEN = (
    *("mr", "dr", "doctor", "squire", "rev", "reverend", "parson", "deacon", "pastor", "farmer", "judge", "sergeant"),
    *("professor", "sheriff", "mayor", "colonel", "general", "admiral", "alderman", "councillor", "inspector"),
)
HUSBANDS = {"mrs": frozenset(_MEN), "lady": frozenset(("sir", "lord"))}
WIVES = {title: wife for wife, titles_ in HUSBANDS.items() for title in titles_}  # title of a husband -> of his wife
KNIGHTS = HUSBANDS["lady"]  # known by their given names too: "Sir Luke Vale"
HEADS = HUSBANDS.keys() | WIVES.keys()
MOST = 6  # of one surname; more are a clan, or it is no surname
SHARED = 0.7  # how far one surname behind two given names tells of one family
OFTEN = 3  # mentions by a name from which somebody bears it; one slip of the pen or of the reader is not enough


@dataclass(frozen=True)
class Bearer:
    """One who bears a surname: ``given``, given names and initials; ``title``: Mr, Mrs, or another that
    man or wife may bear."""

    who: str
    given: frozenset[str]
    title: str


def surnames(people: People) -> Iterator[Tie]:
    """Mr and Mrs of one name are married; others of one surname are of one family, as far as nothing else is told: in a
    novel, where many bear names, only those who are often named and meet."""
    families: dict[str, list[Bearer]] = defaultdict(list)
    novel = crowded(people.characters.values())
    times = 1 if len(people.text) < SHORT else NAMED
    for character in filter(lambda c: people.has_name(c.id, times), people.characters.values()):
        for surname, bearer in _borne(people, character, novel):
            families[surname].append(bearer)
    for members in families.values():
        if 1 < len(members) <= MOST:
            yield from (t for t in _family(people, members) if not novel or people.share_a_scene(t.owner, t.other))


def _borne(people: People, character: Character, novel: bool) -> Iterator[tuple[str, Bearer]]:
    """The surnames that somebody bears in their main name, or is called by more than once or twice, as in a novel the
    main name must be too."""
    used = Counter(people.text[m.start : m.end] for m in character.mentions if m.form == "name")
    main = [] if novel and used[character.name] < OFTEN else [character.name]
    names = [*main, *(n for n in character.aliases if used[n] >= OFTEN)]
    words = [tuple(PLAIN.sub("", n).lower().split()) for n in names if n.split()[-1][:1].isupper()]
    for surname in sorted({w[-1] for w in words if len(w) > 1 and not _nickname(w)}):
        whole = [w for w in words if w[-1] == surname]
        given = frozenset(x for w in whole for x in w[:-1] if x not in titles())
        heads = {w[0] for w in whole} & HEADS
        yield surname, Bearer(character.id, given, min(heads, default=""))


def _nickname(words: Sequence[str]) -> bool:
    """Whether a name ends with a given name after a word that is none ("Cyclone Jim"): no surname."""
    return words[-1] in given_names() and words[-2] not in given_names().keys() | titles().keys()


def _family(people: People, members: Sequence[Bearer]) -> Iterator[Tie]:
    couple = _couple([m for m in members if m.title in KNIGHTS or (m.title and not m.given)])
    relative = Role("relative", "family", "relative", "relative")
    for i, a in enumerate(members):
        for b in members[i + 1 :]:
            if _may_be_one(people, a, b):
                continue
            role = roles()["spouse"] if couple == {a.who, b.who} else relative
            if role is relative and not (people.has_name(a.who) and people.has_name(b.who)):
                continue
            first = max((_first_named(people.characters[m.who]) for m in (a, b)), key=lambda m: m.start)
            weight = SURNAME * 2 if role.kind == "romance" else SURNAME
            yield tie_of(role, a.who, b.who, first.start, first.end, weight)


def _first_named(character: Character) -> CharacterMention:
    """Where somebody is first told of by name."""
    return next(m for m in character.mentions if m.form == "name")


def _couple(heads: Sequence[Bearer]) -> set[str]:
    """The only two heads of a family, if their titles are those of man and wife."""
    if len(heads) != 2:
        return set()
    first, second = (m.title for m in heads)
    return {m.who for m in heads} if first == WIVES.get(second) or second == WIVES.get(first) else set()


def _may_be_one(people: People, a: Bearer, b: Bearer) -> bool:
    """Whether two may be one person under two names: one has no given name, and nothing tells man from woman."""
    genders = {people.characters[m.who].pronouns for m in (a, b)} & {"he", "she"}
    alike = not a.given or not b.given or any(same_given(x, y) for x in a.given for y in b.given)
    return alike and len(genders) < 2


def marriages(people: People) -> Iterator[Tie]:
    """ "Forty years of marriage", in narration: of the person named last and the one whose eyes we see through."""
    pattern = re.compile(resources.table("relationship_verbs.toml")["marriage"]["pattern"], re.I)
    for match in pattern.finditer(people.text):
        scene = people.scene(match.start())
        if scene is None or people.voice(match.start()) is not None:
            continue
        focal = people.narrator if scene.person == "first" else scene.focal
        other = people.named_last(match.start(), skip=focal)
        if focal and other and people.is_person(focal):
            yield tie_of(roles()["spouse"], focal, other, match.start(), match.end(), OWNED)


def couples(people: People) -> Iterator[Tie]:
    """ "Ann and Ben Vale": two of one surname are of one family, where few people are about; man and wife, or not."""
    for match in JOINED.finditer(people.text) if not people.crowded else ():
        first = people.at(match.start(1), match.end(1))
        ahead = [n for n in people.named.inside(match.end(), match.end() + LONGEST) if n.start == match.end()]
        second = next((n for n in ahead if " " in people.text[n.start : n.end]), None)
        if first is None or second is None:
            continue
        if first != second.character and people.text[match.start(1) : match.end(1)] == people.characters[first].name:
            yield tie_of(RELATIVE, first, second.character, match.start(), second.end, SHARED)
