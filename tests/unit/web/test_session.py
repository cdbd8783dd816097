"""One story, one thread: what is told while it reads, when it cannot be read, and when the server stops."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from tests.stories.wrong_door import story
from tests.unit.web.asking import Made, session_of
from unspoken import recipes
from unspoken.errors import BadCorrections, BadInput
from unspoken.pipeline import Progress
from unspoken.story import Story
from unspoken.web.edition import edited
from unspoken.web.session import FAULT, Session, State, Stopped

STAGE = recipes.stages(recipes.DEFAULT)[0]


class Slow(Made):
    """Waits in its first stage until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.let_go = Event(), Event()

    def read(self, progress: Progress) -> Story:
        progress(STAGE, 3, 10)
        self.begun.set()
        assert self.let_go.wait(10)
        progress(STAGE, 4, 10)
        return super().read(progress)


def test_the_state_tells_how_far_the_reading_is() -> None:
    work = Slow()
    session = Session(work, pytest.fail)
    assert session.state == State(status="reading", correctable=True)
    future = session.start()
    assert work.begun.wait(10)
    assert session.state == State("reading", STAGE.makes.name, 3, 10, correctable=True)
    assert session.edition is None
    work.let_go.set()
    assert future.result(10) == session.state == State("ready", revision=1, correctable=True)


class Half:
    """A pace at which always half of the work is done."""

    def __init__(self) -> None:
        self.layers: list[str] = []

    def begin(self, layer: str, now: float) -> None:
        self.layers.append(layer)

    def done(self, now: float) -> float:
        return 0.5


def test_the_state_tells_the_part_of_the_time_where_a_pace_is_known() -> None:
    work, pace = Slow(), Half()
    session = Session(work, pytest.fail, pace)
    assert (session.state.done, session.state.total) == (50, 100)
    future = session.start()
    assert work.begun.wait(10)
    assert (session.state.stage, session.state.done, session.state.total) == (STAGE.makes.name, 50, 100)
    work.let_go.set()
    assert future.result(10) == session.state == State("ready", revision=1, correctable=True)
    assert pace.layers == [STAGE.makes.name] * 2


def test_each_change_is_a_new_revision_with_an_edition_of_its_own() -> None:
    work = Made()
    session = session_of(work)
    first = session.edition
    state = session.change(lambda: work.add("nobody", {"name": "Rain"})).result(10)
    assert (state.revision, work.readings, len(work.kept)) == (2, 2, 1)
    assert first is not None
    assert session.edition is not None
    assert session.edition.tag != first.tag


def test_a_change_that_is_refused_leaves_everything_as_it_was() -> None:
    work, told = Made(), list[Exception]()
    session = session_of(work, told)
    before = (session.state, session.edition)
    with pytest.raises(BadCorrections, match="no correction 7"):
        session.change(lambda: work.remove(7)).result(10)
    assert (session.state, session.edition, told) == (*before, [])


def test_a_fault_in_a_later_reading_keeps_the_edition_and_is_told() -> None:
    work, told = Made(), list[Exception]()
    session = session_of(work, told)
    before = (session.state, session.edition)
    work.error = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        session.change(lambda: None).result(10)
    assert (session.state, session.edition, told) == (*before, [work.error])


@pytest.mark.parametrize(
    ("error", "shown"), [(BadInput("late.txt", "it is empty"), "late.txt: it is empty"), (KeyError("x"), FAULT)]
)
def test_a_story_that_cannot_be_read_is_told_on_the_page_and_in_the_terminal(error: Exception, shown: str) -> None:
    told: list[Exception] = []
    session = session_of(Made(error=error), told)
    assert (session.state.status, session.state.error, session.state.revision) == ("failed", shown, 0)
    assert told == [error]


def test_what_failed_at_first_can_be_read_after_a_change() -> None:
    work = Made(error=BadInput("late.txt", "it is empty"))
    session = session_of(work)

    def mend() -> None:
        work.error = None

    assert session.change(mend).result(10) == State("ready", revision=1, correctable=True)


def test_who_waits_when_the_server_stops_is_told_so_and_the_reading_ends_with_its_stage() -> None:
    work, told = Slow(), list[Exception]()
    session = Session(work, told.append)
    futures = [session.start(), session.change(lambda: work.add("nobody", {"name": "Rain"}))]
    assert work.begun.wait(10)
    assert not session.stop(0.01)
    for future in futures:
        with pytest.raises(Stopped):
            future.result(0)
    work.let_go.set()
    assert session.stop(10)
    assert (work.readings, work.kept, told) == (0, [], [])


def test_a_session_that_never_began_can_be_stopped() -> None:
    assert Session(Made(), pytest.fail).stop(1)


def test_a_change_after_the_end_is_refused_at_once() -> None:
    session = session_of(Made())
    session.stop(10)
    with pytest.raises(Stopped):
        session.change(lambda: None).result(1)


def test_changes_do_not_cross() -> None:
    work, seen = Made(), list[int]()
    session = session_of(work)

    def change(n: int) -> Callable[[], None]:
        return lambda: seen.append(n)

    for future in [session.change(change(n)) for n in range(20)]:
        future.result(10)
    assert seen == list(range(20))
    assert session.state.revision == 21


def test_the_same_story_and_revision_make_the_same_bytes() -> None:
    assert edited(story(), "a", 1) == edited(story(), "a", 1)
    assert edited(story(), "a", 1).tag != edited(story(), "a", 2).tag
