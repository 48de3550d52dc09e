"""Any folder of Markdown can be indexed, whatever is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from answerbook.content.values import Page, Section
from answerbook.search import markdown
from answerbook.search.documents import addressed, clean, from_pages
from answerbook.search.engine import BrokenIndexError, build, open_index, write
from answerbook.search.folder import from_folder, read_folder
from answerbook.search.requests import search

FILES = {
    "plain.md": "# Getting started\n\nInstall it, then *run* `answer`.\n\n## Next steps { #next }\n\nRead [the guide](guide.md).\n",
    "sub/front.md": "---\ntitle: 'From the front'\ndescription: What it says\nkeywords: [zebra, quagga]\n---\nBody of the page.\n",
    "broken-front.md": "---\ntitle: Half: a : title\n\tbad\n---\n# Other\n\ntext\n",
    "no-end.md": "---\ntitle: x\n\nNever closed, with words like marmalade.\n",
    "empty.md": "",
    "only-title.md": "# Lonely\n",
    "bytes.md": b"\xff\xfe\x00\x80 caf\xe9 \xf0\x28\x8c\x28 teapot",
    "hostile.md": "<script>alert('x')</script>\n" + "[" * 5_000 + "<!--" * 5_000 + "{{" * 5_000 + "*_`" * 5_000 + "\nlighthouse\n",
    "long.md": "# Long\n\n" + "word lorem ipsum dolor " * 2_500 + "needle\n",
    "twin-a.md": "# Twins\n\nfirst\n",
    "twin-b.md": "# Twins\n\nsecond\n",
    "code.md": "# Code\n\n```yaml\n# not a heading\nkey: porcupine\n```\n\n| a |\n|---|\n| walnut |\n\n!!! note\n    the gap\n",
    "setext.md": "Big title\n=========\n\ntext\n\nSmaller\n-------\n\nmore pelican\n",
    ".hidden/secret.md": "# Secret\n",
    "not-markdown.txt": "nothing",
}


@pytest.fixture
def folder(tmp_path):
    pages = tmp_path / "pages"
    for name, content in FILES.items():
        path = pages / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (pages / "folder.md").mkdir()
    return pages


@pytest.mark.parametrize(
    ("question", "url"),
    [
        ("getting started", "plain.md"),
        ("guide", "plain.md#next"),
        ("from the front", "sub/front.md"),
        ("quagga", "sub/front.md"),
        ("marmalade", "no-end.md"),
        ("lonely", "only-title.md"),
        ("teapot", "bytes.md"),
        ("lighthouse", "hostile.md"),
        ("needle", "long.md"),
        ("twins", "twin-a.md"),
        ("porcupine", "code.md"),
        ("walnut gap", "code.md"),
        ("pelican", "setext.md#smaller"),
    ],
)
def test_whatever_a_folder_holds_is_found_under_its_path(folder, tmp_path, question, url):
    engine = write(from_folder(folder), "en", tmp_path / "out")
    assert search(engine, {"q": question})["hits"][0]["url"] == url


def test_an_index_is_opened_again_and_says_the_same(folder, tmp_path):
    engine = write(from_folder(folder), "en", tmp_path / "out", [["teapot", "kettle"]])
    again = open_index(tmp_path / "out")
    for question in ["kettle", "twins", "the gap", "zzz"]:
        assert search(again, {"q": question}) == search(engine, {"q": question})
    assert again.files() == engine.files()


def test_indexing_again_leaves_no_stale_files(folder, tmp_path):
    write(from_folder(folder), "en", tmp_path / "out")
    (folder / "plain.md").unlink()
    engine = write(from_folder(folder), "en", tmp_path / "out")
    kept = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out" / "search").rglob("*") if path.is_file()}
    assert kept == set(engine.files()[1])
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["search"] in kept


@pytest.mark.parametrize("damage", ["none", "about", "version", "segment", "toc"])
def test_an_index_that_cannot_be_opened_is_reported_in_a_sentence(folder, tmp_path, damage):
    out = tmp_path / "out"
    if damage != "none":
        write(from_folder(folder), "en", out)
        about = out / "whoosh" / "answerbook.json"
        if damage == "about":
            about.write_text("{")
        elif damage == "version":
            about.write_text(json.dumps({**json.loads(about.read_text()), "version": 99}))
        else:
            for path in (out / "whoosh").glob("*.seg" if damage == "segment" else "*.toc"):
                path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(BrokenIndexError, match=r"Build it again\.$"):
        open_index(out)


def test_markdown_is_read_as_its_reader_sees_it():
    source = "Intro **bold** text[^1] &amp; more <br> end\n\n> quote\n\n- item one\n1. item two\n\n"
    source += "[ref]: https://example.org\n\n## A *b* `c`\n\nsnake_case stays\n"
    (_, _, intro), (anchor, heading, text) = markdown.sections(source)
    assert clean(intro) == "Intro bold text & more end quote item one item two"
    assert (anchor, heading, clean(text)) == ("a-b-c", "A b c", "snake_case stays")


def test_headings_of_the_same_text_get_anchors_of_their_own():
    sections = markdown.sections("## Same\n\n## Same\n\n## Same\n\n## Été à Paris!\n\n## ??\n")
    assert [anchor for anchor, _, _ in sections][1:] == ["same", "same_1", "same_2", "ete-a-paris", "_1"]


def test_pages_of_the_site_bring_their_sections_paraphrases_and_collection():
    sections = (Section("", "Seats", "Intro."), Section("price", "What does it cost?", "It costs \x00 something."))
    meta = {"entries": {"price": {"asks": ["tariff per head"]}}, "keywords": ["licence"], "short": "Chairs"}
    page = Page("en", "faq/seats.md", "en/faq/seats/", "article", "Seats", "All about seats", "", sections, "seats", "seats", meta)
    hidden = Page("en", "faq/x.md", "en/x/", "page", "Hidden", "", "", (), meta={"search": {"exclude": True}})
    (document,) = from_pages([page, hidden])
    assert (document.url, document.collection, document.hints) == ("en/faq/seats/", "seats", "Chairs licence\ntariff per head")
    assert document.parts[1].text == "It costs something."


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nl/faq/seats/extra-seats/", "faq seats extra seats"),
        ("NL-be/x_y/z%C3%A9.html", "x y zé"),
        ("to-do/db/on-call.md", "to do db on call"),
        ("totem/Play%20a-film.markdown", "totem play a film"),
        ("100%cacao/50%25.md", "cacao"),
        ("mu\u0308nchen/हिन्दी/aujourd'hui.md", "münchen हिन्दी aujourd'hui"),
        ("nl/", ""),
        ("guide/README.md", "guide"),
        ("guide/index.html", "guide"),
        ("indexing/index-of-terms.md", "indexing index of terms"),
        ("p000123.md", ""),
        ("v1.2/windows-11.md", "windows"),
        ("en/", "en"),
        ("", ""),
    ],
)
def test_an_address_says_what_its_page_is_about_but_its_language_ending_and_numbers_do_not(url, words):
    assert " ".join(addressed(url, "nl")) == words


def test_a_page_is_found_by_the_folder_it_is_in(tmp_path):
    for path, text in {"totem/film.md": "# Afspelen\n\nKies een bestand.\n", "orca/stem.md": "# Spraak\n\nKies een stem.\n"}.items():
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(text, encoding="utf-8")
    engine = build(from_folder(tmp_path), "nl")
    assert [document.url for document, *_ in engine.find("bestand in totem", 1).hits] == ["totem/film.md"]
    assert [document.url for document, *_ in engine.find("orca", 5).hits] == ["orca/stem.md"]


def test_aliases_in_front_matter_stay_small(tmp_path):
    nested = "".join(f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]\n" for number in range(1, 10))
    (tmp_path / "a.md").write_text(f"---\na0: &a0 [x, x]\n{nested}search: {{exclude: *a9}}\n---\n# Nested\n", encoding="utf-8")
    repeated = f"t: &t {'word ' * 10_000}\nkeywords: [{','.join(['*t'] * 5_000)}]\n"
    (tmp_path / "b.md").write_text(f"---\n{repeated}---\n# Repeated\n", encoding="utf-8")
    nested_page, repeated_page = from_folder(tmp_path)
    assert (nested_page.title, repeated_page.title) == ("Nested", "Repeated")
    assert "word" in repeated_page.keywords
    assert len(repeated_page.keywords) <= 100_000


def test_front_matter_of_many_lines_is_front_matter(tmp_path):
    words = "".join(f"  - kw{number}word\n" for number in range(600))
    (tmp_path / "a.md").write_text(f"---\ntitle: Real\nkeywords:\n{words}---\n# Heading\n\nhello\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\n" + "no end\n" * 20_000 + "---\n", encoding="utf-8")
    long, endless = from_folder(tmp_path)
    assert (long.title, "kw599word" in long.keywords, "kw" in long.body) == ("Real", True, False)
    assert "no end" in endless.body


def test_what_cannot_be_looked_at_is_left_out_and_named(tmp_path, monkeypatch):
    for name in ("a.md", "b.md", "sub/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# Page\n", encoding="utf-8")
    (tmp_path / "long.md").symlink_to("n" * 300)

    def is_file(path, real=Path.is_file):
        if path.name == "b.md":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "is_file", is_file)
    found = read_folder(tmp_path)
    assert [document.url for document in found.documents] == ["a.md", "sub/c.md"]
    assert [path for path, _ in found.unread] == ["b.md", "long.md"]


def test_a_folder_that_links_lead_to_in_several_ways_is_read_once(tmp_path):
    for path in ("ext/p.md", "ext/a/p.md", "ext/a/b/p.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"# {path}\n", encoding="utf-8")
    (tmp_path / "pages").mkdir()
    for name, target in (("1", "../ext/a/b"), ("2", "../ext/a"), ("3", "../ext")):
        (tmp_path / "pages" / name).symlink_to(target)
    assert [document.title for document in from_folder(tmp_path / "pages")] == ["ext/a/b/p.md", "ext/a/p.md", "ext/p.md"]


def test_search_lines_of_an_empty_folder_are_answered(tmp_path):
    (tmp_path / "pages").mkdir()
    assert search(write(from_folder(tmp_path / "pages"), "nl", tmp_path / "out"), {"q": "x"}) == {"hits": []}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Write `<div>` or `&amp;` or `__init__` or `**kwargs`.", "Write <div> or &amp; or __init__ or **kwargs."),
        ("Ticks: `` a`b `` and a `[x](y)` and `a | b`", "Ticks: a`b and a [x](y) and a | b"),
        ("One `span\nover lines` ends.", "One span over lines ends."),
        ("A lone ` tick\n\nand another ` tick, *here*", "A lone tick and another tick, here"),
        ("VERI\\*FACTU, snake\\_case, \\<b> and C\\#", "VERI*FACTU, snake_case, <b> and C#"),
        (
            "```sh\ngit clone <url> [x](y) a | b &lt;\n*args, snake_case __init__\n```",
            "git clone <url> [x](y) a | b &lt; *args, snake_case __init__",
        ),
        ("~~~\n<!-- shown -->\n~~~\n\n<!-- gone -->", "<!-- shown -->"),
        ("``` python\n# comment\n\n    <i>\n```\n*after*", "# comment <i> after"),
        ("- Do this:\n\n    ```sh\n    echo <x>\n    # done\n    ```\n\n    *then* that", "Do this: echo <x> # done then that"),
        ("Text\n\n    def __init__(*args): <b>\n\n    return `x`\n\n*end*", "Text def __init__(*args): <b> return `x` end"),
        ("- item\n\n    more *text* of <b>it</b>", "item more text of it"),
        ("!!! note\n\n    more *text* of <b>it</b>", "more text of it"),
        ("<div>\n\n    more *text* of <b>it</b>\n\n</div>", "more text of it"),
        ("```\nnever closed *text*", "never closed text"),
        ("<pre>a <b>*b*</b> &lt;c&gt;\n\n    # d</pre> *e*", "a *b* <c> # d e"),
        ("<style>\np { x }\n\nq</style>\n<script>\nlet x;\n</script>\n\nseen", "seen"),
        ("<pre>never *closed*", "never closed"),
        ("[![Alt text](a.png)](https://example.org) after", "Alt text after"),
        (" # One space, no heading", "One space, no heading"),
        ("Text[^1].\n\n[^1]: Refunds take fourteen days.", "Text . Refunds take fourteen days."),
        ("[^1]: Refunds", "Refunds"),
        ("[Note]: Call us first, always.", "Note: Call us first, always."),
        ("[a]: https://example.com\n[b]: <u> 'Its title'\n[c]: u (Its title)\n> [d]: u\n\nend", "end"),
        ("It costs since\n2024. More follows.", "It costs since 2024. More follows."),
        ("> It costs since\n> 2024. More follows.", "It costs since 2024. More follows."),
        ("10) items", "10) items"),
        ("1. one\n2. two\n\n3. three\n    4. four\n- five\n6. six", "one two three four five six"),
        ("text\n> 1. one\n>\n> 2. two\n\n!!! note\n    3. three", "text one two three"),
        ("See https://example.com/refunds now.", "See https://example.com/refunds now."),
        ("See <https://example.com/re_funds_> or <mailto:me@example.com>.", "See https://example.com/re_funds_ or me@example.com."),
        ("A {#hash} in text, **{store}** and `a` {.b}", "A {#hash} in text, {store} and a {.b}"),
        ("`a`{.x} **b**{#x} [c](u){ .x } ![d](u){ width=300 } :icon-d:{ .lg } end", "a b c d :icon-d: end"),
        ("A paragraph\n{: .x #y }\n\n- item\n{ .x }\n- another", "A paragraph item another"),
        ("| a {.x} | b |\n|---|---|\n| c | d |", "a b c d"),
        ('```python title="prices.py"\nx = 1\n```', "prices.py x = 1"),
        ("```{.python title='prices.py'}\nx = 1\n```", "prices.py x = 1"),
        ("[text [nested] more](u) end", "text [nested] more end"),
        ("[text [nested [deep]] more](u) end", "text [nested [deep]] more end"),
        ("[a](b(c(d)e)f) end", "a end"),
        ("[a [b](c) d](e) end", "a b d end"),
    ],
)
def test_code_is_found_as_it_stands_and_text_as_it_is_read(source: str, text: str):
    assert clean(markdown.sections(source)[0][2]) == text


def parts_of(tmp_path, source, name="page.md"):
    (tmp_path / name).write_text(source, encoding="utf-8")
    (document,) = from_folder(tmp_path)
    return document, [(part.anchor, part.heading, part.text) for part in document.parts]


def test_a_heading_without_text_starts_no_section_and_no_hit_is_without_a_title(tmp_path):
    _, parts = parts_of(
        tmp_path, "# Title\n\nstart\n\n##\n\nzebra\n\n## ![](a.png)\n\nquagga\n\n## ![A picture](a.png)\n\nokapi\n\n## Last\n"
    )
    assert parts == [("", "Title", "start zebra quagga"), ("_3", "A picture", "okapi"), ("last", "Last", "")]


@pytest.mark.parametrize("source", ["", "#\n\nzebra", "##\n\n## \u200b\n\nzebra", "---\ntitle: \u200b\n---\n# \u200e\n\nzebra"])
@pytest.mark.parametrize("name", ["page.md", "_.md", "\u200b.md"])
def test_every_page_and_every_section_has_a_title(tmp_path, source, name):
    document, parts = parts_of(tmp_path, source, name)
    assert document.title
    assert all(heading for _, heading, _ in parts)
    assert ("zebra" in source) == (document.body == "zebra")


def test_a_heading_without_text_on_a_page_of_the_site_starts_no_section():
    sections = (Section("", "Seats", "Intro."), Section("_1", "", "More."), Section("price", "Price", "Much."))
    (document,) = from_pages([Page("en", "a.md", "a/", "page", "Seats", "", "", sections)])
    assert [(part.anchor, part.text) for part in document.parts] == [("", "Intro. More."), ("price", "Much.")]


def test_a_heading_that_says_something_else_than_the_title_is_found(tmp_path):
    document, parts = parts_of(tmp_path, "---\ntitle: Lamps\n---\n# Replace a bulb\n\nUnscrew it.\n\n## Which?\n\nLED.\n")
    assert (document.title, parts[0]) == ("Lamps", ("", "Lamps", "Replace a bulb. Unscrew it."))
    _, parts = parts_of(tmp_path, "---\ntitle: Lamps | Manual\n---\n# Lamps\n\nUnscrew it.\n")
    assert parts == [("", "Lamps | Manual", "Unscrew it.")]
    _, parts = parts_of(tmp_path, "---\ntitle: Lamps\n---\n# Bulbs?\n")
    assert parts == [("", "Lamps", "Bulbs?")]
