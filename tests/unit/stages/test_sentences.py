"""Sentences: where one ends, and where it only seems to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.texts import DEGENERATE, FRAGMENTS, document
from unspoken.document import Document
from unspoken.layers.keys import SENTENCES, TOKENS
from unspoken.pipeline import run
from unspoken.stages import quotations, sentences, tokens


def read(text: str) -> Document:
    return run(document(text), [tokens.STAGE, quotations.STAGE, sentences.STAGE])[0]


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in read(text)[SENTENCES]]


@pytest.mark.parametrize(
    "parts",
    [
        ["He left.", "She stayed."],
        ["“Where?” she said."],
        ["“Where?” Anne asked.", "He told her."],
        ["“Where?” I said."],
        ["“Where?” Mr. Hale asked."],
        ["“No!”", "He left."],
        ["“Yes.”", "Anne nodded."],
        ["“I know.", "Go home,” he said."],
        ["“I know,” he said.", "“I saw.”"],
        ["“I know,” he said, “that you saw.”"],
        ["He stopped.", "“Go on.”"],
        ["He said: “No.", "Never.”"],
        ["“But—”", "He stopped."],
        ["'Where?' asked Tom.", "'In the boys' house.'"],
        ["Mr. and Mrs. Hale came at 5 p.m. to tea."],
        ["They came at 5 p.m.", "They left at six."],
        ["J. R. Low was there."],
        ["She went with Tom and I.", "Then it rained."],
        ["“I… I don’t know.”"],
        ["He waited…", "Nobody came."],
        ["Oh! how she wept."],
        ["(He was late.)", "She was not."],
        ["_Does he know?_ she thought.", "_He does._"],
    ],
)
def test_a_paragraph_is_cut_into_sentences(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_no_sentence_runs_over_paragraphs() -> None:
    assert cut("He went on and\n\non and on") == ["He went on and", "on and on"]


@given(st.lists(st.sampled_from([*FRAGMENTS, *DEGENERATE.values()]), max_size=4).map("\n\n".join))
def test_sentences_hold_all_tokens_and_do_not_overlap(text: str) -> None:
    found = read(text)
    assert all(left.end <= right.start for left, right in pairwise(found[SENTENCES]))
    inside = [i for s in found[SENTENCES] for i in found[TOKENS].within(s.start, s.end)]
    assert inside == list(range(len(found[TOKENS])))
