"""What pip is given holds what the lock file holds: the same versions, and a digest for every file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<rest>(?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE)
Pinned = dict[tuple[str, str], set[str]]


def pinned(name: str) -> Pinned:
    """Names and versions of a file for pip, with the digests that it allows."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = {(m["name"], m["version"]): set(re.findall(r"--hash=(\S+)", m["rest"])) for m in LINE.finditer(text)}
    assert len(found) == len(re.findall(r"^[^\s#]", text, re.MULTILINE))
    return found


def files(entry: dict[str, Any]) -> list[dict[str, str]]:
    """The files of a package that is locked."""
    return [*entry.get("wheels", []), *([entry["sdist"]] if "sdist" in entry else [])]


def required() -> list[dict[str, Any]]:
    """The entries of ``uv.lock`` to which the requirements of the program lead, without extras."""
    entries: dict[str, list[dict[str, Any]]] = {}
    for entry in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]:
        entries.setdefault(entry["name"], []).append(entry)
    waiting, seen = ["unspoken"], {"unspoken"}
    while waiting:
        for entry in entries[waiting.pop()]:
            new = {asked["name"] for asked in entry.get("dependencies", [])} - seen
            seen |= new
            waiting += new
    return [entry for name in sorted(seen - {"unspoken"}) for entry in entries[name]]


def locked() -> Pinned:
    """Their versions with the digests of their files."""
    return {(entry["name"], entry["version"]): {file["hash"] for file in files(entry)} for entry in required()}


def test_the_versions_and_digests_are_those_of_the_lock_file() -> None:
    assert pinned("requirements.lock") == locked(), "run `just requirements` and commit the result"


def test_whoever_builds_it_has_digests_too() -> None:
    build, program = pinned("requirements-build.lock"), pinned("requirements.lock")
    assert "hatchling" in {name for name, _ in build}
    assert all(build.values())
    assert {p for p in build if p[0] in {name for name, _ in program}} <= program.keys(), "two versions of one package"


@pytest.mark.parametrize("python", ["cp311", "cp312", "cp313"])
@pytest.mark.parametrize("system", ["manylinux", "macosx", "win_amd64"])
def test_no_compiler_is_needed(python: str, system: str) -> None:
    ready = re.compile(rf"-none-any\.whl$|-(?:{python}-{python}|cp3\d+-abi3|py3-none)-[^-]*{system}[^-]*\.whl$")
    wheels: dict[str, list[str]] = {}
    for entry in required():
        wheels.setdefault(entry["name"], []).extend(wheel["url"] for wheel in entry.get("wheels", []))
    assert len(wheels) > 20
    assert not [name for name, urls in wheels.items() if not any(ready.search(url) for url in urls)]
