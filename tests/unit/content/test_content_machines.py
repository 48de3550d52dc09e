from __future__ import annotations

from answerbook.content.articles import article_page, hand_written_page
from answerbook.content.jsonld import breadcrumbs, faq_page, offers
from answerbook.content.llms import llms, llms_full

BASE = "https://help.example/"


def pages(context):
    return [article_page(one, context) for one in context.book.articles[context.language.code]]


def test_machines_read_the_answers_people_read(nl):
    page = pages(nl)[0]
    found = faq_page(page, nl, BASE)
    assert found is not None
    assert len(found["mainEntity"]) == 12
    first = found["mainEntity"][0]
    assert first["name"] == "Wat kost een extra account?"
    assert first["url"] == "https://help.example/faq/seats/extra-seats/#seat-price"
    assert first["acceptedAnswer"]["text"] == page.sections[1].text
    assert "€\u00a0950,00" in first["acceptedAnswer"]["text"]


def test_a_page_without_questions_is_no_faq(nl):
    assert faq_page(hand_written_page("calculator.md", "# Kop\n", nl), nl, BASE) is None


def test_a_page_that_shows_prices_offers_them(nl):
    found = offers(hand_written_page("calculator.md", "{{ calculator seats }}", nl), nl, BASE)
    assert [(one["identifier"], one["price"], one["priceCurrency"], one["url"]) for one in found] == [
        ("seats.admin.price", "950.00", "EUR", "https://help.example/calculator/"),
        ("seats.manager.price", "600.00", "EUR", "https://help.example/calculator/"),
    ]
    assert found[0]["priceSpecification"]["unitCode"] == "ANN"
    assert offers(hand_written_page("calculator.md", "Tekst.", nl), nl, BASE) == []


def test_an_offer_ends_the_day_before_an_announced_price_begins(phones):
    for day, wanted in (("2027-02-28", [("84.00", None)]), ("2027-03-01", [("84.00", "2027-06-30"), ("90.00", None)])):
        context = phones(day)
        found = offers(hand_written_page("calculator.md", "{{ prices phones }}", context), context, BASE)
        pounds = [one for one in found if one["priceCurrency"] == "GBP"]
        assert [(one["price"], one["priceSpecification"].get("validThrough")) for one in pounds] == wanted
        assert len(found) == 2 * len(pounds)


def test_breadcrumbs_count_their_steps():
    found = breadcrumbs([("Home", ""), ("Accounts", "faq/seats/")], BASE)
    assert found is not None
    assert [(one["position"], one["item"]) for one in found["itemListElement"]] == [(1, BASE), (2, BASE + "faq/seats/")]
    assert breadcrumbs([], BASE) is None


def test_the_index_for_language_models_lists_every_page_once(en):
    text = llms("Help", "About", [*pages(en), hand_written_page("calculator.md", "---\ntitle: Work it out\n---\n", en)], en, BASE)
    assert text.startswith("# Help\n\n> About\n\nPrices as of 2 November 2026.")
    assert "## Seats\n\n- [Extra seats for admins and managers](https://help.example/en/faq/seats/extra-seats/): What" in text
    assert "- [Work it out](https://help.example/en/calculator/)" in text


def test_the_full_text_for_language_models_holds_every_answer_with_its_figures_and_whole_addresses(en):
    text = llms_full("Help", "", en, BASE)
    assert "{{" not in text
    assert "€4,050.00" in text
    assert "<https://help.example/en/faq/support/support-policy/#sla-price>" in text
    assert "(../" not in text
    assert text.count("\n### ") == 25
