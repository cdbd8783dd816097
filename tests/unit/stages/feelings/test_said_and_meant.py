"""Feelings that are only said, and those told by whom they are not for, in texts with real layers."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from unspoken.layers.feelings import Feeling
from unspoken.layers.keys import CHARACTERS, FEELINGS


def felt(text: str) -> tuple[list[Feeling], dict[str | None, str | None]]:
    document = document_with(text, CHARACTERS, FEELINGS)
    return list(document[FEELINGS]), {None: None, **{c.id: c.name for c in document[CHARACTERS]}}


@pytest.mark.parametrize(
    "told",
    [
        "She was so angry that her hands shook. Not with Peter. With Mark.",
        "She was furious, not with Peter but with Mark, who had sold the horse.",
        "She felt a rush of anger. It was not for Peter, though; it was for Mark.",
    ],
)
def test_whom_a_feeling_is_not_for_tells_whom_it_is_for(told: str) -> None:
    found, name = felt(f"Ellen read the bill to Peter and Mark. {told}")
    assert [name[f.target] for f in found if f.emotion == "anger"] == ["Mark"]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("It was a lie. She had never loved him.", False),
        ("She felt nothing for Paul, and thought about her shopping.", False),
        ("She did not mean a word of it.", False),
        ("It was true: she had loved him since the harvest.", True),
        ("She felt nothing for Mark.", True),
    ],
)
def test_love_that_is_only_said_is_no_more_than_supposed_where_the_narration_belies_it(told: str, meant: bool) -> None:
    found, _ = felt(f"Mark was out. Nora said that she loved Paul. {told}")
    assert found[0].hypothetical is not meant


@pytest.mark.parametrize(
    ("answer", "meant"),
    [("I’m not angry", False), ("Of course I’m angry with you", True), ("Mind the step", True)],
)
def test_who_denies_what_another_says_of_their_heart_need_not_feel_it(answer: str, meant: bool) -> None:
    found, _ = felt(f"Nora came in. “You are angry with me, Nora,” said Mark. “{answer},” said Nora to Mark.")
    assert found[0].hypothetical is not meant


@pytest.mark.parametrize(
    ("told", "emotions"),
    [
        ("“Hold your tongue!” said Peter to Ellen.", ["anger"]),
        ("“You cannot hold your tongue,” said Peter to Ellen.", []),
        ("Ellen's face grew red with passion.", ["anger"]),
        ("Peter was in full sympathy with the new doctrine.", []),
        ("“Leave me alone!” said Peter to Ellen.", ["anger"]),
        ("“Leave me alone to think,” said Peter to Ellen.", []),
        ("Ellen told Mark to say it again.", []),
        ("Ellen told Mark to go to hell.", ["anger"]),
        ("Ellen turned her face to the light.", []),
        ("Ellen's face lit.", ["joy"]),
        ("Ellen's face grew still as Mark's darkened.", []),
        ("Peter's lips curled into a slight smile.", []),
        ("Peter's lip curled.", ["contempt"]),
        ("Mark, I trust, will stay with Ellen.", []),
        ("“Your story?” said Peter drily.", []),
        ("“Your story?” said Peter coldly.", ["contempt"]),
    ],
)
def test_what_words_mean_by_those_beside_them(told: str, emotions: list[str]) -> None:
    found, _ = felt(f"Ellen read the bill to Peter and Mark. {told}")
    assert [f.emotion for f in found] == emotions


def test_a_look_that_in_no_way_expresses_a_feeling_denies_it() -> None:
    found, _ = felt("Ellen read the bill to Peter. Ellen's glance did in no shape denote fear.")
    assert [(f.emotion, f.negated) for f in found] == [("fear", True)]


@pytest.mark.parametrize(("noun", "emotions"), [("impatience for", []), ("impatience with", ["anger"])])
def test_who_cannot_wait_for_somebody_is_not_angry(noun: str, emotions: list[str]) -> None:
    found, _ = felt(f"Ellen read the bill to Peter and Mark. Ellen's {noun} Mark was great.")
    assert [f.emotion for f in found] == emotions


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Ellen teased Mark about the letter, and he felt very uncomfortable and rather melancholy.", "Mark"),
        ("Ellen went into the house, and Mark went out and took a stroll, feeling sorrowful.", "Mark"),
    ],
)
def test_the_nearest_subject_feels(told: str, who: str) -> None:
    found, name = felt(f"Ellen read the bill to Peter and Mark. {told}")
    assert {name[f.experiencer] for f in found if f.emotion in ("sadness", "anger")} == {who}
