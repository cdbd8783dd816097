"""Thoughts that the narration belies, and words that end an error without saying it again."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import gaps

WRONG = "Hester thought that Amos despised her. He loved her.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Hester thought that Amos hated her. He loved her.",
        "Hester thought that Amos hated her. Amos had never hated her.",
        "Hester would have told you why: Amos hated her. But Amos loved her.",
        "Hester had decided that she was nothing to Amos. Amos loved her.",
        "Hester believed that she was hateful to Amos. Amos loved her.",
    ],
)
def test_what_the_narration_belies_is_an_error(text: str) -> None:
    assert "Hester misbelief Amos False" in gaps(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hester thought that Amos hated her. So he loved her! she thought.",
        "Hester knew that Amos loved her. He loved her.",
        "Hester thought that Amos loved her. That Amos loved her was a lie.",
        "Hester had decided that she was everything to Amos. Amos loved her.",
    ],
)
def test_what_the_narration_bears_out_is_none(text: str) -> None:
    assert "Hester misbelief Amos False" not in gaps(text)


@pytest.mark.parametrize(
    "text",
    [
        "Amos told Hester everything.",
        "Amos confessed the whole truth to Hester.",
        "Amos told Hester about the letter, all of it.",
        "Hester knew now what Amos felt.",
        "At last Hester understood everything.",
        "Hester saw how deeply Amos had suffered.",
        "Hester learned that she had been mistaken.",
    ],
)
def test_who_learns_how_it_is_errs_no_longer(text: str) -> None:
    assert "Hester misbelief Amos True" in gaps(WRONG + text)


@pytest.mark.parametrize(
    "text",
    [
        "Amos told Hester nothing.",
        "Amos told Hester about the weather.",
        "Amos almost told Hester everything.",
        "Amos would have told Hester everything.",
        "Hester did not know what Amos felt.",
        "Hester learned that the ship had been mistaken for another.",
    ],
)
def test_who_is_told_little_errs_still(text: str) -> None:
    assert "Hester misbelief Amos False" in gaps(WRONG + text)
