"""What was found, beside the text: people, the unspoken, network, time, notes, what can be taken along."""

from __future__ import annotations

import zipfile
from collections.abc import Callable

from tests.browser.conftest import Open, Page, Server, eventually


def panel(page: Page, name: str) -> Page:
    """Choose a tab; its panel."""
    page.get_by_role("tab", name=name).click()
    return page.get_by_role("tabpanel")


def test_the_cast_shows_who_speaks_how_much(page: Page) -> None:
    rows = panel(page, "People").locator("tbody tr")
    assert rows.count() == 5
    first = rows.first.inner_text()
    assert "Joel Whitcomb" in first
    assert "49 %" in first


def test_a_person_has_ties_feelings_and_an_arc(page: Page) -> None:
    shown = panel(page, "People")
    shown.get_by_role("button", name="Alma").click()
    told = shown.inner_text()
    assert "Joel Whitcomb" in told
    assert "romance" in told
    assert "Alma is angry" in told
    assert shown.locator(".arc circle").count() >= 2


def test_the_page_of_two_people_says_who_is_wrong_about_whom_and_until_when(page: Page) -> None:
    shown = panel(page, "Unspoken")
    assert shown.locator(".gap-card h3").inner_text() == "Joel Whitcomb is wrong about Alma, from scene 1 to scene 4"
    assert shown.locator(".short").inner_text() == "Joel Whitcomb believes that Alma does not love him. Alma does."
    assert "He was sure that she did not love him any more" in shown.locator(".believed").inner_text()
    assert "I’ve loved you since the tent" in shown.locator(".truth").inner_text()


def test_the_chart_shades_the_space_between_what_is_felt_and_what_is_believed(page: Page) -> None:
    chart = panel(page, "Unspoken").locator(".heart").first
    gap = chart.locator("rect.gap").bounding_box()
    felt, believed = (chart.locator(f"path.{name}").first.bounding_box() for name in ("turned", "held"))
    assert gap["height"] > 40
    assert abs(felt["y"] - gap["y"]) < 6  # what she feels is the upper edge
    assert abs(believed["y"] - (gap["y"] + gap["height"])) < 6  # what he believes is the lower one
    assert {"what Alma feels", "what Joel Whitcomb believes"} <= set(chart.locator("text.label").all_text_contents())


def test_events_gaps_and_where_the_reader_knows_are_marked_and_lead_into_the_text(page: Page) -> None:
    chart = panel(page, "Unspoken").locator(".heart").first
    labels = chart.locator(".flag text").all_text_contents()
    assert {"kiss", "reader knows", "Joel Whitcomb learns it"} <= set(labels)
    chart.locator(".flag text", has_text="kiss").click()
    eventually(page, "CSS.highlights.get('target')?.size > 0")
    assert "kissed" in page.evaluate("[...CSS.highlights.get('target')][0].toString()")


def test_another_pair_can_be_chosen(page: Page) -> None:
    shown = panel(page, "Unspoken")
    shown.get_by_label("Who:").select_option(label="Joel Whitcomb and Gus")
    assert "Gus" in shown.locator("p", has_text=" and ").nth(1).inner_text()
    assert shown.locator(".gap-card").count() == 0


def test_the_network_grows_with_the_scenes(page: Page) -> None:
    shown = panel(page, "Network")
    slider = shown.get_by_role("slider")
    names = lambda: set(shown.locator(".person text").all_text_contents())  # noqa: E731
    assert {"Joel Whitcomb", "Alma", "Gus", "Dinah Pruitt", "Opal"} == names()
    slider.fill("0")
    assert "Dinah Pruitt" not in names()
    assert {"Joel Whitcomb", "Alma"} <= names()


def test_a_line_of_the_network_leads_to_the_two(page: Page) -> None:
    shown = panel(page, "Network")
    shown.get_by_role("button", name="Joel Whitcomb and Alma:").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("tab", name="Unspoken").get_attribute("aria-selected") == "true"
    assert "Joel Whitcomb is wrong about Alma" in page.get_by_role("tabpanel").inner_text()


def test_time_shows_story_time_against_reading_order_and_who_is_where(page: Page) -> None:
    shown = panel(page, "Time")
    assert {"first day", "+1 day", "+12 days"} <= set(shown.locator(".days .tick").all_text_contents())
    dinah = shown.locator(".presence tbody tr", has_text="Dinah Pruitt").locator("td")
    assert [cell.locator(".there").count() for cell in dinah.all()] == [0, 1, 0, 0, 0]


DRAFT = """Catherine Vale sat down. “You came,” said Catherine. “I did,” said Bram. Catherine was glad.

“Then stay,” said Catherine. Bram looked at Catherine. Catherine laughed, and Bram took his hat.

“I cannot stay,” said Bram. “The boat goes at six, Catherine.” Katherine wept.

“Go, then,” said Catherine. “Go, and write to me, and do not come back before the spring.

Bram went. Catherine shut the door. On Monday Catherine swept the house, and nobody came.
"""


def test_notes_have_a_switch_for_each_kind_and_show_their_passages(
    serve: Callable[[str], Server], open_page: Open
) -> None:
    page = open_page(serve(DRAFT).address)
    shown = panel(page, "Notes")
    notes = shown.locator(".notes > li")
    notes.first.wait_for()
    assert "Katherine stands here once" in notes.first.inner_text()
    notes.first.locator(".words").first.click()
    eventually(page, "CSS.highlights.get('target')?.size > 0")
    assert page.evaluate("[...CSS.highlights.get('target')][0].toString()") == "Katherine"
    assert notes.count() == shown.get_by_role("checkbox").count() == 2
    shown.get_by_role("checkbox").first.uncheck()
    assert notes.count() == 1
    assert "Katherine" not in notes.inner_text()


def test_a_good_story_has_nothing_to_be_remarked_on(page: Page) -> None:
    panel(page, "Notes").get_by_text("Nothing to remark on.").wait_for()


def test_the_story_can_be_taken_along(page: Page) -> None:
    shown = panel(page, "Corrections")
    with page.expect_download() as download:
        shown.get_by_role("link", name="csv").click()
    names = zipfile.ZipFile(download.value.path()).namelist()
    assert "cider-press.characters.csv" in names
