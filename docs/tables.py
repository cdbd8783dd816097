"""Writes the page on the tables from their declarations: ``python -m docs.tables``."""

from __future__ import annotations

from pathlib import Path

from unspoken.views.features import FEATURES
from unspoken.views.tables import TABLES, Table

PAGE = Path(__file__).with_name("tables.md")
OPENING = """# The tables

What CSV, Parquet and data frames hold: the same tables with the same columns for every story, also where nothing is
found. Offsets count code points of the story's text, from the first that belongs to a thing to the one after its last.
Ids are those of [the format](format.md). What is unknown is empty. The scene of some words is the one that they lie in.

| type | in CSV | in Parquet | in pandas | in polars |
|---|---|---|---|---|
| text | the words | `string` | `string` | `String` |
| integer | `12` | `int64` | `Int64` | `Int64` |
| number | `0.5` | `double` | `float64` | `Float64` |
| truth | `true` or `false` | `bool` | `boolean` | `Boolean` |
| texts | `one \\| two` | `list<string>` | a list | `List(String)` |
| integers | `1 \\| 2` | `list<int64>` | a list | `List(Int64)` |
"""
NUMBERS = """
## The numbers of a story

What `unspoken.adapters.features.StoryFeatures` gives, a column each.

| column | means |
|---|---|
"""


def page() -> str:
    """The whole page."""
    numbers = "".join(f"| `{f.name}` | {_cell(f.means)} |\n" for f in FEATURES)
    return OPENING + "".join(map(section, TABLES.values())) + NUMBERS + numbers


def section(table: Table) -> str:
    """The columns of one table."""
    rows = "".join(f"| `{c.name}` | {c.type} | {_cell(c.means)} |\n" for c in table.columns)
    means = table.means[0].upper() + table.means[1:]
    return f"\n## {table.name}\n\n{means}.\n\n| column | type | means |\n|---|---|---|\n{rows}"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
