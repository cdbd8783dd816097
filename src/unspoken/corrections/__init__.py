"""Corrections: the small file beside a story in which its reader says who is who, who speaks, and what is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import msgspec

from unspoken.errors import BadCorrections, quoted
from unspoken.layers.corrections import Apart, Claim, Correction, Same, Wrong

SUFFIX = ".unspoken.toml"
LARGEST = 5_000_000  # bytes
# keys of keys of keys, which no correction has, and which take a time that grows with the square of their number
_DEEP = re.compile(r"""(?<![\w-])(?:(?>[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*+\.[ \t]*+){100}""")
HELP = "docs/corrections.md shows how each is written"
KINDS: dict[str, type[msgspec.Struct]] = {kind.__struct_config__.tag: kind for kind in get_args(Correction)}


def beside(story: Path) -> Path:
    """Where the corrections of a story are looked for: ``night.epub`` has ``night.unspoken.toml``."""
    return story.with_suffix(SUFFIX)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Read a file of corrections; one that is not there holds none.

    Raises:
        BadCorrections: it is no such file, or a correction in it is not understood.
    """
    return parsed(in_text(path), str(path))


def in_text(path: Path) -> str:
    """The text of a file of corrections, its line ends as they are; empty where there is no file.

    Raises:
        BadCorrections: it is no such file.
    """
    try:
        if not path.exists():
            return ""
        if path.stat().st_size > LARGEST:
            raise BadCorrections(str(path), f"it is larger than {LARGEST // 1_000_000} MB", "name the right file")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadCorrections(str(path), "it is not UTF-8", "save it as UTF-8") from None
    except OSError as error:
        raise BadCorrections(str(path), f"it cannot be read ({error.strerror})", "check its permissions") from None


def parsed(text: str, name: str) -> tuple[Correction, ...]:
    """The corrections in a text in TOML, in the order of their kinds and, within one, of the text.

    Raises:
        BadCorrections: as above.
    """
    if _DEEP.search(text):
        raise BadCorrections(name, "a line in it has a hundred words with points between them", "mend that line")
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadCorrections(name, f"it is no TOML ({quoted(error)})", "mend that line") from None
    out: list[Correction] = []
    for kind, entries in table.items():
        if kind not in KINDS:
            raise BadCorrections(name, f"there is no correction {quoted(repr(kind))}", f"there are {', '.join(KINDS)}")
        if not isinstance(entries, list):
            raise BadCorrections(name, f"{kind!r} is no list", f"begin each correction with [[{kind}]]")
        out += (correction(kind, entry, f"{name}: [[{kind}]] number {n}") for n, entry in enumerate(entries, 1))
    return tuple(out)


def correction(kind: str, entry: Any, where: str) -> Correction:
    """A correction from its fields.

    Args:
        kind: one of KINDS.
        entry: the fields.
        where: it stands, for messages.

    Raises:
        BadCorrections: fields are missing, empty, too many, or no strings.
    """
    claim = entry.get("claim", "feelings") if kind == "wrong" and isinstance(entry, dict) else "feelings"
    if claim not in get_args(Claim):
        raise BadCorrections(where, f"there is no claim {claim!r}", f"there are {', '.join(get_args(Claim))}")
    try:
        made: Correction = msgspec.convert(entry, KINDS[kind])  # type: ignore[assignment]
    except (msgspec.ValidationError, RecursionError) as error:
        raise BadCorrections(where, quoted(error), HELP) from None
    values = [v for k, value in fields_of(made).items() if k != "after" for v in _listed(value)]
    if not all(map(folded, values)):
        raise BadCorrections(where, "a name or passage in it has no words", HELP)
    if isinstance(made, Same | Apart) and len(set(map(folded, values))) < 2:
        raise BadCorrections(where, "it needs two different names", HELP)
    if isinstance(made, Wrong) and not (made.passage or (made.who and made.about)):
        raise BadCorrections(where, "it needs a passage, or both people (who and about)", HELP)
    return made


def kind_of(correction: Correction) -> str:
    """The kind of a correction, as its heading has it."""
    return str(correction.__struct_config__.tag)


def fields_of(correction: Correction) -> dict[str, str | tuple[str, ...]]:
    """The fields of a correction under the names that the file has for them, without those that are not given."""
    fields = zip(correction.__struct_encode_fields__, msgspec.structs.astuple(correction), strict=True)
    needed = len(correction.__struct_fields__) - len(correction.__struct_defaults__)
    return {name: value for n, (name, value) in enumerate(fields) if value or n < needed}


def written(corrections: Sequence[Correction]) -> str:
    """Corrections in TOML, a block each, to be put after what a file holds."""
    return "".join(f"[[{kind_of(c)}]]\n{_lines(c)}\n" for c in corrections)


def described(correction: Correction) -> str:
    """A correction in a few words, for messages."""
    return f"{kind_of(correction)}: " + ", ".join(
        " | ".join(v) if isinstance(v, tuple) else f"{k} {v!r}" for k, v in fields_of(correction).items()
    )


def _lines(correction: Correction) -> str:
    return "".join(f"{k} = {_value(v)}\n" for k, v in fields_of(correction).items())


def _listed(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _value(value: str | tuple[str, ...]) -> str:
    """A string as TOML writes it, which is as JSON does but for one character, or a list of them."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")


_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "—": " ", "–": " ", "…": " ", "_": " ", "*": " "})
_ARTICLES = frozenset(("the", "a", "an"))


def folded_words(words: str) -> list[str]:
    """Words without case, without the marks around them, and with one kind of apostrophe.

    So that they are found again in another draft, edition or format of the same story.
    """
    found = words.translate(_MARKS).replace("--", " ").casefold().split()
    return [bare for word in found if (bare := word.strip("\"'.,;:!?-()[]"))]


def folded(name: str) -> str:
    """A name in folded words, without an article before it."""
    words = folded_words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)
