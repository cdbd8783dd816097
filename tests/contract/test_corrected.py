"""A reading that is corrected is, to the byte, a new reading with those corrections; the network is not asked again."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from tests.contract.texts import STORY
from unspoken.corrections import parsed
from unspoken.layers.corrections import Correction
from unspoken.layers.keys import ANTECEDENTS, CLAUSES, CORRECTIONS, SIGNALS, SYNTAX
from unspoken.layers.provenance import Provenance
from unspoken.pipeline import dependents, run
from unspoken.reading import Reading, reading
from unspoken.sources import document_from_text
from unspoken.stages.table import STAGES
from unspoken.story import Story

EXAMPLES = (
    "none", "a name", "one person", "nobody", "a speaker", "what does not fit", "a feeling", "every claim",
)  # fmt: skip
TEXT = STORY.read_text(encoding="utf-8")


@cache
def first() -> Reading:
    return reading(TEXT)


def fresh(corrections: tuple[Correction, ...]) -> Story:
    document = document_from_text(TEXT).attach(CORRECTIONS, corrections)
    document, runs = run(document, STAGES)
    return Reading(document, STAGES, tuple(runs), 0.0).story()


def encoded(story: Story) -> bytes:
    """The whole story as it is written, without the seconds."""
    layers = tuple(msgspec.structs.replace(layer, seconds=0.0) for layer in story.provenance.layers)
    made = Provenance(story.provenance.version, story.provenance.models, layers, 0.0)
    return msgspec.json.encode(msgspec.structs.replace(story, provenance=made))


@cache
def examples() -> dict[str, str]:
    story = first().story()
    a, b = (c.name for c in story.characters[:2])
    name = {c.id: c.name for c in story.characters}
    quote = next(q for q in story.quotes if q.speaker and len(story.text[q.start : q.end].split()) > 6)
    other = next(c.name for c in story.characters if c.id != quote.speaker)
    said = msgspec.json.encode(story.text[quote.start : quote.end]).decode()
    feeling = next(f for f in story.feelings if f.experiencer and f.target)
    pair = f'who = "{name[feeling.experiencer or ""]}"\nabout = "{name[feeling.target or ""]}"\n'
    claims = ("feelings", "attitudes", "relationships", "events", "beliefs", "gaps")
    return {
        "none": "",
        "a name": f'[[called]]\nname = "{a}"\nas = "Somebody Else"\n',
        "one person": f'[[same]]\npeople = ["{a}", "{b}"]\n',
        "nobody": f'[[nobody]]\nname = "{b}"\n',
        "a speaker": f'[[speaker]]\nquotation = {said}\nwho = "{other}"\n',
        "what does not fit": '[[nobody]]\nname = "Zebedee"\n',
        "a feeling": f'[[wrong]]\nclaim = "feelings"\n{pair}',
        "every claim": "".join(f'[[wrong]]\nclaim = "{claim}"\n{pair}' for claim in claims),
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_corrected_reading_is_a_new_reading(name: str) -> None:
    made = parsed(examples()[name], name)
    assert encoded(first().corrected(made).story()) == encoded(fresh(made))


def test_corrections_that_follow_each_other_are_those_that_came_last() -> None:
    told = examples()
    step = first()
    for name in ("a speaker", "every claim", "one person", "a feeling", "none"):
        step = step.corrected(parsed(told[name], name))
    assert encoded(step.story()) == encoded(first().story())


def test_nothing_before_the_corrections_is_made_again() -> None:
    after = {stage.makes.name for stage in dependents(STAGES, [CORRECTIONS])}
    assert after.isdisjoint({layer.name for layer in (SIGNALS, SYNTAX, CLAUSES, ANTECEDENTS)})
    step = first().corrected(parsed(examples()["one person"], ""))
    again = {run.name for run in step.runs} - {run.name for run in step.runs if run in first().runs}
    assert again <= after


def test_where_a_layer_comes_out_as_before_what_follows_is_kept() -> None:
    step = first().corrected(parsed(examples()["what does not fit"], ""))
    made = {new.name for new, old in zip(step.runs, first().runs, strict=True) if new is not old}
    assert made == {"anchors", "strikes", "cast", "turns", "identities", "names", "unfit"}
    assert first().corrected(()).runs == first().runs


def test_who_corrects_is_told_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    first().corrected(parsed(examples()["one person"], ""), lambda s, n, total: told.append((s.name, n, total)))
    assert [n for _, n, _ in told] == list(range(told[0][2]))
    assert told[0][0] == "anchors"
