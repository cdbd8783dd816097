"""Circumstances: what stands around a claim of hearts."""

from __future__ import annotations

import pytest

from unspoken import resources
from unspoken.layers.beliefs import Belief, Gap, Proposition
from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.feelings import Feeling
from unspoken.layers.relationships import Moment, Mutual, Relationship, RelationshipEvent
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.models import circumstances
from unspoken.models.calibration import CURVES
from unspoken.models.circumstances import Circumstances, Claimed, Facts

TEXT = "Ada wept. Bram did not know that she could never have told him. It rained."
ENDS = [9, 63, 74]
SENTENCES = tuple(Span(start, end) for start, end in zip([0, *(end + 1 for end in ENDS)], ENDS, strict=False))


def character(name: str, *mentions: tuple[str, str]) -> Character:
    found = tuple(
        CharacterMention(TEXT.index(words), TEXT.index(words) + len(words), form, 0.9)  # type: ignore[arg-type]
        for words, form in mentions
    )
    return Character(name, name, (), "person", None, False, found, found[0].start, found[-1].end)


PEOPLE = (
    character("Ada", ("Ada", "name"), ("she", "pronoun")),
    character("Bram", ("Bram", "name"), ("him", "pronoun")),
)


def facts(words: str, *people: str) -> Facts:
    start = TEXT.index(words)
    return Circumstances(TEXT, SENTENCES, PEOPLE, ()).of(
        Claimed("feeling", people, Span(start, start + len(words)), ())
    )


def test_who_is_named_in_the_words_is_near_and_who_is_not_is_far() -> None:
    near, none = facts("Ada wept", "Ada"), facts("Ada wept", "Cyril")
    assert (near["one far"], near["one named"]) == (0.0, 1.0)
    assert near["one far"] < facts("rained", "Ada")["one far"] < none["one far"]
    assert "one named" not in none
    assert near["told of"] > none["told of"]


def test_a_pronoun_names_nobody() -> None:
    assert facts("she", "Ada")["one named"] == 0.0
    assert facts("him", "Bram", "Ada")["other named"] == 0.0
    assert facts("Bram", "Bram", "Ada")["other named"] == 1.0


def test_denials_and_what_is_left_open_are_counted_in_the_sentence_of_the_words() -> None:
    told, plain = facts("know", "Bram"), facts("wept", "Ada")
    assert (told["not"], told["might"]) == (1.0, 0.5)
    assert (plain["not"], plain["might"]) == (0.0, 0.0)
    assert told["long"] > plain["long"] > 0


@pytest.mark.parametrize("words", ["don’t", "won't"])
def test_shortened_denials_count(words: str) -> None:
    text = f"I {words} say."
    found = Circumstances(text, (Span(0, len(text)),), (), ())
    assert found.of(Claimed("gap", (), Span(0, 1), ()))["not"] == 0.5


def test_a_text_without_anything_has_facts_too() -> None:
    found = Circumstances("", (), (), ()).of(Claimed("gap", ("Ada", "Bram"), Span(0, 0), ()))
    assert found["long"] == 0.0
    assert found["one far"] == found["other far"] > 1


def test_the_share_of_scenes_that_somebody_tells_is_a_fact() -> None:
    scenes = tuple(
        Scene(f"s{n}", n, n + 1, None, None, (), None, person, "past", "linear", None)  # type: ignore[arg-type]
        for n, person in enumerate(("first", "third"))
    )
    found = Circumstances(TEXT, SENTENCES, PEOPLE, scenes).of(Claimed("gap", (), Span(0, 3), ()))
    assert found["first person"] == 0.5


BELIEF = Belief(
    "b0", "Ada", "believes", "-", Proposition("feels", "Bram", None, "love"), "told", "s0", None, None, 0, 3, 0.7
)
GAP = Gap("g0", "Ada", "Bram", "ignorance", None, Span(0, 3), "s0", "s1", None, 0, None, 0.5, 0.5)
EVENT = RelationshipEvent("kiss", "s0", 4, 8, None, 0.9)
MOMENT = Moment("s0", 5, None, None, Mutual(), Mutual())
TIE = Relationship("r0", ("Ada", "Bram"), ("acquaintance",), None, (MOMENT,), (EVENT,), 0.6)
FEELING = Feeling(
    "f0", 4, 8, "s0", "Ada", "sadness", (), -0.6, 0.5, "action", None, None, False, False, ("narrator",), 0.7
)


def test_claims_say_whom_they_are_about_and_what_they_are() -> None:
    assert circumstances.belief(BELIEF) == Claimed(
        "belief", ("Ada", "Bram"), Span(0, 3), ("believes", "denied", "heart")
    )
    assert circumstances.gap(GAP) == Claimed("gap", ("Ada", "Bram"), Span(0, 3), ("closes",))
    assert circumstances.event(EVENT, TIE.pair) == Claimed("relationship", ("Ada", "Bram"), Span(4, 8), ())
    assert circumstances.relationship(TIE) == Claimed("relationship", ("Ada", "Bram"), Span(5, 5), ("acquaintance",))
    assert circumstances.feeling(FEELING) == Claimed("feeling", ("Ada",), Span(4, 8), ())


def test_every_fact_has_a_weight() -> None:
    made = [circumstances.belief(BELIEF), circumstances.gap(GAP), circumstances.event(EVENT, TIE.pair)]
    made += [circumstances.relationship(TIE), circumstances.feeling(FEELING)]
    here = Circumstances(TEXT, SENTENCES, PEOPLE, ())
    names = {name for claim in made for name in here.of(claim)}
    assert names | {"sure"} == resources.table(CURVES)["claims"].keys()
