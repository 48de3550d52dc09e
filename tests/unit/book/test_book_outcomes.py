# ruff: noqa: E501 - a line of a file stays one line
"""What the room hands on: the compiled rules, explanations, the schema, new and further books."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from answerbook import canonical
from answerbook.book import ahead, compile_book, explain, load, read, schema, yaml_nodes
from answerbook.book.new import new
from answerbook.book.reading import parse_pricing
from answerbook.book.schema import REFUSALS
from answerbook.findings import FindingsError
from library import PRICING, changed

ROOT = Path(__file__).parents[3]
BOOKS = [ROOT, ROOT / "examples/harbour_desk", ROOT / "examples/nordlys", ROOT / "plugins/answerbook/book/starter"]

#: The library raises its price, told on 1 October; a second source says so.
RISE = (
    ("EUR: 48.00, source: board}", "EUR: 48.00, source: board}\n          - {from: 2027-01-01, per: year, EUR: 51.50, announced: 2026-10-01, source: rise}"),
    ("products:", "  rise: {kind: decision}\nproducts:"),
    ("  many_books:", "  next_year:\n    ask: {buy: {cards.adult: 1}, order: 2027-01-01}\n    get: {total: 51.50}\n    because: [cards.adult.price]\n  many_books:"),
)  # fmt: skip


def book_of(*changes: tuple[str, str]):
    book, findings = parse_pricing(changed(PRICING, *changes))
    assert findings == []
    return book


def test_the_compiled_book_is_canonical_and_carries_its_own_digest() -> None:
    book = book_of()
    compiled = compile_book(book)
    assert compiled["hash"] == canonical.digest({key: value for key, value in compiled.items() if key != "hash"}) == book.hash
    assert "null" not in canonical.dumps(compiled)
    assert compiled["statements"]["cards.renewal"]["slots"] == {
        "within": {"kind": "period", "value": "P2W"},
        "share": {"kind": "percent", "value": "97.5"},
    }
    assert compiled["policies"]["cards.reading"]["zones"] == [
        {"id": "within", "up_to": "3", "action": "nothing"},
        {"id": "above", "action": "talk_to_us"},
    ]
    assert compiled["examples"]["many_books"] == {
        "ask": {"measure": {"policy": "cards.reading", "own": 10, "average": 4}},
        "get": {"zone": "within", "ratio": "5/2"},
        "because": ["cards.reading.limit"],
    }
    assert compiled["examples"]["one_card"]["get"] == {"total": "48.00", "to": "2027-03-31"}


def test_before_its_announcement_nothing_of_a_price_is_told() -> None:
    book = book_of(*RISE)
    text = canonical.dumps(compile_book(book, "2026-09-30"))
    assert "51.50" not in text
    assert "rise" not in text
    assert "2027-01-01" not in text
    told = compile_book(book, "2026-10-01")
    assert told == compile_book(book)
    assert told["items"]["cards.adult"]["prices"][1]["amounts"] == {"EUR": "51.50"}


def test_a_rule_is_explained_with_figures_dates_sources_and_examples() -> None:
    book = book_of(*RISE)
    found = explain(book, "cards.adult.price", "2027-02-01")
    assert [(each["value"], each["from"], each["holds"]) for each in found["values"]] == [
        ("48.00", "2025-01-01", False),
        ("51.50", "2027-01-01", True),
    ]
    assert found["examples"] == ["one_card", "next_year"]
    assert found["sources"] == [{"id": "board", "kind": "decision", "checked": "2026-01-02"}, {"id": "rise", "kind": "decision"}]
    assert [each["value"] for each in explain(book, "cards.adult.price", "2026-09-30")["values"]] == ["48.00"]
    assert [each["value"] for each in explain(book, "cards.term", "2026-09-30")["values"]] == ["P1Y"]


def test_an_explanation_tells_where_the_rule_is_said(library) -> None:
    book, _ = library()
    found = explain(book, "cards.adult.price", "2026-04-01")
    assert found["said_in"]["nl"] == [{"entry": "card-price", "article": "cards/library-cards", "at": "faq/nl/cards/library-cards.md:19"}]


@pytest.mark.parametrize("rule", ["cards.quantity", "cards.cycle", "cards.reading", "cards.events.price", "cards.fines", "cards.renewal"])
def test_every_kind_of_rule_can_be_explained(rule: str) -> None:
    assert canonical.dumps(explain(book_of(), rule, "2026-04-01"))


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    with pytest.raises(KeyError, match=r"There is no rule `cards\.adlt\.price`\. Did you mean `cards\.adult\.price`\?"):
        explain(book_of(), "cards.adlt.price", "2026-04-01")


def test_a_book_that_cannot_be_used_raises_every_finding_at_once(tmp_path: Path) -> None:
    (tmp_path / "pricing.yaml").write_text(changed(PRICING, ("EUR: 48.00", "EUR: 0"), ("kind: step", "kind: stap")), encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        load(tmp_path)
    assert [each.id for each in caught.value.findings] == ["AB054", "AB024"]


def test_a_missing_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    assert [each.id for each in read(tmp_path / "no")[1]] == ["AB001"]
    assert [str(each) for each in read(tmp_path)[1]] == [
        "pricing.yaml:1:1: AB001 The file pricing.yaml does not exist. Create it, or start from `answerbook new`."
    ]


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_every_book_we_show_is_sound(folder: Path) -> None:
    assert [str(each) for each in read(folder)[1]] == []


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_every_book_we_show_fits_the_published_schema(folder: Path) -> None:
    root, _ = yaml_nodes.parse("pricing.yaml", (folder / "pricing.yaml").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema()).validate(root.plain())


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_the_worked_examples_of_every_book_come_out(folder: Path) -> None:
    from answerbook.engine.requests import answer

    book = load(folder, faq=False)
    for example in book.examples.values():
        got = answer(book, dict(example.ask), "2027-03-01")
        flat = {
            **got,
            **got.get("verdict", {}),
            **(got["lines"][0] if "lines" in got else {}),
            "refuse": got.get("refusal", {}).get("code"),
        }
        for key, wanted in example.get.items():
            assert str(flat.get(key)) == str(wanted), (example.id, key)


def test_the_published_schema_is_the_one_of_the_package() -> None:
    published = json.loads((ROOT / "schemas/pricing.schema.json").read_text(encoding="utf-8"))
    assert published == schema()


def test_every_key_of_the_schema_says_what_it_means() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    for name, shape in schema()["$defs"].items():
        assert shape["description"]
        for key, value in shape.get("properties", {}).items():
            assert value.get("description") or "$ref" in value, (name, key)


def test_the_reason_codes_an_example_may_expect_are_the_engines() -> None:
    from answerbook.engine.outcome import REFUSALS as CODES

    assert sorted(REFUSALS) == sorted(CODES)


def test_languages_a_book_may_have_are_those_the_package_can_write() -> None:
    from answerbook.book.vocabulary import LANGUAGES
    from answerbook.language import load as load_language

    assert [load_language(code).code for code in LANGUAGES] == list(LANGUAGES)


def test_a_new_book_is_sound_and_never_written_over_another(tmp_path: Path) -> None:
    written = new(tmp_path / "mine")
    assert {path.relative_to(tmp_path / "mine").as_posix() for path in written} >= {
        "pricing.yaml",
        "mkdocs.yml",
        "docs/en/index.md",
        "faq/en/words.yaml",
    }
    assert read(tmp_path / "mine")[1] == []
    with pytest.raises(FileExistsError, match="is not an empty folder; nothing was written"):
        new(tmp_path / "mine")


def test_a_rule_that_was_taken_away_is_not_taken_for_its_neighbour() -> None:
    from answerbook.book.sentences import near

    known = [f"seats.{name}" for name in ("admin.price", "quantity", "cycle", "term", "refund")] + [
        f"other.rule_{letter}" for letter in "abcdefghijkl"
    ]
    assert near("seats.manager.price", known) == ""
    assert near("seats.admn.price", known) == "Did you mean `seats.admin.price`?"
    assert near("seats.admin", known) == "Did you mean `seats.admin.price`?"


def test_whom_to_write_to_is_in_the_book_and_in_its_compiled_form() -> None:
    book = load(ROOT, faq=False)
    compiled = compile_book(book)["statements"]
    addresses = {name: one.email for name, one in book.statements.items() if one.email}
    assert addresses == {"support.info_address": "info@klaarwater.example"}
    assert {name: one["email"] for name, one in compiled.items() if "email" in one} == addresses


def test_a_day_that_has_not_come_yet_is_told_where_it_stands(tmp_path: Path) -> None:
    new(tmp_path / "own")
    book = load(tmp_path / "own")
    days = sorted({each.day for each in book.dated})
    assert ahead(book, days[-1]) == []
    assert {each.key for each in book.dated} == {"checked", "updated"}
    told = ahead(book, "2001-01-01")
    assert len(told) == len(book.dated)
    assert {(each.id, each.file.partition("/")[0]) for each in told} == {("AB121", "pricing.yaml"), ("AB121", "faq")}
    assert all("lies after 2001-01-01" in each.message for each in told)
