#!/usr/bin/env python3
"""Hold the served browser modules to the written ones, as the TypeScript compiler reads both: no token, name or file is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from answerbook.site.export import module_sources
from answerbook.site.modules import imported, served
from environment import CACHE, node
from rjsmin import jsmin


def main() -> int:
    """Return 0 when nothing differs, else 1."""
    sources = module_sources()
    modules = {path: {"source": text, "short": jsmin(text), "read": {"imports": imported(text)}} for path, text in sources.items()}
    command = [node(), Path(__file__).with_suffix(".mjs"), CACHE / "typescript/node_modules/typescript/lib/typescript.js"]
    told = json.dumps({"modules": modules, "served": served(sources)})
    return min(1, subprocess.run(command, input=told, text=True, encoding="utf-8", check=False).returncode)


if __name__ == "__main__":
    sys.exit(main())
