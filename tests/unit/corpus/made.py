"""Works, records and an engine without a network, for the tests of data sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.stories.wrong_door import story
from unspoken.corpus.run import Job, Todo
from unspoken.corpus.work import Record, Settings, Work, failed, pack
from unspoken.views.tables import tables


def record(work: Work, *, json: bool = False) -> Record:
    """What would be read, were every work the same story; one that is named empty has nothing in it."""
    if "empty" in work.id:
        return failed(work, f"{work.name}: the file is empty; give a file with a story")
    told = {name: msgspec.msgpack.encode(cells) for name, cells in tables(story(), work.id).items()}
    return Record(work.id, work.name, work.size, work.metadata, 12, told, b"{}" if json else None)


def engine(todo: Todo, settings: Settings) -> Iterator[tuple[int, bytes]]:
    """Reads works in their order."""
    for number, work in todo:
        yield number, pack(record(work, json=settings.json))


class Deaf:
    """Is told of everything, and keeps how much there was to do."""

    def __init__(self) -> None:
        self.works = self.done_works = 0

    def begin(self, works: int, size: int) -> None:
        self.works = works

    def done(self, record: Record) -> None:
        self.done_works += 1


def job(folder: Path, out: str, *, works: int = 5, part: int = 2, resume: bool = False, json: bool = True) -> Job:
    """A job over some works, one of them empty, which are made if need be."""
    given = folder / "in"
    given.mkdir(exist_ok=True)
    for number in range(works):
        (given / f"{number}{'-empty' if number == 3 else ''}.txt").write_text("Words.")
    return Job((str(given),), folder / out, Settings(json=json), part, resume)


def files(out: Path) -> dict[str, bytes]:
    """All files in a folder, hidden ones too."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
