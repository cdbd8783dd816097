"""What an installed package says of its licence, as an expression of SPDX where its words leave no choice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution

FILE = "a file"
LONGEST = 80  # code points of a name of a licence; what is longer is the licence itself
BEGINNING = 3000  # code points of a text that are looked at: what comes after is of parts that others wrote
_NAMES = {
    "MIT": ("mit", "mit license", "the mit license", "expat"),
    "ISC": ("isc", "isc license", "isc license (iscl)"),
    "Apache-2.0": ("apache-2.0", "apache 2.0", "apache license 2.0", "apache license, version 2.0", "apache2"),
    "BSD-2-Clause": ("bsd-2-clause", "2-clause bsd license", "bsd 2-clause license"),
    "BSD-3-Clause": ("bsd-3-clause", "3-clause bsd license", "bsd 3-clause license", "bsd 3-clause"),
    "MPL-2.0": ("mpl-2.0", "mpl 2.0", "mozilla public license 2.0 (mpl 2.0)"),
    "PSF-2.0": ("psf-2.0",),
}  # classifiers such as "BSD License" and "Apache Software License" leave the version open
_SPDX = {name: spdx for spdx, names in _NAMES.items() for name in names}
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)+")  # several, joined as in SPDX
_TEXTS = (  # words that one licence has and no other; in this order
    ("Apache-2.0", r"Apache License\s+Version 2\.0, January 2004"),
    ("MPL-2.0", r"Mozilla Public License,? [Vv]ersion 2\.0"),
    ("BSD-3-Clause", r"Redistribution and use in source and binary forms.*[Nn]either the name.*may be used to endorse"),
    (
        "BSD-2-Clause",
        r"^(?!.*endorse).*Redistribution and use in source and binary forms.*THIS SOFTWARE IS PROVIDED",
    ),
    ("MIT", r"Permission is hereby granted, free of charge.*without restriction.*THE SOFTWARE IS PROVIDED \"AS IS\""),
    (
        "ISC",
        r"for any purpose with or without fee is hereby granted, provided that the above copyright notice",
    ),
)


def told(distribution: Distribution) -> tuple[str | None, str | None]:
    """The licence of a package, and where it says so.

    Args:
        distribution: the package.

    Returns:
        An expression of SPDX, or the package's own words where they may mean several; and the place where they stand.
        Both None where it says nothing.
    """
    if expression := _field(distribution, "License-Expression"):
        return expression, "License-Expression"
    words: tuple[str, str] | None = None
    for place, text in _places(distribution):
        if found := recognised(text):
            return found, place
        short = " ".join(text.split())
        if place != FILE and len(short) <= LONGEST and words is None:
            words = short, place
    return words or (None, None)


def _field(distribution: Distribution, name: str) -> str:
    """A field of what a package says of itself; "" where it is not there."""
    fields = distribution.metadata
    return fields[name].strip() if name in fields else ""


def _places(distribution: Distribution) -> Iterator[tuple[str, str]]:
    """Texts on the licence, the clearest first."""
    fields = distribution.metadata
    if (text := _field(distribution, "License")) and text.lower() != "unknown":
        yield "License", text
    yield from ((FILE, text) for text in _files(distribution))
    for classifier in fields.get_all("Classifier") or []:
        name = classifier.rpartition(" :: ")[2]
        if classifier.startswith("License ::") and name != "OSI Approved":
            yield "Classifier", name


def _files(distribution: Distribution) -> Iterator[str]:
    """The one file that holds a licence; where there are several, they do not tell which is for what."""
    names = [str(name) for name in distribution.metadata.get_all("License-File") or []]
    if len(names) == 1:
        for path in (f"licenses/{names[0]}", names[0]):
            if text := distribution.read_text(path):
                yield text
                return


def recognised(text: str) -> str | None:
    """The expression of SPDX that a name or the text of a licence stands for; None where that is not certain."""
    short = " ".join(text.split())
    if len(short) > LONGEST:
        beginning = " ".join(text[:BEGINNING].split())
        return next((spdx for spdx, words in _TEXTS if re.search(words, beginning)), None)
    return _SPDX.get(short.lower()) or (short if _EXPRESSION.fullmatch(short) else None)
