"""The page on the tables has the columns that there are."""

from docs.tables import PAGE, page


def test_the_page_on_the_tables_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m docs.tables` and commit the result"
