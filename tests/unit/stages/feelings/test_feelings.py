"""Feelings: whose they are, of whom, whether they are so, and how sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.stages.feelings.told import clause, feelings, one, told
from unspoken.stages.feelings.lexicon import entries, families, participles, valences
from unspoken.stages.feelings.patterns import table


@pytest.mark.parametrize(
    ("marked", "who", "emotion", "target"),
    [
        ("{ann:Ann} was angry/ADJ with {ben:Ben}.", "ann", "anger", "ben"),
        ("{ann:Ann} was jealous/ADJ of {ben:him}.", "ann", "jealousy", "ben"),
        ("{ann:She} loved/VERB/love {ben:him}.", "ann", "love", "ben"),
        ("{ann:She} loved/VERB/love none but {ben:him}.", "ann", "love", "ben"),
        ("{ann:She} loved/VERB/love no one except {ben:him}.", "ann", "love", "ben"),
        ("{ben:Ben} frightened/VERB/frighten {ann:her}.", "ann", "fear", "ben"),
        ("{ben:Ben} made/VERB/make {ann:her} happy/ADJ.", "ann", "joy", None),
        ("{ann:Ann} wept/VERB/weep with rage/NOUN.", "ann", "anger", None),
        ("{ann:Her} shame/NOUN kept/VERB {ben:him} there.", "ann", "shame", None),
        ("{ben:He} saw/VERB/see the fear/NOUN in {ann:her} eyes/NOUN/eye.", "ann", "fear", None),
        ("{ann:Ann} spoke/VERB/speak angrily/ADV.", "ann", "anger", None),
        ("The frightened/ADJ {ann:girl}/NOUN ran/VERB/run.", "ann", "fear", None),
        ("{ben:He} delighted/VERB/delight {ann:her}.", "ann", "joy", "ben"),
        ("{ann:She} delighted/VERB/delight in the sea/NOUN.", "ann", "joy", None),
        ("{ann:She} trusted/VERB/trust {ben:him}.", "ann", "trust", "ben"),
        ("{ann:She} trusted/VERB/trust {ben:he}/PRON would come/VERB.", "ann", "hope", None),
    ],
)
def test_a_named_feeling_belongs_to_whom_the_grammar_says(
    marked: str, who: str, emotion: str, target: str | None
) -> None:
    feeling = one(marked)
    assert (feeling.experiencer, feeling.emotion, feeling.target, feeling.channel) == (who, emotion, target, "named")


@pytest.mark.parametrize(
    ("marked", "verb", "subject", "thing", "who"),
    [
        ("Guilt/PROPN/guilt closed/VERB/close {ann:his} throat/NOUN.", "closed", "Guilt", "his throat", ["ann"]),
        ("Fear/PROPN/fear gripped/VERB/grip {ann:his} stomach/NOUN.", "gripped", "Fear", "his stomach", ["ann"]),
        ("Envy/PROPN/envy filled/VERB/fill {ann:her} heart/NOUN.", "filled", "Envy", "her heart", ["ann"]),
        ("{ann:Joy} closed/VERB/close {ben:his} book/NOUN.", "closed", "Joy", "his book", []),
        ("Guilt/PROPN/guilt closed/VERB/close the shop/NOUN.", "closed", "Guilt", "the shop", []),
    ],
)
def test_a_feeling_that_opens_a_sentence_is_of_whose_body_it_is_in(
    marked: str, verb: str, subject: str, thing: str, who: list[str]
) -> None:
    text = told(marked).text
    does = clause(text, text, verb, subject=subject, object=thing)
    found = feelings(told(marked, clauses=[does], cues={0: 0.0}))
    assert [f.experiencer for f in found if f.experiencer] == who


def test_a_feeling_that_goes_over_somebody_is_hers() -> None:
    document = told("Shame/NOUN went/VERB/go over {ann:her}.")
    went = clause(document.text, "Shame went over her.", "went", subject="Shame", obliques=(("over", "her"),))
    found = feelings(told("Shame/NOUN went/VERB/go over {ann:her}.", clauses=[went]))
    assert [(f.experiencer, f.emotion) for f in found] == [("ann", "shame")]


@pytest.mark.parametrize(
    ("marked", "emotion", "also"),
    [
        ("{ann:Her} hands/NOUN/hand were shaking/VERB/shake.", "fear", "guilt"),
        ("{ann:Ann}'s voice/NOUN had begun/VERB/begin to shake/VERB.", "sadness", "fear"),
        ("All the colour/NOUN had gone/VERB/go out of {ann:her} face/NOUN.", "surprise", "fear"),
        ("{ann:Her} cup/NOUN was rattling/VERB/rattle in the saucer/NOUN.", "fear", "guilt"),
        ("{ann:Her} face/NOUN crumpled/VERB/crumple.", "sadness", "shame"),
    ],
)
def test_a_bodily_sign_allows_several_feelings_and_guesses_the_likeliest(marked: str, emotion: str, also: str) -> None:
    feeling = one(marked)
    assert (feeling.experiencer, feeling.emotion, feeling.channel) == ("ann", emotion, "bodily")
    assert also in feeling.candidates


def test_what_is_named_near_by_says_what_a_sign_means() -> None:
    evening = "A long quiet evening went by in the house and the yard. "
    evening += "The men were out on the water with the boats and the nets and the lamps, and the tide had gone."
    found = feelings(
        told("{ann:Her} hands/NOUN/hand were shaking/VERB/shake. " + evening + " {ann:Ann} was furious/ADJ.")
    )
    assert [f.emotion for f in found] == ["anger", "anger"]
    assert "fear" in found[0].candidates


def test_a_sign_that_is_missing_is_no_feeling() -> None:
    assert feelings(told("{ann:Her} hands/NOUN/hand did not shake/VERB.")) == ()


def test_a_kiss_is_felt_by_who_kisses_for_who_is_kissed() -> None:
    feeling = one("{ann:Ann} kissed/VERB/kiss {ben:him}.")
    assert (feeling.experiencer, feeling.target, feeling.emotion, feeling.channel) == ("ann", "ben", "love", "action")


@pytest.mark.parametrize(
    ("marked", "emotion"),
    [
        ("<ann>ben:“{ann:I} love/VERB {ben:you}.”>", "love"),
        ("<ann>ben:“{ann:I} am so sorry/ADJ.”>", "guilt"),
        ("<ann>ben:“How dare/VERB {ben:you}!”>", "anger"),
        ("<ann>ben:“Thank/VERB {ben:you} for the keys/NOUN.”>", "gratitude"),
    ],
)
def test_what_is_said_of_the_own_heart_goes_to_whom_it_is_said(marked: str, emotion: str) -> None:
    feeling = one(marked)
    assert (feeling.experiencer, feeling.target, feeling.emotion) == ("ann", "ben", emotion)
    assert feeling.source == ("narrator", "ann")


@pytest.mark.parametrize(
    ("marked", "negated", "hypothetical"),
    [
        ("{ann:Ann} was not angry/ADJ.", True, False),
        ("{ann:Ann} wasn't jealous/ADJ.", True, False),
        ("{ann:Ann} felt/VERB/feel no fear/NOUN.", True, False),
        ("{ann:Ann} was not only angry/ADJ.", False, False),
        ("{ann:Ann} did not go/VERB because {ann:she} was afraid/ADJ.", False, False),
        ("{ann:Ann} had stopped/VERB/stop loving/VERB/love {ben:Ben}.", True, False),
        ("{ann:Ann} sat/VERB/sit without any shadow/NOUN of shame/NOUN.", True, False),
        ("{ann:Ann} could/AUX not look/VERB/look at it without pity/NOUN.", False, False),
        ("{ann:Ann} spoke/VERB/speak with little joy/NOUN.", True, False),
        ("{ann:Ann} spoke/VERB/speak with a little joy/NOUN.", False, False),
        ("{ann:Her} want/NOUN of sympathy/NOUN was known/VERB/know.", True, False),
        ("{ann:Ann} had not suffered/VERB/suffer alone/ADV.", False, False),
        ("{ann:Ann} ceased/VERB/cease to be angry/ADJ.", True, False),
        ("No/DET wonder/NOUN {ann:Ann} was angry/ADJ.", False, False),
        ("{ann:She} thought/VERB/think that {ann:she} would be frightened/ADJ, and she was not.", True, False),
    ],
)
def test_denied_and_supposed_feelings_are_told_apart(marked: str, negated: bool, hypothetical: bool) -> None:
    feeling = one(marked)
    assert (feeling.negated, feeling.hypothetical) == (negated, hypothetical)


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:Ann} would be angry/ADJ.",
        "{ann:Ann} wanted/VERB/want to be happy/ADJ.",
        "If {ann:Ann} was angry/ADJ it was over.",
        "{ann:Ann} was not so sad/ADJ as tired/ADJ.",
        "<ann>ben:“Do/AUX n't {ben:you} worry/VERB about the boat/NOUN.”>",
        "<ann>ben:“{ben:You} need/AUX n't be afraid/ADJ of the dog/NOUN.”>",
        "{ann:Ann} went/VERB/go to please/VERB {ben:him}.",
        "{ann:Ann} had/VERB/have nobody to trust/VERB.",
        "{ann:Ann} took/VERB/take the boy/NOUN away without/ADP frightening/VERB/frighten {ben:him}.",
        "{ann:Ann} encouraged/VERB/encourage {ben:him} to stay/VERB.",
    ],
)
def test_what_only_might_be_felt_is_none(marked: str) -> None:
    assert not feelings(told(marked))


def test_what_seemed_to_please_somebody_did() -> None:
    assert one("The news/NOUN seemed/VERB/seem to please/VERB {ben:him}.").experiencer == "ben"


def test_what_is_believed_without_a_that_is_only_supposed_too() -> None:
    marked = "{ann:Ann} believed/VERB/believe {ben:he} was angry/ADJ."
    text = told(marked).text
    clauses = [
        clause(text, "Ann believed", "believed", subject="Ann", lemma="believe"),
        clause(text, "he was angry.", "was", subject="he", complement="angry", lemma="be", governor=0),
    ]
    assert next(iter(feelings(told(marked, clauses=clauses)))).hypothetical


def test_what_somebody_believes_of_a_heart_is_only_supposed() -> None:
    marked = "{ann:Ann} thought/VERB/think {ben:he} was angry/ADJ."
    text = told(marked).text
    clauses = [
        clause(text, "Ann thought", "thought", subject="Ann", lemma="think"),
        clause(text, "he was angry.", "was", subject="he", complement="angry", lemma="be", governor=0, marker="that"),
    ]
    (feeling,) = feelings(told(marked, clauses=clauses))
    assert feeling.experiencer == "ben"
    assert feeling.hypothetical


@pytest.mark.parametrize(
    "marked",
    [
        "<ann>ben:“{ann:I} am afraid/ADJ so.”>",
        "<ann>ben:“Yes, love/NOUN.”>",
        "Miss/NOUN {ann:Ann} came/VERB.",
        "<ann>ben:“Happy/ADJ birthday/NOUN.”>",
        "It was a happy/ADJ house/NOUN.",
        "The sea/NOUN raged/VERB/rage.",
        "{ann:Ann} missed/VERB/miss the bus/NOUN.",
    ],
)
def test_words_that_only_look_like_feelings_are_left_alone(marked: str) -> None:
    document = told(marked)
    if "sea" in marked:
        document = told(marked, clauses=[clause(document.text, "The sea raged.", "raged", subject="The sea")])
    assert feelings(document) == ()


def test_cause_is_what_the_feeling_is_about() -> None:
    feeling = one("{ann:Ann} was angry/ADJ because the boat/NOUN had gone/VERB.")
    assert feeling.cause is not None
    assert (
        "because the boat had gone"
        in told("Ann was angry because the boat had gone.").text[feeling.cause.start : feeling.cause.end]
    )


def test_what_others_feel_for_the_teller_is_the_tellers_view() -> None:
    feeling = one("{ben:He} despised/VERB/despise {ann:me}.", narrator="ann")
    assert feeling.source == ("narrator", "ann")


def test_a_question_that_asks_for_a_yes_denies_nothing() -> None:
    assert not feelings(told("<ann>ben:“Are n't {ben:you} proud/ADJ?”>"))
    assert one("<ann>ben:“{ben:You} are n't proud/ADJ.”>").negated


def test_a_feeling_that_is_put_on_is_none() -> None:
    assert one("{ann:Ann} came/VERB/come with pretended/ADJ rage/NOUN.").negated
    assert one("{ann:Ann} assumed/VERB/assume an/DET air/NOUN of rage/NOUN.").negated


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("{ann:Ann} turned/VERB/turn off the glare/NOUN.", None),
        ("{ann:Her} glare/NOUN was on {ben:Ben}.", "ann"),
        ("{ann:Ann} turned/VERB/turn with a glare/NOUN.", "ann"),
    ],
)
def test_a_noun_shows_a_feeling_only_where_it_is_somebodys(marked: str, who: str | None) -> None:
    assert [f.experiencer for f in feelings(told(marked))] == ([who] if who else [])


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:Ann} sat. What joy/NOUN!",
        "{ann:Ann} sat. The glass/NOUN wherein joy/NOUN is found/VERB/find was {ben:his}.",
    ],
)
def test_what_a_sentence_has_without_anybody_is_felt_by_nobody_known(marked: str) -> None:
    assert [f.experiencer for f in feelings(told(marked, focal="ann"))] == [None]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("It was with fear/NOUN that {ann:she} spoke/VERB/speak.", ["ann"]),
        ("{ben:Ben} saw/VERB/see the start/NOUN of surprise/NOUN which {ann:she} gave/VERB/give.", ["ann"]),
        ("{ben:Ben} saw/VERB/see the sorrow/NOUN of {ann:her} face/NOUN.", ["ann"]),
        ("{ben:Ben} spoke/VERB/speak of love/NOUN.", []),
        ("{ben:Ben} asked/VERB/ask for pity/NOUN.", []),
        ("{ben:Ben} felt/VERB/feel around/ADV for the love/NOUN.", []),
        ("{ben:Ben} told/VERB/tell {ann:her} about fear/NOUN.", []),
        ("{ben:Ben} wrote/VERB/write the word/NOUN pity/NOUN.", []),
        ("{ben:Ben} wrote/VERB/write to {ann:her} revered/VERB/revere grandfather/NOUN.", []),
    ],
)
def test_a_feeling_is_whose_it_is_and_none_where_it_is_only_spoken_of(marked: str, who: list[str]) -> None:
    assert [f.experiencer for f in feelings(told(marked))] == who


def test_a_dreadful_thing_tells_of_no_feeling_but_a_cry_at_it_does() -> None:
    assert not feelings(told("<ann>ben:“He was a dreadful/ADJ man/NOUN.”>"))
    assert one("<ann>ben:“How dreadful/ADJ!”>").experiencer == "ann"


def test_an_adjective_past_an_object_may_be_of_either() -> None:
    marked = "{ben:Ben} took {ann:Ann}, tearful/ADJ, away."
    clauses = [clause(told(marked).text, "Ben took Ann, tearful, away.", "took", subject="Ben", object="Ann")]
    assert not feelings(told(marked, clauses=clauses))


def test_who_does_something_in_what_is_hoped_is_no_target() -> None:
    assert one("{ann:Ann} hoped/VERB/hope {ben:he} came/VERB/come.").target is None


@pytest.mark.parametrize(
    "marked",
    [
        "{ben:He} would not suffer/VERB {ann:her} to go.",
        "{ann:Her} concerns/NOUN/concern were many.",
        "{ben:He} held {ann:her} hands/NOUN/hand, shaking/VERB/shake them.",
    ],
)
def test_words_that_mean_something_else_name_no_feeling(marked: str) -> None:
    assert not feelings(told(marked))


def test_in_the_passive_who_does_it_feels_what_it_is_done_with() -> None:
    document = told("{ben:Ben} was angrily/ADV interrupted/VERB/interrupt by {ann:Ann}.")
    said = clause(document.text, document.text, "interrupted", subject="Ben", obliques=(("by", "Ann"),), passive=True)
    found = feelings(told("{ben:Ben} was angrily/ADV interrupted/VERB/interrupt by {ann:Ann}.", clauses=[said]))
    assert [f.experiencer for f in found] == ["ann"]


def test_one_episode_told_twice_in_a_breath_is_one() -> None:
    feeling = one("{ann:Her} face/NOUN burned/VERB/burn and {ann:she} was ashamed/ADJ.")
    assert (feeling.emotion, feeling.channel) == ("shame", "named")


def test_sureness_falls_where_nobody_is_known_to_feel_it() -> None:
    known, unknown = one("{ann:Ann} was angry/ADJ."), one("He was angry/ADJ.")
    assert unknown.experiencer is None
    assert unknown.confidence < known.confidence


def test_lexicon_has_valence_and_family_for_each_emotion() -> None:
    emotions = {word.emotion for words in entries().values() for word in words}
    emotions |= {e for sign in table().signs for e in sign.emotions}
    assert emotions <= set(valences()) == set(families())
    assert all(-1 <= value <= 1 for value in valences().values())


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("frighten", ("frightened", "frightening")),
        ("please", ("pleased", "pleasing")),
        ("stun", ("stunned", "stunning")),
        ("upset", ("upset", "upsetting")),
        ("terrify", ("terrified", "terrifying")),
        ("annoy", ("annoyed", "annoying")),
    ],
)
def test_participles(verb: str, forms: tuple[str, str]) -> None:
    assert participles(verb) == forms


WORDS = """Ann was angry her eyes shone . “ ” I love you not 😀 with Ben 's of heart sank afraid hands shook ! ?"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_any_row_of_words_is_read_without_complaint_and_with_evidence_inside_the_text(words: list[str]) -> None:
    document = told(" ".join(words))
    for feeling in feelings(document):
        assert 0 <= feeling.start < feeling.end <= len(document.text)
        assert 0 <= feeling.confidence <= 1
        assert feeling.emotion not in feeling.candidates


