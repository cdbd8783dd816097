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
