"""What a reader of the story corrects, as he or she wrote it, and where in the text that is (inner layers)."""

from __future__ import annotations

import msgspec


class Same(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="same"):
    """These names all mean one person."""

    people: tuple[str, ...]


class Apart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="apart"):
    """No two of these names mean one person."""

    people: tuple[str, ...]


class Nobody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="nobody"):
    """This name is no person's."""

    name: str


class Speaker(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="speaker"):
    """``who`` says these words of a quotation; ``after``: words shortly before it, where it is said more than once."""

    quotation: str
    who: str
    after: str = ""


class Meant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="meant"):
    """In this passage ``name`` (or a pronoun) means ``who``; ``after`` as above."""

    passage: str
    name: str
    who: str
    after: str = ""


Correction = Same | Apart | Nobody | Speaker | Meant


class Anchors(msgspec.Struct, frozen=True):
    """Corrections with their places in this text.

    Names are folded (see `unspoken.corrections.folded`). ``speakers`` goes from ids of quotations, ``meant`` from
    indices of mentions, to names as written. ``unfit`` are sentences about those that have no place in it.
    """

    same: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    nobody: frozenset[str] = frozenset()
    speakers: dict[str, str] = {}
    meant: dict[int, str] = {}
    unfit: tuple[str, ...] = ()
