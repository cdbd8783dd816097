"""Everybody can use it: keyboard, screen reader, narrow window, dark page, paper; and nothing leaves the machine."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Open, Page, Server, eventually
from tests.browser.test_panels import panel

TABS = ("People", "Unspoken", "Network", "Time", "Notes", "Corrections")


def violations(page: Page) -> list[str]:
    """What axe finds, a line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra `browser`")
    found: list[dict[str, Any]] = axe.Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 420])
def test_axe_finds_nothing(open_page: Open, shared: Server, scheme: str, width: int) -> None:
    page = open_page(shared.address, width, 800, color_scheme=scheme)
    found = violations(page)
    for name in TABS:
        panel(page, name)
        page.wait_for_timeout(150)
        found += [f"{name}: {line}" for line in violations(page)]
    panel(page, "People").get_by_role("button", name="Alma").click()
    found += [f"person: {line}" for line in violations(page)]
    assert not found


def test_the_keyboard_goes_from_mark_to_mark_and_tells_what_is_there(page: Page) -> None:
    page.locator(".book").focus()
    page.keyboard.press("ArrowRight")
    live = page.locator("[aria-live=polite]")
    eventually(page, "document.querySelector('[aria-live=polite]').textContent.includes('Joel Whitcomb')")
    first = live.inner_text()
    page.keyboard.press("ArrowRight")
    eventually(page, f"document.querySelector('[aria-live=polite]').textContent !== {first!r}")
    page.keyboard.press("Enter")
    assert "At these words" in page.get_by_role("tabpanel").inner_text()


def test_the_tabs_go_round_with_the_arrows(page: Page) -> None:
    page.get_by_role("tab", name="People").focus()
    page.keyboard.press("ArrowLeft")
    assert page.get_by_role("tab", name="Corrections").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", name="People").get_attribute("aria-selected") == "true"


@pytest.mark.parametrize("width", [320, 420, 900, 1400])
def test_no_window_is_too_narrow(open_page: Open, shared: Server, width: int) -> None:
    page = open_page(shared.address, width, 800)
    for name in TABS:
        panel(page, name)
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_on_a_narrow_window_the_panel_opens_over_the_text_and_closes_again(open_page: Open, shared: Server) -> None:
    page = open_page(shared.address, 420, 800)
    panel(page, "Unspoken").wait_for()
    page.get_by_role("button", name="Text", exact=True).click()
    assert not page.get_by_role("tabpanel").is_visible()
    assert page.locator(".book").is_visible()


def test_a_dark_page_is_dark(open_page: Open, shared: Server) -> None:
    page = open_page(shared.address, color_scheme="dark")
    colour = page.locator(".book").evaluate("e => getComputedStyle(e).backgroundColor")
    assert max(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) < 80


def test_paper_gets_the_whole_text_and_nothing_to_click(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.get_by_role("tablist").is_visible()
    assert "It’s no good to anybody on a nail" in page.locator(".book").inner_text()
    assert page.locator(".book").evaluate("e => getComputedStyle(e).overflowY") == "visible"


def test_no_request_leaves_the_machine(open_page: Open, shared: Server) -> None:
    asked = list[str]()
    page = open_page(shared.address)
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_selector(".book p")
    for name in TABS:
        panel(page, name)
    page.wait_for_timeout(300)
    assert asked
    assert {urlsplit(url).hostname for url in asked if not url.startswith("data:")} == {"127.0.0.1"}


def test_the_key_does_not_stay_in_the_address(page: Page) -> None:
    assert "token" not in page.url


def test_without_the_key_nothing_is_told(chromium: Any, shared: Server) -> None:
    context = chromium.new_context()
    page = context.new_page()
    parts = urlsplit(shared.address)
    answer = page.goto(f"{parts.scheme}://{parts.netloc}/")
    assert answer.status == 403
    assert "Alma" not in page.content()
    context.close()
