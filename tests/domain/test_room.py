"""How much an act may say, and how much a case can carry."""

from __future__ import annotations

import pytest

from domain import acceptance
from domain.acts import NoteAdded, NoticeOfDefaultReceived
from domain.errors import NotAcceptable
from tests.domain.test_acceptance import a_finding
from tests.examples import A_MONDAY, a_case, a_review, caseworker1, coop_a, done


def test_an_act_of_more_than_sixty_thousand_characters_is_too_long() -> None:
    """Fifty reasons of a page each are not read by anybody."""
    page = "x" * 2000
    findings = [a_finding("benefit").model_copy(update={"reason": page}) for _ in range(40)]

    with pytest.raises(NotAcceptable, match="too long"):
        acceptance.check_room(done(caseworker1, a_review(findings=findings)), a_case(), is_awaited=True)


def test_notes_leave_room_for_what_the_law_lets_in_at_any_moment() -> None:
    """However much was noted, a notice of default is received. Awb 4:17."""
    noted = a_case().model_copy(update={"weight": 750_001})
    notice = done(coop_a, NoticeOfDefaultReceived(received_on=A_MONDAY))

    acceptance.check_room(notice, noted, is_awaited=False)
    with pytest.raises(NotAcceptable, match="full"):
        acceptance.check_room(done(caseworker1, NoteAdded(text="Called.")), noted, is_awaited=False)


def test_a_full_case_takes_in_only_what_is_asked_for() -> None:
    """So that nobody makes it too large to carry on."""
    full = a_case().model_copy(update={"weight": 1_000_001})
    note = done(caseworker1, NoteAdded(text="x"))

    acceptance.check_room(note, a_case(), is_awaited=False)
    acceptance.check_room(note, full, is_awaited=True)
    with pytest.raises(NotAcceptable, match="full"):
        acceptance.check_room(note, full, is_awaited=False)
