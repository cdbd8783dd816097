"""The page that BookNLP makes: who there is, what is named most, and the text with everything marked in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Any

from unspoken.exports.booknlp.entities import NARRATOR, Named
from unspoken.exports.booknlp.quotes import Speech
from unspoken.exports.booknlp.tokens import Tokens

_TYPES = ("FAC", "GPE", "LOC", "PER", "ORG", "VEH")
_MOST = 10
_STYLE = "sub{color:#a0a}.b{color:#aaa}.q{color:#669}.q sub{color:#333}"


def page(words: Tokens, named: list[Named], said: list[Speech], characters: list[dict[str, Any]]) -> str:
    """The page, which needs nothing from outside.

    Args:
        words: the tokens.
        named: all mentions.
        said: all pieces of quotations.
        characters: what the file of characters tells of each.
    """
    head = f'<!DOCTYPE html>\n<html>\n<head><meta charset="UTF-8"><title>Book</title><style>{_STYLE}</style></head>\n'
    lists = [*_characters(characters), *_entities(named)]
    text = _text(words, named, said)
    return head + "<body>\n" + "\n".join(lists) + "\n<h2>Text</h2>\n" + text + "</body>\n</html>\n"


def _characters(characters: list[dict[str, Any]]) -> Iterator[str]:
    yield "<h2>Named characters</h2>"
    for character in characters:
        names = [f"{n['n']} ({n['c']})" for n in character["mentions"]["proper"]]
        names += ["[NARRATOR]"] if character["id"] == NARRATOR else []
        if names:
            common = "/".join(f"{n['n']} ({n['c']})" for n in character["mentions"]["common"])
            yield escape(f"{character['count']} {'/'.join(names)} {common}") + "<br>"


def _entities(named: list[Named]) -> Iterator[str]:
    yield "<h2>Major entities (proper, common)</h2>"
    for cat in _TYPES:
        yield f"<h3>{cat}</h3>"
        for prop in ("PROP", "NOM"):
            texts: dict[int, Counter[str]] = {}
            for mention in named:
                if (mention.cat, mention.prop) == (cat, prop):
                    texts.setdefault(mention.coref, Counter())[mention.text] += 1
            most = sorted(texts.values(), key=lambda counts: -counts.total())[:_MOST]
            lines = [f"{c.total()} {escape('/'.join(t for t, _ in c.most_common()))}<br>" for c in most]
            yield f"<p>{''.join(lines)}</p>"


def _text(words: Tokens, named: list[Named], said: list[Speech]) -> str:
    """The words, brackets around mentions, colour for what is said, and below the line who is meant."""
    before, after = [""] * len(words.word), [""] * len(words.word)
    names = _names(named)
    for mention in named:
        who = escape(f"{mention.coref}-{names[mention.coref]}")
        before[mention.first] += '<span class="b">[</span>'
        after[mention.last] = f'<span class="b">]</span><sub>{who}</sub>' + after[mention.last]
    for piece in said:
        who = "None" if piece.speaker is None else f"{piece.speaker}-{names.get(piece.speaker, '')}"
        before[piece.first] = '<span class="q">' + before[piece.first]
        after[piece.last] += f"<sub>[{escape(who)}]</sub></span>"
    out = []
    for i, word in enumerate(words.word):
        if i == 0 or words.paragraph[i] != words.paragraph[i - 1]:
            out.append("</p>\n<p>" if i else "<p>")
        out.append(f"{before[i]}{escape(word)}{after[i]} ")
    return "".join(out) + "</p>\n" if out else ""


def _names(named: list[Named]) -> dict[int, str]:
    """What to call each: the name used most, or the words, or the pronoun."""
    worth = {"PROP": 10_000, "NOM": 1_000, "PRON": 1}
    counts: dict[int, Counter[str]] = {}
    for mention in named:
        counts.setdefault(mention.coref, Counter())[mention.text.lower()] += worth[mention.prop]
    return {number: count.most_common(1)[0][0] for number, count in counts.items()}
