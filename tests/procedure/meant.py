"""What the machines let people say beside `doings`, so that each way to decide against somebody is taken often."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from domain.acts import (
    Act,
    ApplicationSetAside,
    Hearer,
    NoHearing,
    ViewWaiver,
)
from domain.calendar import last_day
from tests.examples import WHY, a_change, a_grant, a_refusal
from tests.objecting import a_hearing_at_once, a_waiver
from tests.permitting import (
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_revocation,
    a_suspended_permission,
    an_adjustment,
    an_extension,
)
from tests.procedure.doings import Doing

SOMETIMES = (None, ViewWaiver.NOT_ON_HIS_FACTS, ViewWaiver.HEARD_BEFORE)
"""After a view, on one of the grounds that need none, and on one that holds at times."""

AGAINST_SOMEBODY: tuple[Doing, ...] = (
    lambda on: ApplicationSetAside(reasoning=WHY),
    *(lambda on, each=each: a_refusal(view_waived=each) for each in ViewWaiver),
    *(lambda on, each=each: a_grant(on, last_day(on, 14), 8, view_waived=each) for each in SOMETIMES),
    *(
        lambda on, each=each: a_grant(on, last_day(on, 14), hours_a_year=400, view_waived=each)
        for each in SOMETIMES
    ),
    *(
        lambda on, days=days, each=each: a_grant(
            on + timedelta(days=days), last_day(on, 14), view_waived=each
        )
        for days in (45, 90)
        for each in SOMETIMES
    ),
    lambda on: a_grant(on, last_day(on, 14), conditions=["No work on Sundays"]),
    *(lambda on, each=each: a_grant(on, last_day(on, 4), view_waived=each) for each in SOMETIMES),
    lambda on: a_change(8),
    lambda on: a_change(16, "No work on Sundays"),
    *(
        lambda on, each=each: a_suspended_permission(
            on + timedelta(days=1), on + timedelta(days=20), view_waived=each
        )
        for each in (None, *ViewWaiver)
    ),
    *(lambda on, each=each: a_revocation(on + timedelta(days=10), view_waived=each) for each in ViewWaiver),
    *(lambda on, each=each: a_refused_renewal(view_waived=each) for each in ViewWaiver),
    *(lambda on, each=each: a_renewal(last_day(on, 14), view_waived=each) for each in (None, *ViewWaiver)),
    *(
        lambda on, months=months, each=each: an_extension(
            last_day(on, months), conditions=["No work on Sundays"], view_waived=each
        )
        for months in (11, 12, 13)
        for each in (*SOMETIMES, ViewWaiver.URGENT)
    ),
    *(
        lambda on, months=months, each=each: an_extension(last_day(on, months), view_waived=each)
        for months in (11, 12, 13)
        for each in SOMETIMES
    ),
    *(lambda on, each=each: an_extension(last_day(on, 24), view_waived=each) for each in SOMETIMES),
)
"""On an application and a permission: with a view, and with each of the grounds to ask for none."""

AGAINST_SOMEBODY_IN_A_MATTER: tuple[Callable[[int], Act], ...] = (
    *(lambda about, each=each: an_adjustment(about, 8, view_waived=each) for each in ViewWaiver),
    *(lambda about, each=each: a_refused_adjustment(about, each) for each in ViewWaiver),
    lambda about: an_adjustment(about, 20, "No work on Sundays"),
)
"""On what was asked for or proposed about an adjustment."""

BY_WHO_MAY_NOT: tuple[Doing, ...] = (
    lambda on: a_hearing_at_once(on).model_copy(update={"heard_by": ("A. de Wit", "decider1")}),
    lambda on: a_hearing_at_once(on).model_copy(
        update={"staff": (Hearer(id="caseworker1", name="A. de Wit"),), "heard_by": ()}
    ),
    lambda on: a_waiver(NoHearing.MANIFESTLY_UNFOUNDED),
)
"""On an objection: heard by who took the decision or prepared it, or not heard at all. Awb 7:3, 7:5."""
