"""What somebody takes for granted who complains that they were not told: "You might have said that you hated me",
"Why didn't you tell me that you loved her?"; and what anybody sees: "A blind man could see that he loved her"."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Claim, Statement
from unspoken.stages.clauses.governors import governors
from unspoken.stages.stances import stance_of, word_set
from unspoken.stages.statements.reader import Reader

SURE = 0.55
DUE = frozenset(("might", "could", "should", "ought"))


def presumed(reader: Reader) -> Iterator[Statement]:
    """What is held by those who speak, or through whose eyes it is told, of what stands below a verb of another's.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        found = _told_too_late(reader, clause) or _plain_to_all(reader, clause)
        if found is None:
            continue
        for k in reader.claims.governed.get(i, ()):
            claim = reader.claims.of(k)
            if claim is not None and _held(reader, k, claim, found):
                quote = reader.quotes.get(clause.quotation or "")
                to = quote.addressees if quote is not None else ()
                yield reader.statement("think", found, claim, "believes", clause, SURE, to)


def _held(reader: Reader, k: int, claim: Claim, who: str) -> bool:
    below = reader.clauses[k]
    plain = below.tense != "infinitive" and below.modal in (None, "could", "can") and not below.conditional
    return plain and claim.proposition.subject != who


def _told_too_late(reader: Reader, clause: Clause) -> str | None:
    """Who was not told what they should have been."""
    if clause.lemma not in word_set("revealing") | {"say", "warn", "let"} or clause.quotation is None:
        return None
    quote = reader.quotes.get(clause.quotation)
    if quote is None or quote.speaker not in reader.people or reader.claims.who(clause.subject) == quote.speaker:
        return None
    first = (reader.text[clause.start : clause.verb.start].lower().split() or [""])[0]
    due = clause.modal in DUE and not clause.question
    why = clause.question and first == "why" and clause.negated
    mine = clause.object is None or reader.claims.who(clause.object) == quote.speaker
    return quote.speaker if (due or why) and mine else None


def _plain_to_all(reader: Reader, clause: Clause) -> str | None:
    """Who says, or sees, what anybody must see: "Anyone could see that he hated her", "It was plain that she knew"."""
    subject = clause.subject
    words = reader.text[subject.start : subject.end].lower().split() if subject is not None else []
    table = resources.table("awareness.toml")["anybody"]
    everyone = bool(words) and (words[-1] in table["one"].split() or " ".join(words) in table["phrases"])
    some = words[:1] in (["a"], ["an"], ["any"]) or words[:2] == ["even", "a"]
    everyone = everyone or (some and clause.modal in ("must", "could") and reader.claims.who(subject) is None)
    sees = clause.lemma in table["sees"].split() and clause.modal in ("can", "could", "must")
    knows = clause.lemma in table["knows"].split() and clause.modal is None and clause.tense in ("present", "past")
    seems = words == ["it"] and clause.lemma in ("seem", "appear") and clause.modal is None
    said = (everyone and (sees or knows)) or seems
    if not said or clause.negated or clause.question or clause.conditional:
        return None
    if any(stance_of(reader.text, c) is not None for c in governors(reader.clauses, clause)):
        return None
    if seems and any(o.preposition == "to" for o in clause.obliques):
        return None
    scene, told = reader.scene(clause.start), reader.voice(clause) == (None, None)
    if told and knows and everyone and (scene is None or scene.person != "first"):
        return None
    return reader.mind(clause)
