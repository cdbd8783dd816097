"""A real browser before a real server: `unspoken open` as a user starts it, Chromium as a user sees it."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
STORY = Path(__file__).parents[2] / "src" / "unspoken" / "resources" / "stories" / "cider-press.txt"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PATIENCE = 60_000  # milliseconds for a story to be read on a busy machine
Page = Any
Open = Callable[..., Page]


def eventually(page: Page, expression: str) -> None:
    """Wait until an expression holds on the page; asked from outside, since the page runs no text as a program."""
    ends = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(expression):
        assert time.monotonic() < ends, f"never so: {expression}"
        page.wait_for_timeout(50)


class Server:
    """`unspoken open FILE --no-browser` in a process of its own."""

    def __init__(self, story: Path) -> None:
        command = [sys.executable, "-m", "unspoken.cli", "open", str(story), "--no-browser"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert self._process.stdout
        line = self._process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            self.stop()
            pytest.fail(f"the server says {line!r}")
        self.address = found[0]

    def stop(self) -> None:
        """As Ctrl-C does."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(20)
        if self._process.stdout:
            self._process.stdout.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra `browser`")
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("needs Chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The story that ships, for tests that change nothing."""
    server = Server(Path(shutil.copy(STORY, tmp_path_factory.mktemp("shared"))))
    yield server
    server.stop()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[str, str], Server]]:
    """Serve a text of the test's own."""
    servers = list[Server]()

    def served(text: str, name: str = "story.txt") -> Server:
        story = tmp_path / name
        story.write_text(text, encoding="utf-8")
        servers.append(Server(story))
        return servers[-1]

    yield served
    for server in servers:
        server.stop()


@pytest.fixture
def open_page(chromium: Any, serve: object) -> Iterator[Open]:
    """Open an address in a window of its own; the window fails the test where it has an error to tell.

    It rests on `serve` so that windows close before their servers stop: what a page still loads then is no fault.
    """
    contexts, faults = [], list[str]()

    def opened(address: str, width: int = 1400, height: int = 900, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(address)
        page.wait_for_selector(".book p", timeout=PATIENCE)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def page(open_page: Open, shared: Server) -> Page:
    """The story that ships, in a wide window."""
    return open_page(shared.address)
