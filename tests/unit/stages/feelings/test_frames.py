"""Whose a feeling is in sentences that are turned about, and words that name none or deny it."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause, feelings, one, told

START = "{ben:Ben} sat/VERB. {ann:Ann} stood/VERB. "


def test_who_is_exclaimed_to_be_so() -> None:
    marked = START + "How/ADV happy/ADJ {ann:Ann} was!"
    shown = one(marked)
    assert (shown.experiencer, shown.emotion) == ("ann", "joy")


def test_an_adjective_that_opens_the_sentence_is_of_its_subject() -> None:
    marked = START + "Too/ADV proud/ADJ to ask/VERB, {ann:Ann} went/VERB."
    text = told(marked).text
    went = clause(text, "Ann went", "went", subject="Ann")
    shown = one(marked, clauses=[went])
    assert (shown.experiencer, shown.emotion) == ("ann", "pride")


@pytest.mark.parametrize(
    ("said", "words", "verb", "more", "emotion"),
    [
        (
            "A surge/NOUN of anger/NOUN rose/VERB/rise in {ann:Ann}.",
            "A surge of anger rose in Ann",
            "rose",
            {"lemma": "rise", "subject": "A surge", "obliques": [("of", "anger"), ("in", "Ann")]},
            "anger",
        ),
        (
            "{ann:Ann} gave/VERB/give {ben:Ben} a look/NOUN of hatred/NOUN.",
            "Ann gave Ben a look of hatred",
            "gave",
            {"lemma": "give", "subject": "Ann", "object": "a look", "obliques": [("to", "Ben"), ("of", "hatred")]},
            "anger",
        ),
        (
            "Envy/NOUN gnawed/VERB/gnaw at {ann:Ann}.",
            "Envy gnawed at Ann",
            "gnawed",
            {"lemma": "gnaw", "subject": "Envy", "obliques": [("at", "Ann")]},
            "jealousy",
        ),
    ],
)
def test_whose_a_turned_feeling_is(said: str, words: str, verb: str, more: dict[str, object], emotion: str) -> None:
    marked = "{ben:Ben} sat/VERB. {col:Col} too. " + said
    shown = one(marked, clauses=[clause(told(marked).text, words, verb, **more)])
    assert (shown.experiencer, shown.emotion) == ("ann", emotion)


def test_what_somebody_is_said_to_have_felt() -> None:
    shown = one(START + "What/PRON {ann:Ann} felt/VERB/feel was envy/NOUN.")
    assert (shown.experiencer, shown.emotion) == ("ann", "jealousy")


def test_hope_that_rises_in_somebody_is_nobody() -> None:
    marked = START + "{hope:Hope/PROPN} leapt/VERB/leap in {ann:Ann}."
    leapt = clause(
        told(marked).text, "Hope leapt in Ann", "leapt", lemma="leap", subject="Hope", obliques=[("in", "Ann")]
    )
    shown = one(marked, clauses=[leapt])
    assert (shown.experiencer, shown.emotion) == ("ann", "hope")


def test_what_somebody_does_that_frightens_is_told_after_it() -> None:
    marked = START + "It/PRON frightened/VERB/frighten {ann:Ann} that/SCONJ {ben:Ben} came/VERB/come."
    text = told(marked).text
    it = clause(text, "It frightened Ann", "frightened", lemma="frighten", subject="It", object="Ann")
    came = clause(text, "that Ben came", "came", subject="Ben", governor=0)
    shown = one(marked, clauses=[it, came], cues={9: 0.0})
    assert (shown.experiencer, shown.target, shown.emotion) == ("ann", "ben", "fear")


def test_who_loses_the_temper_is_angry() -> None:
    shown = one(START + "{ann:Ann} lost/VERB/lose {ann:her} temper/NOUN.")
    assert (shown.emotion, shown.negated) == ("anger", False)


def test_who_trusts_nobody_does_not_trust() -> None:
    assert one(START + "{ann:Ann} trusted/VERB/trust no man/NOUN.").negated


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:Ann} missed/VERB/miss nothing.",
        "{ann:Ann} said/VERB, not unkindly/ADV, that it was late/ADJ.",
        "{ann:Ann} was jealous/ADJ of her good/ADJ reputation/NOUN.",
        "{ann:Ann} was fond/ADJ of cider/NOUN.",
        "{ann:Ann} was content/ADJ to wait/VERB.",
        "{ann:Ann} was beyond/ADP anger/NOUN.",
        "Badly/ADV satisfied/ADJ, {ann:Ann} sat/VERB down/ADV.",
    ],
)
def test_what_looks_like_a_feeling_and_is_none(marked: str) -> None:
    assert feelings(told(START + marked)) == ()


def test_never_as_now_denies_nothing() -> None:
    marked = START + "<ann>ben:“I have never loved/VERB/love {ben:you} as/ADP I do now/ADV.”>"
    said = one(marked)
    assert (said.emotion, said.negated) == ("love", False)


def test_who_wishes_to_hate_does_not() -> None:
    said = one(START + "<ann>ben:“I wish/VERB I could hate/VERB {ben:you}.”>")
    assert (said.emotion, said.negated) == ("anger", True)


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("{ann:Ann}'s fist/NOUN came/VERB/come down/ADV on the desk/NOUN.", "anger"),
        ("The pencil/NOUN snapped/VERB/snap in {ann:her} fingers/NOUN/finger.", "anger"),
        ("{ben:He} got/VERB/get under {ann:Ann}'s skin/NOUN.", "anger"),
        ("{ann:Ann} drew/VERB/draw {ann:her} skirts/NOUN/skirt aside/ADV.", "contempt"),
        ("{ann:Ann}'s colour/NOUN went/VERB/go.", "fear"),
        ("{ann:Ann}'s jaw/NOUN hung/VERB/hang.", "surprise"),
        ("A great/ADJ weight/NOUN rolled/VERB/roll off/ADP {ann:Ann}.", "relief"),
        ("{ann:Ann} kissed/VERB/kiss {ben:his} sleeve/NOUN.", "gratitude"),
        ("{ann:Ann} could not look/VERB at anybody/PRON.", "shame"),
        ("{ann:Ann} wished/VERB/wish the floor/NOUN would/AUX open/VERB.", "shame"),
    ],
)
def test_what_further_signs_show(marked: str, emotion: str) -> None:
    shown = [
        (f.experiencer, f.emotion) for f in feelings(told("{col:Col} slept/VERB/drowse. {ben:Ben} too. " + marked))
    ]
    assert ("ann", emotion) in shown


@pytest.mark.parametrize(
    ("said", "emotion"),
    [
        ("Bloody/ADJ Nora/PROPN!", "surprise"),
        ("I ought/AUX to have rung/VERB/ring you.", "guilt"),
        ("I can/AUX never repay/VERB {ben:you}.", "gratitude"),
        ("I/PRON have not given/VERB/give up/ADP.", "hope"),
        ("The Lord/PROPN be/AUX praised/VERB/praise.", "relief"),
        ("Go/VERB to hell/NOUN!", "anger"),
        ("It/PRON was me as/SCONJ left/VERB/leave the gate/NOUN.", "guilt"),
    ],
)
def test_what_further_words_say(said: str, emotion: str) -> None:
    document = told(f"{{ben:Ben}} sat/VERB. {{ann:Ann}} stood/VERB. <ann>ben:“{said}”>")
    assert ("ann", emotion) in [(f.experiencer, f.emotion) for f in feelings(document)]


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:Ann} winked/VERB/wink at {ben:him}.",
        "{ann:Ann} laughed/VERB/laugh obligingly/ADV.",
        "{ann:Ann}'s eyes/NOUN/eye had gone/VERB/go very small/ADJ.",
    ],
)
def test_mere_manners_show_no_heart(marked: str) -> None:
    assert feelings(told(START + marked)) == ()


def test_what_is_danced_furiously_shows_no_anger() -> None:
    marked = START + "{ann:Ann} danced/VERB/dance furiously/ADV."
    danced = clause(told(marked).text, "Ann danced furiously", "danced", lemma="dance", subject="Ann")
    assert feelings(told(marked, clauses=[danced])) == ()


def test_a_pang_is_of_what_is_named() -> None:
    marked = START + "A pang/NOUN of jealousy/NOUN went/VERB/go through {ann:Ann}."
    assert ("ann", "jealousy") in [(f.experiencer, f.emotion) for f in feelings(told(marked))]
