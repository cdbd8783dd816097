"""The tracker's vocabulary: what happens, as far as hearts and knowledge go (see docs/tracker.md)."""

from __future__ import annotations

import msgspec

from unspoken.layers.statements import Prop


class _Act(msgspec.Struct, frozen=True, kw_only=True):
    """``told``: place in reading order; ``when``: story time."""

    told: int
    when: int

    @property
    def position(self) -> tuple[int, int]:
        """Place in story order."""
        return self.when, self.told


class Enter(_Act, frozen=True, kw_only=True):
    """Somebody is at a place from here."""

    who: str
    place: str


class Leave(_Act, frozen=True, kw_only=True):
    """Somebody is away from here."""

    who: str


class Say(_Act, frozen=True, kw_only=True):
    """Somebody says that ``prop`` is so (``sign``), or is not."""

    who: str
    to: tuple[str, ...]
    prop: Prop
    sign: bool


class Overhear(_Act, frozen=True, kw_only=True):
    """Somebody hears the Say told at ``said``."""

    who: str
    said: int


class Write(_Act, frozen=True, kw_only=True):
    """A statement is added to a document."""

    who: str
    doc: str
    to: str | None
    prop: Prop
    sign: bool


class Read(_Act, frozen=True, kw_only=True):
    """Somebody reads all that a document holds by then."""

    who: str
    doc: str


class Feel(_Act, frozen=True, kw_only=True):
    """A heart is so from here, or no longer; ``shown``: those at the place see it."""

    who: str
    prop: Prop
    sign: bool
    shown: bool


class Reveal(_Act, frozen=True, kw_only=True):
    """The narrator tells what was so since story time ``since``."""

    prop: Prop
    sign: bool
    since: int


class Trust(_Act, frozen=True, kw_only=True):
    """How far ``who`` trusts ``whom`` from here, in [0, 1]."""

    who: str
    whom: str
    level: float


class Think(_Act, frozen=True, kw_only=True):
    """The narrator tells that somebody holds something."""

    who: str
    prop: Prop
    sign: bool


Act = Enter | Leave | Say | Overhear | Write | Read | Feel | Reveal | Trust | Think
