"""Who contradicts at once what they are told does not believe it; who answers otherwise may."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("said", "answer", "believed"),
    [
        ("I do not hate you", "You do!", False),
        ("I do not hate you", "I am glad.", True),
        ("I love you", "You don’t!", False),
        ("I love you", "You do!", True),
        ("I love you", "Nonsense.", False),
        ("I love you", "I do not believe it.", False),
        ("I love you", "No doubt.", True),
    ],
)
def test_a_hearer_who_contradicts_distrusts(said: str, answer: str, believed: bool) -> None:
    found = stated(f"“{said},” said Amos to Hester.\n\n“{answer}” said Hester to Amos.")
    assert (not any(s.startswith("distrust Hester") for s in found)) is believed
