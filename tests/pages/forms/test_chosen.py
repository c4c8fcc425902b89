"""What the form of an act lets one choose from that the case knows: requests that are open, and declarations."""

from __future__ import annotations

from datetime import date

import pytest

from api.languages import Language
from api.pages.forms import at_first, read, shown
from api.pages.forms.values import NONE
from domain import acts
from domain.case import Case
from domain.fact import Fact
from domain.people import Actor
from tests.domain.objected import LATE, a_case_with
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_grant,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    coordinator1,
    decider1,
    objections1,
)
from tests.pages.forms.cases import a_form
from tests.permitting import a_renewal, a_renewal_asked, an_adjustment_asked
from tests.superseding import a_sending

BEGAN, ENDS, LONGER = date(2026, 1, 5), date(2027, 6, 30), date(2027, 12, 31)
LATER = date(2026, 6, 1)
ASKED = (A_MONDAY, coop_a, a_renewal_asked(LONGER))
ALSO_ASKED = (A_MONDAY, coop_a, an_adjustment_asked(20))
RENEWED = ((A_MONDAY, decider1, a_renewal(LONGER)), (A_MONDAY, clock, a_sending(5, A_MONDAY)))


def taking_part(*happened: tuple[date, Actor, acts.Act]) -> Case:
    """Granted in January."""
    granted = (BEGAN, decider1, a_grant(BEGAN, ENDS))
    return a_case((BEGAN, coop_a, an_application_received()), granted, *happened)


@pytest.mark.parametrize(
    ("model", "actor", "case", "offered", "is_needed"),
    [
        (acts.LateDecisionAppealed, objections1, taking_part(ASKED), [], False),
        (acts.LateDecisionAppealed, objections1, taking_part(ASKED, ALSO_ASKED), ["3", "4"], True),
        (acts.LateDecisionAppealed, objections1, taking_part(ASKED, ALSO_ASKED, *RENEWED), ["3", "4"], False),
        (acts.NoticeOfDefaultReceived, coop_a, taking_part(ASKED, ALSO_ASKED), ["3", "4"], True),
        (acts.NoticeOfDefaultReceived, coop_a, taking_part(ASKED, ALSO_ASKED, *RENEWED), [], False),
        (
            acts.NoticeOfDefaultReceived,
            caseworker1,
            taking_part(ASKED, ALSO_ASKED, *RENEWED),
            ["3", "4"],
            False,
        ),
    ],
)
def test_on_which_request_is_asked_where_the_day_does_not_tell(
    model: type[Fact], actor: Actor, case: Case, offered: list[str], is_needed: bool
) -> None:
    """Who registers what came before may name a request that was decided on since."""
    supplied = a_form(model, case, actor, LATER).supplied

    assert offered == [each.value for each in supplied.options.get("request", ())]
    assert is_needed == ("request" in supplied.needed)
    assert bool(offered) != ("request" in supplied.values)


def test_a_declaration_of_an_interest_is_chosen_by_whose_it_is() -> None:
    """Not one that was withdrawn already; and which one it is, is not asked of who declares."""
    case = a_case(
        (A_MONDAY, caseworker1, acts.InterestDeclared(reason="She is my sister.")),
        (A_MONDAY, decider1, acts.InterestDeclared(reason="He is my neighbour.")),
    )
    withdrawn = acts.InterestWithdrawn(declaration=f"{case.number}.2", reason=WHY)
    after = a_case(*((e.on, e.actor, e.act) for e in case.entries[1:]), (A_MONDAY, coordinator1, withdrawn))
    (left,) = a_form(acts.InterestWithdrawn, after, coordinator1).supplied.options["declaration"]

    assert (f"{case.number}.3", "Decider1 has a personal interest in this case. He is my neighbour.") == (
        left.value,
        left.text.en,
    )
    assert not a_form(acts.InterestDeclared, case, coordinator1).asks("declaration")


@pytest.mark.parametrize("field", ["obstacle", "late_excused"])
def test_a_judgement_is_chosen_by_a_person(field: str) -> None:
    """That nothing stands in the way is one too: it does not stand chosen before anybody looked."""
    form = a_form(acts.AdmissibilityJudged, a_case_with(came=LATE), objections1, LATE)
    said = {"reasoning": (WHY,), "committee": ("no",), "obstacle": (NONE,), "late_excused": (NONE,)}
    asked = next(each for each in shown(form, at_first(form), Language.NL).fields if each.name == field)

    assert [] == [each.text for each in asked.choices if each.is_chosen]
    assert {field} == read(form, said | {field: ("",)}, Language.NL).wrong.keys()
    assert acts.AdmissibilityJudged(reasoning=WHY) == read(form, said, Language.NL).act
