"""HTML in Markdown, definitions and lists are read as Python-Markdown shows them: the same sections under the same ids, the same words."""

from __future__ import annotations

import time

import pytest
from answerbook.search import markdown
from answerbook.search.documents import clean
from answerbook.search.folder import from_folder
from hypothesis import given, settings
from hypothesis import strategies as st
from shown_pages import shown, words


def read(source: str) -> list[tuple[str, str, list[str]]]:
    return [(anchor, heading, words(text)) for anchor, heading, text in markdown.sections(source)]


RAW = [
    "<details>\n<summary>Why?</summary>\n\n## No heading\n\ntext\n\n</details>\n\n## After",
    '<div>\n<h2 id="own">A <b>bold</b> &amp; plain<br>title</h2>\nbody\n\n# none\n</div>\nmore',
    "<section>\n<h3 id='several'\n    class=x>\nLines\nof it\n</h3>\nbody\n</section>",
    "<h2 id=bare>Alone</h2>\ntext\n\n## Alone\n\n## Bare",
    "<H2 ID='a b'>Large</H2> tail",
    "<h2>Without an id</h2>\n\ntext",
    '<div><h2 id="">Empty</h2></div>\n\n<h2 data-id="x">Other</h2>',
    '<h2 title="id=x" id="y">Quoted</h2>\n\ntext',
    '    <h2 id="x">Code</h2>\n\n- item\n\n    <div>\n\n    text\n\n    </div>',
    "<div>\nTitle\n---\n\n    indented\n\n- # item\n</div>\nTitle\n---",
    "text\n<div>\n# in\n</div>\n# after",
    "- item\n<div>\n# in\n</div>\n\n    # code",
    "<div>\n<div>\n# in\n</div>\n# still in\n</div>\n# after",
    "<ul>\n<li>one\n<li>two\n</ul>\n# after",
    "<p>one\n\n# in\n\n<p>two</p>\n\n# still in",
    "<div>in</div> tail <div>\n# in\n</div> # not at the start\n\n# after",
    "<div>in</div># Tail",
    "<div>in</div> Tail\n---",
    "<div>\n```\n</div>\n# code\n```\n# in\n</div>\n# after",
    "```\n<div>\n```\n# after",
    "`<div>`\n# after",
    "<div>`</div>`\n# after",
    "text <div> in a line\n# after",
    "<div>\n<!-- </div> -->\n# in\n<!--\n</div>\n-->\n</div>\n# after",
    "<!-- <div> -->\n# after",
    "<div title='a > b'\n  class=\"c\">\n# in\n</div>\n# after",
    "<div>\n<script>\nlet a = '</div>'\n# no\n</script><pre>\n# as it stands\n</pre>\n# in\n</div>\n# after",
    "<pre>a</pre><pre>b</pre>\n# after",
    "<hr>\n# after\n\n<div />\n# too\n\n<hr>\nTitle\n---",
    "</div>\n# after",
    "<b>\n# after\n</b>\n\n<tabs>\n# too\n</tabs>",
    "<table><tr><td>one</td><td>two</td></tr></table>\n# after",
    "   <div>\n# in\n   </div>\n# after",
    "<div>\n# never closed",
    f"<div style='{'x' * 1_500}'>\n# in\n</div>\n\n# after",
    f"<div {' '.join(f'a{number}=1' for number in range(90))}>\n# in\n</div>\n\n# after",
    "Run this:\n    # no\n    pip install x\n\n## After",
    "- Run this:\n    # no\n\n## After",
]


@pytest.mark.parametrize("source", RAW)
def test_raw_html_has_the_sections_and_words_that_the_page_shows(source: str) -> None:
    assert read(source) == shown(source)


MARKED = [
    "<div markdown>\n# in\n<h2 id='own'>Own</h2>\n<div>\n# not in\n</div>\n</div>\n# after",
    "<details markdown='1' class=note>\n<summary># Why</summary>\n\n## In\n\ntext\n\n</details>",
    "<section markdown='block'>\nTitle\n---\ntext\n</section>",
    "<p markdown='1'>\n# no\n</p>\n# after",
    "<div markdown='0'>\n# no\n</div>\n# after",
    "<div markdown='span'>\n# no\n</div>\n# after",
    "<h2 markdown='1'>A *b* `c_d`</h2>\n\n# A b",
    "<h2 id='own' markdown='1'>A *b*</h2>",
]


