"""What a helper proposes of hearts, each with the words of the text that it rests on."""

from __future__ import annotations

import msgspec

from unspoken.layers.beliefs import Stance
from unspoken.layers.feelings import Emotion


class Felt(msgspec.Struct, frozen=True, tag="feeling"):
    """``who`` feels something, ``towards`` somebody or nobody; ``denied``: the text says that it is not so.

    People are names, as the text has them: ids are other ones in the next draft.
    """

    who: str
    emotion: Emotion
    towards: str | None
    denied: bool
    start: int
    end: int


class Held(msgspec.Struct, frozen=True, tag="belief"):
    """``who`` takes a stance to what ``about`` feels, ``towards`` somebody or nobody; ``denied``: does not feel."""

    who: str
    stance: Stance
    about: str
    emotion: Emotion
    towards: str | None
    denied: bool
    start: int
    end: int


Proposal = Felt | Held


class Proposals(msgspec.Struct, frozen=True):
    """What the model named ``helper`` proposes, in text order; ``remark`` tells how much of it was refused, and why."""

    helper: str = ""
    records: tuple[Proposal, ...] = ()
    remark: str = ""
