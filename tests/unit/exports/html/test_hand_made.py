"""The page of a story in which everything is known."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import time

import msgspec
import pytest

from tests.stories.wrong_door import TEXT, bare, story
from tests.unit.exports.html.reader import Reader
from unspoken.exports.html import NOTEBOOK_WORDS, page
from unspoken.exports.outline import outline
from unspoken.story import Story


@pytest.fixture(scope="module")
def made() -> str:
    return page(story())


def test_quotations_have_their_speakers_colour_and_name(made: str) -> None:
    assert re.search(r'<p class="by p0" data-by="Nell"><span class="q p0"[^>]*>“You could say something,”</span>', made)
    assert 'title="Nell speaks to Ivo"' in made


def test_every_claim_on_the_page_is_linked_to_its_words(made: str) -> None:
    links = set(re.findall(r'href="#(w\d+-\d+)"', made))
    assert len(links) > 10
    for link in links:
        assert len(re.findall(rf'<(?:a|span) id="{link}"', made)) == 1
    for gap in outline(story()).misunderstandings.items:
        assert html.escape(gap.truth.words) in made


def test_a_letter_stands_apart_and_a_scene_says_when_it_is(made: str) -> None:
    assert made.count('<div class="letter"') == 2
    assert 'aria-label="A letter from Ivo to Nell"' in made
    assert "<b>Scene 3</b> the stairs, on that Sunday, flashback" in made


def test_feelings_say_whose_they_are(made: str) -> None:
    assert 'data-tip="June is angry with Ivo."' in made


def test_courses_and_intervals_are_drawn_and_named(made: str) -> None:
    assert made.count('<svg class="course"') == 1  # one of three relationships has a course, the others a single moment
    assert made.count('class="strip"') == 2 * len(story().gaps) + len(story().characters)
    assert made.count("<svg") == len(re.findall(r'<svg[^>]*(?:role="img" aria-label="[^"]+"|aria-hidden="true")', made))


def test_the_policy_allows_this_style_sheet_and_no_script(made: str) -> None:
    style = made.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = html.unescape(made.partition('Content-Security-Policy" content="')[2].partition('"')[0])
    assert f"'sha256-{digest}'" in policy
    assert "script-src" not in policy
    assert "<script" not in made
    assert " style=" not in made


@pytest.mark.parametrize("evil", ["<script>x</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "</style><b>"])
def test_names_titles_and_values_are_words(evil: str) -> None:
    whole = story()
    odd = msgspec.structs.replace(
        whole,
        source=msgspec.structs.replace(whole.source, title=evil, author=evil, language=evil, warnings=(evil,)),
        characters=tuple(msgspec.structs.replace(c, name=evil, aliases=(evil,)) for c in whole.characters),
        places=tuple(msgspec.structs.replace(p, name=evil) for p in whole.places),
        gaps=tuple(msgspec.structs.replace(g, id=evil) for g in whole.gaps),
    )
    made = page(odd)
    assert evil not in made or evil == "{{ 7*7 }}"
    reader = Reader()
    reader.feed(made)
    assert reader.open == []
    assert "img" not in reader.tags
    assert "script" not in reader.tags


def test_sections_alone() -> None:
    assert 'id="cast"' not in page(story(), only=["text"])
    assert '<div class="book">' not in page(story(), only=["cast"])
    assert "#w" not in page(story(), only=["misunderstandings"]).partition("<main>")[2]


def test_an_empty_story_has_a_page() -> None:
    for text in ("", "Rain fell.", "\n\n"):
        reader = Reader()
        reader.feed(page(bare(text)))
        assert reader.open == []


def test_a_notebook_shows_it_in_a_frame_that_can_do_nothing() -> None:
    frame = story()._repr_html_()
    assert frame.startswith('<iframe sandbox=""')
    inner = html.unescape(frame.partition('srcdoc="')[2].partition('"')[0])
    assert inner == page(story())


def test_a_notebook_leaves_the_text_of_a_long_work_out() -> None:
    source = msgspec.structs.replace(story().source, words=NOTEBOOK_WORDS + 1)
    assert "book" not in msgspec.structs.replace(story(), source=source)._repr_html_().partition("&lt;main")[2]


def long(times: int) -> Story:
    """The story's text and quotations over and over."""
    from unspoken.layers.spans import Span

    whole, length = story(), len(TEXT)

    def moved(span: Span, by: int) -> Span:
        return Span(span.start + by, span.end + by)

    shifts = range(0, times * length, length)
    return msgspec.structs.replace(
        whole,
        text=TEXT * times,
        paragraphs=tuple(moved(p, by) for by in shifts for p in whole.paragraphs),
        quotes=tuple(
            msgspec.structs.replace(q, start=q.start + by, end=q.end + by, parts=tuple(moved(p, by) for p in q.parts))
            for by in shifts
            for q in whole.quotes
        ),
    )


def test_a_novel_of_200_000_words_has_its_page_in_seconds() -> None:
    began = time.perf_counter()
    made = page(long(340))
    assert time.perf_counter() - began < 10
    assert made.count('<section class="chapter">') > 50