@pytest.mark.parametrize("source", MARKED)
def test_markdown_in_html_is_read_where_a_tag_says_so(source: str) -> None:
    assert read(source) == shown(source, "md_in_html")


LINES = [
    *("<div>", "</div>", "<p>", "</p>", "<details open><summary>sum</summary>", "</details>", "<ul>", "<li>li", "</ul>", "<br>", "<hr>"),
    *('<h2 id="raw">raw</h2>', "<h3 id='deep' class=x>deep <b>b</b> &amp; c</h3>", "<h2>none</h2>", "<h2 id='lines'>\nsome\nlines\n</h2>"),
    *("## hash", "### hash two", "under\n---", "text", "- item", "1. one", "> quote", "    indented", "text\n- # list\n1. # numbers"),
    *("```\ncode </div> here\n```", "```\n<div>\n```", "<!-- </div> <h2 id='gone'>x</h2> -->", "<!--\n<div>\n-->", "`<div>`"),
    *(
        "<section class='a > b'>",
        "</section>",
        "<div\n class='x'\n id='y'>",
        "<div />",
        "text <div> mid",
        "tail</div> tail",
        "<span>s</span>",
    ),
    *(
        "<pre>pre # x\n## y\n</pre>",
        "<script>\nscr </div>\n## z\n</script>",
        "<style>p{}</style>",
        "<div><script>a</script><pre>b</pre></div>",
    ),
    *("<div>in</div> tail", "</p> <div>two</div> <p>", "   <div>", "<unknown>", "<img src=a>", "<table><tr><td>cell</td></tr></table>"),
    *("[ref]:\n  http://x 'title'", "[rf]: <u>\n'tt'", "text\n[rg]:\n  address\n  (title)\nmore", "", ""),
]
PAGES = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n", "\n\n"])).map("".join), max_size=8).map("".join)


@given(PAGES)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_page_with_html_in_it_has_the_sections_and_words_that_it_shows(source: str) -> None:
    assert read(source) == shown(source)


DEFINITIONS = [
    '[id]:\n   https://example.org/a  "A title"\n\nend',
    "[id]:\nhttps://example.org/a\n\nend",
    "[id]: https://example.org/a\n    'A title'\n\nend",
    "[id]:\n  <https://example.org/a>\n  (A title)\nend",
    "before\n[id]:\n  address\nend",
    "[a]:\n  one\n[b]:\n  two\n[c]: three\nend",
    "> [id]:\n> address\n> 'A title'\n>\n> end",
    "- item\n\n    [id]:\n      address\n\n    end",
    "See [the guide][ID] and [id] and ![picture][id].\n\n[id]:\n  https://example.org/a",
    "## The [guide][id]\n\n[id]:\n  https://example.org/a\n\nend",
    "[id]:\n# Heading",
    "[id]:\n#fragment",
    "[id]:\n***\nend",
    "[id]:\n```\ncode\n```",
    "[id]:\n<div>\nend\n</div>",
    "[id]:\n\naddress",
    "[id]:\nmore than an address",
    '[id]:\naddress "no title',
    "[id]: address\n'title' and more",
    "[id]:\n\n    code",
    "[id]: address\nTitle\n===",
    "[id]: address\nend\n---",
]


