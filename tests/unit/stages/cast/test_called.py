"""Titles with surnames that are only ever called, in a text that names its people by their given names."""

from __future__ import annotations

from tests.unit.stages.made import document_with, people, words_for
from unspoken.layers.keys import CAST

CALLED = (
    "Lorna set the basket down by the stove and took off her gloves.\n\n“Cold again, Mrs Vickery,” said "
    "Piet, the boy from the forge.\n\n“It is that,” said Lorna.\n\n*\n\nIt was Sunday, and Hesper had the kettle on. "
    "Lorna would be late.\n\n“Shall I fetch the coal, Mrs Tarn?” said Piet.\n\n“If you would,” said Hesper."
)
OTHER = CALLED.replace("said Lorna.", "said Lorna.\n\n“Is it snowing?” asked the landlady.")


def test_who_alone_is_about_is_called_so_and_who_has_a_surname_is_not_called_by_another() -> None:
    found = people(CALLED)
    assert "Mrs Vickery" in words_for(CALLED, found["Lorna"])
    assert "Mrs Tarn" in words_for(CALLED, found["Hesper"])


def test_where_a_woman_without_a_name_is_about_the_narration_does_not_tell_who_is_called_so() -> None:
    assert ("Lorna", "Mrs Vickery") in {m.names for m in document_with(CALLED, CAST)[CAST].members}
    assert ("Lorna",) in {m.names for m in document_with(OTHER, CAST)[CAST].members}
