"""The peers' own packages, at pinned versions, in the cache folder."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import version
from pathlib import Path

from environment import npm

PACKAGES = {
    "minisearch": "7.2.0",
    "pagefind": "1.6.0",
    "@orama/orama": "3.1.18",
    "@orama/stemmers": "3.1.18",
    "@orama/stopwords": "3.1.18",
    "flexsearch": "0.8.212",
    "lunr": "2.3.9",
    "lunr-languages": "1.22.0",
}


def install(cache: Path) -> Path:
    """The folder with the peers' packages, installed when one is missing or of another version."""
    modules = cache.resolve() / "node_modules"
    if any(_installed(modules / name) != wanted for name, wanted in PACKAGES.items()):
        cache.mkdir(parents=True, exist_ok=True)
        (cache / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        wanted = [f"{name}@{number}" for name, number in PACKAGES.items()]
        subprocess.run([*npm(), "install", "--no-audit", "--no-fund", "--silent", "--save-exact", *wanted], cwd=cache, check=True)
    return modules


def _installed(folder: Path) -> str:
    about = folder / "package.json"
    return json.loads(about.read_text(encoding="utf-8"))["version"] if about.is_file() else ""


def pagefind(modules: Path) -> Path:
    """Pagefind's binary for this machine, as its package brings it."""
    found = [path for path in modules.glob("@pagefind/*/bin/pagefind*") if path.suffix in {"", ".exe"}]
    if not found:
        raise SystemExit("Pagefind's package brought no binary for this machine: leave it out with --engines.")
    return found[0]


def material() -> Path:
    """The folder of Material's browser files."""
    import material as package

    return Path(package.__file__).parent / "templates" / "assets" / "javascripts"


def label(engine: str) -> str:
    """An engine's name in the tables, with its version."""
    names = {"minisearch": "MiniSearch", "pagefind": "Pagefind", "orama": "Orama", "flexsearch": "FlexSearch"}
    if engine == "ours":
        return "**ours**"
    if engine == "material":
        return f"Material {version('mkdocs-material')}"
    return f"{names.get(engine, engine)} {PACKAGES['@orama/orama' if engine == 'orama' else engine]}"
