"""Clauses: who does what to whom, how it is told, and what depends on what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.texts import DEGENERATE, FRAGMENTS, document
from tests.unit.stages.alone import MISREAD
from unspoken.layers.clauses import Clause
from unspoken.layers.keys import CLAUSES
from unspoken.layers.spans import Span
from unspoken.layers.tokens import Syntax
from unspoken.pipeline import run
from unspoken.stages import clauses, quotations, sentences, signals, syntax, tokens
from unspoken.stages.clauses.tree import Tree

STAGES = [tokens.STAGE, quotations.STAGE, sentences.STAGE, signals.STAGE, syntax.STAGE, clauses.STAGE]


def read(text: str) -> tuple[Clause, ...]:
    return run(document(text), STAGES)[0][CLAUSES]


def words(text: str, span: Span | None) -> str:
    return "-" if span is None else text[span.start : span.end]


def clause(text: str, verb: str) -> Clause:
    """The first clause with a verb of that form."""
    return next(c for c in read(text) if words(text, c.verb) == verb)


def who(text: str, verb: str) -> str:
    return words(text, clause(text, verb).subject)


def whom(text: str, verb: str) -> str:
    return words(text, clause(text, verb).object)


def complement(text: str, verb: str) -> str:
    return words(text, clause(text, verb).complement)


def above(text: str, verb: str) -> str:
    """The verb of the clause that a clause is an argument of."""
    found = clause(text, verb).governor
    return "-" if found is None else words(text, read(text)[found].verb)


@pytest.mark.parametrize(
    ("text", "verb", "subject", "target"),
    [
        ("Her father kissed the child.", "kissed", "Her father", "the child"),
        ("He wiped his eyes and went out.", "went", "He", "-"),
        ("When the letter came, Edith read it twice and burned it.", "burned", "Edith", "it"),
        ("“No,” said the old widow.", "said", "the old widow", "-"),
        ("“No,” she sobbed, and ran upstairs.", "ran", "she", "-"),
        ("“Why not?” asked Mrs. Bell.", "asked", "Mrs. Bell", "-"),
        pytest.param(
            "Old Mr. Penrose, who hated dogs, kicked the spaniel.", "hated", "Old Mr. Penrose", "dogs", marks=MISREAD
        ),
        pytest.param(
            "Old Mr. Penrose, who hated dogs, kicked the spaniel.",
            "kicked",
            "Old Mr. Penrose",
            "the spaniel",
            marks=MISREAD,
        ),
        ("She asked him to leave.", "leave", "him", "-"),
        ("He promised to write to her.", "write", "He", "-"),
        ("Wiping her eyes, Clara got up.", "Wiping", "Clara", "her eyes"),
        ("Anne and her cousin quarrelled about the money.", "quarrelled", "Anne", "-"),
        pytest.param("In the hall stood a tall man with a lantern.", "stood", "a tall man", "-", marks=MISREAD),
        pytest.param("There was a stranger in the kitchen.", "was", "a stranger", "-", marks=MISREAD),
        ("They say you’re leaving, Tom.", "leaving", "you", "-"),
        ("Who told you?", "told", "-", "you"),
    ],
)
def test_a_verb_has_its_subject_and_object(text: str, verb: str, subject: str, target: str) -> None:
    assert (who(text, verb), whom(text, verb)) == (subject, target)


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("He was ashamed of himself.", "was", "ashamed"),
        pytest.param("She seemed tired and sad.", "seemed", "tired and sad", marks=MISREAD),
        pytest.param("The captain looked angry; the men said nothing.", "looked", "angry", marks=MISREAD),
        ("He had become a stranger.", "become", "a stranger"),
    ],
)
def test_what_is_said_of_a_subject_is_the_complement(text: str, verb: str, said: str) -> None:
    assert complement(text, verb) == said
    assert clause(text, verb).object is None


@pytest.mark.parametrize(
    ("text", "verb", "governor"),
    [
        ("He thought she knew that he had lied.", "knew", "thought"),
        ("He thought she knew that he had lied.", "lied", "knew"),
        ("She wanted to see him.", "see", "wanted"),
        ("“I don’t know what she wants,” Daniel said.", "wants", "know"),
        ("“I don’t know what she wants,” Daniel said.", "said", "-"),
        ("“I thought you despised me,” I said.", "despised", "thought"),
        ("I saw him, and he knew that I saw him.", "knew", "-"),
    ],
)
def test_a_clause_that_is_an_argument_names_its_governor(text: str, verb: str, governor: str) -> None:
    assert above(text, verb) == governor


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("He did not answer.", "answer"),
        ("He didn’t answer.", "answer"),
        ("She never came.", "came"),
        ("He could hardly speak.", "speak"),
        ("He cannot speak.", "speak"),
        ("“I cannot forgive her,” he said.", "forgive"),
        pytest.param("Nobody saw her.", "saw", marks=MISREAD),
        pytest.param("He left without speaking.", "speaking", marks=MISREAD),
        pytest.param("She felt no pity.", "felt", marks=MISREAD),
    ],
)
def test_what_is_denied_is_negated(text: str, verb: str) -> None:
    assert clause(text, verb).negated


def test_what_stands_after_the_clause_below_does_not_deny_the_one_above() -> None:
    text = "Ottoline was furious, and she knew that he had not."
    assert not clause(text, "knew").negated
    assert clause(text, "had").negated


def test_that_behind_a_comma_points_at_what_was_said() -> None:
    assert who("“I sometimes think, Clara, that’s true, you know,” said Amos.", "’s") == "that"
    assert who("The dog that was hurt ran home.", "hurt") == "The dog"


def test_who_goes_on_with_what_a_joined_clause_began_is_its_subject() -> None:
    text = "Anne went in, and Tom walked on and took a stroll, feeling sad."
    assert (who(text, "took"), who(text, "feeling")) == ("Tom", "Tom")


def test_not_only_denies_nothing() -> None:
    assert not clause("He not only lied but stole.", "lied").negated


@pytest.mark.parametrize("text", ["He cannot but forgive her.", "He could not but forgive her."])
def test_who_cannot_but_do_it_does_it(text: str) -> None:
    assert not clause(text, "forgive").negated


def test_cannot_is_can_and_a_denial() -> None:
    assert clause("He cannot speak.", "speak").modal == "can"


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("She loved him.", "loved", "past"),
        ("She loves him.", "loves", "present"),
        ("She will love him.", "love", "future"),
        ("She had always loved him.", "loved", "pluperfect"),
        ("She’s loved him for years.", "loved", "perfect"),
        pytest.param("She wanted to love him.", "love", "infinitive", marks=MISREAD),
        ("“Love him.”", "Love", "imperative"),
        ("He sat there loving her.", "loving", "participle"),
    ],
)
def test_verbs_have_their_tense(text: str, verb: str, tense: str) -> None:
    assert clause(text, verb).tense == tense


def test_a_passive_has_its_subject() -> None:
    text = "My sister was betrayed by her friend."
    assert clause(text, "betrayed").passive
    assert who(text, "betrayed") == "My sister"
    assert [o.preposition for o in clause(text, "betrayed").obliques] == ["by"]


def test_what_is_not_so_is_conditional() -> None:
    text = "If she had known, she would have forgiven him."
    assert [c.conditional for c in read(text)] == [True, True]
    assert [c.modal for c in read(text)] == [None, "would"]
    assert clause(text, "known").marker == "if"


@MISREAD
def test_a_question_asks_but_what_it_asks_about_does_not() -> None:
    text = "“Does he know that you love him?” she asked."
    assert [c.question for c in read(text)] == [True, False, False]


def test_speech_and_narration_are_kept_apart() -> None:
    text = "“I know,” he said, “that you saw me.”"
    assert [c.quotation for c in read(text)] == ["q0", None, "q0"]


def test_a_shared_subject_is_marked_so() -> None:
    assert [c.subject_shared for c in read("He stood up and wept.")] == [False, True]


def test_a_place_after_a_verb_of_motion_is_no_object() -> None:
    found = clause("He went up the stairs.", "went")
    assert found.object is None
    assert [o.preposition for o in found.obliques] == ["up"]


def test_a_name_called_is_no_object() -> None:
    assert whom("“I know, Anne.”", "know") == "-"


def test_no_clauses_without_dependencies() -> None:
    made, _ = run(document("He wept."), STAGES[:3])
    without = made.attach(syntax.STAGE.makes, Syntax(lemma=("he", "weep", "."), pos=("PRON", "VERB", "PUNCT")))
    assert clauses.STAGE.run(without) == ()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*FRAGMENTS, *DEGENERATE.values()]), max_size=3).map("\n\n".join))
def test_clauses_are_in_order_and_refer_to_clauses_on_any_text(text: str) -> None:
    found = read(text)
    assert [c.verb for c in found] == sorted(c.verb for c in found)
    for n, c in enumerate(found):
        assert 0 <= c.start <= c.verb.start < c.verb.end <= c.end <= len(text)
        assert c.governor is None or (0 <= c.governor < len(found) and c.governor != n)


def test_an_adjective_is_hung_on_no_verb_that_hangs_on_it() -> None:
    words, pos = ["He", "came", "and", "seemed", "glad"], ["PRON", "VERB", "CCONJ", "VERB", "ADJ"]
    lemmas, starts = ["he", "come", "and", "seem", "glad"], [0, 3, 8, 12, 19]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    for above_seem, expected in ((1, 3), (4, 1)):
        heads = [1, -1, 3, above_seem, 1]
        tree = Tree(words, pos, lemmas, heads, ["nsubj", "root", "cc", "conj", "xcomp"], starts, ends)
        assert tree.heads[4] == expected
