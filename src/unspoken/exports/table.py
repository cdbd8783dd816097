"""All formats that a story can be taken along in. Each is made by a module of its own, imported when it is needed.

A format's module has ``export(story, stem)``, which returns the files to write: from names that begin with the stem to
their content.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType

from unspoken.errors import BadOutput
from unspoken.story import Story
from unspoken.views.tables import TABLES


@dataclass(frozen=True)
class Format:
    """One format: ``endings`` are what its files are called after the stem, with their dots."""

    name: str
    means: str
    endings: tuple[str, ...]
    module: str

    def files(self, stem: str) -> tuple[str, ...]:
        """The names of the files that it makes, whatever the story."""
        return tuple(stem + ending for ending in self.endings)

    def export(self, story: Story, stem: str) -> dict[str, bytes]:
        """The files of a story, by name."""
        make: Callable[[Story, str], dict[str, bytes]] = import_module(self.module).export
        return make(story, stem)


def _format(name: str, means: str, *endings: str) -> Format:
    return Format(name, means, endings, f"unspoken.exports.{name}")


_BOOKNLP = (".tokens", ".entities", ".quotes", ".supersense", ".book", ".book.html")
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        found.name: found
        for found in (
            _format("html", "one page for the browser, the text marked up", ".html"),
            _format("csv", "tables, for spreadsheets and statistics", *(f".{name}.csv" for name in TABLES)),
            _format("parquet", "the same tables with types", *(f".{name}.parquet" for name in TABLES)),
            _format("graphml", "the network of people", ".graphml"),
            _format("gexf", "the network of people over time, for Gephi", ".gexf"),
            _format("tei", "the text and its people as TEI P5", ".tei.xml"),
            _format("booknlp", "the six files of BookNLP", *_BOOKNLP),
            _format("markdown", "a story bible", ".md"),
            _format("json", "the whole model", ".json"),
        )
    }
)
_SYNONYMS = {"htm": "html", "md": "markdown", "xml": "tei", "gephi": "gexf", "excel": "csv", "page": "html"}


def format_named(name: str) -> Format:
    """The format of a name, in any case.

    Raises:
        BadOutput: there is none.
    """
    key = name.strip().lower()
    if key in FORMATS:
        return FORMATS[key]
    close = _SYNONYMS.get(key) or next(iter(get_close_matches(key, FORMATS, 1)), None)
    hint = f"did you mean {close!r}?" if close else f"there are {', '.join(FORMATS)}"
    raise BadOutput(f"there is no format {name.strip()!r}; {hint}")
