"""A story as data frames of pandas or polars: the same tables that CSV and Parquet have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from unspoken.errors import MissingLibrary, UnspokenError
from unspoken.story import Story
from unspoken.views.tables import TABLES, Cells, Table, Type, tables

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped, unused-ignore]
    import polars

Library = Literal["pandas", "polars"]
_PANDAS: dict[Type, str] = {"text": "string", "integer": "Int64", "number": "float64", "truth": "boolean"}


@overload
def frames(story: Story, library: Literal["pandas"] = "pandas") -> dict[str, pandas.DataFrame]: ...
@overload
def frames(story: Story, library: Literal["polars"]) -> dict[str, polars.DataFrame]: ...
def frames(story: Story, library: Library = "pandas") -> dict[str, Any]:
    """All tables of a story as data frames.

    Args:
        story: the story.
        library: which one's frames.

    Returns:
        From the name of each table (`unspoken.views.tables.TABLES`) to a frame. Columns and their types are the same
        for every story, empty ones too: of pandas ``string``, ``Int64``, ``float64``, ``boolean``, and ``object`` with
        a list in each cell; of polars ``String``, ``Int64``, ``Float64``, ``Boolean`` and ``List``.

    Raises:
        MissingLibrary: it is not installed.
        UnspokenError: it is neither of the two.
    """
    if library == "pandas":
        make = _pandas
    elif library == "polars":
        make = _polars
    else:
        raise UnspokenError(f"there are no frames of {library!r}; ask for 'pandas' or 'polars'")
    try:
        return {name: make(TABLES[name], cells) for name, cells in tables(story).items()}
    except ModuleNotFoundError as error:
        if error.name != library:
            raise
        raise MissingLibrary(library, library) from None


def _pandas(table: Table, cells: Cells) -> pandas.DataFrame:
    import pandas

    return pandas.DataFrame(
        {
            c.name: pandas.Series([*map(_listed, cells[c.name])], dtype=_PANDAS.get(c.type, "object"))
            for c in table.columns
        }
    )


def _polars(table: Table, cells: Cells) -> polars.DataFrame:
    import polars

    types: dict[Type, Any] = {
        "text": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "truth": polars.Boolean,
        "texts": polars.List(polars.String),
        "integers": polars.List(polars.Int64),
    }
    return polars.DataFrame(
        {c.name: [*map(_listed, cells[c.name])] for c in table.columns},
        schema={c.name: types[c.type] for c in table.columns},
    )


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
