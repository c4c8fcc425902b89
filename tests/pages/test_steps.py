"""The steps of an application: together they are its one form, and each person meets those that ask him something."""

from __future__ import annotations

import pytest

from api.languages import Language
from api.pages import forms
from api.pages.forms import application_form
from api.pages.steps import ASKED, BSN, Step, steps_for
from domain.acts import ApplicationReceived
from domain.application import Application, Resident
from domain.people import Actor
from tests.examples import a_policy, caseworker1, coop_a


def test_every_field_of_an_application_is_asked_once() -> None:
    inner = {f"application.{name}" for name in Application.model_fields} - {"application.resident"}
    of_resident = {f"application.resident.{name}" for name in Resident.model_fields}
    of_act = set(ApplicationReceived.model_fields) - {"kind", "application"}
    asked = [path for paths in ASKED.values() for path in paths]

    assert len(asked) == len(set(asked))
    assert inner | of_resident | of_act == {*asked, BSN}


@pytest.mark.parametrize(("actor", "first"), [(coop_a, Step.WHO), (caseworker1, Step.RECEIPT)])
def test_only_who_registers_for_another_is_asked_for_whom_and_when(actor: Actor, first: Step) -> None:
    steps = steps_for(actor, a_policy(), ())

    assert first == steps.all[0]
    assert list(Step)[list(Step).index(first) :] == list(steps.all)


def test_of_what_came_on_paper_the_day_is_needed() -> None:
    form = application_form(a_policy(), (), caseworker1)
    left_open = forms.read(form, forms.at_first(form), Language.EN).wrong

    assert ("This is required.",) == left_open["received_on"]
