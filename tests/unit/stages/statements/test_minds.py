"""Whose thought it is that the narration tells, by the words of one sentence, with clauses made by hand."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.statements.minds import Minds


def minds(text: str, *clauses: Clause, governed: dict[int, list[int]] | None = None) -> Minds:
    """Of a text that is one sentence; a phrase means whom it names."""

    def who(span: Span | None) -> str | None:
        return None if span is None else text[span.start : span.end]

    return Minds(text, clauses, [Span(0, len(text))], [0], who, who, governed or {})


def marked(text: str, verb: str, lemma: str) -> tuple[Minds, Clause]:
    """A text whose only clause stands between two strokes."""
    before, words, after = text.split("|")
    whole = before + words + after
    only = clause(whole, words, verb, lemma=lemma, negated=" not " in words, question=whole.endswith("?"))
    return minds(whole, only), only


@pytest.mark.parametrize(
    "text",
    [
        "|So he hated her|.",
        "So |he hated her|.",
        "|Yes, he hated her|.",
        "|Oh, he hated her|.",
        "|he hated her|, then.",
        "|he hated her, then|.",
        "|he hated her|, after all.",
        "|he hated her|!",
        "Bev was right: |he hated her|.",
        "Bev was right after all — |he hated her|.",
        "It was true: |he hated her|.",
        "|he hated her| all along.",
    ],
)
def test_what_somebody_comes_to_think_sounds_so(text: str) -> None:
    mind, only = marked(text, "hated", "hate")
    assert mind.concludes(only)


@pytest.mark.parametrize(
    "text",
    [
        "|he hated her|.",
        "|So far he hated her|.",
        "|So much he hated her|.",
        "So he came, and |he hated her|.",
        "|he hated her then and there|.",
        "|he hated her after all those years|.",
        "Bev was right by the stove, and |he hated her|.",
        "|he hated her along the road|.",
    ],
)
def test_what_is_merely_told_does_not(text: str) -> None:
    mind, only = marked(text, "hated", "hate")
    assert not mind.concludes(only)


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "concludes"),
    [
        ("|So he was a coward|.", "was", "be", True),
        ("|So he and Ann had split up|.", "split", "split", True),
        ("|So did he|.", "did", "do", False),
        ("|So he shut the door|.", "shut", "shut", False),
        ("|he shut the door|!", "shut", "shut", False),
        ("|he split the log|, then.", "split", "split", False),
    ],
)
def test_only_hearts_and_what_somebody_is_are_concluded(text: str, verb: str, lemma: str, concludes: bool) -> None:
    mind, only = marked(text, verb, lemma)
    assert mind.concludes(only) is concludes


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "finds"),
    [
        ("|he had loved her all along|.", "loved", "love", True),
        ("|he had loved her the whole time|.", "loved", "love", True),
        ("|she did love him|.", "love", "love", True),
        ("|she did not love him|.", "love", "love", False),
        ("|did she love him|?", "love", "love", False),
        ("|what she did love was the sea|.", "love", "love", False),
        ("|she did shut the door|.", "shut", "shut", False),
        ("|she loved him|, then.", "loved", "love", False),
        ("|he had loved her all along the river|.", "loved", "love", False),
    ],
)
def test_what_turns_out_to_be_so_is_found(text: str, verb: str, lemma: str, finds: bool) -> None:
    mind, only = marked(text, verb, lemma)
    assert mind.finds(only) is finds


@pytest.mark.parametrize(
    ("tail", "thinker"), [(", and nobody knew", "Ann"), ("; nobody knew", "Ann"), (" that nobody knew", None)]
)
def test_a_clause_that_the_parser_hangs_on_a_tag_is_not_what_is_thought(tail: str, thinker: str | None) -> None:
    text = f"He hated her, Ann thought{tail}."
    hated = clause(text, "He hated her", "hated", subject="He", lemma="hate")
    tag = clause(text, "Ann thought", "thought", subject="Ann", lemma="think")
    below = clause(text, tail.lstrip(",; ").removeprefix("and "), "knew", subject="nobody", lemma="know", governor=1)
    assert minds(text, hated, tag, below, governed={1: [2]}).tagged(hated) == thinker
