"""Corrections: files of them, followed on a story; and the ledger, by steps."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from fuzz.case import Target
from fuzz.seeds import TALK
from fuzz.targets.texts import CHEAP, assert_sound
from unspoken.corrections import KINDS, correction, parsed, read_corrections, written
from unspoken.corrections.ledger import Ledger
from unspoken.document import Document
from unspoken.errors import UnspokenError
from unspoken.layers import keys
from unspoken.pipeline import rerun, run
from unspoken.reading import finished
from unspoken.sources import document_from_text


@cache
def _read() -> Document:
    return run(document_from_text(TALK), CHEAP)[0]


def check(data: bytes, folder: Path) -> None:
    """A file: what is understood is written so that it is understood alike, and followed."""
    path = folder / "a.unspoken.toml"
    path.write_bytes(data)
    found = read_corrections(path)
    assert sorted(parsed(written(found), "a"), key=repr) == sorted(found, key=repr)
    document, runs = rerun(_read(), CHEAP, keys.CORRECTIONS, found)
    assert_sound(finished(document, runs, 0.0))


def steps(data: bytes, folder: Path) -> None:
    """A ledger over a file: a JSON list, first the text of the file, then steps. Each step is done, or refused."""
    try:
        text, *todo = json.loads(data)
        (folder / "a.toml").write_bytes(str(text).encode("utf-8", "surrogatepass"))
    except (ValueError, TypeError, RecursionError):
        return
    ledger = Ledger(folder / "a.toml")
    for step in todo:
        before = (folder / "a.toml").read_bytes()
        if why := _refused(ledger, step):
            assert len(why.splitlines()) == 1, why
            assert (folder / "a.toml").read_bytes() == before, "a step that was refused changed the file"


def _refused(ledger: Ledger, step: object) -> str | None:
    try:
        _step(ledger, step)
        ledger.corrections()
    except UnspokenError as error:
        return str(error)
    return None


def _step(ledger: Ledger, step: object) -> None:
    if isinstance(step, dict) and step.get("kind") in KINDS:
        ledger.add(correction(step["kind"], step.get("fields"), "given"))
    elif isinstance(step, int):
        ledger.remove(step)
    elif step == "undo":
        ledger.undo()
    elif step == "redo":
        ledger.redo()


TARGETS = (Target("corrections", check, seconds=6.0), Target("ledger", steps, seconds=6.0))
