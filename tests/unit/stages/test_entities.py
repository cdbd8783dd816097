"""Entities and places: types, clusters, and what each place is called."""

from __future__ import annotations

import pytest

from tests.unit.stages.alone import MISREAD
from tests.unit.stages.made import document_with
from unspoken.layers.antecedents import Antecedents
from unspoken.layers.entities import Entity, EntityForm, EntityType
from unspoken.layers.keys import ANTECEDENTS, CHARACTERS, ENTITIES, IDENTITIES, PLACES
from unspoken.layers.mentions import Identities
from unspoken.sources import document_from_text
from unspoken.stages.called import Phrase
from unspoken.stages.entities import _Clusters
from unspoken.stages.places import find_places

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


def test_a_place_is_called_by_what_names_it_however_often_it_is_pointed_at() -> None:
    text = "She went to her garage there, and it was there."
    at = [text.index("her"), text.index("there"), text.index("it"), text.rindex("there")]
    kinds: list[tuple[int, EntityForm]] = [(10, "NOM"), (5, "NOM"), (2, "PRON"), (5, "NOM")]
    found = tuple(
        Entity(f"e{k}", k, k + size, "FAC", form, "s0", None, 1.0) for k, (size, form) in zip(at, kinds, strict=True)
    )
    (place,) = find_places(document_from_text(text).attach(ENTITIES, found))
    assert place.name == "her garage"
    assert len(place.mentions) == 4


def clusters(sure: float, second: str, kind: EntityType = "PER", form: EntityForm = "NOM") -> list[str]:
    """Of which cluster "the captain" and then another phrase are, which is so sure to mean the same."""
    before: tuple[tuple[tuple[int, float], ...], ...] = ((), ((0, sure),))
    document = document_from_text("Words.").attach(ANTECEDENTS, Antecedents((0, 1), (None, None), before))
    made = _Clusters(document.attach(IDENTITIES, Identities((), {}, (), ())))
    first, *rest = Phrase("PER", "NOM", ("the", "captain"), "captain"), Phrase(kind, form, (*second.split(),), "")
    return [made.of(n, phrase, None) for n, phrase in enumerate((first, *rest))]


@pytest.mark.parametrize(
    ("sure", "second", "same"),
    [(0.45, "the sailor", True), (0.35, "the sailor", False), (0.7, "a sailor", False), (0.8, "a sailor", True)],
)
def test_an_antecedent_must_be_likelier_of_what_is_brought_in(sure: float, second: str, same: bool) -> None:
    first, then = clusters(sure, second)
    assert (first == then) is same


def test_what_is_called_the_same_needs_no_antecedent_and_a_place_takes_none() -> None:
    first, then = clusters(0.0, "the captain")
    assert first == then
    first, then = clusters(0.9, "the cabin", "FAC")
    assert first != then


def member(sure: float, form: EntityForm = "NOM") -> str:
    """Of which cluster the second of two phrases is that the cast links to one member, where it goes back to nobody but
    for such a rest."""
    before: tuple[tuple[tuple[int, float], ...], ...] = ((), ((0, 1.0 - sure),))
    document = document_from_text("Words.").attach(ANTECEDENTS, Antecedents((0, 1), (0, 1), before))
    made = _Clusters(document.attach(IDENTITIES, Identities((), {"r0": "r0"}, ("r0", "r0"), (1.0, 1.0))))
    made.of(0, Phrase("PER", "NOM", ("the", "captain"), "captain"), None)
    return made.of(1, Phrase("PER", form, ("the", "sailor"), "sailor"), None)


def test_a_noun_that_seems_new_is_nobody_met_before() -> None:
    assert member(0.95) == "s1"
    assert member(0.85) == "r0"
    assert member(0.95, "PROP") == "r0"


def test_whoever_is_called_is_the_character_spoken_to() -> None:
    text = "Hester and Amos stood on the quay. “Is the boat ready, sir?” said Hester to Amos.\n\nAmos shook his head."
    document = document_with(text, CHARACTERS, ENTITIES)
    (amos,) = [c.id for c in document[CHARACTERS] if c.name == "Amos"]
    assert {document.text[e.start : e.end]: e.character for e in document[ENTITIES]}["sir"] == amos
