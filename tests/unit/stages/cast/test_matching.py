"""Which ways to write a name mean one person, by how often the text has each."""

from __future__ import annotations

from collections import Counter

import pytest

from unspoken.stages.cast.distinct import Company, Pairs
from unspoken.stages.cast.genders import Told, prior
from unspoken.stages.cast.matching import persons
from unspoken.stages.cast.names import Person, name_type


def matched(
    counts: dict[str, int], votes: dict[str, str] | None = None, apart: str = "", beside: str = ""
) -> dict[str, list[Person]]:
    """Persons by name as written: names in order of appearance, how often each is written, the pronoun after it.

    ``apart``: two names that many sentences show together; ``beside``: two that many paragraphs do.
    """
    seen = [(name, k) for k, (name, n) in enumerate(counts.items()) for _ in range(n)]
    told = Told({name: Counter({vote: counts[name]}) for name, vote in (votes or {}).items()}, {})
    found = persons(seen, told, Company(_pair(apart), _pair(beside)))
    return {name: found[name_type(name)] for name in counts}


def _pair(names: str) -> Pairs:
    return Counter({frozenset(name_type(name) for name in names.split(" and ")): 10 if names else 0})


def same(found: dict[str, list[Person]], *names: str) -> bool:
    """Whether all names mean one person and no other."""
    return all(len(found[name]) == 1 and found[name][0] is found[names[0]][0] for name in names)


def test_a_bare_surname_is_the_man_of_that_name() -> None:
    found = matched({"Georgiana Marsh": 4, "Mr. Marsh": 40, "Miss Marsh": 9, "Marsh": 60}, {"Marsh": "m"})
    assert same(found, "Marsh", "Mr. Marsh")
    assert same(found, "Miss Marsh", "Georgiana Marsh")


def test_a_bare_surname_is_a_woman_s_where_she_follows_it() -> None:
    found = matched({"Dana Marsh": 5, "Mr. Marsh": 4, "Marsh": 60}, {"Marsh": "f", "Dana Marsh": "f"})
    assert same(found, "Marsh", "Dana Marsh")


def test_a_bare_given_name_is_whoever_came_first_where_it_is_the_usual_one() -> None:
    found = matched({"Walter Grey": 3, "Walter": 90, "Walter Hume": 20}, apart="Walter and Walter Hume")
    assert same(found, "Walter", "Walter Grey")


def test_a_bare_given_name_of_several_means_any_of_them() -> None:
    found = matched({"Walter Grey": 30, "Walter": 40, "Walter Hume": 30})
    assert {p.surfaces.most_common(1)[0][0] for p in found["Walter"]} == {"Walter Grey", "Walter Hume"}


def test_an_office_is_whoever_holds_it() -> None:
    found = matched({"Admiral Croome": 20, "Mrs. Croome": 30, "Admiral": 15})
    assert same(found, "Admiral", "Admiral Croome")


def test_an_office_that_nobody_holds_is_somebody() -> None:
    found = matched({"Hester": 20, "Admiral": 15})
    assert not same(found, "Admiral", "Hester")


def test_a_title_and_a_given_name_are_one_with_the_full_name_though_sentences_have_both() -> None:
    found = matched({"Sir Walter Grey": 10, "Sir Walter": 90}, apart="Sir Walter and Sir Walter Grey")
    assert same(found, "Sir Walter", "Sir Walter Grey")


def test_the_younger_sister_is_not_called_by_the_surname() -> None:
    found = matched({"Ruth Grey": 20, "Miss Ruth Grey": 4, "Esther Grey": 8, "Miss Grey": 9})
    assert same(found, "Miss Grey", "Esther Grey")


def test_an_only_daughter_is_called_by_the_surname_and_by_her_name() -> None:
    found = matched({"Ruth Grey": 20, "Miss Ruth": 4, "Aunt Grey": 1, "Miss Grey": 9})
    assert same(found, "Miss Grey", "Ruth Grey", "Miss Ruth")


def test_a_mother_is_not_one_of_her_daughters() -> None:
    found = matched({"Ruth Grey": 20, "Esther Grey": 8, "Lady Grey": 9})
    assert not same(found, "Lady Grey", "Ruth Grey")
    assert not same(found, "Lady Grey", "Esther Grey")


def test_the_wife_of_the_son_is_not_the_mother() -> None:
    found = matched({"Mrs. Walter Grey": 5, "Mrs. Grey": 30})
    assert not same(found, "Mrs. Grey", "Mrs. Walter Grey")


def test_a_father_is_not_the_rarer_of_his_sons() -> None:
    found = matched({"Walter Grey": 30, "Amos Grey": 5, "Mr. Grey": 12}, apart="Mr. Grey and Walter Grey")
    assert not same(found, "Mr. Grey", "Amos Grey")


def test_a_father_stands_beside_his_son_in_what_is_told() -> None:
    counts = {"Walter Grey": 10, "Walter": 90, "Mr. Grey": 60}
    assert same(matched(counts), "Mr. Grey", "Walter Grey")
    assert not same(matched(counts, beside="Mr. Grey and Walter"), "Mr. Grey", "Walter Grey")


