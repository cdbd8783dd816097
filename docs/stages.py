"""Writes the table of stages into the page on the architecture: ``python -m docs.stages``."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from unspoken.pipeline import Stage, ordered
from unspoken.stages.table import STAGES

PAGE = Path(__file__).with_name("architecture.md")
TABLE = re.compile(r"^\| makes \|.*?(?=^$)", re.MULTILINE | re.DOTALL)


def table() -> str:
    """All stages in the order in which they run, with where each lives and what it reads."""
    return "| makes | in | reads |\n|---|---|---|\n" + "".join(row(stage) for stage in ordered(STAGES))


def row(stage: Stage) -> str:
    """The line of one stage."""
    home = find_spec(f"unspoken.stages.{stage.name}")
    folder = home is not None and home.submodule_search_locations is not None
    path = f"stages/{stage.name}/" if folder else f"stages/{stage.name}.py"
    return f"| {stage.name} | `{path}` | {', '.join(layer.name for layer in stage.reads) or 'the text'} |\n"


def page(text: str) -> str:
    """The page with the table as it is now."""
    return TABLE.sub(lambda _: table(), text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
