"""Claims that somebody knows something, or wants it."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Knows
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.claims.reading import Reading
from unspoken.stages.statements.claims.wordings import parted, skill

WANTED = re.compile(r"\s+(?:going|gone|out|away|home|rid of|no part|none of)\b", re.IGNORECASE)
CLEFT = re.compile(
    r"\bit(?:['’]s| was| is| were| had been) [^.,;!?]{1,30}$", re.IGNORECASE
)  # "It was you who wanted it"
RATHER = r"(?:would|[’']d)(?: (?:much|far|far and away|a great deal|very much|always|still|even))?"
RATHER_THAN = re.compile(RATHER + r" (?:rather|sooner|as soon|as lief|prefer|liefer)(?: not)?\b", re.IGNORECASE)
LIKE = re.compile(RATHER + r" (?:rather|sooner|as soon|as lief|prefer|liefer|like|love|be glad)\b", re.IGNORECASE)
WISHED = re.compile(r"[^.,;:!?—”\n]+")
LEAD = 40  # code points before a clause in which it is led up to
IT = frozenset(("it", "that", "this"))
RELATIVE = frozenset(("who", "whom", "which", "what", "whose"))


def wanting(
    reading: Reading, i: int, clause: Clause, subject: str, towards: str | None, affirmed: bool
) -> Claim | None:
    """That somebody wants a thing, or something to happen; a wish of good night is no such thing."""
    words = words_of(reading, i, clause)
    thing = clause.lemma in ("want", "desire") and clause.object is not None and not parted(reading.text, clause)
    first = {clause.marker, *reading.text[clause.start : clause.verb.start].lower().split()}
    stressed = CLEFT.search(reading.text, max(0, clause.start - LEAD), clause.start) is not None
    if not RELATIVE.isdisjoint(first) and not stressed:
        return None
    if not words or not (thing or wants(reading, i, clause)) or towards == subject:
        return None
    public, atom = Proposition("wants", subject, towards, words), Atom(f"wants {words}", subject)
    return Claim(public, affirmed, atom, affirmed, clause.start, clause.end)


def preferring(reading: Reading, clause: Clause, subject: str) -> Claim | None:
    """What somebody would rather have, or have done ("You would sooner I went", "He'd rather be alone")."""
    end = clause.verb.end + len(" sooner")
    m = RATHER_THAN.search(reading.text, clause.start, end)
    rest = WISHED.match(reading.text, m.end()) if m is not None else None
    if m is None or rest is None or clause.question or m.end() < clause.verb.start - LEAD:
        return None
    wish = ("not " if m[0].lower().endswith(" not") else "") + few_words(rest[0])
    if not wish.strip() or clause.subject is None or clause.subject.start > m.start():
        return None
    _, than, least = rest[0].partition(" than ")
    if than and _over().match(rest[0]) is not None:  # "He'd sooner starve than ask you"
        wish = "not to " + few_words(least)
    public = Proposition("wants", subject, None, wish)
    return Claim(public, True, Atom(f"wants {wish}", subject), True, clause.start, max(clause.end, rest.end()))


@cache
def _over() -> re.Pattern[str]:
    """What nobody would do, by which it is told what they want still less."""
    words = "|".join(resources.table("beliefs.toml")["aiming"]["hyperbole"])
    return re.compile(rf"\s*(?:have )?(?:{words})\b", re.IGNORECASE)


def would_like(text: str, clause: Clause) -> bool:
    """Whether a "would" tells what somebody wants: "would like to go", "would rather stay".

    Args:
        text: the whole text.
        clause: of what is told or said.
    """
    return clause.marker != "if" and LIKE.search(text, clause.start, clause.verb.end + len(" sooner")) is not None


def governs(reading: Reading, i: int) -> bool:
    """Whether an infinitive hangs on a clause ("wants to see her")."""
    return any(reading.clauses[k].tense == "infinitive" for k in reading.governed.get(i, ()))


def wants(reading: Reading, i: int, clause: Clause) -> bool:
    """Somebody is wanted, or somebody is wanted to do something; a good night that is wished is neither."""
    somebody = clause.lemma in ("want", "need", "desire", "have", "choose") and reading.who(clause.object) is not None
    off = clause.lemma == "want" and WANTED.match(reading.text, clause.verb.end) is not None  # "wanted out"
    return somebody or off or governs(reading, i)


def knowing(reading: Reading, i: int, clause: Clause, subject: str, affirmed: bool) -> Claim | None:
    """That somebody knows something: of a heart where the clause below says so, else of a plain fact. To know a
    person or a thing, and what one understands of a text, is no such knowledge."""
    below = [k for k in reading.governed.get(i, ()) if reading.clauses[k].tense != "infinitive"]
    thing = clause.object is not None and reading.text[clause.object.start : clause.object.end].lower() not in IT
    if (
        clause.marker in RELATIVE
        or skill(reading.text, clause)
        or (not below and (thing or clause.lemma == "understand"))
    ):
        return None
    inner = next((c for k in reading.governed.get(i, ()) if (c := reading.of(k)) is not None), None)
    of, words = (
        (inner.prop if inner is not None and isinstance(inner.prop, Atom) else None),
        words_of(reading, i, clause),
    )
    if words.lower().startswith("better"):
        return None
    told = below or (words and words.lower() not in IT)
    atom = of or Atom(f"fact {words}" if told else "fact", None)
    public = Proposition("knows", subject, None, words or None)
    return Claim(public, affirmed, Knows(subject, atom), affirmed, clause.start, clause.end)


def words_of(reading: Reading, i: int, clause: Clause) -> str:
    """A few words of what is wanted or known."""
    below = reading.governed.get(i, ())
    stop = reading.clauses[below[0]].end if below else clause.end
    return few_words(reading.text[clause.verb.end : stop])
