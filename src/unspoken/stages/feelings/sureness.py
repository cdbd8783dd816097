"""How sure it is who feels: by the mention that names them next to a cue, and by who is taken to say so."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from unspoken.stages.feelings.page import Page

REACH = 60  # tokens within which a mention tells who is meant
UNSEEN = 0.6  # where no mention is as near: the person was told by the scene


class Sureness:
    """Looks up how sure the mentions of people are; built once for a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._places: dict[str, list[int]] = defaultdict(list)
        self._sure: dict[str, list[float]] = defaultdict(list)
        for last, (_, who, sure) in sorted(page.ends.items()):
            self._places[who].append(last)
            self._sure[who].append(sure)

    def of(self, who: str, i: int) -> float:
        """How sure it is that who is said to feel something is meant.

        Args:
            who: id of the character who is said to feel.
            i: the token at which a word or sign says so.

        Returns:
            In [0, 1]: the confidence of the nearest mention; in speech, for who speaks or is spoken to, that of the
            quotation.
        """
        quote = self._page.quote_at(i)
        if quote is not None and who in (quote.speaker, *quote.addressees):
            return quote.confidence
        places = self._places.get(who, [])
        k = bisect_left(places, i)
        near = [n for n in (k - 1, k) if 0 <= n < len(places) and abs(places[n] - i) <= REACH]
        if not near:
            return UNSEEN
        return self._sure[who][min(near, key=lambda n: abs(places[n] - i))]
