"""A line of the timeline is a sentence, however little of the act its reader is shown."""

from __future__ import annotations

import pytest

from api.views import told
from domain.people import Actor
from tests.examples import A_MONDAY, a_case, a_review, caseworker1, coop_a

CASE = a_case((A_MONDAY, caseworker1, a_review()))


def the_sentence(place: int, reader: Actor, language: str = "en") -> str:
    line = told(CASE.entries[place], CASE, reader, "nl" if language == "nl" else "en")
    assert line is not None
    return line.text


@pytest.mark.parametrize("reader", [coop_a, caseworker1], ids=lambda reader: reader.id)
def test_an_application_is_told_without_its_bsn(reader: Actor) -> None:
    said = the_sentence(0, reader)

    assert said.startswith(
        "An application came in: S. de Wit wants to take part in werkplaats (Repairing bicycles)"
    )
    assert CASE.application.resident.bsn not in said


def test_a_reader_who_sees_no_more_reads_that_a_review_was_done() -> None:
    assert "De aanvraag is beoordeeld." == the_sentence(1, coop_a, "nl")
    assert "Advice: grant the permission." in the_sentence(1, caseworker1)
