"""Findings read like English that a person would write."""

from __future__ import annotations

import pytest

from tests.stories.wrong_door import BELIEFS, CHARACTERS
from unspoken.exports.outline.phrases import (
    answer,
    belief_sentence,
    clause,
    denied,
    event_sentence,
    listed,
    many,
    quoted,
    sentence,
    wording,
)  # fmt: skip
from unspoken.layers.beliefs import Belief, Proposition
from unspoken.layers.feelings import Emotion
from unspoken.layers.relationships import EventType, RelationshipKind, Status

NAMES = {"nell": "Nell", "ivo": "Ivo", "june": "June"}


def name(id: str | None) -> str:
    return NAMES.get(id or "", "somebody")


NELL = next(c for c in CHARACTERS if c.id == "nell")


def believed(proposition: Proposition, stance: str = "believes", polarity: str = "+") -> Belief:
    return Belief("b", "nell", stance, polarity, proposition, "told", "s1", None, None, 0, 1, 0.5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("proposition", "stance", "polarity", "said"),
    [
        (Proposition("feels", "ivo", "nell", "love"), "believes", "-", "Nell believes that Ivo does not love her"),
        (Proposition("feels", "ivo", None, "fear"), "knows", "+", "Nell knows that Ivo is afraid"),
        (Proposition("feels", "nell", "ivo", "anger"), "doubts", "+", "Nell doubts that she is angry with Ivo"),
        (Proposition("feels", "ivo", "june", "hope"), "fears", "-", "Nell fears that Ivo does not have hopes of June"),
        (Proposition("attitude", "ivo", "nell", "negative"), "believes", "+", "Nell believes that Ivo dislikes her"),
        (Proposition("status", "nell", "ivo", "together"), "hopes", "+", "Nell hopes that she and Ivo are together"),
        (Proposition("knows", "ivo", None, "that June lied"), "wonders", "+",
         "Nell wonders whether Ivo knows that June lied"),
        (Proposition("knows", "ivo", None, None), "believes", "-", "Nell believes that Ivo does not know"),
        (Proposition("wants", "ivo", None, "to go"), "believes", "-", "Nell believes that Ivo does not want to go"),
        (Proposition("fact", "ivo", None, "he is a spy"), "believes", "+",
         "Nell believes that this is so of Ivo: “he is a spy”"),
        (Proposition("feels", None, "nell", "love"), "believes", "+", "Nell believes that somebody loves her"),
    ],
)  # fmt: skip
def test_a_belief_is_a_sentence(proposition: Proposition, stance: str, polarity: str, said: str) -> None:
    assert belief_sentence(believed(proposition, stance, polarity), NELL, name) == said


def test_a_wrong_belief_has_a_short_answer_where_english_has_one() -> None:
    assert [answer(b, name) for b in BELIEFS[:2]] == ["Ivo does", "Nell does not"]
    assert answer(believed(Proposition("feels", "ivo", "nell", "anger")), name) == "Ivo is not"
    assert answer(believed(Proposition("feels", "ivo", "nell", "love"), "doubts"), name) == "Ivo does"
    assert answer(believed(Proposition("status", "ivo", "nell", "together")), name) is None
    assert answer(believed(Proposition("fact", "ivo", None, "he was leaving")), name) == "It is not so"
    assert answer(believed(Proposition("fact", "ivo", None, "he was leaving"), polarity="-"), name) == "It is so"


def test_who_acts_is_named_and_otherwise_both_are() -> None:
    assert event_sentence("apologise", "ivo", ("nell", "ivo"), name) == "Ivo apologises to Nell"
    assert event_sentence("quarrel", None, ("nell", "ivo"), name) == "Nell and Ivo quarrel"
    assert event_sentence("meet", "june", ("nell", "ivo"), name) == "Nell and Ivo meet"


def test_there_are_words_for_every_value_of_the_format() -> None:
    tables = {"feels": Emotion, "status": Status, "event": EventType, "tie": RelationshipKind}
    for table, values in tables.items():
        assert set(values.__args__) <= set(wording()[table])  # type: ignore[attr-defined]


def test_a_fact_is_called_by_names() -> None:
    assert clause(Proposition("feels", "nell", "ivo", "love"), False, None, name) == "Nell loves Ivo"


def test_small_words() -> None:
    assert denied("is glad") == "is not glad"
    assert denied("longs for Ivo") == "does not long for Ivo"
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert (many(1, "scene"), many(2000, "scene"), many(3, "story")) == ("1 scene", "2,000 scenes", "3 stories")
    assert (quoted("so"), quoted("“so”")) == ("“so”", "‘“so”’")
    assert (sentence("so it is"), sentence("What?")) == ("So it is.", "What?")
