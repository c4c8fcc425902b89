"""A letter that takes the place of a decision says the whole of it, as it reads now. Awb 3:41, 3:46, 3:47."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import cast

import pytest

from domain import acts
from domain.acts import Act, Correctable
from domain.acts.correction import IN_WORDS_ALONE
from domain.people import Actor
from tests.examples import (
    WHY,
    a_case,
    a_change,
    a_grant,
    a_refusal,
    a_report,
    a_review,
    caseworker1,
    clock,
    coop_a,
    decider1,
)
from tests.letters.letters import (
    ABOUT_TO_REVOKE,
    ADJUSTMENT_ASKED,
    APPLIED,
    ASKED,
    COOPERATIVE,
    GRANTED,
    LATER,
    ON,
    ON_TRIAL,
    RENEWAL_ASKED,
    THEN,
    UNTIL,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import (
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_revocation,
    a_suspended_permission,
    an_adjustment,
    an_extension,
)
from tests.superseding import a_correction

Happened = tuple[date, Actor, Act]

SET_ASIDE = acts.ApplicationSetAside(reasoning=WHY)
OCTOBER, CHRISTMAS = date(2026, 10, 1), date(2026, 12, 25)
LAPSED = (date(2026, 3, 25), clock, acts.SupplementLapsed())
REVIEWED = (ON, caseworker1, a_review())


def _corrected(*happened: Happened, right: Correctable | None = None) -> str:
    """What is told when the last decision is corrected, by default to read as it did."""
    decided = a_case(APPLIED, *happened).entries[-1]
    told = a_correction(decided.version, right or cast("Correctable", decided.act))
    case = a_case(APPLIED, *happened, (CHRISTMAS, decider1, told))
    pages = pages_of(pdf_of(letter_of(case)))
    return " ".join(re.sub(r" \S+ \d+ / \d+$", "", page) for page in pages)


EACH: dict[str, tuple[tuple[Happened, ...], tuple[str, ...]]] = {
    "application_set_aside": (
        (*ASKED, LAPSED, (THEN, decider1, SET_ASIDE)),
        (
            "Wij behandelen uw aanvraag niet.",
            "We do not deal with your application.",
            "Dit hebben wij niet gekregen: • mandate",
            "This we did not get: • mandate",
        ),
    ),
    "permission_granted": (
        GRANTED,
        (
            "U mag meedoen, en u houdt uw uitkering.",
            "You may take part, and you keep your benefit.",
            f"Coöperatie {COOPERATIVE} Wat u gaat doen Repairing bicycles Vanaf 1 mei 2026",
            "Tot en met 30 april 2027 Ten hoogste 16 uur per week En ten hoogste 800 uur per jaar",
            "Wat u verdient verrekenen wij met uw uitkering",
            "And at most 800 hours a year What you earn is set off against your benefit",
            "• Houd elke week uw uren bij.",
            "• fits",
            "om deze reden: Er was geen andere plaats.",
            "for this reason: Er was geen andere plaats.",
            "Hoe gaat het verder?",
        ),
    ),
    "permission_refused": (
        (
            (ON, caseworker1, a_review("refuse")),
            (ON, decider1, acts.ViewInvited(intention="Wij willen weigeren.")),
            (UNTIL, coop_a, acts.ViewReceived(view="Doe het niet.")),
            (THEN, decider1, a_refusal(view_waived=None)),
        ),
        (
            "U krijgt geen toestemming om met behoud van uw uitkering mee te doen.",
            "You do not get permission to take part while keeping your benefit.",
            "Wat u wilde doen Repairing bicycles",
            "What you wanted to do Repairing bicycles",
            "• no_benefit",
            "om deze reden: The review did not know of it yet.",
            "Dat hebben wij meegewogen.",
            "We have taken that into account.",
        ),
    ),
    "conditions_changed": (
        (
            *GRANTED,
            (date(2026, 8, 4), clock, acts.ReportRequested(reassessment_on=LATER)),
            (date(2026, 8, 10), coop_a, a_report(date(2026, 5, 1), date(2026, 7, 31))),
            (date(2026, 8, 10), coop_a, acts.ResidentReacted(reaction="Goed.")),
            (LATER, caseworker1, a_change(20, deviation="Er is meer werk.")),
        ),
        (
            "Wij veranderen de afspraken over uw deelname.",
            "We change the terms of your participation.",
            "Ten hoogste 20 uur per week En ten hoogste 800 uur per jaar",
            "Er zijn geen andere voorwaarden dan wat hierboven staat.",
            "There are no other conditions than what stands above.",
            "om deze reden: Er is meer werk.",
            "U hebt ons verteld hoe u het zelf ziet.",
            "You told us how you see it yourself.",
        ),
    ),
    "conditions_adjusted": (
        (*GRANTED, ADJUSTMENT_ASKED, (LATER, caseworker1, an_adjustment(4, 20, "Alleen overdag."))),
        (
            "Wij veranderen de afspraken over uw deelname.",
            "Ten hoogste 20 uur per week En ten hoogste 800 uur per jaar",
            "• Alleen overdag.",
        ),
    ),
    "adjustment_refused": (
        (*GRANTED, ADJUSTMENT_ASKED, (LATER, caseworker1, a_refused_adjustment(4))),
        (
            "Wij veranderen de afspraken over de deelname niet.",
            "We do not change the terms of the participation.",
            "Ten hoogste 16 uur per week En ten hoogste 800 uur per jaar",
        ),
    ),
    "permission_suspended": (
        (*GRANTED, (LATER, decider1, a_suspended_permission(OCTOBER, date(2026, 10, 31)))),
        (
            "U mag niet meedoen van 1 oktober 2026 tot en met 31 oktober 2026.",
            "You may not take part from 1 October 2026 up to and including 31 October 2026.",
        ),
    ),
    "permission_extended_to_full": (
        (ON_TRIAL, (LATER, decider1, an_extension(date(2028, 4, 30), deviation="Het ging goed."))),
        (
            "U krijgt een volledige toestemming, tot en met 30 april 2028.",
            "You get a full permission, up to and including 30 April 2028.",
            "om deze reden: Het ging goed.",
        ),
    ),
    "permission_renewed": (
        (*GRANTED, RENEWAL_ASKED, (LATER, decider1, a_renewal(date(2028, 4, 30), deviation="Het loopt."))),
        (
            "Uw toestemming wordt verlengd tot en met 30 april 2028.",
            "Your permission is renewed up to and including 30 April 2028.",
            "om deze reden: Het loopt.",
            "En ten hoogste 800 uur per jaar",
        ),
    ),
    "renewal_refused": (
        (*GRANTED, RENEWAL_ASKED, (LATER, decider1, a_refused_renewal())),
        (
            "Wij verlengen uw toestemming niet. De laatste dag blijft 30 april 2027.",
            "We do not renew your permission. Its last day stays 30 April 2027.",
            "• no_benefit",
        ),
    ),
    "permission_revoked": (
        (*GRANTED, *ABOUT_TO_REVOKE, (LATER, decider1, a_revocation(date(2027, 1, 4)))),
        (
            "Wij trekken uw toestemming in. Vanaf 4 januari 2027 mag u dus niet meer meedoen.",
            "We revoke your permission. So from 4 January 2027 you may take part no more.",
            "• conditions_broken",
            "Dat hebben wij meegewogen.",
            "We have taken that into account.",
        ),
    ),
}
"""By the kind of decision: how it came about, and what must be told of it."""


def test_each_decision_that_can_be_corrected_in_more_than_words_is_tried_here() -> None:
    kinds = {kind.model_fields["kind"].default for kind in set(Correctable.__args__) - set(IN_WORDS_ALONE)}

    assert kinds == set(EACH)


@pytest.mark.parametrize("kind", sorted(EACH))
def test_a_corrected_decision_is_told_as_a_whole(kind: str) -> None:
    happened, told = EACH[kind]
    whole = _corrected(*happened)

    assert kind == happened[-1][2].kind
    for words in told:
        assert words in whole
    assert "none" not in whole


def test_a_trial_stays_one_when_it_is_corrected() -> None:
    whole = _corrected(ON_TRIAL, right=a_grant(date(2026, 7, 1), date(2026, 10, 30), form=acts.Form.TRIAL))

    assert "Het is een proef, om te zien of het lukt." in whole
    assert "It is a trial, to see whether it works." in whole
    assert "Tot en met 30 oktober 2026" in whole


def test_what_did_not_belong_to_a_decision_is_not_told_of_its_correction() -> None:
    """No trial, no deviation and no view where there was none."""
    whole = _corrected(REVIEWED, (THEN, decider1, a_grant(date(2026, 5, 1), date(2027, 4, 30))))

    for unsaid in ("proef", "wijken hiermee af", "meegewogen", "Wat u verdient", "niet meer meedoen"):
        assert unsaid not in whole


def test_the_correction_of_a_grant_after_its_time_gives_no_permission() -> None:
    """It says what somebody had; within its time it says that he may take part. Awb 3:46."""
    decision, *_ = (act for _, _, act in GRANTED if isinstance(act, acts.PermissionGranted))

    def said(on: date) -> str:
        case = a_case(APPLIED, *GRANTED, (on, decider1, a_correction(3, decision)))
        return " ".join(pages_of(pdf_of(letter_of(case))))

    over = said(decision.valid_until + timedelta(days=1))

    assert "U had toestemming om mee te doen, en u hield uw uitkering." in over
    assert "You had permission to take part, and you kept your benefit." in over
    assert "U mag meedoen" not in over
    assert "U mag meedoen, en u houdt uw uitkering." in said(decision.valid_until)
