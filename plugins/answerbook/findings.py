"""A finding: what is wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing a person must mend. Lines and columns count from 1; ``file`` is relative to the book's folder."""

    file: str
    line: int
    column: int
    id: str
    message: str
    hint: str

    def __str__(self) -> str:
        """The finding on one line: ``pricing.yaml:41:7: AB012 sentence. Hint.``."""
        return f"{self.file}:{self.line}:{self.column}: {self.id} {self.message} {self.hint}".rstrip()


class FindingsError(Exception):
    """A book that cannot be used; ``findings`` holds every reason at once, in file order."""

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the findings sorted by file, line and column."""
        self.findings = sorted(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class RequestError(Exception):
    """A malformed request line; the text is one of a closed set, the same in both engines (see requests in CONTRIBUTING.md)."""
