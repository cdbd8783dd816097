"""Read many stories at once, in the way of scikit-learn, which need not be installed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from unspoken.adapters.transformer import Transformer
from unspoken.errors import UnspokenError
from unspoken.recipes import DEFAULT
from unspoken.story import Story

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Given = str | Path | Story
Read = tuple[Story | None, type[UnspokenError] | None, str]


class Reader(Transformer):
    """From files or texts to stories."""

    def __init__(
        self,
        *,
        recipe: str = DEFAULT,
        speaker_threshold: float | None = None,
        errors: Literal["raise", "skip"] = "raise",
        n_jobs: int | None = None,
    ) -> None:
        """Keep how to read.

        Args:
            recipe: the named list of stages to run.
            speaker_threshold: the probability below which nobody is named as a speaker.
            errors: what to do with what cannot be read: ``raise``, or ``skip``, which gives None in its place.
            n_jobs: how many processes read at once; None or 1: this one; -1: as many as there are processors. A
                program that starts processes has to stand under ``if __name__ == "__main__":``.
        """
        self.recipe = recipe
        self.speaker_threshold = speaker_threshold
        self.errors = errors
        self.n_jobs = n_jobs

    def transform(self, X: Iterable[Given]) -> list[Story | None]:
        """Read each item, as `unspoken.read` does; what is a story already is handed on.

        Args:
            X: paths, texts, or stories.

        Returns:
            One story for each item, in their order; None where it could not be read and ``errors`` is ``skip``.

        Raises:
            UnspokenError: an item cannot be read, and ``errors`` is ``raise``; what stands in ``errors`` or ``n_jobs``
                is nothing known.
        """
        if isinstance(X, str | Path | Story):
            raise UnspokenError("a list of files or texts is wanted, not a single one; write [it]")
        if self.errors not in ("raise", "skip"):
            raise UnspokenError(f"errors={self.errors!r} is not known; give 'raise' or 'skip'")
        return [self._kept(*read) for read in self._all([*X])]

    def fit_transform(self, X: Iterable[Given], y: Any = None) -> list[Story | None]:
        """The same as `transform`."""
        return self.transform(X)

    def get_feature_names_out(self, input_features: Any = None) -> npt.NDArray[np.object_]:
        """What comes out is a story, in one column."""
        import numpy as np

        return np.array(["story"], dtype=object)

    def _kept(self, story: Story | None, failure: type[UnspokenError] | None, message: str) -> Story | None:
        if failure is not None and self.errors == "raise":
            error: UnspokenError = failure.__new__(failure, message)  # its constructor would want the parts
            raise error
        return story

    def _all(self, items: list[Given]) -> Iterator[Read]:
        """Read what is no story yet, in this process or in several."""
        wanted = [item for item in items if not isinstance(item, Story)]
        with _mapping(min(_processes(self.n_jobs), len(wanted))) as each:
            reads = iter(each(partial(_read, recipe=self.recipe, speaker_threshold=self.speaker_threshold), wanted))
            for item in items:
                yield (item, None, "") if isinstance(item, Story) else next(reads)


def _read(item: str | Path, recipe: str, speaker_threshold: float | None) -> Read:
    """Read one item. Errors that are meant for a user come back as class and message, which any process can send."""
    from unspoken import reading

    if not isinstance(item, str | Path):
        return None, UnspokenError, f"a {type(item).__name__} was given, not a path, a text or a story"
    try:
        return reading.read(item, recipe=recipe, speaker_threshold=speaker_threshold), None, ""
    except UnspokenError as error:
        return None, type(error), str(error)


@contextmanager
def _mapping(processes: int) -> Iterator[Callable[..., Iterable[Any]]]:
    """What maps a function over items, in order: of this process, or of several that end when this does."""
    if processes <= 1:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))  # a fork would copy the network's threads
    try:
        yield pool.map
    finally:
        pool.shutdown(cancel_futures=True)


def _processes(n_jobs: int | None) -> int:
    """How many processes are meant; what is below zero counts down from all processors, as scikit-learn has it."""
    if n_jobs == 0:
        raise UnspokenError("n_jobs=0 reads nothing; give 1 or more, or -1 for all processors")
    if n_jobs is None or n_jobs > 0:
        return n_jobs or 1
    return max(1, (os.cpu_count() or 1) + 1 + n_jobs)
