"""Makes the pictures of `unspoken open` in the documentation: the story that ships, as a reader sees it.

``python -m docs.pictures FOLDER``; needs the extra ``browser`` and Chromium.
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

STORY = Path(__file__).parents[1] / "src" / "unspoken" / "resources" / "stories" / "cider-press.txt"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--hide-scrollbars"]
Page = Any


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    with sync_playwright() as driver:
        photographed(driver.chromium.launch(executable_path=path, args=ARGUMENTS), folder)


def photographed(browser: Any, folder: Path) -> None:
    """Open the story in a browser, and write what each picture shows."""
    with tempfile.TemporaryDirectory() as beside:
        server, address = served(Path(shutil.copy(STORY, beside)))
        for name, (act, options) in PICTURES.items():
            page = browser.new_page(**{"viewport": {"width": 1280, "height": 800}, **options})
            page.goto(address)
            page.wait_for_selector(".book p", timeout=120_000)
            act(page)
            page.wait_for_timeout(400)
            page.screenshot(path=folder / f"{name}.png")
            page.close()
        server.send_signal(signal.SIGINT)
        server.communicate()


def served(story: Path) -> tuple[subprocess.Popen[str], str]:
    """`unspoken open`, and its address."""
    command = [sys.executable, "-m", "unspoken.cli", "open", str(story), "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    found = re.search(r"http://\S+", server.stdout.readline())
    assert found, "the server told no address"
    return server, found[0]


def tab(name: str) -> Callable[[Page], None]:
    """Choose a tab."""
    return lambda page: page.get_by_role("tab", name=name).click()


def word(page: Page) -> None:
    """Click on a word."""
    page.locator(".book").get_by_text("frightened").click()


def bookmark(page: Page) -> None:
    """Set a bookmark, and look at what is between two people by then."""
    page.locator(".book").get_by_text("Nobody’s holding", exact=False).first.click()
    page.get_by_role("button", name="Bookmark here").click()
    tab("People")(page)


PICTURES: dict[str, tuple[Callable[[Page], None], dict[str, Any]]] = {
    "text": (word, {}),
    "unspoken": (tab("Unspoken"), {}),
    "network": (tab("Network"), {}),
    "time": (tab("Time"), {}),
    "bookmark": (bookmark, {}),
    "dark": (tab("Unspoken"), {"color_scheme": "dark"}),
    "narrow": (tab("Unspoken"), {"viewport": {"width": 420, "height": 800}}),
}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
