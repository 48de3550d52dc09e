"""Every output against its schema, and every schema against samples that must not pass."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from answerbook import cli
from answerbook.book import compile_book, load
from answerbook.engine.outcome import OPS, REFUSALS
from answerbook.site import export
from answerbook.site.checking import HelpCentre
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "schemas"
VECTORS = ROOT / "tests" / "vectors"
DAY = "2026-11-23"
NAMES = sorted(path.name.removesuffix(".schema.json") for path in FOLDER.glob("*.schema.json"))


@cache
def schema(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))


@cache
def validator(name: str) -> Draft202012Validator:
    resources = [(f"{each}.schema.json", Resource.from_contents(schema(each))) for each in NAMES]
    return Draft202012Validator(schema(name), registry=Registry().with_resources(resources))


def wrong(name: str, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}"[:300] for error in validator(name).iter_errors(value)]


def run(*arguments: str, lines: list[object] | None = None) -> str:
    done = CliRunner().invoke(cli.main, [*arguments], input="\n".join(json.dumps(line) for line in lines or []))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.stdout


def jsonl(command: str, lines: list[object], *options: str) -> list[Any]:
    told = run(command, "--book", str(ROOT), "--as-of", DAY, *options, "--jsonl", lines=lines)
    return [json.loads(line) for line in told.removesuffix("\n").split("\n")]


@cache
def book():
    return load(ROOT)


def entries(language: str) -> list[Any]:
    return [entry for article in book().articles[language] for entry in article.entries]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_itself_valid_and_says_what_it_is(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["title"]
    assert name == "pricing" or schema(name)["description"].endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_in_a_schema_leads_somewhere(name: str) -> None:
    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            return own + [ref for inner in value.values() for ref in references(inner)]
        return [ref for inner in value for ref in references(inner)] if isinstance(value, list) else []

    resolver = validator(name)._resolver
    for ref in references(schema(name)):
        assert resolver.lookup(ref).contents


def test_operations_and_refusals_are_those_of_the_engine() -> None:
    assert set(schema("step")["properties"]["op"]["enum"]) == set(OPS)
    refusal = schema("quote.response")["$defs"]["refusal"]["properties"]["refusal"]
    assert set(refusal["properties"]["code"]["enum"]) == set(REFUSALS)


def test_quotes_and_every_other_answer_of_quote() -> None:
    vectors = [json.loads(line) for line in (VECTORS / "quotes.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")]
    for vector in vectors:
        given = {key: [{"op": "add", "in": [1], "out": 1, "rule": "a.b"}] for key in ("steps",) if "proof" in vector}
        assert wrong("quote.response", {**vector["answer"], **given}) == [], vector["line"]


def test_quotes_with_their_steps() -> None:
    asked: list[object] = [{"id": example.id, **example.ask} for example in book().examples.values()]
    for request in asked:
        assert wrong("quote.request", request) == []
    for answer in jsonl(
        "quote", [*asked, {"order": 1}, [], {"buy": [], "order": DAY}, {"buy": [{"item": "x", "quantity": 1}], "order": DAY}]
    ):
        assert wrong("quote.response", answer) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_replies_to_every_question_and_paraphrase(language: str) -> None:
    asked = [text for entry in entries(language) for text in (entry.question, *entry.asks)]
    lines: list[object] = [{"id": number, "q": text} for number, text in enumerate(asked)]
    for line in lines:
        assert wrong("ask.request", line) == []
    for answer in jsonl("ask", [*lines, {"id": "x"}, {"q": 1}, {"q": "?", "lang": "xx"}, {"q": ""}, {"q": "asdf"}], "--lang", language):
        assert wrong("ask.response", answer) == [], answer


@pytest.mark.parametrize("language", ["nl", "en"])
def test_hits_of_searches(language: str) -> None:
    lines: list[object] = [{"id": entry.id, "q": entry.question} for entry in entries(language)]
    found = jsonl("search", [*lines, {"q": "factuurr"}, {"q": "toewijzen"}, {"q": ""}, {"q": None}, {}], "--lang", language)
    assert any("hits" in answer and answer["hits"] for answer in found)
    for answer in found:
        assert wrong("search.response", answer) == [], answer


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr"])
def test_what_is_read_in_texts(language: str) -> None:
    path = VECTORS / f"parse.{language}.jsonl"
    vectors = [json.loads(line) for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]
    assert len(vectors) > 100
    for vector in vectors:
        assert wrong("parse.response", {"entities": vector["entities"]}) == [], vector["text"]
    lines: list[object] = [{"text": vector["text"]} for vector in vectors[:20]]
    for answer in jsonl("parse", [*lines, {"text": 1}, {"text": "", "reference": "x"}], "--lang", language):
        assert wrong("parse.response", answer) == []


def test_the_compiled_book_and_the_manifests_of_a_site() -> None:
    centre = HelpCentre(ROOT)
    plan = centre.plan(book(), DAY)
    files = export.data_files(book(), plan)
    manifest = json.loads(files["answerbook/manifest.json"])
    assert wrong("site", manifest) == []
    assert wrong("book", json.loads(files[f"answerbook/{manifest['book']}"])) == []


@pytest.mark.parametrize("folder", ["examples/harbour_desk", "examples/nordlys", "tests/books/studio"])
def test_compiled_books_of_other_vendors(folder: str) -> None:
    assert wrong("book", compile_book(load(ROOT / folder, faq=False))) == []


def test_the_manifest_of_an_index(tmp_path: Path) -> None:
    run("index", str(ROOT / "docs" / "nl"), str(tmp_path), "--lang", "nl")
    assert wrong("index", json.loads((tmp_path / "manifest.json").read_text())) == []


def test_findings_as_json(tmp_path: Path) -> None:
    clean = json.loads(run("check", "--book", str(ROOT), "--as-of", DAY, "--format", "json"))
    assert wrong("check", clean) == []
    (tmp_path / "pricing.yaml").write_text("format: answerbook/1\n")
    broken = json.loads(run("check", "--book", str(tmp_path), "--as-of", DAY, "--format", "json"))
    assert broken["findings"]
    assert wrong("check", broken) == []


@pytest.mark.parametrize("folder", [".", "examples/harbour_desk"])
def test_explanations_of_every_rule(folder: str) -> None:
    from answerbook.book import explain

    other = load(ROOT / folder)
    for rule in other.rules:
        assert wrong("explain", explain(other, rule, DAY)) == [], rule


STEP = {"op": "add", "in": ["1.00"], "out": "1.00", "rule": "seats.admin.price"}
LINE = {
    "item": "seats.admin",
    "quantity": 1,
    "unit_price": "950.00",
    "days": 365,
    "of_days": 365,
    "amount": "950.00",
    "rule": "seats.admin.price",
    "source": "seats_article",
    "dated_from": "2024-01-01",
}
QUOTE = {
    "lines": [LINE],
    "total": "950.00",
    "full": "950.00",
    "currency": "EUR",
    "from": "2026-04-01",
    "to": "2027-03-31",
    "confirm_by": "2026-04-01",
    "invoice_by": "2026-05-01",
    "steps": [STEP],
}
VERDICT = {"verdict": {"zone": "within", "ratio": "3", "action": "nothing"}, "steps": [STEP]}
REPLY = {
    "status": "answered",
    "text": "Yes.",
    "figures": ["EUR 950.00"],
    "rules": ["seats.admin.price"],
    "article": "faq/",
    "intent": "price",
    "chips": [{"label": "a", "q": "b"}],
    "steps": [STEP],
    "state": {},
}
ABSTAINED = {**REPLY, "status": "abstained", "figures": [], "reason": "not_published"}
ENTITY = {"type": "number", "text": "3", "start": 0, "end": 1, "value": "3"}
SITE = {
    "format": "answerbook-site/1",
    "as_of": DAY,
    "book": "book.01234567.json",
    "book_hash": "0" * 64,
    "default_language": "nl",
    "languages": {
        "nl": {
            "base": "",
            "language": "nl.language.01234567.json",
            "answers": "nl.answers.01234567.json",
            "search": "search/nl/manifest.01234567.json",
        }
    },
}
FINDING = {"file": "a.md", "line": 1, "column": 1, "id": "AB150", "message": "A.", "hint": ""}

SAMPLES: list[tuple[str, Any]] = [
    ("step", STEP),
    ("chip", {"label": "a", "q": "b"}),
    ("state", {"intent": "price", "items": ["seats.admin"], "counts": {"seats.admin": "3"}, "order": "~2026-04-01", "asked": 1}),
    ("quote.request", {"buy": [{"item": "a", "quantity": 1.5}], "order": DAY}),
    ("quote.request", {"measure": {"policy": "a", "own": "2.5", "average": 1}}),
    ("quote.response", QUOTE),
    ("quote.response", VERDICT),
    ("quote.response", {"refusal": {"code": "missing_input", "missing": ["buy"]}}),
    ("quote.response", {"error": "missing_field: order"}),
    ("ask.request", {"q": "?"}),
    ("ask.response", REPLY),
    ("ask.response", ABSTAINED),
    ("ask.response", {"error": "unknown_language"}),
    ("search.request", {"q": ""}),
    ("search.response", {"hits": [{"url": "a", "title": "b", "score": 1.25, "snippet": "b", "highlights": [[0, 1]]}]}),
    ("parse.request", {"text": "", "reference": DAY}),
    ("parse.response", {"entities": [ENTITY]}),
    ("index", {"format": "answerbook-index/1", "lang": "nl", "whoosh": "whoosh", "search": "search/nl/manifest.01234567.json"}),
    ("site", SITE),
    ("finding", FINDING),
    ("check", {"findings": [FINDING], "counts": {"rules": 1}, "notes": []}),
]


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_a_sample_passes_also_with_keys_and_ids_that_later_work_adds(name: str, sample: dict[str, Any]) -> None:
    assert wrong(name, sample) == []
    assert wrong(name, {**sample, "id": sample.get("id", "x"), "added_later": {"a": [1]}}) == []


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_a_sample_without_a_required_key_does_not_pass(name: str, sample: dict[str, Any]) -> None:
    optional = set(sample) if name == "state" else {"reference"}
    for key in set(sample) - optional:
        assert wrong(name, {other: value for other, value in sample.items() if other != key}), key


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
@pytest.mark.parametrize("bad", [None, True, 3.5, [[]], {"a": None}])
def test_a_value_of_another_type_does_not_pass(name: str, sample: dict[str, Any], bad: object) -> None:
    for key, value in sample.items():
        if isinstance(value, dict) and isinstance(bad, dict):
            continue  # an object of other keys is judged by its own samples
        assert wrong(name, {**sample, key: bad}), key


@pytest.mark.parametrize(
    ("name", "sample"),
    [
        ("step", {**STEP, "op": "divide"}),
        ("step", {**STEP, "in": [1.5]}),
        ("quote.response", {**QUOTE, "total": 950}),
        ("quote.response", {**QUOTE, "total": "EUR 950"}),
        ("quote.response", {**QUOTE, "lines": []}),
        ("quote.response", {**QUOTE, "lines": [{**LINE, "quantity": "1"}]}),
        ("quote.response", {**QUOTE, "error": "bad_json"}),
        ("quote.response", {"refusal": {"code": "no_idea"}}),
        ("quote.response", {"refusal": {"code": "missing_input", "missing": []}}),
        ("quote.response", {"error": "Traceback"}),
        ("quote.response", {**VERDICT, "verdict": {**VERDICT["verdict"], "ratio": "3.5"}}),
        ("ask.response", {**REPLY, "status": "maybe"}),
        ("ask.response", {**REPLY, "text": ""}),
        ("ask.response", {**REPLY, "chips": [{"label": "a"}]}),
        ("ask.response", {**ABSTAINED, "figures": ["EUR 950.00"]}),
        ("ask.response", {key: value for key, value in ABSTAINED.items() if key != "reason"}),
        ("ask.response", {**REPLY, "state": {"order": "tomorrow"}}),
        ("search.response", {"hits": [{"url": "a", "title": "b", "score": "1"}]}),
        ("search.response", {"hits": [{"url": "a", "title": "b", "score": 1, "highlights": [[0, 1]]}]}),
        ("parse.response", {"entities": [{**ENTITY, "type": "price"}]}),
        ("parse.response", {"entities": [{**ENTITY, "value": 3}]}),
        ("parse.response", {"entities": [{**ENTITY, "type": "currency"}]}),
        ("parse.response", {"entities": [{**ENTITY, "type": "date", "timex": "2026-04-01", "value": "1 april"}]}),
        ("site", {**SITE, "book": "../pricing.yaml"}),
        ("site", {**SITE, "languages": {}}),
        ("finding", {**FINDING, "line": 0}),
        ("finding", {**FINDING, "id": "X1"}),
        ("check", {"findings": [{}], "counts": {}, "notes": []}),
    ],
)
def test_a_broken_sample_does_not_pass(name: str, sample: object) -> None:
    assert wrong(name, sample)
