#!/usr/bin/env python3
"""Set up, build strictly, check and serve the demo help centre. Run it again whenever you like: a second run takes seconds."""

from __future__ import annotations

import argparse
import os
import socket
import sys

from environment import BIN, ROOT, SetupError, prepare, run, say


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
    parser.add_argument("--port", type=int, default=8000, help="port of the local server (default: %(default)s)")
    parser.add_argument("--as-of", metavar="DATE", help="build for this day (default: today)")
    options = parser.parse_args()
    if not options.no_serve and not _free(options.port):
        raise SetupError(f"Port {options.port} is in use. Choose another one: scripts/start.py --port {options.port + 1}")
    prepare("site")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if options.as_of:
        environment["ANSWERBOOK_AS_OF"] = options.as_of
    say("Building the site, strictly")
    run(BIN / "mkdocs", "build", "--strict", "--quiet", env=environment)
    say("Checking every figure against pricing.yaml")
    as_of = ["--as-of", options.as_of] if options.as_of else []
    run(BIN / "answerbook", "check", "--site", "site", *as_of, env=environment)
    if options.no_serve:
        say("Done: the site is in the folder site")
        return 0
    say(f"Serving on http://127.0.0.1:{options.port}/ (Dutch) and http://127.0.0.1:{options.port}/en/ (English); Ctrl-C ends it")
    server = [str(BIN / "mkdocs"), "serve", "--quiet", "--dev-addr", f"127.0.0.1:{options.port}"]
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
