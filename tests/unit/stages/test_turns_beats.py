"""What the narration beside a quotation tells of its speaker."""

from __future__ import annotations

from tests.unit.stages.made import document_with
from unspoken.layers.keys import CAST, SCENE_SPANS, TURNS
from unspoken.stages.mentions.words import words_of
from unspoken.stages.turns.evidence import Scenery

SCENE = "Hester and Amos sat by the stove. Hester was sewing. Amos looked at the fire.\n\n"
TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


def speakers(text: str) -> list[str | None]:
    """Who speaks, by name."""
    document = document_with(text, TURNS, CAST)
    name = {m.id: m.names[0] for m in document[CAST].members if m.names}
    return [name.get(q.speaker or "") for q in document[TURNS]]


def test_it_was_who_did_something_tells_of_a_deed_of_theirs() -> None:
    told = f"Hester sat by the stove. It was Amos who brought the letter, at a run.\n\n“Here it is.”{TAIL}"
    document = document_with(told, CAST, SCENE_SPANS)
    scenery = Scenery(document, words_of(document))
    (amos,) = (m.id for m in document[CAST].members if "Amos" in m.names)
    assert scenery.acts(1, len(told))[amos] == 1


def test_who_acts_by_name_beside_what_is_said_is_there_though_spoken_of() -> None:
    told = (
        "Hester and Jane were at the mutton when Amos walked in. Amos had come from the shop. Hester looked up.\n\n"
        "“Which of you is Ralph?” said Amos.\n\n“I am.” Ralph stood up. “I expected you, Amos. It does you credit.”\n\n"
        f"“Do you deny it?”\n\n“Amos,” said Hester, “not before Jane.”{TAIL}"
    )
    assert speakers(told)[1] == "Ralph"
