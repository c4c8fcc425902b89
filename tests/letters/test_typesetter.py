"""The process that sets letters: the same letters, also after it died."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from activities.typesetter import Typesetter
from activities.typesetting import typeset
from domain.letters import Letter, called_for, for_the_press
from tests.examples import a_case

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def typesetter() -> Iterator[Typesetter]:
    """One that is let go at the end."""
    made = Typesetter()
    yield made
    made.stop()


@pytest.fixture
def asked() -> tuple[str, date, dict[str, Any]]:
    """What an application calls for."""
    case = a_case()
    letter = called_for(case, case.entries[0])
    assert isinstance(letter, Letter)
    return letter.kind, letter.template_version, dict(for_the_press(letter, None, "De Werkplaats"))


async def test_a_letter_is_the_same_wherever_it_is_set(
    typesetter: Typesetter, asked: tuple[str, date, dict[str, Any]]
) -> None:
    """In a process of its own or here, byte for byte; and one after another."""
    assert typeset(*asked) == await typesetter(*asked) == await typesetter(*asked)


async def test_a_letter_that_cannot_be_set_is_told_and_stops_no_other(
    typesetter: Typesetter, asked: tuple[str, date, dict[str, Any]]
) -> None:
    """A template that is not there, and then one that is."""
    with pytest.raises(RuntimeError, match="No such file"):
        await typesetter("unheard_of", *asked[1:])

    assert (await typesetter(*asked)).startswith(b"%PDF")


async def test_a_typesetter_that_died_is_started_again(
    typesetter: Typesetter, asked: tuple[str, date, dict[str, Any]]
) -> None:
    """The letter in hand is tried again later, and then it is made."""
    await typesetter(*asked)
    process = typesetter._process
    assert process is not None
    process.kill()
    with pytest.raises((asyncio.IncompleteReadError, OSError)):
        await typesetter(*asked)

    assert typeset(*asked) == await typesetter(*asked)
