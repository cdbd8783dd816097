"""What is told of no moment, and what somebody is too tired, too hot or too little fond to feel."""

from __future__ import annotations

import pytest
from msgspec import structs

from tests.unit.stages.feelings.told import clause, feelings, told
from unspoken.layers.spans import Span

Told = list[tuple[str | None, str, bool]]


def shown(marked: str, **more: object) -> Told:
    found = feelings(told(marked, **more))  # type: ignore[arg-type]
    return [(f.experiencer, f.emotion, f.negated) for f in found if not f.hypothetical]


@pytest.mark.parametrize(
    ("marker", "tense", "told_of"),
    [("when", "present", []), ("whenever", "past", []), ("when", "past", [("ben", "anger", False)])],
)
def test_what_happens_each_time_is_of_no_moment(marker: str, tense: str, told_of: Told) -> None:
    text = f"“She shouts {marker} she is angry.”"
    clauses = [
        clause(text, "She shouts", "shouts", subject="She", tense=tense),
        clause(text, f"{marker} she is angry", "is", subject="she", marker=marker, tense=tense, lemma="be"),
    ]
    marked = f"<ann>:“{{ben:She}} shouts/VERB {marker}/ADV {{ben:she}} is angry/ADJ.”>"
    assert shown(marked, clauses=clauses) == told_of


def test_when_counts_only_where_its_own_clause_begins_with_it() -> None:
    text = "“When you came I am angry.”"
    clauses = [clause(text, "I am angry", "am", subject="I", marker="when", tense="present", lemma="be")]
    marked = "<ann>:“When/ADV you came/VERB {ann:I} am angry/ADJ.”>"
    assert shown(marked, clauses=clauses) == [("ann", "anger", False)]


@pytest.mark.parametrize(
    ("marked", "told_of"),
    [
        ("{ann:Ann} was usually/ADV angry/ADJ.", []),
        ("{ann:Ann} was suddenly/ADV angry/ADJ.", [("ann", "anger", False)]),
        ("{ann:Her} usually/ADV calm/ADJ eyes grew/VERB/grow angry/ADJ.", [("ann", "anger", False)]),
    ],
)
def test_how_somebody_usually_is_tells_of_no_moment(marked: str, told_of: Told) -> None:
    text = "Ann was usually angry." if "was" in marked else "Her usually calm eyes grew angry."
    text = text.replace("usually", "suddenly") if "suddenly" in marked else text
    verb, subject = ("was", "Ann") if "was" in marked else ("grew", text[: text.index(" grew")])
    lemma = "be" if verb == "was" else "grow"
    assert shown(marked, clauses=[clause(text, text[:-1], verb, subject=subject, lemma=lemma)]) == told_of


@pytest.mark.parametrize(("subject", "told_of"), [("Everything", []), ("Letters", [("ann", "joy", False)])])
def test_what_all_things_ever_did_is_of_no_moment(subject: str, told_of: Told) -> None:
    text = f"{subject} which had delighted her was gone."
    words = "which had delighted her"
    relative = clause(text, words, "delighted", object="her", marker="which", lemma="delight", tense="pluperfect")
    relative = structs.replace(relative, subject=Span(0, len(subject)))
    marked = f"{subject}/PRON which/PRON had delighted/VERB/delight {{ann:her}} was gone/VERB/go."
    assert shown(marked, clauses=[relative]) == told_of


@pytest.mark.parametrize(("verb", "told_of"), [("pictured", []), ("met", [("ann", "sadness", False)])])
def test_what_somebody_pictures_is_not_there(verb: str, told_of: Told) -> None:
    lemma = "picture" if verb == "pictured" else "meet"
    marked = f"{{ben:Ben}} {verb}/VERB/{lemma} {{ann:Ann}} with {{ann:her}} sorrowful/ADJ eyes/NOUN/eye."
    assert shown(marked) == told_of


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("too/ADV busy/ADJ to be discouraged/VERB/discourage", [("ann", "sadness", True)]),
        ("too/ADV tired/ADJ to feel/VERB any guilt/NOUN", [("ann", "guilt", True)]),
        ("too/ADV ready/ADJ to feel/VERB a guilt/NOUN", [("ann", "guilt", False)]),
        ("too/ADV weak/ADJ to show/VERB the guilt/NOUN", [("ann", "guilt", False)]),
    ],
)
def test_who_is_too_tired_to_feel_it_does_not(words: str, told_of: Told) -> None:
    found = shown(f"{{ann:Ann}} was {words}.")
    assert [f for f in found if f[1] != "shame"] == told_of


def test_who_is_liked_least_at_times_is_not_said_to_be_liked() -> None:
    assert shown("{ann:Ann} liked/VERB/like {ben:him} least/ADV then.") == []
    assert shown("{ann:Ann} liked/VERB/like {ben:him} best/ADV then.") == [("ann", "love", False)]


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("an effort/NOUN at great/ADJ cheerfulness/NOUN", []),
        ("a burst/NOUN of great/ADJ cheerfulness/NOUN", [("ann", "joy", False)]),
    ],
)
def test_what_somebody_only_makes_an_effort_at_is_not_felt(words: str, told_of: Told) -> None:
    assert shown(f"{{ann:Ann}} spoke/VERB/speak with {words}.") == told_of


@pytest.mark.parametrize(
    ("verb", "told_of"),
    [("risked", []), ("felt", [("ben", "anger", False)]), ("sought to rouse", [("ben", "anger", False)])],
)
def test_what_is_only_risked_or_wanted_is_not_felt(verb: str, told_of: Told) -> None:
    text = f"Ann {verb} his anger."
    lemma = {"risked": "risk", "felt": "feel", "sought": "seek"}[verb.split()[0]]
    clauses = [clause(text, text[:-1], verb.split()[0], subject="Ann", object="his anger", lemma=lemma)]
    words = " ".join(
        [f"{verb.split()[0]}/VERB/{lemma}", *(w + "/VERB" if w == "rouse" else w for w in verb.split()[1:])]
    )
    assert shown(f"{{ann:Ann}} {words} {{ben:his}} anger/NOUN.", clauses=clauses) == told_of


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("for {ann:her} own/ADJ amusement/NOUN", []),
        ("for {ann:her} profit/NOUN and amusement/NOUN", []),
        ("to {ann:her} own/ADJ amusement/NOUN", [("ann", "joy", False)]),
    ],
)
def test_what_is_done_for_amusement_tells_of_none(words: str, told_of: Told) -> None:
    assert shown(f"{{ann:Ann}} played/VERB/play {words}.") == told_of


@pytest.mark.parametrize(("verb", "shows"), [("was/AUX/be", 1), ("grew/VERB/grow", 2)])
def test_who_is_busy_with_something_is_not_ashamed_of_it(verb: str, shows: int) -> None:
    between = "The rain fell on the roof, and on the barn, and on the road, and on the field, and on the mill."
    busy = f"{{ann:Ann}} {verb} busy/ADJ with {{ann:her}} letters/NOUN."
    assert len(shown(f"{{ann:Ann}} was ashamed/ADJ. {between} {busy}")) == shows
