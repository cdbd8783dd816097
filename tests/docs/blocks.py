"""The examples of a page of documentation, taken out of its Markdown and run.

A ``python`` block is run as a program, a ``pycon`` block as a session at the prompt, and a ``console`` block as
commands after ``$`` with what they print. In what is printed, ``...`` stands for anything. The blocks of a page share
one folder, with a story in it, and one namespace. Blocks of other languages (``sh`` for what installs) are not run. A
block under a line ``<!-- needs pandas -->``, which no reader sees, is run where that library is installed.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FENCE = re.compile(r"^(?:<!-- needs (?P<needs>\w+) -->\n\n?)?```(?P<language>\w+)\n(?P<code>.*?)^```$", re.M | re.S)
RUN = ("python", "pycon", "console")


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, its code, the line of the page that it begins on, the library that it needs."""

    language: str
    code: str
    line: int
    needs: str | None = None


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page that can be run, in order."""
    for match in FENCE.finditer(page):
        if match["language"] in RUN:
            line = page.count("\n", 0, match.start("code")) + 1
            yield Block(match["language"], match["code"], line, match["needs"])


def run_page(page: Path, folder: Path) -> None:
    """Run all blocks of a page in a folder.

    Raises:
        AssertionError: a block fails, or prints something else than the page says.
    """
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.needs and find_spec(block.needs) is None:
            continue
        where = f"{page.name}:{block.line}"
        if block.language == "python":
            exec(compile("\n" * (block.line - 1) + block.code, where, "exec"), namespace)
        elif block.language == "pycon":
            _session(block, where, namespace)
        elif os.name == "posix":
            _commands(block, where, folder)


def _session(block: Block, where: str, namespace: dict[str, Any]) -> None:
    test = doctest.DocTestParser().get_doctest(block.code, namespace, where, where, block.line)
    test.globs = namespace
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    failed, _ = runner.run(test, out=told.append, clear_globs=False)
    assert not failed, "".join(told)


def _commands(block: Block, where: str, folder: Path) -> None:
    scripts = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100", "NO_COLOR": "1"}
    for piece in re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]:
        command, _, expected = piece.partition("\n")
        ran = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=env, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if expected.strip():
            assert matches(ran.stdout, expected), f"{where}: $ {command}\n{ran.stdout}"
        assert ran.returncode == 0, f"{where}: $ {command}\n{ran.stdout}"


def matches(printed: str, expected: str) -> bool:
    """Is this what was expected, ``...`` standing for anything and runs of white space for one another?"""
    pieces = [re.escape(" ".join(piece.split())).replace(r"\ ", r"\s+") for piece in expected.split("...")]
    return re.fullmatch(r"\s*" + r".*".join(rf"\s*{piece}\s*" for piece in pieces), printed, re.DOTALL) is not None
