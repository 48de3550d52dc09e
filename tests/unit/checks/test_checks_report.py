"""Findings in the four forms, each as its reader needs it."""

from __future__ import annotations

import json
import re

import pytest
from answerbook.checks import Result
from answerbook.checks.report import report
from answerbook.findings import Finding

ODD = Finding("faq/nl/a,b: c%.md", 3, 7, "AB151", "A figure typed in prose: “100%”\nand more.", "Mend it.")
PLAIN = Finding("pricing.yaml", 28, 3, "AB150", "Example one expects total 1, the rules give 2.", "Mend it.")
OTHER = Finding("mkdocs.yml", 1, 1, "AB303", "The theme is other.", "")


def result(*findings: Finding, notes: list[str] | None = None) -> Result:
    return Result(list(findings), {"rules": 3, "pages": 2}, notes or [])


def test_text_has_one_line_a_finding_and_what_was_compared() -> None:
    assert report(result(PLAIN, notes=["something is due."]), "text") == (
        "pricing.yaml:28:3: AB150 Example one expects total 1, the rules give 2. Mend it.\n"
        "note: something is due.\n"
        "1 finding. Compared: 3 rules, 2 pages."
    )
    assert report(result(PLAIN, OTHER), "text").endswith("\n2 findings. Compared: 3 rules, 2 pages.")
    assert report(result(), "text") == "No findings. Compared: 3 rules, 2 pages."
    assert report(Result(), "text") == "No findings. Compared: nothing."


def test_json_holds_findings_counts_and_notes() -> None:
    assert json.loads(report(result(PLAIN, notes=["n"]), "json")) == {
        "findings": [
            {
                "file": "pricing.yaml",
                "line": 28,
                "column": 3,
                "id": "AB150",
                "message": "Example one expects total 1, the rules give 2.",
                "hint": "Mend it.",
            }
        ],
        "counts": {"rules": 3, "pages": 2},
        "notes": ["n"],
    }


def test_github_commands_stay_on_one_line_with_every_special_character_escaped() -> None:
    assert report(result(ODD, notes=["50% due\nsoon"]), "github") == (
        "::error file=faq/nl/a%2Cb%3A c%25.md,line=3,col=7,title=AB151::A figure typed in prose: “100%25”%0Aand more. Mend it.\n"
        "::notice::50%25 due%0Asoon"
    )
    assert report(result(), "github") == ""


def test_a_github_command_read_back_is_the_finding() -> None:
    def plain(text: str) -> str:
        return text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")

    match = re.fullmatch(r"::error (.*?)::(.*)", report(result(ODD), "github"))
    assert match
    properties = {key: plain(value) for key, value in (part.split("=", 1) for part in match[1].split(","))}
    assert properties == {"file": ODD.file, "line": "3", "col": "7", "title": "AB151"}
    assert plain(match[2]) == f"{ODD.message} {ODD.hint}"


def test_sarif_always_has_results() -> None:
    told = json.loads(report(result(), "sarif"))
    assert told["version"] == "2.1.0"
    assert [run["results"] for run in told["runs"]] == [[]]
    assert told["runs"][0]["tool"]["driver"]["rules"] == []


def test_sarif_explains_each_rule_once_and_points_to_it() -> None:
    (run,) = json.loads(report(result(OTHER, PLAIN, PLAIN, ODD, notes=["due."]), "sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["AB150", "AB151", "AB303"]
    assert rules[0]["shortDescription"] == {"text": "example differs"}
    assert rules[2] == {"id": "AB303"} or "shortDescription" in rules[2]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [each["ruleId"] for each in run["results"]]
    assert run["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": [{"level": "note", "message": {"text": "due."}}]}
    ]


def test_a_sarif_place_is_a_uri_with_line_and_column() -> None:
    (run,) = json.loads(report(result(ODD), "sarif"))["runs"]
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "faq/nl/a%2Cb%3A%20c%25.md"},
                "region": {"startLine": 3, "startColumn": 7},
            }
        }
    ]


def test_a_sarif_fingerprint_does_not_change_with_the_line() -> None:
    moved = Finding(PLAIN.file, 99, 1, PLAIN.id, PLAIN.message, PLAIN.hint)
    (run,) = json.loads(report(result(PLAIN, moved, ODD), "sarif"))["runs"]
    one, two, three = (each["partialFingerprints"]["answerbook/v1"] for each in run["results"])
    assert one == two != three


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_lone_surrogates_and_odd_text_are_still_json(form: str) -> None:
    odd = Finding("a\u2028.md", 1, 1, "AB151", "\x07 \u202e “", "")
    assert json.loads(report(result(odd), form))
