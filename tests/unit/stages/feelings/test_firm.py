"""What is firm enough to be told: weak signs, words of many, other senses; and whom the talk shows to be meant."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import feelings, one, told


def test_a_weak_sign_shows_nothing_alone() -> None:
    alone = told("{ann:Ann} stiffened/VERB/stiffen.")
    borne_out = told("{ann:Ann} stiffened/VERB/stiffen. {ann:She} was furious/ADJ.")
    assert not feelings(alone)
    assert {f.emotion for f in feelings(borne_out)} == {"anger"}


def test_what_many_feel_is_not_one_persons() -> None:
    assert one("{ann:Ann} and {ben:Ben} sat. {col:They} were pleased/ADJ.").experiencer != "col"


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:She} met a rich/ADJ and respected/VERB/respect man/NOUN.",
        "<ann>ben:“{ben:Your} friends/NOUN/friend send/VERB you their love/NOUN.”>",
        "{ann:Ann} contented/VERB/content herself/PRON with bread/NOUN.",
        "{ann:Ann} contented/VERB/content {ann:herself/PRON} with bread/NOUN.",
        "“No more/ADV!” {ann:Ann} answered/VERB/answer passionately/ADV.",
        "{ann:Ann} did as {ann:she} pleased/VERB/please.",
        "{ann:Her} triumph/NOUN was known/VERB/know.",
        "{ann:Ann} lost/VERB/lose {ann:her} merry/ADJ {ben:friend/NOUN}.",
    ],
)
def test_words_in_another_sense_name_no_feeling(marked: str) -> None:
    assert not feelings(told(marked))


def test_to_be_lost_in_a_feeling_is_to_feel_it() -> None:
    assert not one("{ann:Ann} was lost/VERB/lose in admiration/NOUN.").negated
    assert one("{ann:Ann} had lost/VERB/lose hope/NOUN.").negated


def test_what_a_feeling_is_for_does_not_feel_it() -> None:
    feeling = one("{ann:Ann} was lost/VERB/lose in admiration/NOUN of {ben:Ben}.")
    assert (feeling.experiencer, feeling.target) == ("ann", "ben")


def test_a_denial_after_a_comma_denies() -> None:
    assert one("{ann:Ann}, sitting/VERB/sit there, was not surprised/ADJ.").negated


@pytest.mark.parametrize(("rest", "emotion"), [("to leave/VERB", "sadness"), ("to disturb/VERB", "guilt")])
def test_who_is_sorry_to_do_what_harms_nobody_is_sad(rest: str, emotion: str) -> None:
    assert one("{ann:Ann} was sorry/ADJ " + rest + ".").emotion == emotion


def test_tears_are_for_somebody() -> None:
    assert one("{ann:Ann} wept/VERB/weep for {ben:him}.").target == "ben"


def test_a_sign_beside_talk_is_for_who_is_spoken_to() -> None:
    own = "{col:Col} sat. <ann>ben:“You lied/VERB/lie.”> {ann:Her} hands/NOUN/hand shook/VERB/shake."
    heard = "{col:Col} sat. <ben>ann:“You lied/VERB/lie.”> {ann:Ann}'s hands/NOUN/hand shook/VERB/shake."
    assert (one(own).target, one(heard).target) == ("ben", "ben")


def test_who_says_to_be_sorry_is_sorry_to_whom_it_is_said() -> None:
    assert one("<ann>ben:“{ann:I} was sorry/ADJ.”>").target == "ben"


def test_what_is_only_wished_is_not_felt() -> None:
    assert not feelings(told("<ann>ben:“I wish/VERB {ben:you} happy/ADJ.”>"))


def test_a_regret_of_manners_is_no_fear() -> None:
    assert not feelings(told("<ann>ben:“I'm afraid/ADJ the train/NOUN left/VERB/leave.”>"))
    assert one("<ann>ben:“{ann:I} was afraid/ADJ of {ben:you}.”>").emotion == "fear"


def test_what_one_says_of_another_is_less_sure_than_what_is_told() -> None:
    said = one("<ben>col:“{ann:Ann} was furious/ADJ.”>").confidence
    assert said < one("{ann:Ann} was furious/ADJ.").confidence


def test_who_wipes_the_own_eyes_weeps_and_who_wipes_anothers_is_fond() -> None:
    own = one("{ann:Ann} wiped/VERB/wipe {ann:her} eyes/NOUN/eye.")
    others = one("{ann:Ann} wiped/VERB/wipe {ben:his} eyes/NOUN/eye.")
    assert (own.emotion, own.target) == ("sadness", None)
    assert (others.emotion, others.target) == ("love", "ben")


def test_what_is_only_let_be_is_not_yet() -> None:
    assert not feelings(told("<ann>col:“Let/VERB {ben:him} be angry/ADJ.”>"))
