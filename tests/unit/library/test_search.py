"""Search: what is found, in which order, by whom, and that nothing which is typed can break it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.stories.wrong_door import TEXT, at
from tests.unit.library.made import made
from unspoken.errors import BadLibrary
from unspoken.library import Library
from unspoken.library.findings import LONGEST
from unspoken.library.words import question, same_name


def test_a_quotation_shows_its_work_scene_people_and_words(shelf: Library) -> None:
    (hit,) = shelf.search("quotes", "umbrella")
    assert (hit.work, hit.scene, hit.who, hit.whom) == ("door", 2, "June", ("Nell",))
    assert hit.words.startswith("“He’s a fool,” … “but he is not")  # what narration says between is no part of it
    assert [hit.words[a:b] for a, b in hit.marks] == ["umbrella"]
    assert TEXT[hit.start : hit.end].startswith("“He’s a fool,” she said")
    assert hit.before


def test_words_of_narration_between_the_pieces_of_a_quotation_are_not_said(shelf: Library) -> None:
    assert not [hit for hit in shelf.search("quotes", "said") if hit.work == "door" and "have said" not in hit.words]


def test_text_shows_where_the_words_are_and_who_says_them(shelf: Library) -> None:
    spoken = shelf.search("text", "umbrella", work="door")[0]
    assert spoken.teller == "June to Nell"
    (low, high) = spoken.marks[0]
    assert TEXT[spoken.start + low : spoken.start + high] == "umbrella"
    (letter,) = shelf.search("text", "ferry strike")
    assert letter.teller == "Ivo’s letter to Nell"
    (narrated,) = shelf.search("text", "frozen")
    assert (narrated.teller, narrated.who, narrated.work) == (None, None, "bergen")


@pytest.mark.parametrize("words", ["can't", "CAN’T", "naive", "naïve swim", "canʼt swim*", "“you can’t”", "nev*"])
def test_case_accents_and_kinds_of_apostrophe_make_no_difference(shelf: Library, words: str) -> None:
    found = {hit.work for hit in shelf.search("quotes", words)}
    assert ("bergen" in found) == (words != "naïve swim")


def test_a_phrase_stands_side_by_side(shelf: Library) -> None:
    assert shelf.search("quotes", '"swim can\'t"') == ()
    assert len(shelf.search("quotes", "swim can't")) == 1


def test_feelings_are_found_by_person_emotion_and_words(shelf: Library) -> None:
    (love,) = shelf.search("feelings", person="Ivo", emotion="love")
    assert (love.told, love.whom, love.teller) == ("Ivo loves Nell.", ("Nell",), "Ivo’s letter to Nell")
    assert love.words == "I have loved you since"
    assert {hit.emotion for hit in shelf.search("feelings", to="Ivo")} == {"sadness", "anger", "guilt"}
    assert [hit.emotion for hit in shelf.search("feelings", "knock")] == ["longing"]  # a word beside the cue


def test_gaps_that_never_close_and_the_words_that_they_rest_on(shelf: Library) -> None:
    (gap,) = shelf.search("gaps", never_closes=True)
    assert (gap.who, gap.whom, gap.open) == ("Nell", ("Ivo",), True)
    assert [(e.role, e.start, e.end) for e in gap.evidence] == [
        ("truth", at("Has she read it?").start, at("Has she read it?").end)
    ]
    assert len(shelf.search("gaps")) == 3
    assert {hit.open for hit in shelf.search("gaps", "under my mat")} == {False}  # a word of the truth alone


def test_the_best_match_comes_first_and_equals_in_the_order_of_the_text(tmp_path: Path) -> None:
    text = "Nell slept in a long low house by the sea.\n\nRain.\n\nRain.\n\nIvo sang of rain, as one does."
    with Library(tmp_path / "l.sqlite") as shelf:
        shelf.add_story(made(text), "a")
        hits = shelf.search("text", "rain")
        assert [hit.start for hit in hits] == [text.index("Rain"), text.rindex("Rain"), text.index("Ivo")]
        assert shelf.search("text", "rain") == hits
        assert shelf.search("text", "rain", limit=1) == hits[:1]


def test_a_very_long_paragraph_is_divided_without_losing_a_word(tmp_path: Path) -> None:
    text = "Nell ran. " + "far " * LONGEST + "x" * (2 * LONGEST) + " home."
    with Library(tmp_path / "l.sqlite") as shelf:
        shelf.add_story(made(text), "long")
        (hit,) = shelf.search("text", "home")
        assert text[hit.start : hit.end] == hit.words
        assert len(hit.words) <= LONGEST
        assert text[hit.start + hit.marks[0][0] :] == "home."


def test_a_name_that_nobody_has_may_be_part_of_names(shelf: Library) -> None:
    assert {hit.who for hit in shelf.search("quotes", person="Okafor")} == {"Mr Okafor"}
    assert {hit.work for hit in shelf.search("quotes", person="the NELL")} == {"door", "bergen"}
    assert {hit.work for hit in shelf.search("quotes", person="Nell@The Quay")} == {"bergen"}


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"kind": "looks"}, "there is no search"),
        ({"kind": "text"}, "searched by its words"),
        ({"kind": "text", "words": "a", "person": "Nell"}, "cannot be searched by a person"),
        ({"kind": "quotes", "never_closes": True}, "only gaps can"),
        ({"kind": "gaps", "emotion": "love"}, "only feelings can"),
        ({"kind": "feelings", "emotion": "loev"}, "there is no emotion"),
        ({"kind": "quotes", "person": "Nobody Such"}, "nobody in these works"),
        ({"kind": "quotes", "person": ""}, "nobody in these works"),
        ({"kind": "quotes", "work": "dor"}, "did you mean 'door'"),
        ({"kind": "quotes", "words": "?!"}, "no letters or digits"),
        ({"kind": "quotes", "words": "a " * 65}, "at most 64 words"),
    ],
)
def test_what_cannot_be_searched_is_said_in_one_line(shelf: Library, asked: dict[str, object], says: str) -> None:
    with pytest.raises(BadLibrary, match=says) as caught:
        shelf.search(**asked)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


PIECES = [
    *"aeno \"*^:-+(){}[]',.\\/\0“”’\u0301ßІ漢🦊\U000104d8\ud800\ue000\n",
    " AND ",
    " OR ",
    " NEAR(",
    "words:",
    "can't",
]
HARD = st.lists(st.sampled_from(PIECES)).map("".join) | st.text(st.characters())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=HARD, kind=st.sampled_from(["quotes", "feelings", "gaps", "text"]))
def test_no_words_break_a_search(shelf: Library, words: str, kind: str) -> None:
    if question_fails(words) or (kind == "text" and not words.strip()):
        with pytest.raises(BadLibrary):
            shelf.search(kind, words)  # type: ignore[arg-type]
        return
    for hit in shelf.search(kind, words):  # type: ignore[arg-type]
        assert hit.kind == kind
        assert all(0 <= a < b <= len(hit.words) for a, b in hit.marks)


def question_fails(words: str) -> bool:
    try:
        question(words)
    except BadLibrary:
        return True
    return False


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=HARD, option=st.sampled_from(["person", "to", "work"]))
def test_no_name_breaks_a_search(shelf: Library, name: str, option: str) -> None:
    try:
        found = shelf.search("quotes", **{option: name})  # type: ignore[arg-type]
    except BadLibrary:
        return
    assert same_name(name)
    assert found or option == "to"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(4, len(TEXT) - 1), size=st.integers(1, 40))
def test_words_copied_from_the_text_are_found_there(shelf: Library, number: int, size: int) -> None:
    piece = TEXT[number : number + size].partition("\n")[0]
    words = " ".join(word for word in piece.split()[1:-1] if word.isalpha())
    assume(words and not any(TEXT.startswith(title, number) for title in ("One", "Two")))
    assert any(hit.start <= number + size and number <= hit.end for hit in shelf.search("text", words, limit=500))


def test_names_are_compared_without_what_does_not_tell_them_apart() -> None:
    assert same_name("the Zoë O’Hara") == same_name("zoe o'hara") == "zoe o'hara"
