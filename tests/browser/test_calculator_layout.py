"""The calculator as it lies on a screen: half a figure is another figure, so none is cut off, however narrow the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import CALCULATOR

WIDTHS = (320, 360, 480, 600, 640, 760, 960, 1280)
PART = "&order=2026-04-01&contract_end=2026-10-31"
ORDERS = {
    "a hundred thousand": ("?seats.admin=99&seats.manager=10&order=2026-04-01", "100050.00"),
    "millions": (f"?seats.admin=99999&seats.manager=9999{PART}", None),
    "as much as can be ordered": ("?seats.admin=999999&seats.manager=999999&order=2026-04-01", "1549998450.00"),
    "as much in a part of a year": (f"?seats.admin=999999&seats.manager=999999{PART}", None),
}
#: What is wider than the place it stands in, and what can be scrolled to be read.
CUT = """() => {
    const text = document.createRange();
    const out = [...document.querySelectorAll(".ab-calculator :is(data, th, dt, label)")].filter((one) => {
        text.selectNodeContents(one);
        const place = one.closest(".ab-result, .ab-form")?.getBoundingClientRect();
        return place && [...text.getClientRects()].some((box) => box.left < place.left - 1 || box.right > place.right + 1);
    });
    const parts = ".ab-block--calculator, .ab-calculator, .ab-calculator__form, .ab-calculator__result, .ab-result, .ab-stepper__input";
    const scrolled = [...document.querySelectorAll(parts)].filter((one) => one.scrollWidth > one.clientWidth);
    return [...out, ...scrolled].map((one) => one.className + " " + (one.value || one.textContent));
}"""


@pytest.fixture
def calculator(open_page):
    def opened(lang, query):
        page = open_page(CALCULATOR[lang] + query, before=lambda page: page.set_viewport_size({"width": WIDTHS[0], "height": 900}))
        expect(page.locator(".ab-result__total data")).to_be_visible()
        return page

    return opened


@pytest.mark.parametrize(("query", "value"), ORDERS.values(), ids=ORDERS)
def test_no_figure_is_cut_off_at_any_width(calculator, lang, query, value):
    page = calculator(lang, query)
    total = page.locator(".ab-result__total data")
    if value:
        assert total.get_attribute("value") == value
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(50)
        assert page.evaluate(CUT) == [], width
        assert total.evaluate("(one) => one.getClientRects().length") == 1, width


def test_a_total_too_long_for_one_line_goes_on_in_the_next(calculator):
    page = calculator("nl", ORDERS["as much as can be ordered"][0])
    total = page.locator(".ab-result__total data")
    total.evaluate("(one) => (one.textContent = one.textContent.repeat(3))")
    assert page.evaluate(CUT) == []
    assert total.evaluate("(one) => one.getClientRects().length") > 1


def test_an_ordinary_total_is_large_and_a_long_one_is_smaller_but_larger_than_what_it_is_made_of(calculator):
    sizes = []
    for query in ("?seats.admin=1&order=2026-04-01", ORDERS["as much as can be ordered"][0]):
        page = calculator("nl", query)
        size = "(one) => parseFloat(getComputedStyle(one).fontSize)"
        sizes += [page.locator(".ab-result__total").evaluate(size), page.locator(".ab-lines").evaluate(size)]
    large, _, smaller, line = sizes
    assert large > smaller > line
