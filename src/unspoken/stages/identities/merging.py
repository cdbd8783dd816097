"""Members of the cast that are one person, as speech shows it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from unspoken.layers.documents import Letter
from unspoken.layers.mentions import Cast, Mention
from unspoken.layers.quotations import Quote
from unspoken.stages.cast.kinship import has_given
from unspoken.stages.cast.relations import KIN_BASE, SHORT
from unspoken.stages.identities.correspondents import correspondents
from unspoken.stages.identities.surnames import titled, untitled, wives
from unspoken.stages.turns.tellers import answered

I_AM = re.compile(r"(?:\bmy name(?: is| was|['’]s)|\bI(?: am|['’]m)|\b(?:calls?|called|christened|named) me)\s+\Z")
YOU_ARE = re.compile(r"\b[Yy]ou(?: are| must be|['’]re)\s+\Z")
I_AM_A = re.compile(r"\bI(?: am|['’]m)(?: only| just| still)?\s+\Z")
GREETING = re.compile(r"\b[Dd]ear(?:est)? \w+\Z")
BEGINS = 3  # letters with which a name and its fond form begin
_OWNS = ("'s", "’s")
CALLS = 2  # from how many on a name is the narrator's; one where who tells it is spoken to counts twice
SURELY = 0.75  # confidence in a speaker from which what they profess to be is believed
LIKELY = 0.6  # the same, of a name that they give for theirs
NEAR = 1500  # code points within which two lines are of one exchange


def merges(
    text: str, mentions: Sequence[Mention], cast: Cast, turns: Sequence[Quote], letters: Sequence[Letter] = ()
) -> dict[str, str]:
    """Which members are to be merged into which others.

    Args:
        text: the whole text.
        mentions: all mentions.
        cast: whom the narration tells of.
        turns: who speaks to whom.
        letters: what is written in the text.

    Returns:
        Member id -> id of the member that it is one with; chains are resolved.
    """
    into: dict[str, str] = {}
    by_quote = {q.id: q for q in turns}
    _called_only(text, mentions, cast, by_quote, letters, into)
    _called_kin(text, mentions, cast, by_quote, into)
    _professed(text, mentions, cast, by_quote, into)
    correspondents(text, mentions, cast, letters, into)
    wives(cast, into)
    _called_by_spouse(text, mentions, cast, by_quote, into)
    _pen_names(text, mentions, cast, by_quote, into)
    _narrators_name(text, mentions, cast, by_quote, into)
    return {a: _end(into, a) for a in into}


def _end(into: dict[str, str], member: str) -> str:
    seen = {member}
    while member in into and into[member] not in seen:
        member = into[member]
        seen.add(member)
    return member


def _called_only(
    text: str,
    mentions: Sequence[Mention],
    cast: Cast,
    by_quote: dict[str, Quote],
    letters: Sequence[Letter],
    into: dict[str, str],
) -> None:
    """A name that is only ever called, or greeted in writing, is a name of the one who is spoken to: of one who has no
    given name, or as a fond form of it ("Derry", said to Dermot)."""
    greeted = {letter.salutation.start for letter in letters if letter.salutation is not None}
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    order = {q.id: n for n, q in enumerate(by_quote.values())}
    turns = list(by_quote.values())
    elsewhere: Counter[str] = Counter()
    narrated: set[str] = set()
    for mention, member in zip(mentions, cast.link, strict=True):
        if member is None:
            continue
        quote = by_quote.get(mention.quotation or "")
        if quote is None and not mention.letter and mention.form == "name":
            narrated.add(member)
        if mention.vocative and quote is not None:
            spoken_to = [a for a in quote.addressees if a != member] or _partner(turns, order[quote.id], member)
            uses[member].update(spoken_to)
        elif mention.start not in greeted:
            elsewhere[member] += 1
    names, narrators = {m.id: m.names for m in cast.members}, {m.id for m in cast.members if m.narrator}
    speakers = {q.speaker for q in by_quote.values()}
    for member in names:
        alike = [m for m in narrated if _fond(names[member], names[m]) and _fit(cast, member, m)]
        if member.startswith("n") and member not in narrated and len(alike) == 1:
            into[member] = alike[0]
    for member, addressed in uses.items():
        if member in into:
            continue
        others = Counter({a: n for a, n in addressed.items() if a != member})
        if elsewhere[member] or not others:
            continue
        best, n = others.most_common(1)[0]
        if best in narrators and len(text) >= SHORT:
            continue
        bare = untitled(names[best]) if titled(names[member]) else not has_given(names[best])
        free = _fond(names[member], names[best]) or (member not in speakers and bare)
        if n > 0.6 * addressed.total() and _fit(cast, member, best) and free:
            into[member] = best


def _fond(called: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a name may be a fond form of another, though no list has it: it begins so, and ends as such forms do."""
    given = {name.split()[0].lower() for name in names}
    return any(
        name.lower().endswith(("y", "ie"))
        and name.lower() not in given
        and name[:BEGINS].lower() in {g[:BEGINS] for g in given}
        for name in called
        if len(name) > BEGINS
    )


