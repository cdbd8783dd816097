"""The printed changes: every kind has its sentence, and what is left out is counted."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tests.stories.wrong_door import CHARACTERS, RELATIONSHIPS, bare, story
from tests.unit.views.comparison.drafts import draft, other
from unspoken.exports.changes import changes
from unspoken.story import Story
from unspoken.views.comparison import compare


def told(old: Story, new: Story, *, everything: bool = False) -> str:
    return " ".join(changes(old, new, compare(old, new), everything=everything).split())


def test_people_and_what_is_between_them() -> None:
    nell, *rest = CHARACTERS
    new = other(
        characters=(replace(nell, name="Petronella"), *rest[:2]),
        relationships=(replace(RELATIONSHIPS[0], kinds=("enmity",)), RELATIONSHIPS[2]),
    )
    text = told(story(), new)
    assert "Nell is now called Petronella." in text
    assert "Mr Okafor is gone, with" in text
    assert "Petronella and Ivo: enmity; it was romance." in text
    assert "June and Ivo: no longer there (it was family)." in text


def test_scenes() -> None:
    a, b, c, d = (
        "Ada wept in the hall.",
        "Rain fell on the roof all night.",
        "Bram went out to the boat.",
        "The boat was gone.",
    )
    text = told(draft(a, b, c, d), draft(d, a, c, "It snowed, and nobody came."))
    for said in ("Scene 1 was scene 4: it has moved.", "Scene 4 is new (5 words).", "Scene 2 of before is gone"):
        assert said in text
    assert "“It snowed, and nobody came.” (scene 4)" in text
    text = told(draft(a, b, c), draft(a, f"{b} {c}"))
    assert "Scene 3 of before is a part of scene 2 now." in text


def test_what_is_left_out_is_counted() -> None:
    scenes = [f"The {n}th man went by." for n in range(30)]
    text = told(draft(), draft(*scenes))
    assert "… and 18 more changes (--all shows everything)" in text
    assert "Scene 30 is new" not in text
    assert "Scene 30 is new" in told(draft(), draft(*scenes), everything=True)


def test_where_only_words_changed_that_is_said() -> None:
    assert "Nothing changed." in told(story(), story())
    assert "nothing that is compared here changed" in told(bare(), bare("Snow fell."))


def test_no_story_moves_the_cursor() -> None:
    old, new = draft("Ada wept."), draft("Ada wept.", "\x1b[2JBram went out.")
    text = changes(old, new, compare(old, new))
    assert not re.search(r"[\x00-\x08\x1b]", text)
