"""A path or a text comes out as one and the same story."""

from pathlib import Path

import msgspec
import pytest

import unspoken
from unspoken.errors import BadInput, BadPipeline

TEXT = "Ada put the kettle on.\n\n“You came,” said Ada.\n\n“I said that I would,” said Bram, and he smiled.\n"


def without_times(story: unspoken.Story) -> unspoken.Story:
    """The story less what differs from one run to the next, and less where it came from."""
    return msgspec.structs.replace(story, provenance=None, source=None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kettle.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_path_a_string_that_names_a_file_and_a_text_read_alike(path: Path) -> None:
    from_path, from_name, from_text = unspoken.read(path), unspoken.read(str(path)), unspoken.read(TEXT)
    assert without_times(from_path) == without_times(from_name) == without_times(from_text)
    assert from_path.source.name == "kettle.txt"


def test_the_text_is_taken_over_without_a_change() -> None:
    assert unspoken.read(TEXT).text == TEXT


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nowhere"):
        unspoken.read(tmp_path / "nowhere.txt")


def test_an_unknown_recipe_is_refused() -> None:
    with pytest.raises(BadPipeline):
        unspoken.read(TEXT, recipe="magic")


def test_progress_counts_every_stage_once() -> None:
    seen: list[int] = []
    unspoken.read(TEXT, progress=lambda stage, number, total: seen.append(number))
    assert seen == list(range(len(unspoken.read(TEXT).provenance.layers)))


def test_provenance_names_the_program_and_every_layer_that_was_made() -> None:
    provenance = unspoken.read(TEXT).provenance
    assert provenance.version == unspoken.__version__
    assert {"tokens", "quotes", "characters", "gaps"} <= {run.name for run in provenance.layers}
    assert provenance.seconds >= 0


def test_who_asks_for_sure_speakers_gets_fewer() -> None:
    text = (
        "“Come in,” said Hester. Amos took off his hat.\n\n“You are late.”\n\n“The bridge was down.”\n\n“It always is.”"
        "\n\nThe clock struck, and the rain went on against the glass until the evening."
    )

    def speakers(threshold: float | None) -> list[str | None]:
        return [quote.speaker for quote in unspoken.read(text, speaker_threshold=threshold).quotes]

    assert None not in speakers(0)
    assert speakers(0.98).count(None) + speakers(0.9).count(None) > 0
    assert speakers(1).count(None) == 4
