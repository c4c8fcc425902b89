"""What a state machine finds is found again each time, and told so that somebody can write a story of it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timezone
from typing import Any

import pytest

from domain import acts, application
from domain.acts import Act
from tests.examples import a_review, caseworker1
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.lives import Life
from tests.procedure.paths import complete
from tests.procedure.people import WORKING
from tests.procedure.rules import OBJECTION, PARTICIPATION
from tests.procedure.telling import said
from tests.story import FIRST_DAY

WORDS: dict[str, Any] = {
    **vars(application),
    **vars(acts),
    "date": date,
    "datetime": datetime,
    "timezone": timezone,
}
"""What a story imports."""

LIVES = """
from hypothesis import given, settings, strategies as st
from tests.procedure.chance import CHANCE, OFTEN

@settings(OFTEN)
@given(st.lists(CHANCE, min_size=100))
def drawn(chances):
    print(chances)

drawn()
"""


class Unreviewed(Life):
    """Something is wrong as soon as somebody reviewed an application."""

    async def is_sound(self) -> None:
        await super().is_sound()
        assert not self.case.reviewers


def draws(*loaded: str) -> str:
    """What is drawn for the lives of a machine, in a process that loaded these modules first."""
    program = "\n".join([*(f"import {name}" for name in loaded), LIVES])
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout


def test_the_lives_are_the_same_whatever_else_the_process_loaded() -> None:
    """Hypothesis would draw numbers that it reads in the source of the modules that are loaded."""
    assert draws() == draws("domain.policy", "domain.law.figures")


@pytest.mark.parametrize(
    "act", [doing(FIRST_DAY) for rules in (PARTICIPATION, OBJECTION) for doing in rules.doings]
)
def test_an_act_is_told_in_the_words_of_a_story(act: Act) -> None:
    """Which make the same act again."""
    assert act == eval(said(act), WORDS)


def test_what_goes_wrong_is_told_act_by_act() -> None:
    """With who did it, when, for which task, and what was tried at last."""
    life = Unreviewed(InMemory().story("told"), WORKING, PARTICIPATION)
    at_once(life.story.starts())
    at_once(complete(life.story))
    at_once(life.goes(life.begins()))
    at_once(life.goes(life.tries(caseworker1, a_review(), None, again=False)))

    with pytest.raises(AssertionError) as found:
        at_once(life.goes(life.is_sound()))

    told = "\n".join(found.value.__notes__).splitlines()

    assert "told, decision:" == told[0]
    assert told[1].startswith("    1 2030-03-04 coop-a: ApplicationReceived(application=Application(")
    assert "    2 2030-03-04 caseworker1: CompletenessChecked()  # task told.1" == told[2]
    assert told[4].startswith("      told.3 awaits of a decider: permission_granted, ")
    assert told[5].startswith("At last: 2030-03-04 caseworker1: ApplicationReviewed(findings=(Finding(")
