"""A story shows itself in a notebook."""

import unspoken


def test_a_notebook_shows_the_page_with_every_word_escaped() -> None:
    story = unspoken.read("“You came <br> & went,” said Ada.\n")
    shown = story._repr_html_()
    assert "<iframe" in shown
    assert "<br> & went" not in shown
