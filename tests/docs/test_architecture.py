"""The page on the architecture names the stages that there are, with the layers that they read."""

import re
from pathlib import Path

import pytest

from unspoken.pipeline import Stage, ordered
from unspoken.stages.table import STAGES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def row(stage: Stage) -> str:
    """The line of the page's table for a stage, less its last column."""
    home = stage.run.__module__.removeprefix("unspoken.").replace(".", "/")
    made_in_folder = (ROOT / "src" / "unspoken" / "stages" / stage.name).is_dir()
    path = f"stages/{stage.name}/" if made_in_folder else f"{home}.py"
    return f"| {stage.name} | `{path}` | {', '.join(layer.name for layer in stage.reads) or 'the text'} |"


@pytest.mark.parametrize("stage", ordered(STAGES), ids=lambda s: s.name)
def test_each_stage_has_its_line(stage: Stage) -> None:
    assert row(stage) in PAGE, f"docs/architecture.md lacks the line\n{row(stage)}"


def test_no_line_is_left_of_a_stage_that_is_gone() -> None:
    assert len(re.findall(r"^\| \w+ \| `stages/", PAGE, re.MULTILINE)) == len(STAGES)
