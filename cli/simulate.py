"""`meedoen simulate`: the whole life of a case in seconds."""

from __future__ import annotations

import asyncio
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cli.tongue import Speaking, Tongue

if TYPE_CHECKING:
    from domain.words import Language


class Scenario(StrEnum):
    """The lives that can be lived; cli/scenarios.py has them."""

    THREE_YEARS = "three-years"
    SET_ASIDE = "set-aside"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    FEWER_HOURS = "fewer-hours"
    SENT_BACK = "sent-back"
    QUESTIONS = "questions"
    LATE = "late"
    OBJECTION_UPHELD = "objection-upheld"
    OBJECTION_UNFOUNDED = "objection-unfounded"
    ENDED = "ended"


def run(
    scenario: Annotated[Scenario, typer.Option(help="Which life.")] = Scenario.THREE_YEARS,
    language: Speaking = Tongue.EN,
) -> None:
    """Live the whole life of a case in seconds, told as it happens. Needs nothing that runs, and leaves nothing."""
    asyncio.run(_live(scenario, language.value))


async def _live(scenario: Scenario, language: Language) -> None:
    from time import monotonic

    from rich.console import Console

    from cli.scenarios import SCENARIOS
    from cli.simulation import a_life, example_municipality
    from cli.teller import Teller

    municipality = example_municipality()
    teller = Teller(Console(), language, municipality.policy)
    began = monotonic()
    async with a_life(municipality, language, teller) as life:
        await SCENARIOS[scenario](life)
        teller.sum_up(life.case, monotonic() - began)
