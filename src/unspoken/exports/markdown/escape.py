"""Words of a story as Markdown that means just those words, whatever stands in them."""

from __future__ import annotations

import re

from unspoken.exports.outline.guide import printable

# Marks of CommonMark, of tables and struck words, and of what others add: formulas, attributes, highlights, comments.
_MARKS = re.compile(r"[\\`*_\[\]{}<>&|~#$^]|==|%%|:(?=//|[\w+-]+:)")
_OPENING = re.compile(
    r"[-+=](?=\s|[-+=]|$)|\d{1,9}(?=[.)](?:\s|$))"
)  # what at the start of a line begins a list or a rule


def escaped(text: str) -> str:
    """One line of text with every mark of Markdown taken as itself; control characters are left out."""
    text = _MARKS.sub(lambda found: "\\" + found.group(), printable(text))
    if opening := _OPENING.match(text):
        end = opening.end()
        return f"{text[:end]}\\{text[end:]}" if text[0].isdigit() else f"\\{text}"
    return text
