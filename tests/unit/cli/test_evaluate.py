"""``unspoken evaluate``, and the recipe that reading takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.stories.wrong_door import FILE, story
from unspoken import reading, recipes
from unspoken.cli.app import app
from unspoken.document import Document
from unspoken.evaluation import corpus
from unspoken.story import Story

runner = CliRunner()
CORPORA = {
    "empty": None,
    "broken": "{",
    "beside": '{"text": "Abide", "events": [{"start": 1, "end": 9}]}',
    "bare": '{"id": "bare", "text": "...", "entities": [{"start": 1, "end": 2}]}',
}


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one annotated text, for which the story made by hand is what is read."""

    def read(_: Document, **__: object) -> Story:
        return story()

    monkeypatch.setattr(corpus, "read_document", read)
    folder = tmp_path / "gold"
    folder.mkdir()
    quotes = [{"start": q.start, "end": q.end, "parts": [[p.start, p.end] for p in q.parts]} for q in story().quotes]
    (folder / "door.json").write_text(json.dumps({"id": "door", "text": story().text, "quotes": quotes}), "utf-8")
    return folder


def test_a_table_is_printed(gold: Path) -> None:
    done = runner.invoke(app, ["evaluate", str(gold)])
    assert (done.exit_code, done.stderr) == (0, "")
    quotes = next(line for line in done.stdout.splitlines() if line.startswith("quotes"))
    assert quotes.split()[1:] == ["1.000", "1.000", "1.000", str(len(story().quotes))]


def test_the_figures_are_one_object(gold: Path) -> None:
    done = runner.invoke(app, ["evaluate", str(gold), "--json", "--recipe", recipes.DEFAULT])
    printed = json.loads(done.stdout)
    assert (printed["corpus"], printed["recipe"]) == (str(gold), recipes.DEFAULT)
    assert set(printed["curves"]) <= set(printed["measures"])
    assert printed["measures"]["quotes"] == {"P": 1.0, "R": 1.0, "F1": 1.0, "n": len(story().quotes)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["evaluate", "nowhere"], "nowhere: there is no such folder"),
        (["evaluate", "empty"], "empty: it holds no document in the gold format"),
        (["evaluate", "broken"], "a.json: not JSON"),
        (["evaluate", "beside"], "events[0] lies at 1 to 9 of a text of 5 characters"),
        (["evaluate", "bare"], "bare: an annotation in it has no 'type'"),
        (["evaluate", "x" * 5000], "cannot be opened"),
        (["evaluate", "empty", "--recipe", "magic"], "there is no recipe 'magic'"),
        (["read", str(FILE), "--recipe", "magic"], "there is no recipe 'magic'"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_code_two(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in CORPORA.items():
        (tmp_path / name).mkdir()
        if content:
            (tmp_path / name / "a.json").write_text(content, encoding="utf-8")
    done = runner.invoke(app, arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("unspoken: ")
    assert said in line


@pytest.mark.parametrize("asked", [True, False])
def test_a_fault_of_ours_is_one_line_and_its_traceback_for_who_asks(
    asked: bool, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object, **__: object) -> Story:
        raise IndexError("nowhere")

    monkeypatch.setattr(corpus, "read_document", read)
    done = runner.invoke(app, ["evaluate", str(gold), *["--debug"] * asked])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "a fault of ours (IndexError: nowhere)" in done.stderr.splitlines()[-1]
    assert ("Traceback" in done.stderr) == asked


def test_interrupted(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> Story:
        raise KeyboardInterrupt

    monkeypatch.setattr(corpus, "read_document", read)
    done = runner.invoke(app, ["evaluate", str(gold)])
    assert (done.exit_code, done.output) == (130, "")


@pytest.mark.parametrize(("arguments", "expected"), [([], recipes.DEFAULT), (["--recipe", "other"], "other")])
def test_read_runs_the_recipe_asked_for(arguments: list[str], expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def read(*_: object, recipe: str, **__: object) -> Story:
        asked.append(recipe)
        return story()

    monkeypatch.setitem(recipes.RECIPES, "other", ())
    monkeypatch.setattr(reading, "read", read)
    monkeypatch.setattr(reading, "read_document", read)
    assert runner.invoke(app, ["read", str(FILE), *arguments, "--quiet"]).exit_code == 0
    assert runner.invoke(app, ["read", "-", *arguments, "--quiet"], input="Ada slept.").exit_code == 0
    assert asked == [expected, expected]
