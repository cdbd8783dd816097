"""What else a clause claims of somebody: what they are after, how they are said to feel by an adjective alone, and that
nobody has told them."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Knows
from unspoken.stages.feelings.lexicon import find
from unspoken.stages.statements.claims.knowing import RELATIVE
from unspoken.stages.statements.claims.propositions import LASTING, denied, felt, few_words
from unspoken.stages.statements.claims.reading import Reading

FEW = 5  # words behind a copula among which the adjective stands
FIRST = frozenset(
    ("a", "an", "the", "his", "her", "my", "your", "their", "our", "no", "to", "in", "at", "of", "that", "as")
)
NOUN = re.compile(
    r"\s+(?!(?:and|or|but|of|at|with|by|to|for|about|over|in|on|when|because|since|that|if|as|so|now|then|too)\b)[a-z]"
)
LONG = 8  # words of what nobody has told somebody
NOBODY = re.compile(
    r"(?:nobody|no one|no-one|none of (?:us|them|you)|not (?:a soul|one of (?:us|them|you)))$", re.IGNORECASE
)


def aiming(reading: Reading, clause: Clause, subject: str) -> Claim | None:
    """What somebody is after, or bent on: "He means to cheat her", "You're after my meadow", "He's set on going".

    Args:
        reading: has the text.
        clause: of what is told.
        subject: who it is told of.
    """
    first = {clause.marker, *reading.text[clause.start : clause.verb.start].lower().split()}
    if clause.passive and clause.lemma not in ("be", "bend", "set", "determine", "resolve"):
        return None
    if not RELATIVE.isdisjoint(first) or clause.tense in ("infinitive", "participle", "imperative"):
        return None
    m = _aims().match(reading.text, clause.verb.start)
    attacks = clause.lemma in ("set", "bend") and not clause.passive  # "The dogs set upon him"
    unmeant = clause.lemma == "mean" and clause.negated  # "She had not meant to wake him"
    if m is None or clause.question or attacks or unmeant:
        return None
    words = few_words(_rest(reading.text, m.start("what")))
    if not words:
        return None
    public, affirmed = Proposition("wants", subject, None, words), not clause.negated
    return Claim(public, affirmed, Atom(f"wants {words}", subject), affirmed, clause.start, max(clause.end, m.end()))


def mood(reading: Reading, clause: Clause, subject: str) -> Claim | None:
    """How somebody is said to feel by what they are ("was scared"), where no feeling was found for it.

    Args:
        reading: has the text.
        clause: of what is thought.
        subject: who it is told of.
    """
    if clause.lemma not in resources.words("beliefs.toml", "copulas") or clause.tense in ("infinitive", "participle"):
        return None
    tokens = list(re.finditer(r"[\w’'-]+", reading.text[clause.verb.end : clause.end].lower()))[:FEW]
    for n, token in enumerate(tokens):
        if token[0] in FIRST:
            return None
        named = find(token[0], token[0], "ADJ")
        after = clause.verb.end + token.end()
        if named is None or named.kind not in ("adj", "affect") or NOUN.match(reading.text, after):
            continue
        if named.emotion in LASTING and named.emotion != "longing":
            return None
        claim = felt(subject, named.emotion, None, True, Span(clause.start, clause.end))
        no = clause.negated or any(t[0] in ("not", "never", "hardly") for t in tokens[:n])
        return denied(claim) if no else claim
    return None


def untold(reading: Reading, clause: Clause) -> Claim | None:
    """That somebody does not know, whom nobody has told: "Nobody has told her where he is", "He hasn't been told".

    Args:
        reading: has the text and who is meant.
        clause: of what is told.
    """
    if clause.lemma not in ("tell", "inform", "warn") or clause.modal or clause.question or clause.conditional:
        return None
    if clause.tense not in ("perfect", "pluperfect"):
        return None
    by = clause.subject is not None and NOBODY.search(reading.text[clause.subject.start : clause.subject.end])
    who = reading.who(clause.object) if by else None
    if clause.passive and clause.negated and not by:
        who = reading.who(clause.subject)
    if who is None:
        return None
    told = clause.object.end if by and clause.object is not None else clause.verb.end
    words = few_words(_rest(reading.text, told), LONG)
    public = Proposition("knows", who, None, words or None)
    known = Knows(who, Atom(f"fact {words}" if words else "fact", None))
    return Claim(public, False, known, False, clause.start, clause.end)


def _rest(text: str, start: int) -> str:
    m = re.compile(r"[^.,;:!?—”\"\n]*").match(text, start)
    return m[0] if m is not None else ""


@cache
def _aims() -> re.Pattern[str]:
    table = resources.table("beliefs.toml")["aiming"]
    rows = "|".join(f"(?:{row})" for row in table["rows"])
    for name, words in table["words"].items():
        rows = rows.replace(f"<{name}>", words)
    return re.compile(rf"(?:{rows})\s+(?P<what>{table['what']})", re.IGNORECASE)
