"""The letters of an objection: until when one can appeal, and to whom each goes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acts, news, objections
from domain.acts import Act, Objector
from domain.case import Case
from domain.law.objection import objection
from domain.letters import Addressee, called_for, dated_anew
from domain.notices import called_for as notice_for
from domain.people import Actor
from tests.domain.objected import TODAY, TOMORROW, a_case_with
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    an_act,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider3,
    objections1,
)
from tests.letters.letters import COOPERATIVE, letter_of, pages_of, pdf_of
from tests.letters.objections import CAME, DECIDED, HEARD_ON, TAKEN_UP, an_objection_of
from tests.objecting import a_decision, a_judgement, a_repair_request, an_invitation, an_objection
from tests.permitting import a_proposed_revocation, a_renewal_asked, a_revocation, a_suspended_permission
from tests.superseding import a_correction

RESIDENT, WORKPLACE, OTHER = Addressee.RESIDENT, Addressee.COOPERATIVE, Addressee.OBJECTOR
UPHELD = acts.Outcome.UPHELD
BY_ANOTHER: dict[str, Any] = {"objector": Objector.ANOTHER, "objector_name": "Fietsenmaker Van Dam"}
BY_THE_COOPERATIVE: dict[str, Any] = {"objector": Objector.COOPERATIVE}


def acknowledged(**changed: Any) -> Case:
    """The objector is told that it came in."""
    return a_case_with((TODAY, clock, acts.ObjectionAcknowledged()), **changed)


def invited(**changed: Any) -> Case:
    """Everybody is told when the hearing is."""
    return a_case_with((TODAY, objections1, an_invitation(TOMORROW)), **changed)


@pytest.mark.parametrize(
    ("changed", "alone", "all_of_them"),
    [
        ({}, (RESIDENT, WORKPLACE), (RESIDENT, WORKPLACE)),
        (BY_THE_COOPERATIVE, (WORKPLACE,), (WORKPLACE, RESIDENT)),
        (BY_ANOTHER, (OTHER,), (OTHER, RESIDENT, WORKPLACE)),
    ],
)
def test_a_letter_is_for_who_objects_with_a_copy_for_who_got_the_decision(
    changed: dict[str, Any], alone: tuple[Addressee, ...], all_of_them: tuple[Addressee, ...]
) -> None:
    """What only he can mend is his alone; a hearing and what becomes of it concern them all. Awb 7:2(2), 7:12."""
    repair = a_case_with((TODAY, objections1, a_repair_request(TOMORROW)), **changed)
    decided = a_case_with((TODAY, decider1, a_decision(acts.Outcome.UNFOUNDED)), **changed)
    adjourned = acts.ObjectionAdjourned(weeks=1, reasoning=WHY)

    assert alone == letter_of(acknowledged(**changed)).addressees == letter_of(repair).addressees
    assert all_of_them == letter_of(invited(**changed)).addressees == letter_of(decided).addressees
    assert all_of_them == letter_of(a_case_with((TODAY, objections1, adjourned), **changed)).addressees


def test_another_objector_is_written_to_by_his_name() -> None:
    """And the resident and the cooperative are named as getting a copy, which the cooperative does not of the rest."""
    whole = " ".join(pages_of(pdf_of(letter_of(invited(**BY_ANOTHER)))))

    assert "Beste Fietsenmaker Van Dam," in whole
    assert f"Kopie aan: S. de Wit en {COOPERATIVE} " in whole
    assert "Kopie aan" not in " ".join(pages_of(pdf_of(letter_of(acknowledged(**BY_ANOTHER)))))


def test_a_cooperative_that_objects_for_itself_is_written_to() -> None:
    whole = " ".join(pages_of(pdf_of(letter_of(invited(**BY_THE_COOPERATIVE)))))

    assert f"Beste {COOPERATIVE}," in whole
    assert "Kopie aan: S. de Wit." in whole


def test_a_cooperative_gets_no_mail_of_a_letter_that_is_not_for_it() -> None:
    for case in (
        acknowledged(**BY_ANOTHER),
        a_case_with((TODAY, objections1, a_repair_request(TOMORROW)), **BY_ANOTHER),
    ):
        assert notice_for(case, case.entries[-1]) is None
    case = invited(**BY_ANOTHER)
    assert notice_for(case, case.entries[-1]) is not None


def test_an_objector_is_told_once_that_a_committee_advises() -> None:
    """Not where none does, where the policy has one for every objection, nor when it is judged again. Awb 7:13(2)."""
    with_one, without = a_judgement(committee=True), a_judgement()
    by_policy = a_case_with((TODAY, objections1, with_one))
    policy = by_policy.policy.model_copy(update={"objection_committee": True})
    untold = (
        a_case_with((TODAY, objections1, without)),
        by_policy.model_copy(update={"policy": policy}),
        a_case_with((TODAY, objections1, with_one), (TOMORROW, objections1, with_one)),
    )
    named = a_case_with((TODAY, objections1, without), (TOMORROW, objections1, with_one))

    assert (RESIDENT, WORKPLACE) == letter_of(named).addressees
    assert notice_for(named, named.entries[-1]) is not None
    for case in untold:
        assert called_for(case, case.entries[-1]) is None
        assert notice_for(case, case.entries[-1]) is None


def test_a_decision_on_an_objection_says_until_when_one_can_appeal() -> None:
    """To the court, within six weeks. Awb 6:7, 8:1."""
    case = an_objection_of(*DECIDED)
    letter, whole = letter_of(case), " ".join(pages_of(pdf_of(letter_of(case))))

    assert (None, objection(HEARD_ON).due_on) == (letter.objection_until, letter.appeal_until)
    assert letter.is_decision
    assert "in beroep gaan bij de rechtbank tot en met 21 mei 2026" in whole
    assert "appeal to the court up to and including 21 May 2026" in whole
    assert "bezwaar maken tot" not in whole
    assert "Namens het college van burgemeester en wethouders" in whole
    assert "Decider1" in whole


def test_an_appeal_runs_from_the_day_on_which_the_letter_goes_out() -> None:
    case = an_objection_of(*DECIDED)
    letter = called_for(case, case.entries[-1])
    assert letter is not None
    later = dated_anew(letter, date(2026, 4, 13), today=HEARD_ON)

    assert (None, date(2026, 5, 26)) == (later.objection_until, later.appeal_until)


SUSPENDED = a_suspended_permission(TODAY, date(2026, 12, 31))
REVOKED = (
    (TODAY, caseworker1, a_proposed_revocation()),
    (TODAY, decider1, a_revocation(TOMORROW, view_waived="urgent")),
)


@pytest.mark.parametrize(
    ("happened", "becomes"),
    [
        ((), "again"),
        (((TODAY, decider1, SUSPENDED),), "annulled"),
        (((TODAY, decider1, SUSPENDED), (TODAY, decider1, a_correction(3, SUSPENDED))), "annulled"),
        (REVOKED, "annulled"),
        ((*REVOKED, (TODAY, decider1, a_correction(4, REVOKED[1][2]))), "annulled"),
    ],
)
def test_an_upheld_objection_says_what_becomes_of_the_decision(
    happened: tuple[tuple[date, Actor, Act], ...], becomes: str
) -> None:
    """As its case has it: what was decided on a permission counts no more, a correction of that too. Awb 7:11(2)."""
    case = a_case((TODAY, decider1, a_grant(TODAY, date(2026, 12, 31))), *happened)
    objection_to_it = a_case((TODAY, coop_a, an_objection(case)), (TODAY, decider3, a_decision(UPHELD)))
    lodged = acts.ObjectionLodged(objection="one", version=case.version, received_on=TODAY)
    told = acts.ObjectionUpheld(objection="one", version=case.version, decide_by=TOMORROW)
    taken_in = news.taken_in(case.after(an_act(case, TODAY, clock, lodged)), told)

    assert becomes == letter_of(objection_to_it).said["again"]
    assert (becomes == "annulled") == isinstance(taken_in, acts.ObjectionClosed)


def test_a_request_that_is_taken_back_after_the_last_day_promises_nothing() -> None:
    """The refusal of it was annulled after that, so it was open again. Awb 7:11(2)."""
    last, asked = date(2026, 12, 31), a_renewal_asked(date(2027, 6, 30))
    case = a_case(
        (TODAY, decider1, a_grant(TODAY, last)),
        (TODAY, coop_a, asked),
        (date(2027, 1, 4), coop_a, acts.RenewalWithdrawn()),
    )
    whole = " ".join(pages_of(pdf_of(letter_of(case))))

    assert "U mag dus niet meer meedoen" in whole
    assert "you may not take part any more" in whole
    assert "vóór de laatste dag" not in whole


LATER = date(2026, 9, 1)
POSTPONED = acts.ObjectionPostponed(until=LATER, consent=acts.Consent.OBJECTOR, reasoning=WHY)


@pytest.mark.parametrize(
    ("happened", "asked_on", "until", "stands_still"),
    [
        ((), date(2026, 3, 17), date(2026, 3, 31), False),
        ((), date(2026, 3, 31), date(2026, 4, 14), False),
        ((), date(2026, 4, 2), date(2026, 4, 24), True),
        ((), date(2026, 4, 20), date(2026, 5, 4), True),
        ((), date(2026, 5, 27), date(2026, 6, 10), False),
        (((CAME, objections1, POSTPONED),), date(2026, 4, 20), date(2026, 5, 4), False),
        (TAKEN_UP, date(2026, 4, 20), date(2026, 5, 4), False),
    ],
)
def test_who_is_asked_to_mend_something_is_told_that_time_stands_still_only_where_it_does(
    happened: tuple[tuple[date, Actor, Act], ...], asked_on: date, until: date, stands_still: bool
) -> None:
    """Not before the term begins on 14 April nor once it is over, nor where it was fixed. Awb 7:10, 8:72(4)."""
    before = an_objection_of(*happened)
    case = an_objection_of(*happened, (asked_on, objections1, a_repair_request(until)))
    whole = " ".join(pages_of(pdf_of(letter_of(case))))
    is_later = objections.objection_decision(case).due_on > objections.objection_decision(before).due_on

    assert stands_still == is_later
    assert stands_still == ("staat stil tot wij het van u hebben, maar niet langer dan tot" in whole)
    assert stands_still == ("stands still until we have it from you, but no longer than until" in whole)


@pytest.mark.parametrize(
    ("hearing_on", "changed", "until"),
    [
        (date(2026, 3, 31), {}, ("21 maart 2026", "21 March 2026")),
        (date(2026, 3, 24), {}, ("14 maart 2026", "14 March 2026")),
        (date(2026, 3, 21), {"sooner_agreed": True}, ("11 maart 2026", "11 March 2026")),
        (date(2026, 3, 20), {"sooner_agreed": True}, None),
    ],
)
def test_an_invitation_names_the_last_day_to_send_documents_where_that_lies_ahead(
    hearing_on: date, changed: dict[str, Any], until: tuple[str, str] | None
) -> None:
    """Ten days before the hearing, also on a Saturday; nothing is offered that is over. Awb 7:4(1), 7:4(3)."""
    case = a_case_with((TODAY, objections1, an_invitation(hearing_on, **changed)))
    whole = " ".join(pages_of(pdf_of(letter_of(case))))

    if until is None:
        assert "stukken sturen" not in whole
        assert "send us documents" not in whole
    else:
        assert f"U kunt ons tot en met {until[0]} nog stukken sturen." in whole
        assert f"You can still send us documents up to and including {until[1]}." in whole


def test_a_mail_on_a_hearing_names_the_last_day_to_send_documents_too() -> None:
    case = a_case_with((TODAY, objections1, an_invitation(date(2026, 3, 31))))
    notice = notice_for(case, case.entries[-1])

    assert notice is not None
    assert "Tot en met 21 maart 2026 kunt u nog stukken sturen." in notice.body.nl
    assert "Until 21 March 2026 you can send documents." in notice.body.en
