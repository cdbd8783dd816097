"""Two ways to make inputs: hypothesis, from descriptions and seeds; atheris, by the lines of code that they reach."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fuzz.case import Finding

BATCH = 200  # examples; then hypothesis forgets, so that it does not grow
Try = Callable[[bytes], Finding | None]


@dataclass
class Run:
    """Tries inputs until a moment, and tells of each fault once."""

    attempt: Try
    tell: Callable[[Finding], None]
    until: float
    known: set[str] = field(default_factory=set)
    executions: int = 0

    @property
    def over(self) -> bool:
        """Is the time up?"""
        return time.monotonic() >= self.until

    def fresh(self, data: bytes) -> Finding | None:
        """Try an input; None too for a fault that was told of already."""
        self.executions += 1
        finding = self.attempt(data)
        return finding if finding and finding.signature not in self.known else None

    def found(self, finding: Finding) -> None:
        """Tell of a fault."""
        self.known.add(finding.signature)
        self.tell(finding)


class _Broken(Exception):
    """Raised through hypothesis, so that it looks for a smaller input."""


def by_hypothesis(run: Run, inputs: Any, seed: int) -> None:
    """Batches of examples until the time is up, each with a seed of its own."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded

    chosen = settings(
        max_examples=BATCH, database=None, deadline=None, phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False, print_blob=False,
    )  # fmt: skip
    batch = 0
    while not run.over:
        smallest: list[Finding] = []
        try:
            hunt = chosen(given(inputs)(_hunt(run, smallest)))  # type: ignore[no-untyped-call]
            seeded(seed * 1_000_003 + batch)(hunt)()
        except Exception as error:  # _Broken, or what hypothesis says of an input that breaks but now and then
            if not smallest:
                raise error
        for finding in smallest:
            run.found(finding)
        batch += 1


def _hunt(run: Run, smallest: list[Finding]) -> Callable[[bytes], None]:
    """What hypothesis calls: the first fault of a batch is hunted down, others wait for the next."""

    def once(data: bytes) -> None:
        finding = None if run.over else run.fresh(data)
        if finding and (not smallest or smallest[0].signature == finding.signature):
            smallest[:] = [finding]
            raise _Broken

    return once


def by_atheris(run: Run, seeds: Sequence[bytes], seed: int, folder: Path) -> None:
    """Inputs led by coverage, until the time is up. Does not return: the engine ends the process."""
    import atheris  # type: ignore[import-untyped,unused-ignore]

    corpus = folder / "corpus"
    corpus.mkdir()
    for number, data in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(data)

    def once(data: bytes) -> None:
        if finding := run.fresh(data):
            run.found(finding)

    left = max(1, int(run.until - time.monotonic()))
    arguments = [f"-max_total_time={left}", f"-seed={seed}", "-max_len=20000", "-verbosity=0", "-rss_limit_mb=0"]
    atheris.Setup([sys.argv[0], *arguments, f"-artifact_prefix={folder}/", str(corpus)], once)
    atheris.Fuzz()


def instrument(modules: Sequence[str]) -> None:
    """Import modules so that atheris sees which of their lines are reached; before anything else imports them."""
    from importlib import import_module

    import atheris

    with atheris.instrument_imports(include=list(modules)):
        for module in modules:
            import_module(module)
