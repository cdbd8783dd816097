"""As of this page: nothing is shown that a reader cannot know yet."""

from __future__ import annotations

from collections import Counter

from tests.browser.conftest import STORY, Page
from tests.browser.test_panels import panel
from tests.browser.test_text import click_on


def bookmark_at(page: Page, words: str) -> None:
    click_on(page, words)
    page.get_by_role("button", name="Bookmark here").click()


def test_a_bookmark_hides_the_gap_until_belief_and_truth_are_both_told(page: Page) -> None:
    bookmark_at(page, "Aren’t you driving her")
    assert panel(page, "Unspoken").locator(".gap-card").count() == 0
    page.get_by_role("button", name="Show everything").click()
    assert panel(page, "Unspoken").locator(".gap-card").count() == 1


def test_nobody_is_shown_who_has_not_been_met(page: Page) -> None:
    bookmark_at(page, "You’re early")
    names = panel(page, "People").locator(".name").all_inner_texts()
    assert set(names) == {"Joel Whitcomb", "Alma"}


def test_the_text_after_the_bookmark_is_not_marked(page: Page) -> None:
    bookmark_at(page, "Aren’t you driving her")
    later = page.locator(".book .unread")
    assert later.count() > 5
    assert later.locator(".q, .m, .f, .by").count() == 0
    assert page.locator(".marker").count() == 1


def test_how_a_pair_stands_later_is_not_told(page: Page) -> None:
    bookmark_at(page, "Aren’t you driving her")
    shown = panel(page, "Unspoken")
    told = shown.inner_text()
    assert "kiss" not in told
    assert "I’ve loved you" not in told
    shown = panel(page, "Network")
    assert shown.get_by_role("slider").get_attribute("max") == "1"  # the third scene has not ended


def test_a_search_finds_nothing_that_has_not_been_read(page: Page) -> None:
    bookmark_at(page, "Aren’t you driving her")
    page.get_by_label("Search the text").fill("tent")
    places = page.locator(".results li").all_inner_texts()
    assert len(places) == 1
    assert "tent and a bag" in places[0]
    assert "loved" not in places[0]


def test_the_keyboard_sets_and_clears_it(page: Page) -> None:
    page.locator(".book").focus()
    page.keyboard.press("b")
    page.get_by_role("button", name="Show everything").wait_for()
    page.keyboard.press("b")
    page.get_by_role("button", name="As of this page").wait_for()


def test_before_the_first_scene_has_ended_no_network_is_drawn(page: Page) -> None:
    bookmark_at(page, "You’re early")
    assert "No scene has ended so far." in panel(page, "Network").inner_text()


def test_people_stand_in_the_order_of_what_has_been_read(page: Page) -> None:
    bookmark_at(page, "This is not for sale")
    names = panel(page, "People").locator(".cast .name").all_inner_texts()
    mentions = page.evaluate("fetch('/api/story').then(a => a.json()).then(s => s.mentions)")
    until = STORY.read_text(encoding="utf-8").index("This is not for sale")
    counts = Counter(who for who, end in zip(mentions["who"], mentions["end"], strict=True) if end <= until)
    assert len(names) == len(counts)
    assert names[0] == "Joel Whitcomb"


def test_a_bookmark_outlives_a_reload(page: Page) -> None:
    bookmark_at(page, "Aren’t you driving her")
    page.reload()
    page.get_by_role("button", name="Show everything").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # a long text is laid out as it is needed
    assert page.locator(".marker").count() == 1


def test_moved_back_it_takes_what_was_picked_with_it(page: Page) -> None:
    click_on(page, "frightened")
    page.get_by_role("button", name="As of this page").click()
    assert "At these words" not in page.get_by_role("tabpanel").inner_text()


def test_exports_are_said_to_hold_the_whole_story(page: Page) -> None:
    bookmark_at(page, "Aren’t you driving her")
    assert "also what comes after your bookmark" in panel(page, "Corrections").inner_text()
