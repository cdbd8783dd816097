"""The layers of the story that ships are those in the repository."""

import pytest

import unspoken
from tests.golden.layers import GOLDEN, STORY, rendered


@pytest.fixture(scope="module")
def now() -> dict[str, str]:
    return rendered(unspoken.read(STORY))


def test_there_is_a_golden_file_for_every_layer(now: dict[str, str]) -> None:
    assert sorted(path.name for path in GOLDEN.glob("*.txt")) == sorted(now), (
        "run `just golden` and read the difference"
    )


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.glob("*.txt")))
def test_a_layer_is_as_it_was(name: str, now: dict[str, str]) -> None:
    golden = (GOLDEN / name).read_text(encoding="utf-8")
    assert now[name].splitlines() == golden.splitlines(), "if this is meant, run `just golden` and read the difference"
