"""The browser's modules as a site serves them: joined, without comments, and the same as they are written."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from answerbook.site.export import BROWSER, browser_modules
from answerbook.site.modules import served
from answerbook.site.tokens import ModuleError

from tests.node import find_node

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SCRIPT = """
const names = process.argv.slice(1);
const found = {};
for (const name of names) found[name] = Object.keys(await import(name)).sort();
console.log(JSON.stringify(found));
"""


def write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")


def run(folder: Path, script: str, *arguments: str) -> str:
    done = subprocess.run(
        [find_node(), "--input-type=module", "-e", script, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert not done.returncode, done.stderr
    return done.stdout.strip()


ASKS = """
const m = await import("./app/start.js");
console.log(JSON.stringify([await m.all(), m.loud("a"), m.three, m.A, m.B, Object.keys(m)]));
"""
MODULES = {
    "app/start.js": """/** The start. */
import { twice, THREE as three } from "./one.js";
import * as words from "../words.js";
import "./two.js";

export { shout as loud } from "./two.js";
export { three };
/** @typedef {import("./late.js").Late} Late */
export const [A, B] = ["a", "b"];
const hidden = "`start` // no comment";
export async function all() {
  const { late } = await import("./late.js");
  return [twice(2), three, words.say("x"), hidden, late(), /[/"']+/u.test("/")];
}
""",
    "app/one.js": """import { say } from "../words.js";
// The same name as in start.js.
const hidden = 1;
export const THREE = hidden + 2;
export function twice(number) {
  return say(`${2 * number /* here */}`);
}
""",
    "app/two.js": """import {
  THREE,
  twice,
} from "./one.js";
const hidden = THREE;
export class Two {}
export const shout = (text) => `${text}! ${hidden} ${twice(1)}`;
""",
    "app/late.js": 'import { shared } from "./shared.js";\nexport const late = () => shared;\n',
    "app/shared.js": "export const shared = 7;\n",
    "app/other.js": 'import { shared } from "./shared.js";\nexport default shared;\n',
    "words.js": 'export const say = (text) => `said ${text}`;\nexport function unused() {\n  return "";\n}\n',
}


def test_what_only_one_file_leads_to_stands_in_it(tmp_path: Path) -> None:
    files = served(MODULES)
    assert set(files) == {"app/late.js", "app/other.js", "app/shared.js", "app/start.js", "words.js"}
    write(tmp_path, files)
    joined = run(tmp_path, ASKS)
    assert json.loads(joined) == [
        ["said 4", 3, "said x", "`start` // no comment", 7, True],
        "a! 3 said 2",
        3,
        "a",
        "b",
        ["A", "B", "all", "loud", "three"],
    ]
    write(tmp_path, MODULES)
    assert run(tmp_path, ASKS) == joined


def test_the_order_of_the_modules_does_not_matter() -> None:
    assert served(dict(reversed(MODULES.items()))) == served(MODULES)


def test_a_comment_names_no_module() -> None:
    assert set(
        served(
            {
                "a.js": 'import { b } from "./b.js";\n/** @type {import("./b.js").B} */\nexport const a = b;\n',
                "b.js": "export const b = 1;\n",
            }
        )
    ) == {"a.js"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("export let b = 0;", "b.js: cannot be joined with others: export let b = 0;"),
        ("export * from './c.js';", "b.js: cannot be joined with others: export * from './c.js';"),
        ("export default 1;", "b.js: cannot be joined with others: export default 1;"),
        ("const b = 1;\nexport { b as default };", "b.js: cannot be joined with others: as default"),
        ('import c from "./c.js";', 'b.js: cannot be joined with others: import c from "./c.js";'),
        ("import { c } from './c.js';", "b.js: cannot be joined with others: import { c } from './c.js';"),
        ('import { c } from "./c.js"', 'b.js: cannot be joined with others: import { c } from "./c.js"'),
        ("await 1;", "b.js: cannot be joined with others: await 1;"),
        ("const $1 = 1;", "b.js: cannot be joined with others: $1"),
        ("export const a = 1, b = 2;", "b.js: does not export b, which a.js imports, in a form that can be joined"),
        ("/*\nexport const b = 1;\n*/", "b.js: does not export b, which a.js imports, in a form that can be joined"),
        ('import "./d.js";', "b.js: imports d.js, which is not there"),
    ],
)
def test_what_cannot_be_joined_is_told(line: str, told: str) -> None:
    with pytest.raises(ModuleError) as caught:
        served({"a.js": 'import { b } from "./b.js";\nexport const a = b;\n', "b.js": f"{line}\n", "c.js": "export const c = 1;\n"})
    assert str(caught.value) == told


@pytest.mark.parametrize("word", ["export", "import", "await"])
@pytest.mark.parametrize(
    "literal",
    [
        "`\nLINE\n`",
        "`${1}\nLINE`",
        "`${`\nLINE ${2}`}`",
        "`${{ a: [/[`}]/, '}`'] }.a}\nLINE`",
        "/`/.test(4 / 2 / 1) + `\\`\r\nLINE`",
        '"\\\nLINE"',
    ],
)
def test_a_line_of_a_literal_that_would_be_taken_for_code_is_told(literal: str, word: str) -> None:
    text = literal.replace("LINE", f"{word} const c = 1;")
    with pytest.raises(ModuleError) as caught:
        served({"a.js": 'import { b } from "./b.js";\nexport const a = b;\n', "b.js": f"// `\nexport const b = {text};\n"})
    assert str(caught.value) == f"b.js:2: cannot be joined with others: {word} begins a line of this literal; write \\n there instead"


def test_comments_go_and_literals_stay(tmp_path: Path) -> None:
    modules = {
        "a.js": """import { b } from "./b.js";
/* `
export const x = 1;
*/ const y = 2; /*
import "./no.js";
*/
// await "
export const a = [b, y];
""",
        "b.js": """export const b = [`
/* stays */
  // stays
 exports, important: ${4 /* stays */ / 2}`, "/* stays */", /[/*`]/u.source];
""",
    }
    files = served(modules)
    assert set(files) == {"a.js"}
    write(tmp_path, files)
    asks = 'console.log(JSON.stringify((await import("./a.js")).a))'
    joined = run(tmp_path, asks)
    write(tmp_path, modules)
    assert run(tmp_path, asks) == joined


def test_what_would_lose_text_when_it_is_shortened_is_told() -> None:
    with pytest.raises(ModuleError) as caught:
        served({"a.js": "export const a = `1  ${`2  3`}`;\n"})
    assert str(caught.value) == "a.js: cannot be shortened: `2  3` would be changed; keep a template out of the code of another"


def test_modules_that_import_each_other_keep_their_files(tmp_path: Path) -> None:
    sources = {
        "a.js": 'import { even } from "./b.js";\nexport const a = even(4);\n',
        "b.js": 'import { odd } from "./c.js";\nexport const even = (n) => n === 0 || odd(n - 1);\n',
        "c.js": 'import { even } from "./b.js";\nexport const odd = (n) => n !== 0 && even(n - 1);\n',
    }
    files = served(sources)
    assert set(files) == {"a.js", "b.js", "c.js"}
    write(tmp_path, files)
    assert run(tmp_path, 'console.log((await import("./a.js")).a)') == "true"


def test_a_worker_that_another_module_imports_too_keeps_its_file() -> None:
    started = 'export const start = () => new Worker(new URL("./w.js", import.meta.url));\n'
    assert set(
        served({"a.js": 'import { w } from "./w.js";\nexport const a = w;\n', "b.js": started, "w.js": "export const w = 1;\n"})
    ) == {
        "a.js",
        "b.js",
        "w.js",
    }


def test_every_file_gives_what_its_module_gives(tmp_path: Path) -> None:
    files = {path.removeprefix("answerbook/js/"): content.decode() for path, content in browser_modules() if path.endswith(".js")}
    write(tmp_path, files)
    inert = sorted(f"./{path}" for path in files if not path.startswith("elements/") and path not in {"embed.js", "search/worker.js"})
    assert len(inert) > 20
    assert run(tmp_path, SCRIPT, *inert) == run(BROWSER, SCRIPT, *inert)
