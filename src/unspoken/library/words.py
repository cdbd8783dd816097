"""What a user types, as a question to the full-text index; and names as they are compared."""

from __future__ import annotations

import re
import unicodedata

from unspoken.corrections import folded
from unspoken.errors import BadLibrary

MOST = 64  # words of a search
_TERM = re.compile(r'"([^"]*)("?\*?)|(\S+)')
_MARKS = str.maketrans({**dict.fromkeys("“”„‟«»＂", '"'), "\0": " "})


def question(words: str) -> str | None:
    """A question in the syntax of FTS5; nothing that is typed can break it.

    Args:
        words: words that are all to be there, in any order; words between quotation marks stand side by side; a star
            at the end of a word stands for any ending.

    Returns:
        The question; None where there are no words.

    Raises:
        BadLibrary: there is something, but no letters or digits, or too many words.
    """
    words = words.encode("utf-8", "replace").decode("utf-8").translate(_MARKS)
    terms = [term for found in _TERM.finditer(words) if (term := _term(found))]
    if len(terms) > MOST:
        raise BadLibrary(f"a search takes at most {MOST} words, and these are {len(terms)}; give fewer")
    if words.strip() and not terms:
        raise BadLibrary("there are no letters or digits to search for; give some words")
    return " ".join(terms) or None


def _term(found: re.Match[str]) -> str:
    """One word or phrase, quoted; empty where nothing in it can be searched for."""
    text = found[3] if found[1] is None else found[1]
    star = (text if found[1] is None else found[2]).endswith("*")
    if not any(character.isalnum() for character in text):
        return ""
    return '"' + text.strip("*").replace('"', '""') + '"' + "*" * star


def same_name(name: str) -> str:
    """A name without what does not tell names apart: letter case, accents, kinds of apostrophe, an article."""
    plain = unicodedata.normalize("NFKD", name.encode("utf-8", "replace").decode("utf-8"))
    return folded("".join(c for c in plain if not unicodedata.combining(c)))
