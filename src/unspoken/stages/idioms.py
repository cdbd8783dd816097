"""Idioms by which somebody holds, or does not know, what hangs on them: "took it for granted that ...", as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span


@dataclass(frozen=True)
class Idiom:
    """``stance``: what it says of its ``holder``; ``end``: where its words end; ``held``: that it is so though the
    clause denies or only supposes something ("could not get it out of her head", "would have sworn")."""

    stance: str
    holder: Span | None
    end: int
    held: bool


@dataclass(frozen=True)
class _Row:
    """``after``: what follows the verb; ``subject``: words that the subject ends with; ``by``: where the holder is."""

    stance: str
    after: re.Pattern[str]
    subject: frozenset[str]
    by: str
    passive: bool
    modal: str
    denied: bool
    affirmed: bool


def idiom(text: str, clause: Clause) -> Idiom | None:
    """The idiom that a clause opens with, or None.

    Args:
        text: the whole text.
        clause: with the verb of the idiom.
    """
    for row in _rows().get(clause.lemma, ()):
        if row.passive is not clause.passive or row.denied is not _denied(clause, row):
            continue
        if row.affirmed and clause.negated:
            continue
        if (row.modal and clause.modal != row.modal) or (
            row.subject and _last(text, clause.subject) not in row.subject
        ):
            continue
        m = row.after.match(text, clause.verb.end)
        if m is not None:
            return Idiom(row.stance, _holder(clause, row, m), m.end(), row.denied or bool(row.modal))
    return None


def _denied(clause: Clause, row: _Row) -> bool:
    return clause.negated and (row.denied or row.by != "owner")


def _holder(clause: Clause, row: _Row, m: re.Match[str]) -> Span | None:
    if row.by == "owner":
        return Span(m.start("owner"), m.end("owner"))
    return clause.object if row.by == "object" else clause.subject


def _last(text: str, span: Span | None) -> str:
    return text[span.start : span.end].lower().split()[-1] if span is not None else ""


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    table = resources.table("beliefs.toml")
    filled = {f"<{name}>": words for name, words in table["idiom_words"].items()}
    rows: dict[str, tuple[_Row, ...]] = {}
    for entry in table["idiom"]:
        after = entry["after"]
        for name, words in filled.items():
            after = after.replace(name, words)
        row = _Row(
            entry["stance"], re.compile(after, re.IGNORECASE), frozenset(entry.get("subject", "").split()),
            entry.get("by", "subject"), entry.get("passive", False), entry.get("modal", ""), entry.get("denied", False),
            entry.get("affirmed", False),
        )  # fmt: skip
        for verb in entry["verbs"].split():
            rows[verb] = (*rows.get(verb, ()), row)
    return rows
