"""Classes of signs: what hands, faces and voices do, what people do to each other and tell each other."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause, feelings, one, told


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("{ann:Her} hands/NOUN/hand had gone/VERB/go cold/ADJ.", "fear"),
        ("{ann:Her} fingers/NOUN/finger were jumping/VERB/jump so.", "fear"),
        ("{ann:Ann} clutched/VERB/clutch the rail/NOUN.", "fear"),
        ("{ann:Ann} sat/VERB/sit down/ADV in the snow/NOUN.", "sadness"),
        ("{ann:Ann} stood/VERB/stand with {ann:her} forehead/NOUN against the wall/NOUN.", "sadness"),
        ("{ann:Ann} stood/VERB/stand there/ADV, and {ann:she} was shaking/VERB/shake.", "fear"),
        ("{ann:Ann} had turned/VERB/turn a terrible/ADJ colour/NOUN.", "surprise"),
        ("{ann:Ann}'s voice/NOUN had gone/VERB/go high/ADJ.", "sadness"),
        ("{ann:Ann}'s voice/NOUN would not come/VERB.", "sadness"),
        ("{ann:Ann}'s face/NOUN hardened/VERB/harden.", "anger"),
        ("{ann:Ann}'s smile/NOUN faded/VERB/fade away/ADV.", "sadness"),
        ("{ann:Ann} was no longer smiling/VERB/smile.", "anger"),
        ("{ann:Ann} came/VERB/come in/ADV singing/VERB/sing.", "joy"),
        ("{ann:Ann} had not slept/VERB/sleep for a week/NOUN.", "sadness"),
        ("{ann:Ann} could not look/VERB higher/ADV than {ben:his} boots/NOUN/boot.", "shame"),
        ("{ann:Ann} held/VERB/hold out both/DET {ann:her} hands/NOUN/hand.", "love"),
        ("{ann:Ann} patted/VERB/pat {ben:him} on the back/NOUN.", "love"),
        ("{ann:Ann} put/VERB/put {ann:her} face/NOUN against {ben:his} coat/NOUN.", "love"),
        ("{ann:Ann} took/VERB/take {ben:his} hand/NOUN between both/DET of hers/PRON.", "love"),
        ("{ann:Ann} spat/VERB/spit on the floor/NOUN.", "anger"),
        ("{ann:Ann} would have thrown/VERB/throw the lamp/NOUN against the wall/NOUN.", "anger"),
        ("{ann:Ann} went/VERB/go grey/ADJ.", "fear"),
        ("{ann:Ann} could not pluck/VERB up courage/NOUN.", "fear"),
        ("{ann:Ann}'s countenance/NOUN darkened/VERB/darken.", "sadness"),
    ],
)
def test_what_bodies_and_deeds_show(marked: str, emotion: str) -> None:
    found = one("{col:Col} slept/VERB/drowse. {ben:Ben} too. " + marked)
    assert (found.experiencer, found.emotion) == ("ann", emotion)


@pytest.mark.parametrize(
    ("said", "emotion"),
    [
        ("You can/AUX not treat/VERB {ben:me} like that/PRON.", "anger"),
        ("You ought/AUX to have been shot/VERB/shoot.", "anger"),
        ("You let/VERB {ben:me} believe/VERB it/PRON.", "anger"),
        ("I ask/VERB your pardon/NOUN.", "guilt"),
        ("I am sorry/ADJ for that letter/NOUN.", "guilt"),
        ("I could not bear/VERB to be looked/VERB/look at.", "shame"),
        ("Do not tell/VERB anybody/PRON.", "fear"),
        ("I have lost/VERB/lose my best/ADJ friend/NOUN.", "sadness"),
        ("It has/AUX/have always been you.", "love"),
        ("I think/VERB it/PRON is beautiful/ADJ.", "joy"),
        ("Please do not go/VERB away/ADV.", "love"),
        ("You left/VERB/leave me there/ADV.", "anger"),
        ("What have I done/VERB/do?", "guilt"),
    ],
)
def test_what_speech_tells(said: str, emotion: str) -> None:
    found = feelings(told("{ann:Ann} came/VERB. <ann>ben:“" + said + "”>"))
    assert [(f.experiencer, f.emotion) for f in found if not f.hypothetical] == [("ann", emotion)]


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:Ann} had gone/VERB/go grey/ADJ in {ann:her} old/ADJ age/NOUN.",
        "{ann:Ann} had shaken/ADJ every/DET hand/NOUN.",
        "A concern/NOUN was raised/VERB/raise.",
        "{ann:She} was never subject/ADJ to/ADP depression/NOUN.",
        "{ann:Ann} put/VERB/put {ann:her} hat/NOUN on the table/NOUN.",
        "<ann>ben:“You know/VERB, it/PRON is late/ADJ.”>",
        "<ann>ben:“I wish/VERB you would close/VERB the door/NOUN.”>",
    ],
)
def test_what_only_looks_like_a_sign(marked: str) -> None:
    assert not feelings(told("{ben:Ben} came/VERB. " + marked))


def test_what_nobody_owns_is_of_the_one_of_whom_the_sentence_told() -> None:
    marked = "{ann:Ann} found/VERB/find that the knife/NOUN was trembling/VERB/tremble."
    text = "Ann found that the knife was trembling."
    clauses = [
        clause(text, "Ann found", "found", subject="Ann"),
        clause(text, "that the knife was trembling", "trembling", subject="the knife", marker="that"),
    ]
    assert [f.experiencer for f in feelings(told(marked, clauses=clauses))] == ["ann"]
    assert not feelings(told(marked.replace("{ann:Ann}", "Nobody/PRON"), clauses=clauses))


def test_signs_that_have_only_an_unlikely_emotion_in_common_stay_two() -> None:
    marked = "{ann:Her} hands/NOUN/hand shook/VERB/shake as {ann:she} kissed/VERB/kiss {ben:him}."
    assert [f.emotion for f in feelings(told(marked))] == ["fear", "love"]


def test_a_hatred_that_lasts_does_not_say_why_hands_shake() -> None:
    marked = "{ann:Ann} hated/VERB/hate {ben:Ben}. {ann:Her} hands/NOUN/hand shook/VERB/shake."
    assert [f.emotion for f in feelings(told(marked))] == ["anger", "fear"]


def test_what_somebody_ought_to_have_felt_was_not_felt() -> None:
    found = one("{ann:She} ought/AUX to have been angry/ADJ.")
    assert (found.negated, found.hypothetical) == (True, False)


def test_a_reason_for_what_somebody_thinks_is_told_and_not_thought() -> None:
    text = "Ben let her think so because he was afraid."
    clauses = [
        clause(text, "her think so", "think", subject="her"),
        clause(text, "because he was afraid", "was", subject="he", marker="because", governor=0),
    ]
    marked = "{ben:Ben} let/VERB {ann:her} think/VERB so because {ben:he} was afraid/ADJ."
    assert not one(marked, clauses=clauses).hypothetical


def test_an_adverb_that_is_taken_for_an_adjective_is_still_one() -> None:
    assert one("{ann:Ann} spoke/VERB/speak gloomily/ADJ.").emotion == "sadness"


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("The tears/NOUN/tear ran/VERB/run into {ann:her} bosom/NOUN.", "sadness"),
        ("There was water/NOUN under {ann:Ann}'s lids/NOUN/lid.", "sadness"),
        ("There was ice/NOUN in {ann:Ann}'s voice/NOUN.", "anger"),
        ("{ann:Ann} spoke in a husky/ADJ voice/NOUN.", "sadness"),
        ("{ann:Ann} gave {ben:him} a withering/ADJ look/NOUN.", "contempt"),
        ("{ann:Ann} went/VERB/go first/ADV red/ADJ, then/ADV white/ADJ.", "fear"),
        ("{ann:Ann}'s ears/NOUN/ear went/VERB/go white/ADJ.", "fear"),
        ("{ann:Ann} could hear/VERB {ann:her} own heart/NOUN.", "fear"),
        ("{ann:Ann} began/VERB/begin to answer/VERB, and could/AUX n't.", "sadness"),
        ("{ann:Ann} turned/VERB/turn {ann:her} back/NOUN on {ben:Ben}.", "anger"),
        ("{ann:Ann} cursed/VERB/curse under {ann:her} breath/NOUN.", "anger"),
        ("{ann:Ann} was in a mortal/ADJ funk/NOUN.", "fear"),
        ("{ann:Ann} flung/VERB/fling it/PRON on the fire/NOUN.", "anger"),
        ("{ann:Ann} sang/VERB/sing the whole/ADJ way/NOUN home/ADV.", "joy"),
        ("{ann:Ann} drew/VERB/draw a sharp/ADJ breath/NOUN.", "surprise"),
        ("{ann:Ann} shrank/VERB/shrink from {ben:him}.", "fear"),
        ("{ann:Ann} beat/VERB {ann:her} breast/NOUN.", "sadness"),
        ("{ann:Ann} felt/VERB/feel a sharp/ADJ pang/NOUN.", "sadness"),
        ("{ann:Ann} was cut/VERB to the quick/NOUN.", "sadness"),
        ("{ann:Ann} lost/VERB/lose patience/NOUN.", "anger"),
        ("A vein/NOUN stood/VERB/stand out/ADV on {ann:Ann}'s forehead/NOUN.", "anger"),
        ("{ann:Ann}'s colour/NOUN rose/VERB/rise.", "anger"),
        ("{ann:Ann} was deeply/ADV touched/VERB/touch.", "love"),
        ("{ann:Ann} was flattered/ADJ.", "pride"),
    ],
)
def test_what_the_classes_of_signs_show(marked: str, emotion: str) -> None:
    found = one("{col:Col} slept/VERB/drowse. {ben:Ben} too. " + marked)
    assert (found.experiencer, found.emotion) == ("ann", emotion)


@pytest.mark.parametrize(
    ("said", "emotion"),
    [
        ("I have nothing/PRON more to say/VERB to you.", "anger"),
        ("I am so sorry/ADJ for your loss/NOUN.", "sadness"),
        ("He makes/VERB/make me sick/ADJ.", "contempt"),
        ("Get/VERB out/ADV!", "anger"),
    ],
)
def test_what_is_said_of_losses_and_to_be_rid_of_somebody(said: str, emotion: str) -> None:
    document = told(f"{{ben:Ben}} sat. {{ann:Ann}} sat. <ann>ben:“{said}”>")
    assert [(f.experiencer, f.emotion) for f in feelings(document)] == [("ann", emotion)]


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("{ann:Ann} wiped/VERB/wipe {ann:her} palms/NOUN/palm on {ann:her} skirt/NOUN.", "fear"),
        ("{ann:Ann}'s throat/NOUN was dry/ADJ.", "fear"),
        ("{ann:Ann} could not get {ann:her} breath/NOUN.", "fear"),
        ("{ann:Ann} pressed/VERB/press herself against the wall/NOUN.", "fear"),
        ("A sob/NOUN rose/VERB/rise in {ann:Ann}'s throat/NOUN.", "sadness"),
        ("There was a weight/NOUN on {ann:Ann}'s chest/NOUN.", "sadness"),
        ("Something/PRON in {ann:Ann}'s chest/NOUN gave/VERB/give way.", "sadness"),
        ("{ann:Ann}'s mouth/NOUN set/VERB in a hard/ADJ line/NOUN.", "anger"),
        ("{ann:Ann}'s hands/NOUN/hand curled/VERB/curl into fists/NOUN/fist.", "anger"),
        ("{ann:Ann} answered/VERB/answer through {ann:her} teeth/NOUN/tooth.", "anger"),
        ("{ann:Ann} danced/VERB/dance {ben:him} round/ADP the room/NOUN.", "joy"),
        ("{ann:Ann} took/VERB/take {ben:Ben}'s face/NOUN between {ann:her} hands/NOUN/hand.", "love"),
        ("{ann:Ann} put {ann:her} hands/NOUN/hand over {ann:her} face/NOUN.", "sadness"),
        ("{ann:Ann} slept/VERB/sleep in {ben:his} shirt/NOUN.", "longing"),
        ("{ann:Ann} stared/VERB/stare at the empty/ADJ chair/NOUN.", "sadness"),
    ],
)
def test_what_more_of_the_classes_show(marked: str, emotion: str) -> None:
    found = one("{col:Col} slept/VERB/drowse. {ben:Ben} too. " + marked)
    assert (found.experiencer, found.emotion) == ("ann", emotion)
