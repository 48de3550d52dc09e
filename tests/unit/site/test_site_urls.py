from __future__ import annotations

import pytest
from answerbook.site.urls import destination, page_url


@pytest.mark.parametrize(
    ("src", "base", "directory", "flat"),
    [
        ("index.md", "", "", "index.html"),
        ("index.md", "en/", "en/", "en/index.html"),
        ("faq/hire/index.md", "en/", "en/faq/hire/", "en/faq/hire/index.html"),
        ("faq/hire/prices.md", "", "faq/hire/prices/", "faq/hire/prices.html"),
    ],
)
def test_a_page_stands_where_mkdocs_would_put_it(src: str, base: str, directory: str, flat: str) -> None:
    assert (page_url(src, base, directory_urls=True), page_url(src, base, directory_urls=False)) == (directory, flat)


def test_a_folder_is_served_from_its_index() -> None:
    assert [destination(url) for url in ("", "en/", "faq/x.html")] == ["index.html", "en/index.html", "faq/x.html"]
