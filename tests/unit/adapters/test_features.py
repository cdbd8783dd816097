"""Stories as rows of numbers: each what it says it is, unknown where there is nothing to count."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.stories.wrong_door import NELL, bare, story
from unspoken.adapters.batch import Reader
from unspoken.adapters.features import StoryFeatures
from unspoken.views.features import FEATURES, features


def row() -> dict[str, float | None]:
    return dict(zip((f.name for f in FEATURES), features(story()), strict=True))


def test_numbers_are_what_they_say() -> None:
    told = row()
    assert told["words"] == len(story().text.split())
    assert (told["scenes"], told["characters"], told["speakers"], told["gaps"], told["letters"]) == (5, 4, 4, 3, 2)
    assert told["open_gaps"] == pytest.approx(1 / 3)
    assert told["first_person"] == 0
    assert told["anger_per_1000"] == pytest.approx(1000 / len(story().text.split()))
    assert told["trust_per_1000"] == 0
    assert told["valence"] == pytest.approx(sum(f.valence for f in story().feelings) / 8)
    said = sum(len(story().text[p.start : p.end].split()) for q in story().quotes for p in q.parts)
    nells = sum(
        len(story().text[p.start : p.end].split()) for q in story().quotes if q.speaker == NELL for p in q.parts
    )
    assert told["speech"] == pytest.approx(said / len(story().text.split()))
    assert told["loudest_voice"] == pytest.approx(nells / said)


def test_a_share_of_nothing_is_unknown() -> None:
    empty = dict(zip((f.name for f in FEATURES), features(bare()), strict=True))
    assert [empty[n] for n in ("valence", "open_gaps", "loudest_voice", "first_person")] == [None] * 4
    assert (empty["words"], empty["gaps"], empty["speech"]) == (2, 0, 0)


def test_rows_are_stories_and_columns_have_names() -> None:
    made = StoryFeatures().fit_transform([story(), None])
    names = StoryFeatures().get_feature_names_out()
    assert made.shape == (2, len(names))
    assert made.dtype == np.float64
    assert [*names] == [f.name for f in FEATURES]
    assert len(set(names)) == len(names)
    assert all(f.means for f in FEATURES)
    assert made[0, 0] == len(story().text.split())
    assert all(map(math.isnan, made[1]))
    assert StoryFeatures().transform([]).shape == (0, len(names))


def test_both_stand_in_a_pipeline() -> None:
    pipeline = pytest.importorskip("sklearn.pipeline")
    clone = pytest.importorskip("sklearn.base").clone
    steps = clone(pipeline.make_pipeline(Reader(errors="skip"), StoryFeatures()))
    made = steps.fit_transform([story(), " \n"])
    assert made.shape == (2, len(FEATURES))
    assert np.isnan(made[1]).all()
    assert steps.get_params()["reader__errors"] == "skip"
    assert [*steps.get_feature_names_out()] == [f.name for f in FEATURES]
