"""What a reader of the story corrects, as he or she wrote it, and where in the text that is (inner layers)."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

Claim = Literal["feelings", "attitudes", "relationships", "events", "beliefs", "gaps"]


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


class Renamed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="called", rename={"shown": "as"}):
    """Who is called ``name`` is shown as ``shown``, which need not be in the text; in the file it is ``as``."""

    name: str
    shown: str


class Wrong(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="wrong"):
    """What is claimed from this passage, of these people and of this kind, is wrong; what is not given may be any.

    ``who`` and ``about`` are whose it is and towards or about whom; ``kind`` is the emotion, the kind of relationship
    or what happens to it, the stance of a belief, the type of a gap; ``after`` as above.
    """

    claim: Claim
    passage: str = ""
    who: str = ""
    about: str = ""
    kind: str = ""
    after: str = ""


Correction = Same | Apart | Nobody | Speaker | Meant | Renamed | Wrong


class Anchors(msgspec.Struct, frozen=True):
    """Corrections of who is who, with their places in this text.

    Names are folded (see `unspoken.corrections.folded`). ``speakers`` goes from ids of quotations, ``meant`` from
    indices of mentions, to names as written; ``shown`` from names to how those who bear them are to be shown,
    and ``given`` the other way.
    ``unfit`` are sentences about those that have no place in it.
    """

    same: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    nobody: frozenset[str] = frozenset()
    speakers: dict[str, str] = {}
    meant: dict[int, str] = {}
    shown: dict[str, str] = {}
    given: dict[str, str] = {}
    unfit: tuple[str, ...] = ()


class Strike(msgspec.Struct, frozen=True):
    """A claim that is wrong: where its words are (None: anywhere), of which characters (None: of any).

    ``core`` is the passage without the marks around it.
    """

    claim: Claim
    passage: Span | None
    core: Span | None
    who: str | None
    about: str | None
    kind: str | None
    described: str


class Strikes(msgspec.Struct, frozen=True):
    """What is struck out, and sentences about what cannot be."""

    strikes: tuple[Strike, ...] = ()
    unfit: tuple[str, ...] = ()


class ShownName(msgspec.Struct, frozen=True):
    """How a character is to be shown."""

    character: str
    name: str
