"""A data set is made whole, or gone on with: the same bytes wherever a run was stopped, and nothing mixed."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

from tests.stories.wrong_door import story
from tests.unit.corpus.made import Deaf, engine, files, job
from unspoken.corpus.lock import locked
from unspoken.corpus.manifest import Totals
from unspoken.corpus.run import Todo, failures, run
from unspoken.corpus.work import Settings
from unspoken.errors import BadInput, BadOutput, UnspokenError


class Killed(BaseException):
    """Stands for the end of the process."""


def test_a_data_set_has_all_works_in_order_and_tells_of_failures(tmp_path: Path) -> None:
    made = job(tmp_path, "out")
    assert run(made, engine, Deaf()) == Totals(5, 1, 4 * story().source.words)
    read = parquet.read_table(made.out / "works")
    assert read["work"].to_pylist() == ["0.txt", "1.txt", "2.txt", "4.txt"]
    assert parquet.read_table(made.out / "inputs")["work"].to_pylist()[3] == "3-empty.txt"
    assert failures(made.out, 9) == [("3-empty.txt", "the file is empty; give a file with a story")]
    assert len([*(made.out / "quotes").iterdir()]) == 3
    assert {name.split("/")[0] for name in files(made.out)} >= {"manifest.json", "json", "gaps", "failures"}
    assert not [name for name in files(made.out) if "/." in f"/{name}"]


def test_the_order_in_which_works_come_changes_nothing(tmp_path: Path) -> None:
    def backwards(todo: Todo, settings: Settings) -> Iterator[tuple[int, bytes]]:
        yield from reversed([*engine(todo, settings)])

    run(job(tmp_path, "a"), engine, Deaf())
    run(job(tmp_path, "b"), backwards, Deaf())
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_killed_before_any_file_appears_it_goes_on_to_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(job(tmp_path, "never", works=4, part=3), engine, Deaf())
    wanted, replace, unlink = files(tmp_path / "never"), os.replace, os.unlink

    def left(path: str, **options: int) -> None:
        """A process that is killed clears away nothing that it was writing."""
        if not str(path).endswith(".partial"):
            unlink(path, **options)

    moment, ended = 0, False
    while not ended:
        made, room = job(tmp_path, f"out-{moment}", works=4, part=3), [moment]

        def deadly(source: str, target: Path, room: list[int] = room) -> None:
            room[0] -= 1
            if room[0] < 0:
                raise Killed
            replace(source, target)

        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", deadly)
            patched.setattr(os, "unlink", left)
            try:
                run(made, engine, Deaf())
                ended = True
            except Killed:
                pass
        run(job(tmp_path, made.out.name, works=4, part=3, resume=True), engine, Deaf())
        assert files(made.out) == wanted, moment
        moment += 1
    assert moment > 40


def test_what_is_read_is_not_read_again(tmp_path: Path) -> None:
    def stops(todo: Todo, settings: Settings) -> Iterator[tuple[int, bytes]]:
        answers = engine(todo, settings)
        yield from (next(answers) for _ in range(3))
        raise Killed

    with pytest.raises(Killed):
        run(job(tmp_path, "out"), stops, Deaf())
    listener = Deaf()
    run(job(tmp_path, "out", resume=True), engine, listener)
    assert (listener.works, listener.done_works) == (2, 2)


@pytest.mark.parametrize(
    ("change", "told"),
    [({"resume": False}, "holds a data set already"), ({"json": False}, "json true, now false"),
     ({"part": 3}, "part 2, now 3"), ({"works": 6}, "inputs")],
)  # fmt: skip
def test_another_run_is_refused_in_one_line(tmp_path: Path, change: dict[str, bool], told: str) -> None:
    run(job(tmp_path, "out"), engine, Deaf())
    before = files(tmp_path / "out")
    with pytest.raises(BadOutput, match=told) as refused:
        run(job(tmp_path, "out", **{"resume": True, **change}), engine, Deaf())  # type: ignore[arg-type]
    assert "\n" not in str(refused.value)
    assert files(tmp_path / "out") == before


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    made = job(tmp_path, "out")
    made.out.mkdir()
    (made.out / "thesis.txt").write_text("Mine.")
    with pytest.raises(BadOutput, match=r"it holds thesis\.txt"):
        run(made, engine, Deaf())
    assert files(made.out) == {"thesis.txt": b"Mine."}


def test_two_runs_into_one_folder_do_not_mix(tmp_path: Path) -> None:
    made = job(tmp_path, "out")
    holds = "import sys, time\nfrom pathlib import Path\nfrom unspoken.corpus.lock import locked\n" + (
        "with locked(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", holds, str(made.out)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BadOutput, match=rf"another run writes to it \(process {other.pid}\)"):
            run(made, engine, Deaf())
        other.kill()
    assert (made.out / ".lock").exists()  # it was killed; its lock is no more than a file
    run(made, engine, Deaf())
    assert not (made.out / ".lock").exists()


def test_the_lock_is_let_go(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path / "out"), pytest.raises(BadOutput), locked(tmp_path / "out"):
            raise AssertionError


def test_a_full_disk_is_told_in_one_line_and_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(job(tmp_path, "never"), engine, Deaf())
    replace, room = os.replace, [30]

    def full(source: str, target: Path) -> None:
        room[0] -= 1
        if room[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", full)
        with pytest.raises(BadOutput, match="No space left on device"):
            run(job(tmp_path, "out"), engine, Deaf())
    run(job(tmp_path, "out", resume=True), engine, Deaf())
    assert files(tmp_path / "out") == files(tmp_path / "never")


def test_works_that_vanish_are_told_of(tmp_path: Path) -> None:
    def loses(todo: Todo, settings: Settings) -> Iterator[tuple[int, bytes]]:
        yield next(engine(todo, settings))

    with pytest.raises(BadInput, match="fewer works"):
        run(job(tmp_path, "out"), loses, Deaf())


def test_an_engine_that_gives_up_leaves_what_can_be_gone_on_with(tmp_path: Path) -> None:
    def broken(todo: Todo, settings: Settings) -> Iterator[tuple[int, bytes]]:
        yield next(engine(todo, settings))
        raise UnspokenError("no process can be started")

    with pytest.raises(UnspokenError, match="no process"):
        run(job(tmp_path, "out"), broken, Deaf())
    assert run(job(tmp_path, "out", resume=True), engine, Deaf()).works == 5
