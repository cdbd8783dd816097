"""Syntax: parts of speech, lemmas and dependencies of plain sentences, and what holds for any."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.texts import DEGENERATE, FRAGMENTS, document
from unspoken.layers.keys import QUOTATIONS, SENTENCES, SYNTAX, TOKENS
from unspoken.layers.tokens import Syntax
from unspoken.pipeline import run
from unspoken.stages import quotations, sentences, syntax, tokens
from unspoken.stages.syntax.lemmas import lemma
from unspoken.stages.syntax.mending import mend_auxiliaries
from unspoken.stages.syntax.parser import Parser
from unspoken.stages.syntax.stretches import stretches
from unspoken.stages.syntax.tagger import TAGS

STAGES = [tokens.STAGE, quotations.STAGE, sentences.STAGE, syntax.STAGE]


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
        ("The news made her cry.", "DET NOUN VERB PRON VERB PUNCT"),
        ("You have no right to object.", "PRON VERB DET NOUN PART VERB PUNCT"),
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


def test_a_verb_governs_its_subject_and_object() -> None:
    found = read("Anne loved her brother.")
    assert found.head == (1, -1, 3, 1, 3)
    assert found.deprel == ("nsubj", "root", "nmod:poss", "obj", "punct")


def test_speech_and_narration_have_roots_of_their_own() -> None:
    found = read("“I know you,” he said.")
    assert [i for i, relation in enumerate(found.deprel or ()) if relation == "root"] == [2, 7]


def test_an_auxiliary_hung_elsewhere_is_hung_on_its_verb() -> None:
    heads, relations = [1, -1, 1], ["nsubj", "root", "ccomp"]
    mend_auxiliaries(["he", "had", "gone"], ["PRON", "AUX", "VERB"], heads, relations)
    assert (heads, relations) == ([2, 2, -1], ["nsubj", "aux", "root"])


def test_a_verb_after_to_is_no_auxiliary_s_verb() -> None:
    heads, relations = [1, -1, 3, 1], ["nsubj", "root", "mark", "xcomp"]
    mend_auxiliaries(["she", "was", "to", "go"], ["PRON", "AUX", "PART", "VERB"], heads, relations)
    assert heads == [1, -1, 3, 1]


def test_a_parser_that_knows_nothing_makes_every_word_a_root_and_hangs_marks_on_words() -> None:
    heads, relations = Parser({}, {}).parse(["a", "b", ",", "c"], ["X", "X", "PUNCT", "X"])
    assert heads == [-1, -1, 1, -1]
    assert relations == ["root", "root", "punct", "root"]


def test_what_a_semicolon_parts_hangs_on_what_is_before_it() -> None:
    heads, relations = Parser({}, {}).parse(["a", ";", "b"], ["X", "PUNCT", "X"])
    assert heads == [-1, 0, 0]
    assert relations[2] == "parataxis"


def test_stretches_part_what_is_marked_otherwise() -> None:
    assert list(stretches([None, "q0", "q0", None], 0, 4)) == [(0, 1), (1, 3), (3, 4)]
    assert list(stretches([], 0, 0)) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*FRAGMENTS, *DEGENERATE.values()]), max_size=3).map("\n\n".join))
def test_heads_make_trees_within_sentences_on_any_text(text: str) -> None:
    found = run(document(text), STAGES)[0]
    columns, starts = found[SYNTAX], found[TOKENS].start.tolist()
    assert columns.head is not None
    assert columns.pos is not None
    assert set(columns.pos) <= set(TAGS)
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
