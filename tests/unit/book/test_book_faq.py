# ruff: noqa: E501 - a finding is compared as the one line people read
"""Everything that can be wrong in faq/, with the whole text a person reads."""

from __future__ import annotations

import pytest
from library import ARTICLE, PRICING, WORDS, changed

EN = "faq/en/cards/library-cards.md"
NL = "faq/nl/cards/library-cards.md"

MISTAKES = {
    "a reference to nothing": ("{{ cards.adult.price }}", "{{ cards.adlt.price }}", "21:14: AB107 The reference `cards.adlt.price` points to nothing. Did you mean `cards.adult.price`?"),
    "a link to nothing": ("#card-price | the", "#card-prise | the", "25:29: AB107 The reference `#card-prise` points to nothing. Did you mean `#card-price`?"),
    "a block of nothing": ("Welcome.", "{{ calculator card }}", "17:1: AB107 The reference `calculator card` points to nothing. Did you mean `calculator cards`?"),
    "braces that do not close": ("price }} per", "price per", "21:14: AB108 These double braces do not close. Write `{{ target }}`, or a backslash before them."),
    "a reference without a target": ("Welcome.", "{{ }}", "17:1: AB108 This reference holds nothing. Write what it points to."),
    "an unknown rule": ("[cards.cycle]", "[cards.cycel]", "12:13: AB109 There is no rule `cards.cycel`. Did you mean `cards.cycle`?"),
    "an unknown beginning of rules": ("about: [cards]", "about: [card]", "8:9: AB109 No rule is called `card` or starts with it. Did you mean `cards`?"),
    "a day that does not exist": ("2026-01-02", "2026-02-30", "7:10: AB026 `updated`: the day `2026-02-30` does not exist. Write an existing day."),
    "another collection than the folder": ("collection: cards", "collection: card", "5:13: AB101 The article says collection `card` and stands in the folder cards. Move it, or mend the key."),
    "another id than the file": ("id: library-cards", "id: cards", "2:5: AB115 The article `cards` stands in the file library-cards.md. Give both one name, in every language."),
    "an unknown key": ("author:", "autor: x\nauthor:", "6:1: AB020 The key `autor` is unknown. Did you mean `author`?"),
    "no paraphrases": ("asks: [what is a card]", "asks: []", "11:5: AB034 `asks` is empty. Write at least one entry, or take the key away."),
    "a paraphrase twice": ("[what is a card]", "[what is a card, What is a Card]", "11:28: AB048 “What is a Card” is listed twice. Keep one."),
    "a title in the body": ("Welcome.", "# Cards", "17:1: AB116 A first-level heading stands in the body. Put the title in the front matter, and questions on the second level."),
    "no answer": ("A card costs {{ cards.adult.price }} per year.\n", "", "19:4: AB106 The entry `card-price` has no answer. Write it under the question."),
    "no front matter": ("---\n", "", "1:1: AB100 The article has no front matter. Start the file with `---`, the keys, and `---` again."),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_in_an_article_is_told_with_its_place(library, old, new, expected) -> None:
    _, told = library(**{EN: changed(ARTICLE, (old, new))})
    assert f"{EN}:{expected}" in told


def test_a_sound_folder_is_read_without_findings(library) -> None:
    book, told = library()
    assert told == []
    article = book.articles["en"][0]
    assert (article.id, article.path, article.numbered) == ("library-cards", "cards/library-cards", False)
    assert (article.intro, article.intro_line) == ("Welcome.", 17)
    assert book.words["nl"]["cards.adult"].synonyms == ("grown-up card",)
    assert book.words["nl"]["library"].other == "library"
    assert book.collections["en"]["cards"].title == "Cards"


def test_an_entry_knows_its_rules_from_front_matter_and_prose_in_order(library) -> None:
    book, _ = library()
    price, term = book.articles["en"][0].entries
    assert price.rules == ("cards.cycle", "cards.adult.price")
    assert term.rules == ("cards.term",)
    assert (price.position.line, price.position.column, price.body_line) == (19, 4, 21)


def test_text_that_is_not_translated_yet_is_told_and_does_not_block(library) -> None:
    book, told = library(**{NL: None})
    assert book is not None
    assert told == [f"{NL}:1:1: AB110 The article cards/library-cards is missing in `nl`. Translate {EN}."]


def test_an_entry_in_one_language_only_is_told_where_it_is_missing(library) -> None:
    text = changed(ARTICLE[: ARTICLE.index("## How long")], ("  card-term:\n    asks: [how long is a card valid]\n", ""))
    book, told = library(**{NL: text})
    assert book is not None
    assert told == [f"{NL}:1:1: AB111 The entry `card-term` is missing in `nl`. Translate it from {EN}, line 23."]


def test_a_question_without_id_and_an_entry_without_question_are_told(library) -> None:
    _, told = library(**{EN: changed(ARTICLE, (" { #card-term }", ""))})
    assert told == [
        f"{EN}:1:1: AB111 The entry `card-term` is missing in `en`. Translate it from {NL}, line 23.",
        f"{EN}:13:3: AB105 The entry `card-term` has no question in the article. Add a heading `## Question {{ #card-term }}`, or take it away.",
        f"{EN}:23:4: AB103 The question “How long is it valid?” has no id. Write `{{ #id }}` behind it, the same in every language.",
    ]


def test_an_entry_id_belongs_to_one_question_of_all_articles(library) -> None:
    again = changed(ARTICLE, ("id: library-cards", "id: more-cards"))
    _, told = library(**{"faq/en/cards/more-cards.md": again, "faq/nl/cards/more-cards.md": again})
    assert (
        f"faq/en/cards/more-cards.md:19:4: AB102 The entry id `card-price` is given a second time. Rename it; the first is in {EN}." in told
    )


def test_words_are_complete_and_name_nothing_else(library) -> None:
    _, told = library(**{"faq/en/words.yaml": changed(WORDS, ("cards.fines:", "cards.fins:"))})
    assert told == [
        "faq/en/words.yaml:1:1: AB112 There are no words for `cards.fines`. Add `cards.fines: {one: …, other: …}`.",
        "faq/en/words.yaml:7:3: AB113 There is no `cards.fins` in pricing.yaml. Did you mean `cards.fines`?",
    ]


def test_missing_files_and_folders_are_told(library) -> None:
    _, told = library(**{"faq/en/words.yaml": None, "faq/de/words.yaml": WORDS, "faq/en/loose.md": ARTICLE})
    assert told == [
        "faq/de:1:1: AB114 The language `de` is not listed. Add it to `languages` in pricing.yaml, or take the folder away.",
        "faq/en/loose.md:1:1: AB119 The article stands in no collection. Move it to faq/en/<collection>/.",
        "faq/en/words.yaml:1:1: AB001 The file faq/en/words.yaml does not exist. Create it, or start from `answerbook new`.",
    ]


def test_an_article_outside_the_titled_collections_is_told(library) -> None:
    text = changed(ARTICLE, ("collection: cards", "collection: books"))
    _, told = library(**{EN: None, NL: None, "faq/en/books/library-cards.md": text, "faq/nl/books/library-cards.md": text})
    assert told == [
        f"faq/{lang}/books/library-cards.md:1:1: AB101 The collection `books` has no title in this language. Add it under `collections` in faq/{lang}/words.yaml."
        for lang in ("en", "nl")
    ]


def test_bytes_that_are_no_text_are_told_with_their_place(library) -> None:
    _, told = library(**{"pricing.yaml": PRICING.encode().replace(b"library", b"libr\xe4ry", 1)})
    assert told == ["pricing.yaml:7:16: AB003 The byte 0xE4 is not UTF-8 text. Save the file as UTF-8."]


def test_a_book_reads_without_faq_when_only_rules_are_asked_for(tmp_path) -> None:
    from answerbook.book import load

    (tmp_path / "pricing.yaml").write_text(PRICING, encoding="utf-8")
    assert load(tmp_path, faq=False).articles == {}


def test_crlf_and_a_byte_order_mark_change_nothing(library) -> None:
    book, told = library(**{"pricing.yaml": b"\xef\xbb\xbf" + PRICING.replace("\n", "\r\n").encode(), EN: ARTICLE.replace("\n", "\r\n")})
    assert told == []
    assert book.articles["en"][0].entries[0].body == "A card costs {{ cards.adult.price }} per year."
