"""What a case and its policy bring into a form, so that what is offered is what acceptance takes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from api.cases import Objection
from api.languages import Language
from api.pages.forms import Form, application_form, at_first, read, shown
from api.pages.forms.supplied import SUPPLIES
from api.pages.forms.values import NONE
from domain import acceptance, acts
from domain.case import Case
from domain.people import Actor
from tests.domain.late import DAY_AFTER, ON, a_late_case
from tests.domain.objected import DECLINED, JUDGED, LATE, TODAY, a_case_with
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_change,
    a_grant,
    an_act,
    caseworker1,
    caseworker2,
    coop_a,
    coordinator1,
    decider1,
    decider2,
    done,
    objections1,
)
from tests.objecting import a_refused_case
from tests.pages.forms.cases import COOPERATIVES, OF_AN_OBJECTION, POLICY, a_form, a_question
from tests.permitting import a_change_report, an_adjustment, an_adjustment_asked

GRANT = a_grant(date(2026, 4, 1), date(2027, 3, 31))
A_CASE = a_case(
    (A_MONDAY, coop_a, acts.SupplementRequested(missing=("plan",), until=date(2026, 3, 16))),
    (A_MONDAY, caseworker1, acts.AdviceRequested(adviser="work_coach", question="Can he?")),
    (A_MONDAY, caseworker1, a_question("Since when?", "How often?")),
    (A_MONDAY, coop_a, a_change_report(A_MONDAY)),
    (A_MONDAY, decider1, GRANT),
    (A_MONDAY, caseworker2, a_change(20, "Be on time")),
    policy=POLICY,
)
"""The application is act 1; the others follow in order."""


def offered(form: Form, path: str) -> list[str]:
    return [option.value for option in form.supplied.options[path]]


@pytest.mark.parametrize(
    ("model", "path", "codes"),
    [
        (acts.CompletenessChecked, "missing", ["plan", "mandate"]),
        (acts.SetAsideProposed, "missing", ["plan"]),
        (acts.SupplementReceived, "items.code", ["plan", "mandate"]),
        (acts.ApplicationReviewed, "findings.criterion", ["benefit", "market"]),
        (acts.PermissionGranted, "reasons", ["way_up"]),
        (acts.PermissionRefused, "grounds", ["no_benefit", "unfair_competition"]),
        (acts.RenewalRefused, "grounds", ["no_benefit", "unfair_competition"]),
        (acts.RevocationProposed, "grounds", ["no_benefit", "conditions_broken"]),
        (acts.PermissionRevoked, "grounds", ["no_benefit", "conditions_broken"]),
        (acts.AdviceRequested, "adviser", ["work_coach", "client_council"]),
        (acts.QuestionAnswered, "answers.item", ["1", "2"]),
        (Objection, "version", ["7", "6"]),
        (acts.ParticipationEnded, "transferred_to", ["buurttuin"]),
        (acts.TaskAssigned, "assignee", ["caseworker1", "caseworker2", "decider1"]),
    ],
)
def test_between_what_one_chooses(model: Any, path: str, codes: list[str]) -> None:
    assert codes == offered(a_form(model, A_CASE, cooperatives=COOPERATIVES), path)


@pytest.mark.parametrize(
    ("model", "about"),
    [
        (acts.AdviceReceived, 3),
        (acts.QuestionAnswered, 4),
        (acts.QuestionWithdrawn, 4),
        (acts.ChangeAssessed, 5),
    ],
)
def test_the_only_matter_that_is_open_needs_no_choice(model: Any, about: int) -> None:
    assert {"about": about} == a_form(model, A_CASE).supplied.values


def test_what_comes_from_elsewhere_is_asked_after_where_it_is_awaited() -> None:
    """The letter of a refusal, and the court that has an appeal before it."""
    refused = a_refused_case(A_MONDAY)
    lodged = acts.LateDecisionAppealed(court="Rechtbank", lodged_on=A_MONDAY)
    appealed = refused.after(an_act(refused, A_MONDAY, objections1, lodged))

    assert {"about": refused.version} == a_form(acts.PostingLookedInto, refused).supplied.values
    assert {"about": appealed.version} == a_form(acts.CourtAsked, appealed, objections1).supplied.values
    assert [] == offered(a_form(acts.CourtAsked, refused, objections1), "about")


def test_advice_is_forgone_as_long_as_it_is_awaited() -> None:
    asked = (A_MONDAY, caseworker1, acts.AdviceRequested(adviser="work_coach", question="Can he?"))

    assert {"about": 2} == a_form(acts.AdviceForgone, a_case(asked)).supplied.values
    assert [] == offered(a_form(acts.AdviceForgone, A_CASE), "about")


def test_of_several_matters_that_of_the_task_is_taken_and_else_one_chooses() -> None:
    case = a_case(
        (A_MONDAY, coop_a, a_change_report(A_MONDAY)), (A_MONDAY, coop_a, a_change_report(A_MONDAY))
    )

    assert {"about": 3} == a_form(acts.ChangeAssessed, case, about=3).supplied.values
    assert ["2", "3"] == offered(a_form(acts.ChangeAssessed, case), "about")
    assert ["2", "3"] == offered(a_form(acts.ChangeAssessed, case, about=9), "about")


def test_every_criterion_has_its_own_place_in_the_review() -> None:
    form = a_form(acts.ApplicationReviewed, A_CASE)
    page = shown(form, at_first(form), Language.NL)
    findings = next(each for each in page.fields if each.name == "findings")

    assert ["benefit", "market"] == [each.label for each in findings.parts]
    assert "" == findings.add


@pytest.mark.parametrize("model", [acts.PermissionRefused, acts.ApplicationReviewed, acts.ConditionsChanged])
def test_whoever_departs_from_the_policy_is_asked_why(model: Any) -> None:
    """Who refuses or advises otherwise than the findings say too. Awb 4:84."""
    form = a_form(model, A_CASE)
    asked = {each.name: each.label for each in shown(form, at_first(form), Language.NL).fields}

    assert "Waarom wijkt dit af van het beleid?" == asked["deviation"]


def test_a_question_that_is_left_empty_stays_open() -> None:
    form = a_form(acts.QuestionAnswered, A_CASE)
    typed = at_first(form) | {"answers.1.answer": ("Weekly.",)}
    said = acts.QuestionAnswered(about=4, answers=(acts.ItemAnswered(item=2, answer="Weekly."),))

    assert said == read(form, typed, Language.NL).act


def test_a_criterion_that_is_left_empty_is_missed() -> None:
    form = a_form(acts.ApplicationReviewed, A_CASE)
    typed = at_first(form) | {"findings.0.answer": ("met",), "findings.0.reason": ("Yes.",)}
    wrong = read(form, typed, Language.NL).wrong

    assert {"findings.1.answer", "findings.1.reason"} == {
        name for name in wrong if name.startswith("findings")
    }


def test_a_correction_starts_from_the_decision_as_it_reads() -> None:
    """The newest that stands, unless another is named."""
    form = a_form(acts.DecisionCorrected, A_CASE, decider1)
    first = a_form(acts.DecisionCorrected, A_CASE, decider1, about=6)
    said = {"wrong": ("16",), "right": ("18",), "view_waived": (NONE,), "decision.hours_a_week": ("18",)}
    typed = at_first(first) | said
    corrected = GRANT.model_copy(update={"hours_a_week": 18})

    assert {"version": 7, "decision.kind": "conditions_changed"} == form.supplied.values
    assert corrected == getattr(read(first, typed, Language.NL).act, "decision", None)


def test_an_adjustment_starts_from_what_was_asked_and_a_request_from_what_is_allowed() -> None:
    """So that only what differs is typed."""
    asked = an_adjustment_asked(12, "Be on time", "By day")
    case = a_case((A_MONDAY, decider1, GRANT), (A_MONDAY, coop_a, asked), policy=POLICY)
    form, request = a_form(acts.ConditionsAdjusted, case), a_form(acts.AdjustmentProposed, case)
    typed = at_first(form) | {"reasoning": (WHY,), "view_waived": (NONE,)}

    assert an_adjustment(3, 12, "Be on time", "By day") == read(form, typed, Language.NL).act
    assert {"hours_a_week": ("16",)} == at_first(request)


def test_a_decision_is_taken_again_that_stands() -> None:
    assert {"version": 6} == a_form(acts.DecisionReversed, A_CASE).supplied.values
    assert {} == a_form(acts.DecisionReversed, a_case()).supplied.values
    assert {} == a_form(acts.DecisionCorrected, a_case()).supplied.values


def test_who_gets_a_task_is_called_by_his_name() -> None:
    form = a_form(acts.TaskAssigned, A_CASE, coordinator1)
    said = acts.TaskAssigned(assignee="decider1", assignee_name="Decider1")

    assert said == read(form, {"assignee": ("decider1",)}, Language.NL).act
    assert not form.asks("assignee_name")


def test_in_a_case_that_nobody_worked_on_his_id_is_typed() -> None:
    form = a_form(acts.TaskAssigned, a_case(), coordinator1)

    assert form.asks("assignee_name")
    assert ["caseworker1"] == offered(
        a_form(acts.TaskAssigned, a_case(), coordinator1, colleagues=(caseworker1,)), "assignee"
    )


@pytest.mark.parametrize(
    ("actor", "asked"), [(coop_a, False), (caseworker1, True), (objections1, True), (decider1, False)]
)
def test_only_who_registers_it_says_when_it_came_in(actor: Actor, asked: bool) -> None:
    assert asked == a_form(acts.ViewReceived, A_CASE, actor).asks("received_on")
    assert asked == application_form(POLICY, COOPERATIVES, actor).asks("received_on")


def test_a_cooperative_asks_the_municipality() -> None:
    assert {"of": "municipality"} == a_form(acts.QuestionAsked, A_CASE, coop_a).supplied.values
    assert a_form(acts.QuestionAsked, A_CASE).asks("of")


def test_a_cooperative_applies_for_itself() -> None:
    assert not application_form(POLICY, COOPERATIVES, coop_a).asks("application.cooperative")
    assert ["werkplaats", "buurttuin"] == offered(
        application_form(POLICY, COOPERATIVES, caseworker1), "application.cooperative"
    )


def test_what_is_owed_stands_in_the_form_already() -> None:
    case = a_late_case((date(2026, 5, 16), decider1, a_grant(date(2026, 6, 1), date(2026, 8, 31))))
    form = a_form(acts.PenaltyDetermined, case, decider1, ON)
    act = read(form, {**at_first(form), "reasoning": ("Two days.",)}, Language.NL).act

    assert acts.PenaltyDetermined(about=3, cents=4600, reasoning="Two days.") == act
    assert isinstance(act, acts.PenaltyDetermined)
    acceptance.check(done(decider1, act), case, ON)


def test_whether_lateness_is_excused_is_asked_of_what_came_late() -> None:
    assert not a_form(acts.AdmissibilityJudged, a_case_with(), objections1, TODAY).asks("late_excused")
    assert a_form(acts.AdmissibilityJudged, a_case_with(came=LATE), objections1, LATE).asks("late_excused")


@pytest.mark.parametrize(
    ("happened", "asked"),
    [
        ([JUDGED, DECLINED], set()),
        ([JUDGED, DECLINED, (TODAY, coop_a, acts.CostsClaimed(costs="A lawyer."))], {"costs"}),
        (
            [
                JUDGED,
                DECLINED,
                (TODAY, objections1, acts.CommitteeAdvised(outcome=acts.Outcome.UPHELD, reasoning=WHY)),
            ],
            {"departs_because"},
        ),
    ],
)
def test_a_decision_on_an_objection_asks_what_it_must_say(happened: Any, asked: set[str]) -> None:
    form = a_form(acts.ObjectionDecided, a_case_with(*happened), decider1, TODAY)
    sometimes = {"costs", "departs_because", "no_hearing"}

    assert asked == {name for name in sometimes if form.asks(name)}
    assert {"no_hearing": "declined"} == form.supplied.values


def test_every_field_that_is_supplied_is_one_of_the_model() -> None:
    """A field that was renamed would be asked for ever after."""
    cases: list[tuple[Case, Actor, date]] = [
        (A_CASE, caseworker1, A_MONDAY),
        (a_late_case(), decider1, DAY_AFTER),
        (a_case_with(JUDGED, DECLINED), objections1, TODAY),
    ]
    wrong: set[str] = set()
    for case, actor, on in cases:
        for model in SUPPLIES:
            if case.is_objection != (model in OF_AN_OBJECTION):
                continue
            form = a_form(Objection if model is acts.Objecting else model, case, actor, on)
            supplied = form.supplied
            names = {n.split(".")[0] for n in (*supplied.values, *supplied.options, *supplied.rows)}
            wrong |= {f"{form.kind}.{name}" for name in names if name not in form.model.model_fields}

    assert set() == wrong


def test_who_heard_is_chosen_from_colleagues_who_had_no_part_in_the_decision() -> None:
    """By id, whatever their names; without anybody to choose it is asked by name alone. Awb 7:5."""
    namesake = decider2.model_copy(update={"name": decider1.name})
    known = (decider1, namesake, objections1)
    form = a_form(acts.HearingHeld, a_case_with(JUDGED), objections1, TODAY, colleagues=known)
    typed = {"held_on": ("2026-03-10",), "staff.0.id": ("decider2",), "report": ("Said.",)}
    typed |= {"at_short_notice": ("agreed",)}
    act = read(form, typed, Language.NL).act

    assert ["decider2", "objections1"] == [each.value for each in form.supplied.options["staff.id"]]
    assert isinstance(act, acts.HearingHeld)
    assert (acts.Hearer(id="decider2", name=decider1.name),) == act.staff

    nobody = a_form(acts.HearingHeld, a_case_with(), objections1, TODAY)

    assert not nobody.asks("staff")
