"""Questions: what a helper is told, and in which form it is to answer."""

from __future__ import annotations

from typing import Any

import msgspec

from unspoken import resources
from unspoken.helper.passages import Passage
from unspoken.layers.beliefs import Stance
from unspoken.layers.feelings import Emotion

INSTRUCTIONS = str(resources.table("helper.toml")["instructions"]).strip()


class FeelingNoted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A feeling as a helper notes it."""

    who: str
    emotion: Emotion
    words: str
    towards: str | None = None
    denied: bool = False


class BeliefNoted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A belief as a helper notes it."""

    who: str
    stance: Stance
    about: str
    emotion: Emotion
    words: str
    towards: str | None = None
    denied: bool = False


class Noted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole answer."""

    feelings: tuple[FeelingNoted, ...] = ()
    beliefs: tuple[BeliefNoted, ...] = ()


def question(passage: Passage) -> str:
    """What is asked about a passage."""
    table = resources.table("helper.toml")
    narrator = passage.narrator or table["nobody"]
    filled = str(table["passage"]).replace("{people}", "; ".join(passage.people)).replace("{narrator}", narrator)
    return filled.replace("{passage}", passage.text).strip()


def form() -> dict[str, Any]:
    """The form of an answer as a JSON schema, by which servers keep a model to it."""
    return msgspec.json.schema(Noted)
