"""Findings for people, programs, pull requests and code scanning."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from answerbook.findings import Finding

    from .run import Result


def report(result: Result, form: str) -> str:
    """The result as ``text``, ``json``, ``github`` (workflow commands) or ``sarif`` (2.1.0)."""
    return {"text": _text, "json": _json, "github": _github, "sarif": _sarif}[form](result)


def _text(result: Result) -> str:
    compared = ", ".join(f"{number} {kind}" for kind, number in result.counts.items())
    verdict = "No findings" if not result.findings else f"{len(result.findings)} finding{'s' if len(result.findings) > 1 else ''}"
    return "\n".join([*map(str, result.findings), *(f"note: {note}" for note in result.notes), f"{verdict}. Compared: {compared or 'nothing'}."])


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
    driver = {"name": "answerbook", "rules": [{"id": rule} for rule in rules]}
    run = {"tool": {"driver": driver}, "results": [_sarif_result(finding) for finding in result.findings]}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _sarif_result(finding: Finding) -> dict[str, Any]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    # The line may move without the finding being another one, so it is left out of the fingerprint.
    print_of = hashlib.sha256(f"{finding.file}\0{finding.id}\0{finding.message}".encode()).hexdigest()
    return {
        "ruleId": finding.id,
        "level": "error",
        "message": {"text": f"{finding.message} {finding.hint}".rstrip()},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": finding.file}, "region": region}}],
        "partialFingerprints": {"answerbook/v1": print_of},
    }
