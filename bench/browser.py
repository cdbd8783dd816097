"""``python -m bench.browser STORY.json``: how soon a story is on the page, and how smoothly it scrolls.

Needs the extra ``browser`` and Chromium. Times are of this machine; each stands beside that of an empty page.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

CHROMIUM = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
RUNS = 5
SECONDS = 8  # of scrolling
FRAMES = """seconds => new Promise(done => {
    const book = document.querySelector('.book'), frames = [], far = book.scrollHeight / (60 * seconds);
    let last = performance.now(), ends = last + 1000 * seconds;
    const step = now => {
        frames.push(now - last); last = now; book.scrollTop += SPEED;
        now < ends ? requestAnimationFrame(step) : done(frames.slice(2));
    };
    requestAnimationFrame(step);
})"""
SPEEDS = {"reading on": "40", "leafing": "400", "through the whole book": "far"}
PAINT = """() => new Promise(done => {
    const seen = () => {
        const found = performance.getEntriesByName('first-contentful-paint')[0];
        found ? done(found.startTime) : requestAnimationFrame(seen);
    };
    seen();
})"""
TEXT = """() => new Promise(done => {
    const seen = () => document.querySelector('.book p') ? done(performance.now()) : requestAnimationFrame(seen);
    seen();
})"""


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.browser", description=__doc__)
    parser.add_argument("story", type=Path, help="a story that was read, as JSON")
    story = parser.parse_args().story
    server, address = started(story)
    try:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            paints(browser, address)
            scrolling(browser, address)
    finally:
        server.terminate()


def started(story: Path) -> tuple[subprocess.Popen[str], str]:
    """The server, ready, and its address."""
    command = [sys.executable, "-m", "unspoken.cli", "open", str(story), "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    found = re.search(r"http://\S+", server.stdout.readline())
    assert found
    return server, found[0]


def paints(browser: Any, address: str) -> None:
    """From asking for the page to its first paint, and to the first words of the story."""
    first, text, empty = [], [], []
    for run in range(RUNS + 1):
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto("data:text/html,<p>nothing")
        nothing = page.evaluate(PAINT)
        page.goto(address)
        words = page.evaluate(TEXT)
        if run:  # the first waits for the story itself
            empty.append(nothing)
            first.append(page.evaluate(PAINT))
            text.append(words)
        page.close()
    base = statistics.median(empty)
    for name, times in (("first paint", first), ("first words", text)):
        middle = statistics.median(times)
        print(f"{name}: {middle:.0f} ms ({max(times):.0f} at most), {middle / base:.1f} times an empty page")


def scrolling(browser: Any, address: str) -> None:
    """Frames while the book is scrolled."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(address)
    page.wait_for_selector(".book p")
    for name, speed in SPEEDS.items():
        page.evaluate("document.querySelector('.book').scrollTop = 0")
        frames = sorted(page.evaluate(FRAMES.replace("SPEED", speed), SECONDS))
        late = sum(frame > 100 for frame in frames)
        print(
            f"{name}: {len(frames)} frames, {statistics.median(frames):.0f} ms, "
            f"99 of 100 under {frames[int(0.99 * len(frames))]:.0f} ms, the longest {frames[-1]:.0f} ms, "
            f"{late} over 100 ms"
        )
    print(f"elements in the document: {page.evaluate('document.querySelectorAll(`*`).length')}")


if __name__ == "__main__":
    main()
