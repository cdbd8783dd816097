"""Relationships: kinds, events, courses; and what must not be read into a text."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.unit.stages.relationships.tale import Tale, tale


def kinds(made: Tale, a: str, b: str) -> tuple[str, ...]:
    found = made.between(a, b)
    return found.kinds if found else ()


def events(made: Tale, a: str, b: str) -> list[tuple[str, str | None]]:
    found = made.between(a, b)
    return [(e.type, e.actor) for e in found.events] if found else []


def statuses(made: Tale, a: str, b: str) -> list[str]:
    found = made.between(a, b)
    out: list[str] = []
    for moment in found.timeline if found else ():
        if moment.status and out[-1:] != [moment.status]:
            out.append(moment.status)
    return out


def test_a_kin_word_with_its_possessor_is_family_with_roles() -> None:
    found = tale("{ann:Ann} waited. {ben:{ann:Her} brother} was late.").between("ann", "ben")
    assert found is not None
    assert (found.pair, found.kinds, found.role) == (("ann", "ben"), ("family",), ("sister", "brother"))


def test_kinship_follows_from_kinship() -> None:
    made = tale("{ann:Ann} came with {ben:{ann:her} brother} and {cam:{ann:her} mother}.")
    found = made.between("ben", "cam")
    assert found is not None
    assert found.kinds == ("family",)
    assert found.role == ("son", "mother")


def test_a_husband_is_married() -> None:
    made = tale("{ann:Ann} called {ben:{ann:her} husband}.")
    assert kinds(made, "ann", "ben") == ("romance", "family")
    assert statuses(made, "ann", "ben") == ["married"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("friend", "friendship"), ("understudy", "work"), ("tutor", "school"), ("maid", "service"), ("rival", "rivalry")],
)
def test_role_nouns_tell_the_kind(word: str, kind: str) -> None:
    assert kinds(tale(f"{{ann:Ann}} looked at {{cam:{{ann:her}} {word}}}."), "ann", "cam") == (kind,)


def test_a_role_in_the_predicate_is_the_subjects() -> None:
    made = tale("{cam:Cam} was {cam2:{ann:Ann}'s boss}.")
    made.named = [n for n in made.named if n[2] != "cam2"] + [(8, 18, "nobody", 1)]
    made.clause("Cam was Ann's boss", "be", subject="Cam", complement="Ann's boss")
    assert kinds(made, "ann", "cam") == ("work",)


@pytest.mark.parametrize(
    "words",
    [
        "Cam was with Ann's mother",
        "Cam was like Ann's mother",
        "Cam was Ann's mother's joy",
        "Cam was now Ann's mother",
    ],
)
def test_only_what_the_subject_is_said_to_be_is_its_role(words: str) -> None:
    made = tale("{cam:" + words.replace("Cam", "Cam}", 1).replace("Ann's mother", "{x:{ann:Ann}'s mother}") + ".")
    made.named = [(s, e, "nobody" if w == "x" else w, o) for s, e, w, o in made.named]
    made.unlinked.add("nobody")
    made.clause(words, "be", subject="Cam", complement=words[words.index("Ann") :], verb="was")
    assert kinds(made, "ann", "cam") == (("family",) if "now" in words else ())


@pytest.mark.parametrize(("said", "expected"), [('"Come, {x}."', ()), ('"Here is {x} Ben."', ("family",))])
def test_whoever_is_called_my_boy_is_nobodys_son_by_that(said: str, expected: tuple[str, ...]) -> None:
    marked = said.replace("{x}", "{ben:{ann:my} boy}")
    assert kinds(tale(f"{{ann:Ann}} {{ben:Ben}} <ann>ben:{marked}>"), "ann", "ben") == expected


@pytest.mark.parametrize("before", ["You are not", "He was no longer", "It was as if he were"])
def test_who_is_denied_to_be_a_friend_is_none(before: str) -> None:
    assert tale(f"{{ben:Ben}} sat. {before} {{ben:{{ann:Ann}}'s friend}}.").relationships() == ()


def test_a_mate_has_a_name() -> None:
    assert kinds(tale("{ann:Ann} saw {ben:{ann:her} mate}, {ben:Ben}. {ben:Ben} sat."), "ann", "ben") == ("friendship",)
    assert kinds(tale("{ann:The robin} and {ben:{ann:her} mate}."), "ann", "ben") == ()


def test_a_name_beside_a_kin_word_is_who_it_means() -> None:
    made = tale("{ann:Ann} waited. {x:{ann:Her} brother}, {ben:Ben}, was late.")
    made.named = [(s, e, "nobody" if w == "x" else w, o) for s, e, w, o in made.named]
    made.unlinked.add("nobody")
    assert kinds(made, "ann", "ben") == ("family",)


@pytest.mark.parametrize(
    ("words", "lemma", "oblique", "expected"),
    [
        ("Ann was married to Ben", "marry", ("to", "Ben"), ("romance", "family")),
        ("Ann was in love with Ben", "be", ("with", "Ben"), ("romance",)),
        ("Ann worked for Ben", "work", ("for", "Ben"), ("work",)),
        ("Ann studied under Ben", "study", ("under", "Ben"), ("school",)),
    ],
)
def test_verbs_tell_the_kind(words: str, lemma: str, oblique: tuple[str, str], expected: tuple[str, ...]) -> None:
    marked = words.replace("Ann", "{ann:Ann}").replace("Ben", "{ben:Ben}")
    made = tale(f"{marked} in those days.").clause(words, lemma, "Ann", oblique=oblique)
    assert kinds(made, "ann", "ben") == expected
    denied = tale(f"{marked} in those days.").clause(words, lemma, "Ann", oblique=oblique, negated=True)
    assert kinds(denied, "ann", "ben") == ()


def test_two_may_be_something_together() -> None:
    made = tale("{ann:Ann} and {ben:Ben} had been enemies at twelve.")
    made.clause("Ann and Ben had been enemies at twelve", "be", "Ann", complement="enemies", tense="pluperfect")
    assert kinds(made, "ann", "ben") == ("enmity",)


@pytest.mark.parametrize(
    ("words", "complement"),
    [
        ("Ann and Ben were sad for their friends", "sad for their friends"),
        ("Ann and Ben were friends of hers", "friends of hers"),
        ("Ann and Ben were known for bad friends", "known for bad friends"),
        ("Ann and Ben were all friends", "friends"),
        ("Ann and Ben drank at school", None),
    ],
)
def test_what_is_not_said_of_two_together_is_no_tie_of_theirs(words: str, complement: str | None) -> None:
    made = tale(words.replace("Ann", "{ann:Ann}").replace("Ben", "{ben:Ben}") + ".")
    lemma, verb = ("be", "were") if complement else ("drink", "drank")
    made.clause(words, lemma, "Ann and Ben", complement=complement, verb=verb)
    assert kinds(made, "ann", "ben") == ()


@pytest.mark.parametrize(
    ("ann", "ben", "expected"),
    [
        ("Ann Hale", "Ben Hale", ("family",)),
        ("Mrs. Hale", "Mr. Hale", ("romance", "family")),
        ("Ann Hale", "Mr. Hale", ("family",)),
        ("Ann Hale", "Ben Vane", ()),
        ("Stormy Jack", "Rusty Jack", ()),  # no surname
    ],
)
def test_a_surname_is_of_one_family(ann: str, ben: str, expected: tuple[str, ...]) -> None:
    made = tale("{ann:Ann} saw {ben:Ben}. {ann:Ann} went. {ben:Ben} stayed.")
    made.called = {"ann": ann, "ben": ben}
    assert kinds(made, "ann", "ben") == expected


@pytest.mark.parametrize(("one", "other"), [("Mr. Hale", "Ben Hale"), ("Benjamin Hale", "Ben Hale")])
def test_two_who_may_be_one_are_no_family(one: str, other: str) -> None:
    made = tale("{gus:Gus} saw {ben:Ben}. {gus:Gus} went. {ben:Ben} stayed.")
    made.called = {"gus": one, "ben": other}
    assert made.relationships() == ()


@pytest.mark.parametrize(
    ("text", "expected"), [("", ()), ("{ann:Ann Hale} and {ben:Ben Hale} sang. " * 3, ("family",))]
)
def test_in_a_novel_a_surname_is_of_one_family_if_its_bearers_are_often_named(
    text: str, expected: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unspoken.stages.cast.relations.CROWD", 1)
    made = tale(f"{{ann:Ann}} saw {{ben:Ben}}. {{ann:Ann}} went. {{ben:Ben}} stayed. {text}")
    made.called = {"ann": "Ann Hale", "ben": "Ben Hale"}
    assert kinds(made, "ann", "ben") == expected


def test_who_is_named_once_is_of_no_family() -> None:
    made = tale("{ann:Ann} saw {ben:Ben}. {ann:Ann} went.")
    made.called = {"ann": "Ann Hale", "ben": "Ben Hale"}
    assert made.relationships() == ()


LONG = " It rained all day." * 4000  # of a novel's length
TALK = '<ann>ben:"Rain again."> <ben>ann:"So it is."> '


def test_two_who_talk_are_acquainted_where_one_is_called_by_title_and_name() -> None:
    made = (
        f'{TALK}<ann>ben:"Good day, {{ben:Mr Hale}}."> <ben>ann:"Good day."> {{ann:Ann}} {{ann:Ann}} left {{ben:Ben}}.'
    )
    assert kinds(tale(made), "ann", "ben") == ("acquaintance",)


@pytest.mark.parametrize(
    "said",
    [
        f"{TALK}{{ann:Ann}} and {{ann:Ann}} saw {{ben:Mr Hale}} and {{ben:Ben}}.",  # once is little
        f'{TALK}<ann>ben:"No, {{ben:Mr Hale}}."> {{ann:Ann}} {{ann:Ann}} {{ben:Ben}}',  # who hardly answers
        f'{TALK}{TALK}<ann>ben:"No, {{ben:Ben}}."> {{ann:Ann}} {{ann:Ann}} {{ben:Ben}}',  # may be anything
        f'{TALK}{TALK}<ann>ben:"No, {{ben:Uncle Hale}}."> {{ann:Ann}} {{ann:Ann}} {{ben:Ben}}',
    ],
)
def test_two_who_talk_are_of_no_kind_otherwise(said: str) -> None:
    assert kinds(tale(said + LONG), "ann", "ben") == ()


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (f'{TALK}{TALK}<ann>ben:"No, {{ben:Ben}}.">', ("friendship",)),
        (f'{TALK}{TALK}<ann>ben:"No, {{ben:Ben}}."> <ben>ann:"Yes, madam.">', ("acquaintance",)),
        (f'{TALK}<ann>ben:"No."> {{ben:Ben}}', ("acquaintance",)),
        ('<ann>ben:"Rain again."> {ben:Ben} {ben:Ben}', ()),  # who is silent
    ],
)
def test_where_few_people_are_about_two_who_talk_are_friends_or_know_each_other(
    told: str, kind: tuple[str, ...]
) -> None:
    assert kinds(tale(f"{told} {{ann:Ann}} {{ann:Ann}} {{ben:Ben}}"), "ann", "ben") == kind


def test_cousins_who_talk_are_no_friends_by_that() -> None:
    line = '<ann>ben:"Rain again, {ben:Ben}."> <ben>ann:"So it is, {ann:Ann}."> {ann:Ann} nodded. '
    more = "{cam:Cam} came in, {cam:{ann:her} sister}. " * 9
    assert kinds(tale(f"{line * 7}{{ben:{{ann:Her}} cousin}} left. {more}"), "ann", "ben") == ()


def test_two_who_talk_have_to_do_with_each_other() -> None:
    found = tale(f"{TALK}{TALK}{{ann:Ann}} {{ann:Ann}} {{ben:Ben}} {{ben:Ben}}{LONG}").between("ann", "ben")
    assert found is not None
    assert (found.kinds, found.role, [m.contact for m in found.timeline]) == ((), None, ["together"])


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Yes, Mistress.", ("service",)),
        ("Right you are, boss.", ("work",)),
        ("Good day, sir.", ("acquaintance",)),
        ("Is the boss in?", ("acquaintance",)),
    ],
)
def test_who_is_called_by_an_office_is_served_or_worked_for(said: str, kind: tuple[str, ...]) -> None:
    assert (
        kinds(tale(f'{TALK}<ann>ben:"{said}"> {{ann:Ann}} {{ann:Ann}} {{ben:Ben}} {{ben:Ben}}'), "ann", "ben") == kind
    )


def test_nobody_in_particular_has_no_acquaintances() -> None:
    assert tale(f"{TALK}{TALK}{{ann:Ann}} {{ann:Ann}} went to {{ben:a boy}} and {{ben:the boy}}.").relationships() == ()


@pytest.mark.parametrize(
    ("ben", "ann", "kind"),
    [
        ("Ben", "Ann", ("friendship",)),
        ("Ben", "Madam", ("acquaintance",)),
        ("Mr Hale", "Ann", ("acquaintance",)),
        ("Mr Hale", "Miss Vane", ("acquaintance",)),
    ],
)
def test_two_who_talk_long_and_by_bare_names_are_friends(ben: str, ann: str, kind: tuple[str, ...]) -> None:
    line = f'<ann>ben:"Rain again, {{ben:{ben}}}."> <ben>ann:"So it is, {{ann:{ann}}}."> {{ann:Ann}} nodded.'
    assert kinds(tale(" ".join([line] * 7) + " {ben:Ben} left."), "ann", "ben") == kind


def test_two_of_whom_nothing_is_told_have_no_relationship() -> None:
    assert tale("{ann:Ann} saw {ben:Ben}.").relationships() == ()


@pytest.mark.parametrize(("ann", "ben", "expected"), [(3, 0, ()), (2, 1, ("romance",)), (1, 1, ())])
def test_love_makes_lovers_where_both_feel_it_often(ann: int, ben: int, expected: tuple[str, ...]) -> None:
    made = tale("{ann:Ann} loved {ben:Ben}. He loved her too.")
    for who, whom, times in (("ann", "ben", ann), ("ben", "ann", ben)):
        for _ in range(times):
            made.feel(who, "love", whom, "loved", 0.9)
    assert kinds(made, "ann", "ben") == expected


def test_a_kiss_alone_makes_no_lovers() -> None:
    made = tale("{ann:Ann} kissed {ben:Ben}. She loved him.").clause("Ann kissed Ben", "kiss", "Ann", "Ben")
    assert (kinds(made, "ann", "ben"), events(made, "ann", "ben")) == ((), [("kiss", "ann")])
    made.feel("ann", "love", "ben", "loved", 0.9)
    assert kinds(made, "ann", "ben") == ("romance",)


def test_love_declared_once_makes_no_lovers_and_no_acquaintances() -> None:
    talk = f'{TALK}<ann>ben:"I love you, {{ben:Mr Hale}}."> <ben>ann:"I see.">'
    made = tale(f"{talk} {{ann:Ann}} and {{ann:Ann}} saw {{ben:Ben}}.")
    assert (kinds(made, "ann", "ben"), events(made, "ann", "ben")) == ((), [("confess", "ann")])
    made = tale(f"{talk} {{ann:Ann}} and {{ann:Ann}} saw {{ben:Ben}}. She loved him.")
    assert kinds(made.feel("ann", "love", "ben", "loved", 0.9), "ann", "ben") == ("romance",)


def test_between_sister_and_brother_a_kiss_is_none_of_lovers() -> None:
    made = tale(
        "{ann:Ann} kissed {ben:{ann:her} brother}. She loved him. {cam:Cam}" + " and {cam:{ann:her} sister}" * 9
    )
    made.clause("Ann kissed her brother", "kiss", "Ann", "her brother").feel("ann", "love", "ben", "loved", 0.9)
    assert "romance" not in kinds(made, "ann", "ben")


def test_an_apology_that_is_accepted_mends_a_quarrel() -> None:
    made = tale(
        "{ann:Ann} quarrelled with {ben:{ann:her} brother}."
        '|<ann>ben:"I\'m so sorry."> {ann:Ann} wept. <ben>ann:"You weren\'t to know.">'
    )
    made.clause("Ann quarrelled with her brother", "quarrel", subject="Ann", oblique=("with", "her brother"))
    assert events(made, "ann", "ben") == [("quarrel", "ann"), ("apologise", "ann"), ("forgive", "ben")]
    assert statuses(made, "ann", "ben") == ["strained", "close"]


def test_it_is_all_right_forgives_nothing_where_nobody_was_sorry() -> None:
    made = tale('{ann:Ann} {ben:Ben} <ann>ben:"I can reach the salt."> <ben>ann:"It\'s all right.">')
    assert events(made, "ann", "ben") == []


def test_silence_for_years_is_estrangement_and_mending_it_a_reunion() -> None:
    made = tale(
        "{ann:Ann} had not spoken to {ben:{ann:her} brother} since the spring."
        '|<ann>ben:"I\'m sorry."> <ben>ann:"You didn\'t know."> {ben:Ben} sat with {ann:Ann}.'
    )
    words = "Ann had not spoken to her brother since the spring"
    made.clause(words, "speak", "Ann", oblique=("to", "her brother"), negated=True, tense="pluperfect")
    assert statuses(made, "ann", "ben") == ["estranged", "close"]
    assert ("reunite", None) in events(made, "ann", "ben")


def test_two_who_have_not_spoken_are_estranged() -> None:
    made = tale("{ann:Ann} and {ben:{ann:her} friend} hadn't spoken in years.")
    words = "Ann and her friend hadn't spoken in years"
    made.clause(words, "speak", "Ann", negated=True, tense="pluperfect")
    assert statuses(made, "ann", "ben") == ["estranged"]


@pytest.mark.parametrize(("known", "expected"), [("husband", ["break_up"]), ("friend", [])])
def test_to_leave_a_husband_is_to_part(known: str, expected: list[str]) -> None:
    made = tale(f"{{ann:Ann}} fed {{ben:{{ann:her}} {known}}}. In spring {{ann:she}} left {{ben:him}}.")
    made.clause("she left him.", "leave", "she", "him")
    assert [type_ for type_, _ in events(made, "ann", "ben")] == expected


def test_an_announced_apology_is_one() -> None:
    made = tale('{ann:Ann} {ben:Ben} <ann>ben:"I only came to say I\'m sorry.">')
    assert events(made, "ann", "ben") == [("apologise", "ann")]


def test_a_parting_shows_that_two_were_together() -> None:
    made = tale("{ann:Ann} stood there, and {ben:Ben} too. <ben>ann:\"It's no good. We're finished.\">")
    assert events(made, "ann", "ben") == [("break_up", "ben")]
    assert statuses(made, "ann", "ben") == ["together", "broken_up"]
    assert kinds(made, "ann", "ben") == ("romance",)


def test_a_kiss_after_a_parting_reunites() -> None:
    made = tale('{ann:Ann} {ben:Ben} <ben>ann:"We\'re finished.">|Then {ann:Ann} kissed {ben:him}.')
    made.clause("Ann kissed him", "kiss", subject="Ann", object="him")
    assert statuses(made, "ann", "ben") == ["together", "broken_up", "together"]
    assert events(made, "ann", "ben") == [("break_up", "ben"), ("kiss", "ann"), ("reunite", None)]


@pytest.mark.parametrize(
    "more",
    [{"negated": True}, {"modal": "might"}, {"conditional": True}, {"question": True}, {"tense": "future"}],
)
def test_what_is_denied_supposed_or_asked_does_not_happen(more: dict[str, Any]) -> None:
    made = tale("{ann:Ann} kissed {ben:Ben}.").clause("Ann kissed Ben", "kiss", "Ann", "Ben", **more)
    assert made.relationships() == ()


def test_what_is_wished_does_not_happen() -> None:
    made = tale("{cam:Cam} hoped {ann:Ann} kissed {ben:Ben}.")
    made.clause("Cam hoped", "hope", "Cam").clause("Ann kissed Ben", "kiss", "Ann", "Ben", governor=0)
    assert made.between("ann", "ben") is None


@pytest.mark.parametrize(
    "words",
    [
        "She says I love you to the cat.",
        "If I love you, what then?",
        "I don't love you.",
        "He told her I love you, once.",
        "I'm sorry to hear that.",
        "I'm not sorry.",
        "It's over there.",
    ],
)
def test_words_that_only_sound_like_an_act_are_none(words: str) -> None:
    assert events(tale(f'{{ann:Ann}} {{ben:Ben}} <ann>ben:"{words}">'), "ann", "ben") == []


def test_love_between_mother_and_son_is_of_the_family() -> None:
    made = tale('{ben:Ben} came in to {ann:{ben:his} mother}. <ann>ben:"I love you.">')
    assert kinds(made, "ann", "ben") == ("family",)
    assert events(made, "ann", "ben") == []


@pytest.mark.parametrize(("read", "expected"), [(True, [("confess", "ann")]), (False, [])])
def test_a_letter_confesses_only_to_a_reader(read: bool, expected: list[tuple[str, str]]) -> None:
    made = tale("{ann:Ann} wrote to {ben:Ben}. Dear Ben, I love you. Yours, Ann")
    made.letter("Dear Ben, I love you. Yours, Ann", "ann", "ben", read)
    assert events(made, "ann", "ben") == expected


def test_a_death_widows() -> None:
    made = tale("{ann:Ann} sat by {ben:{ann:her} husband}. {cam:Cam}, {ann:her} friend. At six {ben:Ben} died.")
    made.clause("Ben died", "die", "Ben")
    assert statuses(made, "ann", "ben") == ["married", "widowed"]
    assert events(made, "ann", "ben") == [("die", "ben")]


def test_a_thing_with_a_name_does_not_die() -> None:
    made = tale("{ann:Ann} drove {gus:Gus}, {gus:{ann:her} friend}. {gus:Gus} died.")
    made.kinds["gus"] = "animal"
    assert made.clause("Gus died", "die", "Gus").relationships() == ()


def test_we_were_friends() -> None:
    made = tale("{ann:Ann} and {ben:Ben} became friends.").clause(
        "Ann and Ben became friends", "become", "Ann and Ben", complement="friends"
    )
    assert kinds(made, "ann", "ben") == ("friendship",)
    assert events(made, "ann", "ben") == [("befriend", None)]
    assert statuses(made, "ann", "ben") == ["close"]


def test_accusations_make_a_quarrel_of_the_scene() -> None:
    made = tale('{ann:Ann} {ben:Ben} <ann>ben:"Meaning what?"> <ben>ann:"You weren\'t there!">')
    assert events(made, "ann", "ben") == [("quarrel", None)]


@pytest.mark.parametrize(
    "words",
    [
        '<ann>ben:"You liar! You never care!"> <ben>ann:"It rains.">',  # one is cool
        '<ann>ben:"You never did!"> she laughed. <ben>ann:"No, I never did!"> he laughed.',
    ],
)
def test_one_alone_or_in_fun_does_not_quarrel(words: str) -> None:
    assert events(tale("{ann:Ann} {ben:Ben} " + words), "ann", "ben") == []


@pytest.mark.parametrize(
    ("words", "sorry"),
    [
        ("I'm sorry.", True),
        ("I am sorry, Ben.", True),
        ("I'm sorry I hurt you.", True),
        ("I'm sorry if I woke you.", True),
        ("I'm sorry for what I said.", True),
        ("I'm sorry to part.", False),
        ("I'm sorry enough that I came.", False),
        ("I'm sorry I gave him the chance.", False),
        ("I'm sorry for that letter.", True),
        ("im sorry im sorry", True),
        ("I'm sorry for that woman.", False),
        ("I'm sorry for you.", False),
        ("I'm sorry for Mrs Hale.", False),
        ("I'm sorry, Mrs. Hale, but I can't.", False),
        ("God forgive me!", False),
        ("May Heaven and my mother forgive me!", False),
        ("Ben, forgive me!", True),
        ("This is the end of the road.", False),
    ],
)
def test_who_is_sorry_to_somebody_apologises(words: str, sorry: bool) -> None:
    made = tale(f'{{ann:Ann}} {{ben:Ben}} <ann>ben:"{words}">')
    assert events(made, "ann", "ben") == ([("apologise", "ann")] if sorry else [])


def test_an_act_that_goes_on_after_its_cue_is_read_to_its_end() -> None:
    made = tale('{ann:Ann} {ben:Ben} <ann>ben:"I am sorry,"> she said, <ann>ben:"that you are ill.">')
    assert events(made, "ann", "ben") == []


@pytest.mark.parametrize(
    ("words", "met"), [("Ann first saw Ben", True), ("Ann saw Ben", False), ("Ann saw Ben first", False)]
)
def test_who_first_sees_somebody_meets_them(words: str, met: bool) -> None:
    made = tale(words.replace("Ann", "{ann:Ann}").replace("Ben", "{ben:Ben}") + ".")
    made.clause(words, "see", "Ann", "Ben")
    assert events(made, "ann", "ben") == ([("meet", "ann")] if met else [])


@pytest.mark.parametrize("words", ["Ben nearly died", "Ben almost died for joy", "Ben was dying"])
def test_who_lives_has_not_died(words: str) -> None:
    made = tale("{ann:Ann} fed {ben:{ann:her} husband}. " + words.replace("Ben", "{ben:Ben}") + ".")
    assert events(made.clause(words, "die", "Ben"), "ann", "ben") == []


def test_what_shares_its_to_has_not_happened() -> None:
    made = tale("{ann:Ann} meant to rise and kiss {ben:Ben}.")
    made.clause("to rise", "rise", tense="infinitive").clause("kiss Ben", "kiss", object="Ben", tense="present")
    ann = made.span("Ann")
    made.clauses[1] = msgspec.structs.replace(made.clauses[1], subject=ann, subject_shared=True)
    assert made.between("ann", "ben") is None


@pytest.mark.parametrize(
    ("words", "marker", "told"), [("since Ben died", "since", False), ("when Ben died", "when", True)]
)
def test_what_only_dates_something_else_is_no_event(words: str, marker: str, told: bool) -> None:
    made = tale("{ann:Ann} fed {ben:{ann:her} husband}.|It was long " + words.replace("Ben", "{ben:Ben}") + ".")
    made.clause(words, "die", "Ben", marker=marker)
    assert statuses(made, "ann", "ben") == ["married", "widowed"]
    assert events(made, "ann", "ben") == ([("die", "ben")] if told else [])


def test_what_shares_its_had_lies_before_too() -> None:
    made = tale("{ann:Ann} had met {ben:Ben} and kissed {ben:him}.")
    made.clause("Ann had met Ben", "meet", "Ann", "Ben", tense="pluperfect")
    made.clause("kissed him", "kiss", object="him", subject_shared=True)
    made.clauses[1] = msgspec.structs.replace(made.clauses[1], subject=made.clauses[0].subject)
    assert events(made, "ann", "ben") == []


@pytest.mark.parametrize("words", ["Ann wedded Ben in imagination", "Ann wedded a man"])
def test_what_is_imagined_or_of_somebody_new_is_not_told(words: str) -> None:
    made = tale(
        "{ann:Ann} {ben:Ben}. "
        + words.replace("Ann", "{ann:Ann}").replace("Ben", "{ben:Ben}").replace("a man", "{ben:a man}")
    )
    made.clause(words, "wed", "Ann", words.split()[2] if "Ben" in words else "a man")
    assert kinds(made, "ann", "ben") == ()


def test_a_wedding_told_in_talk_needs_names() -> None:
    for he, expected in (("Ben", ("romance",)), ("he", ())):
        made = tale(f'{{cam:Cam}} {{dot:Dot}} {{ben:Ben}}. <cam>dot:"Yes, {{ben:{he}}} married {{ann:Ann}}.">')
        made.clause(f"{he} married Ann", "marry", he, "Ann", quotation="q0")
        assert kinds(made, "ann", "ben") == expected


def test_my_husband_may_be_said_of_one_who_is_lost() -> None:
    made = tale("It rained. {ann:Ann} divorced {ben:Ben}. {ann:Ann} thought of {ben:{ann:her} husband}.")
    made.clause("Ann divorced Ben", "divorce", "Ann", "Ben")
    assert statuses(made, "ann", "ben") == ["married", "broken_up"]


def test_contact_follows_who_is_in_each_scene() -> None:
    found = tale("{ann:Ann} met {ben:{ann:her} brother}.|{ann:Ann} alone.|{cam:Cam}.|{ben:Ben} and {ann:Ann}.").between(
        "ann", "ben"
    )
    assert found is not None
    assert [(m.scene, m.contact) for m in found.timeline] == [("s0", "together"), ("s1", "apart"), ("s3", "together")]


def test_what_each_feels_moves_halfway_and_stays_unknown_otherwise() -> None:
    made = tale("{ann:Ann} liked {ben:{ann:her} cousin}. Later she loathed him.")
    made.feel("ann", "joy", "ben", "liked", 0.8).feel("ann", "anger", "ben", "loathed", -0.8)
    found = made.between("ann", "ben")
    assert found is not None
    assert [m.valence.a for m in found.timeline if m.valence.a is not None] == [0.8, 0.0]
    assert all(m.valence.b is None and m.trust.a is None for m in found.timeline)


def test_denied_feelings_move_nothing() -> None:
    made = tale("{ann:Ann} was not angry with {ben:{ann:her} friend}.").feel(
        "ann", "anger", "ben", "angry", -0.8, negated=True
    )
    found = made.between("ann", "ben")
    assert found is not None
    assert all(m.valence.a is None for m in found.timeline)


def test_every_event_has_its_words() -> None:
    made = tale('{ann:Ann} {ben:Ben} <ben>ann:"No. We\'re finished, my dear.">')
    found = made.between("ann", "ben")
    assert found is not None
    assert [made.text[e.start : e.end] for e in found.events] == ["We're finished"]


def test_no_man_is_nobodys_friend() -> None:
    made = tale("{ann:Ann} saw {ben:{ann:her} friend}.")
    made.called = {"ben": "no man"}
    assert made.relationships() == ()


def test_nothing_at_all_is_no_error() -> None:
    assert Tale().relationships() == ()


@pytest.mark.parametrize(("word", "kind"), [("", ("service",)), ("most obedient and humble ", ())])
def test_who_signs_as_a_servant_only_says_so_to_be_polite(word: str, kind: tuple[str, ...]) -> None:
    assert kinds(tale(f"{{ann:Ann}} read it. {{ben:{{ann:Your}} {word}servant}}, {{ben:Ben}}."), "ann", "ben") == kind


@pytest.mark.parametrize(("name", "tied"), [("her friend", True), ("a real friend", False)])
def test_whoever_is_only_somebody_is_tied_to_nobody(name: str, tied: bool) -> None:
    made = tale("{ann:Ann} waited. {x:{ann:Her} friend} would come. {ann:Ann} loved {x:{ann:her} friend}.")
    made.called["x"] = name
    assert (made.between("ann", "x") is not None) is tied
