"""Pet names that no list has."""

from __future__ import annotations

import pytest

from unspoken.layers.mentions import Mention
from unspoken.stages.cast.names import name_type
from unspoken.stages.cast.pets import pets

TOLD, SPOKEN, CALLED, WRITTEN = (None, None, False), ("q0", None, False), ("q0", None, True), (None, "d0", False)
Use = tuple[str, tuple[str | None, str | None, bool]]


def short(*uses: Use) -> dict[str, str]:
    """Which names are short for which, by where each stands."""
    mentions = [Mention(0, 1, "name", 0, 1, None, False, 3, q, d, None, called) for _, (q, d, called) in uses]
    found = pets(mentions, [(i, name) for i, (name, _) in enumerate(uses)])
    return {" ".join(kind.words): " ".join(whole.words) for kind, whole in found.items()}


@pytest.mark.parametrize("pet", ["Vic", "Vi", "Tova"])
def test_what_somebody_is_only_called_is_short_for_the_name_that_begins_or_ends_so(pet: str) -> None:
    assert short(("Victova", TOLD), (pet, CALLED)) == {pet.lower(): "victova"}
    assert short(("Victova", TOLD), (pet, WRITTEN)) == {pet.lower(): "victova"}


@pytest.mark.parametrize("pet", ["Vicka", "Vica", "Vicy"])
def test_the_beginning_of_a_name_may_have_an_ending_of_pet_names(pet: str) -> None:
    assert short(("Victova", TOLD), (pet, CALLED)) == {pet.lower(): "victova"}
    assert not short(("Vitelova", TOLD), (pet, CALLED))


def test_who_is_spoken_of_or_told_of_by_it_has_a_name_of_that_kind() -> None:
    assert not short(("Victova", TOLD), ("Vic", CALLED), ("Vic", SPOKEN))
    assert not short(("Victova", TOLD), ("Vic", CALLED), ("Vic", TOLD))


def test_who_is_told_of_now_and_then_by_what_they_are_called_has_a_pet_name() -> None:
    assert short(("Victova", TOLD), ("Vic", CALLED), ("Vic", CALLED), ("Vic", TOLD)) == {"vic": "victova"}


def test_what_may_be_short_for_several_is_nobodys() -> None:
    assert not short(("Victova", TOLD), ("Vicbert", TOLD), ("Vic", CALLED))


def test_a_surname_or_a_street_has_no_pet_name() -> None:
    assert not short(("Ann Victova", TOLD), ("Victova", TOLD), ("Vic", CALLED))
    assert not short(("Johnson", TOLD), ("John", CALLED))
    assert not short(("Victova Street", TOLD), ("Vic", CALLED))


def test_a_name_type_is_what_is_told() -> None:
    assert name_type("Vic").words == ("vic",)
