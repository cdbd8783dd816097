"""Who speaks to whom."""

from __future__ import annotations

from typing import Any

from tests.unit.evaluation.made import character, quote
from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.measures import Answered, Counts, Measure, Rate
from unspoken.evaluation.speech import score_speech
from unspoken.layers.quotations import Quote

CAST = [
    {"id": "a", "name": "Ada"},
    {"id": "b", "name": "Bram"},
    {"id": "g", "name": "_group"},
]
FOUND = (character("c0", "Ada"), character("c1", "Bram"), character("c2", "Ada"))


def said(number: int, speaker: str | None, **changes: Any) -> dict[str, Any]:
    """The annotated quotation of that number, at ten times its number."""
    return {"start": 10 * number, "end": 10 * number + 9, "speaker": speaker, **changes}


def score(quotes: list[dict[str, Any]], *found: Quote) -> dict[str, Measure]:
    text = " " * 1000
    return score_speech(Gold("x", text, quotes=quotes, characters=CAST), Answers(characters=FOUND, quotes=found))


def test_a_quotation_that_was_not_found_has_the_wrong_speaker() -> None:
    scores = score([said(0, "a"), said(1, "b"), said(2, "a"), said(3, "b")], quote(0, 9, "c0"), quote(10, 19, "c0"))
    assert scores["speaker"] == Rate(1, 4)
    assert scores["answered"] == Rate(2, 4)
    assert scores["quotes"] == Counts(2, 0, 2)


def test_who_gives_no_answer_is_not_judged_by_it() -> None:
    scores = score([said(0, "a"), said(1, "b")], quote(0, 9, None), quote(10, 19, "c1", sure=0.7))
    assert scores["speaker"] == Rate(1, 2)
    assert scores["speaker_prec"] == Answered(((0.7, True),), 2)


def test_of_a_person_in_two_parts_one_counts() -> None:
    scores = score([said(0, "a"), said(1, "a")], quote(0, 9, "c0"), quote(10, 19, "c2"))
    assert scores["speaker"] == Rate(2, 2)
    assert scores["speaker one-to-one"] == Rate(1, 2)


def test_speakers_by_kind_and_groups_not_at_all() -> None:
    quotes = [said(0, "a", kind="explicit"), said(1, "b", kind="implicit"), said(2, "g", kind="implicit")]
    scores = score(quotes, *(quote(10 * k, 10 * k + 9, "c0") for k in range(3)))
    assert (scores["speaker explicit"], scores["speaker implicit"]) == (Rate(1, 1), Rate(0, 1))
    assert scores["speaker"] == Rate(1, 2)


def test_addressees_of_the_quotations_that_were_found() -> None:
    quotes = [said(0, "a", addressees=["b", "g"]), said(1, "a", addressees=["b"]), said(2, "b", addressees=["_all"])]
    scores = score(quotes, quote(0, 9, "c0", to=("c1", "c0")), quote(20, 29, "c1", to=("c0",)))
    assert scores["addressee"] == Counts(1, 1, 0)


def test_who_speaks_often_is_one_and_nobody_else() -> None:
    quotes = [said(k, "a") for k in range(12)] + [said(k, "b") for k in range(12, 22)] + [said(22, "g")]

    def heard(*speakers: str) -> Measure:
        return score(quotes, *(quote(10 * k, 10 * k + 9, who) for k, who in enumerate(speakers)))["characters"]

    assert heard(*["c0"] * 12, *["c1"] * 10) == Rate(2, 2)
    assert heard(*["c0"] * 12, *["c0"] * 10) == Rate(1, 2)  # c0 is Ada more than Bram
    assert heard(*["c0", "c1", "c2"] * 4, *["c1"] * 10) == Rate(1, 2)  # no half of Ada is one
    assert heard() == Rate(0, 2)


def test_who_speaks_seldom_is_not_asked_for() -> None:
    assert "characters" not in score([said(0, "a")], quote(0, 9, "c0"))


def test_what_is_not_annotated_is_not_scored() -> None:
    assert score_speech(Gold("x", "abc"), Answers(quotes=(quote(0, 3),))) == {}
