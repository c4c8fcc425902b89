"""A refusal calls what stands in the municipality's lists by its title: a code says nothing to a reader."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance
from domain.acts import Act, Finding, SupplementRequested
from domain.case import Case
from domain.errors import CaseError
from domain.people import Actor
from domain.policy import Entry, Policy
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_grant,
    a_policy,
    a_proposal,
    a_review,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
    done,
)

FEBRUARY, TODAY = date(2026, 2, 2), date(2026, 3, 2)
UNTIL = date(2027, 5, 31)


def in_words(entries: tuple[Entry, ...]) -> list[dict[str, Any]]:
    """Those entries with a title that nobody could take for a code."""
    return [
        each.model_dump() | {"title": {"nl": f"Wat {each.code} is", "en": f"What {each.code} is"}}
        for each in entries
    ]


def a_policy_in_words() -> Policy:
    """The policy of the examples, but for titles of its own."""
    policy = a_policy()
    return a_policy(items=in_words(policy.items), criteria=in_words(policy.criteria))


def findings(*not_met: str) -> tuple[Finding, ...]:
    """Every criterion answered."""
    return tuple(
        Finding.model_validate(
            {"criterion": code, "answer": "not_met" if code in not_met else "met", "reason": WHY}
        )
        for code in ("benefit", "market")
    )


def a_case_in_words(*happened: tuple[date, Actor, Act]) -> Case:
    """A case of that policy."""
    return a_case((FEBRUARY, coop_a, an_application_received()), *happened, policy=a_policy_in_words())


ASKED = (
    (FEBRUARY, caseworker1, a_check("mandate")),
    (FEBRUARY, clock, SupplementRequested(missing=("mandate",), until=date(2026, 2, 16))),
)
REVIEWED = (
    (FEBRUARY, caseworker1, a_check()),
    (FEBRUARY, caseworker1, a_review("refuse", findings=findings("benefit", "market"), deviation=None)),
)
BOTH = {"nl": "Wat benefit is; Wat market is", "en": "What benefit is; What market is"}


@pytest.mark.parametrize(
    ("happened", "actor", "act", "fact"),
    [
        ((), caseworker1, a_review(findings=findings("benefit", "market")), {"codes": BOTH}),
        (REVIEWED, decider1, a_grant(date(2026, 6, 1), UNTIL), {"codes": BOTH}),
        (
            (),
            caseworker1,
            a_review(findings=findings()[:1]),
            {"codes": {"nl": "Wat market is", "en": "What market is"}},
        ),
        (
            (),
            caseworker1,
            a_review(findings=(*findings(), findings()[0])),
            {"code": {"nl": "Wat benefit is", "en": "What benefit is"}},
        ),
        (ASKED, caseworker1, a_proposal("plan"), {"item": {"nl": "Wat plan is", "en": "What plan is"}}),
    ],
)
def test_what_the_municipality_lists_is_told_by_its_title(
    happened: tuple[tuple[date, Actor, Act], ...], actor: Actor, act: Act, fact: dict[str, object]
) -> None:
    """In both languages, of which the reader gets his."""
    with pytest.raises(CaseError) as refusal:
        acceptance.check(done(actor, act), a_case_in_words(*happened), TODAY)

    assert fact == refusal.value.facts
