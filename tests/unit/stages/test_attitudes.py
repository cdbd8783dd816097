"""Attitudes: what lasts is told apart from what passes."""

from __future__ import annotations

import msgspec
import pytest

from unspoken.document import Document
from unspoken.layers import keys
from unspoken.layers.corrections import Strikes
from unspoken.layers.documents import StoryDocument
from unspoken.layers.feelings import Attitude, Emotion, Feeling
from unspoken.layers.scenes import Scene, SceneTime
from unspoken.layers.source import Source
from unspoken.stages.attitudes import STAGE
from unspoken.stages.feelings.lexicon import valences

IDIOMS = ("took a dislike to him", "took a fancy to him", "liked him", "soft spot for him", "thought the world of him")
TEXT = " ".join(("loves angry hates fond despised", *IDIOMS))
SCENES = tuple(Scene(f"s{n}", n, n + 1, None, None, (), None, "third", "past", "linear", SceneTime()) for n in range(3))


def felt(word: str, emotion: Emotion, scene: int = 0, negated: bool = False, hypothetical: bool = False) -> Feeling:
    start = TEXT.index(word)
    return Feeling(
        f"f{start}", start, start + len(word), f"s{scene}", "ann", emotion, (), valences()[emotion], 0.6, "named",
        "ben", None, negated, hypothetical, ("narrator",), 0.7,
    )  # fmt: skip


def attitudes(*feelings: Feeling) -> tuple[Attitude, ...]:
    document = Document(TEXT, Source("told", "text", "")).attach(keys.FEELINGS, feelings).attach(keys.SCENES, SCENES)
    document = document.attach(keys.DOCUMENTS, (StoryDocument("d0", "letter", 0, 9, "ann", "ben", (), 1.0),))
    document = document.attach(keys.STRIKES, Strikes())
    found: tuple[Attitude, ...] = STAGE.run(document)
    return found


def test_a_word_of_state_is_an_attitude_with_its_words() -> None:
    (found,) = attitudes(felt("loves", "love", scene=1))
    assert (found.holder, found.target, found.value, found.emotion) == ("ann", "ben", "positive", "love")
    assert (found.from_scene, found.until_scene) == ("s1", None)
    assert TEXT[found.evidence[0].start : found.evidence[0].end] == "loves"


@pytest.mark.parametrize("words", IDIOMS)
def test_an_idiom_for_what_lasts_is_an_attitude(words: str) -> None:
    assert [a.holder for a in attitudes(felt(words, "love"))] == ["ann"]


def test_a_moment_of_anger_is_none() -> None:
    assert attitudes(felt("angry", "anger")) == ()


def test_anger_that_comes_back_scene_after_scene_is_one() -> None:
    found = attitudes(felt("angry", "anger"), felt("angry", "anger", 1), felt("angry", "anger", 2))
    assert [(a.value, a.from_scene) for a in found] == [("negative", "s0")]


def test_anger_three_times_in_one_scene_is_none() -> None:
    assert attitudes(*[felt("angry", "anger")] * 3) == ()


def test_love_and_hate_at_once_is_ambivalence() -> None:
    (found,) = attitudes(felt("loves", "love"), felt("hates", "anger", 1))
    assert (found.value, found.emotion, len(found.evidence)) == ("ambivalent", None, 2)


def test_what_is_denied_later_lasts_until_then() -> None:
    (found,) = attitudes(felt("loves", "love"), felt("fond", "love", 2, negated=True))
    assert found.until_scene == "s2"


def test_what_is_only_supposed_or_denied_is_none() -> None:
    assert attitudes(felt("loves", "love", hypothetical=True), felt("hates", "anger", negated=True)) == ()


def test_more_evidence_makes_surer() -> None:
    (once,) = attitudes(felt("loves", "love"))
    (twice,) = attitudes(felt("loves", "love"), felt("fond", "love", 1))
    assert once.confidence < twice.confidence <= 1


@pytest.mark.parametrize(("voice", "counts"), [("ann", True), ("d0", True), ("ben", False)])
def test_one_vouches_for_the_own_heart_only(voice: str, counts: bool) -> None:
    said = msgspec.structs.replace(felt("loves", "love"), source=("narrator", voice))
    assert bool(attitudes(said)) is counts
