"""`answerbook index` and `answerbook search --index` over whatever a folder holds, and over indexes that are none."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from answerbook import cli
from answerbook.search.folder import files, read_folder
from answerbook.search.markdown import front_matter, words_of
from answerbook.site.codes import spoken, without_region
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Names that a system lets people give to files.
NAMES = [
    "with space.md",
    "it's.md",
    'q"uote.md',
    "a#b.md",
    "what?.md",
    "100%.md",
    "日本.md",
    "e\u0301.md",
    "two  spaces.md",
    "new\nline.md",
]
NAMES += ["esc\x1b[31m.md", "\u202ertl.md", "deep/er/and/deeper.markdown", "UPPER.MD", "a&b=c;d.mkd", "{{x}}.md", "-rf.md"]


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    """Run a command; whatever it is given, it must not end in a traceback."""
    done = CliRunner().invoke(cli.main, [str(argument) for argument in arguments], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done


def write(folder: Path, pages: Mapping[str, str | bytes]) -> Path:
    for name, content in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def found(index: Path, query: str, *options: str) -> list[str]:
    done = run("search", "--index", index, "--jsonl", "--limit", "99", *options, stdin=json.dumps({"q": query}).encode())
    assert done.exit_code == 0, done.stderr
    return [hit["url"] for hit in json.loads(done.stdout)["hits"]]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write(
        tmp_path / "pages", {"duck.md": "# Duck\n\nA duck swims.\n\n## Food\n\nBread is bad.\n", "goose.md": "# Goose\n\nA goose flies.\n"}
    )


@pytest.fixture
def index(pages: Path, tmp_path: Path) -> Path:
    assert run("index", pages, tmp_path / "out", "--lang", "en").exit_code == 0
    return tmp_path / "out"


def refused(done: Result, said: str) -> None:
    """One clear sentence on standard error, nothing on standard output, exit code 2."""
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{said}\n")


# What a folder may hold.


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_found_under_that_name(name: str, tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {name: "duck\n", "other.md": "goose\n"})
    assert run("index", pages, tmp_path / "out", "--lang", "en").exit_code == 0
    assert found(tmp_path / "out", "duck") == [name]


def test_a_name_on_the_command_line_cannot_steer_the_terminal(tmp_path: Path) -> None:
    run("index", write(tmp_path / "pages", {"esc\x1b[31m\n.md": "duck"}), tmp_path / "out", "--lang", "en")
    assert run("search", "duck", "--index", tmp_path / "out").stdout == "esc\ufffd[31m\ufffd.md  esc [31m\n"


def test_a_name_that_is_no_unicode_can_still_be_written(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"other.md": "goose"})
    Path(os.fsdecode(os.fsencode(pages) + b"/caf\xe9.md")).write_text("duck", encoding="utf-8")
    assert run("index", pages, tmp_path / "out", "--lang", "fr").exit_code == 0
    assert found(tmp_path / "out", "duck") == ["caf\ufffd.md"]


@pytest.mark.parametrize(
    ("content", "query"),
    [
        (b"\xef\xbb\xbf# Duck\n\nmarmalade\n", "marmalade"),
        (b"\xef\xbb\xbf---\r\ntitle: Duck\r\n---\r\nmarmalade\r\n", "marmalade"),
        (b"# Duck\rmarmalade\r", "marmalade"),
        (b"\xff\xfe caf\xe9 \xf0\x28\x8c marmalade", "marmalade"),
        (b"\0\1\2\x7f" * 5_000 + b" marmalade", "marmalade"),
        (b"---\ntitle: [a\n---\nmarmalade", "marmalade"),
        (b"---\n- a\n- b\n---\nmarmalade", "marmalade"),
        (b"---\nkeywords: &a [*a, zebra]\n---\nmarmalade", "zebra marmalade"),
        (b"---\ntitle: !!python/object/apply:os.system [quagga]\n---\nmarmalade", "quagga"),
        (b"---\ntitle: " + b"[" * 5_000 + b"\n---\nmarmalade", "marmalade"),
        (b"---\ntitle: " + b"9" * 5_000 + b"\ndescription: 0x" + b"f" * 9_000 + b"\n---\nmarmalade", "marmalade"),
        (b"---\ntitle: 2026-02-30\nkeywords: {a: b}\n---\nmarmalade", "2026-02-30"),
        (b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nkeywords: *b\n---\nmarmalade", "marmalade"),
        (b"---\nnever closed: yes\nmarmalade", "marmalade"),
        (b"word " * 10_000 + b"marmalade", "marmalade"),
    ],
)
def test_a_file_of_any_content_is_found(content: bytes, query: str, tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"page.md": content, "other.md": "goose\n"})
    assert run("index", pages, tmp_path / "out", "--lang", "nl").exit_code == 0
    assert found(tmp_path / "out", query) == ["page.md"]


def test_pages_of_one_title_and_pages_without_text_are_all_there(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"a.md": "# Duck\n", "b.md": "# Duck\n", "sub/duck.md": "", "c.md": "\n\n\n"})
    assert run("index", pages, tmp_path / "out", "--lang", "en").stdout == f"4 pages indexed in {tmp_path / 'out'}.\n"
    assert found(tmp_path / "out", "duck") == ["sub/duck.md", "a.md", "b.md"], "an address that says so too comes first"


def test_a_page_that_wants_no_search_is_left_out(tmp_path: Path) -> None:
    pages = write(
        tmp_path / "pages", {"a.md": "---\nsearch: {exclude: true}\n---\nduck", "b.md": "---\nsearch:\n  exclude: false\n---\nduck"}
    )
    run("index", pages, tmp_path / "out", "--lang", "en")
    assert found(tmp_path / "out", "duck") == ["b.md"]


def test_links_to_folders_are_followed_once_and_never_for_ever(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"x/a.md": "duck", "y/b.md": "duck"})
    write(tmp_path / "elsewhere", {"c.md": "duck", "back/d.md": "duck"})
    (pages / "x" / "self").symlink_to("../x")
    (pages / "x" / "y").symlink_to("../y")
    (pages / "y" / "x").symlink_to("../x")
    (pages / "up").symlink_to("../")
    (pages / "out").symlink_to(tmp_path / "elsewhere")
    (pages / "again").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "loop").symlink_to(pages)
    (pages / "me.md").symlink_to("me.md")
    (pages / "nowhere.md").symlink_to("nothing")
    (pages / "folder.md").mkdir()
    assert list(files(pages)) == ["again/c.md", "again/back/d.md", "x/a.md", "y/b.md"]


def test_what_cannot_be_read_is_left_out_and_told(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "goose.md":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    done = run("index", pages, tmp_path / "out", "--lang", "en")
    assert (done.exit_code, done.stdout) == (0, f"1 page indexed in {tmp_path / 'out'}.\n")
    assert done.stderr == "Left out because they cannot be read: goose.md (Permission denied).\n"


def test_what_is_not_utf8_is_found_by_what_can_be_read_and_told(pages: Path, tmp_path: Path) -> None:
    write(
        pages,
        {
            "latin.md": "# Café\n\nA swan glides.\n".encode("latin-1"),
            "bom.md": b"\xef\xbb\xbfswan",
            "hidden.md": b"---\nsearch: {exclude: true}\n---\n\xe9",
        },
    )
    done = run("index", pages, tmp_path / "out", "--lang", "en")
    assert (done.exit_code, done.stdout) == (0, f"4 pages indexed in {tmp_path / 'out'}.\n")
    assert done.stderr == "Not in UTF-8, so words in them may be missing: latin.md. Save them as UTF-8 and index again.\n"
    assert sorted(found(tmp_path / "out", "swan")) == ["bom.md", "latin.md"]


def test_a_folder_that_cannot_be_listed_is_left_out_and_told(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pages / "locked").mkdir()
    whole = os.scandir

    def scan(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(os, "scandir", scan)
    seen = read_folder(pages)
    assert [document.url for document in seen.documents] == ["duck.md", "goose.md"]
    assert seen.unread == (("locked", "Permission denied"),)


def test_an_empty_folder_gives_an_index_that_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    done = run("index", tmp_path / "pages", tmp_path / "out", "--lang", "en")
    assert done.exit_code == 0
    assert "0 pages indexed" in done.stdout
    assert "is Markdown" in done.stdout
    assert found(tmp_path / "out", "duck") == []


# Where it is read from and written to.


def test_a_file_is_no_folder_of_pages(pages: Path, tmp_path: Path) -> None:
    refused(run("index", pages / "duck.md", tmp_path / "out", "--lang", "en"), f"{pages / 'duck.md'}: this is a file, not a folder.")
    refused(run("index", tmp_path / "no", tmp_path / "out", "--lang", "en"), f"{tmp_path / 'no'}: no such folder.")


def test_the_index_may_stand_among_the_pages_and_is_not_indexed_itself(pages: Path) -> None:
    for _ in range(2):
        assert run("index", pages, pages / "search", "--lang", "en").stdout.startswith("2 pages indexed")
    assert found(pages / "search", "duck") == ["duck.md"]


@pytest.mark.parametrize(
    "others",
    [{"notes.txt": "mine"}, {"manifest.json": "{}"}, {"search/en/mine.12345678.txt": ""}, {"whoosh": "a file"}, {"whoosh/mine.py": "mine"}],
)
def test_files_of_others_are_never_written_over(pages: Path, tmp_path: Path, others: dict[str, str]) -> None:
    out = write(tmp_path / "theirs", others)
    before = sorted(path.relative_to(out) for path in out.rglob("*"))
    done = run("index", pages, out, "--lang", "en")
    refused(done, f"{out}: this folder holds files of others; give one that is empty, new, or written by answerbook index.")
    assert sorted(path.relative_to(out) for path in out.rglob("*")) == before
    refused(
        run("index", pages, pages, "--lang", "en"),
        f"{pages}: this folder holds files of others; give one that is empty, new, or written by answerbook index.",
    )


def test_an_index_takes_no_place_of_a_file(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    refused(run("index", pages, tmp_path / "file", "--lang", "en"), f"{tmp_path / 'file'}: this is a file, not a folder.")
    done = run("index", pages, tmp_path / "file" / "below", "--lang", "en")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_a_full_disk_leaves_the_old_index_and_nothing_else(pages: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from answerbook.search import engine

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(engine, "write", fail)
    refused(run("index", pages, index, "--lang", "en"), f"{index}: No space left on device.")
    assert {path.name for path in index.iterdir()} == {"manifest.json", "search", "whoosh"}
    assert found(index, "duck") == ["duck.md"]


def test_indexing_again_in_another_language_leaves_nothing_of_the_first(pages: Path, index: Path) -> None:
    assert run("index", pages, index, "--lang", "nl").exit_code == 0
    assert [path.name for path in (index / "search").iterdir()] == ["nl"]


# Languages.


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nl", "2 pages indexed in {out}.\n"),
        ("nl-BE", "2 pages indexed in {out} as nl.\n"),
        ("NL_be", "2 pages indexed in {out} as nl.\n"),
        ("xx", "2 pages indexed in {out}. There is no stemmer for xx: words are found as they are spelt.\n"),
        ("ja", "2 pages indexed in {out}. There is no stemmer for ja: words are found as they are spelt.\n"),
        ("pt-BR", "2 pages indexed in {out} as pt. There is no stemmer for pt: words are found as they are spelt.\n"),
    ],
)
def test_any_language_is_indexed_and_one_without_a_stemmer_says_so(pages: Path, tmp_path: Path, code: str, said: str) -> None:
    out = tmp_path / "out"
    done = run("index", pages, out, "--lang", code)
    assert (done.exit_code, done.stdout, done.stderr) == (0, said.format(out=out), "")
    assert found(out, "duck", "--lang", code) == ["duck.md"]


@pytest.mark.parametrize("code", ["..", "", "e", "english", "../nl", "nl/", "n1", "nl\n", "ñl", "nl-", "-nl"])
def test_what_is_no_code_of_a_language_is_refused(pages: Path, index: Path, code: str) -> None:
    said = f"{code}: a language is a code of two or three letters, such as nl or nl-BE."
    refused(run("index", pages, index.parent / "new", f"--lang={code}"), said)
    assert not (index.parent / "new").exists()
    refused(run("search", "duck", "--index", index, f"--lang={code}"), said)


def test_an_index_in_another_language_than_asked_for_says_so(index: Path) -> None:
    refused(run("search", "duck", "--index", index, "--lang", "nl"), f"nl: the index in {index} is in en.")


@pytest.mark.parametrize(
    ("code", "default", "language"),
    [("nl", "en", "nl"), ("nl-BE", "en", "nl"), ("pt", "nl", "nl"), ("pt", "de", "de"), ("de", "fr", "de"), ("ja", "ja", "en")],
)
def test_a_language_without_sentences_borrows_those_of_the_default_or_english(code: str, default: str, language: str) -> None:
    assert spoken(code, default) == language


@given(st.from_regex(r"[a-zA-Z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}", fullmatch=True))
@settings(max_examples=40)
def test_a_language_without_its_region_is_a_code_itself(code: str) -> None:
    assert without_region(without_region(code)) == without_region(code)


# How many hits.


@pytest.mark.parametrize("limit", ["0", "-1", "1.5", "two", "", "010", "٣", "1e3", "+1"])
def test_a_limit_that_is_no_number_of_hits_is_refused(index: Path, limit: str) -> None:
    refused(run("search", "duck", "--index", index, f"--limit={limit}"), f"--limit {limit}: give a whole number of 1 or more.")


@pytest.mark.parametrize(("limit", "count"), [("1", 1), ("2", 2), ("1001", 2), ("9" * 30, 2), ("9" * 5_000, 2)])
def test_a_limit_may_be_larger_than_there_are_pages(index: Path, limit: str, count: int) -> None:
    assert len(run("search", "a duck or a goose", "--index", index, "--limit", limit).stdout.splitlines()) == count


# Indexes that are none.


def test_a_folder_that_is_no_index_is_named(index: Path, pages: Path, tmp_path: Path) -> None:
    for folder, reason in ((pages / "duck.md", "this is a file, not a folder"), (tmp_path / "nowhere", "no such folder")):
        refused(run("search", "duck", "--index", folder), f"{folder}: {reason}. Give one that answerbook index wrote.")
    for folder in (pages, index / "whoosh", tmp_path):
        refused(
            run("search", "duck", "--index", folder), f"{folder}: there is no complete index here. Build it again with answerbook index."
        )


@pytest.mark.parametrize("place", ["whoosh", "whoosh/answerbook.json", "."])
def test_an_index_or_a_folder_that_may_not_be_entered_is_told(
    index: Path, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    closed = index / place

    def guarded(name: str) -> Callable[[Path], bool]:
        real = getattr(Path, name)

        def ask(path: Path) -> bool:
            if path == closed or path.is_relative_to(closed):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path)

        return ask

    for name in ("is_dir", "is_file", "exists"):
        monkeypatch.setattr(Path, name, guarded(name))
    done = run("search", "duck", "--index", index)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(": Permission denied.\n")
    closed = pages
    assert "Permission denied" in run("index", pages, tmp_path / "new", "--lang", "en").stderr


def test_what_a_file_manager_leaves_in_an_index_is_no_damage(index: Path) -> None:
    (index / "whoosh" / ".DS_Store").write_bytes(b"\x00")
    assert found(index, "duck")


@pytest.mark.parametrize("number", [1, 99])
def test_an_older_or_newer_index_is_told_from_a_damaged_one(index: Path, number: int) -> None:
    from answerbook.site.indexing import _seal

    about = index / "whoosh" / "answerbook.json"
    about.write_text(json.dumps({**json.loads(about.read_text()), "version": number}))
    _seal(index)
    done = run("search", "duck", "--index", index)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"this index is of version {number}, this program reads" in done.stderr


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_any_damage_to_an_index_is_told_and_never_met(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    pages = write(folder / "pages", {"duck.md": "# Duck\n\nA duck swims.\n", "goose.md": "goose"})
    assert run("index", pages, folder / "out", "--lang", "en").exit_code == 0
    paths = sorted(
        path for path in (folder / "out").rglob("*") if path.is_file() and "LOCK" not in path.name and "search" not in path.parts
    )
    path = data.draw(st.sampled_from(paths))
    content = path.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    damaged = data.draw(st.sampled_from([content[:place], content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]]))
    path.write_bytes(damaged)
    done = run("search", "duck", "--index", folder / "out")
    # A damaged name in the manifest that nobody reads changes nothing.
    assert (done.exit_code, done.stdout) == (2, "") or done.stdout == "duck.md  Duck\n"
    assert done.stderr.count("\n") <= 1
    shutil.rmtree(folder)


# Anything at all.


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_front_matter_of_any_bytes_is_read(content: bytes) -> None:
    meta, rest = front_matter(f"---\n{content.decode('utf-8', 'replace')}\n---\nbody")
    assert isinstance(rest, str)
    assert all(isinstance(words_of(value), str) for value in meta.values())


@given(
    st.dictionaries(
        st.from_regex(r"[^/\x00\ud800-\udfff.][^/\x00\ud800-\udfff]{0,20}", fullmatch=True), st.binary(max_size=200), max_size=4
    )
)
@settings(max_examples=25, deadline=None)
def test_every_file_of_any_folder_is_one_document(tmp_path_factory: pytest.TempPathFactory, tree: dict[str, bytes]) -> None:
    folder = tmp_path_factory.mktemp("any")
    kept = {}
    for name, content in tree.items():
        path = folder / f"{name}.md"
        if len(os.fsencode(path.name)) < 250:
            path.write_bytes(content)
            kept[path.name] = content
    excluded = [name for name, content in kept.items() if b"exclude" in content]
    assert {document.url for document in read_folder(folder).documents} >= set(kept) - set(excluded)
    shutil.rmtree(folder)
