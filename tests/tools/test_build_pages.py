from mojifix.channels.pages import PAGES
from tools import build_pages


def test_the_pages_are_those_of_python() -> None:
    assert build_pages.MODULE.read_text("utf-8") == build_pages.module_text()


def test_each_page_has_all_bytes() -> None:
    assert {len(page) for page in PAGES.values()} == {128, 256}
    assert PAGES["cp1252"][:3] == "€\ufffd‚"
