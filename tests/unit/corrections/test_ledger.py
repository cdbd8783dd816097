"""The ledger: what is added and taken back changes nothing else in a file that is written by hand too."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.corrections.test_corrections import corrections
from unspoken.corrections import parsed, written
from unspoken.corrections.blocks import block_of, in_order, with_block, without_block
from unspoken.corrections.ledger import Ledger
from unspoken.errors import BadCorrections
from unspoken.layers.corrections import Correction, Nobody, Same

HAND = """# my ferry

[[nobody]]   # a boat
name = "Grey Lady"

# two names
[[same]]
people = [
    "Ada",  # at home
    "Mrs Hale",
]
# and the dog
[[nobody]]
name = "Rex"
"""
BOAT, BOTH, DOG = Nobody("Grey Lady"), Same(("Ada", "Mrs Hale")), Nobody("Rex")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    path = tmp_path / "ferry.unspoken.toml"
    path.write_text(HAND, encoding="utf-8")
    return Ledger(path)


def text(ledger: Ledger) -> str:
    return ledger.path.read_text(encoding="utf-8")


def test_corrections_have_the_order_of_the_file(ledger: Ledger) -> None:
    assert ledger.corrections() == (BOAT, BOTH, DOG)
    assert Ledger(ledger.path.with_name("none.toml")).corrections() == ()


def test_one_is_taken_out_and_comments_around_it_stay(ledger: Ledger) -> None:
    assert ledger.remove(2) == BOTH
    assert ledger.corrections() == (BOAT, DOG)
    assert text(ledger) == HAND.replace(HAND[HAND.index("[[same]]") : HAND.index("# and")], "\n")
    ledger.undo()
    assert ledger.corrections() == (BOAT, BOTH, DOG)
    assert "# at home" in text(ledger)


def test_steps_are_taken_back_and_made_again(ledger: Ledger) -> None:
    assert ledger.add(Nobody("Wren"))
    ledger.remove(1)
    assert ledger.corrections() == (BOTH, DOG, Nobody("Wren"))
    ledger.undo()
    assert ledger.corrections() == (BOAT, BOTH, DOG, Nobody("Wren"))
    ledger.undo()
    assert ledger.corrections() == (BOAT, BOTH, DOG)
    ledger.redo()
    ledger.redo()
    assert ledger.corrections() == (BOTH, DOG, Nobody("Wren"))
    with pytest.raises(BadCorrections, match="nothing was taken back"):
        ledger.redo()


def test_where_no_step_was_made_the_last_correction_goes_and_can_come_again(ledger: Ledger) -> None:
    assert ledger.undo().correction == DOG
    assert ledger.undo().correction == BOTH
    assert ledger.corrections() == (BOAT,)
    ledger.redo()
    ledger.redo()
    assert ledger.corrections() == (BOAT, BOTH, DOG)


def test_a_new_step_ends_what_could_be_made_again(ledger: Ledger) -> None:
    ledger.undo()
    ledger.add(Nobody("Wren"))
    with pytest.raises(BadCorrections, match="nothing was taken back"):
        ledger.redo()


def test_what_is_written_by_hand_meanwhile_is_kept(ledger: Ledger) -> None:
    ledger.add(Nobody("Wren"))
    ledger.path.write_text(text(ledger) + '\n[[nobody]]\nname = "Fen"  # by hand\n', encoding="utf-8")
    ledger.undo()
    assert ledger.corrections() == (BOAT, BOTH, DOG, Nobody("Fen"))
    assert "# by hand" in text(ledger)


def test_a_step_whose_correction_went_by_hand_is_taken_back_without_harm(ledger: Ledger) -> None:
    ledger.add(Nobody("Wren"))
    ledger.path.write_text(HAND, encoding="utf-8")
    ledger.undo()
    assert text(ledger) == HAND


def test_the_same_is_added_once(ledger: Ledger) -> None:
    assert not ledger.add(DOG)
    assert text(ledger) == HAND


@pytest.mark.parametrize("broken", ["[[same]\n", "[[merge]]\nx = 1\n", "nobody = 3\n"])
def test_a_file_that_is_not_understood_is_left_as_it_is(ledger: Ledger, broken: str) -> None:
    ledger.add(Nobody("Wren"))
    ledger.path.write_text(broken, encoding="utf-8")
    for change in (lambda: ledger.add(Nobody("Fen")), lambda: ledger.remove(1), ledger.undo):
        with pytest.raises(BadCorrections):
            change()
    assert text(ledger) == broken


def test_a_number_that_is_not_there_is_refused(ledger: Ledger) -> None:
    for number in (0, -1, 4):
        with pytest.raises(BadCorrections, match=f"no correction number {number}; it holds 3"):
            ledger.remove(number)


def test_corrections_that_are_no_blocks_are_read_and_left_alone(ledger: Ledger) -> None:
    ledger.path.write_text("nobody = [{name = 'Rex'}]\n", encoding="utf-8")
    assert ledger.corrections() == (DOG,)
    with pytest.raises(BadCorrections, match="not written as blocks"):
        ledger.remove(1)
    with pytest.raises(BadCorrections, match="stands in the way"):
        ledger.add(Nobody("Wren"))
    ledger.add(BOTH)
    assert ledger.corrections() == (DOG, BOTH)


def test_line_ends_stay_as_they_are(ledger: Ledger) -> None:
    ledger.path.write_bytes(HAND.replace("\n", "\r\n").encode())
    ledger.add(Nobody("Wren"))
    ledger.remove(1)
    data = ledger.path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 5


@given(st.lists(corrections, min_size=1, max_size=5), st.data())
def test_one_goes_and_comes_back_and_the_others_stay(made: list[Correction], data: st.DataObject) -> None:
    whole = "# top\n" + "# between\n".join(map(block_of, made)) + "# below\n"
    number = data.draw(st.integers(1, len(made)))
    less, block = without_block(whole, number, "a file")
    assert in_order(less, "a file") == (*made[: number - 1], *made[number:])
    assert parsed(block, "a file") == (made[number - 1],)
    assert less.count("# between") == len(made) - 1
    assert in_order(with_block(less, block, "a file", number), "a file") == tuple(made)


@given(st.lists(corrections, max_size=4), corrections)
def test_what_is_added_comes_last(made: list[Correction], new: Correction) -> None:
    assert in_order(with_block(written(made), block_of(new), "a file"), "a file") == (*made, new)
