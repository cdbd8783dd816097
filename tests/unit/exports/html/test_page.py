"""The page: self-contained, harmless, complete."""

from __future__ import annotations

import re

import pytest

import unspoken
from tests.unit.exports.html.reader import Reader
from unspoken.exports.html import page
from unspoken.exports.html.marks import Mark, marked
from unspoken.story import Story

TEXT = (
    "On Sunday Hester put the lamp down. “<script>alert(1)</script> is late,” said Hester & co.\n\n"
    "“I know,” said Amos. He was ashamed of himself.\n\n"
    "Hester thought that he hated her.\n\n"
    "* * *\n\n"
    "Four days later, on Thursday, Amos came back. “I love you, Hester,” said Amos.\n\n"
    "“I thought you hated me,” said Hester to Amos.\n"
)


@pytest.fixture(scope="module")
def story() -> Story:
    return unspoken.read(TEXT)


def read_page(story: Story) -> Reader:
    reader = Reader()
    reader.feed(page(story))
    return reader


def test_what_a_story_says_is_words_and_never_markup(story: Story) -> None:
    made = page(story)
    assert "<script" not in made
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in made


def test_nothing_is_asked_of_any_network(story: Story) -> None:
    assert read_page(story).urls == []
    assert "default-src &#39;none&#39;" in page(story)
    assert not re.search(r"@import|url\(", page(story))


def test_tags_nest_ids_are_unique_and_links_lead_somewhere(story: Story) -> None:
    reader = read_page(story)
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    assert set(reader.links) <= set(reader.ids)


def test_every_word_of_the_text_is_there(story: Story) -> None:
    book = page(story).partition('<div class="book">')[2].partition("</main>")[0]
    plain = re.sub(r"<h4 class=\"scene\".*?</h4>|<p class=\"letter-title\">.*?</p>", "", book)
    words = re.sub(r"<[^>]+>", "", plain).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert "".join(words.split()) == "".join(TEXT.split())


def test_a_misunderstanding_stands_with_belief_and_truth(story: Story) -> None:
    assert story.gaps
    cards = page(story).count('<article class="card gap')
    assert cards == len(story.gaps)


def test_marks_that_cross_are_cut_so_that_tags_nest() -> None:
    made = marked("abcdef", 0, 6, [Mark(0, 4, 0, ' class="a"'), Mark(2, 6, 1, ' class="b"')])
    assert re.sub(r"<[^>]+>", "", made) == "abcdef"
    reader = Reader()
    reader.feed(made)
    assert reader.open == []
