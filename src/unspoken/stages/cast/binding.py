"""Who a pronoun cannot be: the subject of its own clause, or the reflexive would stand ("Wade told her").

Principle B of Chomsky (1981), Lectures on Government and Binding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from unspoken.layers.mentions import Mention
from unspoken.stages.cast.surroundings import REFLEXIVE
from unspoken.stages.mentions.words import Words

OBJECTS = frozenset(("obj", "iobj"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
OWNED = frozenset(("his", "hers"))  # "Amos is still holding his": what is his, not he
SHARED = frozenset(("conj", "xcomp"))  # a verb without a subject of its own has the one above
STEPS = 3


def apart(words: Words, mentions: Sequence[Mention], token_at: Mapping[int, int]) -> dict[int, int]:
    """For object pronouns the mention that is the subject of their clause.

    Args:
        words: the text's words.
        mentions: all mentions.
        token_at: the token that begins at an offset.
    """
    at = {token_at[m.head_start]: i for i, m in enumerate(mentions) if m.head_start in token_at}
    subject = {words.head[k]: k for k in range(len(words)) if words.deprel[k] in SUBJECTS}
    out = {}
    for k, i in at.items():
        pronoun = mentions[i].form == "pronoun" and mentions[i].person == 3
        if pronoun and words.deprel[k] in OBJECTS and words.text[k].lower() not in REFLEXIVE | OWNED:
            other = at.get(_subject(words, words.head[k], subject))
            if other is not None and other != i:
                out[i] = other
    return out


def _subject(words: Words, verb: int, subject: Mapping[int, int]) -> int:
    """The subject of a verb, or of that which it goes on from; -1 where there is none."""
    for _ in range(STEPS):
        if verb in subject:
            return subject[verb]
        if verb < 0 or words.deprel[verb] not in SHARED:
            break
        verb = words.head[verb]
    return -1
