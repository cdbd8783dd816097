"""Packages that are installed in a folder of their own."""

from __future__ import annotations

from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

MIT = (
    "Permission is hereby granted, free of charge, to any person, to deal in the Software without restriction. "
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY.'
)
BSD_2 = "Redistribution and use in source and binary forms are permitted. THIS SOFTWARE IS PROVIDED AS IS, " * 2
BSD_3 = BSD_2 + "Neither the name of anybody may be used to endorse products."
ISC = (
    "Permission to use for any purpose with or without fee is hereby granted, provided that the above copyright notice "
    * 2
)


def install(folder: Path, name: str, *fields: str, files: dict[str, str] | None = None) -> Distribution:
    """A package that has these fields and files beside its name and version."""
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    (info / "licenses").mkdir(parents=True)
    lines = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *fields]
    lines += [f"License-File: {file}" for file in files or {}]
    (info / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for file, text in (files or {}).items():
        (info / "licenses" / file).write_text(text, encoding="utf-8")
    return PathDistribution(info)
