"""The command line: help, streams of lines good and bad, exit codes, and a sentence where something cannot run."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from answerbook import canonical, cli, lines
from answerbook.findings import RequestError
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.node import BROWSER, find_node
from tests.site.sites import DAY, reproducible
from tests.site.sites import Project as SiteProject

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "ask": "Answer a question from the book, or refuse with a reason.",
    "check": "Prove that no page, answer, index or data file disagrees with the book.",
    "explain": "Tell a RULE's value, dates and sources, where it is said and which examples rest on it.",
    "export": "Write pages, assets and data to OUT for any other site generator.",
    "index": "Index a folder of Markdown PAGES into OUT: a Whoosh index and the shards a browser searches.",
    "new": "Start a small help centre of your own in FOLDER.",
    "parse": "Read the numbers, amounts, dates and durations in a text.",
    "quote": "Compute the price of an order, or where own use stands against a policy.",
    "schema": "Print the JSON Schema of pricing.yaml.",
    "search": "Search the help centre, or a folder indexed before.",
}


def run(*arguments: str | Path, stdin: bytes | str = b"") -> Result:
    """Run a command; whatever it is given, it must not end in a traceback."""
    done = CliRunner().invoke(cli.main, [str(argument) for argument in arguments], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop with its built site in ``site``."""
    with reproducible():
        project = SiteProject(tmp_path_factory.mktemp("cli"))
        project.build()
    return project.folder


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A book with two mistakes."""
    text = (ROOT / "pricing.yaml").read_text(encoding="utf-8")
    text = text.replace("max_digits: 6", "max_digits: six").replace("currency: EUR", "currency: XYZ")
    (tmp_path / "pricing.yaml").write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "faq", tmp_path / "faq")
    return tmp_path


def test_help_names_every_command() -> None:
    told = run("--help").stdout
    assert "A help centre whose prices cannot be wrong." in told
    assert set(cli.main.commands) >= set(COMMANDS)
    assert all(command in told for command in cli.main.commands)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command: str) -> None:
    done = run(command, "-h")
    assert done.exit_code == 0
    assert COMMANDS[command] in " ".join(done.stdout.split())


def test_every_option_has_a_help_text_or_says_what_it_takes() -> None:
    options = [parameter for command in cli.main.commands.values() for parameter in command.params if parameter.param_type_name == "option"]
    assert [option.name for option in options if not (getattr(option, "help", None) or option.metavar or option.type.name == "choice")] in (
        [],
        ["limit"],
    )


def test_the_version() -> None:
    assert run("--version").stdout == "answerbook, version 0.1.0\n"


@pytest.mark.parametrize("command", ["ask", "quote", "search", "explain", "export", "check"])
def test_a_folder_that_is_not_there(command: str, tmp_path: Path) -> None:
    argument = {"ask": ["?"], "search": ["?"], "quote": ["--buy", "a=1"], "explain": ["a"], "export": [tmp_path / "out"]}.get(command, [])
    done = run(command, *argument, "--book", tmp_path / "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nowhere" in done.stderr or "pricing.yaml" in done.stderr


@pytest.mark.parametrize("command", ["ask", "quote", "search", "explain", "export"])
def test_a_broken_book_is_told_in_full(command: str, broken: Path, tmp_path: Path) -> None:
    argument = {"ask": ["?"], "search": ["?"], "quote": ["--buy", "a=1"], "explain": ["a"], "export": [tmp_path / "out"]}[command]
    done = run(command, *argument, "--book", broken)
    assert (done.exit_code, done.stdout) == (2, "")
    told = done.stderr.splitlines()
    assert len(told) == 2
    assert told[0].startswith("pricing.yaml:9:11: AB046 ")
    assert told[1].startswith("pricing.yaml:25:")
    assert " AB031 " in told[1]


def test_check_prints_the_findings_of_a_broken_book_and_exits_with_1(broken: Path) -> None:
    done = run("check", "--book", broken)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[2:] == [
        "note: nothing else was compared: the book cannot be used before this is mended.",
        "2 findings. Compared: nothing.",
    ]


def test_check_of_a_clean_book_exits_with_0() -> None:
    done = run("check", "--book", ROOT, "--as-of", DAY)
    assert done.exit_code == 0
    assert done.stdout.startswith("No findings. Compared: ")


def test_check_of_a_folder_without_a_site_could_not_run(tmp_path: Path) -> None:
    done = run("check", "--book", ROOT, "--site", tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"{tmp_path}: no built answerbook site (answerbook/manifest.json is absent).\n"


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_check_in_every_form_has_the_same_exit_code(form: str, broken: Path) -> None:
    assert run("check", "--book", broken, "--format", form).exit_code == 1
    assert run("check", "--book", ROOT, "--as-of", DAY, "--format", form).exit_code == 0


@pytest.mark.parametrize("command", ["ask", "search"])
def test_an_unknown_language_of_the_book(command: str) -> None:
    done = run(command, "?", "--book", ROOT, "--lang", "xx")
    assert (done.exit_code, done.stderr) == (2, "xx: no such language in this book; it has nl, en.\n")


def test_an_unknown_language_to_read() -> None:
    done = run("parse", "3", "--lang", "../en")
    assert (done.exit_code, done.stderr) == (2, "../en: no words are known in this language.\n")


def test_a_language_that_is_no_code_is_not_indexed(tmp_path: Path) -> None:
    done = run("index", ROOT / "docs" / "en", tmp_path / "out", "--lang", "../x")
    assert (done.exit_code, done.stderr) == (2, "../x: a language is a code of two or three letters, such as nl or nl-BE.\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "", "2026-1-1", "٢٠٢٦-٠١-٠١"])
def test_a_day_that_does_not_exist(day: str) -> None:
    done = run("quote", "--buy", "seats.admin=1", "--book", ROOT, "--as-of", day)
    if day:
        assert done.exit_code == 2
        assert f"{day!r} is no existing day written as YYYY-MM-DD." in done.stderr
    else:
        assert done.exit_code == 0


@pytest.mark.parametrize(
    "bought", ["seats.admin", "seats.admin=", "=x", "seats.admin=²", "seats.admin=1.5", "seats.admin=" + "9" * 5000, "a=--1"]
)
def test_an_order_that_cannot_be_read(bought: str) -> None:
    done = run("quote", "--buy", bought, "--book", ROOT)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"--buy {bought}: write ITEM=NUMBER, such as --buy seats.admin=3.\n"


def test_an_order_on_the_command_line() -> None:
    done = run("quote", "--buy", "seats.admin=3", "--buy", "seats.manager=2", "--order", "2026-04-01", "--book", ROOT, "--as-of", DAY)
    told = json.loads(done.stdout)
    assert (done.exit_code, told["total"], told["to"]) == (0, "4050.00", "2027-03-31")
    done = run("quote", "--buy", "seats.admin=0", "--book", ROOT, "--as-of", DAY)
    assert (done.exit_code, json.loads(done.stdout)["refusal"]["code"]) == (0, "quantity_zero")
    done = run("quote", "--buy", "seats.admin=1", "--order", "soon", "--book", ROOT, "--as-of", DAY)
    assert (done.exit_code, done.stderr) == (2, "wrong_type: order\n")


def test_a_question_a_search_and_a_text_on_the_command_line() -> None:
    assert "950" in run("ask", "wat kost een extra admin", "--book", ROOT, "--as-of", DAY).stdout
    assert "faq/seats/extra-seats/" in run("search", "factuur", "--book", ROOT, "--as-of", DAY).stdout
    assert json.loads(run("parse", "op 1 april 2026", "--lang", "nl").stdout)["value"] == "2026-04-01"


@pytest.mark.parametrize("command", ["ask", "search", "quote", "parse"])
def test_nothing_asked_is_said_so(command: str) -> None:
    done = run(command, *(["--lang", "nl"] if command == "parse" else ["--book", ROOT]))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith("on standard input.\n")


def test_text_that_is_no_unicode_from_a_terminal() -> None:
    for command in (["ask", "--book", str(ROOT)], ["search", "--book", str(ROOT)], ["parse", "--lang", "nl"]):
        assert run(*command, "wat kost 3 \udcff admins").exit_code == 0
    assert run("explain", "\udcff", "--book", ROOT).exit_code == 2


def test_docs_or_settings_that_cannot_be_read_stop_the_commands_that_need_pages(shop: Path, tmp_path: Path) -> None:
    for path, content, found in (("docs/nl/index.md", "{{ hire.cty.price }}", "AB107"), ("mkdocs.yml", "a: [", "AB301")):
        folder = Path(shutil.copytree(shop, tmp_path / found, ignore=shutil.ignore_patterns("site")))
        (folder / path).write_text(content)
        for command in (["ask", "?"], ["search", "?"], ["export", str(tmp_path / "out")]):
            done = run(*command, "--book", folder)
            assert (done.exit_code, done.stdout) == (2, "")
            assert found in done.stderr


def test_a_rule_is_explained_or_a_near_one_is_named() -> None:
    assert json.loads(run("explain", "seats.admin.price", "--book", ROOT).stdout)["id"] == "seats.admin.price"
    done = run("explain", "seats.admn.price", "--book", ROOT)
    assert (done.exit_code, done.stderr) == (2, "There is no rule `seats.admn.price`. Did you mean `seats.admin.price`?\n")


def test_the_schema_is_printed() -> None:
    assert json.loads(run("schema").stdout) == json.loads((ROOT / "schemas" / "pricing.schema.json").read_text(encoding="utf-8"))


def test_a_new_book_is_clean_and_nothing_is_written_over(tmp_path: Path) -> None:
    assert run("new", tmp_path / "mine").exit_code == 0
    assert run("check", "--book", tmp_path / "mine", "--as-of", DAY).exit_code == 0
    done = run("new", tmp_path / "mine")
    assert done.exit_code == 2
    assert "is not an empty folder; nothing was written." in done.stderr


@pytest.mark.parametrize("command", ["index", "export", "new"])
def test_a_place_that_cannot_be_written(command: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    place = tmp_path / "file" / "below"
    arguments = {"index": [ROOT / "docs" / "en", place, "--lang", "en"], "export": [place, "--book", ROOT], "new": [place]}[command]
    done = run(command, *arguments)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1


def test_a_folder_that_is_no_index(tmp_path: Path) -> None:
    done = run("search", "a", "--index", tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


# Streams of lines. What both engines must answer the same stands in one place.

#: What people, pasting and scripts put into a search box.
HOSTILE = [
    *(
        "fiets",
        "",
        "balie \ud800 x",
        "\udfff\ud800",
        "é" * 500,
        "fiets " * 17_000,
        "x" * 100_000,
        "\u0000\u0007\u001b[31m fiets\u007f\u0085",
    ),
    *(
        "\u202efiets\u202c",
        "\u200ffiets\u200b",
        "دراجة fiets",
        "🚲 fiets 👩‍👩‍👧‍👦",
        "𝐟𝐢𝐞𝐭𝐬",
        "ﬁets",
        "f\u0301iets",
        "\ufeff",
        "\ufffe\uffff",
    ),
    *(
        "(.*)+$",
        "[fiets",
        "fiets\\",
        "^(a+)+$",
        "fi?ts*",
        "fiets~2",
        "+fiets -balie",
        '"een fiets',
        "title:fiets",
        "fiets AND NOT (balie",
        "fiets^9 OR *:*",
    ),
    *(
        "9" * 1_000,
        "1." * 500,
        "-" * 1_000,
        "240,00",
        "€ 240",
        "<script>alert(1)</script>",
        "../../../etc/passwd",
        "%00%2e",
        "__proto__ constructor",
    ),
    *("toString hasOwnProperty", "fiets\u2028balie", "\n", "\t \r", "'\"`;--", "{{ hire.city.price }}"),
]
GOOD: dict[str, list[dict[str, Any]]] = {
    "quote": [
        {"buy": [{"item": "hire.city", "quantity": 2}], "order": "2026-04-01"},
        {"buy": [{"item": "hire.city", "quantity": 2.0}], "order": "2026-04-01", "contract_end": "2026-10-31", "other": [1]},
        {"buy": [{"item": "hire.city", "quantity": 1.5}], "order": "2026-04-01"},
        {"buy": [{"item": "hire.city", "quantity": 10**30}], "order": "2026-04-01"},
        {"buy": [{"item": "hire.moon", "quantity": 1}], "order": "2026-04-01"},
        {"buy": [{"item": "hire.city", "quantity": 1}], "order": "2026-02-30"},
        {"buy": [{"item": "hire.city", "quantity": 1}], "order": "2026-04-01", "today": "2026-01-01", "currency": None},
        {"measure": {"policy": "hire.none", "own": 1}},
    ],
    "ask": [
        {"q": "wat kost een fiets"},
        {"q": "what does a bike cost", "lang": "en"},
        {"q": ""},
        {"q": "3 stadsfietsen", "today": "2026-05-05"},
        {"q": "en 5?", "state": {"items": ["hire.city"], "intent": "total"}},
    ],
    "search": [{"q": text} for text in HOSTILE],
    "parse": [{"text": "op 1 april 2026"}, {"text": "😀 3 keer 😀 € 5"}, {"text": "morgen", "reference": "2026-01-01"}, {"text": ""}],
}
BAD: list[bytes] = [
    b"{",
    b"null",
    b"[]",
    b'"text"',
    b"3",
    b"{}",
    b'{"id":7}',
    b'{"id":7,}',
    b'{"id":NaN}',
    b'{"id":Infinity,"q":1}',
    b'\xff\xfe{"id":1}',
    b'\xef\xbb\xbf{"id":1}',
    b'{"id":"\xed\xa0\x80"}',
    b'{"id":"\\ud800","q":3,"text":3}',
    b'{"id":"\\ud83d\\ude00","q":3,"text":3}',
    b'{"id":true,"q":[],"text":{},"buy":1,"order":2}',
    b'{"id":1.0,"q":null,"text":null,"buy":null}',
    b'{"id":1e2,"q":{}}',
    b'{"id":-0}',
    b'{"id":1.5}',
    b'{"id":9007199254740991}',
    b'{"id":9007199254740993}',
    b'{"id":1e400}',
    b'{"id":' + b"9" * 400 + b"}",
    b'{"id":' + b"9" * 5000 + b"}",
    b"[" * 100_000,
    b'{"id":1,"a":' + b"[" * 63 + b"]" * 63 + b"}",
    b'{"id":1,"a":' + b"[" * 64 + b"]" * 64 + b"}",
    b'{"id":1,"id":2}',
    b'{"__proto__":{"id":3},"id":4}',
    b'{"id":"a\\u0000b\\u2028"}',
    b'{"id":5,"q":"x","lang":7}',
    b'{"id":5,"q":"x","lang":"xx"}',
    b'{"id":5,"q":"x","today":"2026-02-30"}',
    b'{"id":5,"q":"x","today":5}',
    b'{"id":5,"q":"x","state":[]}',
    b'{"id":5,"text":"x","reference":"2026-02-30"}',
    b'{"id":6,"buy":[],"order":"2026-01-01"}',
    b'{"id":6,"buy":[3],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":"2"}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":true}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":1e400}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":-1e400}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":' + b"9" * 500 + b'}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":1e-7}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":3,"quantity":1}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"quantity":1}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":"hire.city"}],"order":"2026-01-01"}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":1}]}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":1}],"order":"1 april"}',
    b'{"id":6,"buy":[{"item":"hire.city","quantity":1}],"order":"2026-01-01","today":3}',
    b'{"id":8,"measure":3}',
    b'{"id":8,"measure":{}}',
    b'{"id":8,"measure":{"policy":"x"}}',
    b'{"id":8,"measure":{"policy":"x","own":"a"}}',
    b'{"id":8,"measure":{"policy":"x","own":1e400,"average":1}}',
    b'{"id":8,"measure":{"policy":"x","own":1e-300,"average":1}}',
    b'{"id":8,"measure":{"policy":"x","own":' + b"9" * 60 + b',"average":1}}',
    b"\x00",
    b"\x0b",
]
BLANK = [b"", b"   ", b"\t", b"\r"]


def stream(command: str) -> list[bytes]:
    """Good lines, bad lines and blank ones, mixed."""
    good = [json.dumps({"id": f"good {number}", **request}).encode() for number, request in enumerate(GOOD[command])]
    mixed: list[bytes] = []
    for number, line in enumerate(BAD):
        mixed += [line, BLANK[number % len(BLANK)], good[number % len(good)]]
    return mixed


def parsed(line: bytes) -> dict[str, Any] | str:
    """The request on a line, or the error that stands for it."""
    try:
        return lines.parse(line)
    except RequestError as error:
        return str(error)


def answers(command: str, shop: Path, stdin: list[bytes]) -> list[str]:
    options = ["--lang", "nl"] if command != "quote" else []
    done = run(command, "--book", shop, "--as-of", DAY, *options, "--jsonl", stdin=b"\n".join(stdin))
    assert done.exit_code == 0
    return done.stdout_bytes.decode().removesuffix("\n").split("\n")


@pytest.mark.parametrize("command", sorted(GOOD))
def test_a_malformed_line_gets_an_error_and_the_run_goes_on(command: str, shop: Path) -> None:
    given = [line for line in stream(command) if line.strip(b" \t\r")]
    told = [json.loads(answer) for answer in answers(command, shop, stream(command))]
    assert len(told) == len(given)
    for line, answer in zip(given, told, strict=True):
        request = parsed(line)
        if isinstance(request, str):
            assert answer == {"error": request}
            continue
        assert {key: answer[key] for key in ("id",) if key in answer} == lines.identity(request)
        if str(request.get("id", "")).startswith("good"):
            assert "error" not in answer


@pytest.mark.parametrize("command", sorted(GOOD))
def test_the_browser_answers_the_same_stream_with_the_same_bytes(command: str, shop: Path) -> None:
    given = stream(command)
    arguments = [find_node(), str(BROWSER / "cli.mjs"), command, "--site", str(shop / "site"), "--lang", "nl", "--as-of", DAY, "--jsonl"]
    done = subprocess.run(arguments, input=b"\n".join(given), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    asked = [line for line in given if line.strip(b" \t\r")]
    for line, browser, python in zip(asked, done.stdout.decode().split("\n")[:-1], answers(command, shop, given), strict=True):
        assert browser == python, line[:200]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (b"{", '{"error":"bad_json"}'),
        (b"[]", '{"error":"not_an_object"}'),
        (b'{"id":1}', '{"error":"missing_field: text","id":1}'),
        (b'{"id":"a","text":1}', '{"error":"wrong_type: text","id":"a"}'),
        (b'{"id":1.0,"text":1}', '{"error":"wrong_type: text","id":1}'),
        (b'{"id":true,"text":1}', '{"error":"wrong_type: text"}'),
        (b'{"id":"\\ud800","text":1}', '{"error":"wrong_type: text","id":"\ufffd"}'),
        (b'{"id":9007199254740993,"text":1}', '{"error":"wrong_type: text"}'),
        (b'{"id":0,"text":"x","reference":""}', '{"error":"wrong_type: reference","id":0}'),
        (b'{"text":"x","unknown":{}}', '{"entities":[]}'),
    ],
)
def test_the_whole_answer_to_a_line(line: bytes, answer: str) -> None:
    done = run("parse", "--lang", "nl", "--jsonl", stdin=line)
    assert (done.exit_code, done.stdout) == (0, answer + "\n")


def test_an_empty_stream_gives_nothing() -> None:
    for stdin in (b"", b"\n", b"\n\n  \r\n"):
        assert run("parse", "--lang", "nl", "--jsonl", stdin=stdin).stdout == ""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"")), st.sampled_from(BAD)), max_size=8))
def test_any_bytes_give_one_answer_a_line_in_order(given: list[bytes]) -> None:
    told = list(lines.serve(iter(line + b"\n" for line in given), lambda request: {"seen": sorted(request)}))  # type: ignore[arg-type]
    asked = [line for line in given if line.strip(b" \t\r")]
    assert told == [canonical.dumps(lines.respond(line, lambda request: {"seen": sorted(request)})) for line in asked]


# The twin in Node as a program.


def node(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([find_node(), str(BROWSER / "cli.mjs"), *map(str, arguments)], input=stdin, capture_output=True, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["quote"],
        ["dance", "--site", ".", "--jsonl"],
        ["quote", "--site", ".", "--jsonl", "--limit", "0"],
        ["quote", "--site", ".", "--jsonl", "--what"],
        ["quote", "search", "--site", ".", "--jsonl"],
    ],
)
def test_the_twin_says_how_it_is_called(arguments: list[str]) -> None:
    done = node(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"usage: node cli.mjs" in done.stderr


def test_the_twin_refuses_days_and_languages_that_are_none(shop: Path) -> None:
    done = node("quote", "--site", shop / "site", "--jsonl", "--as-of", "2026-02-30")
    assert (done.returncode, done.stderr) == (2, b"2026-02-30: no existing day written as YYYY-MM-DD.\n")
    done = node("quote", "--site", shop / "site", "--jsonl", "--lang", "xx")
    assert (done.returncode, done.stderr) == (2, b"xx: no such language on this site; it has en, nl\n")


@pytest.mark.parametrize(
    "manifest", [None, b"", b"{", b"null", b"[]", b'{"format":"answerbook-site/1"}', b'{"format":"answerbook-site/9"}']
)
@pytest.mark.parametrize("command", ["quote", "ask"])
def test_the_twin_of_a_broken_site_stops_with_a_sentence(command: str, manifest: bytes | None, tmp_path: Path) -> None:
    if manifest is not None:
        (tmp_path / "answerbook").mkdir()
        (tmp_path / "answerbook" / "manifest.json").write_bytes(manifest)
    done = node(command, "--site", tmp_path, "--jsonl", stdin=b"{}\n")
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert said.startswith(f"{tmp_path}: this folder holds no complete answerbook site. ")
    assert said.endswith(".\n")
    assert said.count("\n") == 1
    for raw in ("    at ", "ENOENT", "ENOTDIR", "JSON", "undefined or null", "properties of"):
        assert raw not in said


def test_the_twin_answers_a_line_before_the_next_one_comes(shop: Path) -> None:
    arguments = [find_node(), str(BROWSER / "cli.mjs"), "quote", "--site", str(shop / "site"), "--as-of", DAY, "--jsonl"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        for number in range(3):
            talk.stdin.write(b'{"id":%d}\n' % number)
            talk.stdin.flush()
            assert talk.stdout.readline() == b'{"error":"missing_field: buy","id":%d}\n' % number
        talk.stdin.close()
