"""Do one thing with each input: one bad input does not stop the rest, and the exit code tells."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from unspoken.cli import terminal
from unspoken.cli.inputs import Input, gather
from unspoken.cli.options import Options
from unspoken.cli.outputs import STANDARD_OUTPUT, targets, write_whole
from unspoken.cli.progress import Progress
from unspoken.cli.stories import Load
from unspoken.errors import UnspokenError

if TYPE_CHECKING:
    from unspoken.story import Story

GOOD, OURS, BAD, INTERRUPTED = 0, 1, 2, 130
HandOver = Callable[["Story", Input, int], None]
Prepare = Callable[[Sequence[Input], bool], HandOver]
Files = tuple[Path | None, Path | None]


def work(arguments: list[str], suffixes: frozenset[str], load: Load, options: Options) -> int:
    """Load a story from each input and write or print it.

    Returns:
        The exit code of `each`.
    """

    def prepare(inputs: Sequence[Input], single: bool) -> HandOver:
        files = _files(inputs, options, single=single)
        return lambda story, item, number: _hand_over(story, item, number, files[number], options)

    return each(arguments, suffixes, load, prepare, quiet=options.quiet, debug=options.debug)


def each(
    arguments: list[str], suffixes: frozenset[str], load: Load, prepare: Prepare, *, quiet: bool, debug: bool
) -> int:
    """Load a story from each input and hand it over.

    Args:
        arguments: files and folders.
        suffixes: of the files that are looked for in folders.
        load: from an input to a story.
        prepare: called with the inputs and whether only one was named, before any is loaded; gives what takes a
            story, its input and the input's number.
        quiet: show no progress.
        debug: show the traceback of a fault of ours.

    Returns:
        The exit code: 0 all good, 1 a fault of ours, 2 an input or an output that is no good, 130 interrupted.
    """
    try:
        inputs, errors = gather(arguments, suffixes)
        for error in errors:
            terminal.remark("", str(error))
        try:
            hand_over = prepare(inputs, len(inputs) + len(errors) <= 1)
        except UnspokenError as error:
            terminal.remark("", str(error))
            return BAD
        except Exception as error:
            fault("", error, debug=debug)
            return OURS
        progress = Progress(inputs, wanted=not quiet)
        codes = [_one(item, n, load, hand_over, progress, debug) for n, item in enumerate(inputs)]
    except KeyboardInterrupt:
        return INTERRUPTED
    return OURS if OURS in codes else BAD if errors or BAD in codes else GOOD


def _files(inputs: Sequence[Input], options: Options, *, single: bool) -> list[Files]:
    from unspoken.errors import BadOutput

    jsons = targets(inputs, options.json, ".json", single=single)
    pages = targets(inputs, options.html, ".html", single=single)
    for a, b in zip(jsons, pages, strict=True):
        if a is not None and a == b:
            raise BadOutput(f"{a}: both --json and --html would be written to it; name two places")
    return list(zip(jsons, pages, strict=True))


def _one(item: Input, number: int, load: Load, hand_over: HandOver, progress: Progress, debug: bool) -> int:
    def act() -> None:
        with progress.on(number, item.name) as callback:
            story = load(item, callback)
        hand_over(story, item, number)

    return attempted(item.name, act, debug=debug)


def attempted(name: str, act: Callable[[], None], *, debug: bool) -> int:
    """Do something with one input; what is wrong with it is told in one line.

    Returns:
        The exit code: 0 good, 1 a fault of ours, 2 an input or an output that is no good.
    """
    try:
        act()
    except UnspokenError as error:
        terminal.remark(name, str(error))
        return BAD
    except (OSError, MemoryError) as error:
        terminal.remark(name, f"cannot be read ({_reason(error)})")
        return BAD
    except Exception as error:
        fault(name, error, debug=debug)
        return OURS
    return GOOD


def fault(name: str, error: Exception, *, debug: bool) -> None:
    """Tell of a fault of ours in one line; with ``debug``, after its traceback."""
    if debug:
        import traceback

        traceback.print_exception(error)
    terminal.remark(name, f"a fault of ours ({_reason(error)}); please report it, with what --debug shows")


def _hand_over(story: Story, item: Input, number: int, files: Files, options: Options) -> None:
    """Write what is to be written, then print what is to be printed."""
    json, page = files
    if json is not None:
        from unspoken.exports.json import encode

        write(json, encode(story) + b"\n" * (json == STANDARD_OUTPUT))
    if page is not None:
        from unspoken.exports.html import page as made

        write(page, made(story, only=options.only, everything=options.everything).encode())
    if options.quiet:
        return
    printed = json is None and page is None
    if not (printed and sys.stdout.isatty()):  # otherwise the report shows them
        for warning in story.source.warnings:
            terminal.remark(item.name, f"note: {warning}")
    if printed:
        from unspoken.exports.report import PLAIN_WIDTH, report

        width = terminal.width() or PLAIN_WIDTH
        text = report(story, only=options.only, everything=options.everything, width=width, colour=terminal.colourful())
        terminal.say("\n\n" * bool(number) + text)
    else:
        written = [str(path) for path in files if path not in (None, STANDARD_OUTPUT)]
        if written:
            terminal.remark(item.name, f"wrote {' and '.join(written)}")


def write(path: Path, data: bytes) -> None:
    """Write to a file, or to standard output."""
    if path == STANDARD_OUTPUT:
        terminal.say_bytes(data)
    else:
        write_whole(path, data)


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    return f"{type(error).__name__}: {error}"[:200]
