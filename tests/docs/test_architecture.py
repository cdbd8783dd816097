"""The page on the architecture has the stages that there are, with the layers that they read."""

from docs.stages import PAGE, page, table


def test_the_table_of_stages_is_current() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert table() in text, "run `just stages` and commit the result"
    assert page(text) == text


def test_an_old_table_is_replaced() -> None:
    old = "Before.\n\n| makes | in | reads |\n|---|---|---|\n| weather | `stages/weather.py` | scenes |\n\nAfter.\n"
    assert page(old) == f"Before.\n\n{table()}\nAfter.\n"
