"""Which kinds of notes are wanted: by code, by the beginning of one, or by name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from unspoken.errors import MissingLibrary, UnspokenError
from unspoken.notes.table import KINDS, Kind


class NoSuchNote(UnspokenError):
    """A code that no kind of note has."""


def chosen(only: Iterable[str] = (), silence: Iterable[str] = ()) -> tuple[Kind, ...]:
    """The kinds that are asked for, less those that are silenced.

    Args:
        only: codes (``U301``), beginnings of codes (``U3``) or names (``time``), in any case; none: all kinds whose
            library, if they need one, is installed.
        silence: the same, for the kinds to leave out.

    Raises:
        NoSuchNote: one of them is none.
        MissingLibrary: a kind is asked for whose library is not installed.
    """
    wanted = {kind.code for text in only for kind in _meant(text)} or {kind.code for kind in KINDS if kind.at_hand}
    unwanted = {kind.code for text in silence for kind in _meant(text)}
    kinds = tuple(kind for kind in KINDS if kind.code in wanted - unwanted)
    for kind in kinds:
        if not kind.at_hand:
            raise MissingLibrary(kind.library.replace("_", "-"), kind.extra)
    return kinds


def _meant(text: str) -> list[Kind]:
    asked = text.strip().lower()
    found = [k for k in KINDS if asked == k.name or (len(asked) > 1 and k.code.lower().startswith(asked))]
    if not found:
        known = [name for kind in KINDS for name in (kind.name, kind.code.lower())]
        close = get_close_matches(asked, known, 1)
        all_kinds = ", ".join(f"{kind.code} {kind.name}" for kind in KINDS)
        raise NoSuchNote(f"no note {text!r}; {f'did you mean {close[0]!r}?' if close else f'there are {all_kinds}'}")
    return found
