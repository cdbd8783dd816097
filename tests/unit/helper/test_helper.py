"""What a helper proposes becomes feelings and beliefs of the story, never surer than it may be, and asked for once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import unspoken
from tests.unit.helper.server import serving, spoken
from unspoken.cli.app import app
from unspoken.errors import BadHelper
from unspoken.helper import Helper
from unspoken.helper.memory import Memory
from unspoken.stages.proposed import SUREST

TEXT = (
    "Ada folded the letter. “Bram is a good man,” said Ada. She loved Bram.\n\n"
    "Bram stood at the gate. “She was kind to everybody,” said Bram, and picked the paint off the post.\n"
)
FELT = {"who": "Bram", "emotion": "anger", "towards": "Ada", "words": "picked the paint off the post"}
HELD = {
    "who": "Bram", "stance": "believes", "about": "Ada", "emotion": "love", "towards": "Bram", "denied": True,
    "words": "She was kind to everybody",
}  # fmt: skip
INVENTED = {"who": "Ada", "emotion": "joy", "words": "she laughed for joy"}


def saying(*feelings: object, beliefs: object = ()) -> Any:
    return lambda _: spoken(json.dumps({"feelings": feelings, "beliefs": beliefs}))


def test_what_is_proposed_with_words_of_the_text_is_in_the_story(tmp_path: Path) -> None:
    plain = unspoken.read(TEXT)
    with serving(saying(FELT, INVENTED, beliefs=[HELD])) as (url, _):
        story = unspoken.read(TEXT, helper=Helper(url, "small", tmp_path))
    names = {c.id: c.name for c in story.characters}
    (felt,) = [f for f in story.feelings if TEXT[f.start : f.end] == FELT["words"]]
    assert (names[str(felt.experiencer)], felt.emotion, names[str(felt.target)]) == ("Bram", "anger", "Ada")
    assert (felt.channel, felt.confidence <= SUREST) == ("inferred", True)
    (held,) = [b for b in story.beliefs if TEXT[b.start : b.end] == HELD["words"]]
    assert (names[held.holder], held.polarity, held.proposition.value) == ("Bram", "-", "love")
    assert held.confidence <= SUREST
    assert len(story.feelings) == len(plain.feelings) + 1
    assert [f.id for f in story.feelings] == [f"f{n}" for n in range(len(story.feelings))]


def test_a_belief_that_is_proposed_parts_from_what_the_text_says_is_so(tmp_path: Path) -> None:
    assert not unspoken.read(TEXT).gaps
    with serving(saying(beliefs=[HELD])) as (url, _):
        story = unspoken.read(TEXT, helper=Helper(url, "small", tmp_path))
    (gap,) = story.gaps
    assert (gap.type, gap.belief) == ("misbelief", story.beliefs[0].id)
    assert gap.confidence <= SUREST


def test_what_was_taken_and_what_refused_is_told(tmp_path: Path) -> None:
    with serving(saying(FELT, INVENTED)) as (url, _):
        story = unspoken.read(TEXT, helper=Helper(url, "small", tmp_path))
    assert "the helper small proposed 2 records, of which 1 were taken; refused: 1 with words that are not in the " \
        "passage" in story.source.warnings  # fmt: skip
    assert "helper/small" in {model.name for model in story.provenance.models}


def test_what_the_rules_found_in_these_words_is_not_proposed_again(tmp_path: Path) -> None:
    again = {"who": "Ada", "emotion": "love", "towards": "Bram", "words": "She loved Bram"}
    with serving(saying(again)) as (url, _):
        story = unspoken.read(TEXT, helper=Helper(url, "small", tmp_path))
    assert story.feelings == unspoken.read(TEXT).feelings


def test_a_correction_strikes_out_what_a_helper_proposed(tmp_path: Path) -> None:
    (tmp_path / "gate.txt").write_text(TEXT, encoding="utf-8")
    wrong = f'[[wrong]]\nclaim = "feelings"\npassage = "{FELT["words"]}"\n'
    (tmp_path / "gate.unspoken.toml").write_text(wrong, encoding="utf-8")
    with serving(saying(FELT)) as (url, _):
        story = unspoken.read(tmp_path / "gate.txt", helper=Helper(url, "small", tmp_path / "kept"))
    assert all(TEXT[f.start : f.end] != FELT["words"] for f in story.feelings)


def test_a_question_is_asked_once_and_another_model_is_asked_anew(tmp_path: Path) -> None:
    with serving(saying(FELT)) as (url, asked):
        first = unspoken.read(TEXT, helper=Helper(url, "small", tmp_path))
        count = len(asked)
        assert unspoken.read(TEXT, helper=Helper(url, "small", tmp_path)).feelings == first.feelings
        assert len(asked) == count
        unspoken.read(TEXT, helper=Helper(url, "other", tmp_path))
        assert len(asked) == 2 * count


def test_an_answer_that_cannot_be_read_back_is_asked_for_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep("m", "i", "q", "an answer")
    (file,) = tmp_path.rglob("*.txt")
    file.write_bytes(b"\xff\xfe\x00")
    assert memory.recall("m", "i", "q") is None


def test_whatever_a_text_holds_can_be_asked_about(tmp_path: Path) -> None:
    with serving(saying(FELT)) as (url, asked):
        story = unspoken.read(
            TEXT.replace("gate", "gate \ud800\x00\u2028{passage}{people}"), helper=Helper(url, "m", tmp_path)
        )
    assert len(asked) == 1
    assert "inferred" in {f.channel for f in story.feelings}


def test_nobody_is_asked_unless_it_is_wished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", None)
    assert unspoken.read(TEXT).characters


def test_a_helper_that_fails_halfway_is_told_and_goes_on_where_it_was(tmp_path: Path) -> None:
    long = "Ada wept, and Bram knew it.\n\n" * 700
    replies = iter([spoken("{}"), (500, b"out of memory")])
    with serving(lambda _: next(replies)) as (url, _), pytest.raises(BadHelper, match="answered 500: out of memory"):
        unspoken.read(long, helper=Helper(url, "small", tmp_path))
    assert len([*tmp_path.rglob("*.txt")]) == 1


def invoked(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["read", *arguments])
    assert "Traceback" not in done.stderr
    return done.exit_code, done.stderr


def test_the_command_asks_the_helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "data"))
    (tmp_path / "gate.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "gate.json"
    with serving(saying(FELT)) as (url, asked):
        code, told = invoked(str(tmp_path / "gate.txt"), "--json", str(out), "--helper", url, "--helper-model", "small")
    assert code == 0
    assert len(asked) == 1
    assert "note: the helper small proposed 1 records, of which 1 were taken" in told
    assert "inferred" in {f.channel for f in unspoken.load(out).feelings}
    assert len([*(tmp_path / "data").rglob("helper/*/*.txt")]) == 1


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--helper", "http://example.invalid/v1", "--helper-model", "m"], "is not on this machine"),
        (["--helper", "nonsense", "--helper-model", "m"], "is no address of a helper"),
        (["--helper", "http://localhost:1/v1"], "--helper-model NAME"),
        (["--helper-model", "m"], "--helper URL"),
        (["--helper", "http://127.0.0.1:1/v1", "--helper-model", "m"], "nothing answers at http://127.0.0.1:1/v1"),
    ],
    ids=["away", "no address", "no model", "no helper", "nothing there"],
)
def test_a_helper_that_cannot_be_asked_ends_with_one_line(tmp_path: Path, arguments: list[str], what: str) -> None:
    (tmp_path / "gate.txt").write_text(TEXT, encoding="utf-8")
    code, told = invoked(str(tmp_path / "gate.txt"), "--json", str(tmp_path / "out.json"), *arguments)
    assert code == 2
    assert what in " ".join(told.split())
    assert not (tmp_path / "out.json").exists()
