"""What a name names: a person, an animal, a place or a thing, by the company that it keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from unspoken import resources
from unspoken.layers.entities import EntityType
from unspoken.layers.mentions import Mention
from unspoken.layers.signals import Signals
from unspoken.models.labels import SPANS
from unspoken.stages.cast.names import Person
from unspoken.stages.mentions.given import given_names
from unspoken.stages.mentions.names import titles
from unspoken.stages.mentions.nominals import noun_of
from unspoken.stages.mentions.words import Words

REACH = 26  # words after a name in which what it has and does is looked for
# what the network's word weighs; it takes boats and dogs with names for people, so that it makes a person only of what
# little else is known of
SEEN: Mapping[str, float] = {"person": 1.0, "place": 2.0, "thing": 2.0}
LITTLE = 0.5
DEED = 0.6  # what a deed of hands is worth
FOLLOWED = 2.0  # what ", who" behind a name is worth
RANKED = 2.0  # what a bare rank behind "the" is worth
AGES, AGED = frozenset(("old", "young", "poor")), 1.0  # "old Garrow", without "the"
OFF, BARE, CHRISTENED = 2.0, 1.5, 2.0  # "off Dunmore"; "at Crane's,"; "the Mary Ann", a ship
QUOTES = frozenset(("“", "‘", '"', "'", "«"))
UNSEEN = 0.5  # what a name that the network sees nothing named by weighs for a thing
FIRM, CLEARLY = 5, 4  # names from which on what the network sees is firm, and how many times those for all else
INTRODUCED = frozenset((("you", "are"), ("i", "am"), ("call", "me"), ("called", "me"), ("name", "is")))
SPEAKER = 2  # verbs of saying beside a name from which it is a person, whatever the network sees
Score = dict[str, float]
What = Literal["person", "animal", "place", "thing"]
STRONG = frozenset(
    [
        "said",
        "says",
        "asked",
        "replied",
        "answered",
        "thought",
        "thinks",
        "knew",
        "felt",
        "wondered",
        "whispered",
        "told",
        "wrote",
    ]
)


SHOWS: Mapping[EntityType, What] = {
    "PER": "person", "FAC": "place", "LOC": "place", "GPE": "place", "ORG": "place", "VEH": "thing",
}  # fmt: skip
Seen = Mapping[int, tuple[What, float]]  # what is named, and the weight of it


def names_seen(signals: Signals) -> Seen:
    """What each name that the network sees names, and how much that weighs, by the name's last token."""
    out: dict[int, tuple[What, float]] = {}
    columns = zip(signals.span_last.tolist(), signals.span_label.tolist(), signals.span_sure.tolist(), strict=True)
    for last, label, sure in columns:
        kind, form = SPANS[label]
        weight = SEEN[SHOWS[kind]] * sure
        if form == "PROP" and weight >= out.get(last, ("thing", 0.0))[1]:
            out[last] = SHOWS[kind], weight
    return out


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    table = resources.table("people.toml")
    return {
        **{key: frozenset(value.split()) for key, value in table["evidence"].items()},
        **{f"place_{key}": frozenset(value.split()) for key, value in table["places"].items()},
        "say": resources.words("speech.toml", "say") - resources.words("speech.toml", "weak"),
        "beside speech": resources.words("speech.toml", "say"),
    }


def what_they_are(
    words: Words,
    mentions: Sequence[Mention],
    owner: Sequence[Person | None],
    token_at: Mapping[int, int],
    seen: Seen,
) -> dict[int, What]:
    """Tell what each person-to-be is.

    Args:
        words: the text's words.
        mentions: all mentions.
        owner: for each mention the one whom its name means, or None where it is no name.
        token_at: the token that begins at an offset.
        seen: what the network sees named at a token.

    Returns:
        What it is by ``id()`` of the Person.
    """
    scores: dict[int, Score] = defaultdict(lambda: defaultdict(float))
    people: dict[int, Person] = {}
    for mention, person in zip(mentions, owner, strict=True):
        if person is not None:
            people[id(person)] = person
            i = token_at[mention.start]
            j = token_at[mention.head_start] + 1
            _context(words, mention, i, j, scores[id(person)])
            if j - 1 in seen:
                what, weight = seen[j - 1]
                scores[id(person)][f"{what} seen"] += weight
            elif not _capitals(words, i, j):
                scores[id(person)]["unseen"] += UNSEEN
    return {key: verdict(people[key], score) for key, score in scores.items()}


