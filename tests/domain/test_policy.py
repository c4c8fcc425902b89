"""When a version of the policy counts, what it says in words, and what another one says otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.fact import Text
from domain.mandates import Decision
from domain.narration.differences import Difference, differences
from domain.narration.policy import CHOICES, LISTS, MANDATED, PERIODS, told
from domain.policy import Adviser, Entry, Periods, Policy, validities

PLAN = Entry(code="plan", title=Text(nl="Plan", en="Plan"), basis="art. 3")
PROOF = Entry(code="proof", title=Text(nl="Bewijs", en="Proof"))
COACH = Adviser(code="coach", title=Text(nl="de klantmanager", en="the work coach"), days=21)


def a_policy(version: int = 1, valid_from: date = date(2026, 1, 1), **said: Any) -> Policy:
    facts: dict[str, Any] = {
        "municipality": "zonnedam",
        "name": "Gemeente Zonnedam",
        **dict.fromkeys(("items", "criteria", "refusal_grounds"), (PLAN, PROOF)),
        **said,
    }
    return Policy(version=version, valid_from=valid_from, **facts)


def in_english(found: tuple[Difference, ...]) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (one.part.en, one.name.en, one.before and one.before.en, one.after and one.after.en) for one in found
    ]


def test_a_version_counts_until_the_day_before_the_next() -> None:
    """Whatever the order in which they are given."""
    now, later = a_policy(), a_policy(2, date(2026, 7, 1))

    assert [(2, date(2026, 7, 1), None), (1, date(2026, 1, 1), date(2026, 6, 30))] == [
        (each.version, each.valid_from, each.valid_until) for each in validities((now, later))
    ]
    assert validities((now, later)) == validities((later, now))


def test_of_two_versions_from_one_day_the_higher_number_counts() -> None:
    """The day of the one before both is still the last before them."""
    first, slip, mended = a_policy(), a_policy(2, date(2026, 7, 1)), a_policy(3, date(2026, 7, 1))
    found = {each.version: each for each in validities((first, slip, mended))}
    day = date(2026, 7, 1)

    assert (None, 3) == (found[2].valid_until, found[2].replaced_by)
    assert date(2026, 6, 30) == found[1].valid_until
    assert [3] == [version for version, each in found.items() if each.is_valid_on(day)]


def test_everything_that_a_policy_can_say_has_words() -> None:
    told_elsewhere = {"municipality", "version", "valid_from", "periods"}

    assert Periods.model_fields.keys() == PERIODS.keys()
    assert Policy.model_fields.keys() - told_elsewhere == CHOICES.keys() | LISTS.keys()
    assert set(Decision) == MANDATED.keys()
    assert {part.key for part in told(a_policy())} == {"choices", "periods", *LISTS}


@pytest.mark.parametrize(
    ("field", "length", "nl", "en"),
    [
        ("intake_days", 1, "1 dag", "1 day"),
        ("decision_weeks", 8, "8 weken", "8 weeks"),
        ("reassess_every_months", 6, "telkens na 6 maanden", "each time after 6 months"),
        ("end_weeks_before", 1, "1 week ervoor", "1 week before it"),
    ],
)
def test_a_period_is_told_in_its_own_unit(field: str, length: int, nl: str, en: str) -> None:
    policy = a_policy(periods=Periods.model_validate({field: length}))
    (said,) = [part.lines[field].said for part in told(policy) if part.key == "periods"]

    assert Text(nl=nl, en=en) == said


def test_versions_that_say_the_same_differ_in_nothing() -> None:
    assert () == differences(a_policy(), a_policy(2, date(2026, 7, 1)))


def test_what_a_version_says_otherwise_is_told_by_its_subject() -> None:
    """What is new, what is no more, and what changed."""
    new = Entry(code="diploma", title=Text(nl="Diploma", en="Diploma"), basis="art. 4")
    mended = PLAN.model_copy(update={"basis": "art. 5"})
    slower = COACH.model_copy(update={"days": 28, "waits": False})
    before = a_policy(advisers=(COACH,))
    after = a_policy(
        2,
        max_hours_a_week=20,
        objection_committee=True,
        periods=Periods(supplement_days=21),
        items=(PLAN, new),
        criteria=(mended, PROOF),
        advisers=(slower,),
    )

    assert [
        ("Limits and choices", "Most hours", "24 hours a week", "20 hours a week"),
        ("Limits and choices", "A committee hears and advises on each objection", "no", "yes"),
        ("Terms", "To send what is missing", "14 days", "21 days"),
        ("What comes with an application", "Item", "Proof", None),
        ("What comes with an application", "Item", None, "Diploma (art. 4)"),
        (
            *("Who may be asked for advice", "Adviser"),
            "the work coach; 21 days; review and decision wait for it",
            "the work coach; 28 days; review and decision do not wait for it",
        ),
        ("What an application is held against", "Criterion", "Plan (art. 3)", "Plan (art. 5)"),
    ] == in_english(differences(before, after))


def test_what_comes_at_another_place_is_a_difference_and_what_makes_room_is_none() -> None:
    new = Entry(code="new", title=Text(nl="Nieuw", en="New"))
    before, part = a_policy(refusal_grounds=(PLAN, PROOF, COACH)), "Grounds to refuse"

    assert [(part, "Order", "as number 1: Plan (art. 3)", "as number 3: Plan (art. 3)")] == in_english(
        differences(before, a_policy(2, refusal_grounds=(PROOF, COACH, PLAN)))
    )
    assert [(part, "Ground", None, "New")] == in_english(
        differences(before, a_policy(2, refusal_grounds=(PLAN, new, PROOF, COACH)))
    )
