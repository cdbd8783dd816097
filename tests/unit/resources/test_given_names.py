"""The list of given names: each stands once, with one gender, where one would look for it; some are of both."""

from __future__ import annotations

from unspoken import resources


def lines() -> dict[str, list[str]]:
    """The names of each gender, in the order of the file."""
    rows = (row.partition(":") for row in resources.text("given_names.txt").splitlines() if not row.startswith("#"))
    return {gender: names.split() for gender, _, names in rows}


def test_there_is_one_line_of_sorted_names_for_each_gender() -> None:
    assert set(lines()) == {"f", "m", "any"}
    assert all(names == sorted(set(names)) for names in lines().values())


def test_no_name_has_two_genders() -> None:
    assert not {*lines()["f"]} & {*lines()["m"]}


def test_names_of_either_are_listed_with_the_gender_that_is_commoner() -> None:
    assert {*lines()["any"]} <= {*lines()["f"], *lines()["m"]}


def test_names_are_words_of_lower_case_letters() -> None:
    assert all(name.isalpha() and name.islower() for names in lines().values() for name in names)
