"""The ids of headings are those of Python-Markdown, whatever a heading holds: else a hit leads to the top of its page."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from answerbook.search import markdown
from answerbook.search.folder import from_folder
from answerbook.search.headings import Heading, Ids
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown

if TYPE_CHECKING:
    from pathlib import Path

TRICKY = [
    "### `__init__` method",
    "## `<div>` and `a & b` and `&amp;`",
    "## Use `` a ` b `` here",
    "## ![Alt text](picture.png) Picture",
    "## ![Alt](a.png)",
    "## [![Badge](b.svg)](https://example.org) Badge",
    '## A [link](https://example.org/a_(b) "title") here',
    "## A [link]( <a b> 'x')",
    "## [One][ref] [Two][nowhere] [ref] ![Three][ref] ![Four][no]\n\n[ref]: https://example.org",
    "## [Code `x_y` in a link](a)",
    "## *Emphasis* _and_ __strong__ ***both*** snake_case _open x_y_z",
    "## _a_b_ __c_d__ (_e_) ___f___ 1_2_3_",
    "## Escaped \\_under\\_ \\*star\\* \\[x\\](y) \\`tick\\`",
    "## \\<nodejs.org> access, \\~ \\| \\& \\<",
    "<pre>\n# In it\n\nText\n---\n</pre>\n\n# After",
    "<pre>x</pre>\n# After",
    "<script>\n# In it\n\n# Still\n</script>\n\n# After",
    "## &amp; &lt;b&gt; &copy; &nbsp;x &#65; &notanentity; &copy",
    '## <span class="a > b">Tag</span> <br> <kbd>Ctrl</kbd> a < b > c',
    "## Clone <url> <https://example.org/a_b> <me@example.org>",
    "## With an id {#my-id .class}",
    "## With an id { #my-id }",
    "## With an id {: #my-id key=value }",
    "## Closed ## {#my-id}",
    "## Two {#a} {#b}",
    "## A class {.only}",
    "## Braces {x}",
    "## No space{#x}",
    "## {#alone}",
    "## {{ macro }} and {% tag %}",
    "## `code`{.python} and [link](x){target=_blank} end",
    "## id={id=own}",
    "## An id by key {id=own}",
    "##Nospace",
    "#hashtag",
    "####### Seven",
    "## Closed ##",
    "## C\\#",
    "## C# and F#",
    "## Ends in a backslash\\",
    "##",
    "## ##",
    "## ??",
    "## Été à Paris: “l’œuf”, ½ ﬁn!",
    "## 日本語",
    "## https://example.org/a_b",
    "## a - b -- c",
    "## ~~gone~~ | a ==b==",
    "Setext\n======",
    "Setext `__x__`\n-",
    "- item\n---",
    "Two lines\nof text\n---",
    "| a | b |\n| --- | --- |\n| c | d |",
    "a | b\n---",
    "text\n# Inside a paragraph\nmore",
    " # One space before",
    "    # Four spaces: code",
    "> # In a quote",
    "- # In a list",
    "1. item\n\n    ## Below an item",
    "```\n# In a fence\n```",
    "~~~ text\n# In a fence\n~~~",
    "```\n# In a fence that never ends",
    "````\n```\n# x\n```\n# y\n````",
    "A <!-- # comment --> B\n\n<!--\n# Comment\n-->\n\n## After",
    "```\n<!--\n```\n\n# Seen\n\n```\n-->\n```",
    "`<!--`\n\n# Seen\n\n-->",
    "# Same\n\n#### Same\n\n## Same\n\n###### Same\n\n## Same_1\n\n## Same_2\n\n# Same_01",
    "## ??\n\n## ??\n\n## _1",
    "## Taken\n\n## Other {#taken}\n\n## Third {#taken}\n\nA paragraph\n{: #fourth }\n\n## Fourth",
    "***\nAfter a rule\n---",
    "- item\n\n<!-- gone -->\n\n    # Code after a comment that ends the list",
    "- item\n\n[ref]: https://example.org\n\n    # Still in the list",
    "## Tab\there\t##",
    "# Title\n---\n## Next",
    "## [a](b(c(d)e)f) [text [nested [deep]] more](u)",
    "A {#word} in text\n\n## Word",
    "A **b**{#word}\n\n## Word",
    "text\n1. # Word",
    "10) # Word",
    "[Note]: Call us first, always.\n\n## [Note]",
    "## [One][ref] and [ref]\n\n[ref]:\n  https://example.org\n  'Title'",
    "<details>\n<summary>More</summary>\n\n## In it\n\n</details>\n\n## After",
    "text\n- # Word\n1. # Word",
]


def theirs(source: str) -> list[str]:
    """The ids that Python-Markdown gives, of every heading in order."""
    converter = Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"])
    converter.convert(source)
    found: list[str] = []

    def walk(tokens: list[dict]) -> None:
        for token in tokens:
            found.append(token["id"])
            walk(token["children"])

    walk(converter.toc_tokens)
    return found


@pytest.mark.parametrize("source", TRICKY)
def test_a_heading_gets_the_id_that_python_markdown_gives_it(source: str) -> None:
    assert markdown.anchors(source) == theirs(source)


#: What headings are made of. Left out is what is no matter of headings: emphasis that crosses or touches other emphasis (the
#: library loses letters there) or crosses the border of a link; of marks of code of several lengths in a row no reader is sure.
WORDS = [
    "word",
    "Woord-1",
    "x_y",
    "été",
    "日本",
    "C#",
    "??",
    "a & b",
    "a < b",
    "3 > 2",
    "_open",
    "close_",
    "\\_",
    "\\*",
    "\\#",
    "\\[",
]
MARKED = [
    "`__init__`",
    "`<div>`",
    "`&amp;`",
    " ``a`b`` ",
    "`a_b`",
    "*em*",
    "_em_",
    "__strong__",
    "**strong**",
    "[link](a_b)",
    "[link](a 'b')",
    "[_em_](a)",
    "[`x_`](a)",
    "[known][ref]",
    "[known]",
    "[not][known_]",
    "![alt](a.png)",
    "![alt][ref]",
    "[![alt](a)](b)",
    "<b>bold</b>",
    "<br>",
    '<i class="x_">',
    "<https://a.b/c_d>",
    "<me_@example.org>",
    "https://a.b/c_d",
    "&amp;",
    "&lt;",
    "&copy;",
    "&#95;",
    "&no_",
    "{{ x }}",
    "{x",
    "~~x~~",
    "|",
]
ATTRIBUTES = [
    "",
    "",
    "",
    " {#own}",
    " { #own .a }",
    "{#own}",
    " {: #other k=v}",
    " {.a}",
    " {#word}",
    " {#word_1}",
    " #",
    " ## {#own}",
    "##",
]
TEXTS = (
    st.lists(st.tuples(st.sampled_from(WORDS + MARKED), st.sampled_from([" ", " ", " ", "", "-", "  "])), max_size=5)
    .map(lambda pieces: "".join(map("".join, pieces)).strip())
    .filter(lambda text: not re.search(r"\w[*]{2,}\w", text) and not ("*" in text and re.search("_open|close_|no_", text)))
)
HASHED = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["#", "##", "###", "####", "######", "#######"]),
    st.sampled_from([" ", "", "  "]),
    TEXTS,
    st.sampled_from(ATTRIBUTES),
)
UNDERLINED = st.builds("Under {}{}\n{}".format, TEXTS, st.sampled_from(ATTRIBUTES), st.sampled_from(["=", "---", "-- ", "===="]))
BETWEEN = st.sampled_from(
    [
        "text",
        "two\nlines",
        "text\n# word",
        "- item",
        "- item\n\n    # word",
        "> quote",
        "> ## word",
        "1. # word",
        "```\n# word\n```",
        "~~~ py\n<!-- # word\n~~~",
        "    # word\n\n    # word",
        "<!-- # word -->",
        "<!--\n# word\n\n# word\n-->",
        "***",
        "| a | b |\n|---|---|\n| # c | d |",
        "[ref]: https://example.org",
        "text\n---",
        "two\nlines\n---",
        "<div>\n# word\n\nword\n---\n</div>",
        "<details>\n<summary>word</summary>\n\n## word\n\n</details>\n# word",
        "</div>",
        "text\n- # word\n1. # word",
        "[ref]:\n  https://example.org\n  'word'",
    ]
)
PAGES = st.lists(st.one_of(HASHED, HASHED, UNDERLINED, BETWEEN), min_size=1, max_size=8).map("\n\n".join)


@given(PAGES)
@settings(max_examples=150, deadline=None, derandomize=True)  # the library's own mistakes are no news
def test_every_heading_of_any_page_gets_the_id_that_python_markdown_gives_it(source: str) -> None:
    wanted = theirs(source)
    assume(not any("klzzwxh" in one for one in wanted))  # its own mark, left in an id by a mistake: emphasis that touches emphasis
    assert markdown.anchors(source) == wanted


LARGE = 200_000
HOSTILE = [
    "# a\n",
    "#",
    "`",
    "`a``b```c ",
    "``` x\n",
    "    ```a\n",
    "<!--",
    "<!-- -->",
    "`<!--`",
    "[",
    "[a](",
    "[a][b]",
    "_a",
    "*a",
    "_",
    "-",
    "- ",
    "a\n=\n",
]
HOSTILE += [
    "<pre>\n",
    "<pre></pre>",
    "\\",
    "<a ",
    '<a b="',
    "&",
    "{",
    "# a {#b}\n",
    "    a\n\n",
    "> ",
    "[a]: b\n# [c][a]\n",
    "\x021\x03",
    "~~~\n",
    "| ",
    "https://",
    "a\\\n",
    "#\na\n",
    "[a](b(c(",
    "[a [b",
    "[[a] ",
    "[a]: b 'c ",
    '[a]: "',
    "*{.a",
    "<a@",
    "1. a\n",
    "``` a title='\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_page_of_nothing_but_signs_is_read_in_its_time(piece: str, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes((piece * (LARGE // len(piece) + 1))[:LARGE].encode())
    start = time.process_time()
    from_folder(tmp_path)
    markdown.sections(f"# {piece * (1_900 // len(piece))}\n".replace("\n", "") + "\n" * 2)
    assert time.process_time() - start < 8  # half a second at most here; what is quadratic takes minutes


@given(st.text(alphabet="#`~_*[]()<>!{}&\\-= \n\t|ab:1./\"'", max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_signs_at_all_are_read(source: str) -> None:
    found = markdown.sections(source)
    assert found[0][:2] == ("", "")
    assert not any(mark in text for section in found for text in section for mark in "\x02\x03\x04\x05\x06")


CODE = st.text(alphabet="ab_*<>&;#[]()!{}|\\/-=.: ", min_size=1, max_size=60).filter(str.strip)


@given(st.lists(CODE, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_code_in_a_fence_is_text_as_it_stands(lines: list[str]) -> None:
    code = "\n".join(lines)
    ((_, _, text),) = markdown.sections(f"Before\n\n```sh\n{code}\n```\n\nAfter")
    assert code in text


@given(CODE.map(str.strip))
@settings(max_examples=100, deadline=None)
def test_code_in_a_line_is_text_as_it_stands(code: str) -> None:
    ((_, _, text),) = markdown.sections(f"Before `{code}` and *after*")
    assert " ".join(text.split()) == " ".join(f"Before {code} and after".split())
    (_, (_, heading, _)) = markdown.sections(f"## Before `{code}` and *after*")
    assert heading == " ".join(f"Before {code} and after".split())


class Counted(set[str]):
    """A set that knows how often it was asked."""

    asked = 0

    def __contains__(self, one: object) -> bool:
        self.asked += 1
        return super().__contains__(one)


@pytest.mark.parametrize("order", [range(400, 0, -1), range(1, 401), [1] * 400], ids=["down", "up", "one"])
def test_ids_of_repeated_headings_are_numbered_without_walking_over_them_again(order):
    used, ids = Counted(), []
    made = Ids(used)
    for number in order:
        ids += [made.of(Heading(2, f"a_{number}", f"a_{number}")) for _ in range(2)]
    assert len(set(ids)) == 800
    assert used.asked <= 8 * 800
