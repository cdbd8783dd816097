"""Every way in which a regular expression can be written out, with what is open in it as one sign."""

from __future__ import annotations

import re

MOST = 128  # ways to write out two parts of a pattern; where there are more, one of them is left open
ANY = "?"  # anything or nothing
EDGE = " "  # no letter, or the edge of a word
ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
GROUP = re.compile(r"\((?:\?(?P<kind>:|=|!|<=|<!|[a-z]+:|P<\w+>|[a-z]+\)|P=\w+\)))?")
TIMES = re.compile(r"(?:(?P<sign>[?*+])|\{(?P<low>\d*)(?P<to>,?)(?P<high>\d*)\})[?+]?")
OPEN = re.compile(r"\\[wdDBWS]|\[(?:\^|.*[\w\\]).*|\.", re.DOTALL)  # escapes and sets that may be letters
EDGES = frozenset((r"\b", r"\s", r"\n", r"\t", r"\Z", r"\A", "^", "$", r"\W"))
BESIDE = frozenset((r"\w", r"\w|-\w"))  # what never stands beside a whole word
WHOLE = re.compile(r"(?<![^\W\d_]|\?)[^\W\d_]{2,}(?![^\W\d_]|\?)")  # with nothing open at its edges
FEW = re.compile(r"\[[A-Za-z]{1,4}\]")


def expansions(source: str) -> frozenset[str]:
    """The texts that a pattern matches, each at least in part; no letter is in them that a match may lack there.

    Args:
        source: the pattern. What this does not know is open.
    """
    found, end = _either(source, 0)
    return found if end == len(source) else frozenset({ANY})


def _either(source: str, at: int) -> tuple[frozenset[str], int]:
    """Alternatives, up to the end of their group."""
    found: frozenset[str] = frozenset()
    while True:
        more, at = _sequence(source, at)
        found |= more
        if not source.startswith("|", at):
            return found, at
        at += 1


def _sequence(source: str, at: int) -> tuple[frozenset[str], int]:
    """Atoms one after another."""
    texts = frozenset({""})
    while at < len(source) and source[at] not in "|)":
        atom, at = _atom(source, at)
        times = TIMES.match(source, at)
        if times is not None:
            atom, at = _repeated(atom, times), times.end()
        texts = _joined(texts, atom)
    return texts, at


def _joined(before: frozenset[str], behind: frozenset[str]) -> frozenset[str]:
    """One after the other; where these are too many ways, only what comes first, if it has a word in each, or else only
    what comes behind."""
    if min(len(before), len(behind)) > 1 and len(before) * len(behind) > MOST:
        if found := _words(before):
            return found
        before = frozenset({_between(before)})
    return frozenset(a + b for a in before for b in behind)


def _words(texts: frozenset[str]) -> frozenset[str]:
    """Instead of each text one word of it, and what is beside it left open; nothing where one has none."""
    longest = frozenset(max(words(text), key=len, default="") for text in texts)
    return frozenset() if "" in longest else frozenset(f"{ANY} {word} {ANY}" for word in longest)


def words(text: str) -> list[str]:
    """The whole words of a way to write out a pattern, or a part of it; what is at its ends may go on."""
    return WHOLE.findall(f"{ANY}{text}{ANY}".casefold())


def _atom(source: str, at: int) -> tuple[frozenset[str], int]:
    if source[at] == "(":
        return _group(source, at)
    m = ATOM.match(source, at)
    one = m[0] if m is not None else source[at]
    return _single(one), at + len(one)


def _single(one: str) -> frozenset[str]:
    if one in EDGES:
        return frozenset({EDGE})
    if FEW.fullmatch(one):
        return frozenset(one[1:-1])
    if OPEN.match(one):
        return frozenset({ANY})
    if one.startswith("["):
        return frozenset({EDGE})
    letter = one[-1]
    return frozenset({letter if letter.isalpha() and not one.startswith("\\") else ANY if letter.isalnum() else EDGE})


def _group(source: str, at: int) -> tuple[frozenset[str], int]:
    m = GROUP.match(source, at)
    kind = (m["kind"] or ":") if m is not None else ":"
    at = m.end() if m is not None else at + 1
    if kind.endswith(")"):  # a flag, or the same words again
        return frozenset({ANY if kind.startswith("P=") else ""}), at
    inside, end = _either(source, at)
    if kind in ("=", "<=", "!", "<!"):
        inside = frozenset({EDGE if "!" in kind and source[at:end] in BESIDE else ""})
    return inside, end + 1


def _repeated(atom: frozenset[str], times: re.Match[str]) -> frozenset[str]:
    low = times["low"] or "0" if times["sign"] is None else "1" if times["sign"] == "+" else "0"
    once = times["sign"] == "?" or times["high"] == "1" or (low == "1" and not times["to"] and times["low"])
    if not once and low != "0":
        atom = frozenset(text + more for text in atom for more in ("", _between(atom)))
    elif not once:
        atom = frozenset({_between(atom)})
    return atom if low != "0" else frozenset({"", *atom})


def _between(atom: frozenset[str]) -> str:
    """What stands for an atom any number of times, with the edges that it surely has."""
    first = EDGE if all(text.startswith(EDGE) for text in atom) else ""
    return first + ANY + (EDGE if all(text.endswith(EDGE) for text in atom) else "")
