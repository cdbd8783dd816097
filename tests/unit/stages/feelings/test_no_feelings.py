"""Words and signs that tell of no feeling, or of less than they seem to."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause, feelings, told


def shown(marked: str) -> list[tuple[str | None, str, bool]]:
    return [(f.experiencer, f.emotion, f.negated) for f in feelings(told(marked)) if not f.hypothetical]


@pytest.mark.parametrize(
    ("marked", "negated"),
    [
        ("{ann:Ann} missed/VERB/miss {ben:Ben} very little/ADV.", True),
        ("{ann:Ann} missed/VERB/miss little/ADJ {ben:Ben}.", False),
        ("{ann:Ann} missed/VERB/miss {ben:Ben} a little/ADV.", False),
    ],
)
def test_who_misses_somebody_very_little_does_not(marked: str, negated: bool) -> None:
    assert shown(marked) == [("ann", "longing", negated)]


def test_any_of_it_need_not_be_there() -> None:
    assert shown("{ben:Ben} left before {ann:Ann} felt/VERB/feel any cheerfulness/NOUN.") == []
    assert shown("{ann:Ann} felt/VERB/feel a cheerfulness/NOUN.") == [("ann", "joy", False)]
    assert shown("{ann:Ann} did not feel/VERB any cheerfulness/NOUN.") == [("ann", "joy", True)]


@pytest.mark.parametrize(("noun", "told_of"), [("idea", []), ("news", [("ben", "love", False)])])
def test_a_thought_of_somebody_need_not_be_true(noun: str, told_of: list[tuple[str, str, bool]]) -> None:
    text = f"The {noun} struck Ann that Ben was in love."
    clauses = [
        clause(text, text[:-1], "struck", subject=f"The {noun}", object="Ann", lemma="strike"),
        clause(text, "that Ben was in love", "was", subject="Ben", marker="that", governor=0, lemma="be"),
    ]
    marked = f"The {noun}/NOUN struck/VERB/strike {{ann:Ann}} that {{ben:Ben}} was in love/NOUN."
    found = feelings(told(marked, clauses=clauses))
    assert [(f.experiencer, f.emotion, f.negated) for f in found if not f.hypothetical] == told_of


@pytest.mark.parametrize(("so", "felt"), [("so", [("ben", "anger", False)]), ("", [])])
def test_who_was_never_seen_so_angry_is_angry(so: str, felt: list[tuple[str, str, bool]]) -> None:
    text = f"Ann had never seen Ben {so} angry.".replace("  ", " ")
    clauses = [clause(text, text[:-1], "seen", subject="Ann", object="Ben", negated=True, lemma="see")]
    marked = f"{{ann:Ann}} had never/ADV seen/VERB/see {{ben:Ben}} {so} angry/ADJ.".replace("  ", " ")
    assert [(f.experiencer, f.emotion, f.negated) for f in feelings(told(marked, clauses=clauses))] == felt


def test_what_is_somebodys_way_tells_nothing_of_the_moment() -> None:
    assert shown("{ann:Ann} turned/VERB/turn to {ben:him} with {ann:her} habitual/ADJ scowl/NOUN.") == []
    assert shown("{ann:Ann} turned/VERB/turn to {ben:him} with {ann:her} scowl/NOUN.") == [("ann", "anger", False)]


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("{ann:Ann}'s heart/NOUN leapt/VERB/leap in sudden/ADJ fear/NOUN.", "fear"),
        ("{ann:Ann} laughed/VERB/laugh with scorn/NOUN.", "contempt"),
    ],
)
def test_the_word_after_a_sign_says_what_it_means(marked: str, emotion: str) -> None:
    assert shown(marked) == [("ann", emotion, False)]


def test_an_accent_is_of_the_voice_that_it_is_in() -> None:
    assert shown("There was an anxious/ADJ accent/NOUN in {ann:her} voice/NOUN.") == [("ann", "fear", False)]


def test_who_is_afraid_somebody_knows_is_not_the_one_who_knows() -> None:
    assert shown("{ann:Ann} was afraid/ADJ {ben:Ben} knew/VERB.") == [("ann", "fear", False)]


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:Ann} was fond/ADJ of walking/VERB/walk.",
        "<ann>ben:“It is, I fear/VERB, the end.”>",
        "{ann:Ann} esteemed/VERB/esteem it a favour/NOUN.",
        "{ann:Ann} died of an affection/NOUN of the heart.",
        "It was {ann:Ann}'s only/ADJ hope/NOUN.",
        "{ann:Ann} was speechless/ADJ with laughter/NOUN.",
        "{ann:Ann} was guilty/ADJ of it.",
    ],
)
def test_words_with_another_sense_name_no_feeling(marked: str) -> None:
    assert [e for _, e, _ in shown(marked) if e != "joy"] == []


def test_a_sneer_is_of_the_voice_that_it_is_in() -> None:
    assert shown("{ann:Ann} came. The sneer/NOUN was plain/ADJ in {ann:her} voice/NOUN.") == [
        ("ann", "contempt", False)
    ]


def test_a_sign_that_shows_nothing_alone_hides_no_word_inside_it() -> None:
    marked = "{ann:Ann} looked/VERB/look fearfully/ADV over {ann:her} shoulder/NOUN."
    document = told(marked)
    assert [document.text[f.start : f.end] for f in feelings(document)] == ["fearfully"]


def test_who_never_felt_it_before_does_now() -> None:
    assert shown("{ann:Ann} had never/ADV before/ADV been afraid/ADJ.") == [("ann", "fear", False)]
    assert shown("{ann:Ann} had never/ADV been afraid/ADJ.") == [("ann", "fear", True)]


def test_the_distress_of_life_is_nobodys() -> None:
    assert shown("{ann:Ann} read in the distress/NOUN of life/NOUN.") == []
    assert shown("{ann:Ann} sat in the distress/NOUN of {ann:her} heart/NOUN.") == [("ann", "sadness", False)]
    assert shown("{ann:Ann} sat in the fear/NOUN of poverty/NOUN.") == [("ann", "fear", False)]


def test_who_suffers_a_thing_to_be_done_allows_it() -> None:
    text = "Ann suffered his ardour to cool."
    clauses = [clause(text, text[:-1], "suffered", subject="Ann", object="his ardour", lemma="suffer")]
    marked = "{ann:Ann} suffered/VERB/suffer {ben:his} ardour/NOUN to cool/VERB."
    assert feelings(told(marked, clauses=clauses)) == ()
    plain = "Ann suffered his absence."
    clauses = [clause(plain, plain[:-1], "suffered", subject="Ann", object="his absence", lemma="suffer")]
    marked = "{ann:Ann} suffered/VERB/suffer {ben:his} absence/NOUN."
    assert [f.emotion for f in feelings(told(marked, clauses=clauses))] == ["sadness"]


@pytest.mark.parametrize(
    ("said", "told_of"),
    [
        ("I will leave/VERB you to your rest/NOUN.", []),
        ("I will never/ADV leave/VERB you.", ["love"]),
        ("I will go/VERB to the sea/NOUN.", []),
    ],
)
def test_who_only_takes_leave_loves_nobody_by_it(said: str, told_of: list[str]) -> None:
    document = told(f"{{ann:Ann}} sat. {{ben:Ben}} sat. <ann>ben:“{said}”>")
    assert [f.emotion for f in feelings(document) if f.emotion == "love"] == told_of


def test_a_slip_of_paper_in_a_hand_is_no_surprise() -> None:
    assert shown("A slip/NOUN of paper/NOUN was in {ann:Ann}'s hand/NOUN.") == []


@pytest.mark.parametrize(
    ("said", "told_of"),
    [
        ("I am tired/ADJ.", []),
        ("I am lonely/ADJ.", ["sadness"]),
        ("I could/AUX not stand/VERB.", []),
        ("I could/AUX not stand/VERB it.", ["sadness"]),
    ],
)
def test_who_is_tired_or_falls_is_not_sad(said: str, told_of: list[str]) -> None:
    document = told(f"{{ann:Ann}} sat. {{ben:Ben}} sat. <ann>ben:“{said}”>")
    assert [f.emotion for f in feelings(document) if not f.hypothetical] == told_of


@pytest.mark.parametrize(
    ("verb", "lemma", "told_of"),
    [("viewed", "view", []), ("filled", "fill", [("ann", "contempt", False)])],
)
def test_who_is_viewed_with_scorn_does_not_feel_it(verb: str, lemma: str, told_of: list[str]) -> None:
    text = f"Ann was {verb} with scorn."
    clauses = [
        clause(text, text[:-1], verb, subject="Ann", passive=True, lemma=lemma, obliques=(("with", "scorn"),)),
    ]
    found = feelings(told(f"{{ann:Ann}} was {verb}/VERB/{lemma} with scorn/NOUN.", clauses=clauses))
    assert [(f.experiencer, f.emotion, f.negated) for f in found] == told_of


def test_who_views_somebody_with_scorn_feels_it_for_them() -> None:
    text = "Ann was viewed by Ben with scorn."
    obliques = (("by", "Ben"), ("with", "scorn"))
    clauses = [clause(text, text[:-1], "viewed", subject="Ann", passive=True, lemma="view", obliques=obliques)]
    marked = "{ann:Ann} was viewed/VERB/view by {ben:Ben} with scorn/NOUN."
    found = feelings(told(marked, clauses=clauses))
    assert [(f.experiencer, f.emotion, f.target) for f in found] == [("ben", "contempt", "ann")]


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("heard/VERB/hear the sobbing/VERB voice/NOUN", []),
        ("heard/VERB/hear the angry/ADJ voice/NOUN", []),
        ("raised/VERB/raise an angry/ADJ voice/NOUN", ["ann"]),
    ],
)
def test_a_voice_that_is_heard_is_not_of_who_hears_it(words: str, told_of: list[str]) -> None:
    text = f"Ann {words.replace('/VERB', '').replace('/ADJ', '').replace('/NOUN', '')}."
    text = text.replace("/hear", "").replace("/raise", "")
    verb = text.split()[1]
    lemma = {"heard": "hear", "raised": "raise"}[verb]
    clauses = [clause(text, text[:-1], verb, subject="Ann", object=text[text.index(" ", 5) + 1 : -1], lemma=lemma)]
    found = feelings(told(f"{{ann:Ann}} {words}.", clauses=clauses))
    assert [f.experiencer for f in found] == told_of


def test_whoever_is_made_to_feel_it_feels_it() -> None:
    text = "Ann spoke to make Ben feel thankful."
    clauses = [
        clause(text, text[:-1], "spoke", subject="Ann", lemma="speak"),
        clause(text, "to make Ben", "make", object="Ben", tense="infinitive", governor=0),
        clause(text, "feel", "feel", governor=1, tense="present"),
    ]
    marked = "{ann:Ann} spoke/VERB/speak to make/VERB {ben:Ben} feel/VERB thankful/ADJ."
    found = feelings(told(marked, clauses=clauses))
    assert [(f.experiencer, f.emotion) for f in found] == [("ben", "gratitude")]


@pytest.mark.parametrize(
    ("thing", "told_of"), [("The heat", []), ("The thought", ["ann"]), ("The air of menace", ["ann"])]
)
def test_what_oppresses_the_body_is_no_fear(thing: str, told_of: list[str]) -> None:
    text = f"{thing} oppressed her."
    subject = thing.split(" of ")[0]
    clauses = [clause(text, text[:-1], "oppressed", subject=subject, object="her", lemma="oppress")]
    words = "/NOUN ".join(thing.split()[1:]).replace("of/NOUN", "of") + "/NOUN"
    found = feelings(told(f"The {words} oppressed/VERB/oppress {{ann:her}}.", clauses=clauses))
    assert [f.experiencer for f in found] == told_of


@pytest.mark.parametrize(("verb", "told_of"), [("spoil", []), ("watch", ["ann"])])
def test_what_is_sadly_spoilt_makes_nobody_sad(verb: str, told_of: list[str]) -> None:
    text = f"Ann would {verb} Ben sadly.".replace("would ", "")
    clauses = [clause(text, text[:-1], verb, subject="Ann", object="Ben")]
    found = feelings(told(f"{{ann:Ann}} {verb}/VERB {{ben:Ben}} sadly/ADV.", clauses=clauses))
    assert [f.experiencer for f in found] == told_of


@pytest.mark.parametrize(
    ("words", "emotions"),
    [
        ("nervous/ADJ and excited/ADJ", ["fear"]),
        ("excited/ADJ and gloomy/ADJ", ["sadness"]),
        ("young/ADJ and excited/ADJ", ["joy"]),
    ],
)
def test_who_is_nervous_and_excited_is_not_glad(words: str, emotions: list[str]) -> None:
    assert [f.emotion for f in feelings(told(f"{{ann:Ann}} was {words}."))] == emotions


@pytest.mark.parametrize(
    ("said", "told_of"),
    [
        ("I should have come/VERB.", ["guilt"]),
        ("I was ill/ADJ, or I should have come/VERB.", []),
        ("I should have come/VERB if I knew/VERB.", []),
        ("Had Tom been here I should have come/VERB.", []),
    ],
)
def test_what_somebody_would_have_done_is_no_guilt(said: str, told_of: list[str]) -> None:
    found = feelings(told(f"{{ann:Ann}} and {{ben:Ben}} met. <ann>ben:“{said}”>"))
    assert [f.emotion for f in found] == told_of


@pytest.mark.parametrize(("whom", "target"), [("them", None), ("him", "ben")])
def test_who_kisses_several_things_kisses_not_the_other_one(whom: str, target: str | None) -> None:
    other = whom if target is None else f"{{ben:{whom}}}"
    found = feelings(told(f"{{ben:Ben}} watched. {{ann:Ann}} bent and kissed/VERB/kiss {other}."))
    assert [(f.experiencer, f.target) for f in found] == [("ann", target)]


@pytest.mark.parametrize("how", ["sympathetically", "doubtfully", "thickly", "huskily"])
def test_how_something_is_said_may_tell_of_no_grief(how: str) -> None:
    text = f"“It is late,” said Ann {how}."
    clauses = [clause(text, f"said Ann {how}", "said", subject="Ann", lemma="say")]
    assert feelings(told(f"<ann>:“It is late,”> said/VERB/say {{ann:Ann}} {how}/ADV.", clauses=clauses)) == ()


@pytest.mark.parametrize(("verb", "told_of"), [("call", []), ("meet", ["joy"])])
def test_what_somebody_is_pleased_to_call_it_pleases_nobody(verb: str, told_of: list[str]) -> None:
    marked = f"{{ann:Ann}} was pleased/ADJ to {verb}/VERB {{ben:him}}."
    assert [emotion for _, emotion, _ in shown(marked)] == told_of


@pytest.mark.parametrize(("verb", "lemma", "told_of"), [("heard", "hear", []), ("gave", "give", ["ann"])])
def test_who_hears_sobbing_screams_does_not_sob(verb: str, lemma: str, told_of: list[str]) -> None:
    text = f"Ann {verb} the sobbing screams."
    clauses = [clause(text, text[:-1], verb, subject="Ann", object="the sobbing screams", lemma=lemma)]
    marked = f"{{ann:Ann}} {verb}/VERB/{lemma} the sobbing/VERB/sob screams/NOUN/scream."
    assert [f.experiencer for f in feelings(told(marked, clauses=clauses))] == told_of
