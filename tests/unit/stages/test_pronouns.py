"""Whom pronouns mean in short stories, where two people of one gender talk."""

from __future__ import annotations

from collections import Counter

import pytest

import unspoken
from tests.stories.pronouns import FOLDER, Piece, counted, pieces

FILES = sorted(path.name for path in FOLDER.glob("*.txt"))
ALL = [piece for file in FILES for piece in pieces(file)]


def test_every_pronoun_means_somebody_whom_its_piece_names() -> None:
    assert len(ALL) >= 28
    for piece in ALL:
        assert piece.meant
        assert {who for *_, means in piece.meant for who in means} <= set(piece.people), piece.title


@pytest.mark.parametrize("title", ["Page Forty", "Until Seven"])
def test_two_people_are_told_apart(title: str) -> None:
    piece = next(p for p in ALL if p.title == title)
    found = counted(piece, unspoken.read(piece.text))
    assert found["he, she", True] > 0.8 * (found["he, she", True] + found["he, she", False])


def test_a_wrong_answer_counts_as_wrong() -> None:
    piece = Piece("x", {"Mara": ("Mara",), "Ivo": ("Ivo",)}, "Mara saw him.", ((9, 12, ("Ivo",)),))
    assert counted(piece, unspoken.read(piece.text)) == Counter({("he, she", False): 1})
