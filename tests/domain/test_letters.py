"""Which letter an act calls for, and what its dates are."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.errors import NotAcceptable, NotNow
from domain.letters import Channel, called_for, check_posted, dated_anew
from domain.letters.contents import LETTERS
from domain.letters.kind import Kind
from tests.examples import (
    A_MONDAY,
    a_case,
    a_check,
    a_grant,
    a_review,
    an_application_received,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
)

FRIDAY = date(2026, 4, 3)
APPLIED = (A_MONDAY, coop_a, an_application_received())
A_YEAR = a_grant(date(2026, 5, 1), date(2027, 4, 30))
GRANTED = a_case(APPLIED, (A_MONDAY, caseworker1, a_review()), (FRIDAY, decider1, A_YEAR))


@pytest.mark.parametrize(
    ("version", "today", "is_so"),
    [(3, date(2026, 4, 6), False), (3, date(2026, 4, 7), True), (1, date(2026, 4, 7), False)],
)
def test_a_decision_that_nobody_posted_is_warned_of_after_days(
    version: int, today: date, *, is_so: bool
) -> None:
    """Not over the weekend, and not of a letter for which no term waits. Awb 3:40, 3:41."""
    letter = called_for(GRANTED, GRANTED.entries[version - 1])

    assert letter is not None
    assert is_so == letter.is_left_lying(today)


def test_what_came_after_an_act_changes_nothing_in_its_letter() -> None:
    """Acts that are recorded together have the letters that they would have had one by one."""
    asked = acts.SupplementRequested(missing=("mandate",), until=date(2026, 3, 24))
    one_by_one = a_case(APPLIED)
    together = a_case(APPLIED, (A_MONDAY, caseworker1, a_check("mandate")), (A_MONDAY, clock, asked))

    assert called_for(one_by_one, one_by_one.entries[0]) == called_for(together, together.entries[0])


def test_a_check_or_a_note_calls_for_no_letter() -> None:
    case = a_case(
        APPLIED, (A_MONDAY, caseworker1, a_check()), (A_MONDAY, caseworker1, acts.NoteAdded(text="x"))
    )

    assert [True, False, False] == [called_for(case, entry) is not None for entry in case.entries]


def test_a_decision_of_3_april_can_be_objected_to_until_18_may() -> None:
    """15 May 2026 is put on a par with a holiday, and a weekend follows."""
    letter = called_for(GRANTED, GRANTED.entries[-1])

    assert letter is not None
    assert date(2026, 5, 18) == letter.objection_until
    assert "Decider1" == letter.signed_by


def test_an_ending_is_no_decision() -> None:
    """So its letter names no term to object."""
    case = a_case(
        APPLIED,
        (A_MONDAY, caseworker1, a_review()),
        (FRIDAY, decider1, A_YEAR),
        (date(2026, 6, 1), caseworker1, an_ending(date(2026, 6, 30))),
    )
    letter = called_for(case, case.entries[-1])

    assert letter is not None
    assert letter.objection_until is None


def test_a_letter_is_of_the_template_that_counts_on_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one also for days before it."""
    kind = LETTERS[acts.ApplicationReceived]
    versions = (date(2026, 3, 1), date(2026, 3, 3), date(2027, 1, 1))
    monkeypatch.setitem(LETTERS, acts.ApplicationReceived, Kind(kind.title, kind.said, versions))
    counted: list[date] = []
    for day in (date(2026, 2, 1), date(2026, 3, 2), date(2026, 3, 3), date(2026, 12, 31), date(2027, 1, 1)):
        case = a_case((day, coop_a, an_application_received()))
        letter = called_for(case, case.entries[0])
        assert letter is not None
        counted.append(letter.template_version)

    assert [versions[0], versions[0], versions[1], versions[1], versions[2]] == counted


def test_a_letter_that_goes_out_later_has_the_last_day_that_belongs_to_that() -> None:
    letter = called_for(GRANTED, GRANTED.entries[-1])
    assert letter is not None
    later = dated_anew(letter, date(2026, 4, 7), today=FRIDAY)

    assert (2, date(2026, 4, 7), date(2026, 5, 19)) == (later.edition, later.dated, later.objection_until)
    assert letter.said == later.said
    with pytest.raises(NotAcceptable):
        dated_anew(letter, FRIDAY, today=FRIDAY)
    with pytest.raises(NotAcceptable):
        dated_anew(letter, date(2026, 4, 7), today=date(2026, 4, 8))


def test_a_letter_was_posted_on_its_day_or_later_and_not_in_the_future() -> None:
    letter = called_for(GRANTED, GRANTED.entries[-1])
    assert letter is not None
    today = date(2026, 4, 8)

    check_posted(letter, Channel.POST, FRIDAY, today)
    check_posted(letter, Channel.POST, today, today)
    for impossible in (date(2026, 4, 2), date(2026, 4, 9)):
        with pytest.raises(NotAcceptable):
            check_posted(letter, Channel.POST, impossible, today)
    with pytest.raises(NotNow):
        check_posted(letter, Channel.CASE, FRIDAY, today)
