"""Signs: what bodies, deeds, idioms and words show, of whom and for whom."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import feelings, one, told


@pytest.mark.parametrize(
    ("marked", "who", "emotion", "target"),
    [
        ("{ann:She} took a great fancy/NOUN to {ben:him}.", "ann", "love", "ben"),
        ("{ann:She} took to {ben:him} at once/ADV.", "ann", "love", "ben"),
        ("{ann:She} thought/VERB/think the world/NOUN of {ben:Ben}.", "ann", "love", "ben"),
        ("{ann:She} had a soft/ADJ spot/NOUN for {ben:Ben}.", "ann", "love", "ben"),
        ("{ann:She} liked/VERB/like {ben:him}.", "ann", "love", "ben"),
        ("{ann:Ann} cared/VERB/care for {ben:him}.", "ann", "love", "ben"),
        ("{ann:Ann} was glad/ADJ to see/VERB {ben:him}.", "ann", "joy", "ben"),
        ("{ann:She} lost/VERB/lose {ann:her} heart/NOUN to {ben:him}.", "ann", "love", "ben"),
        ("{ann:Her} heart/NOUN went/VERB/go out to {ben:him}.", "ann", "sadness", "ben"),
        ("{ann:Ann} looked/VERB/look up to {ben:Ben}.", "ann", "trust", "ben"),
        ("{ann:Ann} would have followed/VERB/follow {ben:him} anywhere/ADV.", "ann", "trust", "ben"),
        ("{ann:Ann} would trust/VERB {ben:him} with {ann:her} life/NOUN.", "ann", "trust", "ben"),
        ("{ann:Ann} would not hear/VERB a word/NOUN against {ben:him}.", "ann", "trust", "ben"),
        ("{ann:Ann} swore/VERB/swear by {ben:him}.", "ann", "trust", "ben"),
        ("{ann:Ann} thanked/VERB/thank {ben:him}.", "ann", "gratitude", "ben"),
        ("{ann:Ann} smiled/VERB/smile at {ben:him}.", "ann", "joy", "ben"),
        ("{ann:Ann} took against {ben:him}.", "ann", "contempt", "ben"),
        ("{ann:Ann} was sick/ADJ of the sight/NOUN of {ben:Ben}.", "ann", "anger", "ben"),
        ("{ann:Ann} wanted/VERB/want nothing more/ADJ to do with {ben:him}.", "ann", "anger", "ben"),
        ("{ann:Ann} washed/VERB/wash {ann:her} hands/NOUN/hand of {ben:him}.", "ann", "contempt", "ben"),
        ("{ann:Ann} made/VERB/make fun/NOUN of {ben:him}.", "ann", "contempt", "ben"),
        ("{ann:Ann} could have strangled/VERB/strangle {ben:him}.", "ann", "anger", "ben"),
        ("{ann:Ann} glared/VERB/glare at {ben:him}.", "ann", "anger", "ben"),
        ("{ann:Ann} threw/VERB/throw herself/PRON at {ben:his} feet/NOUN/foot.", "ann", "guilt", "ben"),
        ("{ann:Ann} begged/VERB/beg {ben:him} to forgive/VERB.", "ann", "guilt", "ben"),
        ("{ann:Ann}'s heart/NOUN stood/VERB/stand still/ADV.", "ann", "fear", None),
        ("{ann:Ann} went/VERB/go as white/ADJ as a sheet/NOUN.", "ann", "fear", None),
        ("A shiver/NOUN ran/VERB/run through {ann:Ann}.", "ann", "fear", None),
        ("{ann:Ann} coloured/VERB/colour.", "ann", "shame", None),
        ("{ann:Ann} drew/VERB/draw herself/PRON up.", "ann", "pride", None),
        ("{ann:Ann} gave/VERB/give a start/NOUN.", "ann", "surprise", None),
        ("{ann:Ann} would have given/VERB/give anything/PRON to go/VERB.", "ann", "longing", None),
        ("{ann:Ann} took/VERB/take heart/NOUN.", "ann", "hope", None),
        ("{ben:Ben} broke/VERB/break {ann:her} heart/NOUN.", "ann", "sadness", "ben"),
        ("The news/NOUN broke/VERB/break {ann:her} heart/NOUN.", "ann", "sadness", None),
        ("A weight/NOUN was off {ann:her} mind/NOUN.", "ann", "relief", None),
    ],
)
def test_what_is_shown_is_felt_by_somebody_for_somebody(
    marked: str, who: str, emotion: str, target: str | None
) -> None:
    feeling = one("{col:Col} sat/VERB. " + marked)
    assert (feeling.experiencer, feeling.emotion, feeling.target) == (who, emotion, target)
    assert not feeling.negated
    assert not feeling.hypothetical


@pytest.mark.parametrize(
    ("marked", "emotion", "target"),
    [
        ("<ann>ben:“Good/ADJ night/NOUN, my darling/NOUN.”>", "love", "ben"),
        ("<ann>ben:“God/PROPN bless/VERB {ben:you}!”>", "love", "ben"),
        ("<ann>ben:“I can/AUX not live/VERB without/ADP {ben:you}.”>", "love", "ben"),
        ("<ann>ben:“What a fool/NOUN I was!”>", "guilt", None),
        ("<ann>ben:“What will become/VERB of me?”>", "fear", None),
        ("<ann>ben:“What a pity/NOUN.”>", "sadness", None),
        ("<ann>ben:“How/ADV lovely/ADJ!”>", "joy", None),
        ("<ann>ben:“Bless/VERB my soul/NOUN!”>", "surprise", None),
        ("<ann>ben:“I wo/AUX/will n't have it!”>", "anger", None),
        ("<ann>ben:“Pooh/INTJ!”>", "contempt", None),
        ("<ann>ben:“Forgive/VERB me!”>", "guilt", "ben"),
    ],
)
def test_what_is_said_tells_what_the_speaker_feels(marked: str, emotion: str, target: str | None) -> None:
    feeling = next(f for f in feelings(told(marked)) if f.channel == "speech")
    assert (feeling.experiencer, feeling.emotion) == ("ann", emotion)
    assert target is None or feeling.target == target
    assert not feeling.negated


@pytest.mark.parametrize("marked", ["<ann>ben:“Damn/VERB it!”>", "<ann>ben:“Leave/VERB me alone/ADJ!”>"])
def test_what_is_cried_out_without_you_is_at_nobody_known(marked: str) -> None:
    assert [f.target for f in feelings(told(marked))] == [None]


@pytest.mark.parametrize(
    "marked",
    [
        "<ann>ben:“God/PROPN bless/VERB {ann:me}!”>",
        "<ann>ben:“Her hair/NOUN is n't fair/ADJ at all.”>",
        "<ann>ben:“The house/NOUN was shut/VERB up for years.”>",
        "{ann:Ann} smiled/VERB/smile grimly/ADV.",
        "{ann:Ann} gave/VERB/give a short/ADJ laugh/NOUN.",
        "{ann:Ann} rubbed/VERB/rub {ann:her} reddened/VERB/redden fingers/NOUN.",
        "{ann:Ann} bade/VERB/bid the trembling/VERB/tremble and bewildered/ADJ child/NOUN get/VERB down.",
    ],
)
def test_what_only_looks_like_a_sign_is_none(marked: str) -> None:
    assert not feelings(told(marked))


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("A smile/NOUN of weary/ADJ contempt/NOUN was on {ann:her} lips/NOUN/lip.", "contempt"),
        ("{ann:Ann} wept/VERB/weep bitterly/ADV.", "sadness"),
        ("{ann:Ann} shed/VERB tears/NOUN/tear of joy/NOUN.", "joy"),
        ("{ann:Ann} drew/VERB/draw herself/PRON up haughtily/ADV.", "contempt"),
    ],
)
def test_a_sign_means_what_is_said_with_it(marked: str, emotion: str) -> None:
    assert [(f.experiencer, f.emotion) for f in feelings(told(marked))] == [("ann", emotion)]


def test_what_is_said_of_a_third_is_for_the_third() -> None:
    found = feelings(told("<ann>ben:“I can/AUX not stand/VERB {col:him}.”>"))
    assert [(f.experiencer, f.target) for f in found] == [("ann", "col")]


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:She} would do anything/PRON for {ben:him}.",
        "{ann:She} could not bear/VERB the sight/NOUN of {ben:him}.",
        "{ann:She} could not take/VERB {ann:her} eyes/NOUN/eye off/ADP {ben:him}.",
        "{ann:She} dared/VERB/dare not look/VERB at {ben:him}.",
    ],
)
def test_a_sign_that_says_not_or_would_is_neither_denied_nor_supposed(marked: str) -> None:
    feeling = one("{col:Col} sat/VERB. " + marked)
    assert (feeling.negated, feeling.hypothetical, feeling.target) == (False, False, "ben")


def test_a_sign_that_is_denied_by_other_words_is_denied() -> None:
    assert one("{ann:She} never took/VERB/take a fancy/NOUN to {ben:him}.").negated


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:She} would like/VERB {ben:him} to go/VERB.",
        "The water/NOUN looked/VERB/look soft/ADJ.",
    ],
)
def test_what_only_begins_like_a_sign_has_nobody_for_its_target(marked: str) -> None:
    assert [f.target for f in feelings(told(marked)) if f.target] == []


def test_a_sudden_passion_is_anger() -> None:
    flew = told("{ann:She} flew/VERB/fly into a sudden/ADJ passion/NOUN.")
    assert [(f.experiencer, f.emotion) for f in feelings(flew)] == [("ann", "anger")]


def test_what_a_feeling_is_so_strong_that_it_does_is_no_second_feeling() -> None:
    result = "{ann:She} was so {}/ADJ that/SCONJ {ann:she} could/AUX not speak/VERB."
    assert [f.emotion for f in feelings(told(result.replace("{}", "angry")))] == ["anger"]
    assert [f.emotion for f in feelings(told(result.replace("{}", "late")))] == ["sadness"]


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("The letters/NOUN swam/VERB/swim before {ann:her} eyes/NOUN/eye.", "sadness"),
        ("{ann:She} stared/VERB/stare at the page/NOUN until the words/NOUN/word blurred/VERB/blur.", "sadness"),
        ("{ann:Her} throat/NOUN worked/VERB/work, and nothing came/VERB/come.", "sadness"),
        ("{ann:Her} knuckles/NOUN/knuckle whitened/VERB/whiten.", "fear"),
        ("{ann:She} had to clear/VERB {ann:her} throat/NOUN.", "sadness"),
        ("{ann:She} turned/VERB/turn {ann:her} face/NOUN away/ADV.", "sadness"),
        ("{ann:She} bit/VERB/bite back/ADV a sharp/ADJ answer/NOUN.", "anger"),
        ("{ann:She} stood/VERB/stand with {ann:her} mouth/NOUN open/ADJ.", "surprise"),
        ("Something/PRON seemed/VERB/seem to tighten/VERB in {ann:her} chest/NOUN.", "sadness"),
        ("{ann:She} swelled/VERB/swell like/ADP a turkey/NOUN.", "pride"),
        ("{ann:She} threw/VERB/throw the book/NOUN across/ADP the room/NOUN.", "anger"),
        ("{ann:She} counted/VERB/count to ten/NUM.", "anger"),
        ("{ann:She} was all of a flutter/NOUN.", "fear"),
        ("{ann:She} rocked/VERB/rock herself/PRON to and fro/ADV.", "sadness"),
        ("{ann:She} could have kicked/VERB/kick it.", "anger"),
        ("{ann:She} would have died/VERB/die of shame/NOUN.", "shame"),
        ("{ann:She} felt/VERB/feel like/ADP a pickpocket/NOUN.", "shame"),
        ("{ann:She} had turned/VERB/turn the colour/NOUN of a beetroot/NOUN.", "shame"),
        ("{ann:She} went/VERB/go the colour/NOUN of putty/NOUN.", "fear"),
        ("It took/VERB/take {ann:her} a minute/NOUN to get/VERB over it.", "sadness"),
        ("It was a look/NOUN that {ann:she} could n't forgive/VERB.", "anger"),
        ("{ann:She} put/VERB/put the heel/NOUN of a hand/NOUN against {ann:her} eyes/NOUN/eye.", "sadness"),
        ("{ann:Ann} said/VERB so, and fled/VERB/flee.", "fear"),
        ("{ann:Ann} was beside myself/PRON with glee/NOUN.", "joy"),
    ],
)
def test_more_ways_in_which_hearts_show(marked: str, emotion: str) -> None:
    assert [(f.experiencer, f.emotion) for f in feelings(told("{col:Col} sat/VERB. " + marked))] == [("ann", emotion)]


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("{ann:She} lay/VERB/lie and listened/VERB/listen for {ben:his} boots/NOUN/boot.", "love"),
        ("{ann:She} put/VERB/put the mackintosh/NOUN round/ADP {ben:him}.", "love"),
        ("{ann:She} laid/VERB/lay {ann:her} cheek/NOUN for a moment/NOUN against {ben:his} forehead/NOUN.", "love"),
        ("{ann:She} thought/VERB/think of nothing else/ADV but {ben:him}.", "love"),
        ("{ann:She} owed/VERB/owe it all/ADV to {ben:him}.", "gratitude"),
        ("{ann:She} had thought/VERB/think better/ADV/well of {ben:him}.", "contempt"),
        ("<ann>ben:“You were a good/ADJ friend/NOUN to me.”>", "gratitude"),
        ("<ann>ben:“I don't know/VERB what I should do without you.”>", "love"),
    ],
)
def test_more_ways_in_which_hearts_show_for_somebody(marked: str, emotion: str) -> None:
    found = [
        (f.experiencer, f.emotion, f.target)
        for f in feelings(told("{ann:Ann} sat/VERB. {ben:Ben} stood/VERB. " + marked))
    ]
    assert found == [("ann", emotion, "ben")]


@pytest.mark.parametrize(
    ("said", "emotion"),
    [
        ("You could have knocked/VERB/knock me down/ADV with a feather/NOUN.", "surprise"),
        ("I 've been out of my mind/NOUN with worry/NOUN.", "fear"),
        ("Well, I never!", "surprise"),
        ("It is more/ADV than/SCONJ I deserve/VERB.", "gratitude"),
        ("Suppose/VERB he does n't come/VERB?", "fear"),
        ("{ben:She} was worth/ADJ ten/NUM of you.", "contempt"),
        ("Some people/NOUN have all the luck/NOUN.", "jealousy"),
        ("I'd die/VERB.", "shame"),
    ],
)
def test_more_ways_of_saying_what_is_felt(said: str, emotion: str) -> None:
    found = feelings(told("{ben:Ben} sat/VERB. <ann>:“" + said + "”>"))
    assert [(f.experiencer, f.emotion) for f in found] == [("ann", emotion)]


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("{ann:Ann} bridled/VERB/bridle.", "anger"),
        ("{ann:Ann} fumed/VERB/fume.", "anger"),
        ("{ann:She} banged/VERB/bang the pots/NOUN/pot about/ADV.", "anger"),
        ("{ann:She} never quite/ADV got/VERB/get over it.", "sadness"),
        ("{ann:She} felt/VERB/feel a pricking/NOUN behind/ADP {ann:her} eyes/NOUN/eye.", "sadness"),
        ("{ann:She} jumped/VERB/jump as/SCONJ if {ann:she} had been stung/VERB/sting.", "surprise"),
        ("{ann:She} turned/VERB/turn to stone/NOUN.", "fear"),
        ("{ann:She} could not believe/VERB what {ann:she} was hearing/VERB/hear.", "surprise"),
        ("{ann:She} nearly/ADV fell/VERB/fall off {ann:her} chair/NOUN.", "surprise"),
        ("{ann:She} felt/VERB/feel ten/NUM years/NOUN/year younger/ADJ.", "joy"),
        ("{ann:She} hugged/VERB/hug the thought/NOUN to herself/PRON.", "joy"),
        ("{ann:She} felt/VERB/feel left/VERB/leave out/ADV.", "sadness"),
        ("{ann:She} could never forgive/VERB herself/PRON.", "guilt"),
        ("{ann:She} could hardly/ADV wait/VERB to go/VERB.", "hope"),
        ("{ann:Her} heart/NOUN was like/ADP lead/NOUN.", "sadness"),
        ("{ann:She} was rather/ADV put/VERB out/ADV.", "anger"),
        ("{ann:She} was freaking/VERB/freak out/ADV.", "fear"),
    ],
)
def test_still_more_ways_in_which_hearts_show(marked: str, emotion: str) -> None:
    assert [(f.experiencer, f.emotion) for f in feelings(told("{col:Col} sat/VERB. " + marked))] == [("ann", emotion)]


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("{ann:She} drew/VERB/draw {ben:him} to {ann:her}.", "love"),
        ("{ann:She} learnt/VERB/learn {ben:his} letters/NOUN/letter by heart/NOUN.", "love"),
        ("{ann:She} could not face/VERB {ben:him}.", "shame"),
        ("{ann:She} thought/VERB/think there was nobody/PRON like/ADP {ben:him}.", "love"),
    ],
)
def test_still_more_ways_in_which_hearts_show_for_somebody(marked: str, emotion: str) -> None:
    found = feelings(told("{ann:Ann} sat/VERB. {ben:Ben} stood/VERB. " + marked))
    assert [(f.experiencer, f.emotion, f.target) for f in found] == [("ann", emotion, "ben")]
