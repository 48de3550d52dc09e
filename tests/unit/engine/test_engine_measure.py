from __future__ import annotations

from fractions import Fraction

import pytest
from answerbook.engine.measure import measure
from answerbook.engine.outcome import Refusal, Verdict

FAIR_USE = "support.fair_use"


@pytest.mark.parametrize(
    ("own", "average", "zone", "ratio", "action"),
    [
        (90, 30, "within", "3", "nothing"),
        (91, 30, "above", "91/30", "talk_to_us"),
        (100, 30, "above", "10/3", "talk_to_us"),
        (0, 30, "within", "0", "nothing"),
        (Fraction("7.5"), Fraction("2.5"), "within", "3", "nothing"),
        (Fraction("7.500001"), Fraction("2.5"), "above", "7500001/2500000", "talk_to_us"),
    ],
)
def test_exactly_the_limit_is_still_within(demo, own, average, zone, ratio, action) -> None:  # noqa: PLR0913, PLR0917 - a row of a table
    got = measure(demo, FAIR_USE, Fraction(own), Fraction(average))
    assert isinstance(got, Verdict)
    assert (got.zone, got.ratio, got.action) == (zone, ratio, action)


@pytest.mark.parametrize(
    ("own", "average", "code", "missing"),
    [
        (40, None, "not_measurable", ("average",)),
        (40, 0, "not_measurable", ("average",)),
        (None, 30, "missing_input", ("own",)),
        (-1, 30, "quantity_negative", ()),
        (1, -30, "quantity_negative", ()),
    ],
)
def test_what_cannot_be_measured_is_refused(demo, own, average, code, missing) -> None:
    got = measure(demo, FAIR_USE, *(None if value is None else Fraction(value) for value in (own, average)))
    assert got == Refusal(code, missing, "support.fair_use.limit")


def test_an_unknown_policy_is_refused(demo) -> None:
    assert measure(demo, "support.sla", Fraction(1), Fraction(1)) == Refusal("unknown_policy")


@pytest.mark.parametrize(("own", "zone"), [(1, "little"), (2, "usual"), (5, "usual"), (6, "much"), (8, "much"), (9, "extreme")])
def test_every_zone_has_its_bound_and_the_last_takes_the_rest(studio, own, zone) -> None:
    got = measure(studio, "help.questions", Fraction(own), Fraction(2))
    assert isinstance(got, Verdict)
    assert got.zone == zone
