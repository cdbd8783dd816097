"""``unspoken fix``: corrections are written beside the story, checked first, listed, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.test_commands import run


def test_a_correction_is_written_followed_and_taken_back(story: Path) -> None:
    file = story.with_name("late.unspoken.toml")
    file.write_text("# mine\n", encoding="utf-8")
    assert run("fix", "speaker", str(story), "You are late", "Amos").returncode == 0
    assert run("fix", "nobody", str(story), "Hester").returncode == 0
    assert file.read_text(encoding="utf-8").startswith("# mine\n\n[[speaker]]\n")
    told = run("fix", "list", str(story)).stdout
    assert told == "1. speaker: quotation 'You are late', who 'Amos'\n2. nobody: name 'Hester'\n"
    assert "Hester" not in run("read", str(story), "--only", "cast").stdout
    assert "took back" in run("fix", "undo", str(story)).stderr
    assert "Hester" in run("read", str(story), "--only", "cast").stdout
    assert run("fix", "undo", str(story)).returncode == 0
    assert file.read_text(encoding="utf-8") == "# mine\n"
    none = run("fix", "undo", str(story))
    assert (none.returncode, "there is no correction to take back" in none.stderr) == (2, True)


def test_a_correction_is_taken_back_by_its_number(story: Path) -> None:
    run("fix", "called", str(story), "Hester", "Aunt Hester")
    run("fix", "wrong", str(story), "feelings", "--who", "Aunt Hester", "--about", "Amos")
    told = run("fix", "list", str(story)).stdout
    assert told.startswith("1. called: name 'Hester', as 'Aunt Hester'\n2. wrong: claim 'feelings', who 'Aunt Hester'")
    assert "took back called" in run("fix", "undo", str(story), "1").stderr
    assert run("fix", "list", str(story)).stdout.startswith("1. wrong")
    none = run("fix", "undo", str(story), "7")
    assert (none.returncode, "there is no correction number 7; it holds 1" in none.stderr) == (2, True)


def test_the_same_correction_is_written_once(story: Path) -> None:
    for _ in range(2):
        done = run("fix", "same", str(story), "Hester", "Amos")
    assert "that was there already" in done.stderr
    assert story.with_name("late.unspoken.toml").read_text(encoding="utf-8").count("[[same]]") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("same", "STORY", "Hester"), "it needs two different names"),
        (("same", "STORY", "Hester", "Bob"), "the words 'Bob' are not in it"),
        (("speaker", "STORY", "I love you", "Amos"), "the words 'I love you' are not in it"),
        (("speaker", "STORY", "Hester", "Amos"), "come 3 times; add --after"),
        (("nobody", "no-such.txt", "Hester"), "there is no such file"),
        (("called", "STORY", "Bob", "Hester"), "the words 'Bob' are not in it"),
        (("wrong", "STORY", "love", "Hester"), "there is no claim 'love'; there are feelings, attitudes"),
        (("wrong", "STORY", "feelings", "--who", "Amos"), "it needs a passage, or both people"),
        (("wrong", "STORY", "feelings", "he wept"), "the words 'he wept' are not in it"),
        (("list", ""), "there is no such file"),
        (("undo", "no-such.txt"), "there is no such file"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(story: Path, words: tuple[str, ...], message: str) -> None:
    done = run("fix", *(str(story) if w == "STORY" else w for w in words))
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert not story.with_name("late.unspoken.toml").exists()


def test_a_model_that_is_read_already_is_not_corrected(story: Path) -> None:
    model = story.with_name("model.json")
    run("read", str(story), "--json", str(model), "--quiet")
    done = run("fix", "nobody", str(model), "Hester")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "it was read before, so corrections cannot be followed" in done.stderr
    assert not model.with_name("model.unspoken.toml").exists()
    again = run("read", str(model))
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert "use `unspoken show`" in again.stderr


def test_an_editor_may_have_put_a_mark_before_the_corrections(story: Path) -> None:
    file = story.with_name("late.unspoken.toml")
    file.write_text('[[nobody]]\nname = "Hester"\n', encoding="utf-8-sig")
    assert run("fix", "list", str(story)).stdout == "1. nobody: name 'Hester'\n"
    assert run("fix", "nobody", str(story), "Amos").returncode == 0
    assert run("fix", "list", str(story)).stdout.count("nobody") == 2


def test_a_broken_file_of_corrections_stops_reading_in_one_line(story: Path) -> None:
    story.with_name("late.unspoken.toml").write_text("[[same]\n", encoding="utf-8")
    done = run("read", str(story))
    assert done.returncode == 2
    assert "late.unspoken.toml: it is no TOML" in done.stderr
    other = run("read", str(story), "--corrections", str(story.with_name("none.toml")))
    assert (other.returncode, "there is no such file" in other.stderr) == (2, True)
