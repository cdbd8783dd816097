"""All that the words say two people are to each other."""

from __future__ import annotations

from collections.abc import Sequence

from unspoken.layers.clauses import Clause
from unspoken.layers.mentions import Mention
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.appositions import described
from unspoken.stages.relationships.ties.bonds import both, bound, stated
from unspoken.stages.relationships.ties.genitives import genitives
from unspoken.stages.relationships.ties.idioms import ties_told
from unspoken.stages.relationships.ties.kinfolk import of_one_parent, ours, titled_kin
from unspoken.stages.relationships.ties.letters import letters
from unspoken.stages.relationships.ties.names import couples, marriages, surnames
from unspoken.stages.relationships.ties.possessives import called, owned
from unspoken.stages.relationships.ties.tie import Tie
from unspoken.stages.relationships.ties.workplaces import colleagues


def ties(people: People, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> list[Tie]:
    """All ties that the words tell, in text order."""
    found = [*owned(people, mentions), *called(people, mentions), *surnames(people), *marriages(people)]
    found += [*stated(people, mentions, clauses), *bound(people, clauses), *both(people, clauses)]
    found += [*described(people, mentions, clauses), *ties_told(people, clauses), *letters(people)]
    found += [*genitives(people, clauses), *couples(people), *titled_kin(people)]
    found += [*of_one_parent(people), *ours(people)]
    found += colleagues(people, clauses, found)
    return sorted((t for t in found if t.possible(people)), key=lambda t: (t.start, t.end, t.owner, t.other))
