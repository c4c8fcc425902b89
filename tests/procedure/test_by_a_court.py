"""A court annuls a decision and decides itself: its judgement takes the place of it. Awb 8:72(3)(b)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import letters, notices, terms
from domain.acts import (
    AppealRecorded,
    CourtDecided,
    CourtsDecision,
    DecisionCorrected,
    DecisionReversed,
    LateDecisionAppealed,
    Outcome,
    RevocationDropped,
    ViewWaiver,
)
from domain.case import Case, Status
from domain.errors import NotAcceptable
from domain.exceptions import exceptions_in
from domain.narration import told
from domain.objections import contested as contested_in
from tests.examples import (
    WHY,
    a_grant,
    a_refusal,
    caseworker1,
    coop_a,
    decider1,
    decider2,
    decider3,
    objections1,
)
from tests.objecting import a_decision, an_outcome
from tests.permitting import (
    a_proposed_revocation,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    an_advice_to_renew,
)
from tests.procedure.late import duties, noticed, owed
from tests.procedure.objected import HALF_A_YEAR, HEARING, an_objection_to, appeal_term_passes, decided, heard
from tests.procedure.paths import ENDS, REASSESSED, REPORT_ASKED, STARTS, granted
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONGER = date(2031, 12, 31)
GRANTED, REFUSED = (
    a_grant(STARTS, ENDS, 12),
    a_refusal("unfair_competition", view_waived=None, deviation=None),
)


def court(decision: CourtsDecision, on: date = HEARING) -> CourtDecided:
    """The court decided so."""
    return CourtDecided(decided_on=on, decision=decision, summary=WHY)


async def at_court(objection: Story, contested: Story, outcome: Outcome = Outcome.UNFOUNDED) -> None:
    """An objection that was heard and decided on, and is with the court."""
    await heard(objection, contested)
    await objection.did(decider2, a_decision(outcome))
    await contested.hears("objection_closed", "objection_upheld")
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=HEARING))


def is_silent(case: Case) -> bool:
    """Whether of its last act no letter, no mail and no exception comes."""
    last = case.entries[-1]
    return (letters.called_for(case, last), notices.called_for(case, last), exceptions_in(case, last)) == (
        None,
        None,
        (),
    )


async def test_a_court_that_decides_itself_grants_what_was_refused(
    objection: Story, contested: Story
) -> None:
    """Nobody here decides it: no mandate, no letter, no objection; the procedure goes on from it."""
    await at_court(objection, contested)
    await objection.did(objections1, court(GRANTED))
    await contested.hears("permission_granted")
    case = await contested.case()

    assert ["objection_upheld", "permission_granted"] == (await contested.kinds())[-2:]
    assert (Status.PARTICIPATION, (), ()) == (case.status, case.tasks, case.entries[-1].mandates)
    assert is_silent(case)
    assert "Centrale Raad van Beroep" in told(case.entries[-2], "nl")
    with pytest.raises(NotAcceptable, match="Centrale Raad van Beroep"):
        contested_in(case)

    correction = DecisionCorrected(
        version=case.version, wrong="12", right="16", decision=a_grant(STARTS, ENDS, 16)
    )
    reversal = DecisionReversed(version=case.version, reasoning=WHY, decide_by=date(2030, 4, 8))

    assert "NotNow" == await contested.refused(decider3, correction)
    assert "NotNow" == await contested.refused(decider3, reversal)

    await contested.time_passes_until(REPORT_ASKED)
    case = await contested.case()

    assert Status.REPORT_AWAITED == case.status
    assert REASSESSED == terms.of(case)["reassessment"].due_on


async def test_a_court_that_decides_itself_refuses_and_only_a_higher_court_is_left(
    objection: Story, contested: Story, policy_on_record: None
) -> None:
    """The case waits for no objection, and its file six weeks for a higher appeal, after which it is decided again."""
    await at_court(objection, contested)
    await objection.did(objections1, court(REFUSED))

    assert Status.REFUSED == await contested.ends_as()
    assert "permission_refused" == (await contested.kinds())[-1]

    last = terms.of(await objection.case())["appeal"]

    assert (date(2030, 5, 6), "judgement sent") == (last.due_on, last.steps[0].reason.en)

    await objection.time_passes_until(last.due_on)
    higher = AppealRecorded(court="Centrale Raad van Beroep", lodged_on=last.due_on)
    await objection.did(objections1, higher)
    await objection.did(objections1, an_outcome("upheld", decided_on=last.due_on))
    await contested.hears("objection_upheld", times=2)

    assert Status.DECISION == await contested.status()
    assert "NotTheSame" == await contested.refused(decider1, HALF_A_YEAR)

    await contested.did(decider3, HALF_A_YEAR)

    assert Status.PARTICIPATION == await contested.status()


async def test_nobody_goes_on_to_the_higher_court_and_the_file_closes(
    objection: Story, contested: Story
) -> None:
    await at_court(objection, contested)
    await objection.did(objections1, court(GRANTED))
    await appeal_term_passes(objection)

    assert Status.SETTLED == await objection.ends_as()


async def test_a_court_decides_itself_while_the_decision_is_taken_again(
    objection: Story, contested: Story
) -> None:
    """Then nobody has to decide it any more."""
    await at_court(objection, contested, Outcome.PARTLY_UPHELD)

    assert 1 == len((await contested.case()).tasks)

    await objection.did(objections1, court(GRANTED))
    await contested.hears("permission_granted")

    assert (Status.PARTICIPATION, ()) == (await contested.status(), (await contested.case()).tasks)
    assert "NotNow" == await contested.refused(decider3, HALF_A_YEAR)


async def test_a_court_that_decides_itself_ends_what_a_late_decision_costs(
    objection: Story, contested: Story
) -> None:
    """Four days are owed, up to its judgement: no letter of ours goes out of that. Awb 4:17(1), 8:72(3)(b)."""
    await at_court(objection, contested, Outcome.PARTLY_UPHELD)
    notice = await noticed(contested, date(2030, 5, 28))
    await contested.time_passes_until(judged := date(2030, 6, 16))
    appeal = LateDecisionAppealed(court="Rechtbank", lodged_on=judged)
    await contested.did(objections1, appeal)
    await objection.time_passes_until(judged)
    await objection.did(objections1, court(GRANTED, judged))
    await contested.hears("late_decision_came")

    assert 4 * 2300 == await owed(contested, date(2030, 8, 15))
    assert (notice,) == (await contested.case()).open_defaults

    await contested.time_passes_until(date(2030, 6, 17))

    assert [("penalty_determined", date(2030, 7, 1))] == await duties(contested)


async def test_what_a_court_decides_is_registered_once_it_can_have_decided_it(
    objection: Story, contested: Story
) -> None:
    """On an appeal that runs, about what was contested, on grounds from the list, and not by who decides here."""
    await heard(objection, contested)

    assert "NotNow" == await objection.refused(objections1, court(GRANTED))

    await objection.did(decider2, a_decision(Outcome.UNFOUNDED))

    assert "NotNow" == await objection.refused(objections1, court(GRANTED))

    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=HEARING))

    assert "NotPermitted" == await objection.refused(decider3, court(GRANTED))
    assert "NotAcceptable" == await objection.refused(objections1, court(GRANTED, date(2030, 3, 26)))
    assert "NotAcceptable" == await objection.refused(objections1, court(a_renewal(LONGER)))
    assert "NotAcceptable" == await objection.refused(
        objections1, court(a_refusal("rain", view_waived=None, deviation=None))
    )


async def test_a_court_renews_what_was_not_renewed(story: Story) -> None:
    """In the matter of that request, on which nobody decides any more."""
    await granted(story)
    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await story.did(decider1, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    await appealed(await an_objection_to(story, "longer"), a_renewal(LONGER))
    await story.hears("permission_renewed")
    case = await story.case()

    assert case.permission is not None
    assert (LONGER, ()) == (case.permission.valid_until, case.tasks)
    assert (Status.PARTICIPATION, "objection_closed") == (case.status, case.entries[-2].act.kind)
    assert is_silent(case)


async def test_a_court_says_that_a_permission_is_not_revoked(story: Story) -> None:
    """Then it holds again, and nobody decides on the proposal any more."""
    await granted(story)
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(STARTS, view_waived="urgent"))
    await appealed(await an_objection_to(story, "go-on"), RevocationDropped(reasoning=WHY))
    await story.hears("revocation_dropped")
    case = await story.case()

    assert case.permission is not None
    assert (Status.PARTICIPATION, ENDS, ()) == (case.status, case.permission.valid_until, case.tasks)
    assert is_silent(case)

    await story.time_passes_until(REPORT_ASKED)

    assert Status.REPORT_AWAITED == await story.status()


async def test_a_court_revokes_from_another_day(story: Story) -> None:
    """And the case ends by that, without a letter of the municipality."""
    await granted(story)
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(STARTS, view_waived="urgent"))
    later = a_revocation(date(2030, 6, 1))
    await appealed(await an_objection_to(story, "later"), later)

    assert Status.REVOKED == await story.ends_as()

    case = await story.case()

    assert case.permission is not None
    assert date(2030, 5, 31) == case.permission.valid_until
    assert 2 == (await story.kinds()).count("permission_revoked")


async def appealed(objection: Story, decision: CourtsDecision) -> None:
    """The objection came to nothing, and the court decides itself."""
    await decided(objection, Outcome.UNFOUNDED)
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=FIRST_DAY))
    await objection.did(objections1, court(decision, FIRST_DAY))


async def test_a_court_that_does_not_renew_leaves_the_term_of_a_revocation_as_it_was(story: Story) -> None:
    """The case closes once nobody can object to the revocation in time. Awb 6:7."""
    await granted(story)
    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await story.did(decider1, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    objection = await an_objection_to(story, "longer")
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(STARTS, view_waived="urgent"))
    await story.went_out()
    await appealed(objection, a_refused_renewal())
    await story.hears("renewal_refused", times=2)

    assert Status.REVOKED == await story.status()
    assert not (await story.case()).is_closed

    await story.time_passes_until(date(2030, 5, 1))

    assert Status.REVOKED == await story.ends_as()