def test_a_cry_at_somebody_is_anger_where_cries_are_rare() -> None:
    calm = " ".join("<ann>ben:“It is late.”>" for _ in range(9))
    found = feelings(told(calm + " <ben>ann:“You/PRON were never there!”>"))
    assert [(f.experiencer, f.emotion, f.target) for f in found] == [("ben", "anger", "ann")]
    assert "surprise" in found[0].candidates


def test_a_cry_of_what_one_did_not_know_reproaches_nobody() -> None:
    calm = " ".join("<ann>ben:“It is late.”>" for _ in range(9))
    assert feelings(told(calm + " <ben>ann:“I had not heard/VERB/hear about the house/NOUN!”>")) == ()


def test_cries_mean_nothing_where_everybody_cries_out() -> None:
    assert feelings(told(" ".join("<ann>ben:“You were never there!”>" for _ in range(9)))) == ()


@pytest.mark.parametrize(
    "marked",
    [
        "{ann:Ann} laughed/VERB/laugh bitterly/ADV.",
        "{ann:Her} bitter/ADJ smile/NOUN was gone.",
        "{ann:She} gave/VERB/give a bitter/ADJ laugh/NOUN.",
    ],
)
def test_the_word_beside_a_sign_says_what_it_means(marked: str) -> None:
    feeling = one(marked)
    assert (feeling.experiencer, feeling.emotion) == ("ann", "anger")


