"""Characters: the public records of those who count, most mentioned first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from unspoken.document import Document
from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.keys import CHARACTERS, IDENTITIES, MENTIONS
from unspoken.layers.mentions import Identities, Member, Mention
from unspoken.models.calibration import calibrated
from unspoken.pipeline import Stage
from unspoken.stages.cast.names import name_type

ALIASES = 12


def make_characters(document: Document) -> tuple[Character, ...]:
    """One record a being, with all its mentions in text order."""
    identities, mentions = document[IDENTITIES], document[MENTIONS]
    own: dict[str, list[int]] = {m.id: [] for m in identities.members}
    for i, member in enumerate(identities.link):
        if member is not None:
            own[member].append(i)
    order = ranked(identities)
    records = (
        _record(document.text, order[m.id], m, own[m.id], mentions, identities) for m in identities.members if own[m.id]
    )
    return tuple(sorted(records, key=lambda c: int(c.id[1:])))


STAGE = Stage("characters", "3", (IDENTITIES, MENTIONS), CHARACTERS, make_characters)


def ranked(identities: Identities) -> dict[str, str]:
    """Member id -> character id (c0, c1, ...), the most mentioned first, then by order of the cast."""
    count = Counter(m for m in identities.link if m is not None)
    members = sorted((m.id for m in identities.members if count[m.id]), key=lambda m: -count[m])
    return {member: f"c{n}" for n, member in enumerate(members)}


def _record(
    text: str, identity: str, member: Member, own: list[int], mentions: tuple[Mention, ...], identities: Identities
) -> Character:
    spans = [mentions[i] for i in own]
    written = _stopped(Counter(" ".join(text[m.start : m.end].split()) for m in spans if m.form == "name"))
    roles = Counter(" ".join(text[m.start : m.end].split()) for m in spans if m.form == "nominal")
    told = {
        " ".join(text[m.start : m.end].split()) for m in spans if m.form == "name" and not (m.quotation or m.letter)
    }
    persons = [m.person for m in spans if m.form == "pronoun" and not (m.quotation or m.letter)]
    name = _name(written, told, member, roles, "you" if persons[:1] == [2] else "the narrator")
    others = [n for n, _ in written.most_common() if n != name] + [n for n, _ in roles.most_common() if n != name]
    found = tuple(
        CharacterMention(m.start, m.end, m.form, round(calibrated("link", identities.confidence[i]), 3))
        for i, m in zip(own, spans, strict=True)
    )
    return Character(
        identity, name, tuple(others[:ALIASES]), member.kind, member.pronouns, member.narrator, found,
        min(m.start for m in spans), max(m.end for m in spans),
    )  # fmt: skip


def _stopped(written: Counter[str]) -> Counter[str]:
    """Names without the full stop of their sentence, where they are written without it too ("Col." for Col)."""
    return Counter(name for n in written.elements() for name in [n[:-1] if n[-1:] == "." and n[:-1] in written else n])


def _in_full(words: tuple[str, ...]) -> bool:
    """A given name and a surname, neither an initial."""
    return len(words) > 1 and len(words[0]) > 1 and len(words[-1]) > 1


def _borrowed(name: str, written: Counter[str]) -> bool:
    """Whether others, which share no word with a name, are far more frequent: it is one that somebody goes by once."""
    words = set(name_type(name).words)
    alike = sum(count for other, count in written.items() if not words.isdisjoint(name_type(other).words))
    return alike * 3 < sum(written.values()) - alike


def _name(
    written: Counter[str], told: Collection[str], member: Member, roles: Counter[str], teller: str = "the narrator"
) -> str:
    """The fullest form of the name that is used more than once, else the most frequent one, rather one that the
    narration uses, and with the surname where an office is used for a name ("Judge Hale")."""
    if not written:
        return next(iter(member.names), None) or (teller if member.narrator else max(roles, key=lambda r: roles[r]))
    often = max(written.values())
    full = [
        n for n, c in written.items() if _in_full(name_type(n).words) and c * 25 >= often and not _borrowed(n, written)
    ]
    best = max(full or written, key=lambda n: (written[n], n in told, n))
    return max((n for n in written if best.lower() in name_type(n).titles), key=lambda n: (written[n], n), default=best)
