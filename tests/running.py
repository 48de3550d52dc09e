"""Commands of the command line, run in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerbook import cli
from click.testing import CliRunner, Result

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str | Path, stdin: bytes | str = b"") -> Result:
    """Run a command; whatever it is given, it must not end in a traceback."""
    done = CliRunner().invoke(cli.main, [str(argument) for argument in arguments], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done
