"""What was found, as files: the input itself, and beside it what happened, the seed, and how to see it again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fuzz.case import Finding

FOUND = Path(__file__).parent / "found"
NOTE = ".json"
TRIES = 400  # to make an input smaller


@dataclass(frozen=True)
class Found:
    """A finding that was kept."""

    target: str
    data: bytes
    note: dict[str, str]


def keep(finding: Finding, seed: int, engine: str, folder: Path = FOUND) -> Path:
    """Write a finding as ``TARGET-DIGEST.bin`` with a note beside it; the smaller input of one fault stays."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{finding.target}-{finding.digest}.bin"
    if not path.exists() or len(finding.data) < path.stat().st_size:
        path.write_bytes(finding.data)
        note = {
            "target": finding.target, "signature": finding.signature, "seed": str(seed), "engine": engine,
            "replay": f"python -m fuzz --replay {path}", "what": finding.what[-6000:],
        }  # fmt: skip
        path.with_suffix(NOTE).write_text(json.dumps(note, indent=1), encoding="utf-8")
    return path


def kept(path: Path) -> Found:
    """Read a finding back."""
    note = json.loads(path.with_suffix(NOTE).read_text(encoding="utf-8"))
    return Found(note["target"], path.read_bytes(), note)


def smaller(finding: Finding, again: Callable[[bytes], Finding | None]) -> Finding:
    """Take pieces out of an input, ever smaller ones, as long as the same fault is found in what is left."""
    best, size, tries = finding, max(1, len(finding.data) // 2), 0
    while size and tries < TRIES:
        at, before = 0, len(best.data)
        while at < len(best.data) and tries < TRIES:
            tries += 1
            now = again(best.data[:at] + best.data[at + size :])
            if now is not None and now.signature == finding.signature:
                best = now
            else:
                at += size
        size = size // 2 if len(best.data) == before or size > len(best.data) // 2 else size
    return best
