"""Nothing that is installed for the program forbids a use, asks for its own terms in turn, or says nothing of terms."""

from __future__ import annotations

import re

import pytest

from unspoken.licences.packages import installed

FREE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-CMU", "PSF-2.0", "Zlib"}
WEAK = {"MPL-2.0"}  # asks for changes of its own files alone; in what extras bring
OWN_WORDS = {
    "cobble": "BSD License",  # with two clauses or three: either will do
    "pypdfium2": "BSD-3-Clause, Apache-2.0, dependency licenses",  # those of PDFium's parts, all of them free
    "matplotlib": "Python Software Foundation License",  # of the same form as PSF-2.0
}


def free(expression: str, terms: set[str]) -> bool:
    """Whether all that an expression of SPDX joins by AND is among the terms; of what it joins by OR, one has to be.

    Exceptions (WITH) are not among the terms.
    """
    words = re.findall(r"\(|\)|AND|OR|[^\s()]+(?: WITH \S+)?", expression)
    truth = {"(": "(", ")": ")", "AND": " and ", "OR": " or "}
    return bool(eval("".join(truth.get(word) or str(word in terms) for word in words)))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", True),
        ("(MIT OR AGPL-3.0-only) AND CC-BY-NC-4.0", False),
        ("Apache-2.0 WITH LLVM-exception", False),
    ],
)
def test_expressions_are_weighed_as_spdx_means_them(expression: str, expected: bool) -> None:
    assert free(expression, FREE) is expected


def test_what_the_program_cannot_do_without_is_free() -> None:
    packages = [package for package in installed() if not package.extra]
    assert {"lxml", "numpy", "onnxruntime"} <= {package.name for package in packages}
    assert not [
        p for p in packages if p.licence != OWN_WORDS.get(p.name, "") and not free(p.licence or "unknown", FREE)
    ]


def test_what_extras_bring_is_free_but_for_changes_of_its_own_files() -> None:
    packages = [package for package in installed() if package.extra and package.extra != "training"]
    terms = FREE | WEAK
    assert not [
        p for p in packages if p.licence != OWN_WORDS.get(p.name, "") and not free(p.licence or "unknown", terms)
    ]
