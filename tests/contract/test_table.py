"""The table of stages as a whole, before any text: who makes what, from what."""

import inspect

import pytest

from unspoken.layers import keys
from unspoken.layers.keys import Layer
from unspoken.pipeline import GIVEN, Stage, ordered
from unspoken.stages.table import STAGES

each_stage = pytest.mark.parametrize("stage", STAGES, ids=lambda s: s.name)


def test_every_layer_is_made_by_exactly_one_stage_or_by_sources() -> None:
    named = {value.name for value in vars(keys).values() if isinstance(value, Layer)}
    made = [layer.name for layer in GIVEN] + [stage.makes.name for stage in STAGES]
    assert sorted(made) == sorted(named)


def test_an_order_exists() -> None:
    assert len(ordered(STAGES)) == len(STAGES)


def test_the_order_does_not_hang_on_the_order_of_the_table() -> None:
    before = {stage.makes.name: {layer.name for layer in stage.reads} for stage in STAGES}
    done = {layer.name for layer in GIVEN}
    for stage in ordered(reversed(STAGES)):
        assert before[stage.makes.name] <= done
        done.add(stage.makes.name)


@each_stage
def test_a_stage_is_named_after_its_layer_and_lives_under_that_name(stage: Stage) -> None:
    assert stage.name == stage.makes.name
    assert stage.run.__module__.startswith(f"unspoken.stages.{stage.name}")


@each_stage
def test_a_stage_names_its_layers_once_and_not_its_own(stage: Stage) -> None:
    names = [layer.name for layer in stage.reads]
    assert len(names) == len(set(names))
    assert stage.makes.name not in names


@each_stage
def test_a_stage_says_what_it_does(stage: Stage) -> None:
    assert inspect.getdoc(stage.run), f"{stage.name}: the function that a stage runs has a docstring"
    assert inspect.getdoc(inspect.getmodule(stage.run)), f"{stage.name}: its module has a docstring"


@each_stage
def test_a_stage_has_a_version_that_can_be_compared(stage: Stage) -> None:
    assert all(piece.isdecimal() for piece in stage.version.split("."))
