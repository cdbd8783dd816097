"""The words without which patterns match nothing."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unspoken.stages.prefilter import Prefilter, needed, words_in
from unspoken.stages.relationships.deeds.quarrels import patterns
from unspoken.stages.relationships.deeds.speech import acts
from unspoken.stages.relationships.deeds.verbs import phrases
from unspoken.stages.relationships.ties.bonds import plurals
from unspoken.stages.relationships.ties.idioms import idioms
from unspoken.stages.statements.lacked.unwitting import _frames

SHIPPED = sorted(
    {idiom.source for kind in ("tie", "deed") for idiom in idioms(kind).all}
    | {row.pattern.pattern for row in (*plurals().all, *phrases().all, *acts().all)}
    | {pattern.pattern for pattern, *_ in patterns().all}
    | {frame.source for frame in _frames().all}
)
LETTERS = string.ascii_letters + string.digits + " .,;:!?'’“”\"-—_\n\ue000\ue001\ue0d0"


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        (r"\bfriends with\b", {("friends", "with")}),
        (r"\b(?:great |good )?friends\b", {("friends",), ("great", "friends"), ("good", "friends")}),
        (r"\bgr(?:ew|own) up\b", {("grew", "up"), ("grown", "up")}),
        (r"\bhonou?r\b", {("honour",), ("honor",)}),
        (r"\b[Hh]ated (?:\w+ )*him\b", {("hated", "him")}),
        (r"\bloved(?!\w)", {("loved",)}),
        (r"\bSaw the Straße\b", {("saw", "the", "strasse")}),
        (r"\bkept (?P<it>\w+) from her, (?P=it)\b", {("kept", "from", "her")}),
        (r"\b(?:very ){1,3}cross\b", {("very", "cross")}),
        (r"\bnot(?: quite){1,2}ly\b", {("not", "quitely"), ("not", "quite")}),
        (r"(?i:\bbest) man\b", {("best", "man")}),
    ],
)
def test_the_words_of_a_pattern_are_read_off_it(source: str, ways: set[tuple[str, ...]]) -> None:
    assert needed(source) == {frozenset(way) for way in ways}


@pytest.mark.parametrize(
    "source",
    [r"love", r"\blov", r"love\b", r"\blove[ds]?", r"\b\w+\b", r"\b(?:love|\w+ing)\b", r"\bl.ve\b", r"lov[^.]*?ed", ""],
)
def test_what_may_be_a_part_of_a_word_is_not_needed(source: str) -> None:
    assert needed(source) == {frozenset()}


def test_a_pattern_with_very_many_ways_still_needs_some_word() -> None:
    many = "|".join(f"{a}{b}x" for a in string.ascii_lowercase for b in string.ascii_lowercase)
    assert {word for way in needed(rf"\b(?:{many}) (?:{many})\b") for word in way} >= {"abx", "zzx"}
    assert needed(rf"\b(?:{many}) of mine\b") != {frozenset()}


def test_rows_that_may_match_come_in_their_order() -> None:
    rows = Prefilter((needed(source), n) for n, source in enumerate((r"\bup\b", r"\w+", r"\bdown\b", r"\bgive up\b")))
    assert rows.among(words_in("Give it UP")) == [0, 1, 3]
    assert rows.among(words_in("upon")) == [1]
    assert Prefilter([(needed(r"\bup\b"), 0)]).among(words_in("down")) == []


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(st.data())
def test_no_match_of_a_pattern_that_ships_is_passed_over(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(SHIPPED))
    text = data.draw(st.from_regex(re.compile(source, re.IGNORECASE), alphabet=st.sampled_from(LETTERS)))
    assert any(way <= words_in(text) for way in needed(source)), source