def test_whose_wife_has_his_whole_name_is_not_the_elder_brother() -> None:
    counts = {"Mr. Walter Grey": 10, "Mr. Grey": 90}
    assert same(matched(counts), "Mr. Grey", "Mr. Walter Grey")
    found = matched({**counts, "Mrs. Walter Grey": 4, "Amos Grey": 3})
    assert not same(found, "Mr. Grey", "Mr. Walter Grey")
    assert not same(found, "Mr. Grey", "Amos Grey")


def test_a_lady_is_no_daughter_of_the_house() -> None:
    found = matched({"Sir Francis Grey": 4, "Ruth Grey": 20, "Lady Grey": 9})
    assert not same(found, "Lady Grey", "Ruth Grey")


def test_who_bears_the_title_already_is_meant_by_title_and_surname() -> None:
    found = matched({"Captain Walter Grey": 3, "Amos Grey": 9, "Captain Grey": 40})
    assert same(found, "Captain Grey", "Captain Walter Grey")


def test_pronouns_of_others_outweigh_no_title() -> None:
    found = matched({"Walter Grey": 6, "Captain Grey": 40, "Lady Grey": 5}, {"Captain Grey": "f"})
    assert not same(found, "Lady Grey", "Walter Grey")


def test_a_pet_name_is_not_for_one_who_always_has_a_title() -> None:
    found = matched({"Lady Catherine Vane": 20, "Kitty": 30})
    assert not same(found, "Kitty", "Lady Catherine Vane")


@pytest.mark.parametrize(
    "names", [("Noor Haddad", "Noor"), ("zadie-x", "zadie-x"), ("T'Vral of Keth", "T'Vral of Keth")]
)
def test_names_that_no_list_knows_are_matched_too(names: tuple[str, str]) -> None:
    assert same(matched(dict.fromkeys(names, 8)), *names)


def test_an_office_is_no_woman_s_who_is_never_given_it_unless_a_pronoun_tells() -> None:
    counts = {"Ruth Croome": 5, "Ruth": 30, "Judge Croome": 4}
    assert not same(matched(counts), "Ruth", "Judge Croome")
    assert same(matched(counts, {"Judge Croome": "f"}), "Ruth", "Judge Croome")
    assert same(matched({"Judge Ruth Croome": 1, **counts}), "Ruth", "Judge Croome")
    assert same(matched({"Adam Croome": 5, "Adam": 30, "Judge Croome": 4}), "Adam", "Judge Croome")


def test_a_fond_form_that_no_list_has_is_of_the_gender_of_its_name() -> None:
    assert prior("Jonno") < -3
    assert prior("Robbo") < -3
    assert prior("Gwennie") > 3
    assert -3 < prior("Bosco") < 3


def test_a_given_name_beside_the_whole_name_in_a_long_sentence_or_two_is_still_one_persons() -> None:
    seen = [(name, k) for k, (name, n) in enumerate({"Amos Thorne": 30, "Amos": 90}.items()) for _ in range(n)]
    pair = frozenset((name_type("Amos Thorne"), name_type("Amos")))
    for sentences, one in ((4, True), (20, False)):
        found = persons(seen, Told({}, {}), Company(Pairs({pair: sentences}), Pairs()))
        assert (found[name_type("Amos")][0] is found[name_type("Amos Thorne")][0]) is one


def test_small_words_of_a_surname_may_be_left_out() -> None:
    assert same(matched({"Hester de Vaux": 9, "Hester Vaux": 1, "Madame de Vaux": 4}), "Hester de Vaux", "Hester Vaux")


def test_an_office_that_no_brother_bears_is_somebody_elses() -> None:
    found = matched({"Amos Thorne": 90, "Ralph Thorne": 20, "Colonel Thorne": 9})
    assert not same(found, "Amos Thorne", "Colonel Thorne")
    assert same(matched({"Amos Thorne": 90, "Colonel Thorne": 9}), "Amos Thorne", "Colonel Thorne")


def test_a_woman_named_far_oftener_without_a_rank_does_not_bear_it() -> None:
    assert not same(matched({"Hester Thorne": 90, "Captain Thorne": 2}, {"Hester Thorne": "f"}), *PAIR)
    assert same(matched({"Hester Thorne": 9, "Captain Thorne": 2}, {"Hester Thorne": "f"}), *PAIR)


@pytest.mark.parametrize("house", ["Thorne Hotel", "Thorne Company", "Thorne Street"])
def test_a_house_or_firm_of_a_name_is_nobodys_name(house: str) -> None:
    assert not same(matched({house: 9, "Thorne": 9}), house, "Thorne")


def test_a_fond_form_that_is_a_name_of_its_own_may_be_of_a_long_name() -> None:
    assert same(matched({"Ruthanne": 9, "Ruthie": 2}), "Ruthanne", "Ruthie")
    assert not same(matched({"Charlotte": 9, "Charlie": 2}, {"Charlie": "m", "Charlotte": "f"}), "Charlotte", "Charlie")


