"""Links between pages of one site, relative so that they hold below any path and in a preview."""

from __future__ import annotations


def relative(url: str, start: str) -> str:
    """``url`` as a link on the page whose URL is ``start``. Both are site-relative; ``url`` may carry an anchor.

    >>> relative("en/faq/seats/#seat-price", "en/calculator/"), relative("faq/seats/#x", "faq/seats/"), relative("", "faq/")
    ('../faq/seats/#seat-price', '#x', '../')
    """
    path, mark, anchor = url.partition("#")
    if path == start and mark:
        return mark + anchor
    here, there = start.split("/")[:-1], path.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    link = "../" * (len(here) - common) + "/".join(there[common:])
    return (link or "./") + mark + anchor
