"""Love that is told and taken: who takes the hands of the one who has just said it is theirs; and who have just wed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.tie import Tie

CLASP = "clasp"  # hands taken or given; no event by itself
SOON = 800  # code points behind a word of love within which a touch still answers it
SURE = 0.6
TAIL = 30  # code points behind a word for what two are that tell since when
NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
JUST_NOW = re.compile(
    rf"\b(?:husband|wife|bride|bridegroom) of (?:only |just )?(?:an?|\d+|{NUMBERS}) (?:minutes?|hours?|days?|weeks?)\b",
    re.I,
)


def taken(deeds: Iterable[Happening]) -> Iterator[Happening]:
    """Where one tells the other of love and the other takes their hands soon behind it, the two are a couple.

    Args:
        deeds: what happens, of all pairs, in any order.
    """
    told: dict[tuple[str, str], int] = {}
    for deed in sorted(deeds, key=lambda d: (d.start, d.end)):
        if deed.type == "confess" and deed.kind == "romance":
            told[deed.actor, deed.other] = deed.start
        elif deed.type == CLASP:
            word = told.pop((deed.other, deed.actor), None)
            if word is not None and deed.start - word <= SOON:
                yield replace(deed, type="couple", mutual=True, kind="romance", confidence=SURE)


def newly_wed(people: People, ties: Iterable[Tie]) -> Iterator[Happening]:
    """Who are told to be married for no more than weeks: "her husband of four minutes".

    Args:
        people: has the text.
        ties: what people are to each other.
    """
    for tie in ties:
        if (
            tie.relation == "spouse"
            and JUST_NOW.search(people.text, tie.start, tie.end + TAIL)
            and people.voice(tie.start) is None
        ):
            yield Happening("marry", tie.owner, tie.other, True, tie.start, tie.end, SURE, "romance")
