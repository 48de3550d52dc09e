"""The command line: help, exit codes, and a sentence where something cannot run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from answerbook import cli

from tests.running import run
from tests.site.sites import DAY

ROOT = Path(__file__).parents[3]
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
