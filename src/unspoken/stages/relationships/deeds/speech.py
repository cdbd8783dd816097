"""What is done by saying it: to say "I'm sorry" is to apologise (Austin, How to Do Things with Words, 1962)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.prefilter import Prefilter, needed, words_in
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.voices import Voice

TABLE = "relationship_acts.toml"
REACH = 2500  # code points within which an answer still answers
SOON = 500  # and a "yes" answers a proposal, or a plea
MUTUAL = frozenset({"meet", "couple", "reunite"})  # done by both, whoever says it
PROPOSAL = "propose"  # no event by itself: it is one when it is taken
ASKED, REFUSED, TAKEN = "asked", "refused", "taken"  # of apologies; no events either
BEGINS = "begins"  # a love that was none before
ANSWER = 600  # code points within which an apology is turned away, or else taken
GREETING = 5  # speeches of two within which they greet each other
NEAR = 300  # and within which one speech goes on from another
MEANT = re.compile(  # of a deed
    r"\bsorry (?:for|about|if|that|i)\b|\b(?:forgive|wrong|wronged|fault|hurt|mean|back|ashamed|injustice|misjudged)\b"
    r"|\bwas (?:\w+ )?(?:rude|unkind|unfair|unjust|cruel|hateful|hard|beastly|horrid)\b"
    r"|\bwas a (?:fool|brute|beast|pig|coward)\b",
    re.I,
)
SORRY = re.compile(r"\b(?:sorry|forgive|pardon|apologi[sz]e)\b", re.I)
TEARS = re.compile(r"\b(?:tears?|cry|cried|crying|cries|weep|weeps|wept|weeping|sobs?|sobbed|sobbing)\b", re.I)
TEARFUL = 120  # code points behind a speech that may tell of tears
DEEP, LIGHT = 0.8, 0.6  # how much an apology of a deed mends, and one of no more words
CLAUSE_START = re.compile(
    r"(?:(?<!\bmr)(?<!\bmrs)(?<!\bdr)\.|[!?;:,()—–…\"“”‘«»]|\s-|--"
    r"|\b(?:and|but|so(?= (?:i|you|he|she|we|they|it)\b)|then|oh|yes|no|well|because)\b)"
)
GOES_ON = re.compile(  # "“I am sorry,” he said, “that you are ill”", "“I am sorry, my dear,” he said. “But I must go”"
    r",(?: [\w.' ]{2,30},)?\W{1,2}[^\"“”‘]{0,60}[\"“‘](?:that|to|[Bb]ut)\b"
)
QUOTED = re.compile(r"\w\W*[\"“‘'] ?$")  # "he never said “I love you”"
PRAYED = re.compile(r"\b(?:god|heavens?|lord)\b[^,]*$")  # "Heaven and my love forgive me"
ONLY_THOUGHT = re.compile(  # "The thought came to him that he would go to her and say: “I am sorry”"
    r"\b(?:would|should|wanted to|wished to|longed to|meant to|was going to|were going to)"
    r"\b[^.!?\"“”]*\b(?:say|tell (?:him|her|them)),?:? ?[\"“‘']?\Z"
)
AS_KIN = re.compile(  # "I admire you, and, as a sister, I love you", "next to Papa, I love you best"
    r"\b(?:(?:as|like) (?:an?|my|your|one'?s) (?:\w+ )?(?:sister|brother|mother|father|daughter|son|child|parent|cousin"
    r"|friend|comrade|neighbou?r|christian|fellow[- ]\w+)|next to [^.!?]{2,40}),? \Z"
)
SUPPOSED = re.compile(r"\b(?:if|unless)\b")
WORD = re.compile(r"[a-z][a-z']*")


@dataclass(frozen=True)
class Act:
    """One row of the resource: a pattern and what saying it does."""

    type: str
    pattern: re.Pattern[str]
    confidence: float
    kind: str | None
    after: str | None
    known: str | None
    beside: re.Pattern[str] | None
    by_hearer: bool
    asks: bool
    written: bool
    apart: bool


@cache
def acts() -> Prefilter[Act]:
    """All speech acts, in the order of the resource, by the words that they need."""
    rows = (
        Act(
            row["type"],
            re.compile(r"(?<!\w)(?<!\w')(?:" + row["pattern"] + ")", re.I),
            row["confidence"],
            row.get("kind", row.get("needs")),
            row.get("after"),
            row.get("known"),
            re.compile(row["with"], re.I) if "with" in row else None,
            row.get("by") == "hearer",
            row.get("asks", False),
            row.get("written", False),
            row.get("apart", False),
        )
        for row in resources.table(TABLE)["act"]
    )
    return Prefilter((needed(act.pattern.pattern), act) for act in rows)


@cache
def announcement() -> re.Pattern[str]:
    """What stands before an act and only announces it."""
    return re.compile(resources.table(TABLE)["announces"]["pattern"])


def spoken(people: People, lovers: frozenset[Pair], told: Iterable[Happening] = ()) -> Iterator[Happening]:
    """Speech acts in what is said and in letters that were read, in text order, and which apologies are taken.

    Args:
        people: who speaks to whom.
        lovers: pairs that are known to be lovers by other words; some acts mean a parting only between them.
        told: what the narration tells of, which words may answer ("He apologised. “I accept”").
    """
    found = list(_done_by_saying(people, lovers, [h for h in told if h.type in ("apologise", "confess")]))
    refusals = [h for h in found if h.type == REFUSED]
    yield from (h for h in found if h.type not in (PROPOSAL, REFUSED))
    for h in found:
        voice = people.voice(h.start)
        if h.type == "apologise" and voice and not voice.written and not _turned_away(h, refusals):
            yield replace(h, type=TAKEN, start=h.end, confidence=DEEP if _deep(people, h, voice) else LIGHT)


def _deep(people: People, apology: Happening, voice: Voice) -> bool:
    """Whether an apology is of a deed, is made again and again, or with tears."""
    if MEANT.search(people.text, apology.start, apology.end + len(" for it")):
        return True
    often = len(SORRY.findall(_speech_around(people, voice))) > 1
    return often or TEARS.search(people.text, voice.end, voice.end + TEARFUL) is not None


def _turned_away(apology: Happening, refusals: Iterable[Happening]) -> bool:
    """Whether the other, who answers, does not take an apology."""
    return any(r.actor == apology.other and 0 < r.start - apology.start <= ANSWER for r in refusals)


def _done_by_saying(people: People, lovers: frozenset[Pair], told: Iterable[Happening]) -> Iterator[Happening]:
    done: dict[tuple[str, str, str], int] = {}  # (type, who, to whom) -> where last
    waiting = sorted(told, key=lambda h: h.start, reverse=True)
    for voice in people.voices.records:
        while waiting and waiting[-1].start < voice.start:
            before = waiting.pop()
            done[before.type, before.actor, before.other] = before.start
        if (
            not voice.hearers
            or _read_out(people, voice)
            or ONLY_THOUGHT.search(people.text, max(0, voice.start - NEAR), voice.start)
        ):
            continue
        words = people.text[voice.start : voice.end]
        for act in acts().among(words_in(words)):
            match = next((m for m in act.pattern.finditer(words) if _in_earnest(words, m)), None)
            if match and GOES_ON.match(people.text, voice.start + match.end()):
                continue
            if match and "sorry" in match[0].lower() and _only_regret(people, voice, match):
                continue
            if match is None or (act.beside and not act.beside.search(_speech_around(people, voice))):
                continue
            for happening in _to_hearers(act, voice, match):
                if (act.known and happening.pair not in lovers) or (act.written and not voice.written):
                    continue
                if act.apart and not _first_words(people, voice, happening.pair):
                    continue
                if act.after and not _answers(act.after, happening, done):
                    continue
                done[happening.type, happening.actor, happening.other] = happening.start
                if act.asks:
                    done[ASKED, happening.actor, happening.other] = happening.start
                yield happening
                if act.after == PROPOSAL:
                    yield replace(happening, type=BEGINS, end=happening.start)


def _read_out(people: People, voice: Voice) -> bool:
    """Whether somebody says another's words: "“I love you,” he read"."""
    words = people.text[voice.cue.start : voice.cue.end].lower().split() if voice.cue else ()
    return bool(set(words) & set(resources.table(TABLE)["read_out"]["words"].split()))


