"""Ray, started on this machine or found at an address, and left as it was."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from unspoken.corpus.limits import TimeIsUp, limited
from unspoken.errors import MissingLibrary, UnspokenError

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # it reports nothing to anybody
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # graphics cards are left alone, and not warned of
    "RAY_BACKEND_LOG_LEVEL": "fatal",  # what goes wrong is told in one line, here
}

PATIENCE = 60  # seconds until a cluster that does not answer is given up


class NoCluster(UnspokenError):
    """Ray that cannot be started, cannot be reached, or is too small."""


@contextmanager
def connected(address: str | None, workers: int) -> Iterator[int]:
    """Ray, to be used within; what is begun here is ended here.

    Args:
        address: of a cluster, or ``auto``; None: one is started on this machine, for itself alone.
        workers: how many processes are to read; 0: as many as there are processors, less one.

    Yields:
        How many may read. One processor more is declared, or kept free, for what brings the works: where readers hold
        all, Ray waits for ever.

    Raises:
        MissingLibrary: Ray is not installed.
        NoCluster: it cannot be started or reached, or has too few processors.
    """
    with _environment(_QUIET if address or "ray" in sys.modules else _QUIET | _locked()):
        ray = _ray()
        begun = not ray.is_initialized()
        place = Path(tempfile.mkdtemp(prefix="ray-", dir="/tmp" if Path("/tmp").is_dir() else None))
        try:
            if begun:
                with _hushed():
                    _begin(ray, address, workers, place)
                logging.getLogger("ray.data").setLevel(logging.CRITICAL)
            yield _enough(int(ray.cluster_resources().get("CPU", 0)) - 1, workers)
        finally:
            if begun:
                ray.shutdown()
            shutil.rmtree(place, ignore_errors=True)


def _ray() -> Any:
    """Ray, which is imported only now, for it looks at the environment then."""
    try:
        import_module("ray.data")
        return import_module("ray")
    except ImportError:
        raise MissingLibrary("Ray Data", "ray") from None


def _begin(ray: Any, address: str | None, workers: int, place: Path) -> None:
    where: dict[str, Any] = {"address": address}
    if address is None:
        processors = (workers or os.cpu_count() or 1) + 1
        where = {"address": "local", "num_cpus": processors, "num_gpus": 0, "include_dashboard": False}
        where["_temp_dir"] = str(place)
    what = "Ray cannot be started here" if address is None else f"there is no Ray at {address}"
    try:
        with limited(PATIENCE):
            ray.init(**where, log_to_driver=False, logging_level=logging.ERROR)
    except TimeIsUp:
        raise NoCluster(f"{what} (no answer in {PATIENCE} seconds); check its address and its secret") from None
    except Exception as error:
        told = " ".join(str(error).split())[:200]
        raise NoCluster(f"{what} ({told}); see that it runs, and that its version is the same") from None


def _locked() -> dict[str, str]:
    """Ray listens to the whole network; with these, only to who knows a secret, which its own processes inherit."""
    return {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}


@contextmanager
def _environment(wanted: dict[str, str]) -> Iterator[None]:
    """Variables for this process and those that it starts, where they are not set otherwise; later as before."""
    new = {name: value for name, value in wanted.items() if name not in os.environ}
    os.environ.update(new)
    try:
        yield
    finally:
        for name in new:
            os.environ.pop(name, None)


@contextmanager
def _hushed() -> Iterator[None]:
    """Nothing on standard error, where Ray would tell how little it is to tell."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _enough(free: int, workers: int) -> int:
    if free < max(workers, 1):
        what = f"{workers} processes that read" if workers else "a process that reads"
        raise NoCluster(
            f"the cluster has {free + 1} processors, which is too few for {what} and one that brings the works; "
            f"use {f'--workers {free}' if free > 0 else 'ray start --num-cpus 2'}"
        )
    return workers or free
