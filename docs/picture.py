"""Draws the README's picture from what the program prints: ``python -m docs.picture OUT.svg``."""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import unspoken
from unspoken.exports.report import report

STORY = Path(unspoken.__file__).parent / "resources" / "stories" / "cider-press.txt"
WIDTH = 100
SHOWN = ("cast", "relationships", "misunderstandings")
INK, FAINT, PAGE = (52, 48, 44), (120, 112, 104), (252, 250, 245)
COLOURS = [(176, 58, 46), (63, 116, 71), (154, 107, 15), (46, 92, 138), (122, 71, 130), (32, 117, 122)]
PAPER = TerminalTheme(PAGE, INK, [INK, *COLOURS, FAINT], [FAINT, *COLOURS, INK])


def draw(story: unspoken.Story) -> str:
    """The printed view of a story as an SVG image that loads nothing from elsewhere."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi("$ unspoken read cider-press.txt", style="dim"))
    console.print(Text.from_ansi(report(story, only=SHOWN, width=WIDTH, colour=True)), end="")
    drawn = console.export_svg(title="unspoken", theme=PAPER, unique_id="unspoken")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(draw(unspoken.read(STORY)), encoding="utf-8")
