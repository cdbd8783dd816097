"""Texts of any length to read: copies of the story that ships, with other people in every few of them."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import cycle, islice

MEN = ("Ambrose", "Bernard", "Caspar", "Duncan", "Edmund", "Felix", "Gilbert", "Hector", "Ivan", "Jasper", "Kenneth")
WOMEN = ("Agatha", "Bridget", "Clara", "Dorothy", "Esther", "Flora", "Greta", "Harriet", "Ingrid", "Mabel", "Nora")
STEMS = ("Ash", "Brad", "Cor", "Dun", "El", "Fair", "Gar", "Hol", "Kel", "Lang", "Nor", "Pen", "Rad", "Sut", "Thorn")
ENDINGS = ("ham", "ley", "ton", "worth", "field", "by", "stead", "ford", "den", "combe")
COPIES_TO_A_CAST = 20  # about 26,000 words: a million words have some 40 casts, 280 people


def text(words: int) -> str:
    """About so many words of fiction (at least one copy of the story), in chapters, the same at every call."""
    story = files("unspoken").joinpath("resources", "stories", "cider-press.txt").read_text(encoding="utf-8")
    copies = max(1, round(words / len(story.split())))
    chapters = (f"Chapter {number + 1}\n\n{_recast(story, number // COPIES_TO_A_CAST)}" for number in range(copies))
    return "\n\n".join(chapters)


def _recast(story: str, number: int) -> str:
    """The story with the people of cast ``number``."""
    surnames = [stem + ending for ending in ENDINGS for stem in STEMS]
    joel, gus = islice(cycle(MEN), number * 2 % len(MEN), number * 2 % len(MEN) + 2)
    alma, dinah, opal = islice(cycle(WOMEN), number * 3 % len(WOMEN), number * 3 % len(WOMEN) + 3)
    whitcomb, pruitt = islice(cycle(surnames), number * 2 % len(surnames), number * 2 % len(surnames) + 2)
    other = {
        "Joel": joel, "Gus": gus, "Alma": alma, "Dinah": dinah, "Opal": opal, "Whitcomb": whitcomb, "Pruitt": pruitt,
    }  # fmt: skip
    return re.sub(rf"\b(?:{'|'.join(other)})\b", lambda found: other[found[0]], story).strip()
