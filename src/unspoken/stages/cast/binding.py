"""Who a pronoun cannot be: the subject of its own clause, or the reflexive would stand ("Wade told her"), nor, as a
subject, whoever is named below its verb ("He knew that Wade had lied"); nor is a noun the subject above it ("Wade was
sure that the boy had lied").

Principles B and C of Chomsky (1981), Lectures on Government and Binding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from unspoken.layers.mentions import Mention
from unspoken.stages.cast.surroundings import REFLEXIVE, subjects
from unspoken.stages.mentions.words import Words

OBJECTS = frozenset(("obj", "iobj"))
OWNED = frozenset(("his", "hers"))  # "Amos is still holding his": what is his, not he
SHARED = frozenset(("conj", "xcomp"))  # a verb without a subject of its own has the one above
# "furious with her", "looked at her"; but "she took it with her", "he looked behind him"
TOWARDS = frozenset(("at", "of", "for", "on", "upon", "from"))
OPEN = frozenset(("advcl", "conj", "parataxis", "discourse", "vocative"))  # clauses that no subject above commands
BELOW = frozenset(("ccomp", "advcl", "acl", "acl:relcl"))  # clauses below a verb, which may have another subject
WHILE = frozenset(("when", "whenever", "while", "as", "before", "after", "until", "till"))
STEPS = 3
DEEP = 8  # words from a name up to the verb of such a subject


def apart(words: Words, mentions: Sequence[Mention], token_at: Mapping[int, int]) -> Mapping[int, frozenset[int]]:
    """For pronouns, and what is somebody's, the mentions that they cannot mean the same as: subjects of their clauses,
    and names below.

    Args:
        words: the text's words.
        mentions: all mentions.
        token_at: the token that begins at an offset.
    """
    at = {token_at[m.head_start]: i for i, m in enumerate(mentions) if m.head_start in token_at}
    subject = subjects(words)
    cases = {words.head[k]: words.text[k].lower() for k in range(len(words)) if words.deprel[k] == "case"}
    out: dict[int, set[int]] = defaultdict(set)
    for k, i in at.items():
        noun = mentions[i].form == "nominal" and not mentions[i].plural
        owned = noun and words.deprel[k] in OBJECTS
        third = _third(mentions[i]) and _bound(words, k, cases) and words.text[k].lower() not in REFLEXIVE | OWNED
        if owned or third:
            out[i].update(j for j in (at.get(_subject(words, words.head[k], subject)),) if j not in (None, i))
        if noun:
            out[i].update(j for above in _commanding(words, k, subject) if (j := at.get(above)) not in (None, i))
        elif mentions[i].form == "name":
            for above in _commanding(words, k, subject):
                j = at.get(above)
                if j is not None and _third(mentions[j]):
                    out[j].add(i)
    return {i: frozenset(others) for i, others in out.items() if others}


def _third(mention: Mention) -> bool:
    return mention.form == "pronoun" and mention.person == 3


def _bound(words: Words, k: int, cases: Mapping[int, str]) -> bool:
    """Whether a pronoun is the object of its verb, or of a preposition to which the subject reaches."""
    if words.deprel[k] in OBJECTS:
        return True
    after = words.head[k] >= 0 and words.pos[words.head[k]] == "ADJ"
    return words.deprel[k].startswith("obl") and k in cases and (after or cases[k] in TOWARDS)


def _commanding(words: Words, k: int, subject: Mapping[int, int]) -> Iterator[int]:
    """The subjects, before a word, of the verbs that it hangs on."""
    at = k
    for _ in range(DEEP):
        if (words.deprel[at] in OPEN and not _meanwhile(words, at)) or words.head[at] < 0:
            return
        below, at = at, words.head[at]
        if subject.get(at, k) < k and subject[at] != below:
            yield subject[at]


def _resumes(words: Words, verb: int) -> bool:
    """Whether a verb after a comma may go on from that above a clause: "she saw that he was ill, and told him so"."""
    above = words.head[verb]
    if words.deprel[verb] != "conj" or "," not in words.text[above:verb]:
        return False
    marked = any(words.head[k] == above and words.deprel[k] == "mark" for k in range(max(0, above - DEEP), above))
    return marked or words.deprel[above] in BELOW


def _meanwhile(words: Words, verb: int) -> bool:
    """Whether a verb is of a clause of time that follows what happens then: "She slept, when Nora had gone"."""
    mark = (
        k for k in range(max(0, verb - DEEP), verb) if words.head[k] == verb and words.deprel[k] in ("mark", "advmod")
    )
    first = next(mark, verb)
    return words.head[verb] < first and words.text[first].lower() in WHILE


def _subject(words: Words, verb: int, subject: Mapping[int, int]) -> int:
    """The subject of a verb, or of that which it goes on from; -1 where there is none."""
    for _ in range(STEPS):
        if verb in subject:
            return subject[verb]
        if verb < 0 or words.deprel[verb] not in SHARED or _resumes(words, verb):
            break
        verb = words.head[verb]
    return -1
