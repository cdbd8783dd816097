"""For whom a feeling is where that is told by whom it is not for: "furious, not with him but with herself"."""

from __future__ import annotations

import re

from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.page import Page

LONGEST = 260  # code points from the feeling to whom it is for
LEADS = "with|at|of|for|against|towards?|by|on account of"
NOT = re.compile(
    rf"(?P<before>[^.!?]*?(?:[.!?]\s+(?:it (?:was|is|wasn['’]t|isn['’]t) )?)?)\bnot (?P<lead>{LEADS}) ", re.IGNORECASE
)


def contrasted(page: Page, cue: Cue) -> str | None:
    """The person for whom a feeling is, told after whom it is not for; None where nothing is told so.

    Args:
        page: the text and whom its words mean.
        cue: names the feeling.
    """
    start = page.end[cue.last]
    stop = min(len(page.text), start + LONGEST, _paragraph(page.text, start))
    denial = NOT.match(page.text, start, stop)
    if denial is None:
        return None
    turn = re.compile(rf"(?:\bbut|[;.,:—–-])\s+(?:(?:it|that) (?:was|is) )?{denial['lead']} ", re.IGNORECASE)
    found = turn.search(page.text, denial.end(), stop)
    return None if found is None else page.other_at(page.token_at(found.end()))[1]


def _paragraph(text: str, start: int) -> int:
    end = text.find("\n\n", start)
    return len(text) if end < 0 else end
