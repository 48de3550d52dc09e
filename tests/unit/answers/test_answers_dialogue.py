"""Talks: follow-ups inherit, corrections replace, starting over forgets."""

from __future__ import annotations

import pytest

from tests.unit.answers.asked import TALKS


@pytest.mark.parametrize(("lang", "texts", "figures"), TALKS, ids=lambda value: value if isinstance(value, str) else None)
def test_a_talk_goes_on_from_what_was_said(say, lang, texts, figures):
    assert say(lang, *texts)["figures"] == figures


def test_a_contract_that_ends_some_time_in_a_month_is_asked_about(say):
    reply = say("en", "I order 1 admin on 1 April 2026, what does it cost?", "and with the contract ending in June 2026?")
    assert reply["status"] == "clarify"
    assert reply["figures"] == []
    assert say("en", reply["chips"][0]["q"])["figures"]


def test_a_state_that_is_not_ours_is_forgotten(say):
    state = {"intent": ["x"], "items": "seats.admin", "counts": {"seats.admin": 3, "no.such": "4"}, "order": "2026-02-30", "asked": True}
    assert say("en", "What does an admin cost?", state=state)["figures"] == ["EUR 950.00"]
