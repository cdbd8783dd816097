"""One case: an input that is tried, what was promised of it, and what was found instead."""

from __future__ import annotations

import hashlib
import io
import time
import traceback
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fuzz.cage import Cage
from unspoken.errors import UnspokenError

LONGEST_MESSAGE = 2000
BOOK = 20_000_000  # bytes of its text with all tags


@dataclass(frozen=True)
class Target:
    """A door that input comes in by.

    ``check`` takes the bytes and an empty folder; it raises UnspokenError where it refuses them, and AssertionError
    where a result is not sound. ``seconds`` of the processor may be taken by any input, and ``per_megabyte`` more.
    """

    name: str
    check: Callable[[bytes, Path], None]
    seconds: float = 3.0
    per_megabyte: float = 4.0

    def allowed(self, data: bytes) -> float:
        """Seconds of the processor for an input."""
        return self.seconds + self.per_megabyte * size(data) / 1_000_000


@dataclass(frozen=True)
class Finding:
    """A promise that was broken; ``signature`` is the same for what is likely the same fault."""

    target: str
    signature: str
    what: str
    data: bytes

    @property
    def digest(self) -> str:
        """Names the fault in files."""
        return hashlib.sha256(f"{self.target} {self.signature}".encode("utf-8", "replace")).hexdigest()[:12]


def size(data: bytes) -> int:
    """Bytes of an input; of an archive those that it unpacks to, as far as a book may have as many."""
    if not data.startswith(b"PK"):
        return len(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return max(len(data), min(BOOK, sum(info.file_size for info in archive.infolist())))
    except Exception:  # as many kinds as there are ways to break an archive
        return len(data)


def tried(target: Target, data: bytes, cage: Cage) -> Finding | None:
    """Try an input; None where every promise was kept."""
    began, broken = time.process_time(), None
    with cage:
        try:
            target.check(data, cage.folder)
        except UnspokenError as error:
            broken = _unclear(error)
        except BaseException as error:  # MemoryError and SystemExit too
            if isinstance(error, KeyboardInterrupt):
                raise
            broken = (_signature(error), "".join(traceback.format_exception(error)))
    took = time.process_time() - began
    if broken is None and (strays := cage.strays()):
        broken = (f"stray {strays[0].split()[0]}", "\n".join(strays))
    if broken is None and took > target.allowed(data):
        broken = ("slow", f"{took:.1f} s of the processor for {len(data):,} bytes")
    return Finding(target.name, *broken, data) if broken else None


def _unclear(error: UnspokenError) -> tuple[str, str] | None:
    """An error that is no single line which can be printed."""
    message = str(error)
    try:
        message.encode()
    except UnicodeEncodeError:
        return f"unprintable {type(error).__name__}", repr(message)
    if len(message.splitlines()) != 1 or len(message) > LONGEST_MESSAGE:
        return f"no line {type(error).__name__} {_place(error)}", repr(message[: 2 * LONGEST_MESSAGE])
    return None


def _signature(error: BaseException) -> str:
    return f"{type(error).__name__} {_place(error)}"


def _place(error: BaseException) -> str:
    """The innermost line of the project that an error came through, as a file and a function."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "site-packages" not in f.filename]
    inner = next((f for f in reversed(frames) if "unspoken" in f.filename), frames[-1] if frames else None)
    return f"{Path(inner.filename).name}:{inner.name}" if inner else "nowhere"
