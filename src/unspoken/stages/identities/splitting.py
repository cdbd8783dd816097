"""Splits: names that a correction keeps apart, where all that was read still makes them one person's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import msgspec

from unspoken.corrections import folded
from unspoken.layers.corrections import Anchors
from unspoken.layers.mentions import Member, Mention
from unspoken.stages.cast.wishes import Called

Links = list[str | None]


def split(
    text: str, mentions: Sequence[Mention], members: Sequence[Member], link: Sequence[str | None], anchors: Anchors
) -> tuple[tuple[Member, ...], Links]:
    """Give a name that is to be somebody else's a member of its own; the first name of a group keeps the member.

    Pronouns stay where they are: which of the two they mean, the correction does not say.

    Returns:
        The members, new ones last, and the link of each mention.
    """
    found, links = {m.id: m for m in members}, list(link)
    for group in anchors.apart:
        for first, name in combinations(group, 2):
            called = Called(text, mentions, ((m.id, m.names) for m in found.values()), links)
            owner = called(first)
            if owner is None or owner != called(name) or owner not in found:
                continue
            moved = [i for i, m in enumerate(mentions) if links[i] == owner and _is(text, m, name)]
            if moved:
                parted = _parted(found, owner, name, text[mentions[moved[0]].start : mentions[moved[0]].end])
                for i in moved:
                    links[i] = parted
    return tuple(found.values()), links


def _is(text: str, mention: Mention, name: str) -> bool:
    return mention.form != "pronoun" and folded(text[mention.start : mention.end]) == folded(name)


def _parted(found: dict[str, Member], owner: str, name: str, written: str) -> str:
    """Take a name from its owner, and make a member of it; the new member's id."""
    left = found[owner]
    names = tuple(n for n in left.names if folded(n) != folded(name))
    found[owner] = msgspec.structs.replace(left, names=names)
    id = f"{owner}-{len(found)}"
    found[id] = Member(id, (" ".join(written.split()),), left.kind, None, False)
    return id
