"""One letter of each kind, each from a case in which its act is the last."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from pypdf import PdfReader

from activities.typesetting import typeset
from domain import acts
from domain.case import Case
from domain.letters import Letter, called_for, for_the_press
from domain.policy import Office
from tests.examples import (
    A_MONDAY,
    a_case,
    a_change,
    a_check,
    a_grant,
    a_refusal,
    a_review,
    a_supplement,
    a_suspension,
    an_application_received,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
)
from tests.letters import objections
from tests.permitting import (
    a_proposed_revocation,
    a_proposed_standstill,
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_adjustment,
    an_adjustment_asked,
    an_extension,
)
from tests.superseding import a_correction, a_reversal

ON = date(2026, 3, 10)
UNTIL = date(2026, 3, 24)
THEN = date(2026, 4, 7)
LATER = date(2026, 9, 1)
WHY = "Het plan past bij de afspraken."
COOPERATIVE = "Sociale coöperatie De Werkplaats U.A."
OFFICE = Office(address=("Postbus 100", "1234 AB Zonnedam"), phone="14 0123", email="info@zonnedam.example")

APPLIED = (A_MONDAY, coop_a, an_application_received())
ASKED = (
    (ON, caseworker1, a_check("mandate")),
    (ON, clock, acts.SupplementRequested(missing=("mandate",), until=UNTIL, explanation="Met uw naam erop.")),
)
GRANTED = (
    (ON, caseworker1, a_review()),
    (
        THEN,
        decider1,
        a_grant(
            date(2026, 5, 1),
            date(2027, 4, 30),
            hours_a_year=800,
            income=acts.Income.SET_OFF,
            conditions=("Houd elke week uw uren bij.",),
            reasons=("fits",),
            reasoning=WHY,
            deviation="Er was geen andere plaats.",
        ),
    ),
)

ON_TRIAL = (THEN, decider1, a_grant(date(2026, 7, 1), date(2026, 9, 30), form=acts.Form.TRIAL))
OCTOBER = date(2026, 10, 1)
SUSPENDED = (LATER, decider1, a_suspended_permission(LATER, date(2026, 9, 30)))
ABOUT_TO_REVOKE = (
    (LATER, caseworker1, a_proposed_revocation()),
    (LATER, decider1, acts.ViewInvited(intention="Wij willen intrekken.")),
    (LATER, coop_a, acts.ViewReceived(view="Doe het niet.")),
)
RENEWAL_ASKED = (LATER, coop_a, a_renewal_asked(date(2028, 4, 30)))
ADJUSTMENT_ASKED = (LATER, coop_a, an_adjustment_asked())

CASES: dict[str, Case] = {
    case.entries[-1].act.kind: case
    for case in (
        *objections.CASES,
        a_case(APPLIED),
        a_case(APPLIED, *ASKED),
        a_case(APPLIED, *ASKED, (date(2026, 3, 17), coop_a, a_supplement("mandate"))),
        a_case(
            APPLIED,
            *ASKED,
            (date(2026, 3, 25), clock, acts.SupplementLapsed()),
            (THEN, decider1, acts.ApplicationSetAside(reasoning=WHY)),
        ),
        a_case(
            APPLIED, *ASKED, (ON, caseworker1, acts.PeriodExtended(until=THEN, reasoning="De bank is traag."))
        ),
        a_case(APPLIED, (ON, coop_a, acts.ApplicationWithdrawn(reason="Werk gevonden."))),
        a_case(APPLIED, (ON, caseworker1, a_suspension(THEN, acts.SuspensionGround.FORCE_MAJEURE))),
        a_case(
            APPLIED,
            (ON, caseworker1, a_suspension(THEN)),
            (UNTIL, caseworker1, acts.SuspensionEnded(reason="De gegevens zijn er.")),
        ),
        a_case(
            APPLIED, (ON, caseworker1, a_suspension(UNTIL)), (UNTIL, clock, acts.SuspensionLapsed(about=2))
        ),
        a_case(APPLIED, (ON, caseworker1, acts.DecisionAdjourned(until=date(2026, 5, 26), reasoning=WHY))),
        a_case(APPLIED, (ON, decider1, acts.ViewInvited(intention="Wij willen weigeren."))),
        a_case(APPLIED, *GRANTED),
        a_case(
            APPLIED,
            (ON, caseworker1, a_review("refuse")),
            (ON, decider1, acts.ViewInvited(intention="Wij willen weigeren.")),
            (UNTIL, coop_a, acts.ViewReceived(view="Doe het niet.")),
            (THEN, decider1, a_refusal(view_waived=None)),
        ),
        a_case(APPLIED, *GRANTED, (LATER, clock, acts.ReportRequested(reassessment_on=date(2026, 10, 1)))),
        a_case(APPLIED, *GRANTED, (LATER, caseworker1, acts.ParticipationContinued(reasoning=WHY))),
        a_case(
            APPLIED,
            *GRANTED,
            (LATER, caseworker1, a_change(12, "Alleen overdag.", deviation="Er is niet meer werk.")),
        ),
        a_case(APPLIED, *GRANTED, (LATER, caseworker1, an_ending(LATER, acts.Party.COOPERATIVE))),
        a_case(
            APPLIED,
            *GRANTED,
            (LATER, coop_a, an_ending(date(2026, 12, 31))),
            (LATER, coop_a, acts.EndingWithdrawn(reason="Het werk ging niet door.")),
        ),
        a_case(APPLIED, *GRANTED, (LATER, decider1, a_correction(3, a_grant(ON, date(2027, 3, 31))))),
        a_case(APPLIED, *GRANTED, (LATER, decider2, a_reversal(3, date(2026, 10, 1)))),
        a_case(
            APPLIED,
            (date(2026, 4, 28), coop_a, acts.NoticeOfDefaultReceived()),
            (date(2026, 4, 29), coop_a, acts.NoticeOfDefaultReceived()),
            (
                date(2026, 4, 29),
                clock,
                acts.NoticeOfDefaultWeighed(
                    about=3, effect=acts.NoticeEffect.COUNTS, decision_due_on=date(2026, 4, 28)
                ),
            ),
            (date(2026, 6, 30), decider1, acts.PenaltyDetermined(about=3, cents=144_200, reasoning=WHY)),
        ),
        a_case(
            APPLIED,
            (UNTIL, coop_a, acts.NoticeOfDefaultReceived()),
            (
                UNTIL,
                clock,
                acts.NoticeOfDefaultWeighed(
                    about=2, effect=acts.NoticeEffect.PREMATURE, decision_due_on=date(2026, 4, 28)
                ),
            ),
        ),
        a_case(APPLIED, *GRANTED, (date(2027, 5, 1), clock, acts.PermissionExpired())),
        a_case(APPLIED, *GRANTED, (date(2027, 3, 5), clock, acts.EndAnnounced(ends_on=date(2027, 4, 30)))),
        a_case(APPLIED, ON_TRIAL, (LATER, decider1, acts.TrialLeftToEnd(reasoning=WHY))),
        a_case(APPLIED, *GRANTED, SUSPENDED),
        a_case(
            APPLIED,
            *GRANTED,
            SUSPENDED,
            (LATER, decider1, acts.PermissionReinstated(holds_from=date(2026, 9, 8), reasoning=WHY)),
        ),
        a_case(APPLIED, *GRANTED, SUSPENDED, (OCTOBER, clock, acts.PermissionResumed())),
        a_case(APPLIED, *GRANTED, RENEWAL_ASKED),
        a_case(APPLIED, *GRANTED, ADJUSTMENT_ASKED),
        a_case(APPLIED, *GRANTED, RENEWAL_ASKED, (LATER, coop_a, acts.RenewalWithdrawn())),
        a_case(
            APPLIED,
            *GRANTED,
            RENEWAL_ASKED,
            (LATER, clock, acts.RenewalLapsed(ended_by=acts.EndedBy.PERMISSION_REVOKED)),
        ),
        a_case(
            APPLIED,
            *GRANTED,
            RENEWAL_ASKED,
            (LATER, caseworker1, a_check("mandate")),
            (LATER, clock, acts.SupplementRequested(missing=("mandate",), until=date(2026, 9, 15))),
            (date(2026, 9, 16), clock, acts.SupplementLapsed()),
            (date(2026, 9, 17), decider1, acts.RequestSetAside(about=4, reasoning=WHY)),
        ),
        a_case(APPLIED, *GRANTED, *ABOUT_TO_REVOKE, (LATER, decider1, a_revocation(OCTOBER))),
        a_case(
            APPLIED,
            *GRANTED,
            (LATER, caseworker1, a_proposed_standstill()),
            *ABOUT_TO_REVOKE[1:],
            (LATER, decider1, acts.StandstillDropped(reasoning=WHY)),
        ),
        a_case(APPLIED, *GRANTED, *ABOUT_TO_REVOKE, (LATER, decider1, acts.RevocationDropped(reasoning=WHY))),
        a_case(
            APPLIED, *GRANTED, ADJUSTMENT_ASKED, (LATER, caseworker1, an_adjustment(4, 20, "Alleen overdag."))
        ),
        a_case(APPLIED, *GRANTED, ADJUSTMENT_ASKED, (LATER, caseworker1, a_refused_adjustment(4))),
        a_case(APPLIED, *GRANTED, ADJUSTMENT_ASKED, (LATER, coop_a, acts.AdjustmentDropped(about=4))),
        a_case(
            APPLIED,
            *GRANTED,
            ADJUSTMENT_ASKED,
            (LATER, clock, acts.AdjustmentLapsed(about=4, ended_by=acts.EndedBy.PARTICIPATION_ENDED)),
        ),
        a_case(APPLIED, *GRANTED, (LATER, decider1, an_extension(date(2028, 4, 30)))),
        a_case(APPLIED, *GRANTED, RENEWAL_ASKED, (LATER, decider1, a_renewal(date(2028, 4, 30)))),
        a_case(APPLIED, *GRANTED, RENEWAL_ASKED, (LATER, decider1, a_refused_renewal())),
    )
}
"""By the kind of the act that calls for a letter."""


def letter_of(case: Case) -> Letter:
    """The letter that the last act of a case calls for."""
    letter = called_for(case, case.entries[-1])
    assert letter is not None
    return letter


def given_for(letter: Letter, **changed: Any) -> Mapping[str, Any]:
    """What its template is given; what is named here is replaced."""
    return {**for_the_press(letter, OFFICE, COOPERATIVE), **changed}


def pdf_of(letter: Letter, **changed: Any) -> bytes:
    """The letter as a PDF."""
    return typeset(letter.kind, letter.template_version, given_for(letter, **changed))


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, in which lines run on."""
    return [
        " ".join(page.extract_text().replace("\u200b", "").split())
        for page in PdfReader(io.BytesIO(pdf)).pages
    ]
