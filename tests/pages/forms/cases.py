"""Cases for which forms are made."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel

from api.pages.forms import Asking, Form, form_of
from domain import acts
from domain.case import Case
from domain.circumstances import Circumstances
from domain.people import Actor
from domain.policy import Cooperative
from tests.examples import A_MONDAY, a_policy, caseworker1

COOPERATIVES = tuple(
    Cooperative(code=code, name=name, email="x@example.org", agreement_from=date(2020, 1, 1))
    for code, name in (("werkplaats", "De Werkplaats"), ("buurttuin", "De Buurttuin"))
)


def titled(*codes: str) -> list[dict[str, Any]]:
    """Entries of a list of the municipality, with titles that people can read."""
    return [{"code": c, "title": {"nl": c.replace("_", " "), "en": c.replace("_", " ")}} for c in codes]


POLICY = a_policy(
    grant_reasons=titled("way_up"),
    refusal_grounds=titled("no_benefit", "unfair_competition"),
    revocation_grounds=titled("no_benefit", "conditions_broken"),
    advisers=titled("work_coach", "client_council"),
)


OF_AN_OBJECTION = {acts.AdmissibilityJudged, acts.HearingHeld, acts.ObjectionDecided}
"""The acts of which the form can only be made for the case of an objection."""


def a_form(
    model: type[BaseModel], case: Case, actor: Actor = caseworker1, on: date = A_MONDAY, **known: Any
) -> Form:
    """The form of an act on that case."""
    return form_of(model, Asking(Circumstances(case, actor, on), **known))


def a_question(*items: str) -> acts.QuestionAsked:
    """Something is asked of the cooperative."""
    return acts.QuestionAsked(of=acts.Party.COOPERATIVE, items=items)
