"""Recipes are lists of stages by name."""

import pytest

from unspoken import recipes
from unspoken.errors import BadPipeline
from unspoken.stages.table import STAGES


def test_the_standard_recipe_is_all_the_stages_of_the_table() -> None:
    assert recipes.stages("standard") == recipes.stages(recipes.DEFAULT) == STAGES


def test_the_fast_recipe_reads_with_the_lower_layers_and_is_else_the_same() -> None:
    fast = recipes.stages("fast")
    assert [stage.name for stage in fast] == [stage.name for stage in STAGES]
    assert [a.name for a, b in zip(fast, STAGES, strict=True) if a is not b] == ["signals"]


def test_a_recipe_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadPipeline, match=r"no recipe 'magic' \(there are: .*standard"):
        recipes.stages("magic")


def test_a_threshold_of_speakers_is_a_stage_of_its_own() -> None:
    own = recipes.stages("standard", 0.8)
    assert [a.name for a, b in zip(own, STAGES, strict=True) if a is not b] == ["turns"]
    turns = next(stage for stage in own if stage.name == "turns")
    assert turns.version.endswith("speakers from 0.8")


@pytest.mark.parametrize("threshold", [-0.1, 1.5, float("nan")])
def test_a_threshold_that_is_no_probability_is_refused(threshold: float) -> None:
    with pytest.raises(BadPipeline, match="a probability from 0 to 1"):
        recipes.stages("standard", threshold)
