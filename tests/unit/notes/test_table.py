"""All kinds together: codes, choice, and what every note promises."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.wrong_door import bare
from tests.stories.wrong_door import story as wrong_door
from tests.unit.notes.made import story
from unspoken import resources
from unspoken.notes import KINDS, NoSuchNote, chosen, first_reader

FAULTS = story("“I am never late. Ask Bram.\n\nAda sat down.\n\n“So it is.” “No.” Ada came.\n\n“And I am.\n\nBram sat.")


def test_codes_and_names_are_distinct_and_in_order() -> None:
    codes = [kind.code for kind in KINDS]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"U[1-5]\d\d", code) for code in codes)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_every_kind_has_its_numbers_in_one_place() -> None:
    assert {kind.name for kind in KINDS} == set(resources.table("notes.toml"))


def test_every_note_has_passages_in_the_text_and_a_message_on_one_line() -> None:
    for told in (FAULTS, wrong_door()):
        for note in first_reader(told):
            assert note.passages
            assert all(0 <= p.start < p.end <= len(told.text) for p in note.passages)
            assert note.message == " ".join(note.message.split())
            assert 0 < note.confidence <= 1


def test_the_same_story_has_the_same_notes_in_the_order_of_the_text() -> None:
    found = first_reader(FAULTS)
    assert len(found) == 2
    assert found == first_reader(FAULTS)
    assert [note.passages for note in found] == sorted(note.passages for note in found)


@settings(deadline=None)  # a model may be loaded in the first of them
@given(text=st.text(alphabet="“”'\"Aab. \n,—*", max_size=60), speaker=st.sampled_from([None, "A"]))
def test_no_text_is_too_odd(text: str, speaker: str | None) -> None:
    told = story(text, {"A": "he"}, [speaker] * 9)
    for note in first_reader(told):
        assert all(0 <= p.start < p.end <= len(text) for p in note.passages)


def test_a_story_without_anything_has_no_notes() -> None:
    assert first_reader(bare("")) == ()
    assert first_reader(bare("Rain fell.")) == ()


@pytest.mark.parametrize("text", ["U202", "u202", " marks ", "U2", "Marks"])
def test_kinds_are_named_by_code_by_its_beginning_or_by_name(text: str) -> None:
    assert "U202" in [kind.code for kind in chosen([text])]
    assert "U202" not in [kind.code for kind in chosen(silence=[text])]
    assert not first_reader(FAULTS, silence=[text])
    assert len(first_reader(FAULTS, only=[text])) == 2


def test_silence_outweighs_only() -> None:
    assert [kind.code for kind in chosen(["U3"], ["U302"])] == ["U301"]


@pytest.mark.parametrize(("text", "hint"), [("tens", "'tense'"), ("U9", "U101 leaving"), ("u", "U101"), ("", "U101")])
def test_a_kind_that_there_is_not_is_named_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(NoSuchNote, match=hint):
        chosen([text])
