"""Frames of belief beside what is held, and those that only look like one."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import beliefs, gaps
from tests.unit.stages.statements.stated import stated

HELD = "Hester believes + attitude Amos Hester"


@pytest.mark.parametrize(
    "text",
    [
        "Hester was in no doubt that Amos hated her.",
        "It was no news to Hester that Amos hated her.",
        "Hester was haunted by the thought that Amos hated her.",
        "Hester sat down, convinced that Amos hated her.",
        "Amos hated her. That was Hester’s opinion.",
        "Amos hated her, according to Hester.",
    ],
)
def test_frames_tell_who_holds_it(text: str) -> None:
    assert HELD in beliefs(text)


@pytest.mark.parametrize(
    "text",
    [
        "If Hester was in no doubt that Amos hated her, she smiled.",
        "Hester had ceased to believe that Amos hated her.",
        "Hester had no way of knowing whether Amos hated her.",
    ],
)
def test_what_is_supposed_or_over_is_not_held(text: str) -> None:
    assert HELD not in beliefs(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was lost on Hester that Amos loved her.",
        "Everyone but Hester could see that Amos loved her.",
        "Amos loved Hester, and she went to her grave without knowing it.",
    ],
)
def test_frames_tell_who_does_not_know(text: str) -> None:
    assert any(g.startswith("Hester ignorance Amos") for g in gaps(text))


@pytest.mark.parametrize("verdict", ["It was not so.", "He did nothing of the kind.", "She did him an injustice."])
def test_what_is_not_so_after_all(verdict: str) -> None:
    assert any(g.startswith("Hester misbelief Amos") for g in gaps(f"Hester thought that Amos hated her. {verdict}"))


@pytest.mark.parametrize("lets", ["did not let", "would not let", "never let"])
def test_who_is_not_let_see_it_does_not_know(lets: str) -> None:
    told = stated(f"Hester {lets} Amos see that she was sad.")
    assert "think Amos + feels Hester" not in told
    assert any(s.startswith("ignorant Amos") for s in told)
