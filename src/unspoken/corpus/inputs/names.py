"""Names that can be written down, whatever bytes or code units they are made of."""

from __future__ import annotations


def identifier(name: str) -> str:
    """A name as UTF-8 can hold it: what is no character is written as its number, so that names stay apart."""
    return name.encode("utf-8", "backslashreplace").decode()
