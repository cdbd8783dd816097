"""What a reader can know on a page: nothing is told before its words have been read."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.stories.wrong_door import TEXT, at, story
from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.spans import Span
from unspoken.views import known

SCENES = {scene.id: scene for scene in story().scenes}


def person(text: str, name: str, aliases: tuple[str, ...], *mentions: tuple[str, str]) -> Character:
    """A character with mentions at the first place of each of these words, which have these forms."""
    found = [
        CharacterMention(text.index(words), text.index(words) + len(words), form, 0.9)  # type: ignore[arg-type]
        for words, form in mentions
    ]
    return Character("c0", name, aliases, "person", "she", False, tuple(found), found[0].start, found[-1].end)


def test_a_name_is_known_when_it_has_been_read() -> None:
    text = "The stranger sat. She slept. At last Ada Vale rose."
    ada = person(
        text, "Ada Vale", ("The stranger",), ("The stranger", "nominal"), ("She", "pronoun"), ("Ada Vale", "name")
    )
    assert known.names(ada, text) == {"The stranger": 12, "Ada Vale": text.index("Ada Vale") + len("Ada Vale")}
    assert known.pronouns(ada) == text.index("She") + 3


def test_a_name_put_together_is_known_with_the_last_of_its_parts() -> None:
    text = "Ada sat. Then Miss Vale rose."
    ada = person(text, "Ada Vale", ("Ada", "Miss Vale"), ("Ada", "name"), ("Miss Vale", "name"))
    assert known.names(ada, text)["Ada Vale"] == text.index("Miss Vale") + len("Miss Vale")


def test_a_name_that_the_text_has_not_is_known_from_the_first_mention_on() -> None:
    text = "She slept."
    nobody = person(text, "an unnamed woman", (), ("She", "pronoun"))
    assert known.names(nobody, text) == {"an unnamed woman": 0}


def test_capitals_make_no_other_name() -> None:
    text = "the stranger sat."
    assert known.names(person(text, "The stranger", (), ("the stranger", "nominal")), text) == {"The stranger": 12}


def test_a_quotation_is_known_with_its_cue() -> None:
    first = story().quotes[0]
    assert first.cue is not None
    assert known.quote(first) == first.cue.end > first.end
    assert known.quote(msgspec.structs.replace(first, cue=Span(0, 3))) == first.end


def test_how_a_relationship_stands_from_a_scenes_first_word_is_known_at_its_end() -> None:
    dated_back, told = story().relationships[0].timeline[:2]
    assert known.moment(dated_back, SCENES) == SCENES["s1"].end
    assert known.moment(told, SCENES) == told.start


def test_a_gap_is_known_when_belief_and_truth_have_both_been_read() -> None:
    beliefs = {b.id: b for b in story().beliefs}
    first = story().gaps[0]
    assert known.gap(first, beliefs) == at("I have loved you since the ferry strike").end
    late = msgspec.structs.replace(first, truth=at("Ivo had his coat"), reader_from=0)
    assert known.gap(late, beliefs) == at("Nell understood that he did not love her").end


def test_an_attitude_is_known_when_the_first_words_that_show_it_have_been_read() -> None:
    first = story().attitudes[0]
    twice = msgspec.structs.replace(first, evidence=(*first.evidence, at("kissed him")))
    assert known.attitude(twice, SCENES) == first.evidence[0].end
    assert known.attitude(msgspec.structs.replace(first, evidence=()), SCENES) == SCENES[first.from_scene].end


@given(st.integers(0, len(TEXT)))
def test_no_name_is_known_that_has_not_been_read(until: int) -> None:
    read = TEXT[:until].casefold()
    for character in story().characters:
        told = [name for name, since in known.names(character, TEXT).items() if since <= until]
        assert all(name.casefold() in read for name in told if name.casefold() in TEXT.casefold())
