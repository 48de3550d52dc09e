#!/usr/bin/env python3
"""Set up, build strictly, check and serve the demo help centre. Run it again whenever you like: a second run takes seconds."""

from __future__ import annotations

import argparse
import os
import re
import socket
import sys
from datetime import date

from environment import BIN, ROOT, SetupError, prepare, run, run_silently, say

_PORTS = range(1, 65536)
#: What mkdocs.yml reads the day from.
_AS_OF = "ANSWERBOOK_AS_OF"


def _day(text: str) -> str:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no existing day written as YYYY-MM-DD.")


def _port(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,5}", text) and int(text) in _PORTS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port; write a number from {_PORTS[0]} to {_PORTS[-1]}.")


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def main() -> int:
    """Return 0 when the site was served (or built, with --no-serve), 1 on findings, 2 when it could not run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-serve", action="store_true", help="build and check only")
    parser.add_argument("--port", type=_port, default=8000, help="port of the local server (default: %(default)s)")
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=_day,
        default=os.environ.get(_AS_OF) or None,
        help="build, check and serve for this day (default: today)",
    )
    options = parser.parse_args()
    if not options.no_serve and not _free(options.port):
        raise SetupError(f"Port {options.port} is in use. Choose another one: scripts/start.py --port {_PORTS[options.port % len(_PORTS)]}")
    prepare("site")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if options.as_of:
        environment[_AS_OF] = options.as_of
    say("Building the site, strictly")
    # Not --quiet: MkDocs then counts no warnings, and --strict stops on nothing.
    run_silently(BIN / "mkdocs", "build", "--strict", env=environment)
    say("Checking every figure against pricing.yaml")
    as_of = ["--as-of", options.as_of] if options.as_of else []
    run(BIN / "answerbook", "check", "--site", "site", *as_of, env=environment)
    if options.no_serve:
        say("Done: the site is in the folder site")
        return 0
    say(f"Serving on http://127.0.0.1:{options.port}/ (Dutch) and http://127.0.0.1:{options.port}/en/ (English); Ctrl-C ends it")
    server = [str(BIN / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{options.port}"]
    os.chdir(ROOT)
    os.execve(server[0], server, environment)  # noqa: S606
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SetupError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
