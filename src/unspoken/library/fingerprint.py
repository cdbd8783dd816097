"""What a reading depends on: as long as it is the same, a work need not be read again."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from unspoken import recipes, resources
from unspoken.corrections import beside, in_text
from unspoken.errors import BadInput
from unspoken.models.store import COREFERENCE, ONE_PASS, model
from unspoken.version import __version__

_BLOCK = 1 << 20


def text_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes.

    Raises:
        BadInput: it is no file, or cannot be read.
    """
    try:
        if not path.is_file():
            what = "this is a folder" if path.is_dir() else "there is no such file"
            raise BadInput(str(path), what, "name a file")
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except (OSError, ValueError) as error:
        what = f"cannot be opened ({getattr(error, 'strerror', None) or error})"
        raise BadInput(str(path), what, "check its permissions") from None
    return digest.hexdigest()


def fingerprint(
    path: Path, sha256: str, recipe: str, corrections: Path | None = None, threshold: float | None = None
) -> str:
    """One digest of all that the reading of a file depends on.

    The text, the ending of the file's name, the corrections, the recipe with the versions of its stages, the weights,
    and the version of the program.

    Args:
        path: of the story.
        sha256: of its bytes.
        recipe: the name of a list of stages.
        corrections: their file; None: the one beside the story.
        threshold: the probability below which nobody is named as a speaker; None: the usual one.

    Raises:
        BadCorrections: the corrections cannot be read.
        BadPipeline: there is no such recipe.
    """
    stages = [(stage.name, stage.version) for stage in recipes.stages(recipe, threshold)]
    told = in_text(beside(path) if corrections is None else corrections)
    parts = ("read", __version__, sha256, path.suffix.lower(), told, recipe, threshold, stages, _weights())
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


def written_fingerprint(sha256: str) -> str:
    """The fingerprint of a story that was read before and written down: it is taken as it is."""
    return hashlib.sha256(msgspec.json.encode(("written", sha256))).hexdigest()


def _weights() -> list[tuple[str, str]]:
    networks = [(f"{name}/{file}", d) for name in (ONE_PASS, COREFERENCE) for file, d in _digests(name).items()]
    return networks + [(name, resources.digest(name)) for name in recipes.WEIGHTS]


def _digests(name: str) -> dict[str, str]:
    found: dict[str, str] = model(name).card["digests"]
    return found
