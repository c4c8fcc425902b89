"""Who was heard before need not be heard again, on the same. Awb 4:11(b)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance, acts, news
from domain.acts import NoHearing, ObjectionUpheld, Objector, Outcome
from domain.errors import NotAcceptable
from tests.domain.objected import DECIDED, DECLINED, HEARD, JUDGED, LATE, TODAY, a_case_with
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    a_refusal,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    done,
    objections1,
)
from tests.objecting import a_decision, a_hearing_agreed_to, a_refused_case, a_waiver
from tests.permitting import a_proposed_revocation, a_proposed_standstill, a_suspended_permission

BEGAN, TOMORROW, ENDS = date(2026, 1, 5), date(2026, 1, 6), date(2026, 12, 31)
ON_HIS_APPLICATION = (
    (BEGAN, coop_a, an_application_received()),
    (BEGAN, decider1, acts.ViewInvited(intention="Fewer hours.")),
    (BEGAN, coop_a, acts.ViewReceived(view="I want more.")),
    (BEGAN, decider1, a_grant(BEGAN, ENDS)),
)
WAIVED = (TODAY, objections1, a_waiver(NoHearing.FULLY_MET))
AGREED_TO = (TODAY, objections1, a_hearing_agreed_to(TODAY))
HE_TOO, NOR_ANSWERED = (
    (TODAY, objections1, acts.HearingDeclined(resident_too=why)) for why in acts.ResidentUnheard
)


def upheld(*happened: Any, objector: Objector = Objector.RESIDENT) -> ObjectionUpheld:
    """What the contested case hears of an objection that is upheld after that."""
    name = "Bakker Jansen" if objector is Objector.ANOTHER else None
    case = a_case_with(JUDGED, *happened, objector=objector, objector_name=name)
    case = case.after(an_act(case, TODAY, decider2, decided := a_decision(Outcome.UPHELD)))
    told = news.of_an_objection(case, decided)

    assert isinstance(told, ObjectionUpheld)
    return told


@pytest.mark.parametrize(
    ("told", "was_heard"),
    [
        (upheld(HEARD), True),
        (upheld(DECLINED), True),
        (upheld(WAIVED), False),
        (upheld(AGREED_TO, objector=Objector.COOPERATIVE), True),
        (upheld(HE_TOO, objector=Objector.COOPERATIVE), True),
        (upheld(DECLINED, objector=Objector.COOPERATIVE), False),
        (upheld(WAIVED, objector=Objector.COOPERATIVE), False),
        (upheld(AGREED_TO, objector=Objector.ANOTHER), True),
        (upheld(HE_TOO, objector=Objector.ANOTHER), True),
        (upheld(NOR_ANSWERED, objector=Objector.ANOTHER), True),
        (upheld(DECLINED, objector=Objector.ANOTHER), False),
        (upheld(WAIVED, objector=Objector.ANOTHER), False),
    ],
)
def test_who_was_heard_on_an_objection_was_heard_before(told: ObjectionUpheld, was_heard: bool) -> None:
    """Or did not want to be, whoever objected; not he for whom another declined, or the cooperative for itself."""
    case = a_refused_case(DECIDED)
    case = case.after(an_act(case, TODAY, clock, told))
    refused_again = done(decider2, a_refusal(view_waived=acts.ViewWaiver.HEARD_BEFORE))

    assert was_heard == told.was_heard
    if was_heard:
        acceptance.check(refused_again, case, LATE)
    else:
        with pytest.raises(NotAcceptable, match=r"4:11\(b\)"):
            acceptance.check(refused_again, case, LATE)


def test_what_was_said_before_a_decision_was_said_of_that_one() -> None:
    """He was asked about fewer hours, and not about none. The hearing on his objection is on what he got."""
    decided = a_case(*ON_HIS_APPLICATION)
    refused = done(decider2, a_refusal(view_waived=acts.ViewWaiver.HEARD_BEFORE))
    overturned = ObjectionUpheld(objection="one", version=decided.version, decide_by=LATE)
    heard, unheard = (
        decided.after(an_act(decided, TODAY, clock, overturned.model_copy(update={"was_heard": was_heard})))
        for was_heard in (True, False)
    )

    acceptance.check(refused, heard, TODAY)
    with pytest.raises(NotAcceptable, match=r"4:11\(b\)"):
        acceptance.check(refused, unheard, TODAY)


def test_what_somebody_says_unasked_is_no_view_on_what_is_intended() -> None:
    """He did not know what that was. Awb 4:8, 4:11(b)."""
    case = a_case((TODAY, coop_a, acts.ViewReceived(view="I like it.")))

    with pytest.raises(NotAcceptable, match=r"4:11\(b\)"):
        acceptance.check(done(decider2, a_refusal(view_waived=acts.ViewWaiver.HEARD_BEFORE)), case, TODAY)


ON_THE_REVOCATION = (
    (BEGAN, caseworker1, a_proposed_revocation()),
    (BEGAN, decider1, acts.ViewInvited(intention=WHY)),
    (BEGAN, coop_a, acts.ViewReceived(view="I did not.")),
    (BEGAN, decider1, acts.RevocationDropped(reasoning=WHY)),
)


@pytest.mark.parametrize("happened", [(), ON_THE_REVOCATION])
def test_nobody_was_heard_before_on_a_suspension_that_nobody_proposed(happened: tuple[Any, ...]) -> None:
    """What he said on his application, or on a revocation that was dropped, was said of something else."""
    case = a_case(*ON_HIS_APPLICATION, *happened)
    heard_before = a_suspended_permission(TOMORROW, ENDS, view_waived=acts.ViewWaiver.HEARD_BEFORE)

    with pytest.raises(NotAcceptable, match=r"4:11\(b\)"):
        acceptance.check(done(decider1, heard_before), case, BEGAN)


def test_who_was_heard_on_a_suspension_that_was_proposed_was_heard_before() -> None:
    """In the matter of that proposal."""
    proposed = ((BEGAN, caseworker1, a_proposed_standstill()), *ON_THE_REVOCATION[1:3])
    heard_before = a_suspended_permission(TOMORROW, ENDS, view_waived=acts.ViewWaiver.HEARD_BEFORE)

    acceptance.check(done(decider1, heard_before), a_case(*ON_HIS_APPLICATION, *proposed), BEGAN)