def verdict(person: Person, score: Score) -> What:
    """What somebody or something named is, by the evidence that all of its names gave."""
    sets = _sets()
    words = {word for t in person.types for word in t.words}
    last = {t.last for t in person.types}
    human = score["person"] + 4 * any(t.titles for t in person.types)
    human += 2 * bool(words & given_names().keys()) + min(3, 0.3 * person.votes["m"] + 0.3 * person.votes["f"])
    firm = _firm(score)
    human += score["person seen"] if firm and human > 0 else 0.0  # Vance’s, a shop, has nothing of a person
    unseen = 0.0 if firm else score["unseen"]
    holy = any(t.words[0] in sets["saints"] for t in person.types if t.given)
    place = score["place"] + 4 * holy + 4 * bool(last & sets["place_gazetteer"]) + 4 * bool(last & sets["place_nouns"])
    thing, animal = score["thing"], score["animal"]
    if max(human, place, thing, animal) < LITTLE and score["person seen"] > (
        score["place seen"] + score["thing seen"] + unseen
    ):
        return "person"
    if score["speaks"] < SPEAKER:
        seen = _times_seen(score)
        place += score["place seen"] if seen["place"] >= seen["person"] else 0.0  # "Ottoline", once taken for a town
        thing += score["thing seen"] + unseen
    best = max(place, thing, animal)
    if human >= best and human > 0:
        return "person"
    if best == 0:
        return "thing"
    return "animal" if animal == best else "place" if place == best else "thing"


def _times_seen(score: Score) -> dict[str, float]:
    """How often the network sees a person, a place and a thing named so."""
    return {what: score[f"{what} seen"] / SEEN[what] for what in SEEN}


def _firm(score: Score) -> bool:
    """Whether the network sees a person often, and hardly ever anything else: then what it overlooks, in headings and
    signatures, is no sign of a thing, and "of the" and "to the" are none of a place ("the Grey Heron", a spy)."""
    seen = _times_seen(score)
    return seen["person"] >= max(FIRM, CLEARLY * (seen["place"] + seen["thing"])) and score["animal"] == 0


def _capitals(words: Words, i: int, j: int) -> bool:
    """Whether a name is written in capitals, as in a heading, where the network sees little."""
    return all(word.isupper() for word in words.text[i:j])


def _context(words: Words, mention: Mention, i: int, j: int, out: Score) -> None:
    """Add the evidence for each kind that the words around one mention, tokens [i, j), give."""
    sets = _sets()
    article = i > 0 and words.text[i - 1].lower() in ("the", "a", "an", "poor", "old", "little")
    before = words.text[i - 1 - article].lower() if i > article else ""
    out["place"] += 0.3 * (article and words.text[i - 1].lower() in ("the", "a", "an"))
    out["person"] += AGED * (i > 0 and words.text[i - 1].lower() in AGES and words.text[i - 2 : i - 1] != ["the"])
    ranked = i > 0 and words.text[i - 1].lower() == "the" and j == i + 1 and words.text[i].lower() in titles()
    if ranked and words.pos[j : j + 1] in (["VERB"], ["AUX"]):
        out["person"] += RANKED  # "the General came", who has no other name
    after = words.text[j].lower() if j < len(words) else ""
    second = words.text[j + 1].lower() if j + 1 < len(words) else ""
    if i > 1 and words.text[i - 1] in QUOTES and words.text[i - 2].lower() == "the":
        out["place"] += 2  # an inn, a ship, a paper: the “Crown”
    if after in ("'s", "’s"):
        out["person"] += 1.0 * (second in sets["body"])
        out["thing"] += 3 * (second in sets["thing"])
        out["animal"] += 3 * (second in sets["animal"])
        after = second if second in sets["animal"] else ""
    if after in sets["animal"]:
        out["animal"] += 2
    elif (
        before in sets["say"]
        or _beside_speech(words, i - article, before, after)
        or (after in STRONG and not (article and before in sets["place_prepositions"]))
    ):
        out["person"] += 3
        out["speaks"] += 1
    elif after == "," and second == "who" and not article and words.pos[i - 1 : i] != ["ADJ"]:
        out["person"] += FOLLOWED
    elif after == "who" or (after in sets["mind"] and not (article and before in sets["place_prepositions"])):
        out["person"] += 1
    elif after in sets["deeds"] and not article:
        out["person"] += DEED
    if i > 1 and (called := noun_of(words.text[i - 1].lower())) is not None and words.pos[i - 2] in ("DET", "PRON"):
        animal = called.kind == "animal"
        out["animal" if animal else "person"] += 3 if animal else 2  # "the witch Nesta"; people lend dogs their names
    if i > 1 and words.text[i - 1].lower() in sets["named"] and words.pos[i - 2] == "DET":
        out["thing"] += 4  # "the tug Nelly"
    if mention.vocative:
        out["person"] += 1.5
    if i > 1 and (words.text[i - 2].lower(), words.text[i - 1].lower()) in INTRODUCED:
        out["person"] += 2
    _surroundings(words, i, j, before, out)


