"""Who does not suspect something of another, by further wordings; each with counterparts that tell no such thing."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

IGNORANT = "ignorant Amos + fact Hester"
INTO = "Martha cut the bread. "


@pytest.mark.parametrize(
    "text",
    [
        "Amos never realised how his words had hurt Hester.",
        "Amos did not see in what straits Hester was.",
        "Amos never guessed it was Hester.",
        "Amos did not know Hester was in the yard.",
        "Hester’s name was still unknown to Amos.",
        "Hester’s marriage was long kept a secret from Amos.",
        "Hester had kept it secret from Amos until now.",
        "“You have always deceived Amos, Hester,” said Martha to Hester.",
        "“You never told me before that you disliked the farm, Hester,” said Amos to Hester.",
        "Amos had always thought Hester cold.",
        "Amos had supposed Hester to be proud.",
        "Amos had considered Hester a fool.",
        "Amos had never imagined Hester to be so proud.",
        "Little did Amos imagine Hester to be his cousin.",
        "“How Amos has been deceived in Hester!” cried Martha.",
        "What Amos did not know was that Hester had sold the mill.",
        "Hester had omitted to tell Amos that the mill was sold.",
        "It was not until years later that Amos learned that Hester had paid the rent.",
        "Long afterwards, Amos learned that Hester had paid the rent.",
        "Amos had no means of knowing that Hester was ill.",
        "Amos attributed Hester’s silence to pride.",
        "Amos rose, mistaking Hester’s silence for consent.",
        "Amos went home under the impression that Hester was married.",
        "Amos fondly imagined that Hester was fond of him.",
        "Amos thought Hester was angry; in reality she was only tired.",
        "Hester took the letter without Amos’s noticing.",
        "Amos walked past without recognising Hester.",
        "Hester had left Amos ignorant of it.",
        "“I thought you were never coming, Hester,” said Amos to Hester.",
        "There was much that Hester could not tell Amos.",
        "Hester could not speak to Amos of this.",
        "Hester never told Amos.",
        "Hester never told Amos what she thought of him.",
        "Hester would not tell Amos who she was.",
        "Hester had thought it better not to tell Amos about the mill.",
        "Hester did not want Amos to know that she was poor.",
        "Amos saw for the first time that Hester was old.",
        "For the first time Amos saw that Hester was old.",
        "Amos had never noticed before that Hester was lame.",
        "To Amos’s surprise he saw that Hester was in tears.",
        "Amos was astonished to find that Hester was married.",
        "Hester had overheard Amos’s words.",
        "Amos had been deceived by the calm of Hester’s voice.",
        "Hester came in. Amos sat quite unconscious of the other’s presence.",
        "‘I am late, Martha,’ said Amos, unaware that Hester was behind him.",
        "Amos did not yet know what Hester thought of him.",
        "Amos had thought he knew Hester.",
        "Amos had quite deceived himself about Hester.",
        "Amos did not know Hester’s share in the quarrel.",
        "Amos sat down, under the impression that Hester was married.",
    ],
)
def test_who_does_not_suspect_it(text: str) -> None:
    assert any(s.startswith(IGNORANT) for s in stated(INTO + text))


@pytest.mark.parametrize(
    "text",
    [
        "Hester’s name was not unknown to Amos.",
        "Hester had talked of the mill, and its fame was not unknown to Amos.",
        "Amos had thought Hester slightly pressed his hand.",
        "Amos had imagined Hester behaving well.",
        "Amos had thought Hester a few minutes late.",
        "Amos saw that Hester was old.",
        "Amos was glad to find that Hester was married.",
        "“I thought you were tired, Hester,” said Amos to Hester.",
        "Hester told Amos.",
        "Hester could not tell Amos how to put it right.",
        "A moment later Amos knew that Hester had gone.",
        "“If you have deceived Amos, Hester, say so,” said Martha to Hester.",
        "Hester wore a look which led Amos to believe that she was thinking of the mill.",
        "“I thought you had some notion of it, Hester,” said Amos to Hester.",
        "Amos knew no French and Hester had to do everything.",
        "Hester could not bring herself to force Amos to tell Martha that he had been there.",
        "Amos knew nothing about mills and had no wish to see the one that Hester had bought.",
        "Amos sat down, under the impression that he was still looking at Hester.",
        "Amos had never seen that face of Hester’s look so pale.",
        "Amos did not know what Hester had bought.",
        "Amos thought he saw Hester.",
        "“Your cap, Amos,” said Hester to Amos. “It is late,” Hester added inwardly.",
    ],
)
def test_what_tells_of_no_error(text: str) -> None:
    assert not {s for s in stated(INTO + text) if s.startswith("ignorant")}


def test_what_one_has_ever_known_was_not_known_to_them() -> None:
    text = "“Was I the first man you have ever known?” said Amos to Hester."
    assert not {s for s in stated(INTO + text) if s.startswith("ignorant")}


@pytest.mark.parametrize(("topic", "told"), [("that I was poor", True), ("about the best mill in the county", False)])
def test_a_topic_that_is_announced_is_nothing_to_own_up_to(topic: str, told: bool) -> None:
    found = stated(INTO + f"“I was going to tell you {topic},” said Hester to Amos.")
    assert any(s.startswith(IGNORANT) for s in found) is told
