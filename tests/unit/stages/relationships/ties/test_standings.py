"""How two stand to each other in words, without anything that happens."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from unspoken.layers.keys import RELATIONSHIPS
from unspoken.stages.prefilter import compiled
from unspoken.stages.relationships.ties.standings import phrases

ROOM = "Hester sat by the stove. Amos came in and stood by the door. Both had lived in the valley for years.\n\n"


def status(text: str) -> str | None:
    """How the two stand at the end."""
    found = document_with(ROOM + text, RELATIONSHIPS)[RELATIONSHIPS]
    stands = [moment.status for r in found for moment in r.timeline if moment.status is not None]
    return stands[-1] if stands else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hester and Amos were not on speaking terms.", "estranged"),
        ("They never spoke any more.", "estranged"),
        ("Hester and Amos spoke only through the dog.", "estranged"),
        ("They had nothing to say to each other.", "estranged"),
        ("Hester would not sit at the same table as Amos.", "estranged"),
        ("Hester had not set foot in Amos's house since the wedding.", "estranged"),
        ("Hester crossed the road rather than meet Amos.", "estranged"),
        ("Hester sent Amos's letters back unopened.", "estranged"),
        ("Hester and Amos did not get on.", "strained"),
        ("Hester and Amos had drifted apart.", "strained"),
        ("Hester hardly spoke to Amos now.", "strained"),
        ("Hester had been avoiding Amos all week.", "strained"),
        ("There was a coolness between them.", "strained"),
        ("It was never the same between Hester and Amos.", "strained"),
        ("It wasn’t the same between Hester and Amos.", "strained"),
        ("Hester and Amos did everything together.", "close"),
        ("Hester and Amos told each other everything.", "close"),
        ("They dined together every Friday.", "close"),
        ("Hester doted on Amos.", "close"),
        ("There were no secrets between them.", "close"),
    ],
)
def test_how_two_stand_is_told_in_words(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hester and Amos were not inseparable.",
        "If Hester and Amos were inseparable, nobody knew.",
        "Hester did not dote on Amos.",
        "There was a table between them.",
        "It was not right to choose between them.",
        "Hester did not say Amos’s name.",
        "Hester saw what Amos had done with the letter.",
        "Hester and Amos shared a bottle.",
        "Hester would not look at Amos.",
        "Hester would not speak to Amos any more if he came.",
        "Hester hoped that there would be no coolness between them.",
    ],
)
def test_what_is_denied_or_supposed_or_of_a_moment_is_no_status(text: str) -> None:
    assert status(text) is None


def test_who_were_close_once_need_not_be_so_now() -> None:
    assert status("Hester and Amos fell out. They used to be great friends.") == "strained"


@pytest.mark.parametrize("table", ["both", "one"])
def test_all_wordings_can_be_read(table: str) -> None:
    assert all(compiled(phrase.source) for phrase in phrases(table).all)
