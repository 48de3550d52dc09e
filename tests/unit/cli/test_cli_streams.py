"""Streams of lines, good and bad. What both engines must answer the same stands in one place."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from answerbook import canonical, lines
from answerbook.findings import RequestError
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.node import BROWSER, find_node
from tests.running import run
from tests.site.sites import DAY

if TYPE_CHECKING:
    from pathlib import Path

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
