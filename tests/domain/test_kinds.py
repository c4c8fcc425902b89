"""Every kind of act and of refusal has a name that people read."""

from __future__ import annotations

from domain import errors
from domain.acts import ACTS
from domain.kinds import KINDS, REFUSALS


def test_every_kind_of_act_has_a_name_of_its_own() -> None:
    assert ACTS.keys() == KINDS.keys()
    assert (
        len(KINDS) == len({name.nl for name in KINDS.values()}) == len({name.en for name in KINDS.values()})
    )


def test_every_refusal_has_a_name() -> None:
    kinds = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.CaseError) and kind is not errors.CaseError
    }

    assert kinds == REFUSALS.keys()
