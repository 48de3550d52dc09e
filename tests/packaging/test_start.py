"""`scripts/start.py` over a small help centre: what it builds, and what it refuses before anything is installed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.sites import DAY, EPOCH, Project

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Project, Callable[..., Any]]:
    """The shop, and a way to start it with arguments, in the environment of the tests instead of one of its own."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    monkeypatch.delitem(sys.modules, "environment", raising=False)
    monkeypatch.delitem(sys.modules, "start", raising=False)
    monkeypatch.delenv("ANSWERBOOK_AS_OF", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    import environment
    import start

    project = Project(tmp_path / "shop")
    monkeypatch.setattr(environment, "ROOT", project.folder)
    monkeypatch.setattr(start, "BIN", Path(sys.executable).parent)
    monkeypatch.setattr(start, "prepare", lambda _lock: project.write("prepared\n  | yes\n"))

    def main(*arguments: str) -> Any:
        settings = project.save()
        settings.write_text(settings.read_text().replace(f'"as_of": "{DAY}"', '"as_of": !ENV [ANSWERBOOK_AS_OF, null]'), encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["start.py", *arguments])
        return start.main()

    return project, main


def test_a_day_is_built_and_checked_for(started: tuple[Project, Callable[..., Any]], capfd: pytest.CaptureFixture[str]) -> None:
    project, main = started
    assert main("--no-serve", "--as-of", "2026-12-24") == 0
    assert json.loads((project.folder / "site/answerbook/manifest.json").read_text())["as_of"] == "2026-12-24"
    said = capfd.readouterr()
    assert "No findings" in said.out
    assert "INFO" not in said.out + said.err


def test_the_server_gets_the_day_and_the_port(started: tuple[Project, Callable[..., Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Any] = []
    monkeypatch.setattr("start.run", lambda *_command, **_options: None)
    monkeypatch.setattr("start.run_silently", lambda *_command, **_options: None)
    monkeypatch.setattr("start._free", lambda _port: True)
    monkeypatch.setattr("os.chdir", lambda _folder: None)
    monkeypatch.setattr("os.execve", lambda _file, command, environment: ran.append((command[-1], environment["ANSWERBOOK_AS_OF"])))
    started[1]("--port", "8123", "--as-of", "2026-12-24")
    assert ran == [("127.0.0.1:8123", "2026-12-24")]


def test_a_link_that_leads_nowhere_stops_it(started: tuple[Project, Callable[..., Any]], capfd: pytest.CaptureFixture[str]) -> None:
    project, main = started
    project.write("docs/nl/index.md\n  | # Hulp\n  |\n  | [Weg](nope.md)\n")
    with pytest.raises(SystemExit) as ended:
        main("--no-serve")
    assert ended.value.code == 1
    assert "nope.md" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        *(("--port", port, f"{port!r} is no port; write a number from 1 to 65535.") for port in ("99999", "0", "-1", "web", "65536")),
        *(
            ("--as-of", day, f"{day!r} is no existing day written as YYYY-MM-DD.")
            for day in ("2026-13-01", "20261101", "soon", "2026-02-30")
        ),
    ],
)
def test_a_bad_option_is_told_before_anything_is_done(
    started: tuple[Project, Callable[..., Any]], capfd: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    project, main = started
    with pytest.raises(SystemExit) as ended:
        main(f"{option}={value}")
    assert ended.value.code == 2
    assert said in capfd.readouterr().err
    assert not (project.folder / "prepared").exists()
