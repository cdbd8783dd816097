"""Several things that one holds of another's wants and moods in one scene are several beliefs."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from tests.unit.stages.statements.stated import ROOM
from unspoken.layers.keys import BELIEFS, CHARACTERS


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Hester knew that Amos would rather be alone. Hester knew that Amos would rather die.", {"be alone", "die"}),
        ("Hester knew that Amos was jealous. Hester knew that Amos was afraid.", {"jealousy", "fear"}),
    ],
)
def test_wants_and_moods_are_kept_apart(text: str, values: set[str]) -> None:
    found = document_with(ROOM + text, CHARACTERS, BELIEFS)[BELIEFS]
    assert values <= {b.proposition.value for b in found}
