"""Patterns of narration that tells of writing, made from the lists of words of the resource."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.stages.letters.page import WORD

WHO = r"(?:he|she|I|they|we|[A-Z][\w'’-]*)"
DENIED = frozenset(("no", "not", "never", "nothing", "unless", "if", "would", "could", "should"))
UNREAD = re.compile(
    r"\b(?:un(?:opened|read|finished)|blank|sealed"
    r"|(?:not|never|n['’]t|without) (?:\w+ )?(?:opened?|opening|read|reading))\b"
)
UNKNOWN = re.compile(
    r"\b(?:(?:did|had|have|has) (?:not|never)|(?:did|had|have|has)n['’]t|never)"
    r" (?:know|known|knew|notice|noticed|see|seen|saw|realise)\b"
)


def any_of(*names: str) -> str:
    """The alternatives of a pattern that some lists of words are."""
    return "|".join(sorted(frozenset().union(*(resources.words("letters.toml", name) for name in names))))


def denied(words: str) -> bool:
    """Whether narration says that something is not so; what somebody did not know of is there."""
    told = UNKNOWN.sub("", words)
    return any(w in DENIED or w.endswith(("n't", "n’t")) for w in (m.lower() for m in WORD.findall(told)))


def looks(words: str) -> bool:
    """Whether narration describes what writing looks like: in pencil, in her hand, one line."""
    return _looks().search(words) is not None


@cache
def things() -> frozenset[str]:
    """What is written on and with."""
    return frozenset().union(*(resources.words("letters.toml", key) for key in ("carrier", "phone", "material")))


@cache
def worth() -> frozenset[str]:
    """Words without one of which no narration announces writing."""
    keys = ("typing", "made", "carrier", "phone", "bearing", "stuff", "writing")
    lists = (resources.words("letters.toml", key) for key in keys)
    return frozenset(("hand", "script", "line", "sentence", "read")).union(*lists)


@cache
def speaks() -> re.Pattern[str]:
    """'The note said:', 'The letter, when it came, ran as follows:', 'she read:'."""
    return re.compile(
        rf"\b(?:{any_of('carrier', 'bearing')})\b(?:(?! and | but |\b(?:he|she|I|they) )[^.!?;:]){{0,60}}?"
        r" (?:said|says|read|reads|ran|runs|went|began|begins)(?: (?:only|simply|just|merely|as follows|thus))?:$"
        rf"|\b{WHO} reads?:$|\bread (?:it|the \w+|this|that|his|her)[\w ]{{0,12}} (?:aloud|out)(?: loud)?:$",
    )  # fmt: skip


@cache
def it_says() -> re.Pattern[str]:
    """'It said:', of what was spoken of before."""
    return re.compile(r"\b[Ii]t (?:said|says|read|reads|ran|began|went)(?: (?:only|simply|just|merely))?:$")


@cache
def bears() -> re.Pattern[str]:
    """Where something stands written: "inside the watch", "on the back"."""
    return re.compile(rf"\b(?:{any_of('corner')}) (?:the|his|her|my|its|a) (?:\w+ )?\w+", re.IGNORECASE)


@cache
def writes() -> re.Pattern[str]:
    """A verb of writing, with little after it before the colon."""
    return re.compile(rf"\b(?:{any_of('typing', 'made')})\b(?:(?! said\b)[^.!?;:]){{0,40}}:$", re.IGNORECASE)


@cache
def carries() -> re.Pattern[str]:
    """Something written, a phone, a front page, spoken of before the colon."""
    return re.compile(rf"\b(?:{any_of('carrier', 'phone', 'bearing')})\b[^.!?;:]{{0,60}}:$", re.IGNORECASE)


@cache
def loud() -> re.Pattern[str]:
    """'The telegram said COME AT ONCE.'"""
    return re.compile(
        rf"\b(?i:{any_of('carrier')})(?: \w+)? (?:said|says|read|reads)"
        r" (?P<body>[A-Z]{2,}(?:[ ,.!?'’-]+[A-Z]+)+[.!?]?)"
    )


@cache
def is_there() -> re.Pattern[str]:
    """'The note was short.', 'The text was from Ruth.', 'He read the last lines again.'"""
    whose = r"(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[A-Z]\w+['’]s)"
    return re.compile(
        rf"{whose} (?:[\w-]+ ){{0,2}}(?:{any_of('carrier')}) (?:was|is|had|lay|came|from|on)\b"
        r"|(?:[Hh]e|[Ss]he|I|They|[A-Z]\w+) (?:\w+ )?read"
        rf" {whose} (?:[\w-]+ )?(?:{any_of('carrier')}|lines?|words)\b"
    )


@cache
def leaves() -> re.Pattern[str]:
    """'There was a post-it on the kettle.', 'Ruth had left a note.', 'He had pinned a card to the door.'"""
    put = "left|pinned|taped|stuck|propped|tucked|slipped|pushed|sent|found"
    return re.compile(
        rf"\b(?:[Tt]here was|[Tt]here is|(?:(?:had|has) )?(?:been )?(?:{put}))"
        rf" (?:\w+ )?(?:an?|the|another|her|his) (?:[\w-]+ ){{0,2}}(?:{any_of('carrier')})\b"
    )


@cache
def typed_comma() -> re.Pattern[str]:
    """'He typed, On my way', up to what is typed."""
    mid = r"(?: (?:back|it|again|to \w+|instead|only|just|at last|then|(?:on|across|under|in) (?:\w+ ){1,4}\w+)){0,3}"
    return re.compile(rf"\b(?:{any_of('typing')}){mid}, (?=(?P<opens>[A-Z][\w'’]*))")


@cache
def told_after() -> re.Pattern[str]:
    """', it said' and ', she texted', after what is written."""
    typed = any_of("typing")
    return re.compile(
        rf"[,?!.…] (?:(?P<it>it) (?:said|read|says|reads)|{WHO} (?:had )?(?:{typed})|(?:{typed}) {WHO})\b"
    )


@cache
def _looks() -> re.Pattern[str]:
    """'in pencil', 'it was in her hand', 'in a hand that he knew', 'in Anne's writing', 'one line'."""
    stuff, whose = "|".join(sorted(resources.words("letters.toml", "stuff"))), r"(?:his|her|my|their|[A-Z]\w+['’]s)"
    script = "handwriting|writing|scrawl|script"
    return re.compile(
        rf"\bin (?:\w+ )?(?:{stuff})\b|\bin an? (?:[\w-]+ ){{0,3}}(?:hand|{script})\b"
        rf"|\bin the (?:[\w-]+ ){{0,3}}(?:hand (?:that|which|of)|{script})\b"
        rf"|\bin {whose} (?:[\w-]+ ){{0,2}}(?:{script})\b|\b(?:[Ii]t|[Tt]hat|[Tt]his|written|all|directed|addressed)"
        rf"(?: was| were| is)? (?:all )?in {whose} (?:own )?hand\b"
        rf"|\b(?:[Ii]t|[Tt]hat|[Tt]his) (?:was|is) {whose} (?:{script})\b"
        r"|\b(?:[Ii]t|[Tt]here) was (?:only )?(?:one|a) (?:\w+ )?(?:line|sentence)\b",
    )  # fmt: skip
