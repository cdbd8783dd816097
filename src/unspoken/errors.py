"""What can go wrong, one small class a problem. Each message says what was wrong, what was there, what to do next."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST = 300  # characters that a message quotes


def quoted(what: object) -> str:
    """Words from outside for a message, which is one line: short, and without what does not print."""
    words = str(what)
    words = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return "".join(c if c.isprintable() else " " for c in words)


class UnspokenError(Exception):
    """Base of all errors that are meant for a user: one line, no traceback, exit code 2."""


class MissingLayer(UnspokenError):
    """A layer was asked for that is not there."""

    def __init__(self, name: str, there: Sequence[str]) -> None:
        found = ", ".join(there) or "none"
        super().__init__(f"the layer {name!r} is not there (there are: {found}); run its stage first")


class BadPipeline(UnspokenError):
    """Stages that cannot be put into an order, or a stage that is not in the table."""


class BadInput(UnspokenError):
    """A file that cannot be read as a story: empty, binary, broken, too large."""

    def __init__(self, name: str, what: str, remedy: str = "") -> None:
        super().__init__(f"{name}: {what}" + (f"; {remedy}" if remedy else ""))


class BadStory(UnspokenError):
    """A file that should hold a story document (JSON) and does not."""


class BadOutput(UnspokenError):
    """Somewhere to write that cannot be written to, or that would be overwritten."""


class BadLibrary(UnspokenError):
    """A file that should hold a library of works and does not, or a library without what was asked for."""


class BrokenModel(UnspokenError):
    """Weights of the package that are missing or damaged."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"the model {name!r} cannot be used: {what}; install unspoken anew")


class BadCorrections(UnspokenError):
    """A file of corrections that is not understood."""

    def __init__(self, name: str, what: str, remedy: str) -> None:
        super().__init__(f"{name}: {what}; {remedy}")


class BadHelper(UnspokenError):
    """A helper that cannot be asked, or whose address is not one of this machine."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")


class MissingLibrary(UnspokenError):
    """A library that an optional part needs, and that is not installed; ``extra`` is what brings it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"this needs {library}, which is not installed; run pip install 'unspoken[{extra}]'")
