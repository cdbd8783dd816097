"""The annotated stories that the project is measured on: all that they quote stands in their texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "stories" / "gold"
FILES = sorted(FOLDER.rglob("*.gold.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_an_annotation_quotes_stands_in_its_story(path: Path) -> None:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text = " ".join(path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8").split())
    known = {c["id"] for c in gold["characters"]}
    for feeling in gold["feelings"]:
        assert " ".join(feeling["evidence"].split()) in text
        assert {feeling["who"], feeling["toward"] or feeling["who"]} <= known
    for belief in gold["beliefs"]:
        assert " ".join(belief["evidence"].split()) in text
        assert {belief["holder"], belief["about"]} <= known
    for gap in gold["gaps"]:
        assert " ".join(gap["truth"].split()) in text
        assert gap["type"] in ("misbelief", "ignorance")


def test_a_third_of_the_stories_are_unseen() -> None:
    assert [len([*(FOLDER / name).glob("*.txt")]) for name in ("seen", "unseen")] == [36, 17]