def test_signs_of_one_sentence_are_one_feeling_of_what_they_share() -> None:
    feeling = one("{ann:Her} eyes/NOUN/eye were wet/ADJ and {ann:she} was beaming/VERB/beam.")
    assert feeling.emotion == "joy"
    assert "sadness" not in feeling.candidates


def test_a_sign_that_is_only_supposed_shows_nothing() -> None:
    assert not feelings(told("{ann:She} could have kissed/VERB/kiss {ben:him}."))
    assert one("{ann:She} kissed/VERB/kiss {ben:him}.").target == "ben"


@pytest.mark.parametrize(
    ("degree", "negated"), [("too tired/ADJ", True), ("only too ready/ADJ", False), ("ready/ADJ", False)]
)
def test_who_is_too_tired_to_fear_does_not(degree: str, negated: bool) -> None:
    assert one(f"{{ann:Ann}} was {degree} to/PART fear/VERB {{ben:him}}.").negated is negated


def test_a_pleasure_that_manners_ask_for_is_none() -> None:
    assert not feelings(told("<ann>ben:“{ann:I} have the pleasure/NOUN of calling/VERB/call.”>"))
    assert feelings(told("{ann:She} felt/VERB/feel the pleasure/NOUN of it."))


def test_eyes_are_hers_past_a_list_of_adjectives() -> None:
    assert one("{ben:Ben} sought/VERB/seek {ann:her} clear/ADJ, angry/ADJ eyes/NOUN/eye.").experiencer == "ann"


