"""What is kept quiet, or hidden away, before the only other one there."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import CROWD, stated

IGNORANT = "ignorant Amos + fact Hester"


@pytest.mark.parametrize(
    "text",
    [
        "Hester had hidden the letter under the clock. Amos ate his supper.",
        "Hester kept it to herself. Amos ate his supper.",
        "Hester knew it, and she never let on. Amos ate his supper.",
        "Hester did not tell anybody. Amos ate his supper.",
    ],
)
def test_the_other_does_not_know(text: str) -> None:
    assert any(s.startswith(IGNORANT) for s in stated(text))
    assert not any(s.startswith(IGNORANT) for s in stated(text, CROWD))


@pytest.mark.parametrize(
    "text",
    [
        "Hester hid her face. Amos ate his supper.",
        "Hester had not hidden the letter. Amos ate his supper.",
        "Hester told everybody. Amos ate his supper.",
        "Perhaps Hester kept it to herself. Amos ate his supper.",
        "Hester and Amos hid the money under the floor.",
        "Hester hid the letter. Amos watched her.",
        "Amos helped Hester. She hid the money under the floor.",
        "Hester kept it to herself no longer, and told Amos.",
    ],
)
def test_nothing_is_kept_quiet(text: str) -> None:
    assert not {s for s in stated(text) if s.startswith("ignorant")}
