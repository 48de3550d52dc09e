"""A folder to a book: everything that is wrong with it at once, or frozen values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from answerbook.findings import Finding, FindingsError

from . import texts, yaml_nodes
from .build import build
from .catalogue import blocks, finding
from .compile import compile_book
from .declared import declare
from .meaning import check
from .model import Book, Position
from .schema import PricingShape
from .sentences import validate

if TYPE_CHECKING:
    from pathlib import Path

PRICING = "pricing.yaml"


def load(folder: Path, *, faq: bool = True) -> Book:
    """The book in ``folder``.

    Args:
        folder: Where ``pricing.yaml`` (and ``faq/``) stand.
        faq: Whether articles and words are read too. Without them the rules can be computed with, not told.

    Raises:
        FindingsError: With every finding, when the book cannot be used. What is only not translated yet does not keep it from use;
            ``read`` tells that too.
    """
    book, findings = read(folder, faq=faq)
    if book is None:
        raise FindingsError(findings)
    return book


def read(folder: Path, *, faq: bool = True) -> tuple[Book | None, list[Finding]]:
    """The book in ``folder`` (None when it cannot be used) and every finding about it, in file order."""
    if not folder.is_dir():
        message = f"The folder {folder} does not exist."
        return None, [finding("AB001", Position(str(folder), 1, 1), message, "Give the folder in which pricing.yaml stands.")]
    book, findings = _pricing(folder)
    if faq and book is not None:
        from .faq import read_faq

        book, more = read_faq(folder, book)
        findings = [*findings, *more]
    findings = sorted(set(findings))
    return (None if blocks(findings) else book), findings


def _pricing(folder: Path) -> tuple[Book | None, list[Finding]]:
    text, findings = texts.read_file(folder, PRICING)
    return (None, findings) if text is None else parse_pricing(text)


def parse_pricing(text: str) -> tuple[Book | None, list[Finding]]:
    """The rules that the text of a ``pricing.yaml`` says, or None with every finding about it."""
    root, findings = yaml_nodes.parse(PRICING, text)
    if root is None:
        return None, findings
    shape, wrong = validate(PricingShape, root)
    declared = declare(root)
    seen = {(each.line, each.column) for each in findings}
    findings += [each for each in wrong if (each.line, each.column) not in seen]
    # A value whose form is wrong is told once: what it would mean is checked when it has one.
    seen = {(each.line, each.column) for each in findings}
    findings += [each for each in check(root, declared) if (each.line, each.column) not in seen]
    if findings or shape is None:
        return None, sorted(set(findings))
    book = build(shape, declared)
    return replace(book, hash=str(compile_book(book)["hash"])), []
