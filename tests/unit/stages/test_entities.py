"""Entities and places: types, clusters, and what each place is called."""

from __future__ import annotations

from tests.unit.stages.alone import MISREAD
from tests.unit.stages.made import document_with
from unspoken.layers.keys import CHARACTERS, ENTITIES, PLACES

TEXT = (
    "Hester walked from the harbour to the church. She had lived in London, and the church in London was larger. "
    "“I know,” said Amos, and he drove the cart home.\n\nThe rain went on."
)


def entities() -> dict[str, tuple[str, str]]:
    document = document_with(TEXT, ENTITIES)
    return {document.text[e.start : e.end]: (e.type, e.form) for e in document[ENTITIES]}


@MISREAD
def test_people_places_buildings_and_vehicles_have_their_types() -> None:
    found = entities()
    assert found["Hester"] == ("PER", "PROP")
    assert found["She"] == ("PER", "PRON")
    assert found["London"] == ("GPE", "PROP")
    assert found["the church"] == ("FAC", "NOM")
    assert found["the harbour"] == ("LOC", "NOM")
    assert found["the cart"] == ("VEH", "NOM")


@MISREAD
def test_an_entity_of_a_character_bears_its_id() -> None:
    document = document_with(TEXT, CHARACTERS, ENTITIES)
    ids = {c.name: c.id for c in document[CHARACTERS]}
    owner = {document.text[e.start : e.end]: e.character for e in document[ENTITIES]}
    assert owner["Hester"] == owner["She"] == ids["Hester"]
    assert owner["London"] is None


def test_a_place_named_twice_is_one_place() -> None:
    places = document_with(TEXT, PLACES)[PLACES]
    (london,) = [p for p in places if p.name == "London"]
    assert len(london.mentions) == 2
    assert "cart" not in " ".join(p.name for p in places)
