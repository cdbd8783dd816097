"""The ledger: a file of corrections that is added to and taken from, while its reader may write in it by hand too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from unspoken.corrections import in_text
from unspoken.corrections.blocks import block_of, in_order, with_block, without_block
from unspoken.errors import BadCorrections
from unspoken.files import write_whole
from unspoken.layers.corrections import Correction

T = TypeVar("T")
TRIES = 5  # as often as somebody may save the file just while it is changed here


@dataclass(frozen=True)
class Step:
    """A change that was made: a correction that came (``added``) or went, as it is written, and its number."""

    added: bool
    correction: Correction
    block: str
    number: int


@dataclass
class Ledger:
    """Corrections in a file, with the steps made through this object, so that they can be taken back and made again.

    The file is read anew before each change, and written whole, so that what is changed by hand meanwhile is kept.
    Corrections have numbers from 1, in the order of the file.
    """

    path: Path
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def corrections(self) -> tuple[Correction, ...]:
        """What the file holds now; one that is not there holds none.

        Raises:
            BadCorrections: the file is not understood. So do all the others here, and change nothing then.
        """
        return in_order(in_text(self.path), str(self.path))

    def add(self, correction: Correction) -> bool:
        """Add a correction at the end.

        Returns:
            Whether it was added; one that is there already is not.

        Raises:
            BadCorrections: as above.
            BadOutput: the file cannot be written. So do all the others here.
        """
        if correction in self.corrections():
            return False
        self._step(self._write(Step(True, correction, block_of(correction), 0)))
        return True

    def remove(self, number: int) -> Correction:
        """Take a correction out by its number, and return it.

        Raises:
            BadCorrections: there is none of that number, or as above.
        """
        step = self._strike(number)
        self._step(step)
        return step.correction

    def undo(self) -> Step:
        """Take the last step back; where none was made here, the last correction of the file goes.

        Returns:
            What was done: the step the other way.

        Raises:
            BadCorrections: there is nothing to take back, or as above.
        """
        if not self.done:
            step = self._strike(self._last())
            self.undone.append(replace(step, added=True))
            return step
        made = self._turned(self.done[-1])
        self.undone.append(self.done.pop())
        return made

    def redo(self) -> Step:
        """Make the step again that was taken back last.

        Raises:
            BadCorrections: nothing was taken back, or as above.
        """
        if not self.undone:
            raise BadCorrections(str(self.path), "nothing was taken back", "take a correction back first")
        step = self.undone[-1]
        made = self._turned(replace(step, added=not step.added))
        self.done.append(self.undone.pop())
        return made

    def _step(self, step: Step) -> None:
        self.done.append(step)
        self.undone.clear()

    def _last(self) -> int:
        if found := self.corrections():
            return len(found)
        raise BadCorrections(str(self.path), "there is no correction to take back", "make one first")

    def _turned(self, step: Step) -> Step:
        """Do the contrary of a step, as far as the file as it is now asks for it."""
        now = self.corrections()
        if not step.added:
            back = replace(step, added=True)
            return back if step.correction in now else self._write(back)
        if step.correction not in now:
            return replace(step, added=False)
        return self._strike(len(now) - now[::-1].index(step.correction))

    def _write(self, step: Step) -> Step:
        self._change(lambda text: (with_block(text, step.block, str(self.path), step.number or None), None))
        return step

    def _strike(self, number: int) -> Step:
        def less(text: str) -> tuple[str, Step]:
            made, block = without_block(text, number, str(self.path))
            return made, Step(False, in_order(text, str(self.path))[number - 1], block, number)

        return self._change(less)

    def _change(self, change: Callable[[str], tuple[str, T]]) -> T:
        """Change the text of the file, again where it was saved by somebody else meanwhile."""
        for _ in range(TRIES):
            text = in_text(self.path)
            made, told = change(text)
            if in_text(self.path) == text:
                write_whole(self.path, made.encode())
                return told
        raise BadCorrections(str(self.path), "it is being changed by another program", "try again")
