"""Letters that tell what is so on their day: of a decision that was sent or not yet, a view, and a permission's end."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.case import Case
from domain.matters.default import weigh
from tests.domain.objected import TODAY
from tests.examples import (
    a_case,
    a_change,
    a_refusal,
    an_act,
    caseworker1,
    clock,
    coop_a,
    decider1,
)
from tests.letters.letters import APPLIED, GRANTED, LATER, letter_of, pages_of, pdf_of
from tests.letters.objections import an_objection_of
from tests.objecting import a_refused_case, an_objection
from tests.permitting import a_proposed_revocation, a_revocation, a_suspended_permission
from tests.superseding import a_correction, a_sending

COUNTS_FROM = date(2026, 5, 14)


def written_in(case: Case, **changed: str) -> str:
    """All that its last letter says."""
    return " ".join(pages_of(pdf_of(letter_of(case), **changed)))


@pytest.mark.parametrize(
    ("sent_on", "said", "in_english"),
    [
        (
            date(2026, 5, 6),
            "Dat was vóór 14 mei 2026. Daarom hoeven wij geen",
            "That was before 14 May 2026.",
        ),
        (date(2026, 5, 20), "Dat was te laat. Daarom betalen wij een dwangsom.", "That was too late."),
    ],
)
def test_a_notice_registered_after_the_decision_went_out_is_answered_with_what_that_means(
    sent_on: date, said: str, in_english: str
) -> None:
    """It came on 29 April, a day after the last one to decide. Awb 4:17(1), 4:17(3)."""
    case = a_case(APPLIED, (sent_on, decider1, a_refusal()), (sent_on, clock, a_sending(2, sent_on)))
    came = acts.NoticeOfDefaultReceived(received_on=date(2026, 4, 29))
    case = case.after(an_act(case, date(2026, 5, 27), caseworker1, came))
    whole = written_in(case.after(an_act(case, date(2026, 5, 27), clock, weigh(case, case.version))))

    assert said in whole
    assert in_english in whole
    assert "Hebben wij ons besluit niet vóór" not in whole
    assert "Have we not sent our decision" not in whole


def test_an_early_objection_is_acknowledged_without_saying_that_the_decision_counts() -> None:
    """Before it is sent it does not, and the day to decide on the objection runs from then. Awb 3:40, 6:10, 7:10."""
    decision = an_objection(a_refused_case(TODAY)).decision
    early = an_objection_of(decision=decision.model_copy(update={"sent_on": None}))
    whole, usual = written_in(early), written_in(an_objection_of())

    assert "geldt pas als wij het hebben verstuurd." in whole
    assert "die kan dus later worden." in whole
    assert "counts only once we have sent it." in whole
    assert "geldt zolang wij naar uw bezwaar kijken" not in whole
    assert "geldt zolang wij naar uw bezwaar kijken" in usual


ASKED = (LATER, clock, acts.ReportRequested(reassessment_on=date(2026, 10, 1)))
INVITED = (LATER, caseworker1, acts.ViewInvited(intention="Minder uren."))
GIVEN = (LATER, coop_a, acts.ViewReceived(view="Liever niet."))
CHANGED = (LATER, caseworker1, a_change(12))
SAID = "U hebt ons verteld wat u hiervan vindt. Dat hebben wij meegewogen."
SILENT = "U kon ons vertellen wat u hiervan vindt. Wij hebben niets van u gehoord."


def test_other_terms_at_a_reassessment_say_that_a_view_was_asked_on_them() -> None:
    """Also where they are corrected; a view from before the permission is no view on this. Awb 3:46, 4:8."""
    lapsed = (LATER, clock, acts.ViewLapsed())
    corrected = (LATER, decider1, a_correction(7, a_change(13)))

    assert SAID in written_in(a_case(APPLIED, *GRANTED, ASKED, INVITED, GIVEN, CHANGED))
    assert SILENT in written_in(a_case(APPLIED, *GRANTED, ASKED, INVITED, lapsed, CHANGED))
    assert SAID in written_in(a_case(APPLIED, *GRANTED, ASKED, INVITED, GIVEN, CHANGED, corrected))
    before = written_in(a_case(APPLIED, INVITED, GIVEN, *GRANTED, ASKED, CHANGED))
    assert SAID not in before
    assert SILENT not in before


def test_a_suspension_is_told_up_to_the_end_of_the_permission() -> None:
    """What is revoked from 1 October stands still until 30 September, also where it was suspended for longer."""
    suspended = (LATER, decider1, a_suspended_permission(date(2026, 9, 2), date(2026, 10, 31)))
    proposed = (LATER, caseworker1, a_proposed_revocation())
    revoked = (LATER, decider1, a_revocation(date(2026, 10, 1)))
    whole = written_in(a_case(APPLIED, *GRANTED, suspended, proposed, revoked))

    assert "opgeschort van 2 september 2026 tot en met 30 september 2026." in whole
    assert "31 oktober" not in whole
    assert "weer meedoen" not in whole.split("Waarom beslissen wij dit?")[0]


def test_a_name_that_ends_in_a_stop_closes_its_sentence_too() -> None:
    """One, and no two; three dots stay what somebody wrote."""
    whole = written_in(a_case(APPLIED, *GRANTED, ASKED, INVITED), cooperative="De Werkplaats U.A.")
    told = acts.ParticipationContinued(reasoning="Het gaat goed... en beter.")

    assert "mee te doen aan De Werkplaats U.A. Wij" in whole
    assert "U.A.." not in whole
    assert "goed... en" in written_in(a_case(APPLIED, *GRANTED, (LATER, caseworker1, told)))
