"""A document never changes, and gives only the layers that it holds."""

import dataclasses

import pytest

from unspoken.document import Document
from unspoken.errors import MissingLayer
from unspoken.layers.keys import CHAPTERS, PARAGRAPHS
from unspoken.layers.source import Source
from unspoken.layers.spans import Span

BARE = Document("Rain.", Source("rain.txt", "text", "0" * 64))
PARAGRAPH = (Span(0, 5),)


def test_attaching_a_layer_leaves_the_old_document_as_it_was() -> None:
    attached = BARE.attach(PARAGRAPHS, PARAGRAPH)
    assert attached[PARAGRAPHS] == PARAGRAPH
    assert PARAGRAPHS in attached
    assert PARAGRAPHS not in BARE


def test_attaching_again_replaces() -> None:
    assert BARE.attach(PARAGRAPHS, PARAGRAPH).attach(PARAGRAPHS, ())[PARAGRAPHS] == ()


def test_a_missing_layer_is_named_together_with_those_that_are_there() -> None:
    with pytest.raises(MissingLayer, match=r"'chapters' is not there \(there are: paragraphs\)"):
        BARE.attach(PARAGRAPHS, PARAGRAPH)[CHAPTERS]


def test_only_hides_every_other_layer() -> None:
    both = BARE.attach(PARAGRAPHS, PARAGRAPH).attach(CHAPTERS, ())
    assert CHAPTERS not in both.only([PARAGRAPHS])
    assert CHAPTERS in both


def test_neither_the_text_nor_the_layers_can_be_changed_in_place() -> None:
    attached = BARE.attach(PARAGRAPHS, PARAGRAPH)
    with pytest.raises(dataclasses.FrozenInstanceError):
        attached.text = "Sun."  # type: ignore[misc]
    with pytest.raises(TypeError):
        attached.layers["chapters"] = ()  # type: ignore[index]