def test_a_face_that_looks_sad_is_somebodys() -> None:
    marked = "{ann:Her} face/NOUN looked/VERB/look sad/ADJ."
    text = told(marked).text
    looked = clause(text, text, "looked", subject="Her face", complement="sad", lemma="look")
    assert [(f.experiencer, f.emotion) for f in feelings(told(marked, clauses=[looked]))] == [("ann", "sadness")]


def test_to_desire_somebody_to_do_a_thing_is_no_longing() -> None:
    assert not feelings(told("{ann:Ann} desired/VERB/desire {ben:him} to wait ."))
    assert not feelings(told("{ann:Ann} desired/VERB/desire to be excused ."))


@pytest.mark.parametrize(
    ("verb", "lemma", "subject", "source"),
    [
        ("said", "say", "Ann", ("narrator", "ann")),
        ("told", "tell", "Ann", ("narrator", "ann")),
        ("knew", "know", "Ann", ("narrator",)),
        ("said", "say", "Ben", ("narrator",)),
    ],
)
def test_what_somebody_says_of_the_own_heart_is_by_them_whatever_the_narration_thinks(
    verb: str, lemma: str, subject: str, source: tuple[str, ...]
) -> None:
    marked = f"{{{subject.lower()}:{subject}}} {verb}/VERB/{lemma} that {{ann:she}} loved/VERB/love {{ben:him}}."
    text = told(marked).text
    above = clause(text, f"{subject} {verb}", verb, subject=subject, lemma=lemma)
    below = clause(
        text, "that she loved him", "loved", subject="she", object="him", lemma="love", governor=0, marker="that"
    )
    assert [f.source for f in feelings(told(marked, clauses=[above, below]))] == [source]


