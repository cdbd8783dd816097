"""The story bible: what it tells, and that no words of a story become Markdown."""

from __future__ import annotations

import re
from html import unescape

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.stories.wrong_door import TEXT, bare, story
from unspoken.exports.markdown import bible, export
from unspoken.exports.markdown.escape import escaped
from unspoken.exports.outline import SCREEN, SECTIONS, Limits
from unspoken.exports.outline.guide import printable

HOSTILE = "# *Nell* _x_ [y](http://z) <b>& `c` | ~~d~~ $e$ {#f} :smile: 1. ![g](h) \\ &amp; ^i^"


def rendered(text: str) -> str:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def test_it_reads_like_english_and_shows_the_words() -> None:
    text = bible(story())
    for said in (
        "# The Wrong Door\n\nBy A. Nonymous.",
        "### Nell\n\n- She.\n- Ivo’s partner, June’s friend.\n- Speaks ",
        "- First in scene 1 (the kitchen, Sunday); last in scene 5 (the quay at Bergen, two weeks later).",
        "Family. June is Ivo’s sister. Ivo is June’s brother. At the end they are on bad terms.",
        "- Ivo confesses to Nell. Ivo loves Nell, and it lasts.\n  > I have loved you since the ferry strike (Ivo’s",
        "### Nell believes that Ivo does not love her.",
        "- **Scene 3** (75 words), the stairs, on that Sunday, flashback: Ivo. Seen by Ivo.\n  > On that Sunday",
        "- A letter from Ivo to Nell, in scene 4. Read by Mr Okafor and Nell",
    ):
        assert said in text


def test_every_section_has_a_heading_in_order() -> None:
    assert re.findall(r"(?m)^## (.*)$", bible(story())) == [*SECTIONS.values()]


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_alone(name: str) -> None:
    assert re.findall(r"(?m)^## (.*)$", bible(story(), only=[name])) == [SECTIONS[name]]


def test_where_nothing_was_found_that_is_said() -> None:
    text = bible(bare())
    for said in ("Nobody is named", "No two people", "Nobody was found to be wrong", "No scenes", "There are none."):
        assert said in text


def test_the_file_is_named_after_the_stem_and_is_the_same_each_time() -> None:
    assert export(story(), "door") == export(story(), "door") == {"door.md": bible(story()).encode()}


def test_what_is_left_out_is_counted() -> None:
    assert "… and 3 more people." in bible(story(), limits=Limits(people=1))
    assert "more" not in bible(story(), limits=SCREEN)


def test_who_hardly_matters_is_only_listed() -> None:
    whole = story()
    porter = msgspec.structs.replace(whole.characters[3], id="porter", name="the porter", aliases=())
    text = bible(msgspec.structs.replace(whole, characters=(*whole.characters, porter)))
    assert "### Others\n\n- the porter (3 mentions, first in scene 4)" in text
    assert "### the porter" not in text


def test_marks_in_a_story_stay_what_they_are() -> None:
    whole = story()
    nell = msgspec.structs.replace(whole.characters[0], name=HOSTILE, aliases=(HOSTILE, f"{HOSTILE}2"))
    odd = msgspec.structs.replace(
        whole,
        text=TEXT.replace("“You could say something,”", "“<i>*could*</i> [x](y) # ok,”"),
        characters=(nell, *whole.characters[1:]),
        source=msgspec.structs.replace(whole.source, title=HOSTILE, author=HOSTILE, warnings=(HOSTILE,)),
    )
    html = rendered(bible(odd))
    assert set(re.findall(r"<(\w+)", html)) <= {"h1", "h2", "h3", "h4", "p", "ul", "li", "blockquote", "strong"}
    assert plain(html).count(printable(HOSTILE)) > 8


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.text("#*_-+=1.)>`~<&|[](!:\\ $^{}", max_size=12)
)
def test_any_words_at_all_come_out_as_they_went_in(words: str) -> None:
    words = f"{words}."
    for block in (f"- {escaped(words)}", f"### {escaped(words)}", f"- said\n  > {escaped(words)}"):
        html = rendered(block)
        assert plain(html).removeprefix("said ") == " ".join(printable(words).split())
        assert set(re.findall(r"<(\w+)", html)) <= {"h3", "p", "ul", "li", "blockquote"}


@given(st.text("#*_-+=1.)>`~<&|[](!:\\ $^{}a", max_size=12))
def test_words_that_end_a_line_are_no_marks_either(words: str) -> None:
    assert plain(rendered(f"- x\n  > {escaped(words)}\n")) == " ".join(f"x {printable(words)}".split())
