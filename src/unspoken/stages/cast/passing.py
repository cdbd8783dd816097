"""Nouns that tell of nobody new, though narration says "a": "It is something to have bred a fool."

Who comes into a story by a noun is presented: does something ("A man came in"), is seen, or is told of again by a noun
("the man"). A noun that is none of these, deep in a sentence, says what somebody is or of what sort; the pronouns after
it mean whoever was in view before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.mentions import Cast, Mention
from unspoken.stages.mentions.words import Words

ARTICLES = frozenset(("a", "an"))
MAIN, VERBS = frozenset(("root", "conj", "parataxis")), frozenset(("VERB", "AUX"))
LEAST = 2  # pronouns that would mean one who is told of by no other word


def passing(
    words: Words, mentions: Sequence[Mention], cast: Cast, token_at: Mapping[int, int], speaks: Mapping[int, int]
) -> frozenset[int]:
    """The mentions by a noun that tell of nobody new.

    Args:
        words: the text's words.
        mentions: all mentions.
        cast: who is who, if each such noun is somebody.
        token_at: the token that begins at an offset.
        speaks: the mentions beside a verb of saying.
    """
    return frozenset(
        i for i in _alone(mentions, cast) if i not in speaks and _unpresented(words, mentions[i], token_at)
    )


def _alone(mentions: Sequence[Mention], cast: Cast) -> Iterator[int]:
    """The nouns of those whom narration tells of by one noun and then by pronouns only."""
    called, pronouns = Counter[str](), Counter[str]()
    for m, member in zip(mentions, cast.link, strict=True):
        if member is not None:
            (pronouns if m.form == "pronoun" else called)[member] += 1
    for i, (m, member) in enumerate(zip(mentions, cast.link, strict=True)):
        alone = member is not None and member.startswith("r") and called[member] == 1 and pronouns[member] >= LEAST
        if alone and m.form == "nominal" and not (m.plural or m.quotation or m.letter or m.owner is not None):
            yield i


def _unpresented(words: Words, mention: Mention, token_at: Mapping[int, int]) -> bool:
    first, head = token_at.get(mention.start, 0), token_at.get(mention.head_start, 0)
    if words.text[first].lower() not in ARTICLES or words.deprel[head] == "root":
        return False
    verb = words.head[head]
    subject = words.deprel[head].startswith("nsubj") and (verb < 0 or words.deprel[verb] in MAIN)
    does = subject and (words.pos[verb] in VERBS or "cop" in words.deprel[head:verb])  # not "a man asleep"
    seen = verb >= 0 and words.deprel[head] == "obj" and words.text[verb].lower() in _seeing()
    return not (does or seen)


@cache
def _seeing() -> frozenset[str]:
    return frozenset(resources.table("people.toml")["passing"]["presenting"].split())