def _first_words(people: People, voice: Voice, pair: Pair) -> bool:
    """Whether two have hardly begun to talk in a scene: what greets the other is said at once."""
    scene = people.scene(voice.start)
    if voice.written or scene is None:
        return False
    before = people.voices.inside(max(scene.start, voice.start - REACH), voice.start)
    said = {v.id for v in before if len(v.hearers) == 1 and pair_of(v.speaker, v.hearers[0]) == pair}
    return len(said - {voice.id}) < GREETING


def _only_regret(people: People, voice: Voice, match: re.Match[str]) -> bool:
    """Whether "I'm sorry" refuses something, or answers what the other has told of a misfortune."""
    table = resources.table(TABLE)["regret"]
    end = voice.start + match.end()
    if re.compile(table["refuses"], re.I).search(people.text[end : voice.end]):
        return True
    if MEANT.search(match[0]):
        return False
    told = people.voices.before(voice.start)
    heard = people.text[told.start : told.end] if told and told.speaker in voice.hearers else ""
    after = people.text[end : end + NEAR]
    return any(re.compile(table[key], re.I).search(text) for key, text in (("misfortune", heard), ("consoles", after)))


def _speech_around(people: People, voice: Voice) -> str:
    """What somebody says at a stretch, in this speech and in those just before and behind it."""
    around = people.voices.touching(max(0, voice.start - NEAR), voice.end + NEAR)
    return "\n".join(people.text[v.start : v.end] for v in around if v.speaker == voice.speaker)


