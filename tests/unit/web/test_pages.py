"""The page is three files of the package, and nothing else on the disk can be asked for."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tests.unit.web.asking import app_of, ask
from unspoken.web import pages
from unspoken.web.security import Guard


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guard:
    (tmp_path / "built").mkdir()
    for name in ("index.html", "app.js", "app.css", "secret.txt"):
        (tmp_path / "built" / name).write_text(f"this is {name}", encoding="utf-8")
    monkeypatch.setattr(pages, "files", lambda package: tmp_path)
    return app_of()


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [("/", "index.html", "text/html"), ("/app.js", "app.js", "text/javascript"), ("/app.css", "app.css", "text/css")],
)
def test_the_page_and_its_parts(app: Guard, path: str, name: str, kind: str) -> None:
    answer = ask(app, "GET", path)
    assert (answer.status_code, answer.text) == (200, f"this is {name}")
    assert answer.headers["content-type"] == f"{kind}; charset=utf-8"


@pytest.mark.parametrize(
    "path", ["/secret.txt", "/built/app.js", "/app.js/", "/../pages.py", "/%2e%2e/pages.py", "/app.js%00"]
)
def test_no_other_file_can_be_asked_for(app: Guard, path: str) -> None:
    assert ask(app, "GET", path).status_code == 404


def test_a_part_that_is_lacking_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "files", lambda package: tmp_path)
    answer = ask(app_of(), "GET", "/")
    assert answer.status_code == 404
    assert "index.html" in answer.json()["error"]


def test_the_page_asks_for_nothing_from_elsewhere_and_holds_no_script() -> None:
    page = files("unspoken.web") / "built" / "index.html"
    if not page.is_file():
        pytest.skip("the page is not built")
    text = page.read_text(encoding="utf-8")
    assert "://" not in text.replace("http://www.w3.org/", "")
    assert "<style" not in text
    assert text.count("<script") == text.count('src="/app.js"') == 1
