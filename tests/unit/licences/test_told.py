"""What a package says of its licence is told, and nothing that it does not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.licences.made import BSD_2, BSD_3, ISC, MIT, install
from unspoken.licences.told import recognised, told


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["License-Expression: MIT-CMU"], ("MIT-CMU", "License-Expression")),
        (["License-Expression: MIT", "License: GPL"], ("MIT", "License-Expression")),
        (["License: 3-Clause BSD License"], ("BSD-3-Clause", "License")),
        (["License: MPL-2.0 AND MIT"], ("MPL-2.0 AND MIT", "License")),
        (["License: Apache 2.0, and others"], ("Apache 2.0, and others", "License")),
        (["License: BSD", "Classifier: License :: OSI Approved :: BSD License"], ("BSD", "License")),
        (["Classifier: License :: OSI Approved :: BSD License"], ("BSD License", "Classifier")),
        (["Classifier: License :: OSI Approved :: MIT License"], ("MIT", "Classifier")),
        (["Classifier: License :: OSI Approved", "Classifier: Topic :: MIT"], (None, None)),
        (["License: UNKNOWN"], (None, None)),
        ([], (None, None)),
    ],
)
def test_the_fields_are_asked_the_clearest_first(
    tmp_path: Path, fields: list[str], expected: tuple[str | None, str | None]
) -> None:
    assert told(install(tmp_path, "rain", *fields)) == expected


def test_the_text_of_a_licence_says_more_than_a_loose_name(tmp_path: Path) -> None:
    assert told(install(tmp_path, "rain", "License: BSD", files={"LICENSE": BSD_3})) == ("BSD-3-Clause", "a file")


def test_of_several_files_none_is_the_licence(tmp_path: Path) -> None:
    assert told(install(tmp_path, "rain", files={"LICENSE": MIT, "LICENSE.other": BSD_3})) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [(MIT, "MIT"), (BSD_2, "BSD-2-Clause"), (BSD_3, "BSD-3-Clause"), (ISC, "ISC"), ("x " * 99, None)],
)
def test_texts_are_told_by_what_only_they_say(text: str, expected: str | None) -> None:
    assert recognised(text) == expected


def test_what_others_added_far_below_does_not_count() -> None:
    assert recognised("All rights reserved. " * 200 + MIT) is None