def _beside_speech(words: Words, i: int, before: str, after: str) -> bool:
    """Whether a name, with its article at token ``i``, stands beside a quotation and a verb of saying, however weak:
    “...” returned the Dowager."""
    says = _sets()["beside speech"]
    quoted = [k > 0 and words.quotation[k - 1] is not None for k in (i, i - 1)]
    return (quoted[0] and after in says) or (quoted[1] and before in says)


def _surroundings(words: Words, i: int, j: int, before: str, out: Score) -> None:
    sets = _sets()
    verb = words.text[i - 2].lower() if i > 1 else ""
    if before == "of" and verb in sets["place_nouns"] | sets["named_things"]:
        out["place" if verb in sets["place_nouns"] else "thing"] += 4
    if before == "all" or (before == "of" and verb in sets["seats"] | {"whole"}):
        out["place"] += 1.5  # "all Barchester", "the mayor of Barchester"
    if before == "on" and not words.initial[i - 1]:
        out["place"] += 0.6
    if before == "off" or (before == "of" and verb == "out"):
        out["place"] += OFF
    if before in sets["place_prepositions"] and _owns_nothing(words, j):
        out["place"] += BARE
    named = words.text[i].lower() in given_names() and words.text[i].lower() not in titles()
    if named and i and words.text[i - 1].lower() == "the":
        out["thing"] += CHRISTENED * (words.text[j : j + 1] not in (["'s"], ["’s"]))
    if before in sets["ridden"]:
        out["thing"] += 1.2
    if before in sets["drive"] or verb in sets["drive"]:
        out["thing"] += 2
    if before in sets["place_prepositions"] and words.pos[j : j + 1] != ["VERB"]:
        out["place"] += 1 if before not in ("to", "from", "for", "at") else 0.4
    out["thing"] += 1.5 * _handled(words, j)
    owned = False
    for k in range(j, min(j + REACH, len(words))):
        word = words.text[k].lower()
        if word in (".", "!", "?") and not _taken_up(words, k):
            break
        if owned and word in sets["thing"]:
            out["thing"] += 1
        if owned and word in sets["animal"]:
            out["animal"] += 2
        owned = word in ("its", "her", "his", "has", "had", "no", "a", "with") or (owned and words.pos[k] == "ADJ")


def _owns_nothing(words: Words, j: int) -> bool:
    """Whether a name before token ``j`` has a possessive and nothing that it owns: "at Crane's, in Tulley Street"."""
    owns = words.text[j : j + 1] in (["'s"], ["’s"]) and words.pos[j] != "AUX"
    return owns and words.pos[j + 1 : j + 2] not in (["NOUN"], ["ADJ"], ["NUM"], ["PROPN"], ["ADV"])


def _handled(words: Words, j: int) -> bool:
    """Whether a name before token ``j`` is said to be folded, parked, switched off."""
    return words.pos[j : j + 1] == ["AUX"] and any(w.lower() in _sets()["handled"] for w in words.text[j + 1 : j + 3])


def _taken_up(words: Words, k: int) -> bool:
    """Whether the sentence after the mark ``k`` goes on about the same one ("He beat his tail")."""
    return k + 1 < len(words) and words.text[k + 1] in ("He", "She", "It", "His", "Her", "Its")
