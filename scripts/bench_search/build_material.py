"""Builds the index of Material's own search, through its plugin's own events: `-m bench_search.build_material PAGES.jsonl FOLDER LANG`.

Nothing is rendered: the plugin gets each page's HTML as MkDocs would hand it over, and chooses separator and pipeline by language itself.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from mkdocs.config import load_config

from .pages import markup, read

CONFIG = "site_name: Pages\ntheme: {{name: material, language: {lang}, font: false}}\nplugins: [search]\n"


def main() -> None:
    """Let the plugin index every page and write its file."""
    pages, folder, lang = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    source = folder.parent / "material-source"
    (source / "docs").mkdir(parents=True, exist_ok=True)
    (source / "mkdocs.yml").write_text(CONFIG.format(lang=lang), encoding="utf-8")
    config = load_config(str(source / "mkdocs.yml"), site_dir=str(folder.resolve()))
    plugin = next(plugin for name, plugin in config.plugins.items() if name.endswith("search"))
    plugin.on_startup(command="build", dirty=False)
    plugin.on_config(config)
    for page in read(pages):
        given = SimpleNamespace(meta={}, title=page.title, url=page.url, content=markup(page), toc=[])
        plugin.on_page_context({}, page=given, config=config, nav=None)
    plugin.on_post_build(config=config)


if __name__ == "__main__":
    main()
