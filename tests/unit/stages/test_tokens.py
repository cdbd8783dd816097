"""Tokens: what is one word, and what is two."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.texts import DEGENERATE, document
from unspoken.stages.tokens import STAGE


def cut(text: str) -> list[str]:
    found = STAGE.run(document(text))
    return [text[a:b] for a, b in zip(found.start.tolist(), found.end.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("didn't", "did n't"),
        ("didn’t", "did n’t"),
        ("DON'T", "DO N'T"),
        ("can't won't", "ca n't wo n't"),
        ("cannot", "cannot"),
        ("he'll she’d", "he 'll she ’d"),
        ("shouldn't've", "should n't 've"),
        ("Pell's boat", "Pell 's boat"),
        ("the boys' house", "the boys ' house"),
        ("d'you see", "d' you see"),
        ("'Tis so. ’Twas so.", "'T is so . ’T was so ."),
        ("o'clock ma’am O'Brien", "o'clock ma’am O'Brien"),
        ("goin' home", "goin' home"),
        ("Let ’em go", "Let ’em go"),
        ("a well-known mother-in-law's", "a well-known mother-in-law 's"),
        ("word--word—word", "word -- word — word"),
        ("Mr. Hale and Mrs. Low", "Mr. Hale and Mrs. Low"),
        ("B.P. and J. R. Low", "B.P. and J. R. Low"),
        ("Tom and I. Then", "Tom and I . Then"),
        ("No. 5 is No. Yes", "No. 5 is No . Yes"),
        ("at 5.30 p.m. on the 3rd", "at 5.30 p.m. on the 3rd"),
        ("1,000 pounds, £20", "1,000 pounds , £ 20"),
        ("Wait... what?!", "Wait ... what ? !"),
        ("« Non… »", "« Non … »"),
        ("_no_", "_ no _"),
        ("@ann_b: see https://example.org/a?q=1.", "@ann_b : see https://example.org/a?q=1 ."),
        ("ann@example.org", "ann@example.org"),
    ],
)
def test_a_text_is_cut_into_tokens(text: str, tokens: str) -> None:
    assert cut(text) == tokens.split()


def test_an_emoji_of_several_code_points_is_one_token() -> None:
    assert cut("👩‍👩‍👧🏽 ❤️🙂") == ["👩‍👩‍👧🏽", "❤️", "🙂"]


def test_a_letter_and_its_accent_stay_together() -> None:
    assert cut("A\u0301da said") == ["A\u0301da", "said"]


@given(st.one_of(st.text(), st.sampled_from(sorted(DEGENERATE.values()))))
def test_tokens_hold_every_character_but_white_space_once_and_in_order(text: str) -> None:
    found = STAGE.run(document(text))
    spans = list(zip(found.start.tolist(), found.end.tolist(), strict=True))
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["_a", "a.b-", "a@a", "#", "http://.", "www."])
def test_the_time_for_one_endless_word_does_not_grow_with_its_square(piece: str) -> None:
    took = []
    for length in (10_000, 80_000):
        began = time.process_time()
        cut(piece * (length // len(piece)))
        took.append(time.process_time() - began)
    assert took[1] < 30 * max(took[0], 0.01)  # eight times as long; a square would be 64
