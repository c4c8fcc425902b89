"""The questions that people and programs ask about a term: what they give, what is refused, and the answer.

The same classes are the query of the API and the arguments of the command line, so that both refuse the same.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from domain.fact import Fact, Text
from domain.law import application, figures, objection
from domain.law.application import Adjournment
from domain.law.given import GivenDay, GivenSpans, contradiction
from domain.law.penalty import Penalty, penalty
from domain.law.suspension import Suspension
from domain.policy import Weeks
from domain.term import Step, Term


class Answer(Fact):
    """A date, and how it was reckoned."""

    due_on: date
    steps: tuple[Step, ...]
    warning: Text | None
    """That not all days off in its year are loaded."""


class ObjectionAnswer(Answer):
    """The last day to object; and when that was asked, whether an objection came in time and why."""

    in_time: bool | None
    lodging: tuple[Step, ...]


class Question(Fact):
    """What is asked, refused when it contradicts itself."""

    @abstractmethod
    def check(self) -> None:
        """Refuse what cannot be so."""

    @model_validator(mode="after")
    def _checked(self) -> Self:
        self.check()
        return self


class DecisionQuestion(Question):
    """By when is an application decided on? Awb 4:13-4:15."""

    received_on: Annotated[GivenDay, Field(description="The day on which the application came in.")]
    weeks: Annotated[Weeks | None, Field(description="The term, where local rules set another one.")] = None
    suspended: GivenSpans = ()
    adjourned_to: Annotated[
        GivenDay | None,
        Field(
            description="The new date that the applicant was told (Awb 4:14(3)), or that local rules allow."
        ),
    ] = None
    adjourned_on: Annotated[
        GivenDay | None,
        Field(description="The day of telling it; a suspension asked for since then moves the new date."),
    ] = None

    def check(self) -> None:
        """No suspension before the receipt or after the term; a new date told in time, and a later one."""
        _check_known(figures.DECISION_WEEKS, "received_on", self.received_on)
        _check_begun(self.suspended, self.received_on)
        if self.adjourned_on is not None:
            self._check_telling(self.adjourned_on)
        if self.adjourned_to is not None and self.adjourned_to <= (due_on := self._due_on(self._known())):
            raise contradiction(
                "adjourned_to", "The new date lies after {due_on}, the date without it", due_on=due_on
            )
        done: list[Suspension] = []
        for each in self.suspended:
            is_since = self.adjourned_on is not None and each.asked_on >= self.adjourned_on
            _check_running(each, self._due_on(done, self._adjournment() if is_since else None))
            done.append(each)

    def answered(self) -> Answer:
        """The last day to decide."""
        return _answer(
            application.decision(
                self.received_on, self.weeks, self.suspended, self._adjournment(), self._regulation()
            )
        )

    def _check_telling(self, told_on: date) -> None:
        if self.adjourned_to is None:
            raise contradiction(
                "adjourned_to", "Give the new date that was told on {told_on}", told_on=told_on
            )
        if told_on < self.received_on:
            received_on = self.received_on
            raise contradiction(
                "adjourned_on", "The application came in later, on {received_on}", received_on=received_on
            )
        if told_on > (due_on := self._due_on(self._known())):
            raise contradiction(
                "adjourned_on", "That was too late: the term ended on {due_on}", due_on=due_on
            )

    def _known(self) -> Sequence[Suspension]:
        """The suspensions that the new date reckons with."""
        told_on = self.adjourned_on
        return [each for each in self.suspended if told_on is None or each.asked_on < told_on]

    def _adjournment(self) -> Adjournment | None:
        return Adjournment(to=self.adjourned_to, told_on=self.adjourned_on) if self.adjourned_to else None

    def _regulation(self) -> str | None:
        """Where local rules set the term, they alone can allow a new date. Awb 4:14(1)."""
        return "Awb 4:13(1)" if self.weeks else None

    def _due_on(self, suspensions: Sequence[Suspension], adjournment: Adjournment | None = None) -> date:
        return application.decision(self.received_on, self.weeks, suspensions, adjournment).due_on


class SetAsideQuestion(Question):
    """Until when may an application be set aside? Awb 4:5(4)."""

    ended_on: Annotated[
        GivenDay,
        Field(alias="from", description="The day on which the supplement came, or its period passed unused."),
    ]

    def check(self) -> None:
        """The law of that day is known."""
        _check_known(figures.SET_ASIDE_WEEKS, "from", self.ended_on)

    def answered(self) -> Answer:
        """The last day to notify it."""
        return _answer(application.set_aside(self.ended_on))


class ObjectionQuestion(Question):
    """Until when can somebody object, and did he in time? Awb 6:7-6:11."""

    sent_on: Annotated[
        GivenDay, Field(description="The day on which the decision was sent to this addressee.")
    ]
    received_on: Annotated[GivenDay | None, Field(description="The day on which the objection came in.")] = (
        None
    )
    posted_on: Annotated[GivenDay | None, Field(description="The day on which it was posted.")] = None

    def check(self) -> None:
        """Nothing comes in before it is posted."""
        _check_known(figures.OBJECTION_WEEKS, "sent_on", self.sent_on)
        if self.posted_on is None:
            return
        if self.received_on is None:
            raise contradiction("received_on", "Give the day on which it came in too")
        if self.posted_on > self.received_on:
            raise contradiction(
                "posted_on", "It came in earlier, on {received_on}", received_on=self.received_on
            )

    def answered(self) -> ObjectionAnswer:
        """The last day to object, and whether it was in time."""
        term = objection.objection(self.sent_on)
        came = objection.lodging(self.sent_on, self.received_on, self.posted_on) if self.received_on else None
        return ObjectionAnswer(
            due_on=term.due_on,
            steps=term.steps,
            warning=term.warning,
            in_time=came.in_time if came else None,
            lodging=came.steps if came else (),
        )


class ObjectionDecisionQuestion(Question):
    """By when is an objection decided on? Awb 7:10."""

    sent_on: Annotated[GivenDay, Field(description="The day on which the decision objected to was sent.")]
    committee: Annotated[bool, Field(description="An advisory committee hears the objection (Awb 7:13).")] = (
        False
    )
    suspended: GivenSpans = ()
    adjourned_weeks: Annotated[
        int, Field(ge=0, description="Weeks of adjournment (Awb 7:10(3)), 0 when there is none.")
    ] = 0

    def check(self) -> None:
        """An adjournment that the law allows, and no repair before the sending or after the term."""
        _check_known(figures.OBJECTION_DECISION_WEEKS, "sent_on", self.sent_on)
        most = objection.longest_adjournment(self.sent_on)
        if self.adjourned_weeks > most:
            raise contradiction("adjourned_weeks", "It can be adjourned by {weeks} weeks at most", weeks=most)
        _check_begun(self.suspended, self.sent_on)
        done: list[Suspension] = []
        for each in self.suspended:
            _check_running(each, self._term(done).due_on)
            done.append(each)

    def answered(self) -> Answer:
        """The last day to decide on it."""
        return _answer(self._term(self.suspended))

    def _term(self, repairs: Sequence[Suspension]) -> Term:
        mended = [each.model_copy(update={"article": objection.REPAIR}) for each in repairs]
        return objection.objection_decision(
            self.sent_on, committee=self.committee, repairs=mended, adjourned_days=7 * self.adjourned_weeks
        )


class PenaltyQuestion(Question):
    """What is owed for deciding too late? Awb 4:17."""

    received_on: Annotated[GivenDay, Field(description="The day on which the notice of default came in.")]
    on_date: Annotated[GivenDay, Field(description="The day up to and including which is counted.")]
    decision_due_on: Annotated[
        GivenDay | None,
        Field(description="By when it should have been decided; a notice up to that day has no effect."),
    ] = None
    stopped_on: Annotated[
        GivenDay | None, Field(description="The day on which the decision was sent; it is not owed itself.")
    ] = None

    def check(self) -> None:
        """The amounts are known, and the day lies not before the notice."""
        _check_known(figures.PENALTY_RATES, "received_on", self.received_on)
        if self.on_date < self.received_on:
            raise contradiction(
                "on_date", "The notice came in later, on {received_on}", received_on=self.received_on
            )

    def answered(self) -> Penalty:
        """The first paid day, and the amount."""
        return penalty(
            self.received_on,
            self.on_date,
            decision_due_on=self.decision_due_on,
            stopped_on=self.stopped_on,
        )


def _answer(term: Term) -> Answer:
    return Answer(due_on=term.due_on, steps=term.steps, warning=term.warning)


def _check_known(versions: tuple[figures.Version[Any], ...], field: str, day: date) -> None:
    if not figures.is_loaded(versions, day):
        since = versions[0].since
        raise contradiction(field, "What the law said before {since} is not known here", since=since)


def _check_begun(suspensions: Sequence[Suspension], begun_on: date) -> None:
    if any(each.asked_on < begun_on for each in suspensions):
        raise contradiction("suspended", "Nothing can be suspended before {begun_on}", begun_on=begun_on)


def _check_running(suspension: Suspension, due_on: date) -> None:
    if suspension.asked_on > due_on:
        raise contradiction("suspended", "The term ended on {due_on}, before this suspension", due_on=due_on)
