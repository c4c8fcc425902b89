"""What an objector is told of a decision that was corrected or taken again while his objection ran. Awb 6:19."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, replaced
from domain.acts import ContestedDecisionReplaced, Outcome
from domain.case import Case
from domain.people import Actor
from tests.domain.objected import DECIDED, a_case_with
from tests.examples import a_case, a_grant, clock, coop_a, decider1, decider3
from tests.letters.letters import letter_of, pages_of, pdf_of
from tests.objecting import a_decision, an_objection
from tests.permitting import a_proposed_revocation, a_revocation, a_suspended_permission

CAME, MEANWHILE, NOW = date(2026, 3, 10), date(2026, 3, 16), date(2026, 3, 20)
WITHDRAWN = acts.ObjectionWithdrawn()
UNFOUNDED, UPHELD = (a_decision(each) for each in (Outcome.UNFOUNDED, Outcome.UPHELD))
STAYS = "Ons besluit van 2 maart 2026 blijft zoals het is."


def told_of(
    kind: str, version: int = 5, on: date = MEANWHILE
) -> tuple[date, Actor, ContestedDecisionReplaced]:
    """What became of the decision on that day, of which the objection hears two days later."""
    told = ContestedDecisionReplaced(version=version, decision=kind, decided_on=on, involved=("decider2",))
    return (date(2026, 3, 18), clock, told)


CORRECTED = told_of("decision_corrected")
REVERSED = told_of("decision_reversed")
GRANTED = told_of("permission_granted", 6)


def letter_in(case: Case) -> str:
    """All that it says."""
    return " ".join(pages_of(pdf_of(letter_of(case))))


@pytest.mark.parametrize("ends", [UNFOUNDED, WITHDRAWN])
def test_a_decision_of_which_nothing_became_stays_as_it_is(ends: acts.Act) -> None:
    whole = letter_in(a_case_with((NOW, decider3, ends)))

    assert STAYS in whole
    assert "Our decision of 2 March 2026 stays as it is." in whole
    assert "intussen" not in whole


@pytest.mark.parametrize("ends", [UNFOUNDED, WITHDRAWN])
def test_a_decision_that_was_taken_again_is_named_as_the_one_that_counts(ends: acts.Act) -> None:
    """By its own day, not that on which the objection heard of it, and by what it decides."""
    whole = letter_in(a_case_with(REVERSED, GRANTED, (NOW, decider3, ends)))

    assert (
        "Nu geldt ons besluit van 16 maart 2026 (toestemming geven). Uw bezwaar ging ook daarover." in whole
    )
    assert "Ons besluit van 16 maart 2026 blijft zoals het nu is." in whole
    assert "our decision of 16 March 2026 (granting the permission). Your objection was about that" in whole
    assert "Our decision of 16 March 2026 stays as it is now." in whole
    assert STAYS not in whole


def test_an_upheld_objection_after_a_new_decision_is_about_that_one() -> None:
    """The old one counts no more, so until somebody decides again it is the new one that does."""
    whole = letter_in(a_case_with(REVERSED, GRANTED, (NOW, decider3, UPHELD)))

    assert "Ons besluit van 16 maart 2026 blijft niet zoals het is. Iemand anders neemt het opnieuw." in whole
    assert "Tot dan geldt het besluit van 16 maart 2026." in whole
    assert "Until then the decision of 16 March 2026 counts." in whole
    assert "het oude besluit" not in whole


@pytest.mark.parametrize("ends", [UNFOUNDED, WITHDRAWN])
def test_a_decision_that_was_corrected_stays_as_it_reads_now(ends: acts.Act) -> None:
    whole = letter_in(a_case_with(CORRECTED, (NOW, decider3, ends)))

    assert "stond een fout. Die hebben wij op 16 maart 2026 hersteld." in whole
    assert "Ons besluit van 2 maart 2026 blijft zoals het nu is." in whole
    assert "We put that right on 16 March 2026." in whole
    assert STAYS not in whole


@pytest.mark.parametrize("ends", [UNFOUNDED, WITHDRAWN])
def test_a_decision_that_is_being_taken_again_is_not_said_to_stay(ends: acts.Act) -> None:
    """The municipality promised a new one, and keeps to that."""
    whole = letter_in(a_case_with(REVERSED, (NOW, decider3, ends)))

    assert "dat wij ons besluit van 2 maart 2026 zelf opnieuw nemen. Dat gaat door." in whole
    assert "Until then the old decision counts." in whole
    assert STAYS not in whole


def against(*happened: tuple[date, Actor, acts.Act]) -> Case:
    """An objection to the last decision on a permission."""
    case = a_case((DECIDED, decider1, a_grant(DECIDED, date(2026, 12, 31))), *happened)
    return a_case((CAME, coop_a, an_objection(case)))


REVOKED = against(
    (DECIDED, decider1, a_proposed_revocation()),
    (DECIDED, decider1, a_revocation(date(2026, 4, 1), view_waived="urgent")),
)


def and_then(case: Case, *happened: tuple[date, Actor, acts.Act]) -> Case:
    """The objection, and what happened since."""
    return a_case(*((e.on, e.actor, e.act) for e in case.entries), *happened)


def test_a_revocation_that_was_taken_back_is_not_said_to_stay() -> None:
    whole = letter_in(and_then(REVOKED, REVERSED, (NOW, decider3, UNFOUNDED)))

    assert "dat de intrekking van 2 maart 2026 niet meer geldt. Dat blijft zo." in whole
    assert "the revocation of 2 March 2026 counts no more" in whole
    assert STAYS not in whole


def test_an_upheld_objection_to_a_revocation_ends_the_one_that_took_its_place_too() -> None:
    again = told_of("permission_revoked", 6)
    whole = letter_in(and_then(REVOKED, REVERSED, again, (NOW, decider3, UPHELD)))

    assert "van 2 maart 2026 geldt niet meer, en ons besluit van 16 maart 2026 ook niet." in whole
    assert "counts no more, nor does our decision of 16 March 2026." in whole


def test_a_new_decision_on_the_application_takes_the_place_of_none_on_the_permission() -> None:
    """A suspension is not taken again by it."""
    suspended = against((DECIDED, decider1, a_suspended_permission(DECIDED, date(2026, 6, 30))))
    case = and_then(suspended, GRANTED)

    assert replaced.Standing("permission_suspended", DECIDED) == replaced.standing(case)


def test_what_was_told_first_may_have_happened_last() -> None:
    """News comes in any order: the newest act counts."""
    case = a_case_with(told_of("decision_corrected", 8, NOW), GRANTED, REVERSED)
    stands = replaced.Standing("permission_granted", MEANWHILE, is_new=True, corrected_on=NOW)

    assert stands == replaced.standing(case)


def test_what_was_told_without_its_day_is_of_the_day_on_which_it_was_told() -> None:
    told = ContestedDecisionReplaced(version=5, decision="permission_granted", involved=())

    assert NOW == replaced.standing(a_case_with((NOW, clock, told))).decided_on
