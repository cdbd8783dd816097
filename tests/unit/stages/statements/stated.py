"""What the words of a few lines state, in short."""

from __future__ import annotations

from tests.unit.stages.made import document_with
from unspoken.layers.keys import CHARACTERS, STATEMENTS

ROOM = "Hester sat by the stove. Amos came in and stood by the door.\n\n"
GUESTS = (
    *("Bram", "Clara", "Dirk", "Edith", "Felix", "Greta", "Hugo", "Irene", "Jasper", "Katrin", "Ludwig"),
    *("Mabel", "Niels", "Olive", "Percy", "Quentin", "Rhoda", "Silas", "Tilda", "Ursula", "Victor", "Wanda"),
)
CROWD = " ".join(f"{guest} sat down." for guest in GUESTS) + "\n\n"


def stated(text: str, before: str = "") -> set[str]:
    """Statements as "kind holder sign predicate subject object > whom it is told"; the last part where there is one.

    Args:
        text: of a story of two or three.
        before: what it begins with; with `CROWD` it is told as in a novel.
    """
    document = document_with(before + ROOM + text, CHARACTERS, STATEMENTS)
    name = {c.id: c.name for c in document[CHARACTERS]}
    out = set()
    for s in document[STATEMENTS]:
        p = s.claim.proposition
        about = f"{p.predicate} {name.get(p.subject or '', '')} {name.get(p.object or '', '')}".rstrip()
        told = "".join(f" > {name[who]}" for who in s.to)
        out.add(f"{s.kind} {name[s.holder]} {'+' if s.claim.affirmed else '-'} {about}{told}")
    return out
