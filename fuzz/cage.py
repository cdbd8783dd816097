"""The cage: an empty folder to work in, and a watch on all that reaches out of it."""

from __future__ import annotations

import os
import resource
import shutil
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FORBIDDEN = frozenset({
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec",
    "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "urllib.Request", "webbrowser.open",
})  # fmt: skip
CHANGING = frozenset({
    "os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "shutil.rmtree", "shutil.move", "shutil.copyfile",
})  # fmt: skip


class Cage:
    """A context in which a case runs; what was done beyond its folder is in ``strays`` afterwards.

    An audit hook cannot be taken away again, so one process has one cage.
    """

    def __init__(self, above: Path) -> None:
        """Make the cage; its folder comes to be in ``above``, which has to be empty but for it."""
        self.folder = above / "cage"
        self._above, self._closed, self._strays = above, False, list[str]()
        self._around = self._listing()
        sys.addaudithook(self._seen)

    def __enter__(self) -> Cage:
        if not self.folder.exists() or os.listdir(self.folder):
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir()
        self._strays.clear()
        self._closed = True
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closed = False
        if (now := self._listing()) != self._around:
            self._strays += [f"left {name}" for name in sorted(now ^ self._around)]
            self._around = now

    def strays(self) -> list[str]:
        """What the last case did outside its folder, one line each."""
        return list(self._strays)

    def _listing(self) -> frozenset[str]:
        return frozenset(name for name in os.listdir(self._above) if name != self.folder.name)

    def _seen(self, event: str, given: tuple[Any, ...]) -> None:
        if not self._closed:
            return
        if event in FORBIDDEN:
            self._strays.append(f"{event} {given!r:.200}")
        elif (event == "open" and _writes(given[1], given[2])) or event in CHANGING:
            paths = [given[0]] if event == "open" else [p for p in given if isinstance(p, str | bytes | os.PathLike)]
            self._strays += [f"{event} {path!r:.200}" for path in paths if not self._inside(path)]

    def _inside(self, path: Any) -> bool:
        if isinstance(path, int):  # a descriptor that was opened before
            return True
        real, own = os.path.realpath(os.fsdecode(path)), os.path.realpath(self.folder)
        return real in (os.devnull, own) or real.startswith(f"{own}{os.sep}")


def _writes(mode: Any, flags: Any) -> bool:
    if isinstance(mode, str):
        return bool(set(mode) & set("wax+"))
    return isinstance(flags, int) and bool(flags & WRITING)


def bound_memory(mebibytes: int) -> None:
    """Let this process have so much address space and no more: what needs more ends in a MemoryError."""
    resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))


def peak() -> float:
    """Most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
