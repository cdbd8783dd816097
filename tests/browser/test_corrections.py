"""Corrections made on the page are written beside the story, followed, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.browser.conftest import PATIENCE, STORY, Open, Page, Server, eventually
from tests.browser.test_panels import panel
from tests.browser.test_text import click_on

NOT_LISTED = "![...document.querySelectorAll('.cast .name')].some(e => e.textContent === '{}')"
Serve = Callable[[str], Server]


def opened(serve: Serve, open_page: Open) -> Page:
    return open_page(serve(STORY.read_text(encoding="utf-8")).address)


def written(folder: Path) -> str:
    return (folder / "story.unspoken.toml").read_text(encoding="utf-8")


def told(page: Page, words: str) -> None:
    page.locator(".message", has_text=words).wait_for(timeout=PATIENCE)


def say_who_speaks(page: Page, who: str) -> None:
    """Correct the speaker of "Nobody’s holding you", as a user does."""
    click_on(page, "Nobody’s holding")
    claim = page.locator(".claim[data-layer=quote]")
    claim.locator("summary").click()
    claim.get_by_label("Who says this?").fill(who)
    claim.get_by_role("button", name="Correct it").click()


def wrong_person(page: Page, name: str) -> Page:
    """Go to somebody, and say that something is wrong there; the panel."""
    shown = panel(page, "People")
    shown.get_by_role("button", name=name).click()
    shown.locator("summary", has_text="Is this wrong?").click()
    return shown


def test_a_speaker_is_corrected_and_the_correction_undone_and_redone(
    serve: Serve, open_page: Open, tmp_path: Path
) -> None:
    page = opened(serve, open_page)
    say_who_speaks(page, "Gus")
    told(page, "Gus")
    assert "[[speaker]]" in written(tmp_path)
    page.locator(".book p", has_text="Nobody’s holding").locator(".by", has_text="Gus").wait_for(timeout=PATIENCE)
    shown = panel(page, "Corrections")
    shown.locator(".corrections li").wait_for()
    shown.get_by_role("button", name="Undo").click()
    told(page, "Taken back")
    page.locator(".book p", has_text="Nobody’s holding").locator(".by", has_text="Joel").wait_for(timeout=PATIENCE)
    assert "[[speaker]]" not in written(tmp_path)
    shown.get_by_role("button", name="Redo").click()
    told(page, "Done again")
    page.locator(".book p", has_text="Nobody’s holding").locator(".by", has_text="Gus").wait_for(timeout=PATIENCE)


def test_a_person_is_renamed(serve: Serve, open_page: Open, tmp_path: Path) -> None:
    page = opened(serve, open_page)
    shown = wrong_person(page, "Gus")
    shown.get_by_label("To be called").fill("Augustus Whitcomb")
    shown.get_by_role("button", name="Rename").click()
    told(page, "Augustus Whitcomb")
    page.locator(".book .by", has_text="Augustus Whitcomb").first.wait_for(timeout=PATIENCE)
    assert 'as = "Augustus Whitcomb"' in written(tmp_path)


def test_two_people_are_made_one(serve: Serve, open_page: Open, tmp_path: Path) -> None:
    page = opened(serve, open_page)
    shown = wrong_person(page, "Opal")
    shown.get_by_label("The same person as").fill("Dinah Pruitt")
    shown.get_by_role("button", name="Make them one").click()
    told(page, "one person")
    assert "[[same]]" in written(tmp_path)
    panel(page, "People")
    eventually(page, f"document.querySelector('.cast') && {NOT_LISTED.format('Opal')}")
    panel(page, "People").get_by_role("button", name="Dinah Pruitt").click()
    assert "Also Opal" in page.get_by_role("tabpanel").inner_text()


def test_who_is_no_person_is_gone(serve: Serve, open_page: Open, tmp_path: Path) -> None:
    page = opened(serve, open_page)
    shown = wrong_person(page, "Opal")
    shown.get_by_role("button", name="Opal is no person").click()
    told(page, "nobody now")
    assert "[[nobody]]" in written(tmp_path)
    panel(page, "People")
    eventually(page, f"document.querySelector('.cast') && {NOT_LISTED.format('Opal')}")


def test_a_claim_that_is_wrong_is_struck_with_what_follows_from_it(
    serve: Serve, open_page: Open, tmp_path: Path
) -> None:
    page = opened(serve, open_page)
    card = panel(page, "Unspoken").locator(".gap-card")
    card.locator("summary").click()
    card.get_by_role("button", name="Strike it out").click()
    told(page, "Struck out")
    assert 'claim = "gaps"' in written(tmp_path)
    eventually(page, "document.querySelectorAll('.gap-card').length === 0")


def test_words_typed_by_hand_into_the_file_are_kept(serve: Serve, open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "story.unspoken.toml").write_text("# mine\n[[nobody]]\nname = 'Opal'\n", encoding="utf-8")
    page = opened(serve, open_page)
    say_who_speaks(page, "Gus")
    told(page, "Gus")
    assert written(tmp_path).startswith("# mine\n[[nobody]]\nname = 'Opal'\n")


def test_a_correction_that_is_not_followed_is_told(serve: Serve, open_page: Open) -> None:
    page = opened(serve, open_page)
    say_who_speaks(page, "Zeppelin")
    told(page, "It is noted, but a correction was not followed")


def test_one_person_is_made_two(serve: Serve, open_page: Open, tmp_path: Path) -> None:
    page = opened(serve, open_page)
    shown = wrong_person(page, "Gus")
    shown.get_by_label("Somebody else is").select_option("Grandpa")
    shown.get_by_role("button", name="Make them two").click()
    told(page, "two people now")
    assert 'people = ["Gus", "Grandpa"]' in written(tmp_path)


def test_whom_a_pronoun_means_is_corrected_there_and_nowhere_else(
    serve: Serve, open_page: Open, tmp_path: Path
) -> None:
    page = opened(serve, open_page)
    page.locator(".book p", has_text="Alma came in from the").locator(".m", has_text="her").click()
    claim = page.locator(".claim[data-layer=mention]")
    assert "“her” means Alma." in claim.inner_text()
    claim.locator("summary").click()
    claim.get_by_label("Who is meant?").fill("Dinah Pruitt")
    claim.get_by_role("button", name="Correct it").click()
    told(page, "Dinah Pruitt")
    assert "[[meant]]" in written(tmp_path)
    page.locator(".claim[data-layer=mention]", has_text="“her” means Dinah Pruitt.").wait_for(timeout=PATIENCE)
    page.locator(".book p", has_text="I told you").locator(".m", has_text="She").click()
    page.locator(".claim[data-layer=mention]", has_text="“She” means Alma.").wait_for(timeout=PATIENCE)