def _to_hearers(act: Act, voice: Voice, match: re.Match[str]) -> Iterator[Happening]:
    span = Span(voice.start + match.start(), voice.start + match.end())
    sure = act.confidence * (1.0 if len(voice.hearers) == 1 else 0.6)
    for hearer in voice.hearers[:2]:
        actor, other = (hearer, voice.speaker) if act.by_hearer else (voice.speaker, hearer)
        yield Happening(act.type, actor, other, act.type in MUTUAL, span.start, span.end, round(sure, 3), act.kind)


def _answers(earlier: str, happening: Happening, done: dict[tuple[str, str, str], int]) -> bool:
    """Whether the other did what this answers, not long before (a parting is answered at any time)."""
    there = done.get((earlier, happening.other, happening.actor))
    if earlier == PROPOSAL:
        return there is not None and 0 < happening.start - there <= SOON
    if earlier not in ("apologise", "confess", ASKED):
        there = there if there is not None else done.get((earlier, happening.actor, happening.other))
        return there is not None
    return there is not None and happening.start - there <= (SOON if earlier == ASKED else REACH)


def _in_earnest(words: str, match: re.Match[str]) -> bool:
    """Not reported, supposed, denied or asked about: nothing in the act's own clause before it hedges it."""
    before = words[: match.start()].lower()
    if QUOTED.search(before) or (match[0].lower().startswith("forgive") and PRAYED.search(before)):
        return False
    if "love" in match[0].lower() and AS_KIN.search(before):
        return False
    openings = [m.end() for m in CLAUSE_START.finditer(before)]
    clause = before[openings[-1] if openings else 0 :]
    sentence = before[max(before.rfind(mark) for mark in ".!?") + 1 :]
    clause = announcement().sub("", clause)
    hedges = resources.table(TABLE)["hedges"]["words"].split()
    return not (any(word in hedges for word in WORD.findall(clause)) or SUPPOSED.search(sentence))
