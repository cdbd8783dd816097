"""Memory: answers kept by what was asked, so that the same question is not asked twice."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from unspoken.errors import BadHelper
from unspoken.files import write_whole
from unspoken.places import data_folder


class Memory:
    """A folder with a file for each answer, named after the digest of model, instructions and question."""

    def __init__(self, folder: Path | None = None) -> None:
        """Name the folder; None: one among the user's data.

        Raises:
            BadHelper: there is no such folder.
        """
        usual = data_folder()
        if folder is None and usual is None:
            raise BadHelper("there is no home folder in which its answers could be kept", "name one")
        self.folder = folder or Path(str(usual)) / "helper"

    def recall(self, model: str, instructions: str, question: str) -> str | None:
        """The answer to a question, if it was given before."""
        try:
            return self._file(model, instructions, question).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def keep(self, model: str, instructions: str, question: str, answer: str) -> None:
        """Keep an answer.

        Raises:
            BadOutput: it cannot be written.
        """
        write_whole(self._file(model, instructions, question), answer.encode("utf-8", "replace"))

    def _file(self, model: str, instructions: str, question: str) -> Path:
        key = hashlib.sha256(json.dumps([model, instructions, question]).encode()).hexdigest()
        return self.folder / key[:2] / f"{key}.txt"
