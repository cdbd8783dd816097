"""A role for a name: "said Mr. Hale ... The curate set down his cup", where nobody else there can be the curate.

Narration of few people calls one by a name and then, for a change, by what he is, with "the" and without a word that
presents him. So whom it calls so is the only one of that sex named in those scenes before, of whom no sentence tells
beside that word, and who does not answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from unspoken import resources
from unspoken.layers.mentions import Member
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.mentions.nominals import nouns

TELLS, SPACE = re.compile(r"\w\s+(\w+)\s+\Z"), 30
LEAST = 2  # times that a role, and a name, must be told
COVERED = 0.7  # the share of these in scenes that have the name too


@dataclass(frozen=True)
class Roles:
    """The evidence, and the paragraphs in which somebody speaks, by mention."""

    e: Evidence
    speaks: Mapping[int, int]

    @cached_property
    def told(self) -> Mapping[str, Sequence[int]]:
        """By member, the mentions of the narration that tell of it by a name, or by a noun if it has none."""
        out: dict[str, list[int]] = {}
        for i in self.e.narrated():
            member = self.e.cast.link[i]
            if member is not None and self.e.mentions[i].form == ("nominal" if member.startswith("r") else "name"):
                out.setdefault(member, []).append(i)
        return out

    def named(self) -> Iterator[tuple[str, str]]:
        """Each role that somebody with a name has, and who that is; none in a long text, where others come and go."""
        if len(self.e.text) >= SHORT:
            return
        own = {r.member for r in self.e.cast.relations}
        people = [m for m in self.e.cast.members if m.id.startswith("n") and m.kind == "person" and m.id in self.told]
        for role in self.e.cast.members:
            if role.id in own or not self._is_role(role):
                continue
            near = [m.id for m in people if m.pronouns == role.pronouns and self._before(role.id, m.id)]
            fits = [who for who in near if self._can_be(role.id, who)]
            if len(fits) == 1 and len(self.told[fits[0]]) >= LEAST:
                yield role.id, fits[0]

    def _is_role(self, role: Member) -> bool:
        told = self.told.get(role.id, ())
        words = {self.e.text[self.e.mentions[i].start :].split(maxsplit=1)[0].lower() for i in told}
        heads = {self.e.text[self.e.mentions[i].head_start : self.e.mentions[i].head_end].lower() for i in told}
        kin = any(head in nouns() and nouns()[head].kin for head in heads)
        person = role.kind == "person" and role.pronouns in ("he", "she")
        return person and len(told) >= LEAST and words == {"the"} and not kin

    def _can_be(self, role: str, who: str) -> bool:
        """Whether narration names somebody in the scenes of a role and never beside it."""
        e, roles, names = self.e, self.told[role], self.told[who]
        here = {e.scene[i] for i in names}
        covered = sum(e.scene[i] in here for i in roles)
        said = {e.sentence[i] for i in names}
        lines = {self.speaks[i] for i in names if self._says(i)}
        replies = any({self.speaks[i] - 1, self.speaks[i] + 1} & lines for i in roles if self._says(i))
        beside = any(e.sentence[i] in said for i in roles)
        return covered >= COVERED * len(roles) and not (beside or replies)

    def _before(self, role: str, who: str) -> bool:
        """Whether somebody is named before a role in the scene that first has it."""
        first = self.told[role][0]
        return any(self.e.scene[i] == self.e.scene[first] for i in self.told[who] if i < first)

    def _says(self, i: int) -> bool:
        """Whether somebody speaks, rather than is told something ("Tilda told the curate")."""
        before = self.e.text[max(0, self.e.mentions[i].start - SPACE) : self.e.mentions[i].start]
        m = TELLS.search(before)
        return i in self.speaks and (m is None or m[1].lower() not in resources.words("speech.toml", "say"))
