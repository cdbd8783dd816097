"""The story itself: marked, clickable, searchable, told word by word."""

from __future__ import annotations

from tests.browser.conftest import STORY, Open, Page, Server, eventually


def click_on(page: Page, words: str) -> None:
    """Click on words of the text, as a reader does."""
    page.locator(".book").get_by_text(words, exact=False).first.click()


def test_all_words_of_the_story_are_there_and_no_others(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # a long text is laid out as it is needed
    paragraphs = page.locator(".book [data-s]").evaluate_all(
        "all => all.map(p => [...p.childNodes].filter(n => !n.classList?.contains('by'))"
        ".map(n => n.textContent).join(''))"
    )
    assert "\n\n".join(paragraphs) == STORY.read_text(encoding="utf-8").strip()


def test_speakers_stand_in_the_margin(page: Page) -> None:
    line = page.locator(".book p", has_text="You’re early")
    assert line.locator(".by").inner_text().startswith("Alma")
    box, label = line.bounding_box(), line.locator(".by").bounding_box()
    assert label["x"] + label["width"] <= box["x"]


def test_people_are_told_apart_without_colour(page: Page) -> None:
    styles = page.locator(".cast .name").evaluate_all("all => all.map(e => getComputedStyle(e).textDecorationStyle)")
    assert len(set(styles)) == len(styles)


def test_a_click_on_a_word_tells_what_is_claimed_there_and_why(page: Page) -> None:
    click_on(page, "frightened")
    panel = page.get_by_role("tabpanel")
    assert "Joel Whitcomb is afraid." in panel.inner_text()
    assert "The feeling is named." in panel.inner_text()


def test_a_click_on_what_is_said_tells_who_says_it_to_whom_and_how_that_is_known(page: Page) -> None:
    click_on(page, "Nobody’s holding")
    told = page.get_by_role("tabpanel").inner_text()
    assert "Joel Whitcomb says this to Alma." in told
    assert "The words beside it name who speaks." in told


def test_a_claim_opens_its_passage(page: Page) -> None:
    page.get_by_role("tab", name="Unspoken").click()
    page.get_by_role("button", name="I’ve loved you since the tent").click()
    paragraph = page.locator(".book p", has_text="loved you since the tent")
    paragraph.wait_for()
    eventually(page, "CSS.highlights.get('target')?.size > 0")
    words = page.evaluate("[...CSS.highlights.get('target')].map(range => range.toString()).join('')")
    assert words == "I’ve loved you since the tent"
    top = paragraph.bounding_box()["y"]
    assert 0 < top < 900


def test_marks_can_be_switched_off(page: Page) -> None:
    page.locator("summary", has_text="Marks").click()
    page.get_by_label("speakers").uncheck()
    assert not page.locator(".book .by").first.is_visible()
    page.get_by_label("speakers").check()
    assert page.locator(".book .by").first.is_visible()


def test_a_search_finds_words_whatever_their_case_and_marks(page: Page) -> None:
    page.get_by_label("Search the text").fill("i'VE LOVED")
    assert page.locator(".results").get_by_role("status").inner_text() == "1 place"
    page.get_by_label("Search the text").press("Enter")
    eventually(page, "CSS.highlights.get('target')?.size > 0")
    assert page.evaluate("[...CSS.highlights.get('target')][0].toString()") == "I’ve loved"


def test_a_search_without_a_find_says_so(page: Page) -> None:
    page.get_by_label("Search the text").fill("zeppelin")
    assert page.locator(".results").get_by_role("status").inner_text() == "0 places"


def test_a_story_with_markup_in_its_words_is_harmless(open_page: Open, serve: object) -> None:
    text = (
        "“<script>document.title='owned'</script>,” said Ada.\n\n"
        "<img src=x onerror=\"document.title='owned'\"> Bram was <b>glad</b> & Ada's {{ name }} was \\u003cscript>.\n\n"
        "“You came,” said Ada. “I did,” said Bram. Ada loved Bram.\n"
    )
    server: Server = serve(text)  # type: ignore[operator]
    page = open_page(server.address)
    assert "<img src=x" in page.locator(".book").inner_text()
    assert page.locator(".book img, .book script, .book b:not(.scene b)").count() == 0
    for name in ("People", "Unspoken", "Network", "Time", "Notes", "Corrections"):
        page.get_by_role("tab", name=name).click()
    assert page.title() == "story.txt · Unspoken"


def test_astral_characters_move_no_mark(open_page: Open, serve: object) -> None:
    server: Server = serve("“🦀🦀 You came,” said Ada 🦀.\n\n“I did,” said Bram. 🦀 Ada was angry.\n")  # type: ignore[operator]
    page = open_page(server.address)
    assert page.locator(".book .f").all_inner_texts() == ["angry"]
    assert "“🦀🦀 You came,”" in "".join(page.locator(".book .q").all_inner_texts())


def test_escape_closes_what_is_claimed(page: Page) -> None:
    click_on(page, "frightened")
    page.keyboard.press("Escape")
    assert "At these words" not in page.get_by_role("tabpanel").inner_text()
