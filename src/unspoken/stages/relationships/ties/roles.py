"""The words for what people are to each other, from the resource, by noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.characters import Character, Pronouns
from unspoken.layers.relationships import RelationshipKind, Status

TABLE = "relationship_roles.toml"
GENDERED: tuple[Pronouns | None, ...] = ("he", "she", None)


@dataclass(frozen=True)
class Role:
    """What "her aunt" says of the aunt: ``relation`` is the kin relation or the word itself, ``inverse`` how it reads
    from the other side; ``status`` is of a romance ("my ex")."""

    word: str
    kind: RelationshipKind
    relation: str
    inverse: str
    status: Status | None = None
    named: bool = False  # it is said only of somebody with a name
    pronouns: Pronouns | None = None  # of whoever the word is for: a mother is "she"


RELATIVE = Role("relative", "family", "relative", "relative")  # of one family, and it is not told how


@cache
def roles() -> dict[str, Role]:
    """All role nouns in lower case."""
    return {role.word: role for role in (*_other_roles(), *_kin_roles())}


@cache
def kin_inverses() -> dict[str, str]:
    """Each kin relation with its inverse."""
    return dict(resources.table(TABLE)["inverse"])


@cache
def compositions() -> dict[tuple[str, str], str]:
    """(sibling, parent) -> parent: my sibling's parent is my parent."""
    table = resources.table(TABLE)["compose"]
    return {(first, second): result for first, row in table.items() for second, result in row.items()}


@cache
def unreal() -> frozenset[str]:
    """Verbs under which a clause is not told as so: what is wished, feared, said or thought."""
    return resources.words("relationship_verbs.toml", "unreal")


def role_words(relation: str, person: Character | None) -> str | None:
    """The word for one in a relation, by gender: a ``nibling`` who is "he" is a nephew."""
    forms = resources.table(TABLE)["kin"].get(relation)
    if forms is None:
        return relation or None
    male, female, either = (next(iter(form.split()), "") for form in forms)
    known = {"he": male, "she": female}.get(person.pronouns or "" if person else "")
    return known or either or None


def _kin_roles() -> Iterator[Role]:
    inverses = kin_inverses()
    for relation, forms in resources.table(TABLE)["kin"].items():
        spouse = relation == "spouse"
        kind: RelationshipKind = "romance" if spouse else "family"
        for form, pronouns in zip(forms, GENDERED, strict=True):
            for word in form.split():
                yield Role(word, kind, relation, inverses[relation], "married" if spouse else None, False, pronouns)


def _other_roles() -> Iterator[Role]:
    for tie in resources.table(TABLE)["tie"]:
        for word in tie["words"].split():
            inverse = word if tie["inverse"] == "same" else tie["inverse"]
            yield Role(word, tie["kind"], word, inverse, tie.get("status"), tie.get("named", False))
