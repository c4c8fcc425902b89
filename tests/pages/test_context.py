"""What was said before, in the words of the form that said it: for whoever may read it, and no more than that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from api import views
from api.languages import Language
from api.pages.context import beside, filled_in, retold
from domain import acts
from domain.acts.messages import ItemAnswered
from domain.case import Case
from domain.people import Actor, Role
from domain.tasks import Task
from tests.domain.late import DAY_AFTER, a_late_case
from tests.examples import (
    A_MONDAY,
    a_case,
    a_check,
    a_grant,
    a_refusal,
    a_review,
    a_supplement,
    an_act,
    auditor1,
    caseworker1,
    clock,
    coop_a,
    coordinator1,
    decider1,
    objections1,
)
from tests.permitting import a_proposed_revocation, a_renewal_asked, an_adjustment_asked

ASKED = acts.QuestionAsked(of=acts.Party.COOPERATIVE, items=("Hoe gaat het?", "Welke dagen?"))
ANSWERED = acts.QuestionAnswered(about=5, answers=(ItemAnswered(item=2, answer="Op dinsdag."),))
GIVEN = acts.TaskAssigned(assignee="caseworker9", assignee_name="Kim de Wit")
A_CASE = a_case(
    (A_MONDAY, caseworker1, a_check()),
    (A_MONDAY, caseworker1, a_review("refuse")),
    (A_MONDAY, decider1, a_refusal()),
    (A_MONDAY, caseworker1, ASKED),
    (A_MONDAY, coop_a, ANSWERED),
    (A_MONDAY, coordinator1, GIVEN),
    (A_MONDAY, caseworker1, acts.TaskClaimed()),
    (A_MONDAY, caseworker1, acts.NoteAdded(text="Vader belde.")),
)
REVIEW = 3


def answers(version: int, reader: Actor, language: Language = Language.NL, case: Case = A_CASE) -> list[str]:
    """What is told of an act: each section by its title, each question with its answer."""
    said = retold(case.entries[version - 1], case, reader, language)
    assert said is not None
    return [
        f"{section.title}|{each.label}|{' '.join(each.said)}"
        for section in said.sections
        for each in section.answers
        if each.said
    ]


@pytest.mark.parametrize("reader", [caseworker1, decider1, objections1, auditor1])
def test_who_reads_every_case_reads_the_review_by_criterion_long_after_it(reader: Actor) -> None:
    found = answers(REVIEW, reader)

    assert {"|Advies|Weigeren", "market|Is eraan voldaan?|Ja", "market|Waarom?|It fits."} <= set(found)
    assert "market|Is it met?|Yes" in answers(REVIEW, reader, Language.EN)


def test_a_cooperative_reads_nothing_of_what_prepares_a_decision_and_no_bsn() -> None:
    assert retold(A_CASE.entries[REVIEW - 1], A_CASE, coop_a, Language.NL) is None
    assert any("******" in each for each in answers(1, caseworker1))
    assert not any("BSN" in each for each in answers(1, coop_a))
    assert any("Welke dagen?|Antwoord|Op dinsdag." in each for each in answers(6, coop_a))


def test_a_colleague_is_told_by_name_also_who_had_no_part_in_the_case_before() -> None:
    assert any("Kim de Wit" in each for each in answers(7, coordinator1))
    assert not any("caseworker9" in each for each in answers(7, coordinator1))


def test_only_an_act_of_which_there_is_more_to_say_than_its_sentence_folds_out() -> None:
    """Nothing is filled in with a claim, a complete application or by the clock, and a note is its own sentence."""
    lines = [views.told(entry, A_CASE.policy, caseworker1, "nl") for entry in A_CASE.entries]

    assert {1, 3, 4, 5, 6, 7} == filled_in(line for line in lines if line)


def test_what_folds_out_stands_in_the_timeline_of_the_api_for_the_same_readers() -> None:
    for reader in (caseworker1, objections1, auditor1, coop_a):
        told = {e.version for e in A_CASE.entries if retold(e, A_CASE, reader, Language.NL)}
        lines = [views.told(entry, A_CASE.policy, reader, "nl") for entry in A_CASE.entries]
        by_the_api = {line.version for line in lines if line and len(line.act) > 1}

        assert told <= by_the_api


def test_beside_what_is_missing_of_one_request_stands_nothing_of_another() -> None:
    """Nor of the application, which was complete long before."""
    until = A_MONDAY + timedelta(days=14)
    case = a_case(
        (A_MONDAY, caseworker1, a_check()),
        (A_MONDAY, decider1, a_grant(A_MONDAY, date(2027, 8, 31))),
        (A_MONDAY, coop_a, a_renewal_asked(date(2028, 8, 31))),
        (A_MONDAY, coop_a, an_adjustment_asked(20)),
    )
    renewal, adjustment = 4, 5
    for about, actor, act in (
        (renewal, caseworker1, a_check("plan")),
        (renewal, clock, acts.SupplementRequested(missing=("plan",), until=until)),
        (adjustment, caseworker1, a_check("mandate")),
        (adjustment, clock, acts.SupplementRequested(missing=("mandate",), until=until)),
        (adjustment, coop_a, a_supplement("mandate")),
    ):
        case = case.after(an_act(case, A_MONDAY, actor, act).model_copy(update={"about": about}))

    assert ["renewal_requested", "completeness_checked"] == kinds_beside(case, "supplement_received", renewal)
    assert ["adjustment_requested", "supplement_received", "completeness_checked"] == (
        kinds_beside(case, "completeness_checked", adjustment)[:3]
    )


def test_beside_a_decision_taken_anew_stands_no_view_on_a_proposal_to_revoke() -> None:
    """That was on something else; the one on the application is named with its day."""
    case = a_case(
        (A_MONDAY, caseworker1, a_review()),
        (A_MONDAY, decider1, a_grant(A_MONDAY, date(2027, 8, 31))),
        (A_MONDAY, caseworker1, a_proposed_revocation()),
        (A_MONDAY, decider1, acts.ViewInvited(intention="Intrekken.")),
        (A_MONDAY, coop_a, acts.ViewReceived(view="Doe het niet.")),
    )

    assert "view_received" in kinds_beside(case, "permission_revoked", 4)
    assert "view_received" not in kinds_beside(case, "permission_granted", None)


@pytest.mark.parametrize(
    ("after", "then"),
    [
        (35, "6 days from 28 May 2026 up to and including 2 June 2026, at €35.00 a day: €210.00"),
        (30, "1 day, on 28 May 2026, at €35.00 a day: €35.00"),
    ],
)
def test_beside_a_penalty_stand_the_days_over_which_it_is_reckoned(after: int, then: str) -> None:
    """Fourteen days at one amount, and those after it at the next; the notice itself said nothing. Awb 4:17(2)."""
    decided_on = DAY_AFTER + timedelta(after)
    case = a_late_case((decided_on, decider1, a_grant(date(2026, 7, 1), date(2026, 8, 31))))
    task = Task(
        id="a.9", role=Role.DECIDER, accepts=("penalty_determined",), about=3, opened_at=case.entries[-1].at
    )
    told = [
        each.said
        for said in beside(task, case, decider1, Language.EN)
        for section in said.sections
        for each in section.answers
        if each.label == "Over which days is this reckoned?"
    ]

    assert [
        (
            "14 days from 14 May 2026 up to and including 27 May 2026, at €23.00 a day: €322.00",
            then,
        )
    ] == told


def kinds_beside(case: Case, kind: str, about: int | None) -> list[str]:
    task = Task(id="a.9", role=Role.CASEWORKER, accepts=(kind,), about=about, opened_at=case.entries[-1].at)
    return [said.kind for said in beside(task, case, caseworker1, Language.EN)]
