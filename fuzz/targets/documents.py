"""Story documents (JSON): decoded, or refused; what is decoded goes through all that works with stories."""

from __future__ import annotations

from pathlib import Path

from fuzz.case import Target


def check(data: bytes, folder: Path) -> None:
    """Decode, then make every export, the report, the view of the page and the notes."""
    from unspoken.exports.json import decode, encode
    from unspoken.exports.table import FORMATS
    from unspoken.notes import first_reader
    from unspoken.web.view import view

    story = decode(data)
    assert decode(encode(story)) == story
    for form in FORMATS.values():
        for name, made in form.export(story, "a").items():
            assert "/" not in name, name
            assert isinstance(made, bytes), name
    first_reader(story)
    view(story)
    story.graph()


TARGET = Target("json", check, seconds=8.0, per_megabyte=60.0)
