"""A permission is suspended, revoked, extended or renewed, while the reassessments go on. Awb 4:7, 4:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    Conclusion,
    Form,
    ParticipationContinued,
    PermissionReinstated,
    RenewalRefused,
    RevocationDropped,
    Severity,
    ViewInvited,
    ViewReceived,
)
from domain.case import Permission, Status
from tests.examples import (
    WHY,
    a_grant,
    an_ending,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
)
from tests.permitting import (
    a_change_report,
    a_proposed_revocation,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_advice_to_renew,
    an_assessment,
    an_evaluation,
    an_extension,
    an_incident,
)
from tests.procedure.paths import ENDS, REPORT_ASKED, STARTS, granted, heard, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAY_1, JUNE_30, LONGER = date(2030, 5, 1), date(2030, 6, 30), date(2031, 12, 31)
INVITED = ViewInvited(intention="We mean to revoke: he works at night.")
VIEW = ViewReceived(view="I do not work at night.")
CONTINUED = ParticipationContinued(reasoning=WHY)


async def permission_of(story: Story) -> Permission:
    """What the resident may do."""
    permission = (await story.case()).permission
    assert permission is not None
    return permission


async def tasks_of(story: Story) -> list[str]:
    """What the case waits for, each task by its first kind of act."""
    return [task.accepts[0] for task in (await story.case()).tasks]


async def test_a_permission_is_suspended_and_lifted_while_the_reassessments_go_on(story: Story) -> None:
    """By a decider, at most until a day; the case stands where it stood."""
    await granted(story)
    await story.time_passes_until(date(2030, 4, 30))

    assert "NotPermitted" == await story.refused(caseworker1, a_suspended_permission(MAY_1, JUNE_30))
    assert "NotPermitted" == await story.refused(decider2, a_suspended_permission(MAY_1, JUNE_30))

    await story.did(decider1, a_suspended_permission(MAY_1, JUNE_30))

    assert Status.PARTICIPATION == await story.status()
    assert JUNE_30 == (await permission_of(story)).suspended_until

    await story.time_passes_until(date(2030, 5, 20))
    await story.did(decider1, PermissionReinstated(holds_from=date(2030, 5, 21), reasoning=WHY))

    assert date(2030, 5, 20) == (await permission_of(story)).suspended_until

    await heard(story)

    assert Status.REASSESSMENT == await story.status()


async def test_a_permission_is_revoked_after_a_view(story: Story) -> None:
    """One proposes it, another hears whom it concerns and decides; the case rests until nobody can object."""
    await granted(story)
    await story.time_passes_until(MAY_1)

    assert "NotNow" == await story.refused(decider1, a_revocation(JUNE_30))

    await story.did(caseworker1, a_proposed_revocation())

    assert "NotAcceptable" == await story.refused(decider1, a_revocation(JUNE_30))

    await story.did(decider1, INVITED)

    assert Status.PARTICIPATION == await story.status()

    assert ["view_received"] == await tasks_of(story)

    await story.did(coop_a, VIEW)

    assert ["permission_revoked"] == await tasks_of(story)

    await story.did(decider1, a_revocation(JUNE_30), (await story.case()).tasks[0].id)

    assert Status.REVOKED == await story.status()
    assert date(2030, 6, 29) == (await permission_of(story)).valid_until
    assert () == (await story.case()).tasks

    await story.went_out()
    await story.day_passes(date(2030, 6, 19))

    assert Status.REVOKED == await story.ends_as()


async def test_a_revocation_is_proposed_and_dropped_while_the_report_is_awaited(story: Story) -> None:
    """The rhythm of the reassessments goes on, into the next run."""
    await granted(story)
    await story.time_passes_until(REPORT_ASKED)
    await story.did(caseworker2, a_proposed_revocation())
    await story.did(decider1, INVITED)

    assert Status.REPORT_AWAITED == await story.status()

    await heard(story)
    await story.did(caseworker1, CONTINUED)

    assert ["view_received"] == await tasks_of(story)
    assert "NotAcceptable" == await story.refused(decider1, a_revocation(date(2030, 12, 1)))

    await story.day_passes(date(2030, 9, 17))

    assert "view_lapsed" == (await story.kinds())[-1]
    assert ["permission_revoked"] == await tasks_of(story)

    await story.did(decider1, RevocationDropped(reasoning="It was somebody else."))

    assert Status.PARTICIPATION == await story.status()
    assert "NotNow" == await story.refused(decider1, a_revocation(date(2030, 12, 1)))


async def test_a_trial_becomes_a_full_permission(story: Story) -> None:
    """And is reassessed then, which the trial was too short for."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, JUNE_30, form=Form.TRIAL, view_waived="not_on_his_facts"))
    await story.time_passes_until(date(2030, 6, 20))
    await story.did(caseworker1, an_evaluation())
    await story.did(decider1, an_extension(ENDS))

    assert (Form.FULL, ENDS) == ((await permission_of(story)).form, (await permission_of(story)).valid_until)
    assert "NotNow" == await story.refused(decider1, an_extension(LONGER))

    await heard(story)
    await story.did(caseworker1, CONTINUED)
    await story.did(coop_a, an_ending(date(2030, 9, 30)))
    await story.day_passes(date(2030, 9, 30))

    assert Status.ENDED == await story.ends_as()


