"""The assistant in a browser: a dialog that stands beside the page, answers with proof, asks what is missing, and hands over."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import ARTICLE, CONTACT, HOME, SUPPORT

MODULES = Path(__file__).parent.parent.parent / "plugins" / "answerbook" / "browser"
TOTAL = {"nl": "Wat kosten 3 admins en 2 projectbeheerders?", "en": "What do 3 admins and 2 project managers cost?"}
FIGURE = {"nl": "€ 4.050,00", "en": "€4,050.00"}
UNPUBLISHED = {"nl": "Wat kost een SLA per maand?", "en": "What does an SLA cost per month?"}
AMBIGUOUS = {"nl": "Wat kosten 4 accounts?", "en": "What do 4 seats cost?"}


@pytest.fixture
def assistant(open_page):
    def opened(path, **options):
        page = open_page(path, **options)
        page.locator(".ab-launcher").click()
        expect(page.locator(".ab-panel--floating")).to_be_visible()
        expect(page.locator(".ab-composer__input")).to_be_focused()
        return page

    return opened


def ask(page, text):
    count = page.locator(".ab-turn--said").count()
    page.locator(".ab-composer__input").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".ab-turn--said")).to_have_count(count + 1)
    return page.locator(".ab-turn--said").last


def plain(text):
    return re.sub(r"[\u00a0\u202f]", " ", text)


def test_it_answers_with_the_figure_the_article_and_the_proof(assistant, lang):
    page = assistant(HOME[lang])
    answer = ask(page, TOTAL[lang])
    assert FIGURE[lang] in plain(answer.inner_text())
    assert ARTICLE[lang] in answer.locator(".ab-turn__article").get_attribute("href")
    answer.locator("summary").click()
    proof = answer.locator("details")
    assert proof.locator("ol li").count() >= 3
    assert "seats.admin.price" in proof.inner_text()
    assert "2026" in proof.locator(".ab-proof__source").first.inner_text()


def test_it_asks_for_what_is_missing_and_a_choice_goes_on_from_there(assistant, lang):
    page = assistant(HOME[lang])
    answer = ask(page, AMBIGUOUS[lang])
    chips = answer.locator(".ab-chip")
    expect(chips.first).to_be_visible()
    chips.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ab-turn--asked")).to_have_count(2)
    expect(page.locator(".ab-turn--answered")).to_have_count(1)
    expect(page.locator(".ab-composer__input")).to_be_focused()
    assert "€" in page.locator(".ab-turn--answered").inner_text()


def test_what_is_not_published_is_refused_with_a_way_to_a_person(assistant, lang):
    page = assistant(HOME[lang])
    answer = ask(page, UNPUBLISHED[lang])
    assert "€" not in answer.inner_text()
    link = answer.locator("a.ab-button").get_attribute("href")
    assert urlsplit(link).path == f"/{CONTACT[lang]}"
    assert parse_qs(urlsplit(link).query)["question"] == [UNPUBLISHED[lang]]


def test_a_bad_answer_reaches_a_person_with_page_question_reason_and_rules(assistant, lang):
    page = assistant(SUPPORT[lang])
    answer = ask(page, TOTAL[lang])
    answer.locator(".ab-rating button").nth(1).click()
    expect(answer.locator(".ab-rating__said")).to_be_focused()
    answer.locator(".ab-rating a").first.click()
    page.wait_for_url(re.compile(re.escape(CONTACT[lang])))
    message = page.locator("contact-message textarea")
    expect(message).to_be_visible()
    text = message.input_value()
    assert TOTAL[lang] in text
    assert SUPPORT[lang] in text
    assert "seats.admin.price" in text


def test_starting_over_forgets_everything(assistant, lang):
    page = assistant(HOME[lang])
    ask(page, TOTAL[lang])
    page.locator(".ab-panel__head button").first.click()
    expect(page.locator(".ab-turn--asked")).to_have_count(0)
    expect(page.locator(".ab-composer__input")).to_be_focused()
    storage = page.evaluate("JSON.stringify([Object.keys(sessionStorage), document.cookie])")
    assert storage == '[[],""]'


def test_escape_closes_it_and_the_focus_returns(assistant, lang):
    page = assistant(HOME[lang])
    ask(page, TOTAL[lang])
    page.keyboard.press("Escape")
    expect(page.locator(".ab-panel--floating")).to_be_hidden()
    launcher = page.locator(".ab-launcher")
    expect(launcher).to_be_focused()
    expect(launcher).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page.locator(".ab-turn--asked")).to_have_count(1)


def test_the_page_behind_it_stays_usable(assistant, lang):
    page = assistant(ARTICLE[lang])
    assert page.locator(".ab-panel--floating").get_attribute("aria-modal") == "false"
    page.locator("h1").click()
    expect(page.locator(".ab-panel--floating")).to_be_visible()


def test_an_answer_is_said_once_and_what_follows_it_is_not(assistant, lang):
    page = assistant(HOME[lang])
    answer = ask(page, TOTAL[lang])
    assert page.locator(".ab-log").get_attribute("role") == "log"
    assert answer.locator(".ab-turn__tools").get_attribute("aria-live") == "off"


def test_a_question_that_looks_like_markup_stays_text(assistant):
    page = assistant(HOME["nl"])
    ask(page, "<img src=x onerror=alert(1)>")
    assert page.locator(".ab-log img").count() == 0
    assert "<img src=x" in page.locator(".ab-turn--asked").inner_text()


def test_the_first_questions_are_those_of_the_page(assistant, lang):
    page = assistant(ARTICLE[lang])
    first = page.locator(".ab-log .ab-chip").first.inner_text()
    assert first in page.locator("article h2").first.inner_text()


def test_on_a_phone_it_fills_the_screen(assistant, lang):
    page = assistant(HOME[lang], phone=True)
    box = page.locator(".ab-panel--floating").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    answer = ask(page, TOTAL[lang])
    assert FIGURE[lang] in plain(answer.inner_text())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_of_it_is_loaded_before_it_is_opened(open_page, lang):
    asked = []
    page = open_page(ARTICLE[lang], before=lambda page: page.on("request", lambda request: asked.append(urlsplit(request.url).path)))
    expect(page.locator(".ab-launcher")).to_be_visible()
    page.wait_for_timeout(500)
    assert not [path for path in asked if ".answers." in path or "/answers/" in path or "/assistant/" in path]


def test_all_modules_of_a_first_answer_are_asked_for_at_once(open_page, lang, site_folder):
    page = open_page(ARTICLE[lang])
    expect(page.locator(".ab-launcher")).to_be_visible()
    page.wait_for_load_state("networkidle")
    listed = set(re.findall(r'^  "([\w/-]+)",$', (MODULES / "elements/assistant/preparing.js").read_text(encoding="utf-8"), re.MULTILINE))
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.locator(".ab-launcher").hover()
    page.wait_for_load_state("networkidle")
    page.locator(".ab-launcher").click()
    expect(page.locator(".ab-composer__input")).to_be_focused()
    ask(page, TOTAL[lang])
    assert imported(site_folder / "answerbook/js", "client.js", "answers/requests.js", "elements/assistant/panel.js") == listed
    late = {path.split("/js/")[1].removesuffix(".js") for path in asked if path.endswith(".js")} - listed
    assert late <= {"elements/assistant/preparing", f"language/stemmers/{lang}"}


def imported(served, *starts):
    """The modules that some import as they are served, without their ending."""
    found, waiting = set(), [served / start for start in starts]
    while waiting:
        module = waiting.pop().resolve()
        if module in found:
            continue
        found.add(module)
        waiting += [module.parent / name for name in re.findall(r'(?:from|import)\s*"(\.[^"]+)"', module.read_text(encoding="utf-8"))]
    return {module.relative_to(served.resolve()).with_suffix("").as_posix() for module in found}


def test_the_contact_page_holds_a_conversation_of_its_own(open_page, lang):
    page = open_page(CONTACT[lang])
    panel = page.locator("faq-assistant[inline] .ab-panel--inline")
    panel.locator("textarea").fill(TOTAL[lang])
    panel.locator(".ab-composer__send").click()
    expect(panel.locator(".ab-turn--answered")).to_contain_text("4")


def test_without_a_script_there_is_a_link_to_a_person(open_page, lang):
    page = open_page(ARTICLE[lang], java_script_enabled=False)
    link = page.locator("faq-assistant:not([inline]) a")
    expect(link).to_be_visible()
    link.click()
    assert urlsplit(page.url).path == f"/{CONTACT[lang]}"


def test_the_enter_that_ends_a_word_of_an_input_method_does_not_ask(assistant, lang):
    page = assistant(HOME[lang])
    field = page.locator(".ab-composer__input")
    field.fill(TOTAL[lang])
    for told in ({"isComposing": True}, {"keyCode": 229}):
        field.dispatch_event("keydown", {"key": "Enter", **told})
        field.dispatch_event("keydown", {"key": "Escape", **told})
    expect(page.locator(".ab-panel--floating")).to_be_visible()
    expect(field).to_have_value(TOTAL[lang])
    expect(page.locator(".ab-turn--asked")).to_have_count(0)


@pytest.mark.parametrize("by_itself", [True, False], ids=["by the style sheet", "by the script"])
def test_the_field_is_as_high_as_what_is_typed_and_low_again_when_it_was_asked(assistant, by_itself):
    def before(page):
        if not by_itself:
            page.add_init_script("const known = CSS.supports; CSS.supports = (...asked) => asked[0] !== 'field-sizing' && known(...asked);")

    page = assistant(HOME["en"], before=before)
    field = page.locator(".ab-composer__input")
    if not by_itself:
        field.evaluate("(one) => (one.style.fieldSizing = 'fixed')")
    height = "(one) => one.getBoundingClientRect().height"
    line = field.evaluate(height)
    field.press_sequentially("What do")
    assert field.evaluate(height) == line
    for _ in range(2):
        page.keyboard.press("Shift+Enter")
        field.press_sequentially("3 admins cost?")
    assert field.evaluate(height) > 2 * line
    assert field.evaluate("(one) => one.scrollHeight <= one.clientHeight")
    page.keyboard.press("Enter")
    expect(page.locator(".ab-turn--said")).to_have_count(2)
    assert field.evaluate(height) == line
