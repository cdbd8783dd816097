"""What holds for each stage on any text: it finishes, keeps to what it declared, and does the same thing again."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.contract.texts import DEGENERATE, STORY, document
from unspoken.document import Document
from unspoken.layers.corrections import Wrong
from unspoken.layers.keys import CORRECTIONS
from unspoken.layers.signals import Signals
from unspoken.layers.tokens import Tokens
from unspoken.pipeline import GIVEN, Stage, run
from unspoken.stages.table import STAGES

each_stage = pytest.mark.parametrize("stage", STAGES, ids=lambda s: s.name)
each_text = pytest.mark.parametrize("name", DEGENERATE)


CLAIMS = ("feelings", "attitudes", "relationships", "events", "beliefs", "gaps")
WRONG = tuple(Wrong(claim, who="Ada", about="Bram") for claim in CLAIMS)  # type: ignore[arg-type]


@cache
def whole(name: str) -> Document:
    """A text with all layers; ``corrected``: one of which every kind of claim is said to be wrong."""
    if name == "corrected":
        return run(document("Ada loved Bram. Bram knew it.").attach(CORRECTIONS, WRONG), STAGES)[0]
    return run(
        document(DEGENERATE.get(name) or (STORY.read_text(encoding="utf-8") if name == "story" else "")), STAGES
    )[0]


def digest(records: Any) -> str:
    """One line that tells records from others."""
    columns = isinstance(records, Tokens | Signals)
    exact = [np.asarray(getattr(records, f.name)).tolist() for f in fields(records)] if columns else records
    return hashlib.sha256(repr(exact).encode("utf-8", "surrogatepass")).hexdigest()


def digests(document: Document) -> dict[str, str]:
    return {name: digest(records) for name, records in document.layers.items()}


def frozen(record: Any) -> bool:
    settings = record.__dataclass_params__ if hasattr(record, "__dataclass_params__") else record.__struct_config__
    return bool(settings.frozen)


class Watched(Mapping[str, Any]):
    """Layers that remember which of them were asked for."""

    def __init__(self, layers: Mapping[str, Any]) -> None:
        self.layers, self.asked = layers, set[str]()

    def __getitem__(self, name: str) -> Any:
        self.asked.add(name)
        return self.layers[name]

    def __contains__(self, name: object) -> bool:
        return name in self.layers

    def __iter__(self) -> Iterator[str]:
        return iter(self.layers)

    def __len__(self) -> int:
        return len(self.layers)


@each_text
def test_every_stage_finishes_on_any_text(name: str) -> None:
    assert len(whole(name).layers) == len(STAGES) + len(GIVEN)
    assert whole(name).text == DEGENERATE[name]


@each_stage
def test_a_stage_reads_all_that_it_declares_and_no_more(stage: Stage) -> None:
    asked = set[str]()
    for name in ("story", "letters inside letters", "messages", "corrected"):
        watched = Watched(whole(name).only(stage.reads).layers)
        stage.run(Document(whole(name).text, whole(name).source, watched))
        asked |= watched.asked
    assert asked == {layer.name for layer in stage.reads}


@each_stage
def test_a_stage_makes_the_same_records_again(stage: Stage) -> None:
    for name in ("story", "letters inside letters", "messages"):
        again = stage.run(whole(name).only(stage.reads))
        assert digest(again) == digest(whole(name)[stage.makes])


@each_stage
def test_a_stage_gives_what_cannot_be_changed(stage: Stage) -> None:
    records = whole("story")[stage.makes]
    assert all(frozen(record) for record in (records if isinstance(records, tuple) else [records]))


def test_another_process_with_other_hash_seeds_makes_the_same_layers() -> None:
    here = digests(whole("story"))
    code = (
        "import json\nfrom tests.contract.test_stages import digests, whole\nprint(json.dumps(digests(whole('story'))))"
    )
    for seed in ("1", "4242"):
        ran = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert json.loads(ran.stdout) == here
