"""Syntax: parts of speech, lemmas and dependencies of plain sentences, and what holds for any."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.texts import DEGENERATE, FRAGMENTS, document
from tests.unit.stages.alone import MISREAD
from unspoken.layers.keys import QUOTATIONS, SENTENCES, SYNTAX, TOKENS
from unspoken.layers.tokens import Syntax
from unspoken.models.labels import POS
from unspoken.pipeline import run
from unspoken.stages import quotations, sentences, signals, syntax, tokens
from unspoken.stages.syntax.lemmas import lemma
from unspoken.stages.syntax.stretches import stretches

STAGES = [tokens.STAGE, quotations.STAGE, sentences.STAGE, signals.STAGE, syntax.STAGE]


def read(text: str) -> Syntax:
    return run(document(text), STAGES)[0][SYNTAX]


def tags(text: str) -> str:
    return " ".join(read(text).pos or ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She whispered his name and wept.", "PRON VERB PRON NOUN CCONJ VERB PUNCT"),
        ("“Go home, Anne!”", "PUNCT VERB ADV PUNCT PROPN PUNCT PUNCT"),
        ("Did you quarrel?", "AUX PRON VERB PUNCT"),
        ("If you like her, marry her.", "SCONJ PRON VERB PRON PUNCT VERB PRON PUNCT"),
        ("He couldn’t speak.", "PRON AUX PART VERB PUNCT"),
        pytest.param("The news made her cry.", "DET NOUN VERB PRON VERB PUNCT", marks=MISREAD),
        pytest.param("You have no right to object.", "PRON VERB DET NOUN PART VERB PUNCT", marks=MISREAD),
    ],
)
def test_words_get_their_part_of_speech(text: str, expected: str) -> None:
    assert tags(text) == expected


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("cursed", "VERB", "curse"),
        ("inquired", "VERB", "inquire"),
        ("hoped", "VERB", "hope"),
        ("hopped", "VERB", "hop"),
        ("visited", "VERB", "visit"),
        ("kissed", "VERB", "kiss"),
        ("travelled", "VERB", "travel"),
        ("dying", "VERB", "die"),
        ("wept", "VERB", "weep"),
        ("’m", "AUX", "be"),
        ("n’t", "PART", "not"),
        ("ladies", "NOUN", "lady"),
        ("wives", "NOUN", "wife"),
        ("children", "NOUN", "child"),
        ("kisses", "NOUN", "kiss"),
        ("Rafi", "PROPN", "rafi"),
    ],
)
def test_words_get_their_base_form(word: str, tag: str, base: str) -> None:
    assert lemma(word, tag) == base


@MISREAD
def test_a_verb_governs_its_subject_and_object() -> None:
    found = read("Anne loved her brother.")
    assert found.head == (1, -1, 3, 1, 3)
    assert found.deprel == ("nsubj", "root", "nmod:poss", "obj", "punct")


def test_speech_and_narration_have_roots_of_their_own() -> None:
    found = read("“I know you,” he said.")
    assert [i for i, relation in enumerate(found.deprel or ()) if relation == "root"] == [2, 7]


@MISREAD
def test_what_a_semicolon_parts_hangs_on_what_is_before_it() -> None:
    found = read("Anne wept; he laughed; they parted.")
    assert found.head is not None
    assert (found.head[1], found.head[4], found.head[7]) == (-1, 1, 1)
    assert (found.deprel or ())[4] == "parataxis"


def test_features_say_tense_and_number() -> None:
    found = read("She loves him.")
    assert "Tense=Pres" in (found.feats or ())[1]
    assert "Number=Sing" in (found.feats or ())[0]


def test_stretches_part_what_is_marked_otherwise() -> None:
    assert list(stretches([None, "q0", "q0", None], 0, 4)) == [(0, 1), (1, 3), (3, 4)]
    assert list(stretches([], 0, 0)) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*FRAGMENTS, *DEGENERATE.values()]), max_size=3).map("\n\n".join))
def test_heads_make_trees_within_sentences_on_any_text(text: str) -> None:
    found = run(document(text), STAGES[: STAGES.index(syntax.STAGE) + 1])[0]
    columns, starts = found[SYNTAX], found[TOKENS].start.tolist()
    assert columns.head is not None
    assert columns.pos is not None
    assert set(columns.pos) <= set(POS)
    for sentence in found[SENTENCES]:
        span = found[TOKENS].within(sentence.start, sentence.end)
        for i in span:
            seen = set[int]()
            while i >= 0:
                assert i in span
                assert i not in seen
                seen.add(i)
                i = columns.head[i]
    assert len(starts) == len(columns.head) == len(columns.deprel or ()) == len(columns.lemma or ())
    assert found[QUOTATIONS] is not None