PAIR = ("Hester Thorne", "Captain Thorne")


def test_a_title_and_an_initial_are_short_for_the_same_title_and_a_surname() -> None:
    assert same(matched({"Mrs Crowther": 1, "Mrs C": 1}), "Mrs Crowther", "Mrs C")
    assert not same(matched({"Mrs Crowther": 1, "Mr C": 1}), "Mrs Crowther", "Mr C")


def test_the_beginning_of_a_given_name_that_is_seldom_said_in_full_is_short_for_it() -> None:
    assert same(matched({"Brannerin Loam": 1, "Brann": 9}), "Brannerin Loam", "Brann")
    assert not same(matched({"Brannerin Loam": 9, "Brann": 9}), "Brannerin Loam", "Brann")
    assert not same(matched({"Annabel Loam": 1, "Anna": 9}), "Annabel Loam", "Anna")


def test_the_elder_of_two_is_whom_nobody_calls_by_a_given_name_alone() -> None:
    counts = {"Mr Marsh": 5, "Tom Marsh": 2, "Tom": 4, "Isaac Marsh": 1}
    found = matched(counts)
    assert same(found, "Mr Marsh", "Isaac Marsh")
    assert not same(found, "Mr Marsh", "Tom Marsh")
    assert same(matched({**counts, "Tom": 12, "Isaac": 1}), "Mr Marsh", "Tom Marsh")


def test_a_surname_that_is_once_taken_for_a_given_name_is_a_surname_all_the_same() -> None:
    counts = {"Orwin Marsh": 30, "Orwin": 200, "Marsh Treasurer": 1, "Marsh": 120, "Mr. Marsh": 22}
    assert same(matched(counts), "Orwin", "Orwin Marsh", "Marsh", "Mr. Marsh")


def test_a_title_in_dialect_is_the_title_that_it_is_said_for() -> None:
    found = matched({"Garth Tolley": 2, "Garth": 50, "Master Garth": 9, "Mester Garth": 8})
    assert same(found, "Garth", "Master Garth", "Mester Garth", "Garth Tolley")


def test_a_name_that_masters_and_misses_bear_is_no_surname() -> None:
    found = matched({"Garth Tolley": 1, "Garth": 50, "Master Garth": 40, "Dr. Tolley": 12, "Mr. Tolley": 12})
    assert same(found, "Garth", "Master Garth", "Garth Tolley")
    assert not same(found, "Garth", "Dr. Tolley")


def test_a_fond_form_with_the_surname_is_the_long_form_s() -> None:
    found = matched({"Dunmore Pyle": 4, "Dunmore": 40, "Dunny Pyle": 2, "Dunny": 30})
    assert same(found, "Dunmore", "Dunmore Pyle", "Dunny Pyle", "Dunny")


def test_a_doctor_is_not_the_other_man_of_the_surname() -> None:
    found = matched({"Ambrose Tolley": 3, "Mr. Ambrose Tolley": 7, "Mr. Tolley": 40, "Dr. Tolley": 45})
    assert same(found, "Mr. Tolley", "Mr. Ambrose Tolley", "Ambrose Tolley")
    assert not same(found, "Dr. Tolley", "Mr. Tolley")


def test_a_doctor_is_now_and_then_called_by_no_more_than_mr() -> None:
    assert same(matched({"Dr. Tolley": 45, "Ambrose Tolley": 3, "Mr. Tolley": 6}), "Dr. Tolley", "Mr. Tolley")


def test_a_farmer_is_a_man_of_that_calling() -> None:
    found = matched({"Abner Reddle": 9, "Reddle": 50, "Farmer Reddle": 15})
    assert same(found, "Farmer Reddle", "Reddle", "Abner Reddle")


def test_a_bare_name_that_stands_beside_the_long_form_is_still_that_of_the_whole_name() -> None:
    seen = [(n, k) for k, (n, times) in enumerate({"Abby Reddle": 3, "Abigail Reddle": 9, "Abby": 30}.items())
            for _ in range(times)]  # fmt: skip
    both = Counter({frozenset((name_type("Abby"), name_type("Abigail Reddle"))): 2})
    found = persons(seen, Told({}, {}), Company(both, Counter()))
    assert found[name_type("Abby")] == found[name_type("Abigail Reddle")]


def test_miss_and_a_surname_seldom_said_is_now_one_sister_and_now_the_other() -> None:
    found = matched({"Edith Tarn": 2, "Nancy Tarn": 2, "Miss Tarn": 3, "Edith": 20, "Nancy": 18})
    assert {id(p) for p in found["Miss Tarn"]} == {id(found["Edith"][0]), id(found["Nancy"][0])}
    often = matched({"Edith Tarn": 2, "Nancy Tarn": 2, "Miss Tarn": 30, "Edith": 20, "Nancy": 18})
    assert often["Miss Tarn"][0] not in (often["Edith"][0], often["Nancy"][0])
