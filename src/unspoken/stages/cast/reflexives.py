"""Whom "himself" and "his own" mean: the subject of their clause, or the one beside whom "herself" stands; and whose
sister "Wade and his sister" tells of.

Principle A of Chomsky (1981), Lectures on Government and Binding; "own" is as close to its subject in English prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from unspoken.layers.mentions import Mention
from unspoken.stages.cast.surroundings import REFLEXIVE, SUBJECTS, subjects
from unspoken.stages.mentions.words import Words

OBJECTS = frozenset(("obj", "iobj"))
WITHIN = frozenset(("nmod", "conj", "appos", "nmod:poss"))  # from a noun to the one in whose phrase it stands
HELD = frozenset(("obj", "iobj", "obl", "obl:unmarked", "obl:npmod", "obl:agent", "advmod"))  # from these to their verb
OWN = frozenset(("his", "her"))
# behind these "himself" may be whoever thinks or looks: "He saw how much better Ned did than himself"
AFAR = frozenset(
    (
        "than", "like", "as", "but", "except", "save", "over", "beyond", "beside", "besides", "behind", "before",
        "around", "near",
    )
)  # fmt: skip
GIVEN = frozenset(("to", "for"))
STEPS = 4


def bound(words: Words, mentions: Sequence[Mention], token_at: Mapping[int, int]) -> Mapping[int, tuple[int, ...]]:
    """For reflexives, and for "his" before "own" or behind a name and "and", the mentions of whom they can mean, the
    likeliest first.

    Args:
        words: the text's words.
        mentions: all mentions.
        token_at: the token that begins at an offset.
    """
    at = {token_at[m.head_start]: i for i, m in enumerate(mentions) if m.head_start in token_at}
    subject = subjects(words)
    afar = {words.head[k] for k in range(len(words)) if words.text[k].lower() in AFAR}
    objects = {words.head[k]: k for k in range(len(words)) if words.deprel[k] in OBJECTS and k in at}
    out: dict[int, tuple[int, ...]] = {}
    for k, i in at.items():
        if (named := _named_with(words, mentions, at, k)) is not None:
            out[i] = (named,)
            continue
        reflexive = words.text[k].lower() in REFLEXIVE
        if not (reflexive or _own(words, k)) or k in afar:
            continue
        meant = [i - 1] if reflexive and _beside(words, mentions, at, k, i) else []
        verb = _verb(words, k if reflexive else words.head[k])
        meant += [at[j] for j in _governors(words, verb, subject, objects) if at.get(j, i) < i]
        if meant:
            out[i] = tuple(meant)
    return out


def _own(words: Words, k: int) -> bool:
    return words.text[k].lower() in OWN and words.text[k + 1 : k + 2] == ["own"] and words.head[k] > k


def _named_with(words: Words, mentions: Sequence[Mention], at: Mapping[int, int], k: int) -> int | None:
    """The name to which "and his" joins somebody or something: "[Wade] and his sister"."""
    joined = words.text[k].lower() in OWN and words.text[k - 1 : k] == ["and"] and words.deprel[k] == "nmod:poss"
    named = at.get(k - 2) if joined else None
    return named if named is not None and mentions[named].form == "name" else None


def _beside(words: Words, mentions: Sequence[Mention], at: Mapping[int, int], k: int, i: int) -> bool:
    """Whether a reflexive stands right behind somebody and belongs there: "I heard from Ann herself"; not "She gave it
    to Ann herself"."""
    beside = i > 0 and at.get(k - 1) == i - 1 and mentions[i - 1].form != "pronoun"
    given = any(words.head[j] == k - 1 and words.text[j].lower() in GIVEN for j in range(max(0, k - STEPS), k - 1))
    return beside and not given and (words.head[k] == k - 1 or words.deprel[k - 1] in SUBJECTS)


def _verb(words: Words, k: int) -> int:
    """The verb of the clause in which a noun or pronoun is no subject; -1 where none is found."""
    for _ in range(STEPS):
        if k < 0 or words.deprel[k] in HELD:
            return words.head[k] if k >= 0 else -1
        if words.deprel[k] not in WITHIN:
            return -1
        k = words.head[k]
    return -1


def _governors(words: Words, verb: int, subject: Mapping[int, int], objects: Mapping[int, int]) -> Iterator[int]:
    """The subject of a verb; of one without, the object and the subject of that which it hangs on: "she let [Ann] wash
    herself", "she tried to wash herself"."""
    for _ in range(STEPS):
        if verb in subject:
            yield subject[verb]
            return
        if verb < 0 or words.deprel[verb] not in ("conj", "xcomp"):
            return
        above = words.head[verb]
        if words.deprel[verb] == "xcomp" and above in objects and objects[above] < verb:
            yield objects[above]
        verb = above
