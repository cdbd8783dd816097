"""How sure it is who feels."""

from __future__ import annotations

from msgspec import structs

from tests.unit.stages.feelings.told import told
from unspoken.document import Document
from unspoken.layers.keys import CHARACTERS, QUOTES
from unspoken.stages.feelings import find_feelings


def _with(document: Document, *sure: float) -> Document:
    """The mentions of the first character as sure as told."""
    first, *others = document[CHARACTERS]
    mentions = tuple(structs.replace(m, confidence=s) for m, s in zip(first.mentions, sure, strict=True))
    return document.attach(CHARACTERS, (structs.replace(first, mentions=mentions), *others))


def test_a_feeling_is_no_surer_than_who_is_meant() -> None:
    document = told("{ann:Ann} came in. {ann:She} was angry/ADJ.")
    (sure,), (unsure,) = find_feelings(_with(document, 1.0, 1.0)), find_feelings(_with(document, 1.0, 0.75))
    assert unsure.confidence == round(sure.confidence * 0.75, 3)


def test_of_whom_it_is_not_sure_that_they_are_meant_nothing_is_claimed() -> None:
    document = told("{ann:Ann} came in. {ann:She} was angry/ADJ.")
    assert [f.experiencer for f in find_feelings(_with(document, 1.0, 0.5))] == [None]


def test_what_is_said_of_ones_own_heart_is_no_surer_than_who_speaks() -> None:
    document = told("<ann>ben:“{ann:I} am angry/ADJ.”>")
    doubtful = tuple(structs.replace(q, confidence=0.75) for q in document[QUOTES])
    (sure,), (unsure,) = find_feelings(document), find_feelings(document.attach(QUOTES, doubtful))
    assert unsure.confidence == round(sure.confidence * 0.75, 3)


def test_where_many_people_are_about_a_feeling_has_to_be_surer() -> None:
    document = _with(told("{ann:Ann} came in. {ann:She} was angry/ADJ."), 1.0, 0.65)
    (ann,) = document[CHARACTERS]
    named = structs.replace(ann.mentions[0], form="name")
    crowd = tuple(structs.replace(ann, id=f"c{n}", mentions=(named,)) for n in range(21))
    assert [f.experiencer for f in find_feelings(document)] == ["ann"]
    assert not find_feelings(document.attach(CHARACTERS, (ann, *crowd)))
