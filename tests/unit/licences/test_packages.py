"""Everything that requirements lead to is told, once, with the extra that brought it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.licences.made import install
from unspoken.licences.packages import Requirement, installed, requirement


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("lxml>=5.3", Requirement("lxml", (), None)),
        ("Smart_Open[http,S3] (>=1); extra == 'cloud'", Requirement("smart-open", ("http", "s3"), "cloud")),
        ("tz.data ; sys_platform == 'win32' and extra == \"Time_Zones\"", Requirement("tz-data", (), "time-zones")),
        ("colour; sys_platform == 'win32'", Requirement("colour", (), None)),
    ],
)
def test_a_requirement_is_a_name_with_extras(line: str, expected: Requirement) -> None:
    assert requirement(line) == expected


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where packages are installed, before all others."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_packages_are_followed_in_circles_and_through_extras(place: Path) -> None:
    more = ["zz-kettle[hot]; extra == 'tea'", "zz-missing; extra == 'absent'", "zz-house[tea]; extra == 'whole'"]
    asked = ["zz-stone", "zz-elsewhere; sys_platform == 'other'", *more]
    extras = [f"Provides-Extra: {extra}" for extra in ("absent", "tea", "whole")]
    install(place, "zz-house", *(f"Requires-Dist: {line}" for line in asked), *extras)
    install(place, "zz-stone", "Requires-Dist: zz-sand", "License-Expression: MIT")
    install(place, "zz-sand", "Requires-Dist: zz-stone", "Requires-Dist: zz-house")
    install(place, "zz-kettle", "Requires-Dist: zz-water; extra == 'hot'", "Requires-Dist: zz-ice; extra == 'cold'")
    install(place, "zz-water")
    install(place, "zz-ice")
    found = [(p.name, p.version, p.licence, p.extra) for p in installed("zz-house")]
    assert found == [
        ("zz-sand", "1.0", None, ""),
        ("zz-stone", "1.0", "MIT", ""),
        ("zz-kettle", "1.0", None, "tea"),
        ("zz-water", "1.0", None, "tea"),
    ]


def test_what_is_not_installed_has_none() -> None:
    assert installed("zz-nowhere") == ()
