"""Who gets letters electronically: who agreed to it. Awb 2.3."""

from __future__ import annotations

import pytest

from domain import acceptance, objections
from domain.acts import Addressee, Channel, ConsentChanged
from domain.case import Case
from domain.consent import agreed, consent
from domain.errors import NotAcceptable
from domain.letters import Letter, called_for
from domain.letters.contents import LETTERS
from domain.notices import MESSAGES
from domain.people import Actor
from tests.examples import (
    A_MONDAY,
    a_case,
    a_refusal,
    a_review,
    an_application_received,
    caseworker1,
    coop_a,
    decider1,
    done,
    objections1,
)
from tests.objecting import an_objection

RESIDENT, COOPERATIVE, OBJECTOR = Addressee


def a_change(addressee: Addressee, *, electronic: bool = True, document: str | None = None) -> ConsentChanged:
    """Somebody agrees, or no longer does."""
    return ConsentChanged(addressee=addressee, electronic=electronic, document=document)


def applied(*agreed: Addressee, changes: tuple[ConsentChanged, ...] = ()) -> Case:
    """An application in which these agreed, and what was changed since."""
    received = an_application_received(electronic=agreed)
    return a_case((A_MONDAY, coop_a, received), *((A_MONDAY, caseworker1, change) for change in changes))


def sent(case: Case) -> Letter:
    """The letter of a refusal in this case."""
    refused = a_case(
        *((entry.on, entry.actor, entry.act) for entry in case.entries),
        (A_MONDAY, caseworker1, a_review()),
        (A_MONDAY, decider1, a_refusal()),
    )
    letter = called_for(refused, refused.entries[-1])
    assert letter is not None
    return letter


def channels(case: Case) -> list[tuple[Channel, str | None]]:
    """How a refusal would go to the resident and to the cooperative, and on what consent."""
    letter = sent(case)
    return [(letter.channel(to), letter.electronic.get(to)) for to in letter.addressees]


def test_without_consent_a_letter_is_for_the_post() -> None:
    assert [(Channel.POST, None), (Channel.POST, None)] == channels(applied())


def test_each_addressee_agrees_for_himself() -> None:
    """And the letter says in which act he did."""
    number = applied().number

    assert [(Channel.POST, None), (Channel.CASE, f"{number}.1")] == channels(applied(COOPERATIVE))
    assert [(Channel.CASE, f"{number}.1")] * 2 == channels(applied(RESIDENT, COOPERATIVE))


def test_as_long_as_one_of_them_gets_it_on_paper_somebody_has_to_post_it() -> None:
    letters = [sent(applied(*agreed)) for agreed in ((), (COOPERATIVE,), (RESIDENT, COOPERATIVE))]

    assert [True, True, False] == [letter.is_to_be_posted for letter in letters]


def test_who_changes_his_mind_is_followed_from_then_on() -> None:
    later = a_change(RESIDENT, document="form.pdf")
    no_more = a_change(COOPERATIVE, electronic=False)
    case = applied(COOPERATIVE, changes=(later, no_more))

    assert [(Channel.CASE, f"{case.number}.2"), (Channel.POST, None)] == channels(case)
    assert (RESIDENT,) == agreed(case)


def test_an_objection_begins_with_what_was_agreed_in_the_case_that_it_is_about() -> None:
    refused = a_case(
        (A_MONDAY, coop_a, an_application_received(electronic=[COOPERATIVE])),
        (A_MONDAY, caseworker1, a_review()),
        (A_MONDAY, decider1, a_refusal()),
    )
    received = an_objection(refused)
    case = a_case((A_MONDAY, coop_a, received))

    assert (COOPERATIVE,) == objections.contested(refused).electronic
    assert refused.number == consent(case, COOPERATIVE)
    assert consent(case, RESIDENT) is None
    assert consent(case, OBJECTOR) is None
    assert () == agreed(
        a_case((A_MONDAY, coop_a, received), (A_MONDAY, coop_a, a_change(COOPERATIVE, electronic=False)))
    )


@pytest.mark.parametrize(
    ("field", "actor", "act"),
    [
        ("document", caseworker1, a_change(COOPERATIVE)),
        ("document", coop_a, a_change(RESIDENT)),
        ("addressee", objections1, a_change(OBJECTOR, document="letter.pdf")),
    ],
)
def test_what_nobody_can_agree_to_is_refused(field: str, actor: Actor, act: ConsentChanged) -> None:
    """Nobody agrees for another without a proof of it."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(actor, act), applied(), A_MONDAY)

    assert field == refusal.value.field


@pytest.mark.parametrize(
    ("actor", "act"),
    [
        (coop_a, a_change(COOPERATIVE)),
        (coop_a, a_change(RESIDENT, document="form.pdf")),
        (coop_a, a_change(RESIDENT, electronic=False)),
        (objections1, a_change(OBJECTOR, electronic=False)),
    ],
)
def test_to_stop_needs_no_proof(actor: Actor, act: ConsentChanged) -> None:
    acceptance.check(done(actor, act), applied(), A_MONDAY)


def test_of_every_letter_a_mail_tells() -> None:
    """A letter in the case is sent by that mail."""
    assert set(LETTERS) <= set(MESSAGES)
