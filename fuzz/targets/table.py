"""The table of targets, each with what makes inputs for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fuzz import inputs, made
from fuzz.case import Target
from fuzz.seeds import SEEDS
from fuzz.targets import commands, corrections, documents, files, requests, texts


@dataclass(frozen=True)
class Row:
    """A target, what describes its inputs to hypothesis, what atheris starts from, and the modules it looks at."""

    target: Target
    inputs: Callable[[], Any]
    seeds: Callable[[], tuple[bytes, ...]]
    modules: tuple[str, ...] = ()


def _file(kind: str, *modules: str) -> Row:
    shared = ("unspoken.sources", "unspoken.sources.blocks", "unspoken.sources.encodings", "unspoken.sources.detection")
    own = tuple(f"unspoken.sources.{name}" for name in modules)
    return Row(files.target(kind), lambda: inputs.files(kind), lambda: SEEDS[kind], (*shared, *own))


_LEDGER, _CORRECTIONS = corrections.TARGETS[1], corrections.TARGETS[0]
_PARSERS = ("unspoken.corrections", "unspoken.corrections.blocks")
ROWS: dict[str, Row] = {
    row.target.name: row
    for row in (
        _file("text", "text", "layout", "headings", "marks", "gutenberg"),
        _file("markdown", "markdown"),
        _file("html", "html", "archive", "packages"),
        _file("epub", "epub", "html", "archive", "packages"),
        _file("docx", "docx", "html", "archive", "packages"),
        _file("odt", "odt", "archive", "packages"),
        _file("rtf", "rtf"),
        _file("pdf", "pdf"),
        Row(texts.TARGET, made.texts, made.text_seeds, ("unspoken.stages.quotations", "unspoken.stages.tokens")),
        Row(documents.TARGET, made.stories, made.story_seeds, ("unspoken.exports.sound", "unspoken.exports.json")),
        Row(_CORRECTIONS, made.corrections, made.correction_seeds, _PARSERS),
        Row(_LEDGER, made.steps, made.step_seeds, (*_PARSERS, "unspoken.corrections.ledger")),
        Row(requests.TARGET, made.requests, made.request_seeds, ("unspoken.web.security", "unspoken.web.api")),
        Row(commands.TARGET, made.anything, lambda: SEEDS["text"]),
    )
}
