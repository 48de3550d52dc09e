from __future__ import annotations

import pytest
from answerbook.language import UnknownLanguageError
from answerbook.wording import Catalogue, catalogue, search_catalogue
from answerbook.wording.catalogue import FOLDER, Message, read_messages
from answerbook.wording.check import check_messages


def write(folder, **files: str):
    for name, text in files.items():
        language, _, stem = name.partition("_")
        (folder / language).mkdir(exist_ok=True)
        (folder / language / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return folder


def ids(folder) -> list[tuple[str, str, int]]:
    return [(finding.id, finding.file, finding.line) for finding in check_messages(folder)]


def test_the_messages_of_every_language_agree_and_hold_no_figure() -> None:
    assert check_messages() == []
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} >= {"nl", "en", "de", "fr"}


def test_a_message_is_said_with_its_slots() -> None:
    messages = {"a.b": Message("{one_thing} and {other}"), "a.c": Message("{number} seats", "one seat", "count")}
    spoken = Catalogue("en", (1,), messages)
    assert spoken.say("a.b", one_thing="{other}", other="that") == "{other} and that", "a slot is filled once"
    assert [spoken.say("a.c", count=count, number=str(count)) for count in (0, 1, 2)] == ["0 seats", "one seat", "2 seats"]


def test_a_missing_message_or_slot_is_an_error() -> None:
    spoken = Catalogue("en", (1,), {"a.b": Message("{what}")})
    with pytest.raises(KeyError):
        spoken.say("a.c")
    with pytest.raises(KeyError):
        spoken.say("a.b")
    assert (spoken.has("a.b"), spoken.has("a.c")) == (True, False)


@pytest.mark.parametrize("code", ["xx", "../nl", ""])
def test_a_language_nobody_wrote_is_an_error(code) -> None:
    with pytest.raises(UnknownLanguageError):
        catalogue(code)


def test_every_scalar_is_text(tmp_path) -> None:
    write(tmp_path, en_a="no: no\nyes: on\nnothing: null\n")
    assert {key: message.other for key, message in read_messages(tmp_path / "en").items()} == {
        "a.no": "no",
        "a.yes": "on",
        "a.nothing": "null",
    }


@pytest.mark.parametrize(
    ("nl", "en", "found"),
    [
        ("a: x\nb: y\n", "a: x\n", [("AB191", "en/t.yaml", 1)]),
        ("a: x\nb: '{c}'\n", "a: x\nb: '{d}'\n", [("AB192", "en/t.yaml", 2), ("AB192", "nl/t.yaml", 2)]),
        ("a: een\n\nb: EUR 5\n", "a: a\n\nb: EUR\n", [("AB193", "nl/t.yaml", 3)]),
        ("a: 'een { twee'\n", "a: a\n", [("AB194", "nl/t.yaml", 1)]),
        ("a: {by: n, one: x, other: y}\n", "a: x\n", [("AB192", "en/t.yaml", 1), ("AB192", "nl/t.yaml", 1)]),
        ("a: {by: n, one: x}\n", "a: x\n", [("AB190", "nl/", 1)]),
        ("a: [x]\n", "a: x\n", [("AB190", "nl/", 1)]),
        (
            "a: {by: '{n}', one: x, other: y}\n",
            "a: {by: '{n}', one: x, other: y}\n",
            [("AB195", "en/t.yaml", 1), ("AB195", "nl/t.yaml", 1)],
        ),
    ],
)
def test_what_is_wrong_with_a_message_is_found_where_it_stands(tmp_path, nl, en, found) -> None:
    assert ids(write(tmp_path, nl_t=nl, en_t=en)) == found


def test_a_language_may_say_only_what_the_search_does(tmp_path) -> None:
    write(tmp_path, nl_t="a: x\n", nl_search="hits: x\nmore: x\n", fr_search="hits: y\n")
    assert ids(tmp_path) == [("AB191", "fr/search.yaml", 1)]


@pytest.mark.parametrize("code", ["nl", "en", "de", "fr"])
def test_the_search_speaks_every_language_that_it_stems(code) -> None:
    said = search_catalogue(code)
    assert (said.language, set(said.messages)) == (code, set(search_catalogue("nl").messages))
    assert "search.hits" in said.messages


@pytest.mark.parametrize("code", ["de", "fr"])
def test_a_language_that_only_searches_says_nothing_else(code) -> None:
    with pytest.raises(UnknownLanguageError):
        catalogue(code)


def test_the_singular_may_leave_out_the_number(tmp_path) -> None:
    write(tmp_path, nl_t="a: {by: n, one: een, other: '{number}'}\n", en_t="a: {by: n, one: one, other: '{number}'}\n")
    assert check_messages(tmp_path) == []


def test_a_pack_holds_every_message() -> None:
    pack = catalogue("nl").pack()
    assert pack["lang"] == "nl"
    assert pack["ones"] == [1]
    assert set(pack["messages"]) == set(catalogue("nl").messages)
