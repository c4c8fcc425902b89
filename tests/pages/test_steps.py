"""The steps of an application: together they are its one form."""

from __future__ import annotations

from api.pages.forms import application_form
from api.pages.steps import ASKED, BSN
from domain.acts import ApplicationReceived
from domain.application import Application, Resident
from tests.examples import a_policy, coop_a


def test_every_field_of_an_application_is_asked_once() -> None:
    inner = {f"application.{name}" for name in Application.model_fields} - {"application.resident"}
    of_resident = {f"application.resident.{name}" for name in Resident.model_fields}
    of_act = set(ApplicationReceived.model_fields) - {"kind", "application"}
    supplied = application_form(a_policy(), (), coop_a).supplied.values.keys()
    asked = [path for paths in ASKED.values() for path in paths]

    assert len(asked) == len(set(asked))
    assert (inner | of_resident | of_act) - supplied == {*asked, BSN}
