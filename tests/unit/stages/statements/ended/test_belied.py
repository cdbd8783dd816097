"""What is thought of another and said right behind not to be so; who knew what was kept from them."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from unspoken.layers.keys import CHARACTERS, GAPS

ROOM = "Hester sat by the stove. Amos came in and stood by the door.\n\n"


def gaps(text: str) -> set[tuple[str, str, str]]:
    document = document_with(ROOM + text, CHARACTERS, GAPS)
    name = {c.id: c.name for c in document[CHARACTERS]}
    return {(g.type, name[g.holder], name[g.about]) for g in document[GAPS]}


@pytest.mark.parametrize(
    "text",
    [
        "Amos was sure that Hester despised him. She did not.",
        "Amos believed that Hester hated him. She did nothing of the kind.",
        "Amos was sure that Hester despised him. Nothing was further from the truth; Hester had never looked at him.",
        "Amos thought that Hester despised him. Hester despised nobody.",
        "“You’ll be glad to see the back of me, I dare say,” said Amos to Hester.\n\n“Glad? I shall cry,” said Hester.",
    ],
)
def test_what_is_belied(text: str) -> None:
    assert ("misbelief", "Amos", "Hester") in gaps(text)


@pytest.mark.parametrize(
    "text",
    [
        "Amos was sure that Hester despised him. She did.",
        "Amos was sure that Hester despised him. Martha did not.",
        "Amos was sure that Hester despised him. She did not look up.",
        "Amos was sure that Hester despised him. In point of fact Hester hated him.",
        "Amos thought that Hester loved him. She was not, perhaps, a handsome woman.",
        "“You’ll be glad to see the back of me, I dare say,” said Amos to Hester.\n\n“Glad? I am,” said Hester.",
    ],
)
def test_what_is_not_belied(text: str) -> None:
    assert not gaps(text)


def test_who_knew_it_all_along_was_thought_not_to() -> None:
    kept = "Hester had kept it from Amos for a week. At last Hester told him that she had lost her place.\n\n"
    known = "“Ay,” said Amos to Hester. “Martha told me on Monday.”"
    assert ("misbelief", "Hester", "Amos") in gaps(kept + known)
    assert ("ignorance", "Amos", "Hester") not in gaps(kept + known)
    for answer in ("It is late.", "Nobody told me.", "You never told me that!", "I know about horses."):
        assert ("ignorance", "Amos", "Hester") in gaps(kept + f"“{answer}” said Amos to Hester.")
