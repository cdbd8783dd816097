"""Whose a feeling is where another hears, sees or says it, and what is said of no heart."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause, feelings, one, told


def test_who_is_heard_at_a_loss_is_at_a_loss() -> None:
    marked = "{ben:Ben} had never seen it before. {ben:He} heard/VERB/hear {ann:her} at a loss/NOUN."
    text = told(marked).text
    hears = clause(text, "He heard her at a loss", "heard", lemma="hear", subject="He", object="her")
    heard = one(marked, clauses=[hears])
    assert (heard.experiencer, heard.emotion) == ("ann", "surprise")


def test_so_do_i_goes_on_with_what_the_same_one_said_of_another() -> None:
    marked = (
        "<ben>ann:“And {col:Col} thinks/VERB/think the world/NOUN of {ann:you}.”> {ben:He} looked/VERB/look away/ADV. "
        "<ben>ann:“So do I.”>"
    )
    said = feelings(told(marked))
    assert ("ben", "love", "ann") in [(f.experiencer, f.emotion, f.target) for f in said]


def test_weeping_that_goes_on_beside_speech_is_no_cue_of_speech() -> None:
    shown = one("<ann>ben:“We have all to guess/VERB.”> {ann:She} was crying/VERB/cry outright/ADV now/ADV.")
    assert (shown.experiencer, shown.emotion) == ("ann", "sadness")


@pytest.mark.parametrize(
    "marked",
    [
        "<ann>ben:“It is behind/ADP Mary/PROPN Darling/PROPN.”>",
        "<ann>ben:“{ben:You} have nothing in this world/NOUN to be ashamed/ADJ of.”>",
        "{ann:She} had better/ADV remember/VERB to look/VERB surprised/ADJ/surprise.",
        "{ann:She} put/VERB/put the letter/NOUN back/ADV into its folds/NOUN.",
    ],
)
def test_what_tells_of_no_heart(marked: str) -> None:
    assert feelings(told("{ben:Ben} sat/VERB. {ann:Ann} stood/VERB. " + marked)) == ()


def test_who_says_to_have_had_no_manners_scorns_nobody() -> None:
    marked = "<ann>ben:“{ben:He} thinks/VERB/think that {ann:I} had n't the manners/NOUN to say/VERB no.”>"
    text = told(marked).text
    mine = clause(text, "I had n't the manners to say no", "had", lemma="have", subject="I", object="the manners")
    assert feelings(told(marked, clauses=[mine])) == ()


def test_why_somebody_should_turn_pale_is_asked_because_they_do() -> None:
    marked = "{ben:Ben} sat/VERB. {ann:Ann} did not wonder/VERB why/ADV {ben:he} should turn/VERB pale/ADJ."
    text = told(marked).text
    wonders = clause(text, "Ann did not wonder", "wonder", subject="Ann", negated=True)
    pales = clause(text, "why he should turn pale", "turn", subject="he", modal="should", governor=0)
    shown = one(marked, clauses=[wonders, pales])
    assert (shown.experiencer, shown.emotion) == ("ben", "fear")


def test_i_in_a_thought_without_marks_is_who_thinks_so() -> None:
    marked = "{ben:Ben} sat/VERB. I am going to miss/VERB {ben:him}, {ann:Ann} thought/VERB/think."
    text = told(marked).text
    misses = clause(text, "I am going to miss him", "miss", subject="I", object="him", tense="infinitive", governor=1)
    thinks = clause(text, "Ann thought", "thought", lemma="think", subject="Ann")
    felt = one(marked, clauses=[misses, thinks])
    assert (felt.experiencer, felt.emotion, felt.target, felt.hypothetical) == ("ann", "longing", "ben", False)


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("{ann:Ann} was sick/ADJ with herself/PRON.", "guilt"),
        ("{ann:Ann} was on tenterhooks/NOUN.", "fear"),
        ("{ann:Ann} was over the moon/NOUN.", "joy"),
        ("{ann:Ann} was down in the mouth/NOUN.", "sadness"),
    ],
)
def test_a_set_phrase_needs_no_second_opinion(marked: str, emotion: str) -> None:
    quiet = dict.fromkeys(range(5), 0.0)
    felt = one(marked, cues=quiet)
    assert (felt.experiencer, felt.emotion) == ("ann", emotion)


def test_a_participle_that_is_said_of_somebody_needs_no_second_opinion() -> None:
    felt = one("{ann:Ann} was mortified/ADJ/mortify.", cues=dict.fromkeys(range(3), 0.0))
    assert (felt.experiencer, felt.emotion) == ("ann", "shame")
