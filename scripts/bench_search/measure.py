"""What a command costs: wall and processor seconds and its peak memory.

Run as a script this is the small process between: a child's peak counts from the memory of the process it was forked from, so that
process must be small. The peak is that of the largest process that the command started, itself included.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPTS = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command used."""

    wall: float
    cpu: float
    megabytes: float


def measured(command: Sequence[str | Path]) -> tuple[Usage, str]:
    """Run a command in the scripts' folder; what it used, and the last line it printed. Its failure ends the benchmark."""
    between = [sys.executable, "-P", "-S", __file__]
    done = subprocess.run([*between, *map(str, command)], cwd=SCRIPTS, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(done.returncode)
    wall, cpu, megabytes, said = json.loads(done.stdout.splitlines()[-1])
    return Usage(wall, cpu, megabytes), said


def _main() -> int:
    began = time.perf_counter()
    done = subprocess.run(sys.argv[1:], check=False, stdout=subprocess.PIPE, text=True)
    wall = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    said = (done.stdout.splitlines() or [""])[-1]
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, said]))
    return done.returncode


if __name__ == "__main__":
    sys.exit(_main())
