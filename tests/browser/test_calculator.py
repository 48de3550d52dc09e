"""The calculator in a browser: the engine's figures, in the URL, by keyboard, said once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .conftest import ARTICLE, CALCULATOR

LATER = "?seats.admin=1&order=2026-04-01&contract_end=2026-10-31"
WORDS = {
    "nl": {
        "total": "€ 556,99",
        "part": "214 van 365 dagen",
        "last": "31 oktober 2026",
        "team": "€ 4.050,00",
        "end": "Einde van je contract",
    },
    "en": {"total": "€556.99", "part": "214 of 365 days", "last": "31 October 2026", "team": "€4,050.00", "end": "End of your contract"},
}


def plain(text: str) -> str:
    """Text with the spaces of a price made ordinary."""
    return re.sub(r"[\u00a0\u202f]", " ", text)


@pytest.fixture
def calculator(open_page):
    def opened(lang, query="", **options):
        page = open_page(CALCULATOR[lang] + query, **options)
        page.wait_for_selector("price-calculator[data-ready] .ab-result :is(.ab-result__total, .ab-result__none)")
        return page

    return opened


def total(page):
    return page.locator(".ab-result__total data")


def admins(page):
    return page.locator('input[name="seats.admin"]')


def test_a_shared_link_shows_the_engines_figures_in_the_readers_language(calculator, lang):
    page = calculator(lang, LATER)
    assert total(page).get_attribute("value") == "556.99"
    assert plain(total(page).inner_text()) == WORDS[lang]["total"]
    lines = plain(page.locator(".ab-lines").inner_text())
    assert WORDS[lang]["part"] in lines
    assert WORDS[lang]["last"] in plain(page.locator(".ab-facts").inner_text())
    assert page.locator(".ab-facts data[value='393.01']").count() == 1
    assert page.locator(".ab-facts data[value='2026-05-01']").count() == 1


def test_every_figure_carries_the_rule_it_stands_on(calculator, lang):
    page = calculator(lang, LATER)
    rules = page.locator(".ab-calculator data").evaluate_all("(all) => all.map((one) => one.dataset.rule ?? '')")
    assert len(rules) > 5
    assert all(re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)+", rule) for rule in rules)


def test_the_proof_tells_each_step_and_leads_to_the_article(calculator, lang):
    page = calculator(lang, LATER)
    proof = page.locator(".ab-calculator details")
    proof.locator("summary").click()
    assert proof.locator("ol li").count() >= 8
    assert "undefined" not in proof.inner_text()
    links = proof.locator("a").evaluate_all("(all) => all.map((one) => one.href)")
    assert any(link.endswith(ARTICLE[lang] + "#contract-ends") for link in links)


def test_a_quantity_typed_goes_into_the_url_and_the_back_button_takes_it_out(calculator, lang):
    page = calculator(lang)
    admins(page).fill("3")
    page.locator('input[name="seats.manager"]').fill("2")
    page.locator('input[name="seats.manager"]').press("Tab")
    expect(total(page)).to_have_attribute("value", "4050.00")
    assert plain(total(page).inner_text()) == WORDS[lang]["team"]
    assert "seats.admin=3&seats.manager=2&order=2026-11-23" in page.url
    page.go_back()
    expect(total(page)).to_have_attribute("value", "2850.00")
    page.go_forward()
    expect(total(page)).to_have_attribute("value", "4050.00")


def test_the_link_that_is_copied_opens_the_same_quote(calculator, chromium, site):
    page = calculator("nl", LATER, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    page.goto(copied)
    expect(total(page)).to_have_attribute("value", "556.99")


@pytest.mark.parametrize(
    ("query", "concerned"),
    [
        ("?seats.admin=1&order=2023-12-31", "order"),
        ("?seats.admin=1&order=2026-04-01&contract_end=2026-03-31", "contract_end"),
        ("?seats.admin=0&order=2026-04-01", "seats.admin"),
    ],
)
def test_a_refusal_stands_next_to_the_field_it_is_about(calculator, lang, query, concerned):
    page = calculator(lang, query)
    field = page.locator(f'input[name="{concerned}"]')
    expect(field).to_have_attribute("aria-invalid", "true")
    error = page.locator(".ab-form .ab-error")
    expect(error).to_be_visible()
    assert error.get_attribute("id") in (field.get_attribute("aria-describedby") or "").split()
    assert page.locator(".ab-calculator__result data").count() == 0


def test_half_a_seat_and_less_than_none_are_refused_without_a_figure(calculator, lang):
    page = calculator(lang)
    for typed in ("1.5", "-2", "1234567"):
        admins(page).fill(typed)
        expect(page.locator(".ab-form .ab-error")).not_to_be_empty()
        expect(page.locator(".ab-calculator__result data")).to_have_count(0)
        assert f"seats.admin={typed}" not in page.url


@pytest.mark.parametrize(
    "query", ["?seats.admin=1e3", "?seats.admin=2&order=2026-02-30", "?seats.admin=%3Cimg%20src%3Dx%3E", "?seats.admin=2&seats.admin=3"]
)
def test_a_link_that_cannot_be_read_says_so_and_never_guesses(calculator, lang, query):
    page = calculator(lang, query)
    expect(page.locator(".ab-calculator .ab-notice")).to_be_visible()
    assert page.locator("price-calculator img").count() == 0


@pytest.mark.parametrize("typed", ["1e3", "1.000", "1,000", "+3", "0x10", "½"])
def test_only_digits_are_a_quantity_and_nothing_else_is_shared(calculator, lang, typed):
    page = calculator(lang, LATER)
    before = page.url
    admins(page).fill(typed)
    admins(page).press("Tab")
    expect(page.locator(".ab-form .ab-error")).to_be_visible()
    expect(page.locator(".ab-calculator__result data")).to_have_count(0)
    assert page.url == before
    expect(page.locator(".ab-calculator__tools button").first).to_be_disabled()
    admins(page).fill("007")
    admins(page).press("Tab")
    expect(admins(page)).to_have_value("7")
    assert "seats.admin=7&" in page.url
    expect(page.locator(".ab-calculator__tools button").first).to_be_enabled()


def test_on_a_narrow_phone_nothing_lies_over_a_button(calculator, lang):
    page = calculator(lang, LATER, phone=True, before=lambda page: page.set_viewport_size({"width": 360, "height": 640}))
    for button in page.locator(".ab-stepper button").all():
        button.evaluate("(one) => scrollBy(0, one.getBoundingClientRect().bottom - innerHeight + 8)")
        page.wait_for_timeout(250)
        assert button.evaluate(
            """(one) => {
                const box = one.getBoundingClientRect();
                return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
            }"""
        )


def test_everything_can_be_done_from_the_keyboard(calculator):
    page = calculator("nl")
    admins(page).focus()
    page.keyboard.press("ArrowUp")
    expect(total(page)).to_have_attribute("value", "1900.00")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(total(page)).to_have_attribute("value", "2850.00")
    page.locator(".ab-calculator details summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ab-calculator details ol")).to_be_visible()


def test_the_answer_is_said_once_and_not_when_the_page_opens(calculator, lang):
    page = calculator(lang, LATER)
    said = page.locator('.ab-calculator__result [role="status"]').first
    expect(said).to_be_empty()
    page.evaluate(
        """(node) => {
            window.said = [];
            const all = {childList: true, characterData: true, subtree: true};
            new MutationObserver(() => window.said.push(node.textContent)).observe(node, all);
        }""",
        said.element_handle(),
    )
    admins(page).fill("2")
    expect(said).not_to_be_empty()
    page.wait_for_timeout(600)
    assert len(page.evaluate("window.said")) == 1


def test_without_a_script_the_price_table_stands(open_page, lang):
    page = open_page(CALCULATOR[lang], java_script_enabled=False)
    table = page.locator("price-calculator table")
    expect(table).to_be_visible()
    assert table.locator("data[value='950.00']").count() == 1


def test_on_a_phone_nothing_runs_off_the_screen(calculator, lang):
    page = calculator(lang, LATER, phone=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.locator(".ab-calculator :is(button, input, summary)").evaluate_all(
        """(all) => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
            .filter((box) => box.width < 24 || box.height < 24).length"""
    )
    assert small == 0
