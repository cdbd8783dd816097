"""What is opened: a story with its corrections, or one that was read before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import unspoken
from unspoken.errors import BadCorrections, BadInput, BadStory
from unspoken.layers.provenance import Provenance
from unspoken.pipeline import Stage
from unspoken.story import Story
from unspoken.web.work import Finished, Source, opened

TEXT = "“You are late,” said Hester.\n\n“I know,” said Amos. He was ashamed.\n\nGrey Lady lay in the harbour.\n"


@pytest.fixture
def late(tmp_path: Path) -> Path:
    path = tmp_path / "late.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def quiet(stage: Stage, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def untimed(story: Story) -> Story:
    return msgspec.structs.replace(story, provenance=Provenance("", (), (), 0))


def test_what_is_corrected_is_what_a_new_reading_gives(late: Path) -> None:
    work = opened(late)
    assert isinstance(work, Source)
    assert (work.stem, work.why_not, work.corrections()) == ("late", None, ())
    before = work.read(quiet)
    assert untimed(before) == untimed(unspoken.read(late))
    work.add("speaker", {"quotation": "I know", "who": "Hester"})
    corrected = work.read(quiet)
    assert untimed(corrected) == untimed(unspoken.read(late)) != untimed(before)
    assert (late.parent / "late.unspoken.toml").is_file()
    work.undo()
    assert untimed(work.read(quiet)) == untimed(before)
    work.redo()
    assert untimed(work.read(quiet)) == untimed(corrected)
    work.remove(1)
    assert work.corrections() == ()


def test_a_correction_that_is_none_leaves_no_file(late: Path) -> None:
    work = opened(late)
    for kind, fields in (("other", {}), ("same", {"people": ["Amos"]}), ("nobody", {"name": "", "more": "1"})):
        with pytest.raises(BadCorrections) as caught:
            work.add(kind, fields)
        assert "\n" not in str(caught.value)
    assert [path.name for path in late.parent.iterdir()] == ["late.txt"]


def test_other_corrections_can_be_named(late: Path) -> None:
    other = late.with_name("other.toml")
    other.write_text('[[nobody]]\nname = "Grey Lady"\n', encoding="utf-8")
    work = opened(late, corrections=other)
    assert len(work.corrections()) == 1
    work.add("nobody", {"name": "Hester"})
    assert other.read_text(encoding="utf-8").count("[[nobody]]") == 2


@pytest.mark.parametrize("name", ["late.json", "model"])
def test_a_story_that_was_read_before_is_known_by_its_content(late: Path, name: str) -> None:
    path = late.with_name(name)
    story = unspoken.read(late)
    unspoken.dump(story, path)
    work = opened(path)
    assert isinstance(work, Finished)
    assert work.read(quiet) == story
    assert work.why_not
    for change in (lambda: work.add("nobody", {"name": "Amos"}), lambda: work.remove(1), work.undo, work.redo):
        with pytest.raises(BadCorrections, match="open the file of the story"):
            change()


def test_a_file_in_rich_text_is_no_model(tmp_path: Path) -> None:
    path = tmp_path / "late"
    path.write_bytes(b"{\\rtf1 Rain.}")
    assert isinstance(opened(path), Source)


def test_what_cannot_be_opened_is_refused_in_one_line(late: Path) -> None:
    bad = late.with_name("bad.json")
    bad.write_text('{"unspoken": "7"}', encoding="utf-8")
    with pytest.raises(BadStory, match=r"^.*bad\.json: not a story document"):
        opened(bad)
    for path, corrections, why in (
        (late.with_name("none.txt"), None, "there is no such file"),
        (late, late.with_name("c.toml"), "there is no such file"),
        (late.parent, None, "it is a folder; name one file"),
        (late, late.parent, "it is a folder; name one file"),
    ):
        with pytest.raises(BadInput, match=why):
            opened(path, corrections=corrections)


def test_a_story_that_was_moved_is_not_corrected_at_its_old_place(late: Path) -> None:
    work = opened(late)
    assert isinstance(work, Source)
    work.add("nobody", {"name": "Grey Lady"})
    moved = late.parent / "elsewhere"
    moved.mkdir()
    for path in (late, work.ledger.path):
        path.rename(moved / path.name)
    changes: tuple[Callable[[], None], ...] = (
        lambda: work.add("nobody", {"name": "Amos"}), lambda: work.remove(1), work.undo, work.redo,
    )  # fmt: skip
    for change in changes:
        with pytest.raises(BadCorrections, match="not there any more; open it again"):
            change()
    assert [path.name for path in late.parent.iterdir()] == ["elsewhere"]