def _partner(turns: Sequence[Quote], n: int, called: str) -> list[str]:
    """Who speaks nearest to a line, beside its speaker and the one called."""
    for step in (1, -1, 2, -2):  # who is called answers
        if 0 <= n + step < len(turns) and abs(turns[n + step].start - turns[n].start) < NEAR:
            other = turns[n + step].speaker
            if other is not None and other not in (called, turns[n].speaker):
                return [other]
    return []


def _enough(text: str, n: int, calls: int) -> bool:
    """Whether calls by a kin term agree; among the many people of a novel one call is not enough."""
    return 2 * n >= calls if len(text) < SHORT else n >= 3 and n >= 0.7 * calls


def _fit(cast: Cast, a: str, b: str) -> bool:
    pronouns = {m.id: m.pronouns for m in cast.members}
    x, y = pronouns.get(a), pronouns.get(b)
    return x is None or y is None or x == y


def _called_kin(
    text: str, mentions: Sequence[Mention], cast: Cast, by_quote: dict[str, Quote], into: dict[str, str]
) -> None:
    """ "Mum", said to somebody by a person whose mother the narration speaks of: both are one."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        quote = by_quote.get(mention.quotation or "")
        if mention.vocative and mention.form == "nominal" and quote is not None and quote.speaker:
            word = text[mention.head_start : mention.head_end].lower()
            votes[quote.speaker, KIN_BASE.get(word, word)].update(quote.addressees)
    related = {(r.owner, r.kin): r.member for r in cast.relations}
    named = {m.id for m in cast.members if not m.id.startswith("r")}
    for (speaker, kin), addressed in votes.items():
        role = related.get((speaker, kin))
        best, n = addressed.most_common(1)[0] if addressed else (None, 0)
        if role is None or best is None or best == role or role in into:
            continue
        if best in named and role not in named and _enough(text, n, addressed.total()) and _fit(cast, role, best):
            into[role] = best


def _professed(
    text: str, mentions: Sequence[Mention], cast: Cast, by_quote: dict[str, Quote], into: dict[str, str]
) -> None:
    """ "I'm a doctor," says somebody; whom the narration soon calls "the doctor" for the first time is that one."""
    first: dict[str, int] = {}
    for mention, member in zip(mentions, cast.link, strict=True):
        if member is not None and not mention.quotation:
            first.setdefault(member, mention.start)
    bare = {m.names[0].lower(): m.id for m in cast.members if m.id.startswith("r")}
    for mention in mentions:
        quote = by_quote.get(mention.quotation or "")
        if mention.form != "nominal" or quote is None or quote.speaker is None or quote.confidence < SURELY:
            continue
        who = bare.get(f"the {text[mention.head_start : mention.head_end].lower()}")
        professed = I_AM_A.search(text[max(0, mention.start - 16) : mention.start]) is not None
        if who is None or not professed or who in into or not _fit(cast, who, quote.speaker):
            continue
        if who != quote.speaker and 0 < first.get(who, 0) - mention.start < NEAR:
            into[who] = quote.speaker


def _narrated(mentions: Sequence[Mention], cast: Cast) -> set[str | None]:
    """Whom the narration calls by a name."""
    own = (x for m, x in zip(mentions, cast.link, strict=True) if not (m.quotation or m.letter) and m.form == "name")
    return set(own)


def _called_by_spouse(
    text: str, mentions: Sequence[Mention], cast: Cast, by_quote: dict[str, Quote], into: dict[str, str]
) -> None:
    """ "Name a river, Hal," says Mrs Orde: a given name that narration never says, called by one whose husband
    or wife has none but a title and a surname, is of that one."""
    names = {m.id: m.names for m in cast.members}
    told = _narrated(mentions, cast)
    couples = [(into.get(r.owner or "", r.owner or ""), into.get(r.member, r.member))
               for r in cast.relations if r.kin in ("husband", "wife")]  # fmt: skip
    spouse = {a: b for pair in couples for a, b in (pair, pair[::-1])}
    for mention, member in zip(mentions, cast.link, strict=True):
        quote = by_quote.get(mention.quotation or "")
        calls = mention.vocative or (
            text[mention.start - 2 : mention.start] == ", " and text[mention.end : mention.end + 1] in tuple(".?!")
        )
        if not calls or mention.form != "name" or quote is None or member in (None, *told, *into):
            continue
        other = spouse.get(into.get(quote.speaker or "", quote.speaker or ""), "")
        if (
            other in names
            and titled(names[other])
            and untitled(names[member or ""])
            and _fit(cast, member or "", other)
        ):
            into[member or ""] = other


def _pen_names(
    text: str, mentions: Sequence[Mention], cast: Cast, by_quote: dict[str, Quote], into: dict[str, str]
) -> None:
    """ "I am Violet Amory," says Mr. Tull: a name that the narration never says is of who gives it for theirs, if they
    have none but a title and a surname, or no name at all."""
    names = {m.id: m.names for m in cast.members}
    told = _narrated(mentions, cast)
    for mention, member in zip(mentions, cast.link, strict=True):
        quote = by_quote.get(mention.quotation or "")
        if member is None or mention.form != "name" or quote is None or member in told or member in into:
            continue
        who, sure = quote.speaker, quote.confidence >= LIKELY
        own = (
            I_AM.search(text[max(0, mention.start - 30) : mention.start])
            and text[mention.end : mention.end + 2] not in _OWNS
        )
        if own and sure and who is not None and who != member and not has_given(names.get(who, ())):
            into[member] = into.get(who, who)


def _narrators_name(
    text: str, mentions: Sequence[Mention], cast: Cast, by_quote: dict[str, Quote], into: dict[str, str]
) -> None:
    """ "They called me Tobias", "You are Lucan": the name of who tells the story, where it is nobody else's."""
    narrator = next((m for m in cast.members if m.narrator), None)
    if narrator is None or has_given(narrator.names) or narrator.id in into.values():
        return
    told = Counter(x for m, x in zip(mentions, cast.link, strict=True) if not m.quotation and m.form == "name" and x)
    for mention, member in zip(mentions, cast.link, strict=True):
        if mention.form != "name" or member is None or mention.letter or text[mention.end : mention.end + 2] in _OWNS:
            continue
        quote = by_quote.get(mention.quotation or "")
        before = text[max(0, mention.start - 30) : mention.start]
        own = I_AM.search(before) and (quote is None or quote.speaker == narrator.id)
        theirs = YOU_ARE.search(before) and quote is not None and quote.speaker != narrator.id
        if (own or theirs) and told[member] <= (quote is None) and _fit(cast, member, narrator.id):
            into[member] = narrator.id
            return
    if len(text) >= SHORT:
        found = [*answered(mentions, cast, [*by_quote.values()])]
    else:
        calls = _calls_to(narrator.id, text, mentions, cast, by_quote)
        (best, n), (_, next_), *_ = [*calls.most_common(2), (None, 0), (None, 0)]
        found = [best] if best is not None and n >= CALLS and n > next_ else []
    into.update({member: narrator.id for member in found if member not in into and _fit(cast, member, narrator.id)})


def _calls_to(
    narrator: str, text: str, mentions: Sequence[Mention], cast: Cast, by_quote: dict[str, Quote]
) -> Counter[str]:
    """How often others call or greet in writing those whom the narration itself never names: one of them tells it."""
    calls, told = Counter[str](), {r.member for r in cast.relations}  # nobody is their own grandmother
    for mention, member in zip(mentions, cast.link, strict=True):
        if mention.form != "name" or member is None or member == narrator:
            continue
        quote = by_quote.get(mention.quotation or "")
        greeted = GREETING.search(text[max(0, mention.start - 12) : mention.end]) is not None
        if greeted or (mention.vocative and (mention.letter or (quote is not None and quote.speaker != narrator))):
            calls[member] += 1 + (quote is not None and narrator in quote.addressees)
        elif quote is None and not mention.letter:
            told.add(member)
    return Counter({member: n for member, n in calls.items() if member not in told})
