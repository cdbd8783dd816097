"""Stages are put into an order in which each finds what it reads, and see nothing but what they declared."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken.document import Document
from unspoken.errors import BadPipeline, MissingLayer
from unspoken.layers.keys import PARAGRAPHS, Layer
from unspoken.layers.source import Source
from unspoken.pipeline import Stage, dependents, ordered, rerun, run

BARE = Document("Rain.", Source("rain.txt", "text", "0" * 64)).attach(PARAGRAPHS, ())
GIVEN = Layer[str]("paragraphs")  # any of those that sources make
A, B, C, D = Layer[str]("a"), Layer[str]("b"), Layer[str]("c"), Layer[str]("d")


def stage(makes: Layer[Any], *reads: Layer[Any], version: str = "1") -> Stage:
    """A stage whose record is its own name after those of what it reads."""
    return Stage(makes.name, version, reads, makes, lambda document: "".join(document[r] for r in reads) + makes.name)


def names(stages: Iterable[Stage]) -> list[str]:
    return [s.name for s in stages]


def test_a_stage_runs_after_those_whose_layers_it_reads() -> None:
    assert names(ordered([stage(C, B), stage(B, A), stage(A)])) == ["a", "b", "c"]


def test_stages_that_do_not_need_each_other_keep_the_order_given() -> None:
    assert names(ordered([stage(C), stage(A), stage(B)])) == ["c", "a", "b"]


@given(st.permutations([stage(A), stage(B, A), stage(C, A, B)]))
def test_any_order_given_comes_to_the_same_layers(stages: list[Stage]) -> None:
    document, _ = run(BARE, stages)
    assert (document[A], document[B], document[C]) == ("a", "ab", "aabc")


def test_two_makers_of_one_layer_are_refused() -> None:
    with pytest.raises(BadPipeline, match="more than one stage makes a"):
        ordered([stage(A), stage(A)])


def test_a_layer_that_nobody_makes_is_named() -> None:
    with pytest.raises(BadPipeline, match="b needs a"):
        ordered([stage(B, A)])


def test_stages_that_wait_for_each_other_are_named() -> None:
    with pytest.raises(BadPipeline, match="a needs b; b needs a"):
        ordered([stage(A, B), stage(B, A)])


def test_a_stage_cannot_see_what_it_did_not_declare() -> None:
    peeking = Stage("peeking", "1", (), B, lambda document: document[A])
    with pytest.raises(MissingLayer, match="'a'"):
        run(BARE, [stage(A), peeking])


def test_a_layer_that_is_there_is_kept() -> None:
    document, runs = run(BARE.attach(A, "kept"), [stage(A), stage(B, A)])
    assert document[A] == "kept"
    assert document[B] == "keptb"
    assert [r.name for r in runs] == ["b"]


def test_each_run_is_recorded_with_the_version_of_its_stage() -> None:
    _, runs = run(BARE, [stage(A, version="7")])
    assert [(r.name, r.stage, r.version) for r in runs] == [("a", "a", "7")]
    assert runs[0].seconds >= 0


def test_progress_is_told_before_each_stage() -> None:
    told: list[tuple[str, int, int]] = []
    run(BARE, [stage(B, A), stage(A)], lambda s, number, total: told.append((s.name, number, total)))
    assert told == [("a", 0, 2), ("b", 1, 2)]


def test_what_depends_on_a_layer_does_so_at_any_remove() -> None:
    stages = [stage(C, B), stage(B, A), stage(A), stage(D, PARAGRAPHS)]
    assert names(dependents(stages, [A])) == ["b", "c"]
    assert names(dependents(stages, [PARAGRAPHS])) == ["d"]
    assert dependents(stages, [C]) == []


def test_a_new_layer_makes_those_again_that_follow_from_it() -> None:
    stages = [stage(B, GIVEN), stage(C, B), stage(D)]
    before, _ = run(BARE.attach(GIVEN, "a"), stages)
    told: list[str] = []
    after, runs = rerun(before, stages, GIVEN, "x", lambda s, number, total: told.append(f"{s.name} {number}/{total}"))
    assert (after[GIVEN], after[B], after[C], after[D]) == ("x", "xb", "xbc", "d")
    assert [r.name for r in runs] == ["b", "c"]
    assert told == ["b 0/2", "c 1/2"]


def test_where_a_layer_comes_out_as_it_was_what_follows_is_kept() -> None:
    length = Stage("b", "1", (GIVEN,), B, lambda document: str(len(document[GIVEN])))
    stages = [length, stage(C, B)]
    before, _ = run(BARE.attach(GIVEN, "a"), stages)
    assert [r.name for r in rerun(before, stages, GIVEN, "x")[1]] == ["b"]
    assert [r.name for r in rerun(before, stages, GIVEN, "xx")[1]] == ["b", "c"]
    assert rerun(before, stages, GIVEN, "a")[1] == []


@given(st.text(max_size=3), st.text(max_size=3))
def test_to_run_again_comes_to_what_a_first_run_comes_to(first: str, second: str) -> None:
    stages = [stage(B, GIVEN), Stage("c", "1", (GIVEN,), C, lambda document: document[GIVEN][:1]), stage(D, B, C)]
    before, _ = run(BARE.attach(GIVEN, first), stages)
    after, _ = rerun(before, stages, GIVEN, second)
    assert after == run(BARE.attach(GIVEN, second), stages)[0]
