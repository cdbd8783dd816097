"""What somebody keeps quiet about, or hides away, where one other is there: "She never let on", "He had hidden
the letter under the clock". In a work of many people it is seldom known who is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.statements.lacked.telling import last_word
from unspoken.stages.statements.lacked.unseen import unsure
from unspoken.stages.statements.reader import Reader

SURE = 0.55
NAME = 12  # words by which a fact is called
WATCHING = frozenset(["watch", "see", "help", "notice", "observe", "find"])
TAIL = 60  # code points behind a verb in which it is told that it is kept


def kept_quiet(reader: Reader) -> Iterator[Statement]:
    """Statements of ignorance of what is kept quiet or hidden away.

    Args:
        reader: has the text, its clauses, the scenes and who is meant.
    """
    for clause in reader.clauses if not reader.crowded else ():
        plain = not (clause.question or clause.conditional or clause.passive) and clause.tense in TOLD
        if not plain or clause.quotation is not None or reader.documents.at(clause.start) is not None:
            continue
        who = reader.claims.who(clause.subject)
        if who in reader.people and (_hides(reader, clause) or _quiet(reader, clause)) and not unsure(reader, clause):
            other = _other(reader, clause, who or "")
            if other is not None:
                yield _ignorant(reader, clause, other, who or "")


def _hides(reader: Reader, clause: Clause) -> bool:
    """Whether it tells that a thing is hidden: no person, and nothing of the body."""
    if clause.lemma not in resources.words("belied.toml", "hiding_away") or clause.object is None or clause.modal:
        return False
    thing = last_word(reader, clause.object)
    return thing in resources.words("belied.toml", "hidden_things") and not clause.negated


def _quiet(reader: Reader, clause: Clause) -> bool:
    """Whether it tells that somebody does not let on."""
    start, end = clause.start, clause.verb.end + TAIL
    name = "silent" if clause.negated else "quiet"
    found = re.compile(resources.table("belied.toml")[name], re.IGNORECASE).search(reader.text, start, end)
    return found is not None and found.start() <= clause.verb.end and not clause.modal


def _other(reader: Reader, clause: Clause, who: str) -> str | None:
    """Who else is in the scene, where that is one person, who does not see it, take part in it or hear of it."""
    scene = reader.scene(clause.start)
    others = (set(scene.present) & reader.people) - {who} if scene is not None else set()
    if len(others) != 1:
        return None
    other, whom = others.pop(), reader.claims.whom
    sentence = reader.minds.sentences[clause.sentence]
    beside = [c for n in (-1, 0, 1) for c in reader.of_sentence(clause.sentence + n)]
    sees = any(c.lemma in WATCHING and reader.claims.who(c.subject) == other for c in beside)
    return None if sees or other in whom.within(sentence.start, sentence.end) else other


def _ignorant(reader: Reader, clause: Clause, holder: str, about: str) -> Statement:
    start, end = clause.start, reader.evidence(max(clause.end, clause.verb.end))
    words = " ".join(reader.text[start:end].split()[:NAME])
    claim = Claim(Proposition("fact", about, None, words), True, Atom(f"fact {words}", about), True, start, end)
    return Statement("ignorant", holder, claim, "knows", (), None, start, end, SURE)