async def test_a_renewal_is_asked_advised_and_granted(story: Story) -> None:
    """The last day moves, and with it come more reassessments."""
    short = date(2030, 9, 30)
    await granted(story, until=short)
    await story.time_passes_until(date(2030, 9, 2))
    await story.did(coop_a, a_renewal_asked(LONGER))

    assert ["renewal_advised"] == await tasks_of(story)
    assert "NotNow" == await story.refused(decider1, a_renewal(LONGER))

    await story.did(caseworker2, an_advice_to_renew())

    assert "NotPermitted" == await story.refused(decider2, a_renewal(LONGER))

    await story.did(decider1, a_renewal(LONGER))

    assert LONGER == (await permission_of(story)).valid_until

    await story.time_passes_until(date(2030, 9, 10))

    assert Status.REPORT_AWAITED == await story.status()


async def test_a_renewal_that_is_decided_on_too_late_is_decided_on_all_the_same(story: Story) -> None:
    """The permission expires on its last day, and the case waits for the decision. Awb 4:13."""
    short = date(2030, 9, 30)
    await granted(story, until=short)
    await story.time_passes_until(short)
    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.day_passes(short)

    assert Status.EXPIRED == await story.status()

    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await story.did(decider1, ViewInvited(intention="We mean to refuse."))

    assert "NotNow" == await story.refused(decider1, a_refused_renewal())

    await story.day_passes(date(2030, 10, 15))
    await story.did(decider1, a_refused_renewal())
    refused = (await story.case()).last(RenewalRefused)

    assert refused is not None
    assert refused[0].about is not None

    await story.went_out()
    await story.time_passes_until(date(2030, 12, 9))

    assert Status.EXPIRED == await story.ends_as()


async def test_a_renewal_after_the_last_day_takes_up_the_participation_again(story: Story) -> None:
    """The next reassessment counts from that day: the first one never came."""
    short = date(2030, 9, 30)
    await granted(story, until=short)
    await story.time_passes_until(short)
    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.day_passes(short)
    await story.did(caseworker1, an_advice_to_renew())
    await story.day_passes(date(2030, 11, 14))
    await story.did(decider1, a_renewal(LONGER))

    assert Status.PARTICIPATION == await story.status()
    assert (await story.case()).is_participating

    await story.time_passes_until(date(2031, 4, 17))

    assert Status.REPORT_AWAITED == await story.status()
    assert date(2031, 5, 15) == terms.of(await story.case())["reassessment"].due_on


async def test_a_resident_goes_on_at_another_cooperative(story: Story) -> None:
    """This permission ends, and the other cooperative applies anew."""
    await granted(story)
    ending = an_ending(JUNE_30)

    assert "NotAcceptable" == await story.refused(
        coop_a, ending.model_copy(update={"transferred_to": "werkplaats"})
    )

    await story.did(coop_a, ending.model_copy(update={"transferred_to": "buurttuin"}))
    await story.day_passes(JUNE_30)

    assert Status.ENDED == await story.ends_as()


async def test_what_changes_or_goes_wrong_is_looked_at_and_holds_nothing_up(story: Story) -> None:
    """While the report is awaited; each of them once."""
    await granted(story)
    await story.time_passes_until(REPORT_ASKED)
    change = await story.did(coop_a, a_change_report(REPORT_ASKED))
    incident = await story.did(caseworker2, an_incident(REPORT_ASKED, Severity.SERIOUS))

    assert Status.REPORT_AWAITED == await story.status()
    assert ["progress_reported", "change_assessed", "change_assessed"] == await tasks_of(story)

    await story.did(caseworker1, an_assessment(incident.version, Conclusion.AT_THE_REASSESSMENT))

    assert "NotNow" == await story.refused(caseworker1, an_assessment(incident.version))
    assert "NotPermitted" == await story.refused(decider1, an_assessment(change.version))

    await heard(story)
    await story.did(caseworker1, CONTINUED)
    await story.did(caseworker1, an_assessment(change.version))

    assert Status.PARTICIPATION == await story.status()
