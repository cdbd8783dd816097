"""``unspoken fix ...``: write corrections into the file beside a story."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from unspoken.corrections.places import Words

app = typer.Typer(
    help="Correct what is read in a story: who is who, who speaks, what is wrong. Kept beside the story, by its words.",
    no_args_is_help=True,
)
Story = Annotated[Path, typer.Argument(metavar="FILE", help="The story.")]
Names = Annotated[list[str], typer.Argument(metavar="NAME...", help="Two names or more, as the story writes them.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As the story writes it.")]
Who = Annotated[str, typer.Argument(metavar="WHO", help="A name of the one who is meant.")]
Line = Annotated[str, typer.Argument(metavar="WORDS", help="Words of the quotation.")]
Passage = Annotated[str, typer.Argument(metavar="PASSAGE", help="A few words of the story with the name in them.")]
Shown = Annotated[str, typer.Argument(metavar="AS", help="The name to show; it need not be in the story.")]
Claim = Annotated[
    str,
    typer.Argument(metavar="CLAIM", help="feelings, attitudes, relationships, events, beliefs or gaps."),
]
Evidence = Annotated[str, typer.Argument(metavar="PASSAGE", help="Words of the story that it rests on.")]
Whose = Annotated[str, typer.Option("--who", metavar="NAME", help="Whose feeling, belief, deed it is.")]
About = Annotated[str, typer.Option("--about", metavar="NAME", help="Towards or about whom.")]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", help="The emotion, or the kind of relationship.")]
Number = Annotated[int | None, typer.Argument(metavar="[N]", help="Its number in `unspoken fix list`.")]
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


@app.command()
def called(file: Story, name: Name, shown: Shown) -> None:
    """Show the one who is called NAME under another name."""
    _add(file, {"name": name, "as": shown}, "called", [name])


@app.command()
def wrong(
    file: Story,
    claim: Claim,
    passage: Evidence = "",
    who: Whose = "",
    about: About = "",
    kind: Kind = "",
    after: After = "",
) -> None:
    """What is claimed from these words, or of these people, is wrong: leave it out, and what follows from it."""
    entry = {"claim": claim, "passage": passage, "who": who, "about": about, "kind": kind, "after": after}
    _add(file, entry, "wrong", [name for name in (who, about) if name], passage, after)


@app.command("list")
def show(file: Story) -> None:
    """Print the corrections of a story, with their numbers."""
    from unspoken.cli import terminal
    from unspoken.corrections import described
    from unspoken.corrections.ledger import Ledger

    with _told(file) as path:
        told = [f"{n}. {described(c)}" for n, c in enumerate(Ledger(path).corrections(), 1)]
        terminal.say("\n".join(told or [f"{path} holds no corrections"]) + "\n")


@app.command()
def undo(file: Story, number: Number = None) -> None:
    """Take a correction back: the last one in the file, or that of a number."""
    from unspoken.cli import terminal
    from unspoken.corrections import described
    from unspoken.corrections.ledger import Ledger

    with _told(file) as path:
        ledger = Ledger(path)
        gone = ledger.undo().correction if number is None else ledger.remove(number)
        terminal.remark(str(path), f"took back {described(gone)}")


@contextmanager
def _told(file: Path) -> Iterator[Path]:
    """Where the corrections of a story are; errors that are meant for a user end the program with exit code 2."""
    from unspoken.cli import terminal
    from unspoken.cli.inputs import one_file
    from unspoken.cli.work import BAD, OURS, fault
    from unspoken.corrections import beside
    from unspoken.errors import UnspokenError

    try:
        one_file(file, "check the path")
        yield beside(file)
    except UnspokenError as error:
        terminal.remark("", str(error))
        raise typer.Exit(BAD) from None
    except Exception as error:
        fault(str(file), error, debug=False)
        raise typer.Exit(OURS) from None


def _add(file: Path, entry: dict[str, Any], kind: str, names: list[str], passage: str = "", after: str = "") -> None:
    """Add a correction whose words are in the story."""
    from unspoken.cli import terminal
    from unspoken.corrections import correction, described, folded
    from unspoken.corrections.ledger import Ledger
    from unspoken.corrections.places import Words
    from unspoken.layers.corrections import Renamed
    from unspoken.sources import document_from_path

    with _told(file) as path:
        _unread(file)
        made = correction(kind, entry, "what you gave")
        ledger = Ledger(path)
        given = {folded(c.shown) for c in ledger.corrections() if isinstance(c, Renamed)}
        own = [name for name in names if folded(name) not in given]
        _seen(Words(document_from_path(file).text), file, own, passage, after)
        added = ledger.add(made)
        terminal.remark(str(path), described(made) + "; that was there already" * (not added))


def _unread(file: Path) -> None:
    """Corrections are followed in reading, so a model that is read already has no use for them.

    Raises:
        BadInput: it is one.
    """
    from unspoken.errors import BadInput
    from unspoken.exports.json import begins_as_document, is_document

    with file.open("rb") as opened:
        head = opened.read(64)
        if begins_as_document(head) and is_document(head + opened.read()):
            raise BadInput(str(file), "it was read before, so corrections cannot be followed", "give the story itself")


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
