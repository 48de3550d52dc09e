"""`answerbook index` over whatever a folder holds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from answerbook.search.folder import files, read_folder
from answerbook.search.markdown import front_matter, words_of
from folders import found, write
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.running import run

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
