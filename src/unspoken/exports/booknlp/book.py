"""What BookNLP tells of each character: what they do, what is done to them, what they are and have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from unspoken.exports.booknlp.entities import Named, people
from unspoken.exports.booknlp.tokens import Tokens
from unspoken.layers.characters import Pronouns
from unspoken.story import Story

_GENDERS = ("he/him/his", "she/her", "they/them/their", "xe/xem/xyr/xir", "ze/zem/zir/hir")
_OF: dict[Pronouns, str] = {"he": _GENDERS[0], "she": _GENDERS[1], "they": _GENDERS[2]}
_ROLES = ("agent", "patient", "mod", "poss")
_KINDS = {"proper": "PROP", "common": "NOM", "pronoun": "PRON"}


def book(story: Story, words: Tokens, named: list[Named]) -> list[dict[str, Any]]:
    """Everybody who is mentioned more than once, most often first."""
    by_number: dict[int, list[Named]] = {}
    for mention in named:
        if mention.cat == "PER":
            by_number.setdefault(mention.coref, []).append(mention)
    tree = _tree(words)
    numbers = people(story)
    pronouns = {numbers["person", c.id]: c.pronouns for c in story.characters}
    ranked = sorted(by_number.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_entry(n, own, pronouns.get(n), words, tree) for n, own in ranked if len(own) > 1]


def _entry(number: int, own: list[Named], pronouns: Pronouns | None, words: Tokens, tree: _Tree) -> dict[str, Any]:
    roles: dict[str, list[dict[str, Any]]] = {role: [] for role in _ROLES}
    for mention in own:
        for role, token in _roles(mention, words, tree):
            roles[role].append({"w": words.word[token], "i": token})
    texts = {kind: Counter(m.text for m in own if m.prop == prop) for kind, prop in _KINDS.items()}
    counted = {kind: [{"c": c, "n": n} for n, c in counts.most_common()] for kind, counts in texts.items()}
    return {**roles, "id": number, "g": _gender(pronouns, own), "count": len(own), "mentions": counted}


def _gender(pronouns: Pronouns | None, own: list[Named]) -> dict[str, Any] | None:
    """By which pronouns the text refers to somebody, and how the pronouns found are shared out; None if unknown."""
    if pronouns not in _OF:
        return None
    terms = {term: gender for gender in _GENDERS for term in gender.split("/")}
    counts = Counter(terms[m.text.casefold()] for m in own if m.text.casefold() in terms)
    total, mine = counts.total(), _OF[pronouns]
    shares = {g: round(counts[g] / total, 3) if total else float(g == mine) for g in _GENDERS}
    return {"inference": shares, "argmax": mine, "max": shares[mine], "total": total}


@dataclass(frozen=True)
class _Tree:
    """What hangs from each word by each relation, and which words have a subject."""

    hanging: dict[tuple[int, str], list[int]]
    with_subject: set[int]

    def joined(self, head: int) -> list[int]:
        """What is joined to a word by "and" and has no subject of its own."""
        return [token for token in self.hanging.get((head, "conj"), ()) if token not in self.with_subject]


def _tree(words: Tokens) -> _Tree:
    hanging: dict[tuple[int, str], list[int]] = {}
    for token, (head, relation) in enumerate(zip(words.head, words.relation, strict=True)):
        if head != token:
            hanging.setdefault((head, relation), []).append(token)
    return _Tree(hanging, {head for head, relation in hanging if relation.startswith("nsubj")})


def _roles(mention: Named, words: Tokens, tree: _Tree) -> Iterator[tuple[str, int]]:
    """The roles that a mention has, each with the word that gives it: ``agent`` of this verb, ``poss`` of that noun."""
    token = _head(mention, words)
    if token is not None and words.relation[token] == "conj":  # "Bill and Ted ran": as Bill does, so does Ted
        token = words.head[token]
    if token is None or words.head[token] == token:
        return
    head, relation = words.head[token], words.relation[token]
    if relation == "nsubj" and (head, "cop") in tree.hanging:
        told = [] if (head, "case") in tree.hanging else [head, *tree.joined(head)]  # "is at the door" is no trait
        yield from (("mod", t) for t in told if words.pos[t] in ("NOUN", "ADJ"))
    elif words.pos[head] == "VERB" and relation in ("nsubj", "obl:agent"):
        yield "agent", head
        if relation == "nsubj":
            yield from (("agent", t) for t in tree.joined(head) if words.pos[t] == "VERB")
    elif words.pos[head] == "VERB" and relation in ("obj", "nsubj:pass"):
        yield "patient", head
    elif relation == "nmod:poss":
        yield "poss", head
        yield from (("poss", t) for t in tree.joined(head))


def _head(mention: Named, words: Tokens) -> int | None:
    """The first token of a mention that depends on something outside of it."""
    inside = range(mention.first, mention.last + 1)
    return next((t for t in inside if words.head[t] not in inside), None)
