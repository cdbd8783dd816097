"""Findings in English: propositions, events, ties."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from unspoken.layers.beliefs import Belief, Proposition
from unspoken.layers.characters import Character
from unspoken.layers.feelings import Feeling

Name = Callable[[str | None], str]
_OBJECT_CASE = {"he": "him", "she": "her", "it": "it"}
_CLAUSE_WORDS = ("that ", "what ", "who ", "whom ", "how ", "why ", "where ", "when ", "whether ", "about ", "of ")


@cache
def wording() -> dict[str, Any]:
    """The phrases, by table and key."""
    return tomllib.loads(files("unspoken.resources").joinpath("phrases.toml").read_text(encoding="utf-8"))


def sentence(text: str) -> str:
    """Text with a capital at its start and a full stop at its end, where it has none."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":", "…")) else text + "."


def listed(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def possessive(name: str) -> str:
    """A name with its ’s."""
    return f"{name}’s"


def many(number: int, noun: str) -> str:
    """``1 scene``, ``1,200 scenes``."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def denied(phrase: str) -> str:
    """A verb phrase in the negative: ``does not love her``."""
    verb, _, rest = phrase.partition(" ")
    if verb == "is":
        return f"is not {rest}"
    if verb == "has":
        return f"does not have {rest}"
    return f"does not {verb.removesuffix('s')} {rest}".rstrip()


def verb_phrase(proposition: Proposition, other: str | None) -> str:
    """What is said of the subject, affirmed; ``other`` is the object as it is to be called."""
    value = proposition.value or "unknown"
    match proposition.predicate:
        case "feels" | "attitude":
            table = wording()[proposition.predicate]
            return str(table.get(value, table["unknown"])[0 if other else 1]).format(object=other)
        case "knows" if proposition.value is None:
            return f"knows about {other}" if other else "knows"
        case "wants" if proposition.value is None:
            return f"wants {other or 'something'}"
        case "knows":
            return f"knows {value}" if value.startswith(_CLAUSE_WORDS) else f"knows of {quoted(value)}"
        case "wants":
            return f"wants {value if value.startswith('to ') else quoted(value)}"
        case _:
            return f"is {quoted(value)}"


def clause(proposition: Proposition, denial: bool, holder: Character | None, name: Name) -> str:
    """A proposition as a clause. Its holder is called by a pronoun where that is known.

    Args:
        proposition: what is held to be so.
        denial: its denial is meant.
        holder: who holds it; None where nobody does (a statement of fact).
        name: from a character's id to the name to print.
    """
    subject = _called(proposition.subject, holder, name, object_case=False)
    other = _called(proposition.object, holder, name, object_case=True) if proposition.object else None
    if proposition.predicate == "fact":
        said = quoted(proposition.value) if proposition.value else "this"
        whom = _called(proposition.subject, holder, name, object_case=True) if proposition.subject else ""
        return f"this is {'not ' * denial}so{' of ' * bool(whom)}{whom}: {said}"
    if proposition.predicate == "status":
        so, not_so = wording()["status"].get(proposition.value or "unknown", wording()["status"]["unknown"])
        both = listed([subject, _called(proposition.object, holder, name, object_case=False)]) if other else subject
        return f"{both} {not_so if denial else so}"
    phrase = verb_phrase(proposition, other)
    return f"{subject} {denied(phrase) if denial else phrase}"


def belief_sentence(belief: Belief, holder: Character | None, name: Name) -> str:
    """``Anna believes that Tom does not love her``, without a full stop."""
    said = clause(belief.proposition, belief.polarity == "-", holder, name)
    return f"{name(belief.holder)} {wording()['stance'][belief.stance]} {said}"


def answer(belief: Belief, name: Name) -> str | None:
    """The short answer to a belief that is wrong: ``Tom does``. None where English has no short one for it."""
    proposition = belief.proposition
    if proposition.predicate == "status" or belief.stance == "knows" or proposition.subject == belief.holder:
        return None
    so = (belief.polarity == "-") != (belief.stance == "doubts")
    if proposition.predicate == "fact":
        return "It is so" if so else "It is not so"
    verb = "is" if verb_phrase(proposition, "x" if proposition.object else None).startswith("is ") else "does"
    return f"{name(proposition.subject)} {verb}" if so else f"{name(proposition.subject)} {verb} not"


def feeling_sentence(feeling: Feeling, name: Name) -> str:
    """``Anna is angry with Tom``; somebody where it is not known who feels."""
    target = feeling.target if feeling.target != feeling.experiencer else None
    proposition = Proposition("feels", feeling.experiencer, target, feeling.emotion)
    said = clause(proposition, feeling.negated, None, name)
    return f"{said} (only supposed)" if feeling.hypothetical else said


def event_sentence(type: str, actor: str | None, pair: tuple[str, str], name: Name) -> str:
    """``Tom apologises to Anna``, or what befalls both where nobody is known to act."""
    with_actor, without = wording()["event"][type]
    if actor in pair:
        other = pair[1] if actor == pair[0] else pair[0]
        return f"{name(actor)} {with_actor.format(other=name(other))}"
    return str(without.format(actor=name(pair[0]), other=name(pair[1])))


def quoted(words: str) -> str:
    """Words of the text in quotation marks, single ones where the words hold double ones."""
    return f"‘{words}’" if any(mark in words for mark in '“”"') else f"“{words}”"


def _called(id: str | None, holder: Character | None, name: Name, *, object_case: bool) -> str:
    if holder is None or id != holder.id or holder.pronouns not in _OBJECT_CASE:
        return name(id)
    return _OBJECT_CASE[holder.pronouns] if object_case else holder.pronouns
