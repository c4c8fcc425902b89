"""Who reads which cases."""

from __future__ import annotations

import pytest

from domain.authority import Scope, scope_of
from domain.people import Actor, Role
from tests.examples import (
    MUNICIPALITY,
    a_person,
    admin1,
    auditor1,
    caseworker1,
    clock,
    controller1,
    coop_a,
    coordinator1,
    decider1,
    objections1,
)


@pytest.mark.parametrize(
    ("actor", "scope"),
    [
        *(
            (reader, Scope(MUNICIPALITY))
            for reader in (caseworker1, decider1, coordinator1, objections1, auditor1)
        ),
        (coop_a, Scope(MUNICIPALITY, "werkplaats")),
        (a_person("coop-c", Role.COOPERATIVE), None),
        (controller1, None),
        (admin1, None),
        (clock, None),
        (a_person("nobody"), None),
    ],
)
def test_who_reads_what(actor: Actor, scope: Scope | None) -> None:
    """Staff and auditors their municipality's, a cooperative its own, an administrator none."""
    assert scope == scope_of(actor)


def test_a_scope_holds_its_own_cases() -> None:
    """And no others."""
    assert Scope("a").holds("a", "x")
    assert not Scope("a").holds("b", "x")
    assert Scope("a", "x").holds("a", "x")
    assert not Scope("a", "x").holds("a", "y")
    assert not Scope("a", "x").holds("b", "x")
