"""Who misjudges another, by the wordings of novels; each kind of wording with counterparts that tell no such thing."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

IGNORANT = "ignorant Amos + fact Hester"
INTO = "Martha cut the bread. "


@pytest.mark.parametrize(
    "text",
    [
        "Amos had wronged Hester in his thoughts.",
        "Amos had quite misunderstood Hester’s silence.",
        "Amos had done Hester an injustice.",
        "Amos could not have been more wrong about Hester.",
        "Had Amos but known it, Hester was as frightened as himself.",
        "Hester was more troubled than Amos knew.",
        "Hester was not at all what Amos had supposed her to be.",
        "Hester was not, as Amos imagined, asleep.",
        "Amos fancied Hester indifferent, when she was only shy.",
        "Amos believed Hester to be asleep, but she was watching him.",
        "Amos was blind to Hester’s unhappiness.",
        "Amos wrongly supposed that Hester was rich.",
        "Amos was mistaken in supposing that Hester was afraid of him.",
        "But in this Amos was mistaken, for Hester hated the farm.",
        "Hester’s distress escaped Amos.",
        "Amos failed to read the look in Hester’s eyes.",
        "Amos did not hear the bitterness in Hester’s voice.",
        "Amos did not know it, but Hester had been crying.",
        "Amos saw now how he had misjudged Hester.",
        "Amos was astonished to learn that Hester was married.",
        "Hester did not undeceive Amos.",
        "Amos’s opinion of Hester was quite mistaken.",
        "It never entered Amos’s head that Hester might refuse him.",
        "Amos could not make Hester out.",
        "Amos would have been surprised to learn that Hester was poor.",
        "Amos had unwittingly wounded Hester.",
        "Amos did not know who Hester was.",
        "Hester gave Martha a look that Amos did not see.",
        "If Amos had cared to look he might have seen what was going on in Hester’s mind.",
    ],
)
def test_who_misjudges_another(text: str) -> None:
    assert any(s.startswith(IGNORANT) for s in stated(INTO + text))


@pytest.mark.parametrize(
    "text",
    [
        "Amos had wronged Hester in that sale.",
        "Amos had never done Hester an injustice.",
        "Hester was more beautiful than Amos thought possible.",
        "Hester was later than Amos had expected.",
        "Amos was blind to Hester’s charms.",
        "Amos was not mistaken in supposing that Hester was tired.",
        "Hester’s look did not escape Amos.",
        "Amos did not know who had called Hester.",
        "How Amos came to Hester’s door he never knew.",
        "Perhaps Amos had misjudged Hester.",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert not any(s.startswith(IGNORANT) for s in stated(INTO + text))


def test_who_sees_the_error_learns_it() -> None:
    assert "ignorant Amos + fact Hester > Amos" in stated(INTO + "Amos saw now how he had misjudged Hester.")
