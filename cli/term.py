"""`meedoen term`: a term of the law, reckoned and explained without a server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from cli.tongue import Speaking, Tongue

if TYPE_CHECKING:
    from domain.fact import Text
    from domain.law.penalty import Penalty
    from domain.law.questions import Question
    from domain.term import Step

    Q = TypeVar("Q", bound=Question)

app = typer.Typer(
    no_args_is_help=True, help="Reckon a term of the law, and show the steps with their articles."
)

Suspended = Annotated[
    list[str] | None,
    typer.Option(
        "--suspended",
        metavar="ASKED/ENDED",
        help="The days of request and end, both excluded, such as 2026-09-08/2026-09-22. May be repeated.",
    ),
]


@app.command("decision")
def decision(
    received_on: Annotated[str, typer.Argument(help="The day on which the application came in: 2026-09-01.")],
    suspended: Suspended = None,
    adjourned_to: Annotated[
        str | None, typer.Option(help="The new date that the applicant was told.")
    ] = None,
    adjourned_on: Annotated[
        str | None, typer.Option(help="When; a suspension asked for since then moves the new date.")
    ] = None,
    weeks: Annotated[str | None, typer.Option(help="The term, where local rules set another than 8.")] = None,
    language: Speaking = Tongue.NL,
) -> None:
    """By when an application is decided on. Awb 4:13-4:15."""
    from domain.law.questions import DecisionQuestion

    found = _asked(
        DecisionQuestion,
        language,
        receivedOn=received_on,
        weeks=weeks,
        suspended=suspended,
        adjournedTo=adjourned_to,
        adjournedOn=adjourned_on,
    ).answered()
    _tell(_dated("Besluit uiterlijk", "Decision by", found.due_on), found.steps, found.warning, language)


@app.command("set-aside")
def set_aside(
    ended_on: Annotated[
        str, typer.Argument(metavar="FROM", help="The day on which the supplement came or its period passed.")
    ],
    language: Speaking = Tongue.NL,
) -> None:
    """Until when an application may be set aside. Awb 4:5(4)."""
    from domain.law.questions import SetAsideQuestion

    found = _asked(SetAsideQuestion, language, **{"from": ended_on}).answered()
    heading = _dated("Buiten behandeling stellen uiterlijk", "Set aside by", found.due_on)
    _tell(heading, found.steps, found.warning, language)


@app.command("objection")
def objection(
    sent_on: Annotated[str, typer.Argument(help="The day on which the decision was sent to this addressee.")],
    received_on: Annotated[str | None, typer.Option(help="The day on which the objection came in.")] = None,
    posted_on: Annotated[str | None, typer.Option(help="The day on which it was posted.")] = None,
    language: Speaking = Tongue.NL,
) -> None:
    """Until when somebody can object, and whether an objection came in time. Awb 6:7-6:11."""
    from domain.fact import Text
    from domain.law.questions import ObjectionQuestion

    found = _asked(
        ObjectionQuestion, language, sentOn=sent_on, receivedOn=received_on, postedOn=posted_on
    ).answered()
    _tell(_dated("Bezwaar tot en met", "Objection until", found.due_on), found.steps, found.warning, language)
    if found.in_time is not None:
        answer = Text(nl="Op tijd", en="In time") if found.in_time else Text(nl="Te laat", en="Too late")
        _tell(answer, found.lodging, None, language)


@app.command("objection-decision")
def objection_decision(
    sent_on: Annotated[str, typer.Argument(help="The day on which the decision objected to was sent.")],
    committee: Annotated[
        bool, typer.Option("--committee", help="An advisory committee hears the objection.")
    ] = False,
    suspended: Suspended = None,
    adjourned_weeks: Annotated[str | None, typer.Option(help="Weeks of adjournment, at most 6.")] = None,
    language: Speaking = Tongue.NL,
) -> None:
    """By when an objection is decided on. Awb 7:10."""
    from domain.law.questions import ObjectionDecisionQuestion

    found = _asked(
        ObjectionDecisionQuestion,
        language,
        sentOn=sent_on,
        committee=committee,
        suspended=suspended,
        adjournedWeeks=adjourned_weeks,
    ).answered()
    heading = _dated("Beslissing op bezwaar uiterlijk", "Decision on the objection by", found.due_on)
    _tell(heading, found.steps, found.warning, language)


@app.command("penalty")
def penalty(
    received_on: Annotated[str, typer.Argument(help="The day on which the notice of default came in.")],
    on_date: Annotated[
        str | None, typer.Option(help="The day up to and including which is counted; today when not given.")
    ] = None,
    decision_due_on: Annotated[str | None, typer.Option(help="By when it should have been decided.")] = None,
    stopped_on: Annotated[str | None, typer.Option(help="The day on which the decision was sent.")] = None,
    language: Speaking = Tongue.NL,
) -> None:
    """What is owed for deciding too late. Awb 4:17."""
    from datetime import datetime

    from domain.calendar import NETHERLANDS
    from domain.law.questions import PenaltyQuestion

    asked = _asked(
        PenaltyQuestion,
        language,
        receivedOn=received_on,
        onDate=on_date or datetime.now(NETHERLANDS).date().isoformat(),
        decisionDueOn=decision_due_on,
        stoppedOn=stopped_on,
    )
    found = asked.answered()
    _tell(_owed(found), found.steps, found.warning, language)


def _asked(question: type[Q], language: Tongue, **given: Any) -> Q:
    """The question, without what was not given.

    Raises:
        Trouble: what is wrong with it, part by part.
    """
    from pydantic import ValidationError

    from api.invalid import mistakes
    from api.languages import Language
    from embedded.trouble import Trouble

    told = {name: value for name, value in given.items() if value is not None}
    try:
        return question.model_validate(told)
    except ValidationError as error:
        errors = [{**each, "loc": ("query", *each["loc"])} for each in error.errors()]
        found = mistakes(errors, None, Language(language.value))
        raise Trouble("; ".join(f"{_as_typed(each.location)}: {each.detail}" for each in found)) from None


def _as_typed(location: str) -> str:
    """A part of the question as the command line calls it: `adjourned-to`."""
    from pydantic.alias_generators import to_snake

    return to_snake(location.partition(".")[0]).replace("_", "-")


def _dated(nl: str, en: str, on: Any) -> Text:
    from cli.telling import day
    from domain.fact import Text

    return Text(nl=f"{nl} {day(on, 'nl')}", en=f"{en} {day(on, 'en')}")


def _owed(found: Penalty) -> Text:
    from domain.fact import Text
    from domain.money import euros
    from domain.term import in_days

    if found.first_day_on is None:
        return Text(nl="Geen dwangsom", en="No penalty payment")
    total, days = euros(found.owed_cents), in_days(found.days)
    return Text(nl=f"Dwangsom {total.nl}, {days.nl}", en=f"Penalty payment {total.en}, {days.en}")


def _tell(heading: Text, steps: Sequence[Step], warning: Text | None, language: Tongue) -> None:
    from rich.console import Console
    from rich.table import Table

    from cli.telling import day
    from domain.words import in_language

    console = Console()
    console.print(in_language(heading, language.value), style="bold", markup=False, highlight=False)
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(no_wrap=True, style="cyan")
    table.add_column()
    table.add_column(style="dim")
    for step in steps:
        table.add_row(day(step.on, language.value), in_language(step.reason, language.value), step.article)
    console.print(table)
    if warning is not None:
        console.print(in_language(warning, language.value), style="yellow", markup=False)
