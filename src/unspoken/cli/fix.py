"""``unspoken fix ...``: write corrections into the file beside a story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from unspoken.corrections.places import Words

app = typer.Typer(
    help="Correct what is read in a story: who is who, and who speaks. Corrections are kept beside it, by its words.",
    no_args_is_help=True,
)
Story = Annotated[Path, typer.Argument(metavar="FILE", help="The story.")]
Names = Annotated[list[str], typer.Argument(metavar="NAME...", help="Two names or more, as the story writes them.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As the story writes it.")]
Who = Annotated[str, typer.Argument(metavar="WHO", help="A name of the one who is meant.")]
Line = Annotated[str, typer.Argument(metavar="WORDS", help="Words of the quotation.")]
Passage = Annotated[str, typer.Argument(metavar="PASSAGE", help="A few words of the story with the name in them.")]
After = Annotated[str, typer.Option("--after", metavar="WORDS", help="Words shortly before, if they come twice.")]


@app.command()
def same(file: Story, names: Names) -> None:
    """These names all mean one person."""
    _add(file, {"people": names}, "same", names)


@app.command()
def apart(file: Story, names: Names) -> None:
    """No two of these names mean one person."""
    _add(file, {"people": names}, "apart", names)


@app.command()
def nobody(file: Story, name: Name) -> None:
    """This name is no person's."""
    _add(file, {"name": name}, "nobody", [name])


@app.command()
def speaker(file: Story, words: Line, who: Who, after: After = "") -> None:
    """These words are said by that person."""
    _add(file, {"quotation": words, "who": who, "after": after}, "speaker", [who], words, after)


@app.command()
def meant(file: Story, passage: Passage, name: Name, who: Who, after: After = "") -> None:
    """In this passage a name or a pronoun means that person."""
    entry = {"passage": passage, "name": name, "who": who, "after": after}
    _add(file, entry, "meant", [name], passage, after)


@app.command("list")
def show(file: Story) -> None:
    """Print the corrections of a story."""
    from unspoken.cli import terminal
    from unspoken.corrections import described, read_corrections

    with _told(file) as path:
        told = [described(c) for c in read_corrections(path)] or [f"{path} holds no corrections"]
        terminal.say("\n".join(told) + "\n")


@app.command()
def undo(file: Story) -> None:
    """Take the last correction in the file back."""
    from unspoken.cli import terminal
    from unspoken.cli.outputs import write_whole
    from unspoken.corrections import read_corrections
    from unspoken.errors import BadInput

    with _told(file) as path:
        if not read_corrections(path):
            raise BadInput(str(path), "there is no correction to take back")
        text = path.read_text(encoding="utf-8")
        blocks = [m.start() for m in re.finditer(r"(?m)^\s*\[\[", text)]
        if not blocks:
            raise BadInput(str(path), "its corrections are not written as blocks", "take one out by hand")
        last = blocks[-1]
        write_whole(path, text[:last].encode())
        terminal.remark(str(path), f"took back {' '.join(text[last:].split())}")


@contextmanager
def _told(file: Path) -> Iterator[Path]:
    """Where the corrections of a story are; errors that are meant for a user end the program with exit code 2."""
    from unspoken.cli import terminal
    from unspoken.corrections import beside
    from unspoken.errors import BadInput, UnspokenError

    try:
        if not file.is_file():
            raise BadInput(str(file), "there is no such file", "check the path")
        yield beside(file)
    except UnspokenError as error:
        terminal.remark("", str(error))
        raise typer.Exit(2) from None


def _add(file: Path, entry: dict[str, Any], kind: str, names: list[str], passage: str = "", after: str = "") -> None:
    """Add a correction whose words are in the story."""
    from unspoken.cli import terminal
    from unspoken.cli.outputs import write_whole
    from unspoken.corrections import correction, described, read_corrections, written
    from unspoken.corrections.places import Words
    from unspoken.sources import document_from_path

    with _told(file) as path:
        made = correction(kind, entry, "what you gave")
        _seen(Words(document_from_path(file).text), file, names, passage, after)
        if made not in read_corrections(path):
            before = path.read_text(encoding="utf-8").rstrip() if path.exists() else ""
            write_whole(path, f"{before}\n\n{written([made])}".lstrip().encode())
        terminal.remark(str(path), described(made))


def _seen(words: Words, file: Path, names: list[str], passage: str, after: str) -> None:
    from unspoken.errors import BadInput

    for name in names:
        told = name.casefold() in ("i", "the narrator", "narrator")
        if not (told or words.places(name, "") or words.places(f"{name}'s", "")):
            raise BadInput(str(file), f"the words {name!r} are not in it", "write the name as the story does")
    found = len(words.places(passage, after)) if passage else 1
    if not found:
        raise BadInput(str(file), f"the words {passage!r} are not in it", "copy a few words from the story")
    if found > 1:
        raise BadInput(str(file), f"the words {passage!r} come {found} times", "add --after with words before them")
