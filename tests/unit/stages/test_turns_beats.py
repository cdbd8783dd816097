"""What the narration beside a quotation tells of its speaker."""

from __future__ import annotations

from msgspec.structs import replace

from tests.unit.stages.made import document_with
from unspoken.layers.keys import CAST, QUOTATIONS, SCENE_SPANS, TURNS
from unspoken.stages import turns
from unspoken.stages.mentions.words import words_of
from unspoken.stages.turns.evidence import Scenery

SCENE = "Hester and Amos sat by the stove. Hester was sewing. Amos looked at the fire.\n\n"
TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


def speakers(text: str, mistaken: dict[str, str] | None = None) -> list[str | None]:
    """Who speaks, by name; ``mistaken``: pronouns of the narration that are taken for somebody."""
    document = document_with(text, TURNS)
    cast = document[CAST]
    member = {name: m.id for m in cast.members for name in m.names}
    name = {m.id: m.names[0] for m in cast.members if m.names}
    if mistaken:
        said = [document.text[m.start : m.end] if not m.quotation else "" for m in document[turns.MENTIONS]]
        link = [member[mistaken[w]] if w in mistaken else who for w, who in zip(said, cast.link, strict=True)]
        cast = replace(cast, link=tuple(link))
    made = turns.STAGE.run(document.attach(CAST, cast))
    assert len(made) == len(document[QUOTATIONS])
    return [name.get(q.speaker or "") for q in made]


def test_who_acts_as_she_may_be_another_woman_than_the_one_she_was_taken_for() -> None:
    told = (
        "Hester and Jane came into the wash-house, where Amos was. Jane sat down. Hester closed the door.\n\n"
        "“It will not do,” said Hester.\n\n“You knew it, then?”\n\n"
        f"“These nine years.” She took the brush from him.\n\n“I am sorry,” said Amos.{TAIL}"
    )
    assert speakers(told, {"She": "Jane"})[2] == "Hester"


def test_who_has_no_name_in_a_scene_that_names_others_is_only_spoken_of() -> None:
    told = (
        "Jane came every evening. Jane sat by the bed, and Jane held his hand. Jane sang. On Friday Jane went home."
        "\n\n* * *\n\nHester came into the wash-house, where Amos was, and closed the door.\n\n“Where is it?”\n\n"
        "“What?” said Amos.\n\n“The letter.” She took the brush from him.\n\n“You knew,” said Amos.\n\n"
        f"“Nine years.”{TAIL}"
    )
    assert speakers(told, {"She": "Jane"}) == ["Hester", "Amos", "Hester", "Amos", "Hester"]


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