@pytest.mark.parametrize("source", DEFINITIONS)
def test_an_address_or_title_on_a_line_of_its_own_is_no_text(source: str) -> None:
    picture = source.replace("![picture][id]", "")
    assert read(picture) == shown(picture)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("To do:\n1. one\n2. two\n10. ten", "To do: one two ten"),
        ("To do:\n- one\n- [ ] two\n* three", "To do: one two three"),
        ("> To do:\n> 1. one\n> 2. two", "To do: one two"),
        ("**To do**\n   1. one\n   2. two", "To do one two"),
        ("It costs since\n2024. More follows.", "It costs since 2024. More follows."),
        ("To do:\n1. one\n\n2024. More follows.\n\nSince\n2024. More.", "To do: one More follows. Since 2024. More."),
        ("At most\n10. No more.", "At most 10. No more."),
        ("It is 5 or\n1.5 more", "It is 5 or 1.5 more"),
        ("<p>\nSince\n2024. More.\n</p>", "Since 2024. More."),
    ],
)
def test_the_marks_of_a_list_below_a_line_of_text_are_no_text(source: str, text: str) -> None:
    assert clean(markdown.sections(source)[0][2]) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("un**believ**able and H<sub>2</sub>O", "unbelievable and H2O"),
        ("<p>un<b>believ</b>able<br>H<sub>2</sub>O</p>", "unbelievable H2O"),
        ("2 * 3 * 4, **both** and *one*", "2 3 4, both and one"),
        ('A <a href="x" title="a > b">zebra</a> walks', "A zebra walks"),
        (f'A <img src="data:image/png;base64,{"A" * 9_000}"> picture', "A picture"),
        (f"A ![chart](data:image/png;base64,{'A' * 30_000}) here", "A chart here"),
        ('[TOC]\n\n=== "Windows"\n\n    Press a key.', "Windows Press a key."),
        ("> [!NOTE] On lamps\n> They burn.", "On lamps They burn."),
        ("!!! note On lamps\n    They burn.", "On lamps They burn."),
        (f'!!! note{" " * 20_000}sx"y"', '!!! note sx"y"'),
    ],
)
def test_no_marks_of_html_or_markdown_stand_in_the_text_and_no_word_is_taken_apart(source: str, text: str) -> None:
    assert clean(markdown.sections(source)[0][2]) == text


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        ("<details markdown>\n<summary>s</summary>\n\nx\n\n</details>\n---\n\n## Next", ["next"]),
        ("<div markdown>\nx\n\n</div>\nBeta\n----\n", ["beta"]),
    ],
)
def test_the_end_of_html_that_holds_markdown_is_no_text(source: str, ids: list[str]) -> None:
    assert markdown.anchors(source) == ids


@pytest.mark.parametrize(
    "source",
    [
        *("text\n- # no", "text\n1. # no\n2. # no", "> text\n> - # no", "text\n> # yes", "- a\n- # yes", "1. # yes"),
        *("- item\n\n    # yes\n\n## After", "- item\n    # no", "[id]: address\n- # yes\n\n# yes"),
    ],
)
def test_no_heading_stands_in_a_list_that_python_markdown_takes_for_text(source: str) -> None:
    assert markdown.anchors(source) == [given for given, _, _ in shown(source)][1:]


def test_a_hit_in_raw_html_leads_to_the_heading_with_the_id(tmp_path) -> None:
    (tmp_path / "page.md").write_text(
        "# Lamps\n\n<details>\n<summary>More</summary>\n\n## Bulbs\n\nzebra\n\n<h2 id='cords'>Cords</h2>\n\nquagga\n</details>\n"
    )
    (document,) = from_folder(tmp_path)
    assert [(part.anchor, part.heading, part.text) for part in document.parts] == [
        ("", "Lamps", "More Bulbs zebra"),
        ("cords", "Cords", "quagga"),
    ]


HOSTILE = [
    *(
        "<div>\n",
        "<div>",
        "<div><p>",
        "<div></p></x>",
        "<div>x</div>",
        "<div",
        "<div\n",
        "x> <a\n",
        "<a\n",
        "<a \"' '\"",
        '"<a \'"',
        "<a='",
    ),
    *("<div><!--", "<div>\n<!-- -->", "<div><pre>", "<div><pre></pre>", "<pre></pre>", "<pre>a</pre><div>", "<div/>", "</div>", "</"),
    *(
        "<h2 id='a'>",
        "<h2 id='a'>x</h2>",
        "<h2 id=",
        "<div>\n```\n",
        "<div>\n```\n```\n",
        "<hr>",
        "<hr><b>",
        '<div a="',
        "<div markdown>\n",
    ),
    *("[a]:\n", "[a]:\n  b\n", "[a]:\nb\n'c\n", "[a]:\n'", "[a]: b (", "[a]:    ", '<div>\n<a ">\n', '<a ">\n', "text\n1. a\n"),
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("before", ["", "<div>\n"])
def test_a_page_of_nothing_but_tags_or_definitions_is_read_in_its_time(before: str, piece: str) -> None:
    start = time.process_time()
    markdown.sections(before + piece * (200_000 // len(piece)))
    assert time.process_time() - start < 8  # half a second at most here; what is quadratic takes minutes


@given(
    st.lists(
        st.sampled_from(["<", ">", "/", "div", "h2", " id=", "'", '"', "x", "pre", "!--", "--", "\n", " ", "#", "[a]:", "```"]), max_size=60
    )
)
@settings(max_examples=300, deadline=None)
def test_any_pieces_of_tags_at_all_are_read(pieces: list[str]) -> None:
    found = markdown.sections("".join(pieces))
    assert found[0][:2] == ("", "")
