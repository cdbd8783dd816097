"""Who is dead before a conversation, and says nothing in it: "When Grandfather died, the house went to Una"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from unspoken.layers.mentions import Cast, Mention
from unspoken.stages.cast.surroundings import SUBJECTS
from unspoken.stages.mentions.words import Words

DIED, DEAD = "died", "dead"
ENDS, BEHIND = frozenset(("death", "funeral", "burial")), frozenset(("after", "since"))
ASSERTED = frozenset(("root", "conj", "advcl", "parataxis"))  # "when he died"; not "she thought that he was dead"
# what makes no death of the words, hanging on their verb: "had nearly died", "if he died", "as though he were dead"
UNDONE = frozenset(
    (
        "would", "might", "could", "may", "must", "should", "nearly", "almost", "not", "n't", "n’t", "never", "if",
        "unless", "until", "till", "though", "half", "were", "as", "lest", "perhaps", "or",
    )
)  # fmt: skip
SURE = 0.8  # of whom the words mean
LEFT = 6  # words before the verb that may hang on it


def dead(words: Words, mentions: Sequence[Mention], cast: Cast) -> Mapping[str, int]:
    """The people of whom narration tells that they die or are dead.

    Args:
        words: of the text.
        mentions: all mentions.
        cast: whom they mean.

    Returns:
        From members of the cast to where their death is told first, as an offset.
    """
    out: dict[str, int] = {}
    for m, member, sure in zip(mentions, cast.link, cast.confidence, strict=True):
        narrated = m.quotation is None and m.letter is None and m.person not in (1, 2) and not m.plural
        k = bisect_left(words.start, m.head_start)
        k = words.head[k] if k < len(words) and words.deprel[k] == "flat" else k
        if (
            member is not None
            and narrated
            and sure >= SURE
            and k < len(words)
            and (_dies(words, k) or _since(words, k))
        ):
            out.setdefault(member, m.start)
    return out


def _dies(words: Words, k: int) -> bool:
    """Whether the word at ``k`` is the subject of a death that is told as such."""
    verb = words.head[k] if words.deprel[k] in SUBJECTS else -1
    if verb < 0 or words.deprel[verb] not in ASSERTED or words.text[verb].lower() not in (DIED, DEAD):
        return False
    hanging = [j for j in range(max(0, verb - LEFT), verb) if words.head[j] == verb]
    is_dead = words.text[verb].lower() == DIED or any(words.deprel[j] == "cop" for j in hanging)
    return is_dead and UNDONE.isdisjoint(words.text[j].lower() for j in hanging)


def _since(words: Words, k: int) -> bool:
    """Whether the word at ``k`` is whose death lies behind: "after Wade's death", "since his funeral"."""
    end = words.head[k] if words.deprel[k] == "nmod:poss" else -1
    cases = {words.text[j].lower() for j in range(max(0, end - LEFT), end) if words.head[j] == end}
    return end >= 0 and words.text[end].lower() in ENDS and not cases.isdisjoint(BEHIND)
