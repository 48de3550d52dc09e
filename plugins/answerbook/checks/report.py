"""Findings for people, programs, pull requests and code scanning."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from answerbook import __version__
from answerbook.book.catalogue import CATALOGUE

from .catalogue import KINDS

if TYPE_CHECKING:
    from answerbook.findings import Finding

    from .result import Result


def report(result: Result, form: str) -> str:
    """The result as ``text``, ``json``, ``github`` (workflow commands) or ``sarif`` (2.1.0)."""
    return {"text": _text, "json": _json, "github": _github, "sarif": _sarif}[form](result)


def _text(result: Result) -> str:
    compared = ", ".join(f"{number} {kind}" for kind, number in result.counts.items())
    found = len(result.findings)
    verdict = f"{found} finding{'s' if found > 1 else ''}" if found else "No findings"
    notes = (f"note: {note}" for note in result.notes)
    return "\n".join([*map(str, result.findings), *notes, f"{verdict}. Compared: {compared or 'nothing'}."])


def _json(result: Result) -> str:
    return json.dumps(
        {"findings": [asdict(finding) for finding in result.findings], "counts": result.counts, "notes": result.notes}, ensure_ascii=False
    )


def _escape(text: str, *, property_value: bool = False) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if property_value else escaped


def _github(result: Result) -> str:
    lines = [_workflow_command(finding) for finding in result.findings]
    return "\n".join([*lines, *(f"::notice::{_escape(note)}" for note in result.notes)])


def _workflow_command(finding: Finding) -> str:
    place = f"file={_escape(finding.file, property_value=True)},line={finding.line},col={finding.column},title={finding.id}"
    return f"::error {place}::{_escape(f'{finding.message} {finding.hint}'.rstrip())}"


def _sarif(result: Result) -> str:
    rules = sorted({finding.id for finding in result.findings})
    driver = {"name": "answerbook", "version": __version__, "rules": [_sarif_rule(rule) for rule in rules]}
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        # Always there, also when empty: who uploads a run without results is refused.
        "results": [_sarif_result(finding, rules.index(finding.id)) for finding in result.findings],
    }
    if result.notes:
        notes = [{"level": "note", "message": {"text": note}} for note in result.notes]
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": notes}]
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _sarif_rule(rule: str) -> dict[str, Any]:
    kind = KINDS.get(rule) or CATALOGUE.get(rule)
    texts = {"shortDescription": {"text": kind.title}, "fullDescription": {"text": kind.explanation}} if kind else {}
    return {"id": rule, **texts}


def _sarif_result(finding: Finding, rule: int) -> dict[str, Any]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    # The line may move without the finding being another one, so it is left out of the fingerprint.
    print_of = hashlib.sha256(f"{finding.file}\0{finding.id}\0{finding.message}".encode()).hexdigest()
    return {
        "ruleId": finding.id,
        "ruleIndex": rule,
        "level": "error",
        "message": {"text": f"{finding.message} {finding.hint}".rstrip()},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(finding.file)}, "region": region}}],
        "partialFingerprints": {"answerbook/v1": print_of},
    }
