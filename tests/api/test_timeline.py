"""A line of the timeline is a sentence, however little of the act its reader is shown."""

from __future__ import annotations

import pytest

from api.views import told
from domain.people import Actor
from tests.examples import A_MONDAY, a_case, a_review, auditor1, caseworker1, coop_a
from tests.standing_in import an_absence

CASE = a_case((A_MONDAY, caseworker1, a_review()))


def the_sentence(place: int, reader: Actor, language: str = "en") -> str:
    line = told(CASE.entries[place], CASE.policy, reader, "nl" if language == "nl" else "en")
    assert line is not None
    return line.text


@pytest.mark.parametrize("reader", [coop_a, caseworker1], ids=lambda reader: reader.id)
def test_an_application_is_told_without_its_bsn(reader: Actor) -> None:
    said = the_sentence(0, reader)

    assert said.startswith("An application came in: S. de Wit wants to take part (Repairing bicycles)")
    assert CASE.application.resident.bsn not in said


def test_a_reader_who_sees_no_more_reads_that_a_review_was_done() -> None:
    assert "De aanvraag is beoordeeld." == the_sentence(1, coop_a, "nl")
    assert "Advice: grant the permission." in the_sentence(1, caseworker1)


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        (caseworker1, ("Caseworker1", "Als vervanger van Caseworker1.")),
        (auditor1, ("Caseworker1", "Als vervanger van Caseworker1.")),
        (coop_a, (None, "De aanvraag is beoordeeld.")),
    ],
    ids=lambda given: getattr(given, "id", None),
)
def test_who_stood_in_is_told_with_whom_he_did_it_for(
    reader: Actor, expected: tuple[str | None, str]
) -> None:
    """A cooperative does not read who was absent."""
    entry = CASE.entries[1].model_copy(update={"standing_in": (an_absence(A_MONDAY, A_MONDAY),)})
    line = told(entry, CASE.policy, reader, "nl")

    assert line is not None
    assert expected[0] == line.standing_in_for
    assert line.text.endswith(expected[1])


def test_other_lines_tell_of_nobody_else() -> None:
    line = told(CASE.entries[1], CASE.policy, caseworker1, "en")

    assert line is not None
    assert line.standing_in_for is None
    assert "substitute" not in line.text
