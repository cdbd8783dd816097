"""Marks that nest, cross and touch become tags that nest."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from unspoken.exports.html.marks import Mark, clean, marked

SPANS = st.tuples(st.integers(-3, 24), st.integers(-3, 24)).map(sorted)


def words_of(made: str) -> str:
    return re.sub(r"<[^>]+>", "", made).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@given(st.text("ab <>&", min_size=20, max_size=20), st.lists(SPANS, max_size=8))
def test_no_word_is_lost_and_tags_nest(text: str, spans: list[list[int]]) -> None:
    marks = [Mark(a, b, i, f' class="m{i}"', f"m{i}") for i, (a, b) in enumerate(spans)]
    made = marked(text, 2, 18, marks)
    assert words_of(made) == text[2:18]
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)(m\d)", made):
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert opened == []


@given(st.text("abcdef", min_size=20, max_size=20), SPANS)
def test_just_the_words_of_a_mark_are_in_it(text: str, span: list[int]) -> None:
    made = marked(text, 0, 20, [Mark(span[0], span[1], 0, "", "mark"), Mark(5, 11, 1, "", "b")])
    inside = "".join(re.findall(r"<mark>(.*?)</mark>", made))
    assert words_of(inside) == text[max(span[0], 0) : max(span[1], 0)]


def test_an_id_stands_on_the_first_piece_alone() -> None:
    made = marked("abcdef", 0, 6, [Mark(0, 4, 0, "", "i"), Mark(2, 6, 1, "", "b", "w")])
    assert made.count('id="w"') == 1
    assert marked("abcdef", 3, 6, [Mark(2, 6, 1, "", "b", "w")]).count("id=") == 0


def test_code_points_that_html_forbids_are_left_out() -> None:
    assert clean("a\x00b\ud800c\x0bd\n<") == "abcd\n&lt;"