@pytest.mark.parametrize(("much", "negated"), [("about as much in", True), ("as much in", False), ("in", False)])
def test_as_much_as_with_a_kettle_is_not_at_all(much: str, negated: bool) -> None:
    assert one(f"{{ann:Ann}} was {much} love/NOUN with {{ben:him}} as with the kettle/NOUN.").negated is negated


@pytest.mark.parametrize(
    ("marked", "who", "target"),
    [
        ("{ann:She} had a horror/NOUN of {ben:him}.", "ann", "ben"),
        ("{ann:She} came/VERB/come in fear/NOUN of {ben:him}.", "ann", "ben"),
        ("There was grief/NOUN of {ben:Ben}.", "ben", None),
        ("{ann:Her} dislike/NOUN of {ben:him} was plain/ADJ.", "ann", "ben"),
    ],
)
def test_of_leads_to_whom_a_feeling_is_for_where_a_pronoun_follows(marked: str, who: str, target: str | None) -> None:
    feeling = one(marked)
    assert (feeling.experiencer, feeling.target) == (who, target)


@pytest.mark.parametrize(
    ("marked", "who", "emotion", "target"),
    [
        ("{ann:She} took/VERB/take a dislike/NOUN to {ben:him}.", "ann", "contempt", "ben"),
        ("{ann:She} doted/VERB/dote on {ben:him}.", "ann", "love", "ben"),
        ("{ann:She} distrusted/VERB/distrust {ben:him}.", "ann", "contempt", "ben"),
        ("It grieved/VERB/grieve {ann:her}.", "ann", "sadness", None),
        ("{ann:Ann} spoke/VERB/speak icily/ADV.", "ann", "contempt", None),
        ("{ann:Ann} listened/VERB/listen with wonder/NOUN.", "ann", "surprise", None),
        ("{ann:Ann} was agitated/ADJ.", "ann", "fear", None),
    ],
)
def test_words_of_feeling_are_known(marked: str, who: str, emotion: str, target: str | None) -> None:
    feeling = one(marked)
    assert (feeling.experiencer, feeling.emotion, feeling.target) == (who, emotion, target)


def test_what_is_no_wonder_surprises_nobody() -> None:
    assert not feelings(told("{ann:Ann} slept/VERB/sleep, and no wonder/NOUN."))


def test_who_despises_a_thing_does_not_despise_whom_the_words_go_to() -> None:
    marked = "{ann:Ann} despised/VERB the work/NOUN. <ann>ben:“Go.”>"
    text = told(marked).text
    work = clause(text, "Ann despised the work.", "despised", subject="Ann", object="the work")
    assert [f.target for f in feelings(told(marked, clauses=[work]))] == [None]
    assert [f.target for f in feelings(told("{ann:Ann} was angry/ADJ. <ann>ben:“You may go.”>"))] == ["ben"]
    assert [f.target for f in feelings(told("{ann:Ann} was angry/ADJ. <ann>ben:“It broke.”>"))] == [None]
